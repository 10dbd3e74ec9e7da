"""Turns of transcripts, each form of label with a row."""

import pytest

from detente.text.paragraphs import split_paragraphs
from detente.text.turns import find_turns

BRIEFING = """Press room, Lima

2:05 P.M. PET

MS. ORTEGA:  Good afternoon. The minister is back.

She will speak later.

Q    When will she speak?

MS. ORTEGA:  At four. (Laughter.)

AUDIENCE:  Louder!

DR. VEGA:  The dam is safe.

2:31 P.M. PET"""

INTERVIEW = """Harbour Weekly: How deep is the new port?

Lindqvist: Eighteen metres at low water.

Harbour Weekly: Who pays for it?

Lindqvist: The city and the province."""


def turns(text):
    return [
        (text[t.start : t.end], [text[a:b].strip() for a, b in t.parts], t.asks)
        for t in find_turns(text, split_paragraphs(text))
    ]


def test_a_turn_runs_to_the_next_label_and_the_clock_ends_the_last():
    assert turns(BRIEFING) == [
        ("MS. ORTEGA", ["Good afternoon. The minister is back.", "She will speak later."], False),
        ("Q", ["When will she speak?"], True),
        ("MS. ORTEGA", ["At four. (Laughter.)"], False),
        ("DR. VEGA", ["The dam is safe."], False),
    ]


def test_names_in_small_letters_are_speakers_where_they_come_again():
    assert [(who, said) for who, said, _ in turns(INTERVIEW)] == [
        ("Harbour Weekly", ["How deep is the new port?"]),
        ("Lindqvist", ["Eighteen metres at low water."]),
        ("Harbour Weekly", ["Who pays for it?"]),
        ("Lindqvist", ["The city and the province."]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "SUBJECT: Sale of surplus boats\n\nThe sale is open to all.",
        "Update: The ferry runs again.\n\nNobody was hurt.",
        "The treaty has two aims: peace and trade.",
    ],
)
def test_headings_and_lists_are_no_turns(text):
    assert turns(text) == []
