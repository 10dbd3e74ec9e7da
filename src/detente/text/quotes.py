"""Quotations by their marks, damaged ones included.

A mark that is never closed ends with its paragraph, unless the next paragraph opens with a mark again (the
typographic custom for speech that runs on) or closes the mark without opening one (a paragraph break that fell
into the quotation).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from detente.text.reading import Paragraph, Quotation

_OPEN_DOUBLE = "“„«"
_CLOSE_DOUBLE = "”»"
_OPENS_AFTER = re.compile(r"[\s(\[{—–\-‘'“\"/*_]|^$")


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    opens: bool
    width: int = 1


def find_quotations(text: str, paragraphs: list[Paragraph]) -> list[Quotation]:
    """Quotations in order of their start; single-quoted ones inside double-quoted ones are `nested`."""
    body = [p for p in paragraphs if p.kind != "byline"]
    doubles = _pair_double(text, body)
    singles = [_nest(q, doubles) for p in body for q in _single(text, p)]
    return sorted(doubles + singles, key=lambda q: (q.start, -q.end))


def _double_marks(text: str, paragraph: Paragraph) -> list[_Mark]:
    marks: list[_Mark] = []
    for at in range(paragraph.start, paragraph.end):
        char = text[at]
        if char in "`'" and text[at + 1 : at + 2] == char and text[at - 1 : at] != char:
            opens = char == "`" or _typewriter_opens(text, paragraph, at, marks, width=2)
            marks.append(_Mark(at, opens=opens, width=2))
        elif char in _OPEN_DOUBLE:
            marks.append(_Mark(at, opens=True))
        elif char in _CLOSE_DOUBLE:
            marks.append(_Mark(at, opens=False))
        elif char == '"':
            marks.append(_Mark(at, opens=_typewriter_opens(text, paragraph, at, marks)))
    return marks


def _typewriter_opens(text: str, paragraph: Paragraph, at: int, before: list[_Mark], width: int = 1) -> bool:
    """A straight mark opens after a space and closes after a word; between two spaces, turn and turn about."""
    previous = text[at - 1] if at > paragraph.start else ""
    following = text[at + width] if at + width < paragraph.end else ""
    could_open = bool(_OPENS_AFTER.match(previous)) and bool(following.strip())
    could_close = bool(previous.strip()) and not following.isalnum()
    if could_open != could_close:
        return could_open
    return not (before and before[-1].opens)


def _pair_double(text: str, paragraphs: list[Paragraph]) -> list[Quotation]:
    marks = [_double_marks(text, p) for p in paragraphs]
    found: list[Quotation] = []
    pending: Quotation | None = None
    for n, paragraph in enumerate(paragraphs):
        following = marks[n + 1] if n + 1 < len(marks) else []
        for mark in marks[n]:
            if mark.opens:
                if pending:
                    found.append(_unclosed(text, pending, mark.at))
                goes_on = bool(found) and found[-1].runs_on and not text[paragraph.start : mark.at].strip()
                inner = _past_space(text, mark.at + mark.width, paragraph.end)
                pending = Quotation(mark.at, inner, inner, inner, paragraph.index, "double", continues=goes_on)
            elif pending:
                inner_end = pending.inner_start + len(text[pending.inner_start : mark.at].rstrip())
                found.append(replace(pending, end=mark.at + mark.width, inner_end=inner_end))
                pending = None
        if pending and (not following or following[0].opens):
            at_start = bool(following) and not text[paragraphs[n + 1].start : following[0].at].strip()
            found.append(_unclosed(text, pending, paragraph.end, runs_on=at_start))
            pending = None
    return found


def _past_space(text: str, at: int, end: int) -> int:
    """Tokenised texts put a space inside the marks ("`` Come in. ''"), which is no part of the words."""
    return at + len(text[at:end]) - len(text[at:end].lstrip())


def _unclosed(text: str, quotation: Quotation, end: int, *, runs_on: bool = False) -> Quotation:
    end = quotation.inner_start + len(text[quotation.inner_start : end].rstrip())
    return replace(quotation, end=end, inner_end=end, closed=False, runs_on=runs_on)


_SINGLE = re.compile(
    r"(?<![\w’'`])[‘'](?=[^\s’'])"
    r"((?:[^‘’'\n]|\n(?!\n)|(?<=\w)[’'](?=\w)|(?<=s)[’'](?= \w[^‘']*[’'](?!\w)))+?)"
    r"[’'](?!\w)"
)


def _single(text: str, paragraph: Paragraph) -> list[Quotation]:
    return [
        Quotation(m.start(), m.end(), m.start(1), m.end(1), paragraph.index, "single")
        for m in _SINGLE.finditer(text, paragraph.start, paragraph.end)
    ]


def _nest(single: Quotation, doubles: list[Quotation]) -> Quotation:
    return replace(single, nested=any(d.start < single.start and single.end <= d.end for d in doubles))
