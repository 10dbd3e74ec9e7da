"""What a record holds, counted."""

from datetime import timedelta

from detente.model.decision import Verdict
from detente.store.overview import Dealings, Publisher, Version


def test_an_empty_record_has_no_dealings_publishers_or_versions(record):
    assert (record.dealings(), record.publishers(), record.versions_of_extractors()) == ([], [], [])


def test_every_two_states_of_one_document_are_counted_most_documents_first(record, dossier):
    record.add(dossier())
    record.add(dossier(name="oslo", published="2024-06", title="Oslo", states=("NO", "IS", "SE")))
    assert record.dealings()[0] == Dealings(("IS", "NO"), 2, "2024-05-15", "2024-06")
    assert {d.states: d.documents for d in record.dealings()} == {("IS", "NO"): 2, ("IS", "SE"): 1, ("NO", "SE"): 1}


def test_publishers_are_counted_with_their_days(record, dossier):
    record.add(dossier(publisher="Harbour Press"))
    record.add(dossier(publisher="Harbour Press", published="2024-06-01"))
    record.add(dossier())
    assert record.publishers() == [
        Publisher("Harbour Press", 2, "2024-05-15", "2024-06-01"),
        Publisher(None, 1, "2024-05-15", "2024-05-15"),
    ]


def test_findings_are_counted_by_version_of_their_extractor(record, dossier):
    record.add(dossier())
    assert Version("engagements", "engagements/1", 1) in record.versions_of_extractors()


def test_the_mark_changes_with_documents_and_decisions_and_with_nothing_else(record, dossier, clock, viewed):
    before = record.mark()
    record.add(dossier())
    added = record.mark()
    viewed(record)
    clock.now += timedelta(days=1)
    record.add(dossier())
    same = record.mark()
    finding = dossier().findings[0].id
    record.decide(Verdict(kind="accept", subject=finding), by="Ada")
    assert before != added
    assert added == same
    assert record.mark() != same


def test_documents_of_a_publisher_come_a_page_at_a_time_the_latest_first(record, dossier):
    for day in ("2024-05-15", "2024-07", "2024-06-01"):
        record.add(dossier(publisher="Harbour Press", published=day))
    record.add(dossier())
    days = [d.published for d in record.documents_of("Harbour Press", limit=2)]
    rest = [d.published for d in record.documents_of("Harbour Press", limit=2, after=2)]
    assert (days, rest) == (["2024-07", "2024-06-01"], ["2024-05-15"])
    assert [d.publisher for d in record.documents_of(None, limit=5)] == [None]


def test_problems_are_counted_by_kind(record, dossier):
    record.add(dossier())
    record.add(dossier(published="2024-06-01"))
    assert record.kinds_of_problems() == {"date": 2}
