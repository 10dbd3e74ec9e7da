"""Two wordings are told apart word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.text.changes import differing_words


@pytest.mark.parametrize(
    ("a", "b", "ours", "theirs"),
    [
        ("peace talks", "peace talks", [], []),
        ("Peace talks, now", "peace talks soon", ["now"], ["soon"]),
        ("the line is open", "the old line is open", [], ["old"]),
        ("yes", "no", ["yes"], ["no"]),
    ],
)
def test_words_that_the_other_text_lacks_are_told_apart(a, b, ours, theirs):
    mine, others = differing_words(a, b)
    assert [words for words, differs in mine if differs] == ours
    assert [words for words, differs in others if differs] == theirs


@given(st.text("ab ,.", max_size=12), st.text("ab ,.", max_size=12))
def test_the_stretches_of_both_texts_are_the_texts(a, b):
    mine, others = differing_words(a, b)
    assert ("".join(words for words, _ in mine), "".join(words for words, _ in others)) == (a, b)
