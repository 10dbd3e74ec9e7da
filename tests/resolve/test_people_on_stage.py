"""Who is meant where people speak to each other: first names handed over, places, genders; and titles in chains."""

import pytest

from detente.model.document import Document
from detente.reading.dateline import dated
from detente.reading.english import read_english
from detente.resolve.people import resolve_mentions
from detente.settings import Settings
from detente.text.reading import Mention

REMARKS = "Remarks by President Biden"


def account(text: str, day: str = "2023-03-17", title: str = REMARKS) -> list[Mention]:
    """The mentions of people in a text of the United States."""
    document = dated(Document(text, published=day, title=title, account_of=("US",)))
    return [m for m in resolve_mentions(read_english(document, Settings())) if m.via != "pronoun"]


def names(mentions: list[Mention], words: str) -> list[str]:
    """Whom the words mean wherever they stand."""
    return [m.party.name for m in mentions if " ".join(m.text.split()) == words and m.party.kind == "person"]


HANDED_OVER = (
    "THE PRESIDENT: The floor is open.  Over to you, Tessa.\n\nMS. QUARLES: Thank you.  I came by bus.\n\n"
    "THE PRESIDENT: Good.  I like Tessa a lot."
)
ANSWERED = (
    "MR. QUARLES: I came by bus and I am glad of it.\n\nTHE PRESIDENT: Walter, thank you.\n\nMR. QUARLES: Any time."
)


def test_first_name_before_a_turn_is_the_next_speakers() -> None:
    found = account(HANDED_OVER)
    assert names(found, "Tessa") == ["Tessa Quarles", "Tessa Quarles"]
    assert names(found, "MS. QUARLES") == ["Tessa Quarles"]


def test_first_name_after_a_turn_is_the_last_speakers() -> None:
    assert names(account(ANSWERED), "Walter") == ["Walter Quarles"]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("THE PRESIDENT: My aunt called me Joey all summer.", "Joey", ["Joe Biden"]),
        ("THE PRESIDENT: Bill Tansley mends the boats.", "Bill Tansley", ["Bill Tansley"]),
        ("THE PRESIDENT: I met Barack Obama, Joe Tansley and a nurse.", "Joe Tansley", ["Joe Tansley"]),
        ("THE PRESIDENT: Nixon, Bush, George W. Tansley and I rowed.", "Bush, George W.", []),
        ("THE PRESIDENT: Senator Coons—Chris—you came too.", "Chris", ["Chris Coons"]),
        ("We heard President and Mrs. Macron sing.", "President", ["Emmanuel Macron"]),
        ("We heard Prime Minister and Mrs. Quill sing.", "Prime Minister", []),
        ("THE PRESIDENT: I heard from Ms. Jake.", "Ms. Jake", ["Jake"]),
        ("THE PRESIDENT: Mrs. Roosevelt kept the garden.", "Mrs. Roosevelt", ["Roosevelt"]),
        ("THE PRESIDENT: Roosevelt kept the garden.", "Roosevelt", ["Franklin D. Roosevelt"]),
        ("THE PRESIDENT: She is running for president of the United States.", "president of the United States", []),
        (
            "THE PRESIDENT: I saw the president of the United States.",
            "the president of the United States",
            ["Joe Biden"],
        ),
    ],
)
def test_name_or_title_means_no_other(text: str, words: str, found: list[str]) -> None:
    assert names(account(text), words) == found


@pytest.mark.parametrize(
    ("place", "found"),
    [("Nairobi, Kenya", ["Meg Whitman"]), ("Lusaka, Zambia", []), ("East Room", [])],
)
def test_ambassador_spoken_to_is_the_one_of_the_place(place: str, found: list[str]) -> None:
    text = f"{place}\n\nTHE PRESIDENT: Thank you for the tea, Madam Ambassador."
    assert names(account(text), "Madam Ambassador") == found


def test_governor_of_the_place_is_known_by_the_first_name() -> None:
    text = "Buffalo, New York\n\nTHE PRESIDENT: I told Kathy that the bridge will stand."
    assert names(account(text), "Kathy") == ["Kathy Hochul"]
    assert names(account(text.replace("Buffalo, New York", "Austin, Texas")), "Kathy") == ["Kathy"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Mr. Sullivan heard Chairman of the Joint Chiefs of Staff Gen. Mark Milley.",
            "Chairman of the Joint Chiefs of Staff Gen. Mark Milley",
            "Mark Milley",
        ),
        (
            "Mr. Sullivan called Head of the Office of the President Andriy Yermak.",
            "Head of the Office of the President Andriy Yermak",
            "Andriy Yermak",
        ),
        (
            "She called Crown Prince and Prime Minister Salman bin Hamad Al Khalifa.",
            "Crown Prince and Prime Minister Salman bin Hamad Al Khalifa",
            "Salman bin Hamad Al Khalifa",
        ),
        (
            "Assistant to the President and Principal Deputy National Security Advisor Jon Finer left.",
            "Assistant to the President and Principal Deputy National Security Advisor Jon Finer",
            "Jon Finer",
        ),
        ("They met the Vice President and Secretary Antony Blinken.", "Secretary Antony Blinken", "Antony Blinken"),
        ("A note to President and First Lady Jill Biden came.", "First Lady Jill Biden", "Jill Biden"),
    ],
)
def test_title_is_read_whole_and_no_further(text: str, words: str, name: str) -> None:
    assert names(account(text), words) == [name]


def test_title_told_with_a_name_means_its_bearer_later() -> None:
    text = "She called Crown Prince and Prime Minister Salman bin Hamad Al Khalifa.  The Crown Prince agreed."
    assert names(account(text), "The Crown Prince") == ["Salman bin Hamad Al Khalifa"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("- Mara Quill, Director for Europe, National Security Council", "US"),
        ("Assistant Secretary for Indian Affairs Mara Quill spoke.", "US"),
        ("UN Security Council President Mara Quill spoke.", "UN"),
        ("Indian Foreign Secretary Mara Quill spoke.", "IN"),
    ],
)
def test_state_of_a_post_is_whose_body_it_names(text: str, state: str) -> None:
    assert [m.party.state for m in account(text, title="Readout of a Meeting") if m.party.name == "Mara Quill"] == [
        state
    ]
