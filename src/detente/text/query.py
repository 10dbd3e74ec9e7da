"""The words of a search: what an index is asked, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.text.canonical import is_lone, placed_words, search_words
from detente.text.wordings import HYPHEN, inflections

_PIECE = re.compile(r'["“”„]([^"“”„]*)(?:["“”]|$)|([^\s"“”„]+)')

_POSSESSIVE = re.compile("['’]s$")


@dataclass(frozen=True)
class Term:
    """One piece of a search: any of these rows of words, as `search_words` spells them."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def asked(self) -> str:
        """The term as FTS5 is asked for it."""
        # A lone character of an unspaced script begins a pair in the index, hence the prefix.
        return " OR ".join(f'"{" ".join(row)}"' + "*" * is_lone(row[-1]) for row in self.rows)


def terms_of(words: str) -> tuple[Term, ...]:
    """Words in any inflection; exactly as they stand between quotation marks; with a hyphen also as one word."""
    found = (_exact(m[1]) if m[1] is not None else _inflected(m[2]) for m in _PIECE.finditer(words))
    return tuple(dict.fromkeys(term for term in found if term.rows))


def asked_of_index(terms: Sequence[Term]) -> str:
    """All terms, as FTS5 is asked for them."""
    return " AND ".join(f"({term.asked})" for term in terms)


def places_of(terms: Sequence[Term], text: str) -> list[list[tuple[int, int]]]:
    """Where each term stands in a text (code points), one list for each term."""
    words = placed_words(text)
    begins: dict[str, list[int]] = {}
    for n, (word, _, _) in enumerate(words):
        begins.setdefault(word, []).append(n)
    return [sorted({place for row in term.rows for place in _places(row, words, begins, text)}) for term in terms]


def _places(
    row: tuple[str, ...], words: Sequence[tuple[str, int, int]], begins: dict[str, list[int]], text: str
) -> Iterator[tuple[int, int]]:
    if is_lone(row[0]):
        yield from (m.span() for m in re.finditer(re.escape(row[0]), text))
        return
    for n in begins.get(row[0], ()):
        held = words[n : n + len(row)]
        if tuple(word for word, _, _ in held) == row:
            yield held[0][1], held[-1][2]


def _exact(phrase: str) -> Term:
    row = _words(phrase)
    return Term((row,) if row else ())


def _inflected(word: str) -> Term:
    rows: list[tuple[str, ...]] = []
    word = _POSSESSIVE.sub("", word)
    for spelling in dict.fromkeys((word, HYPHEN.sub("", word))):
        if row := _words(spelling):
            rows += [(*row[:-1], form) for form in inflections(row[-1])]
    return Term(tuple(dict.fromkeys(rows)))


def _words(given: str) -> tuple[str, ...]:
    return tuple(word for word in search_words(given.replace("_", " ")) if word)
