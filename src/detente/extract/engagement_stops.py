"""The places and days of several contacts told by one word: "met in Malta in September and in Oslo in October"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from detente.extract.engagement_cues import Cue
from detente.text.reading import Reading

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BESIDE = re.compile(r"[\s,(]*(?:(?:in|on|at|from|early|late|mid)[\s-]+)*", re.IGNORECASE)
"""Between the place and the day of one of them."""
_NEXT = re.compile(
    r"[\s,;)]*(?:and\s+)?(?:(?:then|again|later|also)\s+)?(?:(?:in|on|at|from|early|late|mid)[\s-]+)*", re.IGNORECASE
)
"""Between one and the next."""
Stretch = tuple[int, int]


def stops_of(cue: Cue, reading: Reading) -> list[Stretch]:
    """The code points of each place with its day, where the words for a contact tell several; else none."""
    sentence = cue.head.sentence
    days = [(t.start, t.end) for t in reading.times_in(cue.head.end, sentence.end) if t.kind == "date" and t.when]
    if len(days) == 1:
        return []
    places = list(_places(reading, cue.head.end, sentence.end))
    stops: list[Stretch] = []
    for first, second in pairwise(sorted([*days, *places])):
        mixed = (first in places) != (second in places)
        if not mixed or (stops and first[0] < stops[-1][1]) or not _between(_BESIDE, first, second, reading):
            continue
        if stops and not _between(_NEXT, stops[-1], first, reading):
            break
        stops.append((first[0], second[1]))
    return stops


def _places(reading: Reading, start: int, end: int) -> Iterator[Stretch]:
    """Names of places, a town with the land behind it as one."""
    open_: Stretch | None = None
    for name in reading.names:
        if name.label not in _PLACES or not start <= name.start < end:
            continue
        if open_ is not None and reading.document.text[open_[1] : name.start].strip() == ",":
            open_ = (open_[0], name.end)
            continue
        if open_ is not None:
            yield open_
        open_ = (name.start, name.end)
    if open_ is not None:
        yield open_


def _between(gap: re.Pattern[str], first: Stretch, second: Stretch, reading: Reading) -> bool:
    return gap.fullmatch(reading.document.text, first[1], second[0]) is not None
