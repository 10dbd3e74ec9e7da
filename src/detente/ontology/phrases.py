"""Closed lists of phrases found in running text by one compiled expression."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from detente.errors import OntologyError

_Trie = dict[str, Any]
_END = ""
_ANY = "*"


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

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start and end in code points, and the phrase as it stands in the list; matches do not overlap."""
        for match in self._pattern.finditer(text):
            yield match.start(), match.end(), self._phrase_of(self._plain(match[0]))

    def _phrase_of(self, found: str) -> str:
        if found not in self._phrases:
            self._phrases[found] = next(phrase for pattern, phrase in self._starred if pattern.fullmatch(found))
        return self._phrases[found]

    def _plain(self, words: str) -> str:
        plain = re.sub(r"\s+", " ", words.replace("’", "'"))
        return plain.lower() if self._ignore_case else plain


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
