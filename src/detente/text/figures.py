"""Figures that a text tells: how many of what, and how exactly; and how far two are apart. No parser is needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile
from typing import Literal, NamedTuple

from detente.model.findings import Size
from detente.ontology.lexicon import lexicon
from detente.text.canonical import is_content_word
from detente.text.commonness import root_of

Hedge = Literal["about", "least", "most"]

ROUNDING_MIN = 5
"""So many minutes apart, two lengths may be one, rounded."""
_ROUNDING_SHARE = 0.2
_SMALL_SHARE = 0.5
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_HEDGE = 40
_DIGIT = re.compile(r"\d")
_NO_NUMBERS = frozenset({"a", "an", "one"})
_YEAR = re.compile(r"(?:19|20)\d\d")


class Figure(NamedTuple):
    """A number of something at `[start:end]` (code points); `things` are roots of words that may name what is counted.

    `hedge` tells how exactly it is given.
    """

    start: int
    end: int
    value: float
    things: tuple[str, ...]
    hedge: Hedge | None


def figures_in(text: str, start: int, end: int) -> list[Figure]:
    """The figures told in `text[start:end]`; days, years and clock times are none."""
    # Most words tell none: to see that there is no number in them takes a part of the time of looking for a figure.
    return list(_told(text, start, end)) if _has_number(text[start:end].lower()) else []


def hedge_of(words: str) -> Hedge | None:
    """How exactly words give a figure: about so much, at least, at most; None for exactly."""
    said = words.lower()
    if not _hedges().search(said):
        return None
    bounds: dict[Hedge, list[str]] = lexicon("times")["bounds"]
    for hedge, phrases in bounds.items():
        if any(re.search(rf"\b{re.escape(phrase)}\b", said) for phrase in phrases):
            return hedge
    return "about"


def may_agree(a: float, b: float, hedges: tuple[Hedge | None, Hedge | None], rounding: float) -> bool:
    """Whether two figures can both be right, as exactly as they are told."""
    if "about" in hedges and size_of(a, b, approximate=True, rounding=rounding) == "rounding":
        return True
    bounded = ((a, hedges[0], b), (b, hedges[1], a))
    return a == b or any((h == "least" and y >= x) or (h == "most" and y <= x) for x, h, y in bounded)


def size_of(stated: float, between: float, *, approximate: bool, rounding: float = ROUNDING_MIN) -> Size:
    """How far two figures are apart: rounding up to `rounding`, or a fifth under "around"; small up to a half."""
    apart = abs(stated - between)
    if apart <= rounding or (approximate and apart <= _ROUNDING_SHARE * between):
        return "rounding"
    return "small" if apart <= _SMALL_SHARE * between else "material"


def _has_number(words: str) -> bool:
    return bool(_DIGIT.search(words)) or not _numbers().isdisjoint(_WORD.findall(words))


@cache
def _numbers() -> frozenset[str]:
    """Words that tell a number, each part of "twenty-one" for itself too."""
    return frozenset(part for word in lexicon("times")["numbers"] for part in _WORD.findall(word)) - _NO_NUMBERS


def _told(text: str, start: int, end: int) -> Iterator[Figure]:
    for match in _figure().finditer(text, start, end):
        counted = list(takewhile(lambda word: is_content_word(word[0].lower()), _WORD.finditer(match["after"])))
        things = _things(match, counted)
        dated = bool(counted) and counted[0][0].lower() in lexicon("times")["months"]
        if things and not dated and not _YEAR.fullmatch(match["number"]):
            last = match.end() + (counted[-1].end() if counted else 0)
            before = _hedge_before().search(text, max(start, match.start() - _LONGEST_HEDGE), match.start())
            first, hedge = (before.start(), hedge_of(before[0])) if before else (match.start(), None)
            yield Figure(first, last, _value(match), things, hedge)


def _value(match: re.Match[str]) -> float:
    number = match["number"].lower()
    value = float(number.replace(",", "")) if number[0].isdigit() else float(lexicon("times")["numbers"][number])
    return value * (lexicon("times")["scales"][match["scale"].lower()] if match["scale"] else 1)


def _things(match: re.Match[str], counted: Iterable[re.Match[str]]) -> tuple[str, ...]:
    if match["money"] or match["percent"]:
        return (match["money"] or "percent",)
    return tuple(dict.fromkeys(_class_of(word[0].lower()) for word in counted))


def _class_of(word: str) -> str:
    """The class of things counted as one kind in the data, else what the forms of the word share."""
    units: dict[str, list[str]] = lexicon("discrepancies")["units"]
    root = root_of(word)
    return next((name for name, words in units.items() if root in map(root_of, words)), root)


@cache
def _hedges() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon('times')['approximations']))})\b")


@cache
def _hedge_before() -> re.Pattern[str]:
    hedges = "|".join(sorted(map(re.escape, lexicon("times")["approximations"]), key=len, reverse=True))
    return re.compile(rf"\b(?:{hedges})\s+\Z", re.IGNORECASE)


@cache
def _figure() -> re.Pattern[str]:
    times = lexicon("times")
    words = "|".join(sorted(set(times["numbers"]) - _NO_NUMBERS, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,:])(?P<money>[$€£¥])?"
        rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|{words})(?![\w:])"
        rf"(?:\s+(?P<scale>{'|'.join(times['scales'])})\b)?(?P<percent>\s*%|\s+per\s?cent\b)?"
        r"(?=(?P<after>(?:[\s-]+[^\W\d_]+){0,3}))",
        re.IGNORECASE,
    )
