"""One thing in the world counts once, however often it is reported, and nothing is drawn together that is two."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.document import Document
from detente.model.findings import (
    Assessment,
    ChannelReport,
    Commitment,
    Engagement,
    Event,
    Finding,
    Incident,
    Position,
    Statement,
)
from detente.model.view import Entry
from detente.ontology.plover import codes
from detente.resolve.events import entry_of, group_findings
from detente.resolve.merge import merge

FIRST = Document("Falk will receive Holm in Bergen next week.", name="first", published="2024-05-08")
SECOND = Document("Holm met Falk in Bergen on Tuesday, 14 May.", name="second", published="2024-05-15")
THIRD = Document("The Bergen talks of Holm and Falk lasted an hour.", name="third", published="2024-05-16")
PUBLISHED = {d.id: d.published or "" for d in (FIRST, SECOND, THIRD)}


def cited(document: Document, text: str = "") -> dict[str, Any]:
    at = document.text.index(text)
    span = document.span(at, at + len(text)) if text else document.span(0, len(document.text))
    return {"evidence": (span,), "confidence": 0.5, "extractor": "x/1"}


def engagement(document: Document, **fields: Any) -> Engagement:
    given: dict[str, Any] = {
        "kind": "meeting",
        "participants": ("Astrid Holm", "Jon Falk"),
        "states": ("NO", "IS"),
        "date": "2024-05-14",
        "status": "held",
    }
    return Engagement(**cited(document), **(given | fields))


def things(*findings: Finding) -> int:
    return len(group_findings(findings, PUBLISHED))


def entries_of(findings: Sequence[Finding]) -> list[Entry[Any]]:
    return [entry_of(group) for group in group_findings(findings, PUBLISHED)]


def test_a_report_without_names_and_day_joins_by_its_states_and_place_or_length():
    nameless = {"participants": (), "date": None}
    dated = engagement(SECOND, place="Bergen", duration_min=60)
    assert things(dated, engagement(THIRD, **nameless, duration_min=60, kind="call")) == 1
    assert things(dated, engagement(THIRD, **nameless, place="Bergen")) == 1
    assert things(dated, engagement(THIRD, **nameless)) == 2
    assert things(dated, engagement(THIRD, **nameless, place="Bergen", states=("NO", "SE"))) == 2


def test_what_a_nameless_report_leaves_open_refuses_no_report_that_names_people():
    nameless = engagement(FIRST, participants=(), kind="talks")
    assert things(nameless, engagement(SECOND), engagement(THIRD, kind="summit", date=None)) == 1


def test_a_contact_told_twice_in_one_text_as_planned_and_as_held_is_one():
    assert things(engagement(SECOND), engagement(SECOND, status="planned")) == 1


def test_a_meeting_of_two_is_not_the_summit_of_the_group_that_both_belong_to():
    summit = engagement(SECOND, kind="summit", participants=("Joe Biden", "Quad Leaders Summit"), states=("US", "QUAD"))
    two = engagement(THIRD, participants=("Joe Biden", "Fumio Kishida"), states=("US", "JP"))
    four = engagement(FIRST, participants=("Joe Biden",), states=("US", "JP", "IN", "AU"))
    assert things(summit, two) == 2
    assert things(summit, four) == 1


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"kind": "talks"},
        {"date": "2024-05"},
        {"date": "2024"},
        {"date": None},
        {"participants": ("Falk, Jon", "HOLM Astrid")},
        {"participants": ("Astrid Holm", "Jon Falk", "Per Vik")},
        {"participants": ("Astrid Holm",)},
        {"participants": ()},
        {"states": ("IS", "SE")},
        {"states": ()},
        {"status": "planned"},
        {"start": "10:00"},
    ],
)
def test_two_reports_of_one_meeting_are_one_thing(other):
    assert things(engagement(SECOND), engagement(THIRD, **other)) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "visit"},
        {"kind": "call"},
        {"kind": "letter"},
        {"date": "2024-05-13"},
        {"date": "2024-04"},
        {"participants": ("Per Vik", "Anna Lund")},
        {"participants": ("Astrid Holm", "Per Vik")},
        {"participants": ("Astrid Holm", "Per Vik", "Anna Lund", "Jan Dahl")},
        {"states": ("SE", "FI")},
        {"date": None, "participants": ("Astrid Holm",)},
        {"date": None, "participants": ()},
    ],
)
def test_two_contacts_that_differ_are_two_things(other):
    assert things(engagement(SECOND), engagement(THIRD, **other)) == 2


def test_two_meetings_of_one_document_stay_two():
    assert things(engagement(SECOND), engagement(SECOND, place="Bergen")) == 2


def test_what_a_document_tells_again_without_a_day_is_one_contact():
    again = engagement(SECOND, date=None, place="Bergen")
    assert things(engagement(SECOND), again) == 1
    assert things(engagement(SECOND), replace(again, kind="visit")) == 2


def test_two_meetings_of_one_day_with_different_hours_stay_two():
    assert things(engagement(SECOND, start="10:00"), engagement(THIRD, start="15:00")) == 2


def test_a_vague_report_neither_draws_two_meetings_together_nor_joins_one_by_guess():
    days = engagement(FIRST, date="2024-05-13"), engagement(SECOND, date="2024-05-14")
    assert things(*days, engagement(THIRD, date="2024-05")) == 3


@pytest.mark.parametrize("vague", [(), ("Astrid Holm",)])
def test_a_report_that_may_be_of_either_of_two_meetings_stays_alone(vague):
    with_falk = engagement(FIRST)
    with_vik = engagement(SECOND, participants=("Astrid Holm", "Per Vik"))
    assert things(with_falk, with_vik, engagement(THIRD, participants=vague)) == 3
    assert things(with_falk, with_vik, engagement(THIRD, participants=with_vik.participants)) == 2


def test_undated_reports_far_apart_are_not_taken_for_one_contact():
    memoir = Document("Years later, Holm recalled meeting Falk.", published="2029-01-01")
    published = PUBLISHED | {memoir.id: "2029-01-01"}
    undated = engagement(SECOND, date=None), engagement(memoir, date=None)
    assert len(group_findings(undated, published)) == 2
    assert things(engagement(SECOND, date=None), engagement(THIRD, date=None)) == 1


def test_undated_reports_in_undated_documents_stay_apart():
    loose = engagement(SECOND, date=None), engagement(THIRD, date=None)
    assert len(group_findings(loose, {})) == 2


@pytest.mark.parametrize(
    "other",
    [{"confidence": 0.9}, {"extractor": "y/2"}, {"because_of": ("a" * 24,)}, {"part_of": "b" * 24}],
)
def test_what_is_no_part_of_an_id_does_not_matter(other):
    findings = [engagement(FIRST, status="planned", date="2024-05"), engagement(SECOND), engagement(THIRD, date=None)]
    changed = [replace(f, **other) for f in findings]
    assert {f.id for f in changed} == {f.id for f in findings}
    assert [[f.id for f in g] for g in group_findings(changed, PUBLISHED)] == [
        [f.id for f in g] for g in group_findings(findings, PUBLISHED)
    ]


def test_the_order_of_findings_does_not_matter():
    findings = [engagement(FIRST, status="planned", date="2024-05"), engagement(SECOND), engagement(THIRD, date=None)]
    results = {tuple(entries_of(list(order))) for order in permutations(findings)}
    assert len(results) == 1
    ((entry,),) = results
    assert [f.evidence[0].doc for f in entry.findings] == [FIRST.id, SECOND.id, THIRD.id]
    assert (entry.id, entry.reports) == (entry.findings[0].id, 3)


@pytest.mark.parametrize(
    ("statuses", "shown"),
    [
        (("planned", "held"), "held"),
        (("planned", "cancelled"), "cancelled"),
        (("planned", "postponed", "cancelled"), "cancelled"),
        (("held", "planned"), "held"),
        (("proposed", "declined"), "declined"),
    ],
)
def test_the_latest_status_is_shown_unless_the_meeting_was_held(statuses, shown):
    reports = [engagement(d, status=s) for d, s in zip((FIRST, SECOND, THIRD), statuses, strict=False)]
    (entry,) = entries_of(reports)
    assert entry.best.status == shown
    assert {s.doc for s in entry.best.evidence} == {f.evidence[0].doc for f in reports}


def test_the_shown_meeting_has_what_any_report_tells_and_the_most_precise_date():
    reports = [
        engagement(FIRST, status="planned", date="2024-05", place="Bergen", date_basis="inferred"),
        engagement(SECOND, date="2024-05-14", date_basis="stated", start="10:00"),
        engagement(THIRD, date="2024-05", duration_min=60, participants=("Astrid Holm", "Jon Falk", "Per Vik")),
    ]
    best = merge(reports)
    assert (best.date, best.date_basis, best.place, best.start) == ("2024-05-14", "stated", "Bergen", "10:00")
    assert (best.duration_min, best.status) == (60, "held")


def test_one_report_is_shown_as_it_is():
    only = engagement(SECOND)
    assert merge([only]) is only


def test_a_report_that_names_people_leads_one_that_tells_more_of_the_states_alone():
    named = engagement(SECOND)
    nameless = engagement(THIRD, participants=("Norway", "Iceland"), place="Bergen", duration_min=60)

    best = merge([named, nameless])

    assert (best.participants, best.place, best.duration_min) == (("Astrid Holm", "Jon Falk"), "Bergen", 60)


def statement(document: Document, content: str, speaker: str | None = "Astrid Holm") -> Statement:
    at = document.text.index(content)
    span = document.span(at, at + len(content))
    return Statement(speaker=speaker, mode="indirect", content=(span,), **cited(document, content))


def test_the_same_words_of_one_speaker_are_one_statement():
    assert things(statement(FIRST, "Holm in Bergen"), statement(SECOND, "Falk in Bergen")) == 2
    copy = Document(FIRST.text.upper(), published="2024-05-09")
    assert things(statement(FIRST, "next week"), statement(copy, "NEXT WEEK", "astrid holm")) == 1
    assert things(statement(FIRST, "next week"), statement(copy, "NEXT WEEK", "Jon Falk")) == 2
    assert things(statement(FIRST, "next week", None), statement(copy, "NEXT WEEK", None)) == 2


def test_a_channel_is_one_whoever_reports_it_with_its_latest_status():
    early = ChannelReport(states=("NO", "IS"), kind="military", status="open", since="2020", **cited(FIRST))
    late = ChannelReport(states=("IS", "NO"), kind="military", status="suspended", **cited(SECOND))
    other = replace(late, kind="leader")
    entries = entries_of([late, other, early])
    assert sorted((e.best.kind, e.best.status, e.reports) for e in entries) == [
        ("leader", "suspended", 1),
        ("military", "suspended", 2),
    ]


def test_the_day_of_a_cut_says_nothing_of_a_line_that_is_open_again():
    cut = ChannelReport(states=("NO", "IS"), kind="military", status="suspended", since="2020", **cited(FIRST))
    restored = ChannelReport(states=("IS", "NO"), kind="military", status="restored", **cited(SECOND))
    (entry,) = entries_of([cut, restored])
    assert (entry.best.status, entry.best.since) == ("restored", None)


def test_a_position_is_one_per_state_and_issue_in_its_latest_words():
    early = Position(state="NO", issue="shipping", summary="old", **cited(FIRST))
    late = Position(state="NO", issue="shipping", summary="new", **cited(SECOND))
    other = Position(state="IS", issue="shipping", summary="theirs", **cited(SECOND))
    entries = entries_of([early, other, late])
    assert sorted((e.best.state, e.best.summary) for e in entries) == [("IS", "theirs"), ("NO", "new")]


@pytest.mark.parametrize(
    ("what", "fields", "count"),
    [
        ("to keep the coast guard line open", {}, 1),
        ("keep open the coast guard line", {}, 1),
        ("to close the coast guard line", {}, 2),
        ("to return the buoy", {}, 2),
        ("to keep the coast guard line open", {"polarity": "refrain"}, 2),
        ("to keep the coast guard line open", {"by": ("IS",)}, 2),
    ],
)
def test_a_promise_told_in_nearly_the_same_words_is_one(what, fields, count):
    given: dict[str, Any] = {"by": ("NO",), "to": ("IS",), "polarity": "do", "strength": "agreed"}
    first = Commitment(what="keep the coast guard line open", **given, **cited(FIRST))
    second = Commitment(what=what, **(given | fields), **cited(SECOND))
    assert things(first, second) == count


@pytest.mark.parametrize(
    ("words", "fields", "count"),
    [
        ("the patrol boat cut the buoy loose", {}, 1),
        ("a buoy was cut by a patrol", {"date": "2024-03"}, 1),
        ("a buoy was lost after a patrol", {"date": None}, 2),
        ("a patrol boat cut a buoy loose", {"date": None}, 1),
        ("the patrol boat cut the buoy loose", {"date": "2024-04-01"}, 2),
        ("the patrol boat cut the buoy loose", {"by": ("SE",)}, 2),
        ("the patrol boat cut the buoy loose", {"against": ("SE",)}, 2),
        ("the patrol boat cut the buoy loose", {"kind": "military"}, 2),
        ("trawlers were held in port", {}, 2),
    ],
)
def test_an_incident_is_one_when_kind_sides_day_and_words_agree(words, fields, count):
    given: dict[str, Any] = {
        "kind": "maritime",
        "by": ("IS",),
        "against": ("NO",),
        "date": "2024-03-09",
        "effect": "strain",
    }
    here, there = Document("A patrol boat cut a buoy loose.", published="2024-03-10"), Document(words)
    pair = Incident(**given, **cited(here)), Incident(**(given | fields), **cited(there))
    assert len(group_findings(pair, {})) == count


@pytest.mark.parametrize(
    ("text", "fields", "count"),
    [
        ("Holm met Falk in Bergen on Tuesday.", {}, 1),
        ("Holm met Falk in Bergen on Tuesday.", {"date": None}, 1),
        ("Holm met Falk in Bergen on Tuesday.", {"date": "2024-05-15"}, 2),
        ("Holm met Falk in Bergen on Tuesday.", {"type": "SUPPORT"}, 2),
        ("Holm met Falk in Bergen on Tuesday.", {"status": "planned"}, 2),
        ("Holm met Falk in Bergen on Tuesday.", {"to": ("SE",)}, 2),
        ("Ministers spoke of herring.", {}, 2),
    ],
)
def test_an_event_is_one_when_type_status_sides_day_and_words_agree(text, fields, count):
    given: dict[str, Any] = {"type": "ACCUSE", "by": ("NO",), "to": ("IS",), "date": "2024-05-14"}
    pair = event(SECOND, given), event(Document(text), given | fields)
    assert things(*pair) == count


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({}, 1),
        ({"by": ("IS",), "to": ("NO",)}, 1),
        ({"type": "ACCUSE"}, 2),
        ({"mode": "phone", "by": ("IS",), "to": ("NO",)}, 1),
        ({"mode": "visit"}, 2),
        ({"to": ("SE",)}, 2),
        ({"date": "2024-05-15"}, 2),
        ({"date": "2024-05"}, 2),
        ({"actor": "Norway"}, 1),
        ({"actor": "We", "recipient": "the two leaders"}, 1),
        ({"actor": "Foreign Minister J. Falk"}, 1),
        ({"actor": "Rut Vikholm"}, 2),
        ({"actor": "Foreign Minister Rut Vikholm", "recipient": "Egil Brimstad"}, 2),
    ],
)
def test_talks_of_two_states_on_one_day_are_one_in_any_words_and_order_unless_others_are_named(fields, count):
    given: dict[str, Any] = {"type": "CONSULT", "by": ("NO",), "to": ("IS",), "date": "2024-05-14"}
    other = event(Document("Ministers spoke of herring."), given | fields)
    ours = event(SECOND, given | {"actor": "Foreign Minister Jon Falk", "recipient": "Egil Brimstad"})
    assert things(ours, other) == count


def test_an_event_told_twice_in_one_document_is_one_and_acts_of_nobody_known_are_never_put_together():
    twice = [
        event(SECOND, {"type": "CONSULT", "by": by, "place": place})
        for place in ("Bergen", None)
        for by in (("NO",), ())
    ]
    assert things(*twice) == 3


def event(document: Document, told: dict[str, Any]) -> Event:
    words = cited(document)
    return Event(**told, trigger=words["evidence"][0], **codes(told["type"], None), **words)


def test_assessments_are_never_merged():
    pair = [Assessment(direction="low", states=("NO", "IS"), **cited(d)) for d in (FIRST, SECOND)]
    assert things(*pair) == 2


promised = st.lists(st.sampled_from(["aaaa", "bbbb", "cccc", "dddd", "eeeee", "fffff"]), min_size=1, unique=True)


@given(promised, promised)
def test_promises_are_the_same_exactly_when_they_share_three_words_in_five(ours, theirs):
    given_fields: dict[str, Any] = {"by": ("NO",), "polarity": "do", "strength": "agreed"}
    first = Commitment(what=" ".join(ours), **given_fields, **cited(FIRST))
    second = Commitment(what=" ".join(theirs), **given_fields, **cited(SECOND))
    shared = len(set(ours) & set(theirs)) / len(set(ours) | set(theirs))
    assert things(first, second) == (1 if shared >= 0.6 else 2)


def test_who_refused_is_not_told_of_what_was_held_after_all():
    refused = engagement(FIRST, status="declined", refused_by="IS", reason=cited(FIRST, "next week")["evidence"][0])
    held = engagement(SECOND, place="Bergen")
    merged = merge([refused, held])
    assert (merged.status, merged.refused_by, merged.reason, merged.place) == ("held", None, None, "Bergen")
    again = merge([held, engagement(THIRD, status="held", participants=())])
    assert again.place == "Bergen"
    refusals = merge([engagement(FIRST, status="declined"), engagement(SECOND, status="declined", refused_by="IS")])
    assert refusals.refused_by == "IS"
