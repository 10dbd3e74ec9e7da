"""Lines of contact and how they stand: one row per way of telling it, each written for the project."""

from typing import get_args

import pytest

from detente.extract.channels import extract_channels
from detente.model.findings import ChannelKind, ChannelStatus
from detente.ontology.lexicon import lexicon


@pytest.fixture
def channels(told):
    def extract(text, **options):
        return extract_channels(*told(text, **options))

    return extract


# text, kind, status
TOLD = [
    ("Pakistan and India kept their military hotline open.", "military", "open"),
    ("Pakistan cut off all diplomatic channels with India.", "diplomatic", "suspended"),
    ("India and Pakistan resumed military-to-military talks.", "military", "restored"),
    ("India said Pakistan must reopen the military hotline.", "military", "suspended"),
    ("India proposed a climate dialogue with Pakistan.", "climate", "proposed"),
    ("Pakistan rejected an economic dialogue with India.", "economic", "refused"),
    ("India and Pakistan agreed to set up a working group on fentanyl.", "counternarcotics", "proposed"),
    ("Trade talks between India and Pakistan broke down.", "economic", "suspended"),
    ("India and Pakistan welcomed ongoing people-to-people exchanges.", "people", "open"),
    ("India severed diplomatic relations with Pakistan.", "diplomatic", "suspended"),
    ("The two sides continued a dialogue on AI, India and Pakistan said.", "technology", "open"),
    # standing bodies by their own name
    ("The India-Pakistan Energy Council sat in Karachi.", "economic", "open"),
    ("The India-Pakistan Task Force on Nuclear Safety welcomed two guests.", "nuclear", "open"),
    ("Officials of India and Pakistan opened the Bilateral Consultative Group in Oslo.", "diplomatic", "open"),
    ("The Joint Commission on Investment is where India and Pakistan compare notes.", "economic", "open"),
    ("The India-Pakistan Defence Forum marked ten years.", "military", "open"),
    ("The Trilateral Technology Forum has members from India and Pakistan.", "technology", "open"),
    # things that are a line only by what is done to them
    ("India recalled its ambassador to Pakistan.", "diplomatic", "suspended"),
    ("Pakistan expelled four Indian diplomats on Friday.", "diplomatic", "suspended"),
    ("India and Pakistan called home their high commissioners.", "diplomatic", "suspended"),
    ("India sent back its ambassador to Pakistan.", "diplomatic", "restored"),
    ("India and Pakistan will reopen embassies next month.", "diplomatic", "restored"),
    ("Pakistan shut its embassy in India.", "diplomatic", "suspended"),
    ("India plans to open a liaison office in Pakistan.", "diplomatic", "proposed"),
    ("Pakistan broke off relations with India.", "diplomatic", "suspended"),
    ("India agreed to restore ties with Pakistan.", "diplomatic", "restored"),
    ("India ruled out negotiating with Pakistan.", "diplomatic", "refused"),
    ("Pakistan halted the night train to India.", "people", "suspended"),
    ("India resumed flights to Pakistan.", "people", "restored"),
    ("India ended joint patrols with Pakistan.", "other", "suspended"),
    (
        "Calls from India on the military line to Pakistan met silence, and the line stayed silent.",
        "military",
        "suspended",
    ),
    ("Pakistan did not pick up on the liaison line to India.", "diplomatic", "suspended"),
    ("The liaison line between India and Pakistan was reconnected.", "diplomatic", "restored"),
    # lines by who talks over them, and lines that are not there
    ("A telephone line between the general staffs of India and Pakistan is working normally.", "military", "open"),
    ("The direct line of the two navies, India and Pakistan say, stays closed.", "military", "suspended"),
    ("There is no hotline between the armies of India and Pakistan.", "military", "suspended"),
    ("India and Pakistan agreed to form a joint commission of their foreign ministries.", "diplomatic", "proposed"),
    ("The joint committee of India and Pakistan on river silt has lapsed.", "other", "suspended"),
    ("Pakistan closed its consulate in the Indian city of Pune.", "people", "suspended"),
    ("The Indian ambassador left Pakistan for consultations.", "diplomatic", "suspended"),
    ("Leaders of India and Pakistan have not met since the spring.", "leader", "suspended"),
    ("India and Pakistan let an intelligence-sharing pact run on, with regular meetings.", "military", "open"),
    ("Officials of India and Pakistan agreed to stay in close touch.", "diplomatic", "open"),
    ("India and Pakistan are pressing on with nuclear talks.", "nuclear", "open"),
    (
        "The direct line of the armies, which India and Pakistan set up in spring, saw its first call.",
        "military",
        "open",
    ),
    ("Trade talks between India and Pakistan are at a standstill.", "economic", "suspended"),
    ("The climate dialogue of India and Pakistan has sat idle for a year.", "climate", "suspended"),
    ("India and Pakistan want to set up a climate dialogue.", "climate", "proposed"),
]


@pytest.mark.parametrize(("text", "kind", "status"), TOLD)
def test_a_line_is_read_with_its_kind_and_status(channels, text, kind, status):
    (found,) = channels(text)

    assert (found.kind, found.status, found.states) == (kind, status, ("IN", "PK"))
    assert found.evidence[0].text in text


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador of India spoke in Pakistan.",
        "The Security Council heard India and Pakistan.",
        "The India-Pakistan Business Council of traders gave a dinner.",
        "Flights over India pass north of Pakistan.",
    ],
)
def test_envoys_and_councils_are_no_line_by_themselves(channels, text):
    assert channels(text) == []


def test_a_joint_body_is_a_line_of_all_who_issue_the_document(channels):
    text = "Joint statement of Australia, Japan and India\n\nWe, the ministers of Australia, Japan and India, praised the Trilateral Energy Partnership."

    (found,) = channels(text)

    assert (found.kind, found.states) == ("economic", ("AU", "IN", "JP"))


def test_a_line_merely_named_is_open(channels):
    (found,) = channels("India and Pakistan spoke of their nuclear hotline.")

    assert found.status == "open"


def test_one_report_per_kind_with_the_latest_status(channels):
    text = "In May India suspended its military hotline with Pakistan. In June India restored the military hotline with Pakistan."

    (found,) = channels(text)

    assert found.status == "restored"


def test_the_day_of_a_cut_is_the_date_in_its_sentence(channels):
    (found,) = channels("Pakistan suspended the military hotline with India on 3 March 2023.")

    assert found.since == "2023-03-03"


def test_the_states_of_a_line_are_the_two_of_its_sentence(channels):
    text = "India and Pakistan met.\n\nIndia and Pakistan traded notes. Oman reopened its military hotline with Iran."

    (found,) = channels(text)

    assert found.states == ("IR", "OM")


@pytest.mark.parametrize(
    "text",
    [
        "India and Pakistan held talks on rivers.",
        "Leaders of India and Pakistan met for summit talks on economic ties.",
        "The two clubs have a hotline.",
    ],
)
def test_single_talks_and_texts_without_states_have_no_line(channels, text):
    assert channels(text) == []


def test_every_kind_and_status_in_the_data_is_one_of_the_closed_list():
    cues = lexicon("channels")

    assert set(cues["lines"]) | set(cues["topics"]) <= set(get_args(ChannelKind))
    assert set(cues["status"]) <= set(get_args(ChannelStatus))


def test_an_open_line_of_an_earlier_year_says_nothing_of_now(channels):
    text = "The plan goes back to March 2021, when India and Japan met and agreed to keep diplomatic channels open."

    assert not channels(text)


def test_leaders_who_keep_in_touch_are_a_line_of_their_own_beside_that_of_their_teams(channels):
    text = "India and Pakistan met. They agreed to stay in close touch, directly and through their teams."

    assert {(c.kind, c.status) for c in channels(text)} == {("leader", "open"), ("diplomatic", "open")}


def test_contact_with_allies_is_no_line_between_the_two(channels):
    assert not channels("India told Pakistan that it would stay in close touch with its allies and partners.")


def test_a_question_tells_of_no_line(channels):
    assert not channels("Is there a military hotline between India and Pakistan?")


def test_states_in_the_name_of_a_line_go_before_those_of_the_sentence(channels):
    (found,) = channels("The Japan-Peru Fisheries Commission still sits, India told Pakistan.")

    assert found.states == ("JP", "PE")


def test_a_state_that_is_only_the_place_of_talks_is_no_side_of_them(channels):
    found = channels("India and Pakistan met twice. Indian envoys resumed nuclear talks in Oman.")

    assert [c.states for c in found] == [("IN", "PK")]
