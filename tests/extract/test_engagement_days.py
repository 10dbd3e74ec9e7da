"""On which day a contact was, where its own words leave it to others, and who is hosted for a visit.

Each sentence is read as of 20 June 2023, a Tuesday.
"""

import pytest

from detente.extract.engagements import extract_engagements
from detente.model.document import Document
from detente.pipeline import prepared
from detente.settings import Settings
from detente.text.chain import Found

pytestmark = pytest.mark.usefixtures("rules_alone")


def contacts(text, account_of=()):
    document = Document(text, name="x", published="2023-06-20", account_of=account_of)
    found = extract_engagements(prepared(document, Settings()), Found())
    return [(f"{e.status} {e.kind}", e.date, ", ".join(sorted(e.participants))) for e in found]


BOTH = "Emmanuel Macron, Olaf Scholz"
HOSTED = [
    ("Emmanuel Macron will host Olaf Scholz for a state visit on 4 July.", "planned visit", "2023-07-04"),
    ("Emmanuel Macron received Olaf Scholz for a working visit on Monday.", "held visit", "2023-06-19"),
    ("Emmanuel Macron hosted Olaf Scholz on Monday for an official visit and a dinner.", "held visit", "2023-06-19"),
    ("Emmanuel Macron will welcome Olaf Scholz to Paris on 4 July.", "planned visit", "2023-07-04"),
    ("Emmanuel Macron looks forward to welcoming Olaf Scholz to Paris on 4 July.", "planned visit", "2023-07-04"),
    ("President Emmanuel Macron is honoured to welcome Chancellor Olaf Scholz to Paris.", "held visit", None),
    ("Starting this evening, Emmanuel Macron will welcome Olaf Scholz to Paris.", "planned visit", "2023-06-20"),
]


@pytest.mark.parametrize(("text", "told", "day"), HOSTED)
def test_who_is_hosted_for_a_visit_or_is_to_come_to_a_place_visits_it(text, told, day):
    assert contacts(text) == [(told, day, "Olaf Scholz")]


MET = [
    ("Emmanuel Macron welcomed Olaf Scholz to Paris on Monday.", "held meeting", "2023-06-19"),
    ("Emmanuel Macron will host Olaf Scholz for a dinner in Paris on 4 July.", "planned meeting", "2023-07-04"),
    ("Emmanuel Macron will welcome Olaf Scholz to Paris for talks on 4 July.", "planned meeting", "2023-07-04"),
]


@pytest.mark.parametrize(("text", "told", "day"), MET)
def test_who_was_received_or_is_hosted_for_something_else_meets_the_host(text, told, day):
    assert (told, day, BOTH) in contacts(text)


LENT = [
    ("Emmanuel Macron had the opportunity on Monday to meet Olaf Scholz.", "held meeting", "2023-06-19"),
    ("Emmanuel Macron had a chance on Monday to sit down with Olaf Scholz.", "held meeting", "2023-06-19"),
    ("On 4 July, Emmanuel Macron will have the chance to meet Olaf Scholz.", "planned meeting", "2023-07-04"),
    ("On 4 July, Emmanuel Macron looks forward to meeting Olaf Scholz.", "planned meeting", "2023-07-04"),
    ("On Monday, Emmanuel Macron was pleased to meet Olaf Scholz.", "held meeting", "2023-06-19"),
    ("On Monday, Emmanuel Macron agreed to meet Olaf Scholz.", "planned meeting", None),
]


@pytest.mark.parametrize(("text", "told", "day"), LENT)
def test_a_chance_or_a_pleasure_has_the_day_of_what_it_is_for(text, told, day):
    assert contacts(text) == [(told, day, BOTH)]


JUST = [
    ("PRESIDENT MACRON: I just had a good meeting with Olaf Scholz.", ("FR",), "2023-06-20"),
    ("PRESIDENT MACRON: I just had a good meeting with Olaf Scholz in May.", ("FR",), "2023-05"),
    ("Emmanuel Macron just finished a call with Olaf Scholz.", ("FR",), "2023-06-20"),
    ("Emmanuel Macron has just spoken with Olaf Scholz.", ("FR",), "2023-06-20"),
    ("Emmanuel Macron had just spoken with Olaf Scholz.", ("FR",), None),
    ("Emmanuel Macron just met Olaf Scholz.", ("FR",), None),
    ("Emmanuel Macron has just spoken with Olaf Scholz.", (), None),
]


@pytest.mark.parametrize(("text", "account_of", "day"), JUST)
def test_what_an_official_account_has_just_seen_is_of_its_day(text, account_of, day):
    assert [(when, who) for _, when, who in contacts(text, account_of)] == [(day, BOTH)]


FIRST = "Emmanuel Macron will meet Rishi Sunak on Thursday."
CARRIED = [
    ("Then he will meet Olaf Scholz.", "2023-06-22"),
    ("In the afternoon, he will meet Olaf Scholz.", "2023-06-22"),
    ("After that, he will call Olaf Scholz.", "2023-06-22"),
    ("He will also meet Olaf Scholz.", "2023-06-22"),
    ("He will also call Olaf Scholz.", None),
    ("He will meet Olaf Scholz.", None),
    ("Then he met Olaf Scholz.", None),
    ("He will also meet Olaf Scholz in July.", "2023-07"),
]


@pytest.mark.parametrize(("text", "day"), CARRIED)
def test_a_sentence_that_goes_on_keeps_the_day_of_the_one_before(text, day):
    assert [when for _, when, who in contacts(f"{FIRST} {text}") if who == BOTH] == [day]


def test_a_day_is_not_carried_into_another_paragraph():
    told = contacts(f"{FIRST}\n\nThen he will meet Olaf Scholz.")
    assert [when for _, when, who in told if who == BOTH] == [None]
