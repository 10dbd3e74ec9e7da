"""Text made uniform, to store it, to compare it and to find it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.text.canonical import canonical_text, folded, index_words, search_words


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("  one  \n\n\n\n two \t\n", "one\n\n two"),
        ("so\u00adfter\u200b words\ufeff", "softer words"),
        ("cafe\u0301", "café"),
        ("“kept” – as it is…", "“kept” – as it is…"),
    ],
)
def test_extracted_words_have_one_kind_of_line_end_and_nothing_unseen(raw, text):
    assert canonical_text(raw) == text


@given(st.text())
def test_canonical_text_stays_as_it_is(raw):
    once = canonical_text(raw)
    assert canonical_text(once) == once


@pytest.mark.parametrize(
    ("one", "other"), [("José", "JOSE"), ("Erdoğan", "erdogan"), ("ＵＳ", "us"), ("Straße", "strasse")]
)
def test_folded_names_differ_in_neither_case_nor_accents_nor_width(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Holm's visit, off!", ["holm", "s", "visit", "off"]),
        ("外交部", ["外交", "交部"]),
        ("是 yes王毅2023", ["是", "yes", "王毅", "2023"]),
        ("…!", []),
    ],
)
def test_words_are_pairs_of_characters_where_a_script_has_no_spaces(text, words):
    assert search_words(text) == words


@given(st.text(st.sampled_from("王毅会谈ab ")))
def test_every_word_looked_for_is_in_the_index_or_begins_a_word_of_it(text):
    indexed = index_words(text)
    for character in "".join(text.split()):
        (word,) = search_words(character)
        assert any(known.startswith(word) for known in indexed) or word.isascii()
    assert set(search_words(text)) <= set(indexed)
