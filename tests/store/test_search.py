"""Findings and texts are found by their words, as they stand, counted by what narrows the search."""

from dataclasses import replace
from datetime import timedelta

import pytest

from detente.model.decision import Verdict
from detente.model.document import Document
from detente.model.dossier import Dossier
from detente.model.findings import Commitment, Incident
from detente.model.hits import Wanted
from invented_acts import act, paper

CHINESE = Document("双方在北京举行会谈。café 协议", name="chinese", language="zh", title="A headline")


@pytest.fixture
def kinds():
    """The kinds of the hits of a search."""

    def of(record, words, **narrowed):
        return [hit.kind for hit in record.search(Wanted(words=words, **narrowed)).best]

    return of


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("BERGEN", ["bergen"]),
        ("bergen holm", ["bergen"]),
        ("Bergen Oslo", []),
        ("会谈", ["chinese"]),
        ("议", ["chinese"]),
        ("谈北", []),
        ("Cafe", ["chinese"]),
        ('"*:-', []),
        ("_", []),
        ("Bergen _", ["bergen"]),
        ("holm AND NOT falk", []),
        ("headline", ["chinese"]),
        ('"met Falk"', ["bergen"]),
        ('"Falk met"', []),
        ("settle", ["bergen"]),
    ],
)
def test_texts_in_any_language_are_found_by_their_words(record, dossier, words, found):
    record.add(dossier())
    record.add(Dossier(document=CHINESE))
    hits = record.search(Wanted(words=words, kind="documents")).best
    assert [hit.document.name for hit in hits] == found


def test_a_hit_gives_its_sentence_with_the_words_marked(record, dossier):
    record.add(dossier())
    (hit,) = record.search(Wanted(words="settled line", kind="positions")).best
    assert hit.sentence.text == "Norway holds that the line is settled, Holm said."
    assert [mark.text for mark in hit.marks] == ["line", "settled"]
    assert all(hit.document.holds(mark) for mark in hit.marks)
    assert hit.id == hit.finding.id


def test_a_text_whose_title_alone_has_the_words_shows_its_beginning(record):
    record.add(Dossier(document=CHINESE))
    (hit,) = record.search(Wanted(words="headline")).best
    assert (hit.sentence.text, hit.marks, hit.finding) == ("双方在北京举行会谈。", (), None)


def test_findings_stand_first_and_their_text_is_not_shown_again(record, dossier):
    record.add(dossier())
    record.add(Dossier(document=Document("The wind in Bergen.", name="wind")))
    found = record.search(Wanted(words="bergen"))
    assert [(hit.kind, hit.document.name) for hit in found.best] == [("engagements", "bergen"), ("documents", "wind")]
    assert found.total == 3


def test_the_best_match_stands_first(record, dossier):
    for name, text in (("once", "Oslo and the wind, the sea, the rain and the snow of the north."), ("often", "Oslo!")):
        record.add(Dossier(document=Document(text, name=name)))
    assert [hit.document.name for hit in record.search(Wanted(words="oslo")).best] == ["often", "once"]


def test_a_finding_is_found_by_who_takes_part(record, dossier, kinds):
    record.add(dossier())
    assert kinds(record, "astrid line") == ["statements"]


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"states": ("NO",)}, {"statements", "positions", "documents"}),
        ({"states": ("IS", "NO")}, {"documents"}),
        ({"states": ("SE",)}, set()),
        ({"person": "holm"}, {"statements", "documents"}),
        ({"person": "Astrid Holm"}, {"statements", "documents"}),
        ({"person": "hol"}, set()),
        ({"issue": "shipping"}, {"positions", "documents"}),
        ({"issue": "taiwan"}, set()),
        ({"kind": "positions"}, {"positions"}),
        ({"publisher": "wire"}, {"statements", "positions", "documents"}),
        ({"publisher": "w_re"}, set()),
        ({"since": "2024-05-15"}, {"statements", "positions", "documents"}),
        ({"since": "2024-05-16"}, set()),
        ({"until": "2024-05"}, {"statements", "positions", "documents"}),
        ({"until": "2024-05-14"}, set()),
        ({"as_of": "2024-05-15"}, {"statements", "positions", "documents"}),
        ({"as_of": "2024-05-14"}, set()),
    ],
)
def test_a_search_is_narrowed_by_what_it_names(record, dossier, narrowed, found):
    record.add(dossier(publisher="Example Wire"))
    assert set(record.search(Wanted(words="line", **narrowed)).facets["kind"] or {}) == found


def test_a_finding_without_issues_of_its_own_is_on_those_that_its_words_name(record, kinds):
    document = Document("The ministry fined a ship near Taiwan.")
    fined = Incident(
        kind="maritime", effect="strain", evidence=(document.span(0, 38),), confidence=0.5, extractor="x/1"
    )
    record.add(Dossier(document=document, findings=(fined,)))
    assert kinds(record, "ship", issue="taiwan") == ["incidents"]


def test_a_dated_finding_goes_by_its_own_day_and_an_undated_text_by_none(record, dossier, kinds):
    record.add(dossier())
    record.add(Dossier(document=replace(CHINESE, text="Bergen")))
    assert kinds(record, "bergen", until="2024-05-14") == ["engagements", "documents"]


def test_no_more_is_given_than_asked_for_but_all_are_counted(record, dossier):
    for name in "abc":
        record.add(dossier(name=name, publisher=name))
    found = record.search(Wanted(words="Bergen", kind="engagements", limit=2))
    assert (len(found.best), found.total) == (2, 3)
    assert found.facets["publisher"] == {"a": 1, "b": 1, "c": 1}


def decide(record, kind, subject, **fields):
    return record.decide(Verdict(kind=kind, subject=subject, **fields), by="Ada")


def test_a_rejected_finding_is_not_found_until_that_is_undone(record, dossier, kinds):
    record.add(dossier())
    made = decide(record, "reject", dossier().engagements[0].id, reason="a call")
    assert kinds(record, "bergen", kind="engagements") == []
    decide(record, "undo", made.subject, undoes=made.number)
    assert kinds(record, "bergen", kind="engagements") == ["engagements"]


def test_a_rejected_finding_is_found_as_of_a_moment_before(record, dossier, clock, kinds):
    record.add(dossier())
    clock.now += timedelta(days=1)
    decide(record, "reject", dossier().engagements[0].id, reason="a call")
    assert kinds(record, "bergen", kind="engagements", known_at="2026-01-01") == ["engagements"]


def test_an_edited_finding_is_found_as_it_was_edited(record, dossier, kinds):
    record.add(dossier())
    meeting = dossier().engagements[0]
    decide(record, "edit", meeting.id, changes={"participants": ["Astrid Holm", "Sigrun Dahl"], "date": "2023-01-01"})
    (hit,) = record.search(Wanted(words="dahl", person="Dahl", until="2023")).best
    assert (hit.id, hit.finding.participants) == (meeting.id, ("Astrid Holm", "Sigrun Dahl"))
    assert kinds(record, "bergen", person="Falk", kind="engagements") == []
    assert kinds(record, "bergen", kind="engagements") == ["engagements"]


def test_an_edited_finding_ranks_as_its_proposal(record, dossier, meeting):
    long = "Holm met Falk in Bergen on 14 May. Norway holds that the line is settled, Holm said, and so on."
    for name, text in (("short", None), ("long", long)):
        given = dossier(*([text] if text else []), name=name, publisher=name)
        end = 33 if name == "short" else len(long)
        record.add(replace(given, findings=(meeting(given.document, evidence=(given.document.span(0, end),)),)))
    found = record.search(Wanted(words="bergen", kind="engagements")).best
    decide(record, "edit", found[0].id, changes={"kind": "talks"})
    again = record.search(Wanted(words="bergen", kind="engagements")).best
    assert [hit.id for hit in again] == [hit.id for hit in found]
    assert again[0].finding.kind == "talks"


def test_what_is_withdrawn_is_found_only_as_of_a_moment_before(record, dossier, clock, kinds):
    record.add(dossier())
    clock.now += timedelta(days=2)
    record.add(dossier(findings=()))
    assert kinds(record, "bergen") == ["documents"]
    assert kinds(record, "bergen", known_at="2026-01-02") == ["engagements"]
    record.add(dossier())
    assert kinds(record, "bergen") == ["engagements"]


def test_a_text_is_found_as_it_was_last_read(record, dossier, clock):
    record.add(dossier())
    clock.now += timedelta(days=1)
    record.add(dossier(states=("SE",), findings=()))
    (hit,) = record.search(Wanted(words="bergen", states=("SE",))).best
    assert hit.document.name == "bergen"
    assert record.search(Wanted(words="bergen", kind="documents", states=("NO",))).total == 0
    assert record.search(Wanted(words="bergen", kind="documents", states=("NO",), known_at="2026-01-01")).total == 1


@pytest.mark.parametrize(("words", "found"), [("acted", ["events"]), ("hilda", ["events"]), ("norway", ["documents"])])
def test_a_coded_event_is_found_by_its_act_and_actors_and_not_by_all_its_sentence(record, kinds, words, found):
    document = paper("2024-05-14")
    record.add(Dossier(document=document, findings=(act(document, "AID", None, actor="Hilda Berg"),)))
    assert kinds(record, words) == found


def test_a_commitment_is_found_by_what_was_promised(record, kinds):
    document = Document("Norway would pay.")
    promised = Commitment(
        by=("NO",),
        what="pay for the harbour",
        polarity="do",
        strength="promised",
        evidence=(document.span(0, 16),),
        confidence=0.5,
        extractor="x/1",
    )
    record.add(Dossier(document=document, findings=(promised,)))
    assert kinds(record, "harbour") == ["commitments"]


def test_narrowing_by_a_value_of_a_facet_leaves_as_many_as_it_counted(record, dossier):
    record.add(dossier(publisher="Example Wire"))
    record.add(dossier(publisher="Desk", published="2023", states=("NO", "SE")))
    facets = record.search(Wanted(words="holm")).facets
    assert {facet: len(counts) for facet, counts in facets.items()} == {
        "kind": 3,
        "state": 3,
        "issue": 2,
        "publisher": 2,
        "year": 2,
    }
    for facet, given in (("kind", str), ("state", lambda state: (state,)), ("issue", str), ("publisher", str)):
        name = "states" if facet == "state" else facet
        for value, n in facets[facet].items():
            assert record.search(Wanted(words="holm", **{name: given(value)})).total == n
