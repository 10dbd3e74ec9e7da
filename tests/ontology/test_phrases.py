"""Phrases in a stretch of a text: the same as in the words cut out, but that half a word is no word."""

from __future__ import annotations

import pytest

from detente.ontology.phrases import Phrases

TEXT = "Talks on the canal's tolls resumed; talks on tariffs didn't. No re-opening — of the canal — is near."


@pytest.mark.parametrize(
    "phrases",
    [
        pytest.param(["talks", "talks on tariffs", "no"], id="long and short words"),
        pytest.param(["tariff*", "resum*", "didn't"], id="stars and apostrophes"),
        pytest.param(["n*", "canal"], id="a star after one letter"),
        pytest.param(["— of", "canal"], id="a mark at the start"),
        pytest.param(["opening of", "re-opening"], id="hyphens"),
    ],
)
def test_within_a_stretch_as_in_its_words(phrases: list[str]) -> None:
    listed = Phrases(phrases, ignore_case=True)
    words = [at for at in range(len(TEXT) + 1) if at == 0 or not (TEXT[at - 1] + TEXT[at : at + 1]).isalnum()]
    for start in words:
        for end in (w for w in words if w >= start):
            cut = [(start + low, start + high, phrase) for low, high, phrase in listed.find(TEXT[start:end])]
            assert list(listed.within(TEXT, start, end)) == cut
    assert list(listed.within(TEXT, 0, len(TEXT)))


def test_half_a_word_at_the_start_is_none() -> None:
    listed = Phrases(["likely"], ignore_case=True)
    text = "Unlikely or likely"
    assert [place[:2] for place in listed.within(text, 2, len(text))] == [(12, 18)]
