"""Closed lists of phrases found in running text by one compiled expression."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from detente.errors import OntologyError

_Trie = dict[str, Any]
_END = ""
_ANY = "*"
_WORD = re.compile(r"\w+")
_HEAD = 3
"""Words are told apart by so many first letters before a phrase is looked for."""


class Phrases:
    """Phrases that are found whole, the longest first.

    Spaces match any white space, straight apostrophes curly ones too; a star goes on to the end of
    its word.
    """

    def __init__(self, phrases: Iterable[str], *, ignore_case: bool = False, after: str = r"(?!\w)") -> None:
        self._ignore_case = ignore_case
        self._phrases = {self._plain(phrase): phrase for phrase in phrases}
        if wrong := [phrase for phrase in self._phrases if _ANY in phrase[:-1]]:
            raise OntologyError(f"a star may only end a phrase, not stand inside as in {', '.join(wrong)}")
        starred = sorted((p for p in self._phrases if _ANY in p), key=len, reverse=True)
        self._starred = [(re.compile("".join(map(_char, p))), self._phrases[p]) for p in starred]
        flags = re.IGNORECASE if ignore_case else 0
        self._pattern = re.compile(rf"(?<!\w){_spelled(_trie(self._phrases))}{after}", flags)
        self._heads = _heads(self._phrases)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start and end in code points, and the phrase as it stands in the list; matches do not overlap."""
        return map(self._told, self._pattern.finditer(text))

    def within(self, text: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """The same in `[start:end]` of a text of which many stretches are asked for; half a word at `start` is none."""
        if self._heads is None:
            return [self._told(match) for match in self._pattern.finditer(text, start, end)]
        places, past = _words(text).beginning(self._heads), start
        found = []
        for at in places[bisect_left(places, start) : bisect_left(places, end)]:
            match = self._pattern.match(text, at, end) if at >= past else None
            if match is not None:
                past = match.end()
                found.append(self._told(match))
        return found

    def _told(self, match: re.Match[str]) -> tuple[int, int, str]:
        return match.start(), match.end(), self._phrase_of(match[0])

    def _phrase_of(self, found: str) -> str:
        """The phrase that words of a text are, kept under these words for the next time."""
        if found not in self._phrases:
            plain = self._plain(found)
            starred = (phrase for pattern, phrase in self._starred if pattern.fullmatch(plain))
            self._phrases[found] = self._phrases.get(plain) or next(starred)
        return self._phrases[found]

    def _plain(self, words: str) -> str:
        plain = re.sub(r"\s+", " ", words.replace("’", "'"))
        return plain.lower() if self._ignore_case else plain


class _Words:
    """Where the words of one text stand, by their first letters."""

    def __init__(self, text: str) -> None:
        self._starts: dict[str, list[int]] = {}
        for match in _WORD.finditer(text):
            self._starts.setdefault(match[0][:_HEAD].lower(), []).append(match.start())
        self._beginning: dict[frozenset[str], list[int]] = {}

    def beginning(self, heads: frozenset[str]) -> list[int]:
        """Where words stand that begin with one of these, in order."""
        if heads not in self._beginning:
            found = (self._starts[head] for head in heads & self._starts.keys())
            self._beginning[heads] = sorted(at for starts in found for at in starts)
        return self._beginning[heads]


@lru_cache(maxsize=16)
def _words(text: str) -> _Words:
    return _Words(text)


def _heads(phrases: Iterable[str]) -> frozenset[str] | None:
    """The first letters of the first words of phrases; None where one may begin with too many words."""
    heads = set()
    for phrase in phrases:
        first = _WORD.match(phrase)
        if first is None or (first.end() < _HEAD and phrase[first.end() :] == _ANY):
            return None
        heads.add(first[0][:_HEAD].lower())
    return frozenset(heads)


def _trie(phrases: Iterable[str]) -> _Trie:
    root: _Trie = {}
    for phrase in phrases:
        node = root
        for char in phrase:
            node = node.setdefault(char, {})
        node[_END] = {}
    return root


def _spelled(node: _Trie) -> str:
    """Spell the tree as one expression; a star comes last, so that it shadows no longer phrase."""
    chars = sorted((c for c in node if c != _END), key=lambda c: (c == _ANY, c))
    branches = [_char(c) + _spelled(node[c]) for c in chars]
    if not branches:
        return ""
    if len(branches) == 1 and _END not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if _END in node else ''}"


def _char(char: str) -> str:
    return {" ": r"\s+", "'": "['’]", _ANY: r"\w*"}.get(char) or re.escape(char)
