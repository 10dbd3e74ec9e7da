"""Whom remarks mean by first names, titles without names and names begun anew, where others bear them too."""

import pytest

from detente.model.document import Document
from detente.reading.dateline import dated
from detente.reading.english import read_english
from detente.resolve.people import resolve_mentions
from detente.settings import Settings
from detente.text.reading import Mention

BIDEN = "Remarks by President Biden"
HARRIS = "Remarks by Vice President Harris"


def account(text: str, day: str, title: str = BIDEN) -> list[Mention]:
    """The mentions of people in a text of the United States."""
    document = dated(Document(text, published=day, title=title, account_of=("US",)))
    return [m for m in resolve_mentions(read_english(document, Settings())) if m.via != "pronoun"]


def names(mentions: list[Mention], words: str) -> list[str]:
    """Whom the words mean wherever they stand."""
    return [m.party.name for m in mentions if " ".join(m.text.split()) == words and m.party.kind == "person"]


@pytest.mark.parametrize(
    ("day", "text", "words", "found"),
    [
        ("2023-03-17", "THE PRESIDENT: Marcia mended the roof with us.", "Marcia", ["Marcia Fudge"]),
        ("2024-03-17", "THE PRESIDENT: Kris mended the boat with us.", "Kris", ["Kris"]),
        ("2022-03-17", "THE PRESIDENT: Madison and Jefferson hung on the wall.", "Madison", ["Madison"]),
        ("2023-11-27", "THE PRESIDENT: Susie made the boat with us.", "Susie", ["Susie"]),
        ("2023-03-17", "THE PRESIDENT: As Nancy said, it holds.", "Nancy", ["Nancy"]),
        ("2022-03-17", "THE PRESIDENT: As Nancy said, it holds.", "Nancy", ["Nancy Pelosi"]),
        (
            "2023-03-17",
            "THE PRESIDENT: With Bernie’s bill the pills cost less.\n\nI owe Senator Sanders a pie.",
            "Bernie",
            ["Bernie Sanders"],
        ),
        ("2023-03-17", "THE PRESIDENT: And Lankford wrote a page of it.", "Lankford", ["James Lankford"]),
        ("2023-03-17", "THE PRESIDENT: Jimmy Carter was glad, and so was Rosalynn.", "Rosalynn", ["Rosalynn Carter"]),
        ("2023-03-17", "THE PRESIDENT: My brother Jimmy rowed all night.", "brother Jimmy", ["James Biden"]),
        ("2023-03-17", "THE PRESIDENT: My uncle Jake rowed all night.", "uncle Jake", []),
        ("2023-03-17", "THE PRESIDENT: Thank you, Charles, for the oars.", "Charles", []),
        (
            "2023-03-17",
            "THE PRESIDENT: We need the John Lewis Safe Harbours Act.  John, thank you for the oars.",
            "John",
            [],
        ),
    ],
)
def test_first_name_or_surname_alone(day: str, text: str, words: str, found: list[str]) -> None:
    assert names(account(text, day), words) == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("I do not share Justice Sotomayor’s view of oars.", "Sotomayor", ["Sonia Sotomayor"]),
        ("I spoke with the governor in Minnesota about oars.", "the governor", ["Tim Walz"]),
        ("The mayor of Boston rowed, and the mayor waved.", "the mayor", ["Michelle Wu"]),
        ("The mayor is here.  Mayor Quillfeather, stand up.", "The mayor", ["Quillfeather"]),
        ("The mayor is here.", "The mayor", []),
        ("In my race for Attorney General I lost a shoe.", "Attorney General", []),
        ("Attorneys General stood beside me.", "Attorneys General", []),
        ("What other president would row so far?", "What other president", []),
        ("An Ohio resident rowed to the island.", "resident", []),
        ("Is the First Lady getting an oar?", "the First Lady", ["Jill Biden"]),
        ("Here is Scott — Scott Brellin, who farms.", "Scott Brellin", ["Scott Brellin"]),
        ("Ambassador Zappia, welcome to the lake.", "Ambassador Zappia", ["Mariangela Zappia"]),
    ],
)
def test_title_or_name_begun_anew(text: str, words: str, found: list[str]) -> None:
    assert names(account(f"THE PRESIDENT: {text}", "2023-10-17"), words) == found


def test_ambassador_spoken_to_is_the_ambassador_spoken_of() -> None:
    text = "Tokyo, Japan\n\nTHE VICE PRESIDENT: Thank you, Mr. Ambassador.  As the Ambassador said, chips matter."
    assert names(account(text, "2022-09-27", HARRIS), "the Ambassador") == ["Rahm Emanuel"]


def test_mayor_of_a_common_name_is_the_one_of_the_place() -> None:
    text = "Chicago, Illinois\n\nTHE PRESIDENT: Mayor Johnson, thank you for the oars."
    assert names(account(text, "2023-10-17"), "Mayor Johnson") == ["Brandon Johnson"]


GUEST = (
    "VICE PRESIDENT HARRIS: It is my honor to row with you, Mr. President.\n\n"
    "PRESIDENT AKUFO-ADDO: Thank you, Madam Vice President."
)
OPENED = (
    "WHITE HOUSE OFFICIAL: Mr. President will now take two questions.\n\n"
    "PRESIDENT HICHILEMA: Thank you.\n\nVICE PRESIDENT HARRIS: Thank you."
)


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        (GUEST, f"{HARRIS} and President Akufo-Addo of Ghana", "Nana Akufo-Addo"),
        (OPENED, f"{HARRIS} and President Hichilema of Zambia", "Hakainde Hichilema"),
    ],
)
def test_president_spoken_to_is_the_guest_where_our_own_is_not_on_stage(text: str, title: str, found: str) -> None:
    assert names(account(text, "2023-03-31", title), "Mr. President") == [found]


CALLED_ON = (
    "MODERATOR: The first question goes to Nandita with Reuters.\n\nQ  Why?\n\n"
    "MR. KIRBY: Good point, Aamer, and Peter, too.\n\nQ  And when?"
)


@pytest.mark.parametrize(
    ("words", "found"), [("Nandita", ["Nandita Bose"]), ("Aamer", ["Aamer Madhani"]), ("Peter", ["Peter"])]
)
def test_reporter_called_on_by_first_name_and_outlet(words: str, found: list[str]) -> None:
    assert names(account(CALLED_ON, "2023-10-17", "Press Gaggle by John Kirby"), words) == found
