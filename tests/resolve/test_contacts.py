"""Reports of one contact may differ in loose words, in spelling and in how much they tell; other contacts do not fit."""

from typing import Any

import pytest

from detente.model.document import Document
from detente.model.findings import Engagement
from detente.resolve.contacts import contradicts

PEOPLE = ("Astrid Holm", "Jon Falk")


def told(published: str, text: str = "Holm met Falk.", **fields: Any) -> Engagement:
    document = Document(text, name=f"{published} {fields}", title=f"{fields}", published=published)
    given: dict[str, Any] = {"kind": "meeting", "participants": PEOPLE, "states": ("NO", "IS"), "status": "held"}
    span = document.span(0, len(text))
    return Engagement(evidence=(span,), confidence=0.5, extractor="x/1", **(given | fields))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"text": "Holm spoke with Falk."}, {"kind": "call"}),
        ({"text": "Holm will host Falk for an official visit."}, {"kind": "visit", "participants": ("Jon Falk",)}),
        (
            {"text": "Holm looks forward to welcoming Falk to Oslo.", "status": "planned"},
            {"kind": "visit", "participants": ("Jon Falk",)},
        ),
        ({"participants": ("Astrid Holm", "Jonas Falk")}, {}),
        ({"participants": ("Holm", "Falk")}, {}),
        ({"date": "2024-05-15"}, {"end_date": "2024-05-16"}),
        ({"text": "Holm met Falk virtually."}, {"kind": "call"}),
        ({"text": "Holm was firm in the meeting with Falk."}, {"kind": "call"}),
        ({"text": "Holm hosted Falk for talks."}, {}),
        ({"text": "Holm welcomed Falk to Oslo."}, {}),
        ({"text": "Holm welcomed Falk to dinner, where they spoke of fish."}, {}),
        (
            {"kind": "summit", "participants": ("Astrid Holm", "Quad Summit"), "states": ("US", "QUAD")},
            {"kind": "summit", "participants": ("Jon Falk", "Per Vik"), "states": ("US", "IN", "JP")},
        ),
        ({"kind": "visit", "place": "Oslo"}, {"kind": "visit", "place": "Norway"}),
        ({"kind": "visit"}, {"kind": "visit", "date": "2024-05-16"}),
        ({"kind": "visit"}, {"kind": "visit", "participants": ("Astrid Holm", "Per Holm")}),
        ({}, {"kind": "talks", "participants": ("Norway", "Denmark")}),
        ({"kind": "talks"}, {"participants": ("Jon Falk", "Norwegian minister")}),
    ],
)
def test_reports_of_one_contact_may_differ_in_loose_words_and_spelling(ours, theirs):
    day = {"date": "2024-05-14"}
    assert not contradicts(told("2024-05-20", **(day | ours)), told("2024-05-21", **(day | theirs)))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({}, {"kind": "call"}),
        ({"kind": "visit"}, {"kind": "visit", "date": "2024-05-17"}),
        ({"kind": "visit", "date": "2024-05"}, {"kind": "visit", "date": "2024-06"}),
        ({"kind": "visit", "date": "2024-05-16"}, {"kind": "visit", "status": "cancelled"}),
        ({"kind": "visit", "participants": ("Kari Lie", "Jon Falk")}, {"kind": "visit"}),
        ({"text": "Holm welcomed Falk to Oslo.", "place": "Oslo"}, {"kind": "visit", "date": "2024-05-16"}),
        ({"kind": "visit"}, {"kind": "visit", "participants": ("Astrid Holm", "Per Holm"), "states": ("IS", "NO")}),
        ({"kind": "visit"}, {"kind": "visit", "date": "2024-05-15", "states": ("NO", "SE")}),
        ({}, {"date": "2024-05-15"}),
        ({"text": "Holm was firm in the meeting with Falk.", "place": "Oslo"}, {"kind": "call"}),
        ({"text": "Holm hosted a meeting with Falk."}, {"kind": "call"}),
        ({"text": "Holm met Falk on his visit."}, {"kind": "visit"}),
        ({"text": "Holm will host Falk for an official visit."}, {}),
        ({}, {"participants": (*PEOPLE, "Per Vik"), "states": ("NO", "IS", "SE")}),
        ({"kind": "visit", "place": "Oslo"}, {"kind": "visit", "place": "Berlin"}),
        ({}, {"kind": "summit", "participants": (*PEOPLE, "Per Vik", "Anna Lund")}),
        ({}, {"kind": "summit", "participants": ()}),
        ({}, {"participants": (), "states": ("NO", "SE")}),
        ({}, {"participants": ("Nina Holm", "Rolf Falk")}),
        ({"date": "2024-05-17"}, {"end_date": "2024-05-16"}),
    ],
)
def test_reports_of_other_people_kinds_or_days_are_of_another_contact(ours, theirs):
    day = {"date": "2024-05-14"}
    assert contradicts(told("2024-05-20", **(day | ours)), told("2024-05-21", **(day | theirs)))


def test_who_was_hosted_on_a_day_unknown_is_on_a_visit():
    hosted = told("2024-05-20", "Holm welcomed Falk to Oslo.", date="2024-05", place="Oslo")
    assert contradicts(hosted, told("2024-05-21", date="2024-05-14"))
    assert not contradicts(hosted, told("2024-05-21", kind="visit", participants=("Jon Falk",), date="2024-05-14"))


def test_what_somebody_welcomes_without_a_place_is_no_guest():
    report = told("2024-05-20", "Others welcomed the group that Holm and Falk set up.", date=None)
    assert not contradicts(report, told("2024-05-21", date="2024-05-14"))
