"""A text is cut into the things that it tells by its marks and the words that join clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.text.pieces import pieces_of


def pieces(text):
    return [text[start:end] for start, end in pieces_of(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Oslo demanded that trawlers leave, and the two sides agreed that patrols will go on.",
            ["Oslo demanded that trawlers leave", "the two sides agreed that patrols will go on."],
        ),
        (
            "She said that the bank is closed and that the line was never drawn.",
            ["She said that the bank is closed", "the line was never drawn."],
        ),
        ("He welcomed the survey and signed the protocol.", ["He welcomed the survey", "signed the protocol."]),
        (
            "They decided to open a hotline, and to invite 40 cadets.",
            ["They decided to open a hotline", "to invite 40 cadets."],
        ),
        ("Quotas were kept; no date has been set.", ["Quotas were kept", "no date has been set."]),
        (
            "Oslo called for the release of the crew and for access to the wreck.",
            ["Oslo called for the release of the crew", "for access to the wreck."],
        ),
    ],
)
def test_joined_clauses_are_apart(text, told):
    assert pieces(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "She said that Norway and Iceland are close neighbours.",
        "Our aim of safety, order, and plenty remains as it was.",
        "The United States and its partners will answer.",
        "The patrols are lawful and will go on.",
        "They meet not next week but the week after.",
        "They spoke on June 12 at 10:30 a.m. in the harbour.",
        "They framed it as before and as they have done since.",
    ],
)
def test_one_thing_is_not_parted(text):
    assert pieces(text) == [text]


def test_headings_tell_nothing():
    assert pieces("Ministers meet in Bergen\n\nThey signed the protocol.") == ["They signed the protocol."]


@given(st.text(alphabet="ab ,.;\nand that Was signed", max_size=80))
def test_pieces_are_words_of_the_text_in_order(text):
    found = pieces_of(text)
    ends = [0, *(end for _, end in found)]
    assert all(before <= start < end for before, (start, end) in zip(ends, found, strict=False))
