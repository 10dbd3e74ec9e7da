"""The sentences of a text by a plain rule that needs no parser, and that in which words stand, for showing them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?。！？]+[\"”’)\]]*(?=\s|$)(?!\s[a-z])|\n\s*\n|(?<=[。！？])")
_INITIAL = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov))\.$")
_REACH = 400
"""Code points on either side beyond which a sentence is cut."""


def sentences_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each sentence of `text[start:end]` begins and ends, without white space at its ends."""
    first = start
    for last in (*(m.end() for m in _END.finditer(text, start, end)), end):
        words = text[first:last]
        if words.strip() and (last == end or not _INITIAL.search(text, first, last)):
            yield first + len(words) - len(words.lstrip()), first + len(words.rstrip())
            first = last


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences that hold `text[start:end]` begin and end, without white space at their ends."""
    floor = max(0, start - _REACH)
    begun = [m.end() for m in _END.finditer(text, floor, start) if not _INITIAL.search(text, floor, m.end())]
    first = begun[-1] if begun else floor
    ended = (m.end() for m in _END.finditer(text, max(start, end - 1)) if m.end() >= end)
    last = min(next((e for e in ended if not _INITIAL.search(text, floor, e)), len(text)), end + _REACH)
    lead = len(text[first:last]) - len(text[first:last].lstrip())
    return first + lead, max(end, first + len(text[first:last].rstrip()))
