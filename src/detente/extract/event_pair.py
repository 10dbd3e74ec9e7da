"""Where the two actors of an event stand in their sentence, and the way through the syntax from one to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from detente.text.reading import Reading, Token

_LIKE = 0.6
"""How much of an actor's words must stand in one stretch of the sentence to be taken for it (ratio of difflib)."""
_MARKS = str.maketrans("‘’“”–—", "''\"\"--")
_FAR = 99


@dataclass(frozen=True, eq=False)
class Actor:
    """The words of an actor in the sentence, and the one that the others hang on."""

    tokens: tuple[Token, ...]
    head: Token

    @property
    def start(self) -> int:
        """The place of its first token."""
        return self.tokens[0].i

    @property
    def end(self) -> int:
        """The place after its last token."""
        return self.tokens[-1].i + 1


@dataclass(frozen=True, eq=False)
class Pair:
    """A reading of some words with the source and the target of an act; None for an actor that is not in them."""

    reading: Reading
    source: Actor | None
    target: Actor | None

    @cached_property
    def rise(self) -> tuple[Token, ...]:
        """The words above the source, up to the one that it shares with the target."""
        return self._arms[0]

    @cached_property
    def fall(self) -> tuple[Token, ...]:
        """The words above the target, up to the one that it shares with the source."""
        return self._arms[1]

    @cached_property
    def top(self) -> Token | None:
        """The word under which both actors stand; the source's root where they stand in two clauses."""
        return self.rise[-1] if self.rise else None

    @cached_property
    def _arms(self) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        if self.source is None or self.target is None:
            one = self.source or self.target
            above = tuple(one.head.ancestors()) if one is not None else ()
            return (above, ()) if self.source else ((), above)
        return arms(self.source.head, self.target.head)

    @cached_property
    def own(self) -> frozenset[int]:
        """The places of the words that name the actors."""
        return frozenset(t.i for actor in (self.source, self.target) if actor for t in actor.tokens)

    def between(self) -> list[Token]:
        """The words that stand between the actors; all of them where one is missing."""
        if self.source is None or self.target is None:
            return list(self.reading.tokens)
        first, second = sorted((self.source, self.target), key=lambda actor: actor.start)
        return self.reading.tokens[first.end : second.start]


def arms(source: Token, target: Token) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The words above each of two, up to the first that both stand under; a word may stand under the other."""
    left, right = (source, *source.ancestors()), (target, *target.ancestors())
    places = {token.i: n for n, token in enumerate(right)}
    for n, token in enumerate(left):
        if token.i in places:
            return left[1 : n + 1] or left[:1], right[1 : places[token.i] + 1] or right[:1]
    return left[1:] or left, right[1:] or right


def pair_in(reading: Reading, source: str, target: str) -> Pair:
    """Find two actors by their words; of several places, those nearest to each other in the syntax."""
    sources, targets = (list(_places(reading, words)) for words in (source, target))
    nobody: list[Actor | None] = [None]
    choices = [(_distance(s, t), s, t) for s in sources or nobody for t in targets or nobody]
    _, first, second = min(choices, key=lambda choice: choice[0])
    return Pair(reading, first, second)


def _distance(source: Actor | None, target: Actor | None) -> tuple[int, int]:
    if source is None or target is None:
        only = source or target
        return (_FAR, only.start if only else 0)
    if source.start < target.end and target.start < source.end:
        return (_FAR, 0)
    left, right = arms(source.head, target.head)
    apart = 0 if left[-1] is right[-1] else _FAR
    return (len(left) + len(right) + apart, abs(source.start - target.start))


def _places(reading: Reading, words: str) -> Iterator[Actor]:
    """Every place where the words stand, in any case; else the stretch most like them."""
    wanted = re.escape(" ".join(words.translate(_MARKS).split())).replace(r"\ ", r"\s+")
    if not wanted or not reading.tokens:
        return
    text = reading.document.text.translate(_MARKS)
    found = [m.span() for m in re.finditer(rf"(?<!\w){wanted}(?!\w)", text, re.IGNORECASE)]
    for start, end in found or _alike(reading, words):
        tokens = [t for t in reading.tokens if t.start < end and t.end > start]
        if tokens:
            yield Actor(tuple(tokens), _head(tokens))


def _alike(reading: Reading, words: str) -> list[tuple[int, int]]:
    """The stretch of tokens with the longest match of the actor's words, where that is much of them."""
    wanted = words.casefold().split()
    lowers = [t.lower for t in reading.tokens]
    block = SequenceMatcher(None, lowers, wanted, autojunk=False).find_longest_match()
    covered = sum(map(len, wanted[block.b : block.b + block.size]))
    if not block.size or covered < _LIKE * sum(map(len, wanted)):
        return []
    tokens = reading.tokens[block.a : block.a + block.size]
    return [(tokens[0].start, tokens[-1].end)]


def _head(tokens: list[Token]) -> Token:
    """The word of a stretch that hangs on one outside it; the first such that is no mark."""
    inside = {t.i for t in tokens}
    outer = [t for t in tokens if t.head is t or t.head.i not in inside]
    return next((t for t in outer if t.pos in {"NOUN", "PROPN", "PRON", "ADJ"}), next(iter(outer), tokens[-1]))
