"""Words are looked for in any form, phrases as they stand, and found again in a text."""

import pytest

from detente.text.query import asked_of_index, places_of, terms_of


def found(words, text):
    return [[text[a:b] for a, b in places] for places in places_of(terms_of(words), text)]


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("sanction", "New sanctions; they sanctioned him.", ["sanctions", "sanctioned"]),
        ("policies", "a policy of theirs", ["policy"]),
        ("banned", "the ban stands", ["ban"]),
        ("agree", "agreed and agreeing", ["agreed", "agreeing"]),
        ("arms", "the army", []),
        ("US", "used by us", ["us"]),
        ("Cafe", "im café", ["café"]),
        ("China's", "what China said", ["China"]),
        ("de-risking", "De‑risking, derisking, de-risk, risk", ["De‑risking", "derisking", "de-risk"]),
        ('"red line"', "red lines, a red line", ["red line"]),
        ("“red line”", "a red\nline", ["red\nline"]),
        ("会谈", "双方在北京举行会谈。", ["会谈"]),
        ("北京举行", "双方在北京举行会谈。", ["北京举行"]),
        ("谈北", "会谈，北京", []),
        ("议", "协议, 议会", ["议", "议"]),
        ("5", "55 of 5", ["5"]),
    ],
)
def test_a_word_is_found_where_it_stands(words, text, places):
    assert found(words, text) == [places]


def test_each_term_has_its_own_places():
    assert found('line "red sea"', "A line on the Red Sea; lines.") == [["line", "lines"], ["Red Sea"]]


def test_what_folding_makes_longer_is_found_whole():
    assert found("ﬁne", "a ﬁne day") == [["ﬁne"]]


@pytest.mark.parametrize("words", ["", '"*:-', "_", '""', "…"])
def test_nothing_is_looked_for_without_letters_or_digits(words):
    assert terms_of(words) == ()


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ('"red line" us', '("red line") AND ("us")'),
        ('us us "us', '("us")'),
        ("议", '("议"*)'),
        ("北京会谈", '("北京 京会 会谈")'),
        ('us" OR ""x', '("us") AND ("or") AND ("x")'),
    ],
)
def test_an_index_is_asked_for_all_terms_and_for_nothing_else(words, asked):
    assert asked_of_index(terms_of(words)) == asked
