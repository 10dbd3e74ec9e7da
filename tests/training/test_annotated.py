"""Annotated places are found in their text, and what is told is set against them."""

import annotated
import pytest


@pytest.mark.parametrize(
    ("mine", "theirs", "near"),
    [((0, 10), (0, 10), True), ((0, 10), (5, 100), True), ((0, 10), (20, 30), False), ((0, 500), (0, 20), False)],
)
def test_words_are_annotated_ones_where_they_share_enough(mine, theirs, near):
    assert annotated.is_near(frozenset(range(*mine)), frozenset(range(*theirs))) is near


def test_annotated_places_are_found_by_their_words_and_count():
    assert annotated.characters_at("a b, a b", [{"text": "a b", "nth": 2}]) == {5, 7}


def test_a_place_that_is_not_in_the_text_is_an_error():
    with pytest.raises(ValueError, match="substring"):
        annotated.range_of("a b", "c")


@pytest.mark.parametrize(
    ("matches", "hits"),
    [([(0.9, 0.0), (0.8, 0.0)], 1), ([(0.9, 0.8), (0.8, 0.0)], 1), ([(0.5, 0.0), (0.0, 0.5)], 2), ([(0.1,)], 0)],
)
def test_each_annotation_is_told_once_the_best_match_first(matches, hits):
    assert annotated.pairs_matched(matches, 0.3) == hits
