"""Whom speakers and writers of a state's own account mean: first names, bare titles, titles of old, lists."""

from collections.abc import Callable

import pytest

from detente.model.document import Document
from detente.reading.dateline import dated
from detente.reading.english import read_english
from detente.resolve.people import resolve_mentions
from detente.settings import Settings
from detente.text.reading import Mention, Reading

Read = Callable[..., Reading]
REMARKS = "Remarks by President Biden"


def account(text: str, day: str, title: str = REMARKS) -> list[Mention]:
    """The mentions of a text of the United States."""
    document = dated(Document(text, published=day, title=title, account_of=("US",)))
    return resolve_mentions(read_english(document, Settings()))


def names(mentions: list[Mention], words: str) -> list[str]:
    """Whom the words mean wherever they stand."""
    return [m.party.name for m in mentions if " ".join(m.text.split()) == words and m.party.kind == "person"]


@pytest.mark.parametrize(
    ("day", "text", "words", "found"),
    [
        ("2022-06-01", "THE PRESIDENT: I asked Jake about it this morning.", "Jake", ["Jake Sullivan"]),
        ("2022-06-01", "THE PRESIDENT: Thank you, Jake, for the soup.", "Jake", []),
        ("2024-06-01", "THE PRESIDENT: For years Barack and I had lunch.", "Barack", ["Barack Obama"]),
        ("2024-11-03", "THE PRESIDENT: I heard every president say so.", "every president", []),
        ("2024-11-03", "THE PRESIDENT: The next president will build it.", "The next president", []),
        ("2024-11-03", "THE PRESIDENT: I saw Kyiv when I served as Vice President.", "Vice President", []),
        ("2022-06-01", "THE PRESIDENT: The First Lady taught there.", "The First Lady", ["Jill Biden"]),
        ("2022-06-01", "THE PRESIDENT: Here sits Jordan Avery, a nurse.", "Jordan Avery", ["Jordan Avery"]),
        ("2022-06-01", "THE PRESIDENT: Judge Jackson answered them all.", "Judge Jackson", ["Ketanji Brown Jackson"]),
        (
            "2023-05-20",
            "Grand Prince Hotel Hiroshima, Japan\n\nPRESIDENT BIDEN: Good to see you.",
            "Grand Prince Hotel Hiroshima",
            [],
        ),
        (
            "2023-03-03",
            "PRESIDENT BIDEN: Well, Chancellor, sit down.\n\nCHANCELLOR SCHOLZ: I will, Mr. President.",
            "Chancellor",
            ["Olaf Scholz"],
        ),
        (
            "2023-09-10",
            "GENERAL SECRETARY TRỌNG: Be welcome.\n\nPRESIDENT BIDEN: Thank you, General Secretary. Shall we?",
            "General Secretary",
            ["Nguyen Phu Trong"],
        ),
        (
            "2021-03-01",
            "MR. ZIENTS: I turn to Dr. Walensky.\n\nDR. WALENSKY: Cases fell.\n\nMR. ZIENTS: Questions?",
            "Dr. Walensky",
            ["Rochelle Walensky"],
        ),
    ],
)
def test_words_of_a_speaker_mean_whom_the_listeners_think_of(day: str, text: str, words: str, found: list[str]) -> None:
    assert names(account(text, day), words) == found


@pytest.mark.parametrize(
    ("text", "words", "office"),
    [
        ("- Ann Bell, Chief Operating Officer, Harbour Foods", "Ann Bell", "Chief Operating Officer, Harbour Foods"),
        ("- Chad Miller, Executive Director, Harbour Trust", "Chad Miller", "Executive Director, Harbour Trust"),
        ("Senate President Pro Tempore Ann Bell spoke.", "Ann Bell", "Senate President Pro Tempore"),
    ],
)
def test_title_is_read_whole(text: str, words: str, office: str) -> None:
    party = next(m.party for m in account(text, "2022-06-01", "Readout of a meeting") if m.party.name == words)
    assert party.office == office


def test_title_does_not_reach_under_another_one() -> None:
    text = "THE PRESIDENT: She served in the Treasury under President Clinton for a year."
    assert names(account(text, "2024-06-18"), "President Clinton") == ["Bill Clinton"]


def test_title_before_a_comma_in_a_list_is_another_person() -> None:
    text = (
        "Mr. Sullivan met Crown Prince Mohammed bin Salman and Sheikh Tahnoon bin Zayed. "
        "He thanked the Crown Prince, Sheikh Tahnoon, and the hosts."
    )
    found = account(text, "2023-05-07", "Readout of Jake Sullivan’s Meetings")
    assert names(found, "the Crown Prince") == ["Mohammed bin Salman"]
    assert names(found, "Sheikh Tahnoon") == ["Tahnoun bin Zayed Al Nahyan"]


def test_president_of_old_is_found_by_his_title(english: Read) -> None:
    found = resolve_mentions(english("They read what President Lincoln wrote.", published="2022-02-12"))
    assert names(found, "President Lincoln") == ["Abraham Lincoln"]


def test_chief_of_a_body_in_the_title_is_found_by_it(english: Read) -> None:
    found = resolve_mentions(english("The Director General of the IAEA flew to Kyiv.", published="2022-09-01"))
    assert names(found, "The Director General of the IAEA") == ["Rafael Grossi"]


def test_our_minister_is_the_one_of_the_state_whose_account_it_is() -> None:
    text = "The Minister of Foreign Affairs of Türkiye met his Greek counterpart. Our Minister asked for calm."
    document = Document(text, published="2024-05-14", account_of=("TR",))
    assert names(resolve_mentions(read_english(document, Settings())), "Minister") == ["Hakan Fidan"]
