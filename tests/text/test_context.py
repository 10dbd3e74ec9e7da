"""Words are shown in their sentence."""

import re

import pytest

from detente.text.context import paragraph_around, sentence_around, sentences_in

TEXT = "First things first. Mr. Holm said: “We met.” Later, on 3.5 counts,\nhe left\n\nA new paragraph. 会谈结束。双方满意。"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("First", "First things first."),
        ("Holm", "Mr. Holm said: “We met.”"),
        ("met", "Mr. Holm said: “We met.”"),
        ("counts", "Later, on 3.5 counts,\nhe left"),
        ("first. Mr", "First things first. Mr. Holm said: “We met.”"),
        ("new", "A new paragraph."),
        ("双方", "双方满意。"),
    ],
)
def test_the_sentence_around_words(words, sentence):
    at = TEXT.index(words)
    start, end = sentence_around(TEXT, at, at + len(words))
    assert TEXT[start:end] == sentence


def test_a_sentence_without_end_is_cut_and_still_holds_the_words():
    text = "word " * 400
    start, end = sentence_around(text, 1000, 1004)
    assert start <= 1000
    assert end >= 1004
    assert end - start < 900


def test_a_cut_falls_between_words():
    text = "nineteen " * 400
    start, end = sentence_around(text, 1800, 1808)
    assert set(text[start:end].split()) == {"nineteen"}


@pytest.mark.parametrize("mark", ["-", "*", "•", "2."])
def test_an_item_of_a_list_is_a_sentence_of_its_own(mark):
    text = f"They will:\n- open an office\n{mark} send two ships\n- meet in May"
    start, end = sentence_around(text, text.index("send"), text.index("send") + 4)
    assert text[start:end] == f"{mark} send two ships"


def test_sentences_end_neither_after_initials_nor_before_small_letters():
    text = "They met at 10:30 a.m. in Bergen. Mr. Holm left.\n\nIt rained"
    assert [text[start:end] for start, end in sentences_in(text, 0, len(text))] == [
        "They met at 10:30 a.m. in Bergen.",
        "Mr. Holm left.",
        "It rained",
    ]


def test_a_long_paragraph_is_cut_between_words_on_both_sides():
    text = "north " * 200 + "HERE" + " south" * 200
    before, after = paragraph_around(text, 1200, 1204)
    assert re.fullmatch(r"… (north )+", before)
    assert re.fullmatch(r"( south)+ …", after)
    assert len(before) <= 302
    assert len(after) <= 302
