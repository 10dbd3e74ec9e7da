"""A report without a day means the one contact that fits it; of two that are as near it means neither."""

from typing import Any

import pytest

from detente.model.document import Document
from detente.model.findings import Engagement
from detente.resolve.contacts import contradicts
from detente.resolve.recalled import meant

PEOPLE = ("Astrid Holm", "Jon Falk")


def told(published: str, text: str = "Holm met Falk.", **fields: Any) -> tuple[Engagement, dict[str, str]]:
    document = Document(text, name=f"{published} {fields}", title=f"{fields}", published=published)
    given: dict[str, Any] = {"kind": "meeting", "participants": PEOPLE, "states": ("NO", "IS"), "status": "held"}
    span = document.span(0, len(text))
    finding = Engagement(evidence=(span,), confidence=0.5, extractor="x/1", **(given | fields))
    return finding, {document.id: published}


def chosen(report: tuple[Engagement, dict[str, str]], *others: tuple[Engagement, dict[str, str]]) -> str | None:
    """The date of the contact that the report is taken for."""
    finding, published = report
    for _, days in others:
        published = published | days
    fitting = [[other] for other, _ in others if not contradicts(finding, other)]
    group = meant(finding, fitting, published)
    return group[0].date if group else None


MARCH, MAY, LATE_MAY = (
    told(day, date=day, place=place)
    for day, place in (("2024-03-02", "Oslo"), ("2024-05-14", "Bergen, Norway"), ("2024-05-16", "Narvik"))
)


@pytest.mark.parametrize(
    ("report", "day"),
    [
        (told("2024-05-20"), "2024-05-14"),
        (told("2024-05-20", kind="talks"), "2024-05-14"),
        (told("2024-04-20"), "2024-03-02"),
        (told("2026-04-20", place="Oslo"), None),
        (told("2025-02-20", place="Oslo"), "2024-03-02"),
        (told("2025-02-20"), None),
        (told("2024-05-13", status="planned"), "2024-05-14"),
        (told("2024-03-01", status="planned"), "2024-03-02"),
        (told("2024-05-20", status="planned"), None),
        (told("2024-01-30"), None),
        (told("2024-05-20", participants=("Astrid Holm",)), None),
        (told("2024-05-20", participants=("Astrid Holm", "Per Vik")), None),
    ],
)
def test_an_undated_report_means_the_last_contact_before_it_or_the_next_one_planned(report, day):
    assert chosen(report, MARCH, MAY) == day


@pytest.mark.parametrize(
    ("fields", "day"), [({}, None), ({"place": "Narvik"}, "2024-05-16"), ({"date": "2024-05"}, None)]
)
def test_two_meetings_of_one_week_stay_two_and_a_vague_report_joins_one_only_by_its_place(fields, day):
    assert contradicts(MAY[0], LATE_MAY[0])
    assert chosen(told("2024-05-20", **fields), MAY, LATE_MAY) == day


@pytest.mark.parametrize(("date", "day"), [("2024-05", "2024-05-14"), ("2024-03", "2024-03-02"), ("2023", None)])
def test_a_month_means_the_contact_in_it(date, day):
    assert chosen(told("2024-09-01", date=date), MARCH, MAY) == day


def test_what_is_planned_for_a_month_is_no_contact_that_was_held_before():
    early = told("2024-05-02", date="2024-05-02")
    assert chosen(told("2024-05-20", date="2024-05", status="planned"), early) is None
    assert chosen(told("2024-05-01", date="2024-05", status="planned"), early) == "2024-05-02"


def test_an_undated_meeting_is_the_call_of_those_days_where_nothing_else_fits():
    call = told("2024-05-14", date="2024-05-14", kind="call")
    assert chosen(told("2024-05-16"), call) == "2024-05-14"
    assert chosen(told("2024-06-16"), call) is None
    assert chosen(told("2024-05-16"), call, told("2024-05-02", date="2024-05-02")) == "2024-05-02"


def test_states_and_nameless_leaders_are_no_people_who_could_meet_again():
    nobody = ("Norway", "the two leaders")
    assert chosen(told("2024-05-20", participants=nobody), MAY) is None
    assert chosen(told("2024-05-20", participants=nobody, date="2024-05-14"), MAY) == "2024-05-14"


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"participants": ()}, None),
        ({"participants": (), "place": "Bergen"}, "2024-05-14"),
        ({"participants": (), "duration_min": 50}, "2024-05-14"),
        ({"participants": (), "place": "Bergen", "states": ("NO", "SE")}, None),
        ({"participants": ("Astrid Holm", "counterpart")}, "2024-05-14"),
        ({"participants": (*PEOPLE, "Per Vik")}, "2024-05-14"),
        ({"participants": (*PEOPLE, "Per Vik", "Ane Lund")}, None),
    ],
)
def test_some_of_the_people_or_the_states_and_the_place_or_the_length_are_enough(fields, day):
    may = told("2024-05-14", date="2024-05-14", place="Bergen, Norway", duration_min=50)
    assert chosen(told("2024-05-20", **fields), may) == day


def test_a_report_that_tells_no_standing_may_await_a_contact_where_none_was_held_before():
    assert chosen(told("2024-05-10"), MAY) == "2024-05-14"
    assert chosen(told("2024-05-10"), told("2024-05-02", date="2024-05-02"), MAY) == "2024-05-02"
    assert chosen(told("2024-04-01"), MAY) is None


def test_what_was_only_proposed_is_hardly_what_was_held():
    proposed = told("2024-05-12", date="2024-05-12", status="proposed")
    assert chosen(told("2024-05-20"), proposed, told("2024-05-11", date="2024-05-11")) == "2024-05-11"


def test_the_contact_that_many_tell_of_is_meant_before_one_told_of_once():
    often = [told(f"2024-05-{day}", date="2024-05-14") for day in (14, 15, 16)]
    once = told("2024-05-16", date="2024-05-16")
    report, published = told("2024-05-21")
    for _, days in (*often, once):
        published = published | days
    assert meant(report, [[once[0]], [often[0][0]]], published) is None
    assert meant(report, [[once[0]], [finding for finding, _ in often]], published) == [f for f, _ in often]


def test_a_report_means_the_contact_that_its_own_text_dates():
    text = "On Friday Holm will call Falk. His call with Falk was asked for by Falk."
    document = Document(text, name="preview", published="2024-05-15")
    given: dict[str, Any] = {"kind": "call", "participants": PEOPLE, "confidence": 0.5, "extractor": "x/1"}
    dated = Engagement(evidence=(document.span(0, 30),), status="planned", date="2024-05-17", **given)
    loose = Engagement(evidence=(document.span(31, len(text)),), status="held", **given)
    before, days = told("2024-05-10", date="2024-05-10", kind="call")
    published = days | {document.id: "2024-05-15"}
    assert meant(loose, [[before], [dated]], published) == [dated]


def test_what_nobody_did_is_not_known_by_its_place_for_what_somebody_did():
    held, days = told("2024-05-14", date="2024-05-14", place="Oslo")
    report, published = told("2024-05-20", participants=(), place="Oslo", status="declined")
    assert meant(report, [[held]], published | days) is None
    called_off, days = told("2024-05-14", date="2024-05-14", place="Oslo", status="cancelled")
    assert meant(report, [[called_off]], published | days) == [called_off]


def test_a_guest_on_a_visit_is_meant_without_the_hosts():
    visit = told("2024-05-14", date="2024-05-14", kind="visit", participants=(*PEOPLE, "Per Vik"), place="Oslo")
    assert chosen(told("2024-05-20", kind="visit", participants=("Jon Falk",)), visit) == "2024-05-14"
    assert chosen(told("2024-05-20", kind="visit", participants=("Jon Falk",), place="Berlin"), visit) is None


def test_an_undated_call_is_a_recent_one_as_leaders_call_each_other_often():
    call = told("2024-05-14", date="2024-05-14", kind="call")
    later = "Holm spoke with Falk."
    assert chosen(told("2024-05-30", later, kind="call"), call) == "2024-05-14"
    assert chosen(told("2024-06-30", later, kind="call"), call) is None
    met = told("2024-05-14", date="2024-05-14")
    assert chosen(told("2024-06-30"), met) == "2024-05-14"
