"""A view holds what concerns some states, within a period, as of a moment."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from detente.errors import ChoiceError, DateError
from detente.model.document import Document
from detente.model.dossier import Dossier, Problem
from detente.model.findings import (
    Assessment,
    ChannelReport,
    Commitment,
    Discrepancy,
    Event,
    Incident,
    Position,
    Statement,
)
from detente.ontology.plover import codes
from detente.store.rows import states_of
from detente.store.views import instant_of
from simple_rules import Alone, Together

DOCUMENT = Document(
    "Holm met Falk in Bergen on 14 May. Norway holds that the line is settled, Holm said.",
    name="bergen",
    published="2024-05-15",
)
SHARED: dict[str, Any] = {"evidence": (DOCUMENT.span(0, 33),), "confidence": 0.5, "extractor": "x/1"}


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (("NO", "IS"), True),
        (("IS", "NO"), True),
        (("NO",), True),
        (("NO", "SE"), False),
        (("SE",), False),
        (("NO", "IS", "SE"), False),
    ],
)
def test_a_meeting_is_shown_to_those_who_ask_about_its_states(record, dossier, viewed, asked, shown):
    record.add(dossier())
    assert bool(viewed(record, *asked).engagements) == shown


@pytest.mark.parametrize(
    ("state", "doc_states", "shown"),
    [("NO", ("NO", "IS"), True), ("NO", ("NO",), False), ("SE", ("NO", "IS", "SE"), False), (None, ("NO", "IS"), True)],
)
def test_a_statement_is_shown_where_one_of_the_two_speaks_in_a_document_on_their_dealings(
    record, viewed, state, doc_states, shown
):
    said = Statement(speaker="x", state=state, mode="indirect", content=(DOCUMENT.span(0, 4),), **SHARED)
    record.add(Dossier(document=DOCUMENT, states=doc_states, findings=(said,)))
    assert bool(viewed(record).statements) == shown


@pytest.mark.parametrize(
    ("finding", "states"),
    [
        (ChannelReport(states=("NO", "IS"), kind="military", status="open", **SHARED), {"NO", "IS"}),
        (Commitment(by=("NO",), to=("IS",), what="x", polarity="do", strength="agreed", **SHARED), {"NO", "IS"}),
        (Incident(kind="maritime", by=("IS",), against=("NO",), effect="strain", **SHARED), {"NO", "IS"}),
        (Position(state="NO", issue="shipping", summary="x", **SHARED), {"NO"}),
        (Assessment(state="NO", states=("NO", "IS"), direction="low", **SHARED), {"NO", "IS"}),
        (
            Event(
                type="CONSULT",
                by=("NO",),
                to=("IS",),
                trigger=DOCUMENT.span(5, 8),
                **codes("CONSULT", None),
                **SHARED,
            ),
            {"NO", "IS"},
        ),
        (Discrepancy(kind="date", a=DOCUMENT.span(0, 4), b=DOCUMENT.span(5, 8), about="x", **SHARED), set()),
    ],
)
def test_a_finding_of_each_kind_names_its_states_and_is_shown_on_the_pair(record, viewed, finding, states):
    record.add(Dossier(document=DOCUMENT, states=("NO", "IS"), findings=(finding,)))
    assert states_of(finding) == states
    (entry,) = getattr(viewed(record), finding.layer)
    assert entry.best == finding


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"since": "2024-05-14"}, True),
        ({"since": "2024-05-15"}, False),
        ({"until": "2024-05-13"}, False),
        ({"until": "2024-05"}, True),
        ({"since": "2024", "until": "2024"}, True),
        ({"since": "2025"}, False),
    ],
)
def test_a_dated_meeting_goes_by_its_own_day(record, dossier, viewed, asked, shown):
    record.add(dossier())
    assert bool(viewed(record, **asked).engagements) == shown


def test_a_visit_belongs_to_every_day_of_it(record, dossier, meeting, viewed):
    full = dossier()
    record.add(dossier(findings=(meeting(full.document, kind="visit", end_date="2024-05-20"),)))
    assert viewed(record, since="2024-05-18", until="2024-05-19").engagements


def test_an_undated_meeting_goes_by_the_day_of_publication(record, dossier, meeting, viewed):
    full = dossier()
    record.add(dossier(findings=(meeting(full.document, date=None),)))
    assert viewed(record, since="2024-05-15").engagements
    assert not viewed(record, until="2024-05-14").engagements


def test_a_meeting_without_any_date_is_shown_in_every_period(record, dossier, meeting, viewed):
    document = dossier(published=None).document
    record.add(dossier(published=None, findings=(meeting(document, date=None),)))
    assert viewed(record, since="2030").engagements


@pytest.fixture
def reported(record, dossier):
    """The record with the meeting, as reported on a day."""

    def report(published):
        record.add(dossier(published=published))
        return record

    return report


@pytest.mark.parametrize(
    ("published", "as_of", "shown"),
    [
        ("2024-05-15", "2024-05-15", True),
        ("2024-05-15", "2024-05-14", False),
        ("2024-05-15", "2024-05", True),
        ("2024-05", "2024-05-15", False),
        ("2024-05", "2024-05-31", True),
        (None, "2030", False),
    ],
)
def test_as_of_a_day_only_what_was_certainly_public_is_known(reported, viewed, published, as_of, shown):
    view = viewed(reported(published), as_of=as_of)
    assert (bool(view.engagements), bool(view.documents)) == (shown, shown)


def test_known_at_a_moment_only_what_was_recorded_is_known(record, dossier, clock, viewed):
    clock.now += timedelta(hours=12)
    record.add(dossier())
    assert viewed(record, known_at="2026-01-01").engagements
    assert viewed(record, known_at="2026-01-01T12:00:00").engagements
    before = viewed(record, known_at="2026-01-01T11:59:59")
    assert (before.engagements, before.documents) == ((), {})


@pytest.mark.parametrize(
    ("given", "spelled"),
    [
        ("2026-01-01", "2026-01-01T23:59:59.999999Z"),
        ("2026-01-01T10:00", "2026-01-01T10:00:00.000000Z"),
        ("2026-01-01T10:00:00+02:00", "2026-01-01T08:00:00.000000Z"),
        ("2026-01-01T10:00:00.5Z", "2026-01-01T10:00:00.500000Z"),
    ],
)
def test_a_moment_is_read_in_utc_and_a_day_means_its_end(given, spelled):
    assert instant_of(given) == spelled


@pytest.mark.parametrize("asked", [{"since": "May"}, {"until": "2024-13"}, {"as_of": "soon"}, {"known_at": "2026"}])
def test_a_bound_that_is_no_date_is_refused(record, viewed, asked):
    with pytest.raises(DateError, match=r"is no (date|moment)"):
        viewed(record, **asked)


def test_a_period_that_ends_before_it_begins_is_refused(record, viewed):
    with pytest.raises(DateError):
        viewed(record, since="2024-06", until="2024-05")


def test_a_view_of_no_states_is_refused(record):
    with pytest.raises(ChoiceError, match="name one or two"):
        record.view((), resolve=Alone())


def test_entries_stand_in_order_of_time(record, dossier, meeting, viewed):
    document = dossier().document
    dates = ["2024-05-14", "2024-03", "2024-04-02"]
    record.add(dossier(findings=tuple(meeting(document, date=day) for day in dates)))
    assert [e.best.date for e in viewed(record).engagements] == sorted(dates)


def test_a_view_carries_its_documents_people_and_problems(record, dossier, viewed):
    record.add(dossier())
    record.add(dossier(name="elsewhere", publisher="P", states=("SE", "FI"), findings=()))
    view = viewed(record)
    assert [d.name for d in view.documents.values()] == ["bergen"]
    assert [p.name for p in view.people] == ["Astrid Holm"]
    assert [p.message for p in view.problems] == ["no year"]
    assert (view.states, view.since) == (("NO", "IS"), None)


def test_documents_of_another_period_are_left_out_unless_cited(record, dossier, meeting, viewed):
    record.add(dossier(findings=()))
    record.add(
        dossier(name="memoir", published="2029", findings=(meeting(dossier(name="memoir", published="2029").document),))
    )
    assert [d.name for d in viewed(record, until="2024-05-14").documents.values()] == ["memoir"]


def test_a_document_that_could_not_be_read_is_among_the_problems_of_every_pair(record, viewed):
    unread = Document("双方在北京举行会谈。", name="chinese", language="zh")
    problem = Problem(kind="language", message="Chinese is not read yet", doc=unread.id)
    record.add(Dossier(document=unread, problems=(problem,)))
    assert viewed(record).problems == (problem,)


def test_what_belongs_together_is_decided_by_the_caller(record, dossier):
    record.add(dossier())
    record.add(dossier(name="copy", publisher="Another"))
    asked = []

    class Nothing(Alone):
        def group_findings(self, found, published, pairs):
            asked.append((len(found), {published[f.evidence[0].doc] for f in found}))
            return []

    view = record.view(("NO", "IS"), resolve=Nothing())
    assert (2, {"2024-05-15"}) in asked
    assert view.engagements == ()


def test_reports_in_copies_of_a_text_are_counted_as_copies(record, dossier, meeting):
    other = "Holm met Falk in Bergen on 14 May. The wind was high and the coffee cold when the two sat down."
    for text, publisher in ((DOCUMENT.text, "A"), (DOCUMENT.text + " So it was told.", "B"), (other, "C")):
        given = dossier(text, publisher=publisher)
        record.add(replace(given, findings=(meeting(given.document),)))
    (entry,) = record.view(("NO", "IS"), resolve=Together()).engagements
    assert (entry.reports, entry.copies) == (3, 1)


def test_versions_of_an_address_stand_in_order(record, dossier):
    for day in ("2024-05-16", "2024-05-15"):
        record.add(dossier(DOCUMENT.text + day, url="https://press.example/x", published=day))
    record.add(dossier(url="https://press.example/y"))
    assert [d.published for d in record.versions("https://press.example/x")] == ["2024-05-15", "2024-05-16"]


def test_a_view_of_one_layer_has_its_entries_as_the_whole_view_does(record, dossier, viewed):
    record.add(dossier())
    record.add(dossier(name="again", publisher="Other"))
    whole, part = viewed(record), viewed(record, layers=("engagements",))
    assert part.engagements == whole.engagements != ()
    assert part.statements == part.positions == ()
    assert set(part.documents) == {f.evidence[0].doc for e in whole.engagements for f in e.findings}


def test_a_view_of_some_documents_has_all_that_they_tell_and_no_more(record, dossier, viewed):
    one, other = dossier(), dossier(name="other", publisher="Other")
    record.add(one)
    record.add(other)
    part = viewed(record, told_in=(one.document.id,))
    assert set(part.documents) == {one.document.id}
    assert (len(part.statements), len(part.engagements), len(part.positions)) == (1, 1, 1)
