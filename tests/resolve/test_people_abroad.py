"""Leaders of any country: short forms, states behind the name, royal styles, and who they met."""

from collections.abc import Callable

import pytest

from detente.model.document import Document
from detente.reading.english import read_english
from detente.resolve.people import resolve_mentions
from detente.settings import Settings
from detente.text.reading import Reading

Read = Callable[..., Reading]


def meant(reading: Reading, words: str) -> list[tuple[str, str | None]]:
    """Whom each mention that reads so stands for, and for which state."""
    return [(m.party.name, m.party.state) for m in resolve_mentions(reading) if m.text == words]


@pytest.mark.parametrize(
    ("day", "text", "words", "name", "state"),
    [
        (
            "2024-09-23",
            "President Sheikh Mohamed spoke.",
            "President Sheikh Mohamed",
            "Mohamed bin Zayed Al Nahyan",
            "AE",
        ),
        ("2023-11-02", "Emir Sheikh Tamim spoke.", "Emir Sheikh Tamim", "Tamim bin Hamad Al Thani", "QA"),
        ("2023-11-02", "Prime Minister Anwar spoke.", "Prime Minister Anwar", "Anwar Ibrahim", "MY"),
        ("2023-11-02", "Prime Minister Tom Pell of Malta spoke.", "Prime Minister Tom Pell", "Tom Pell", "MT"),
        (
            "2023-11-02",
            "Minister Ana Reyes of the Republic of Chile came. Minister Reyes spoke.",
            "Minister Reyes",
            "Ana Reyes",
            "CL",
        ),
        (
            "2023-11-02",
            "His Majesty King Abdullah II of Jordan landed. His Majesty spoke.",
            "His Majesty",
            "Abdullah II",
            "JO",
        ),
        ("2023-11-02", "President Biden saw King Abdullah II. The King spoke.", "The King", "Abdullah II", "JO"),
        (
            "2024-05-02",
            "Director of the Office of Public Grants Ann Bell spoke.",
            "Director of the Office of Public Grants Ann Bell",
            "Ann Bell",
            None,
        ),
    ],
)
def test_leaders_are_known_by_given_name_style_and_the_state_behind_the_name(
    english: Read, day: str, text: str, words: str, name: str, state: str | None
) -> None:
    assert meant(english(text, day), words) == [(name, state)]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Principal Deputy National Security Advisor Jon Finer spoke with Fiji Premier Ratu Cole. Both leaders smiled.",
            "Both leaders",
            "Jon Finer and Ratu Cole",
        ),
        (
            "Biden hosted President Yoon of the Republic of Korea and Prime Minister Kishida. The three leaders ate.",
            "The three leaders",
            "Joe Biden, Yoon Suk Yeol and Fumio Kishida",
        ),
        (
            "President Biden met President Yoon of the Republic of Korea and First Lady Kim. The two leaders ate.",
            "The two leaders",
            "Joe Biden and Yoon Suk Yeol",
        ),
        ("Blinken spoke by phone with Qin Gang. They agreed to meet.", "They", "Antony Blinken and Qin Gang"),
    ],
)
def test_those_who_spoke_with_each_other_are_the_leaders(english: Read, text: str, words: str, name: str) -> None:
    assert [found for found, _ in meant(english(text, "2023-06-01"), words)] == [name]


def test_she_stays_with_the_woman_of_a_pair(english: Read) -> None:
    text = "The Vice President Kamala Harris and Minister Gantz met. She urged calm."
    assert meant(english(text, "2024-03-04"), "She") == [("Kamala Harris", "US")]


@pytest.mark.parametrize(
    ("text", "words", "name", "state"),
    [
        ("Senior Director Ann Bell spoke.", "Senior Director Ann Bell", "Ann Bell", "US"),
        ("Assistant to the President Ann Bell spoke.", "Assistant to the President Ann Bell", "Ann Bell", "US"),
        ("Prime Minister Tom Pell spoke.", "Prime Minister Tom Pell", "Tom Pell", None),
        ("President Tom Pell spoke.", "President Tom Pell", "Tom Pell", None),
        ("Leader Tom Pell spoke.", "Leader Tom Pell", "Tom Pell", None),
        (
            "President Biden met Prime Minister Modi. The Prime Minister spoke.",
            "The Prime Minister",
            "Narendra Modi",
            "IN",
        ),
        ("The Vice President spoke.", "The Vice President", "Kamala Harris", "US"),
    ],
)
def test_an_official_account_is_at_home_only_in_its_own_offices(
    text: str, words: str, name: str, state: str | None
) -> None:
    document = Document(text, published="2023-09-09", publisher="The White House")
    assert meant(read_english(document, Settings()), words) == [(name, state)]


def test_the_title_tells_whose_account_it_is_and_with_whom() -> None:
    document = Document(
        "Senior Director Ann Bell spoke with Prime Minister Tom Pell.",
        published="2023-09-09",
        title="Readout of President Biden's call with Prime Minister Pell of Malta",
    )
    mentions = resolve_mentions(read_english(document, Settings()))
    assert [(m.party.name, m.party.state) for m in mentions] == [("Ann Bell", "US"), ("Tom Pell", "MT")]


@pytest.mark.parametrize(
    ("day", "words", "name", "state"),
    [
        ("1998-08-18", "President Clinton", "Bill Clinton", "US"),
        ("2002-05-24", "President Bush", "George W. Bush", "US"),
        ("1998-08-18", "President Yeltsin", "Boris Yeltsin", "RU"),
        ("2003-03-18", "Prime Minister Blair", "Tony Blair", "GB"),
        ("2003-03-18", "Chancellor Schroeder", "Gerhard Schröder", "DE"),
        ("2005-03-18", "Prime Minister Koizumi", "Junichiro Koizumi", "JP"),
        ("2023-03-17", "Taoiseach Varadkar", "Leo Varadkar", "IE"),
        ("2022-03-17", "Secretary Buttigieg", "Pete Buttigieg", "US"),
    ],
)
def test_holders_of_earlier_years_are_known_on_their_day(
    english: Read, day: str, words: str, name: str, state: str
) -> None:
    assert meant(english(f"{words} spoke.", day), words) == [(name, state)]
