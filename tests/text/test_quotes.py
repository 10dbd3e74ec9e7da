"""Quotations by their marks, whole and damaged."""

import pytest

from detente.text.paragraphs import split_paragraphs
from detente.text.quotes import find_quotations


def quoted(text):
    found = find_quotations(text, split_paragraphs(text))
    return [(text[q.inner_start : q.inner_end], q.closed) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “Come in.” She did.", [("Come in.", True)]),
        ('He said: "Come in." She did.', [("Come in.", True)]),
        ('A "lane" and a "gate" were built.', [("lane", True), ("gate", True)]),
        ("“Come in, he said.", [("Come in, he said.", False)]),
        ("“Come in. “Sit down,” he said.", [("Come in.", False), ("Sit down,", True)]),
        ("The „Vertrag” was signed.", [("Vertrag", True)]),
        ("China’s ships and the sailors’ families waited.", []),
        ("A 'state of alert' was declared.", [("state of alert", True)]),
        ("It's the king's ship, isn't it?", []),
        ('A 5" pipe burst.', []),
        ("He said, ''Come in.'' She did.", [("Come in.", True)]),
        ("He said, `` Come in. '' She did.", [("Come in.", True)]),
        ("No marks at all here.", []),
    ],
)
def test_marks_are_paired_and_apostrophes_left_alone(text, expected):
    assert quoted(text) == expected


def test_a_quotation_inside_a_quotation_is_nested():
    text = "“They call it ‘a ladder’ at home,” she said."
    outer, inner = find_quotations(text, split_paragraphs(text))
    assert (outer.nested, inner.nested) == (False, True)


def test_speech_that_runs_on_opens_each_paragraph_and_closes_once():
    text = "“First the ships.\n\n“Then the planes,” he said."
    first, second = find_quotations(text, split_paragraphs(text))
    assert (first.closed, first.runs_on) == (False, True)
    assert (second.closed, second.continues) == (True, True)


def test_a_paragraph_break_inside_a_quotation_does_not_end_it():
    text = "“First the ships.\n\nThen the planes,” he said."
    (found,) = find_quotations(text, split_paragraphs(text))
    assert text[found.inner_start : found.inner_end] == "First the ships.\n\nThen the planes,"
    assert found.closed


@pytest.mark.parametrize("marks", ['"', '"""', "“", "”", "'", "‘’", "“”“", '" "', "«»", "”“"])
def test_odd_marks_never_break_offsets(marks):
    text = f"{marks} word {marks} and {marks}"
    for q in find_quotations(text, split_paragraphs(text)):
        assert 0 <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text)
