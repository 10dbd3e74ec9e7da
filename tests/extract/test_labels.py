"""Words that a colon or a dash ties to their speaker."""

import pytest

from detente.extract.labels import label_drafts
from detente.resolve.people import resolve_mentions


@pytest.fixture
def labels(english):
    def find(text):
        reading = english(text, "2023-06-20")
        reading.mentions = resolve_mentions(reading)
        drafts = label_drafts(reading)
        return [(text[d.source.start : d.source.end], text[d.start : d.end]) for d in drafts]

    return find


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“The river has never been so low,” — Ilse Brandt, a ferry captain", ["Ilse Brandt, a ferry captain"]),
        ("“The river has never been so low.”\n\n— Ilse Brandt, a ferry captain", ["Ilse Brandt, a ferry captain"]),
        ("Ilse Brandt: “The river has never been so low.”", ["Ilse Brandt"]),
        ("Ministry: talks on fish will resume in autumn\n\nThe talks broke off in May.", ["Ministry"]),
        ("“Ferries stop as the river falls” — River Post, 4 May 2022", []),
        ("Note well that “the river has never been so low” this year.", []),
    ],
)
def test_a_mark_gives_words_to_the_name_beside_it_but_a_reference_names_no_speaker(labels, text, found):
    assert [source for source, _ in labels(text)] == found
