"""The words of time as pieces of regular expressions, and back from words to numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from detente.ontology.lexicon import lexicon

_TWICE = ("mon", "day", "num", "unit", "wd")
"""Fragments that a range names at both of its ends."""


@cache
def words() -> Mapping[str, Any]:
    """The data file on times."""
    return lexicon("times")


def _any(options: Iterable[str]) -> str:
    return "|".join(re.escape(o).replace(r"\ ", r"\s+") for o in sorted(options, key=len, reverse=True))


@cache
def fragments() -> dict[str, str]:
    """What rules may name in braces: each a group, named where a resolver asks for it."""
    months = _cased(words()["months"])
    days = _any(forms[0] for forms in words()["weekdays"].values())
    short_days = "|".join([days, *(rf"{d}\.?" for forms in words()["weekdays"].values() for d in forms[1:])])
    number = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|" + _tens() + _any(words()["numbers"]) + ")"
    day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|-?(?:year|day|hour)|\s+(?:percent|per\s+cent)\b)"
    found = {
        "never": _any(words()["not_dates"]),
        "mon": rf"(?P<mon>(?-i:{months}))",
        "day": rf"(?P<day>{day})",
        "year": r"(?P<year>(?:19|20)\d\d)(?![\d%]|,\d|-\w)",
        "wd": rf"(?P<wd>(?-i:{days}|{days.upper()}))",
        "wds": rf"(?-i:{short_days})",
        "dayparts": r"(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)",
        "part": r"(?:(?:early|late|mid)(?:-|\s+(?:in\s+)?)|(?:the\s+)?(?:very\s+)?(?:beginning|start|end|middle"
        r"|first\s+half|second\s+half|(?:first|last)\s+(?:days|week|weeks))\s+of\s+)",
        "num": rf"(?P<num>{number})",
        "some": rf"(?:{_any(words()['vague_numbers'])})",
        "unit": rf"(?P<unit>{_any(words()['units'])})",
        "approx": rf"(?P<approx>{_any(words()['approximations'])})",
        "season": rf"(?P<season>{_any(words()['seasons'])})",
        "ordinal": rf"(?:{_any(words()['ordinals'])})",
        "today": _any(words()["days_from_today"]),
        "vague": _any(words()["vague"]),
        "zone": rf"(?:\s+\(?(?-i:{_any(words()['zones'])})\b\)?)",
    }
    second = {f"{name}2": found[name].replace(f"?P<{name}>", f"?P<{name}2>") for name in _TWICE}
    return found | second


def _cased(months: Mapping[int, list[str]]) -> str:
    """Months are written with a capital; the short forms may carry a full stop."""
    full = [f for names in months.values() for f in (names[0], names[0].upper())]
    short = [rf"{f}\b\.?" for names in months.values() for name in names[1:] for f in (name, name.upper())]
    return "|".join([*full, *short])


def _tens() -> str:
    return (
        r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)\b|"
    )


@cache
def month_number(form: str) -> int:
    """1 to 12 from any written form."""
    plain = form.rstrip(".").capitalize()
    return next(int(n) for n, forms in words()["months"].items() if plain in forms)


@cache
def weekday_number(form: str) -> int:
    """0 (Monday) to 6 from the full name."""
    return next(int(n) for n, forms in words()["weekdays"].items() if form.capitalize() in forms)


def number_of(form: str) -> float:
    """The value of digits or of a number word."""
    plain = re.sub(r"\s+", " ", form.lower()).replace(",", "")
    if plain[0].isdigit():
        return float(plain)
    known: Mapping[str, int] = words()["numbers"]
    if plain in known:
        return float(known[plain])
    tens, _, ones = plain.partition("-")
    return float(known[tens] + known[ones])


def day_number(form: str) -> int:
    """1 to 31 from `3`, `03` or `3rd`."""
    return int(re.sub(r"\D", "", form))


def unit_minutes(unit: str) -> int | None:
    """Minutes of a unit that has a fixed length."""
    minutes: int | None = words()["units"][unit.lower()]
    return minutes
