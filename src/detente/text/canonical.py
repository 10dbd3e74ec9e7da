"""Text made uniform: once for a document's words, otherwise only to compare and to search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_UNSEEN = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]")
_LINE_END = re.compile(r"\r\n|[\r\u0085\u2028\u2029]")
_TRAILING = re.compile(r"[ \t\u00a0]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")
_WORD = re.compile(r"\w+")
_MARKED_WORD = re.compile("[\\w\u0300-\u036f]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_LATER = re.compile("[\u0300-\U0010ffff]+")
_LAST_UNSPACED = re.compile(f"{_UNSPACED.pattern[:-1]}(?!{_UNSPACED.pattern[:-1]})")

CONTENT_WORD_LETTERS = 4


def canonical_text(raw: str) -> str:
    """Normalise words extracted from a format: NFC, one kind of line end, one blank line between paragraphs.

    For plain text nothing of this is done: its offsets are those of the file.
    """
    text = _UNSEEN.sub("", _LINE_END.sub("\n", unicodedata.normalize("NFC", raw)))
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", text)).strip()


def folded(text: str) -> str:
    """Without case, accents and width, to compare names: "José" and "JOSE" are one."""
    if text.isascii():
        return text.casefold()
    # No character before U+0300 combines: asking for each would take most of the time.
    return _LATER.sub(_without_marks, unicodedata.normalize("NFKD", text.casefold()))


def _without_marks(found: re.Match[str]) -> str:
    return "".join(c for c in found[0] if not unicodedata.combining(c))


def search_words(text: str) -> list[str]:
    """Words as one looks for them: folded; scripts without spaces as pairs of characters."""
    found: list[str] = []
    for word in _WORD.findall(folded(text)):
        at = 0
        for run in _UNSPACED.finditer(word):
            found += [word[at : run.start()]] if run.start() > at else []
            found += _pairs(run[0])
            at = run.end()
        found += [word[at:]] if at < len(word) else []
    return found


def is_content_word(word: str) -> bool:
    """Whether a folded word may tell something: short ones of European languages are mostly articles and the like."""
    return len(word) >= CONTENT_WORD_LETTERS or not word.isascii()


def index_words(text: str) -> list[str]:
    """Words as an index holds them: beside pairs, the characters that begin none, so that each can be found."""
    return search_words(text) + _LAST_UNSPACED.findall(folded(text))


def placed_words(text: str) -> list[tuple[str, int, int]]:
    """The words of `search_words` with where each stands in the text (code points)."""
    found: list[tuple[str, int, int]] = []
    for match in _MARKED_WORD.finditer(text):
        words = search_words(match[0])
        if len(words) == 1:
            found.append((words[0], *match.span()))
        else:
            found += _placed_pairs(words, match)
    return found


def is_lone(word: str) -> bool:
    """Whether it is one character of a script without spaces."""
    return len(word) == 1 and bool(_UNSPACED.match(word))


def _placed_pairs(words: Iterable[str], match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """Pairs overlap by a character; a word that folding made longer or shorter has no places inside it."""
    whole, at = folded(match[0]), 0
    if len(whole) != len(match[0]):
        return
    for word in words:
        at = whole.index(word, at)
        yield word, match.start() + at, match.start() + at + len(word)
        at += 1 if _UNSPACED.match(word) else len(word)


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]
