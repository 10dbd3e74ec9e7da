"""Cue words from the language data."""

from detente.text.cuewords import cues_in


def test_cue_words_are_found_within_the_stretch_and_counted_from_the_start_of_the_text():
    text = "Ties soured. Ties soured again."

    assert cues_in(text, 12, len(text), "assessments", "directions", "worse") == [(18, 24)]
