"""How long a contact took, and which side had asked for it, is found in the words on it."""

import pytest

from detente.analysis.circumstances import circumstances_in


def told(text):
    return [(c.kind, text[c.start : c.end], c.value) for c in circumstances_in(text, 0, len(text), ("NO", "IS"))]


@pytest.mark.parametrize(
    ("text", "words", "minutes"),
    [
        ("They talked for about 70 minutes.", "for about 70 minutes", 70),
        ("The call lasted one hour.", "lasted one hour", 60),
        ("They met for two and a half hours.", "for two and a half hours", 150),
        ("It was a 45-minute call.", "45-minute", 45),
    ],
)
def test_lengths_are_told_in_minutes(text, words, minutes):
    assert told(text) == [("length", words, minutes)]


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("The call was held at the request of the Norwegian side.", "at the request of the Norwegian side", "NO"),
        ("The call took place at Iceland's request.", "at Iceland's request", "IS"),
        ("Iceland's minister met that of Norway at the latter's invitation.", "at the latter's invitation", "NO"),
        ("They met at the initiative of the chair.", "at the initiative of the chair", None),
    ],
)
def test_who_asked_is_the_state_named_there_or_last_before(text, words, state):
    assert told(text) == [("asked", words, state)]


def test_days_are_no_length_of_a_talk():
    assert told("They met after three days.") == []
