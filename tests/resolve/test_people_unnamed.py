"""Groups and informants without a name: introduced in words, taken up by a bare plural."""

from collections.abc import Callable

import pytest

from detente.resolve.people import resolve_mentions
from detente.text.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Rural leaders met the mayor. Leaders praised the plan.", "Leaders", "rural leaders"),
        ("Rural leaders met the mayor. The leaders praised the plan.", "The leaders", "rural leaders"),
        ("White House officials landed. Officials said it was fine.", "Officials", "White House officials"),
        (
            "Two people familiar with the matter said it was over.",
            "Two people familiar with the matter",
            "two people familiar with the matter",
        ),
        ("A person briefed on the talks said no.", "A person briefed on the talks", "person briefed on the talks"),
        ("Two officials came and another said no.", "another", "official"),
        ("Manufacturers complained of costs.", "Manufacturers", "manufacturers"),
        ("General Motors (GM) closed a plant. Later GM said it had no choice.", "GM", "General Motors"),
        (
            "SENIOR ADMINISTRATION OFFICIAL: Good evening.",
            "SENIOR ADMINISTRATION OFFICIAL",
            "senior administration official",
        ),
    ],
)
def test_unnamed_speakers_keep_their_words_and_are_taken_up(english: Read, text: str, words: str, name: str) -> None:
    named = [m.party.name for m in resolve_mentions(english(text, "2023-06-19")) if m.text == words]
    assert named
    assert set(named) == {name}


def test_a_company_is_no_description_of_its_trade(english: Read) -> None:
    mentions = resolve_mentions(english("Officials praised Singapore Airlines on Monday.", "2023-06-19"))
    assert [(m.party.name, m.party.kind) for m in mentions if "Airlines" in m.text] == [("Singapore Airlines", "body")]
