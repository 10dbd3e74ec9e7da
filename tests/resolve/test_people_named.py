"""Who is named, by which title, and what they are on the day."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from detente.resolve.people import resolve_mentions
from detente.text.reading import Mention, Reading

Read = Callable[..., Reading]


def mention(reading: Reading, words: str, nth: int = 0) -> Mention:
    """The nth mention that reads so."""
    found = [m for m in resolve_mentions(reading) if " ".join(m.text.split()) == words]
    return found[nth]


@pytest.mark.parametrize(
    ("day", "text", "words", "name", "state"),
    [
        ("2023-06-19", "Antony Blinken landed in Beijing.", "Antony Blinken", "Antony Blinken", "US"),
        ("2019-05-02", "Mr Pompeo flew to Helsinki.", "Mr Pompeo", "Mike Pompeo", "US"),
        (
            "2023-06-19",
            "Secretary of State Antony Blinken smiled.",
            "Secretary of State Antony Blinken",
            "Antony Blinken",
            "US",
        ),
        (
            "2017-03-01",
            "Iran’s president, Hassan Rouhani, shook his head.",
            "Iran’s president, Hassan Rouhani",
            "Hassan Rouhani",
            "IR",
        ),
        (
            "2020-08-20",
            "Prime Minister Lee Hsien Loong hosted the dinner.",
            "Prime Minister Lee Hsien Loong",
            "Lee Hsien Loong",
            "SG",
        ),
        (
            "2022-11-14",
            "The guest was President Joseph R. Biden, Jr. of the United States.",
            "President Joseph R. Biden, Jr.",
            "Joe Biden",
            "US",
        ),
        (
            "2022-11-14",
            "He arrived before President Xi\nJinping of China did.",
            "President Xi Jinping",
            "Xi Jinping",
            "CN",
        ),
        ("2018-12-20", "Ankara sent Mevlut Cavusoglu to the talks.", "Mevlut Cavusoglu", "Mevlut Cavusoglu", "TR"),
        (
            "2016-01-05",
            "Mr. Jubeir, the Saudi foreign minister, left early.",
            "Mr. Jubeir, the Saudi foreign minister",
            "Adel al-Jubeir",
            "SA",
        ),
        ("2018-06-12", "The host waited for Kim Jong-un in Singapore.", "Kim Jong-un", "Kim Jong-un", "KP"),
        ("2022-12-01", "China's Xi greeted the visitors.", "Xi", "Xi Jinping", "CN"),
        ("2023-03-01", "A reporter asked Blinken about it.", "Blinken", "Antony Blinken", "US"),
        (
            "2023-10-01",
            "Former Secretary of State Mike Pompeo objected.",
            "Former Secretary of State Mike Pompeo",
            "Mike Pompeo",
            None,
        ),
        (
            "2022-08-02",
            "House Speaker Nancy Pelosi landed in Taipei.",
            "House Speaker Nancy Pelosi",
            "Nancy Pelosi",
            None,
        ),
    ],
)
def test_a_name_with_its_titles_is_one_mention_of_the_person_on_that_day(
    english: Read, day: str, text: str, words: str, name: str, state: str | None
) -> None:
    party = mention(english(text, day), words).party
    assert (party.name, party.kind, party.state) == (name, "person", state)


@pytest.mark.parametrize(
    ("text", "words", "name", "state", "office"),
    [
        (
            "Lin Daoxu, deputy head of the consular division of the Chinese Foreign Ministry, smiled.",
            "Lin Daoxu, deputy head of the consular division of the Chinese Foreign Ministry",
            "Lin Daoxu",
            "CN",
            "deputy head of the consular division of the Chinese Foreign Ministry",
        ),
        (
            "Dana Whitfield, the State Department spokesperson, declined.",
            "Dana Whitfield, the State Department spokesperson",
            "Dana Whitfield",
            "US",
            "State Department spokesperson",
        ),
        (
            "Omar Haddad, a professor at the University of Amman, doubted it.",
            "Omar Haddad, a professor at the University of Amman",
            "Omar Haddad",
            None,
            "professor at the University of Amman",
        ),
        ("Senator Paula Trent objected.", "Senator Paula Trent", "Paula Trent", None, "Senator"),
    ],
)
def test_a_stranger_has_the_office_and_the_state_that_the_words_give(
    english: Read, text: str, words: str, name: str, state: str | None, office: str
) -> None:
    party = mention(english(text, "2024-02-01"), words).party
    assert (party.name, party.state, party.office, party.person_id) == (name, state, office, None)


def test_the_office_is_that_of_the_day(english: Read) -> None:
    text = "Qin Gang spoke to the press."
    before = mention(english(text, "2022-03-01"), "Qin Gang").party
    after = mention(english(text, "2023-03-01"), "Qin Gang").party
    assert (before.role, after.role) == ("ambassador_to_US", "foreign_minister")


def test_a_surname_takes_up_the_stranger_introduced_before(english: Read) -> None:
    reading = english("Abbas Kadhim, an analyst in Washington, was sceptical. Kadhim saw no way out.", "2016-01-05")
    assert mention(reading, "Kadhim").party.name == "Abbas Kadhim"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Premier Li Keqiang and Defence Minister Li Shangfu were there. Defence Minister Li left.",
            "Defence Minister Li",
            "Li Shangfu",
        ),
        (
            "Wang Wenbin briefed the press. Later Foreign Minister Wang Yi arrived in Moscow.\n\nForeign Minister Wang was late.",
            "Foreign Minister Wang",
            "Wang Yi",
        ),
    ],
)
def test_a_title_decides_between_two_of_a_surname(english: Read, text: str, words: str, name: str) -> None:
    assert mention(english(text, "2023-03-12"), words).party.name == name


def test_one_of_two_equally_near_is_never_guessed(english: Read) -> None:
    reading = english("Li Qiang and Li Shangfu attended. The envoy then telephoned Li.", "2023-06-01")
    reading.mentions = resolve_mentions(reading)
    assert [m.party.name for m in reading.mentions if m.text == "Li"] == ["Li"]
    assert [p.alternatives for p in reading.problems] == [("Li Qiang", "Li Shangfu")]


def test_a_companys_name_is_nobodys_title(english: Read) -> None:
    assert "person" not in {
        m.party.kind for m in resolve_mentions(english("General Motors closed a plant.", "2023-06-01"))
    }


def test_the_head_of_a_titled_name_is_found_from_any_of_its_words(english: Read) -> None:
    reading = english("On Monday, Chinese Foreign Minister Wang Yi spoke.", "2023-09-01")
    reading.mentions = resolve_mentions(reading)
    held = {m.party.name for t in reading.tokens[3:8] if (m := reading.mention_of(t))}
    assert held == {"Wang Yi"}


def test_no_two_mentions_overlap_but_a_group_and_its_members(english: Read) -> None:
    text = "President Joe Biden and China's president, Xi Jinping, met on Blinken’s advice, the White House spokesman said."
    mentions = [m for m in resolve_mentions(english(text, "2022-11-14")) if m.via != "group"]
    assert all(a.end <= b.start for a, b in pairwise(mentions))
