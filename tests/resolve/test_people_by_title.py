"""Whom a title means beside a name or alone: kept titles, titles of old, crowns, one title of several."""

from collections.abc import Callable

import pytest

from detente.model.document import Document
from detente.ontology.offices import OFFICES
from detente.ontology.roles import may_be_called
from detente.reading.dateline import dated
from detente.reading.english import read_english
from detente.resolve.people import resolve_mentions
from detente.settings import Settings
from detente.text.reading import Reading

Read = Callable[..., Reading]


def found(text: str, day: str, title: str = "Remarks by President Biden") -> dict[str, tuple[str, str | None]]:
    """Name and office id of everyone whom a text of the United States means, by the words of the mention."""
    document = dated(Document(text, published=day, title=title, account_of=("US",)))
    mentions = resolve_mentions(read_english(document, Settings()))
    people = [m for m in mentions if m.party.kind in {"person", "unnamed"}]
    return {" ".join(m.text.split()): (m.party.name, m.party.office_id) for m in people}


SENATOR, REPRESENTATIVE = "US/senator", "US/representative"


@pytest.mark.parametrize(
    ("day", "text", "words", "name", "office"),
    [
        ("2023-05-10", "I called Leader Schumer twice.", "Leader Schumer", "Chuck Schumer", "US/legislature_leader"),
        ("2022-05-10", "Here comes Ambassador Tai.", "Ambassador Tai", "Katherine Tai", "US/trade_minister"),
        (
            "2022-05-10",
            "I sent Secretary Pete to the port.",
            "Secretary Pete",
            "Pete Buttigieg",
            "US/department_head/secretary-of-transportation",
        ),
        ("2023-05-10", "Congressman Lewis marched.", "Congressman Lewis", "John Lewis", None),
        ("2023-05-10", "Vice President Pence stayed.", "Vice President Pence", "Mike Pence", None),
        ("2023-05-10", "The late Justice Ginsburg dissented.", "Ginsburg", "Ruth Bader Ginsburg", None),
        ("2021-06-24", "He met Rep. Matsui there.", "Rep. Matsui", "Doris Matsui", REPRESENTATIVE),
        ("2021-06-24", "He met Sen. Warner there.", "Sen. Warner", "Mark Warner", SENATOR),
        (
            "2022-08-03",
            "Gov. Newsom was briefed.",
            "Gov. Newsom",
            "Gavin Newsom",
            "US/governor/governor-of-california",
        ),
        ("2022-08-03", "Gen. Milley was briefed.", "Gen. Milley", "Mark Milley", "US/chief_of_defence"),
        ("2023-05-10", "Senator Van Hollen wrote it.", "Senator Van Hollen", "Chris Van Hollen", SENATOR),
        ("2023-05-10", "Senators Manchin and Sinema voted.", "Sinema", "Kyrsten Sinema", SENATOR),
        (
            "2023-05-10",
            "I thank Joyce, Congresswoman, for this.",
            "Joyce, Congresswoman",
            "Joyce Beatty",
            REPRESENTATIVE,
        ),
        ("2023-05-10", "Ask State Senator Scott.", "State Senator Scott", "Scott", None),
        (
            "2023-05-10",
            "Lieutenant Governor Davis flew in.",
            "Lieutenant Governor Davis",
            "Austin Davis",
            "US/lieutenant_governor/lieutenant-governor-of-pennsylvania",
        ),
        ("2023-05-10", "My incredible Vice President did it.", "My incredible Vice President", "Kamala Harris", None),
        ("2023-05-10", "Nothing like it since Roosevelt.", "Roosevelt", "Franklin D. Roosevelt", None),
        ("2024-08-08", "Vance repeated the charge.", "Vance", "JD Vance", SENATOR),
        ("2022-05-10", "My son Beau was a major.", "Beau", "Beau Biden", None),
        ("2022-05-10", "Then Sherrod and I took the train.", "Sherrod", "Sherrod Brown", SENATOR),
        ("2022-05-10", "I quoted Sherrod — Sherrod Brown of Ohio.", "Sherrod Brown", "Sherrod Brown", SENATOR),
        ("2023-05-10", "King Charles called.", "King Charles", "Charles III", "GB/head_of_state"),
        ("2021-05-10", "Dr. Fauci told me so.", "Dr. Fauci", "Anthony Fauci", None),
        ("2023-05-10", "Dr. King had a dream.", "Dr. King", "Martin Luther King Jr.", None),
        ("2023-05-10", "President Johnson signed it.", "President Johnson", "Lyndon Johnson", None),
        (
            "2022-05-10",
            "Special Envoy Kerry is in Bonn.",
            "Special Envoy Kerry",
            "John Kerry",
            "US/climate_envoy/special-presidential-envoy-for-climate",
        ),
        (
            "2022-05-10",
            "Minority Leader McConnell objected.",
            "Minority Leader McConnell",
            "Mitch McConnell",
            "US/legislature_leader/senate-minority-leader",
        ),
        ("2023-05-10", "Speaker Emerita Pelosi rose.", "Speaker Emerita Pelosi", "Nancy Pelosi", REPRESENTATIVE),
        (
            "2023-05-10",
            "I will meet the speaker of the House.",
            "the speaker of the House",
            "Kevin McCarthy",
            "US/legislature_speaker/speaker-of-the-house-of-representatives",
        ),
        (
            "2022-04-22",
            "Governor Inslee is here. Thanks to the leadership of the Governor, it works.",
            "the Governor",
            "Jay Inslee",
            "US/governor/governor-of-washington",
        ),
        (
            "2023-07-13",
            "It is good news from NATO for President Erdoğan of Turkey.",
            "President Erdoğan of Turkey",
            "Recep Tayyip Erdoğan",
            "TR/head_of_state",
        ),
        ("2021-11-01", "Cameron Kerry sat by former Secretary Kerry.", "former Secretary Kerry", "John Kerry", None),
        ("2022-05-10", "President Dilma had kept it.", "President Dilma", "Dilma Rousseff", None),
        (
            "2023-06-02",
            "I asked Gene Sperling, the American Rescue Plan Coordinator, about it.",
            "Gene Sperling, the American Rescue Plan Coordinator",
            "Gene Sperling",
            "US/department_head/white-house-american-rescue-plan-coordinator",
        ),
        ("2022-03-10", "The Queen of Spain, Queen Letizia, came.", "Queen Letizia", "Queen Letizia", None),
        ("2022-03-10", "We saw President Modi.", "President Modi", "Narendra Modi", "IN/head_of_government"),
        ("2022-03-10", "We saw Prime Minister Macron.", "Prime Minister Macron", "Emmanuel Macron", "FR/head_of_state"),
        ("2022-03-10", "President Johnson signed it in 1965.", "President Johnson", "Lyndon Johnson", None),
    ],
)
def test_a_title_tells_who_is_meant(day: str, text: str, words: str, name: str, office: str | None) -> None:
    mentions = found(f"THE PRESIDENT: {text}", day)
    best = next((v for k, v in mentions.items() if k == words), None) or next(
        v for k, v in mentions.items() if words in k or k in words
    )
    assert best[0] == name
    assert office is None or best[1] == office


@pytest.mark.parametrize(
    ("day", "text", "words", "name"),
    [
        ("2021-06-13", "We had tea with the Queen.", "the Queen", "Elizabeth II"),
        ("2022-09-14", "He praised the Queen.", "the Queen", "Elizabeth II"),
        ("2023-04-09", "He met King Charles. The King smiled.", "The King", "Charles III"),
        ("2023-04-09", "He met King Abdullah of Jordan. The King smiled.", "The King", "Abdullah II"),
        ("2030-04-09", "He praised the Queen.", "the Queen", "Queen"),
    ],
)
def test_a_bare_crown_is_the_one_named_or_the_best_known(day: str, text: str, words: str, name: str) -> None:
    assert found(text, day)[words][0] == name


def test_a_prime_minister_whom_only_the_title_names_is_no_president() -> None:
    title = "Remarks by President Biden and Prime Minister Bennett of Israel"
    text = "PRESIDENT BIDEN: As I said, the Prime Minister and I agree.\n\nPRIME MINISTER BENNETT: We do."
    assert found(text, "2021-08-27", title)["the Prime Minister"] == ("Naftali Bennett", "IL/head_of_government")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We flew from Austin, TX to Ohio.", "Lloyd Austin"),
        ("She sailed on the HMS Queen Elizabeth to Malta.", "Elizabeth II"),
        ("He lives in Prince William County now.", "Prince William"),
        ("Merry Christmas, everyone.", "Merry Christmas"),
        ("Hurricane Ida came at night. Ida took the roofs.", "Ida"),
        ("I met with the president of Samsung in Seoul.", "Joe Biden"),
        ("He was a vice president for eight years.", "Joe Biden"),
        ("As Prime Min- — well, as he said.", "Min-"),
        ("He was the district attorney of San Francisco, attorney general of California.", "Francisco"),
    ],
)
def test_the_name_of_a_thing_or_place_means_nobody(text: str, name: str) -> None:
    assert name not in {person for person, _ in found(text, "2023-05-10").values()}


def test_whoever_is_thanked_spoke_before_and_whoever_left_long_ago_is_nobody() -> None:
    text = (
        "PRESIDENT MACRON: We agree.\n\nTHE PRESIDENT: Lincoln was a great man. President Lincoln wrote it.\n\n"
        "PRESIDENT MACRON: He did. I yield.\n\nTHE PRESIDENT: Thank you, Mr. President.\n\nCHANCELLOR SCHOLZ: Good day."
    )
    assert found(text, "2023-05-10")["Mr. President"][0] == "Emmanuel Macron"


@pytest.mark.parametrize(
    ("office", "label", "may"),
    [
        ("US/head_of_government", "prime minister", False),
        ("VA/head_of_state", "president", False),
        ("FR/head_of_state", "president", True),
        ("DE/head_of_government", "prime minister", True),
        ("US/mayor/mayor-of-reno", "mayor", True),
    ],
)
def test_titles_that_exclude_each_other(office: str, label: str, *, may: bool) -> None:
    assert may_be_called(OFFICES[office], label) is may


def test_a_stranger_who_presides_over_a_college_holds_no_office_of_state() -> None:
    document = dated(Document("- Dr. Ann Bell, President, Harbour College", published="2024-09-14", account_of=("US",)))
    parties = [m.party for m in resolve_mentions(read_english(document, Settings())) if m.party.kind == "person"]
    assert [(party.name, party.role, party.state) for party in parties] == [("Ann Bell", None, None)]


def test_whoever_only_the_title_names_is_known_by_half_the_name() -> None:
    title = (
        "Remarks by Vice President Harris in a Moderated Conversation with Andrew Quillfeather at the Harbour Summit"
    )
    text = "MR. QUILLFEATHER: Welcome.\n\nTHE VICE PRESIDENT: It is good to be with you, Andrew."
    people = found(text, "2023-11-29", title)
    assert people["MR. QUILLFEATHER"][0] == people["Andrew"][0] == "Andrew Quillfeather"


def test_an_address_before_or_behind_a_name_is_not_its_title() -> None:
    text = "PRESIDENT BIDEN: Mr. President, Brigitte, thank you.\n\nPRESIDENT MACRON: The storm is here, Mr. President."
    people = found(text, "2024-06-08", "Remarks by President Biden and President Macron of France")
    assert not any("," in words for words in people)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Honorable Ada Quill, Governor of Ohio & Mr. Ben Quill", "Ben Quill"),
        ("Ms. Ada Quill, Director of the Mint & Dr. Ben Tansley", "Ben Tansley"),
    ],
)
def test_on_a_list_of_guests_a_title_is_not_that_of_whoever_comes_along(text, name):
    document = dated(Document(text, published="2024-04-10", title="Guest list", account_of=("US",)))
    told = {m.party.name: m.party.office for m in resolve_mentions(read_english(document, Settings()))}
    assert told[name] is None
