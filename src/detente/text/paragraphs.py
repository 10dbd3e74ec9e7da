"""Where a text's blocks begin and end: blank lines, wrapped lines, bullets, headings, speakers of a transcript."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.text.reading import Paragraph, ParagraphKind

WRAP_WIDTH = 100
"""A block whose lines are all shorter than this (code points) is taken as wrapped by hand."""

_MAY_BE_LONG = 0.2
"""A web address may make a line long without making the text unwrapped: up to this share of the lines."""

_TITLE_WORDS = 16
"""A line of more words that lacks its full stop is a sentence, not a heading."""

_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_BULLET = re.compile(r"([ \t]*)(?:[-*•◦–‣·]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
_MARKUP = re.compile(r"[\s#*_>\\]*")
_SENTENCE_END = re.compile(r"[.!?:;…][\"”’')\]*]*\s*$")
_SPEAKER = re.compile(
    r"(?:Q|(?:MR|MS|MRS|DR|SECRETARY|PRESIDENT|VICE PRESIDENT|PRIME MINISTER|THE PRESIDENT)\b[A-Z .’'-]*:)\s"
)
_WORD = re.compile(r"\w+")
_BYLINE = re.compile(
    r"(?:by|related(?: story)?|read more|subscribe|sign up|source|crawled at|advertisement|reporting by|editing by)"
    r"\b[: ]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def split_paragraphs(text: str) -> list[Paragraph]:
    """Blocks of `text` in order; bullets and lines of unwrapped blocks stand alone."""
    found: list[Paragraph] = []
    for block in _BLOCK.finditer(text):
        lines = _lines(text, block.start(), block.end())
        wrapped = sum(len(line.text) > WRAP_WIDTH for line in lines) <= _MAY_BE_LONG * len(lines)
        for group in _groups(lines, wrapped=wrapped):
            paragraph = _paragraph(text, group, len(found))
            if paragraph is not None:
                found.append(paragraph)
    return found


def _lines(text: str, start: int, end: int) -> list[_Line]:
    return [_Line(m.start(), m.end(), m.group()) for m in re.compile(r"[^\n]+").finditer(text, start, end)]


def _groups(lines: list[_Line], *, wrapped: bool) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    width = max((len(line.text) for line in lines if len(line.text) <= WRAP_WIDTH), default=WRAP_WIDTH)
    for line in lines:
        fresh = not groups or not wrapped or _BULLET.match(line.text) or _SPEAKER.match(line.text)
        if fresh or _ends_block(groups[-1][-1], width):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _ends_block(line: _Line, width: int) -> bool:
    """A short line that closes a sentence ends its block even without a blank line after it."""
    return len(line.text) < 0.6 * width and bool(_SENTENCE_END.search(line.text))


def _paragraph(text: str, lines: list[_Line], index: int) -> Paragraph | None:
    start, end = lines[0].start, lines[-1].end
    bullet = _BULLET.match(lines[0].text)
    depth = len(bullet[1].expandtabs(4)) // 4 if bullet else 0
    start += bullet.end() if bullet else 0
    start += len(_match(_MARKUP, text[start:end]))
    words = text[start:end].rstrip(" \t#*_\\")
    if not _WORD.search(words):
        return None
    end = start + len(words)
    paragraph = Paragraph(index, start, end, depth=depth)
    paragraph.kind = "bullet" if bullet else _kind(words, index)
    return paragraph


def _match(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    return found.group() if found else ""


def _kind(words: str, index: int) -> ParagraphKind:
    if _SPEAKER.match(words):
        return "speaker"
    short = len(words) < 180 and "\n\n" not in words
    if short and _BYLINE.match(words):
        return "byline"
    if short and not _SENTENCE_END.search(words) and len(_WORD.findall(words)) <= (_TITLE_WORDS if index else 30):
        return "headline" if index == 0 else "heading"
    return "body"
