"""Pronouns and groups: who is taken up again."""

from collections.abc import Callable

import pytest

from detente.resolve.people import resolve_mentions
from detente.text.reading import Reading

Read = Callable[..., Reading]


def meant(reading: Reading, words: str) -> list[str]:
    """Whom each mention that reads so stands for."""
    return [m.party.name for m in resolve_mentions(reading) if m.text == words]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("The top US diplomat noted that he was tired.", "he", "Antony Blinken"),
        ("Blinken met Wang Yi. He said the talks were frank.", "He", "Antony Blinken"),
        ("Blinken said that Qin Gang had agreed. He added that work remained.", "He", "Antony Blinken"),
        ("Despite doubts in his talks, Blinken claimed success.", "his", "Antony Blinken"),
        ("Janet Yellen landed on Friday. She will meet Li Qiang, an aide to Mr Blinken said.", "She", "Janet Yellen"),
        ("According to Qin Gang, he had been clear.", "he", "Qin Gang"),
        ("A Pentagon spokesman was blunt. He blamed Beijing.", "He", "Pentagon spokesman"),
        ("KCNA praised the launch. “A success”, it said.", "it", "Korean Central News Agency"),
        ("Antony Blinken rang Wang Yi to thank him for the visit.", "him", "Wang Yi"),
        ("Antony Blinken met Wang Yi and told him so.", "him", "Wang Yi"),
        ("Antony Blinken thanked Wang Yi for his candour.", "his", "Wang Yi"),
        ("Antony Blinken congratulated Wang Yi on his return.", "his", "Wang Yi"),
        ("Antony Blinken thanked the staff for his welcome.", "his", "Antony Blinken"),
        ("Qin Gang slept. Antony Blinken visited Wang Yi to warn him of the cost.", "him", "Wang Yi"),
        ("Antony Blinken told Wang Yi that Qin Gang would see him.", "him", "Antony Blinken"),
    ],
)
def test_a_pronoun_looks_to_subjects_and_speakers_first(english: Read, text: str, pronoun: str, name: str) -> None:
    assert meant(english(text, "2023-06-19"), pronoun) == [name]


def test_nobody_calls_themselves_he(english: Read) -> None:
    text = "MR. KIRBY: Wang Yi was there. I heard that he agreed.\n\nMR. BLINKEN: I thought he was late."
    assert meant(english(text, "2023-06-19"), "he") == ["Wang Yi", "Wang Yi"]


def test_pronouns_inside_a_quotation_are_left_alone(english: Read) -> None:
    reading = english("Blinken spoke of Xi. “He was open, and they listened,” Blinken said.", "2023-06-19")
    assert not [m for m in resolve_mentions(reading) if m.via == "pronoun"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "President Biden met President Xi. The two leaders shook hands.",
            "The two leaders",
            "Joe Biden and Xi Jinping",
        ),
        ("President Biden met President Xi. They shook hands.", "They", "Joe Biden and Xi Jinping"),
        (
            "Antony Blinken of the United States and Wang Yi of China came. They sat.",
            "They",
            "Antony Blinken and Wang Yi",
        ),
        ("Who sat there? Antony Blinken and Wang Yi. They were tired.", "They", "Antony Blinken and Wang Yi"),
        ("Jake Sullivan and Director Wang Yi met. Both sides were pleased.", "Both sides", "both sides"),
        ("The two sides will meet again.", "The two sides", "the two sides"),
        ("Some senators were angry. They called it a mistake.", "They", "some senators"),
        ("The US and China wish to mend their ties.", "their", "United States and China"),
    ],
)
def test_groups_are_named_where_two_are_told_to_meet(english: Read, text: str, words: str, name: str) -> None:
    assert meant(english(text, "2023-11-15"), words) == [name]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "President Biden and President Xi reaffirmed the pledge.",
            "President Biden and President Xi",
            "Joe Biden and Xi Jinping",
        ),
        (
            "Mr. Sullivan and Director Wang welcomed the launch.",
            "Mr. Sullivan and Director Wang",
            "Jake Sullivan and Wang Yi",
        ),
        ("The US and China welcomed the launch.", "The US and China", "United States and China"),
    ],
)
def test_a_coordination_is_a_group_beside_its_members(english: Read, text: str, words: str, name: str) -> None:
    mentions = resolve_mentions(english(text, "2023-11-15"))
    group = next(m for m in mentions if m.text == words)
    assert (group.party.name, group.party.kind, group.party.state) == (name, "group", None)
    assert len([m for m in mentions if m.party.kind != "group"]) == 2


def test_the_leaders_are_no_one_where_nobody_is_told_to_meet(english: Read) -> None:
    assert meant(english("The two leaders were praised in the press.", "2023-11-15"), "The two leaders") == [
        "the two leaders"
    ]
