"""What changed from one version of a text to the next, paragraph by paragraph; and two wordings, word by word."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from detente.text.canonical import folded
from detente.text.paragraphs import split_paragraphs

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


class Change(NamedTuple):
    """Paragraphs that stood in the one version and stand in the other; one of the two may be empty."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def changes(before: str, after: str) -> list[Change]:
    """The changes in the order of the text; line breaks inside a paragraph do not count."""
    old, new = _paragraphs(before), _paragraphs(after)
    blocks = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    return [Change(tuple(old[i:j]), tuple(new[k:m])) for kind, i, j, k, m in blocks if kind != "equal"]


def _paragraphs(text: str) -> list[str]:
    return [" ".join(text[p.start : p.end].split()) for p in split_paragraphs(text)]


Pieces = tuple[tuple[str, bool], ...]
"""A text in stretches as they follow each other, each with whether the other text lacks it."""


def differing_words(a: str, b: str) -> tuple[Pieces, Pieces]:
    """Both texts in stretches, with the words that the other lacks told apart; case and marks do not count."""
    ours, theirs = [list(_WORD.finditer(text)) for text in (a, b)]
    matcher = SequenceMatcher(None, [folded(w[0]) for w in ours], [folded(w[0]) for w in theirs], autojunk=False)
    mine: set[int] = set()
    others: set[int] = set()
    for start, other, size in matcher.get_matching_blocks():
        mine.update(range(start, start + size))
        others.update(range(other, other + size))
    return _pieces(a, ours, mine), _pieces(b, theirs, others)


def _pieces(text: str, words: Sequence[re.Match[str]], shared: Collection[int]) -> Pieces:
    """Stretches from the end of one word to the end of the next, those of one kind joined."""
    found: list[tuple[str, bool]] = []
    last = 0
    for n, word in enumerate(words):
        differs = n not in shared
        if found and found[-1][1] == differs:
            found[-1] = (found[-1][0] + text[last : word.end()], differs)
        else:
            if text[last : word.start()]:
                found.append((text[last : word.start()], False))
            found.append((word[0], differs))
        last = word.end()
    if text[last:]:
        found.append((text[last:], False))
    return tuple(found)
