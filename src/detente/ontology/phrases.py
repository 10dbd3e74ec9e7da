"""Closed lists of phrases found in running text by one compiled expression."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_Trie = dict[str, Any]
_END = ""


def phrase_pattern(phrases: Iterable[str], flags: int = 0, *, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> str:
    """Spell a regular expression that finds any of the phrases, the longest first.

    Spaces match any white space, straight apostrophes curly ones too, and a phrase that ends in `*` goes on to the
    end of its word.
    """
    trie: _Trie = {}
    for phrase in phrases:
        node = trie
        for char in phrase.casefold() if flags & re.IGNORECASE else phrase:
            node = node.setdefault(char, {})
        node[_END] = {}
    return f"{before}{_spell(trie)}{after}"


def _spell(node: _Trie) -> str:
    branches = [_char(char) + _spell(below) for char, below in sorted(node.items()) if char != _END]
    if not branches:
        return ""
    if len(branches) == 1 and _END not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if _END in node else ''}"


def _char(char: str) -> str:
    return {" ": r"\s+", "'": "['’]", "*": r"\w*"}.get(char) or re.escape(char)
