"""Blocks of a text."""

import pytest

from detente.text.paragraphs import split_paragraphs


def blocks(text):
    return [(p.kind, text[p.start : p.end]) for p in split_paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ships meet\n\nTwo ships met at sea.", [("headline", "Ships meet"), ("body", "Two ships met at sea.")]),
        ("They met\nat sea on Monday.\n", [("body", "They met\nat sea on Monday.")]),
        (
            "It ended.\n\nThe Aftermath\n\nAll was calm.",
            [("body", "It ended."), ("heading", "The Aftermath"), ("body", "All was calm.")],
        ),
        (
            "It is agreed:\n\n- Lift the ban.\n- Reopen the port.",
            [("body", "It is agreed:"), ("bullet", "Lift the ban."), ("bullet", "Reopen the port.")],
        ),
        ("Read more: The ship that sank", [("byline", "Read more: The ship that sank")]),
        ("MR. KIRBY: Thank you all.", [("speaker", "MR. KIRBY: Thank you all.")]),
        ("**OUTCOMES:**\n\nAll agreed.", [("body", "OUTCOMES:"), ("body", "All agreed.")]),
        ("One.\n\n\\###", [("body", "One.")]),
    ],
)
def test_a_text_falls_into_its_blocks(text, expected):
    assert blocks(text) == expected


def test_long_lines_are_paragraphs_of_their_own():
    line = "The ministers met for the third time this year and parted without a word to the press, " * 2
    assert len(split_paragraphs(f"{line}end.\n{line}end.")) == 2


def test_one_web_address_does_not_unwrap_a_text():
    lines = ["The envoys met at the port and read the", f"[plan](https://example.org/{'a' * 90})"]
    lines += ["for the winter of that year, which they had", "both signed in the spring, and parted at", "noon"]
    assert len(split_paragraphs("\n".join(lines))) == 1


def test_deeper_bullets_know_their_depth():
    text = "- Open the market\n    - to grain\n    - to fish"
    assert [p.depth for p in split_paragraphs(text)] == [0, 1, 1]


def test_a_text_without_words_has_no_blocks():
    assert split_paragraphs("***\n\n---\n") == []
