"""A formulation is found in the record with whoever says it."""

from dataclasses import replace

from detente.model.decision import Verdict
from detente.model.document import Document
from detente.model.dossier import Dossier
from detente.model.findings import Statement


def test_words_inside_a_statement_are_its_speakers(record, dossier):
    record.add(dossier())
    (use,) = record.occurrences("line is settled")
    assert (use.span.text, use.speaker, use.states, use.rendered) == ("line is settled", "Astrid Holm", ("NO",), True)


def test_words_of_an_account_itself_are_its_states(record, dossier):
    record.add(dossier(account_of=("NO",)))
    (use,) = record.occurrences("met Falk")
    assert (use.speaker, use.states, use.rendered, use.day) == (None, ("NO",), False, "2024-05-15")


def test_a_press_report_in_its_own_voice_speaks_for_nobody(record, dossier):
    record.add(dossier())
    (use,) = record.occurrences("met Falk")
    assert (use.states, use.rendered) == ((), True)


def test_uses_stand_by_day_of_publication_and_end_with_the_day_asked_for(record):
    for name, day in (("late", "2024-06"), ("undated", None), ("early", "2023-01-05")):
        record.add(Dossier(document=Document("The old line holds.", name=name, published=day)))
    assert [u.document.name for u in record.occurrences("old line")] == ["early", "late", "undated"]
    assert [u.document.name for u in record.occurrences("old lines", as_of="2024-06-29")] == ["early"]
    assert [u.document.name for u in record.occurrences("old lines", as_of="2024")] == ["early", "late"]


def test_a_statement_no_longer_held_says_nothing(record, dossier):
    first = dossier()
    record.add(first)
    record.add(replace(first, findings=()))
    assert [u.speaker for u in record.occurrences("line is settled")] == [None]


def test_a_statement_that_a_person_rejected_says_nothing(record, dossier):
    record.add(dossier())
    record.decide(Verdict(kind="reject", subject=dossier().statements[0].id, reason="her own words"), by="Ada")
    assert [u.speaker for u in record.occurrences("line is settled")] == [None]


def test_a_phrase_without_words_is_found_nowhere(record, dossier):
    record.add(dossier())
    assert record.occurrences("—") == []


def test_what_an_account_tells_of_speakers_of_no_state_is_its_own_wording(record, dossier):
    given = dossier(account_of=("NO",))
    joint = replace(given.statements[0], speaker="both sides", state=None)
    record.add(replace(given, findings=(joint,)))
    (use,) = record.occurrences("line is settled")
    assert (use.states, use.rendered) == (("NO",), False)


def test_a_question_in_an_account_is_nobodys_wording(record, dossier):
    given = dossier(account_of=("NO",))
    asked = replace(given.statements[0], speaker="reporter", state=None, mode="direct")
    record.add(replace(given, findings=(asked,)))
    (use,) = record.occurrences("line is settled")
    assert use.states == ()


def test_a_speech_in_an_account_is_its_wording_though_no_speaker_is_known(record, dossier):
    given = dossier(account_of=("NO",))
    spoken = replace(given.statements[0], speaker="president", state=None, mode="direct")
    record.add(replace(given, findings=(spoken,)))
    (use,) = record.occurrences("line is settled")
    assert use.states == ("NO",)


def test_a_quotation_of_a_speaker_of_no_state_is_nobodys_wording(record):
    text = 'A trader said: "The old line holds."'
    document = Document(text, name="quoted", published="2024-06-01", account_of=("NO",))
    span = document.span(16, 34)
    said = Statement(
        evidence=(span,),
        content=(span,),
        confidence=0.9,
        extractor="hand/1",
        speaker="trader",
        state=None,
        mode="direct",
    )
    record.add(Dossier(document=document, findings=(said,)))
    (use,) = record.occurrences("old line")
    assert use.states == ()


def test_who_asks_what_another_holds_chooses_the_words(record, dossier):
    given = dossier(account_of=("NO",))
    held = replace(given.statements[0], mode="indirect")
    whole = given.document.span(0, len(given.document.text))
    asked = replace(held, speaker="reporter", state=None, mode="direct", content=(whole,), evidence=(whole,))
    record.add(replace(given, findings=(held, asked)))
    (use,) = record.occurrences("line is settled")
    assert (use.speaker, use.states) == ("reporter", ())


def test_what_the_record_held_on_a_day_is_what_counts(record, dossier, clock):
    record.add(dossier())
    clock.now = clock.now.replace(month=2)
    record.decide(Verdict(kind="reject", subject=dossier().statements[0].id, reason="her own words"), by="Ada")
    record.add(Dossier(document=Document("The line is settled.", name="later")))
    assert [u.speaker for u in record.occurrences("line is settled", known_at="2026-01-15")] == ["Astrid Holm"]
    assert [u.speaker for u in record.occurrences("line is settled")] == [None, None]
    assert record.occurrences("line is settled", known_at="2025-12-31") == []
