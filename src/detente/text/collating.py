"""A quotation laid beside a longer text word by word: which passage it gives, and in which words it differs.

Case, marks and hyphens do not count, nor what whoever quotes marks as left out or put in ("…", "[…]"), a note of a
transcript ("(Applause.)"), or words broken off before a dash and said anew.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from difflib import Match, SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from detente.text.canonical import folded, placed_words
from detente.text.commonness import rarity_of, root_of

FEWEST_WORDS = 5
"""A quotation of fewer words may be of any passage."""
_FEWEST_SHARED = 4
_SAME_PASSAGE = 0.6
"""A passage is the one quoted where it has so much of the quotation, words weighed by how rare they are."""
_RARE = 7.0
"""And what it has must weigh as much as a rare word and some common ones."""
_ROOM = 1.5
_ROOM_OF_A_GAP = 40
"""The passage may be longer than the quotation by half, and by so many words where some are marked as left out."""
_BROKEN_OFF = 4
"""So many words at most are broken off before a dash."""
_OMITTED = re.compile(r"\.\.\.|…|\w*\\?\[[^\[\]]*\]\w*")
_ASIDE = re.compile(r"\([^()]*\)|\\?\[[^\[\]]*\]")
_STOP = re.compile(r"[.!?]")
_DASH = re.compile(r"[-\u2010\s]*(?:[\u2013-\u2015]|--)")


class Word(NamedTuple):
    """A word as it is compared, what its forms share, where it stands (code points), and the marks that follow it."""

    key: str
    root: str
    start: int
    end: int
    after_gap: bool = False
    mark: str = ""


class Told:
    """A text in which quotations are looked for; its words, without notes in brackets, are read when needed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded = folded(text)

    @cached_property
    def words(self) -> Sequence[Word]:
        """Every word in order."""
        return list(_words(self._text, 0, len(self._text), _ASIDE))

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each root stands among the words."""
        found: dict[str, list[int]] = {}
        for n, word in enumerate(self.words):
            found.setdefault(word.root, []).append(n)
        return found

    def may_have(self, root: str) -> bool:
        """Whether its letters stand anywhere, which is told without reading the words."""
        return root in self._folded


class Strand(NamedTuple):
    """Stretches of both texts that belong together, as code points, with their words; one of them may be empty."""

    quoted: tuple[int, int]
    told: tuple[int, int]
    words: tuple[tuple[str, ...], tuple[str, ...]]
    differs: bool


class Passage(NamedTuple):
    """Where the passage stands in the longer text, how much of the quotation it has (0 to 1), and both in strands."""

    start: int
    end: int
    share: float
    strands: tuple[Strand, ...]

    @property
    def differing(self) -> tuple[Strand, ...]:
        """The strands whose words differ."""
        return tuple(strand for strand in self.strands if strand.differs)


class _Stretch(NamedTuple):
    """Words `[a:b]` of the quotation and `[c:d]` of the passage."""

    a: int
    b: int
    c: int
    d: int
    same: bool = False


def quoted_words(text: str, start: int, end: int) -> list[Word]:
    """The words of a quotation that stand at `[start:end]`, without those that whoever quotes puts in."""
    return list(_words(text, start, end, _OMITTED))


def passage_of(quoted: Sequence[Word], told: Told) -> Passage | None:
    """The passage of the longer text that the quotation gives, None where there is none."""
    window = _likeliest(quoted, told) if len(quoted) >= FEWEST_WORDS else None
    if window is None:
        return None
    words = told.words[window[0] : window[1]]
    stretches = _aligned(quoted, words)
    shared = [word for s in stretches if s.same for word in quoted[s.a : s.b]]
    if len(shared) < _FEWEST_SHARED or _weight(shared) < max(_RARE, _SAME_PASSAGE * _weight(quoted)):
        return None
    strands = tuple(_strands(quoted, words, stretches))
    return Passage(strands[0].told[0], strands[-1].told[1], _weight(shared) / _weight(quoted), strands)


def _words(text: str, start: int, end: int, ignored: re.Pattern[str]) -> Iterator[Word]:
    gaps = [found.span() for found in ignored.finditer(text, start, end)]
    placed = [(key, start + a, start + b) for key, a, b in placed_words(text[start:end])]
    kept = [word for word in placed if not any(a <= word[1] < b for a, b in gaps)]
    last = start
    for n, (key, a, b) in enumerate(kept):
        following = kept[n + 1][1] if n + 1 < len(kept) else end
        gap = any(last <= first < a for first, _ in gaps)
        yield Word(key, root_of(key), a, b, gap, text[b:following].strip())
        last = b


def _likeliest(quoted: Sequence[Word], told: Told) -> tuple[int, int] | None:
    """The stretch of the longer text that has most of the quotation, with room around it; None without enough."""
    weights = {word.root: rarity_of(word.root) for word in quoted}
    enough = _SAME_PASSAGE * sum(weights.values())
    if sum(weight for root, weight in weights.items() if told.may_have(root)) < enough:
        return None
    hits = sorted((n, root) for root in weights for n in told.places.get(root, ()))
    places = [n for n, _ in hits]
    reach = int(len(quoted) * _ROOM) + _ROOM_OF_A_GAP * sum(word.after_gap for word in quoted)
    best, at = 0.0, 0
    for first, (n, _) in enumerate(hits):
        found = {root for _, root in hits[first : bisect_left(places, n + reach)]}
        weight = sum(weights[root] for root in found)
        if weight > best:
            best, at = weight, n
    if best < enough:
        return None
    return max(0, at - len(quoted)), min(len(told.words), at + reach + len(quoted))


def _aligned(quoted: Sequence[Word], told: Sequence[Word]) -> list[_Stretch]:
    """Which words stand for which; what the quotation has at its ends beyond the other is set against as many words."""
    matcher = SequenceMatcher(None, [w.key for w in quoted], [w.key for w in told], autojunk=False)
    blocks = _without_strays(quoted, [block for block in matcher.get_matching_blocks() if block.size])
    if not blocks:
        return []
    found: list[_Stretch] = []
    a, c = 0, _back(told, blocks[0].b, blocks[0].a)
    for block in blocks:
        found.append(_Stretch(a, block.a, c, block.b))
        a, c = block.a + block.size, block.b + block.size
        found.append(_Stretch(block.a, a, block.b, c, same=True))
    found.append(_Stretch(a, len(quoted), c, _on(told, c, len(quoted) - a)))
    return [stretch for stretch in found if stretch.a < stretch.b or stretch.c < stretch.d]


def _back(words: Sequence[Word], at: int, count: int) -> int:
    """So many words back, at most to where the sentence begins."""
    first = at
    while first > max(0, at - count) and not _STOP.match(words[first - 1].mark):
        first -= 1
    return first


def _on(words: Sequence[Word], at: int, count: int) -> int:
    """So many words on, at most to where the sentence ends."""
    last = at
    while last < min(len(words), at + count) and not _STOP.match(words[last - 1].mark):
        last += 1
    return last


def _without_strays(quoted: Sequence[Word], blocks: Sequence[Match]) -> list[Match]:
    """Drop a few words at either end that are far from the rest: an "and" of another sentence."""
    kept = list(blocks)
    for end, inner in ((0, 0), (-1, -2)):
        while len(kept) > 1:
            before, after = kept[inner], kept[inner + 1]
            passed = after.b - before.b - (after.a - before.a)
            marked = any(word.after_gap for word in quoted[before.a + before.size : after.a + 1])
            if marked or passed <= max(2, 2 * kept[end].size):
                break
            del kept[end]
    return kept


def _strands(quoted: Sequence[Word], told: Sequence[Word], stretches: Sequence[_Stretch]) -> Iterator[Strand]:
    at_quoted, at_told = quoted[0].start, told[stretches[0].c].start
    for stretch in stretches:
        a, b, c, d, same = stretch
        here = (_bounds(quoted, a, b, at_quoted), _bounds(told, c, d, at_told))
        differs = not (same or _is_trimmed(quoted, told, stretch))
        words = (tuple(w.key for w in quoted[a:b]), tuple(w.key for w in told[c:d]))
        yield Strand(*here, words, differs)
        at_quoted, at_told = here[0][1], here[1][1]


def _bounds(words: Sequence[Word], first: int, last: int, otherwise: int) -> tuple[int, int]:
    return (words[first].start, words[last - 1].end) if first < last else (otherwise, otherwise)


def _is_trimmed(quoted: Sequence[Word], told: Sequence[Word], stretch: _Stretch) -> bool:
    """Whether the two differ only in what is marked as left out, was broken off, or in hyphens."""
    a, b, c, d, _ = stretch
    ours, theirs = quoted[a:b], told[c:d]
    # Of "vast, vast" the one that is left out may be either.
    repeated = [w.key for w in theirs] == [w.key for w in told[d : d + len(theirs)]]
    marked = any(word.after_gap for word in quoted[a : b + 1 + len(theirs) * repeated])
    if not ours and (marked or _is_broken_off(told, c, d)):
        return True
    if not theirs and _is_broken_off(quoted, a, b):
        return True
    return "".join(w.key for w in ours) == "".join(w.key for w in theirs)


def _is_broken_off(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a dash follows the words, or they say anew what stands before the dash before them."""
    broken = words[first:last]
    if not 0 < len(broken) <= _BROKEN_OFF:
        return False
    before = words[max(0, first - len(broken)) : first]
    again = [w.key for w in before] == [w.key for w in broken] and bool(_DASH.match(before[-1].mark))
    return again or bool(_DASH.match(broken[-1].mark))


def _weight(words: Sequence[Word]) -> float:
    return sum(rarity_of(word.root) for word in words)
