"""Groupings are kept from one view to the next, never trusted beyond what they rest on, and no part of the record."""

import sqlite3
from contextlib import closing

import pytest

from detente.errors import RecordError
from detente.model.decision import Verdict
from detente.resolve import events
from detente.store import grouping
from detente.store.engine import writing
from detente.store.export import canonical_export
from detente.store.record import open_record
from simple_rules import Alone, Together

ASKED = ("NO", "IS")


class Counting(Together):
    """Rules that count how often they are asked about meetings."""

    def __init__(self, rules="counting"):
        super().__init__(rules)
        self.asked = 0

    def group_findings(self, found, published, pairs):
        self.asked += any(f.layer == "engagements" for f in found)
        return super().group_findings(found, published, pairs)


@pytest.fixture(autouse=True)
def _keep_the_smallest(monkeypatch):
    monkeypatch.setattr(grouping, "WORTH_KEEPING", 1)


@pytest.fixture
def meetings(record, dossier):
    """Ids of one meeting as two documents tell it."""
    ids = []
    for publisher in ("One", "Two"):
        given = dossier(publisher=publisher)
        record.add(given)
        ids += [f.id for f in given.findings if f.layer == "engagements"]
    return ids


def altered(record, change):
    with closing(sqlite3.connect(record.path)) as connection, connection:
        connection.execute(change)


def kept(record):
    with closing(sqlite3.connect(record.path)) as connection:
        return connection.execute("SELECT states, layer FROM groupings ORDER BY layer").fetchall()


@pytest.mark.usefixtures("meetings")
def test_a_second_view_has_the_same_entries_and_asks_the_rules_no_more(record):
    rules = Counting()
    first, second = record.view(ASKED, resolve=rules), record.view(("IS", "NO"), resolve=rules)
    assert rules.asked == 1
    assert (first.engagements, first.statements) == (second.engagements, second.statements)
    assert kept(record) == [("IS NO", layer) for layer in ("engagements", "positions", "statements")]


@pytest.mark.usefixtures("meetings")
def test_a_part_of_a_view_and_a_period_take_the_grouping_of_the_whole(record):
    rules = Counting()
    whole = record.view(ASKED, resolve=rules)
    part = record.view(ASKED, resolve=rules, layers=("engagements",), until="2030")
    assert (rules.asked, part.engagements) == (1, whole.engagements)


def add_another(record, dossier, _):
    record.add(dossier(publisher="Three"))


def put_together(record, _, meetings):
    record.decide(Verdict(kind="same", subject=meetings[0], other=meetings[1]), by="Ada")


def reject_one(record, _, meetings):
    record.decide(Verdict(kind="reject", subject=meetings[0], reason="no"), by="Ada")


def edit_one(record, _, meetings):
    record.decide(Verdict(kind="edit", subject=meetings[0], changes={"place": "Oslo"}), by="Ada")


def change_groups(record, *_):
    altered(record, "UPDATE groupings SET groups = '[[1], [0]]' WHERE layer = 'engagements'")


def change_basis(record, *_):
    altered(record, "UPDATE groupings SET basis = 'x' WHERE layer = 'engagements'")


@pytest.mark.parametrize("change", [add_another, put_together, reject_one, edit_one, change_groups, change_basis])
def test_what_rests_on_something_else_is_made_again_and_kept_in_its_place(record, dossier, meetings, change):
    rules = Counting()
    record.view(ASKED, resolve=rules)
    change(record, dossier, meetings)
    (entry,) = record.view(ASKED, resolve=rules).engagements
    assert rules.asked == 2
    assert record.view(ASKED, resolve=rules).engagements == (entry,)
    assert (rules.asked, len(kept(record))) == (2, 3)
    assert record.check() == []


@pytest.mark.usefixtures("meetings")
def test_other_rules_make_it_again(record):
    record.view(ASKED, resolve=Counting("one"))
    other = Counting("two")
    record.view(ASKED, resolve=other)
    assert other.asked == 1


@pytest.mark.parametrize(
    "asked", [{"as_of": "2024-05-20"}, {"known_at": "2026-01-02"}, {"told_in": ("x",), "layers": ("engagements",)}]
)
@pytest.mark.usefixtures("meetings")
def test_a_question_about_the_past_or_about_some_documents_keeps_nothing(record, asked):
    record.view(ASKED, resolve=Together(), **asked)
    assert kept(record) == []


def test_few_findings_are_grouped_each_time(record, meetings, monkeypatch):
    monkeypatch.setattr(grouping, "WORTH_KEEPING", len(meetings) + 1)
    record.view(ASKED, resolve=Alone())
    assert kept(record) == []


def test_a_decision_reaches_over_a_rejected_finding_as_it_does_without_a_grouping(record, meetings, dossier):
    given = dossier(publisher="Three")
    record.add(given)
    meetings.append(next(f.id for f in given.findings if f.layer == "engagements"))
    for other in meetings[1:]:
        record.decide(Verdict(kind="same", subject=meetings[0], other=other), by="Ada")
    record.decide(Verdict(kind="reject", subject=meetings[0], reason="no"), by="Ada")
    record.decide(Verdict(kind="edit", subject=meetings[1], changes={"date": "2024-06-01"}), by="Ada")
    for _ in range(2):
        (entry,) = record.view(ASKED, resolve=events).engagements
        assert len(entry.findings) == 2


@pytest.mark.usefixtures("meetings")
def test_the_export_does_not_tell_whether_anything_was_asked(record):
    before = canonical_export(record)
    record.view(ASKED, resolve=Together())
    assert canonical_export(record) == before


@pytest.mark.usefixtures("meetings")
def test_a_grouping_altered_by_another_hand_is_found_unsound(record):
    record.view(ASKED, resolve=Together())
    assert record.check() == []
    change_groups(record)
    assert record.check() == ["grouping of engagements on IS NO: was changed; the next view of them makes it anew"]


@pytest.mark.usefixtures("meetings")
def test_a_view_does_not_wait_for_another_who_writes(record):
    rules = Counting()
    with writing(record._engine, record.path), open_record(record.path) as other:
        assert other.view(ASKED, resolve=rules).engagements
    assert kept(record) == []


@pytest.mark.usefixtures("meetings")
def test_a_record_that_may_only_be_read_gives_a_view(record, monkeypatch):
    def refused(*_, **__):
        raise RecordError("it may only be read")

    monkeypatch.setattr("detente.store.record.keep", refused)
    assert record.view(ASKED, resolve=Together()).engagements
