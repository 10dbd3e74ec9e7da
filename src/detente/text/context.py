"""The sentences of a text by a plain rule that needs no parser; and what stands around words, for showing them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(
    r"[.!?。！？]+[\"”’)\]]*(?=\s|$)(?!\s[a-z])|\n\s*\n|(?<=[。！？])|\n(?=[^\S\n]*(?:[-*•–+]|\d{1,2}[.)])[^\S\n])"
)
"""Marks at the end, an empty line, or the next item of a list."""
_INITIAL = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov))\.$")
_REACH = 400
"""Code points on either side beyond which a sentence is cut, between words."""
_BREAK = re.compile(r"\n[^\S\n]*\n")
_AROUND = 300
"""Code points on either side beyond which a paragraph is cut."""


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
    # What follows a mark tells whether it ends anything, so the words themselves are looked at too.
    ends = (m.end() for m in _END.finditer(text, floor, start + 2) if m.end() <= start)
    begun = [end for end in ends if not _INITIAL.search(text, floor, end)]
    first = begun[-1] if begun else (text.find(" ", floor, start) + 1 if floor else 0)
    ended = (m.end() for m in _END.finditer(text, max(start, end - 1)) if m.end() >= end)
    last = next((e for e in ended if not _INITIAL.search(text, floor, e)), len(text))
    if last > end + _REACH:
        last = max(end, text.rfind(" ", end, end + _REACH))
    lead = len(text[first:last]) - len(text[first:last].lstrip())
    return first + lead, max(end, first + len(text[first:last].rstrip()))


def paragraph_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after `text[start:end]` in its paragraph, 300 code points each at most.

    Paragraphs are parted by blank lines. A cut falls between words and is marked with an ellipsis.
    """
    breaks = [m.end() for m in _BREAK.finditer(text, 0, start)]
    opening = breaks[-1] if breaks else 0
    following = _BREAK.search(text, end)
    closing = following.start() if following else len(text)
    before, after = text[opening:start].lstrip(), text[end:closing].rstrip()
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return before, after
