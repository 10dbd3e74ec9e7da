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


def contacts(text, account_of=(), title=None):
    document = Document(text, name="x", published="2023-06-20", account_of=account_of, title=title)
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
    ("Emmanuel Macron is welcoming Olaf Scholz to Paris tomorrow for a round of tours.", "planned visit", "2023-06-21"),
    ("Emmanuel Macron looks forward to seeing Olaf Scholz on 4 July for a state visit.", "planned visit", "2023-07-04"),
    (
        "Emmanuel Macron will host Olaf Scholz for a visit to France, which will include a dinner on 4 July.",
        "planned visit",
        "2023-07-04",
    ),
    ("Emmanuel Macron will welcome President Moon Jae-in of South Korea to Paris.", "planned visit", None),
    ("Starting this evening, Emmanuel Macron will welcome Olaf Scholz to Paris.", "planned visit", "2023-06-20"),
]


@pytest.mark.parametrize(("text", "told", "day"), HOSTED)
def test_who_is_hosted_for_a_visit_or_is_to_come_to_a_place_visits_the_host(text, told, day):
    ((kind, when, _),) = contacts(text)
    assert (kind, when) == (told, day)


def test_a_spouse_of_no_known_state_does_not_hide_where_the_guest_goes():
    told = contacts("Emmanuel Macron will host Olaf Scholz and Mrs. Scholz for a state visit on 4 July.")
    assert [(kind, when) for kind, when, _ in told] == [("planned visit", "2023-07-04")]


def test_whom_it_is_a_pleasure_to_welcome_is_not_still_to_come():
    told = contacts("PRESIDENT MACRON: It is a pleasure to welcome Olaf Scholz to Paris.", ("FR",))
    assert [kind for kind, _, _ in told if kind.startswith("planned")] == []


def test_of_a_visit_the_host_is_told_beside_the_guest():
    assert contacts("Emmanuel Macron will host Olaf Scholz for a visit.") == [("planned visit", None, BOTH)]


MET = [
    ("Emmanuel Macron received Olaf Scholz for a visit to a bakery on Monday.", "held meeting", "2023-06-19"),
    ("Emmanuel Macron welcomed Olaf Scholz to Paris on Monday.", "held meeting", "2023-06-19"),
    ("Emmanuel Macron will host Olaf Scholz for a dinner in Paris on 4 July.", "planned meeting", "2023-07-04"),
    ("Emmanuel Macron will welcome Olaf Scholz to Paris for talks on 4 July.", "planned meeting", "2023-07-04"),
]


@pytest.mark.parametrize(("text", "told", "day"), MET)
def test_who_was_received_or_is_hosted_for_something_else_meets_the_host(text, told, day):
    assert (told, day, BOTH) in contacts(text)


LENT = [
    ("On Monday, Emmanuel Macron looked forward to meeting Olaf Scholz.", "planned meeting", None),
    ("Emmanuel Macron sees a chance to meet Olaf Scholz.", "proposed meeting", None),
    ("Emmanuel Macron had a chance to meet Olaf Scholz but declined.", "declined meeting", None),
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


def test_a_visit_that_is_just_over_was_not_only_of_the_day():
    assert contacts("Emmanuel Macron just concluded a visit to Berlin.", ("FR",)) == [
        ("held visit", None, "Emmanuel Macron")
    ]


FIRST = "Emmanuel Macron will meet Rishi Sunak on Thursday."
CARRIED = [
    ("Then German Chancellor Olaf Scholz will meet Emmanuel Macron.", None),
    ("He will also meet Olaf Scholz in Metz.", None),
    ("Then he will meet Olaf Scholz.", "2023-06-22"),
    ("In the afternoon, he will meet Olaf Scholz.", "2023-06-22"),
    ("After that, he will call Olaf Scholz.", None),
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


LOOKED_BACK = [
    ("They will build on their November 2022 meeting in Paris.", ["2022-11", "2023-06-19"]),
    ("He recalled the talks with Emmanuel Macron of May 2022.", ["2022-05", "2023-06-19"]),
    ("Their Monday meeting lasted two hours.", ["2023-06-19"]),
]


@pytest.mark.parametrize(("text", "days"), LOOKED_BACK)
def test_a_contact_of_long_ago_that_a_text_looks_back_on_is_another_one(text, days):
    told = contacts(f"Olaf Scholz met Emmanuel Macron on Monday. {text}")
    assert sorted(when for _, when, _ in told) == days


def test_an_undated_meeting_is_not_the_one_it_is_built_on():
    told = contacts("Olaf Scholz met Emmanuel Macron in Bonn. It follows their November 2022 talks in Paris.")
    assert [when for _, when, _ in told] == [None, "2022-11"]


def test_when_they_met_long_ago_is_another_meeting():
    told = contacts("Olaf Scholz met Emmanuel Macron in Bonn. When they met in Metz last year, it rained.")
    assert [when for _, when, _ in told] == [None, "2022"]


def test_a_call_by_phone_is_no_earlier_meeting():
    told = contacts("Olaf Scholz spoke by phone with Emmanuel Macron. He praised the meeting with Macron in Paris.")
    assert [kind for kind, _, _ in told] == ["held call", "held meeting"]


TOGETHER = [
    ("On Monday, Emmanuel Macron saw the harvest and later met Olaf Scholz.", None),
    ("On Monday, Emmanuel Macron praised the harvest and met Olaf Scholz in May, he said.", "2023-05"),
    ("On Monday, Emmanuel Macron met Rishi Sunak and then phoned Olaf Scholz.", "2023-06-19"),
    ("On Friday, Emmanuel Macron will join Rishi Sunak and have the chance to meet Olaf Scholz.", "2023-06-23"),
    ("On Monday, Emmanuel Macron met Rishi Sunak and will phone Olaf Scholz.", None),
    ("Emmanuel Macron met Rishi Sunak on Monday and phoned Olaf Scholz.", None),
    ("On Monday, Emmanuel Macron met Rishi Sunak and phoned Olaf Scholz on Tuesday.", "2023-06-20"),
]


@pytest.mark.parametrize(("text", "day"), TOGETHER)
def test_one_opening_tells_the_day_of_all_that_it_opens(text, day):
    assert [when for _, when, who in contacts(text) if who == BOTH] == [day]


SAID = [
    ("Emmanuel Macron had a conversation with Olaf Scholz over lunch on Monday.", "held meeting"),
    ("Emmanuel Macron had a conversation with Olaf Scholz on the sidelines of the fair.", "held meeting"),
    ("Emmanuel Macron spoke with Olaf Scholz. The conversation was frank.", "held call"),
    ("Emmanuel Macron had a conversation with Olaf Scholz on Monday.", "held call"),
    ("Emmanuel Macron had a conversation with Olaf Scholz in Metz on Monday.", "held meeting"),
    ("Emmanuel Macron met Olaf Scholz. Their conversation was frank.", "held meeting"),
    ("Emmanuel Macron is going to speak to Olaf Scholz tomorrow.", "planned talks"),
]


@pytest.mark.parametrize(("text", "told"), SAID)
def test_who_only_spoke_with_another_was_on_the_phone_unless_a_place_is_told(text, told):
    assert [kind for kind, _, _ in contacts(text)] == [told]


def test_a_discussion_without_a_place_may_be_the_call():
    text = "Olaf Scholz spoke by phone with Emmanuel Macron. The two leaders held a frank discussion."
    assert [kind for kind, _, _ in contacts(text)] == ["held call"]


BOUNDED = [
    ("Emmanuel Macron met Olaf Scholz after 7 June.", None),
    ("Emmanuel Macron met Olaf Scholz weeks before 7 June.", None),
    ("Emmanuel Macron will meet Olaf Scholz by 7 July.", None),
    ("Emmanuel Macron will meet Olaf Scholz before the end of the year.", "2023"),
    ("A meeting of Emmanuel Macron and Olaf Scholz was put off until 7 July.", "2023-07-07"),
    ("Emmanuel Macron left after Monday's talks with Olaf Scholz.", "2023-06-19"),
]


@pytest.mark.parametrize(("text", "day"), BOUNDED)
def test_a_day_that_only_bounds_a_contact_is_not_its_own(text, day):
    assert [when for _, when, who in contacts(text) if who == BOTH] == [day]


ISSUED = [
    ("Statement by Olaf Scholz angers millers", None),
    ("Statement by Olaf Scholz's lawyer", None),
    ("Statement by Chancellor Olaf Scholz on Call with President Emmanuel Macron", BOTH),
    ("Statement from Olaf Scholz, Chancellor of Germany", BOTH),
    ("Remarks by Chancellor Scholz", BOTH),
    ("Statement by the Chancellor on the Harvest", BOTH),
    ("Statement by the Ministry of Trade on Olaf Scholz", None),
    ("Readout of Chancellor Olaf Scholz's Call", None),
]


@pytest.mark.parametrize(("title", "who"), ISSUED)
def test_who_issues_a_statement_says_i(title, who):
    told = contacts("I spoke by phone with Emmanuel Macron yesterday.", ("DE",), title)
    assert [people for _, _, people in told] == ([who] if who else [])


READ_OUT = [
    (
        "Readout of Chancellor Scholz's Call",
        "Olaf Scholz, who met Emmanuel Macron in Metz, spoke of the harvest.",
        None,
    ),
    ("Readout of Chancellor Scholz's Call", "Olaf Scholz met Emmanuel Macron in Metz.", None),
    ("Readout of Chancellor Scholz's Call", "Olaf Scholz spoke by phone with Emmanuel Macron.", "2023-06-20"),
    ("Readout of Chancellor Scholz's Call", "Olaf Scholz spoke by phone with Emmanuel Macron on Monday.", "2023-06-19"),
    ("Readout of Chancellor Scholz's Call", "Olaf Scholz will phone Emmanuel Macron.", None),
    ("A call", "Olaf Scholz spoke by phone with Emmanuel Macron.", None),
]


@pytest.mark.parametrize(("title", "text", "day"), READ_OUT)
def test_a_readout_opens_with_the_contact_of_its_day(title, text, day):
    assert [when for _, when, _ in contacts(text, ("DE",), title)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron missed the chance to meet Olaf Scholz.",
        "Emmanuel Macron had little chance to meet Olaf Scholz.",
        "Envoys saw no chance for Emmanuel Macron to meet Olaf Scholz.",
    ],
)
def test_a_chance_gone_by_is_no_contact(text):
    assert contacts(text) == []


BEEN = [
    ("Emmanuel Macron was to have met Olaf Scholz in Metz.", "cancelled meeting"),
    ("Emmanuel Macron was due to have met Olaf Scholz in Metz.", "cancelled meeting"),
    ("Emmanuel Macron is said to have met Olaf Scholz in Metz.", "held meeting"),
    ("Emmanuel Macron is to meet Olaf Scholz in Metz.", "planned meeting"),
]


@pytest.mark.parametrize(("text", "told"), BEEN)
def test_who_was_to_have_met_did_not(text, told):
    assert [kind for kind, _, _ in contacts(text)] == [told]
