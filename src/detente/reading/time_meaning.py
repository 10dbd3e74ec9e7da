"""What each form of time expression means: from a match of its pattern to a date, a clock time or a length."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from detente.model.when import Basis
from detente.reading import time_calendar as cal
from detente.reading.time_calendar import Direction
from detente.reading.time_words import (
    day_number,
    month_number,
    number_of,
    unit_minutes,
    weekday_number,
    words,
)

_NEAR = re.compile(r"\b(?:morning|afternoon|evening|night|later on|earlier on)\b|,\s+[A-Z][a-z]+\.?\s+\d|\bat\s+\d")
"""What may stand with a weekday and tell that it is near: an hour, or the date itself."""
_BESIDE = 12
"""So many code points before or behind it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """From where a phrase is told: the day of publication, the last day named before, where its clause looks.

    `firsthand`: in an official account, which calls its own day "today".
    """

    day: date
    named: date | None
    direction: Direction
    firsthand: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a phrase means; `iso` and `until` are cut to the known precision, None where unknown."""

    kind: Literal["date", "clock", "duration", "set"] = "date"
    iso: str | None = None
    until: str | None = None
    basis: Basis = "relative"
    clock: str | None = None
    minutes: int | None = None
    approximate: bool = False


Match = re.Match[str]


def _iso(year: int, month: int, day: int) -> str | None:
    valid = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{day:02}" if valid else None


def never(_m: Match, _s: Scene) -> None:
    """Read "Black Friday": no time."""
    return


def numeric(m: Match, _s: Scene) -> Told | None:
    """Read "2023-06-19"."""
    iso = _iso(int(m["year"]), int(m["m"]), int(m["d"]))
    return Told(iso=iso, basis="stated") if iso else None


def slashed(m: Match, _s: Scene) -> Told | None:
    """Both numbers up to 12: day and month cannot be told apart, so only the month or year stays unknown."""
    first, second, year = int(m["a"]), int(m["b"]), int(m["year"])
    if first <= 12 and second <= 12 and first != second:
        return Told(iso=str(year), basis="stated")
    iso = _iso(year, first, second) or _iso(year, second, first)
    return Told(iso=iso, basis="stated") if iso else None


def stated_day(m: Match, _s: Scene) -> Told | None:
    """Read "November 10, 2025", "19 June 2023"."""
    iso = _iso(int(m["year"]), month_number(m["mon"]), day_number(m["day"]))
    return Told(iso=iso, basis="stated") if iso else None


def stated_range(m: Match, _s: Scene) -> Told | None:
    """Read "June 9 and 10, 2025", "30 October to 2 November 2025"."""
    year, (first, last) = int(m["year"]), _months(m)
    begin = year - 1 if first > last else year
    return _range(_iso(begin, first, day_number(m["day"])), _iso(year, last, day_number(m["day2"])), "stated")


def yearless_day(m: Match, s: Scene) -> Told | None:
    """Read "Aug. 20": in the year that the clause looks towards."""
    day = cal.day_towards(s.day, month_number(m["mon"]), day_number(m["day"]), s.direction)
    return Told(iso=day.isoformat(), basis="inferred") if day else None


def yearless_range(m: Match, s: Scene) -> Told | None:
    """Read "Jan. 4-7": in the year that the clause looks towards."""
    first, last = _months(m)
    begin = cal.day_towards(s.day, first, day_number(m["day"]), s.direction)
    if begin is None:
        return None
    year = begin.year + 1 if first > last else begin.year
    return _range(begin.isoformat(), _iso(year, last, day_number(m["day2"])), "inferred")


def _months(m: Match) -> tuple[int, int]:
    """The months of both ends; `mon2` stands at the second end of "Oct. 30 - Nov. 2", the first of "30 Oct - 2 Nov"."""
    one, other = month_number(m["mon"]), month_number(m["mon2"] or m["mon"])
    return (one, other) if m.start("mon") < max(m.start("mon2"), m.start("day")) else (other, one)


def _range(begin: str | None, end: str | None, basis: Basis) -> Told | None:
    return Told(iso=begin, until=end, basis=basis) if begin and end and begin < end else None


def stated_month(m: Match, _s: Scene) -> Told:
    """Read "early June 2023"."""
    return Told(iso=f"{m['year']}-{month_number(m['mon']):02}", basis="stated")


def month_of_year(m: Match, s: Scene) -> Told:
    """Read "April of last year", "May that year"."""
    step = _step(m)
    named = m["rel"].lower().startswith(("that", "the"))
    year = ((s.named or s.day) if named else s.day).year + step
    return Told(iso=f"{year}-{month_number(m['mon']):02}", basis="inferred" if named else "relative")


def _step(m: Match) -> int:
    steps: Mapping[str, int] = words()["steps"]
    return steps.get(re.sub(r"\s+", " ", m["rel"].lower()), 0)


def month_rel(m: Match, s: Scene) -> Told:
    """Read "last November", "this April"."""
    month, step = month_number(m["mon"]), _step(m)
    year = s.day.year
    if step < 0:
        year -= month >= s.day.month
    elif step > 0:
        year += month <= s.day.month
    return Told(iso=f"{year}-{month:02}")


def month(m: Match, s: Scene) -> Told:
    """Read "in November": the last one, or the next where the clause looks ahead."""
    month = month_number(m["mon"])
    return Told(iso=f"{cal.year_of_month(s.day, month, s.direction)}-{month:02}")


def weekday(m: Match, s: Scene) -> Told:
    """Read "on Monday": the last one on or before publication, or the next where the clause looks ahead.

    Who speaks on a Monday of what will be "on Monday" means the next; "on Monday evening" may be this one.
    """
    day = cal.weekday_towards(s.day, weekday_number(m["wd"]), s.direction)
    near = _NEAR.search(m.string, max(0, m.start() - _BESIDE), m.end() + _BESIDE)
    in_a_week = s.firsthand and s.direction == "future" and day == s.day and not near
    return Told(iso=(day + timedelta(weeks=in_a_week)).isoformat())


def weekday_range(m: Match, s: Scene) -> Told:
    """Read "from Monday to Wednesday", "Sunday and Monday"; of "Monday and Friday" only the first."""
    first, last = weekday_number(m["wd"]), weekday_number(m["wd2"])
    anchor = first if s.direction == "future" else last
    day = cal.weekday_towards(s.day, anchor, s.direction)
    length = timedelta(days=(last - first) % 7)
    begin, end = (day, day + length) if s.direction == "future" else (day - length, day)
    listed = " and " in m.group() and length.days != 1
    return Told(iso=begin.isoformat(), until=None if listed else end.isoformat())


def weekday_rel(m: Match, s: Scene) -> Told:
    """Read "last Monday", "next Tuesday" (that of the next week), "the following Friday".

    On a Friday nobody calls the day before "last Thursday".
    """
    weekday, rel = weekday_number(m["wd"]), re.sub(r"\s+", " ", m["rel"].lower())
    if rel in ("the following", "the previous", "the next"):
        if s.named is None:
            return Told()
        return Told(iso=cal.weekday_beyond(s.named, weekday, _sign(_step(m))).isoformat(), basis="inferred")
    if rel == "this":
        return Told(iso=cal.weekday_of_week(s.day, weekday, 0).isoformat())
    if rel == "next":
        return Told(iso=cal.weekday_of_week(s.day, weekday, 1).isoformat())
    day = cal.weekday_beyond(s.day, weekday, _sign(_step(m)))
    was_yesterday = rel == "last" and (s.day - day).days == 1
    return Told(iso=(day - timedelta(weeks=was_yesterday)).isoformat())


def _sign(step: int) -> Literal[-1, 1]:
    return -1 if step < 0 else 1


def weekday_week(m: Match, s: Scene) -> Told:
    """Read "Tuesday last week"."""
    return Told(iso=cal.weekday_of_week(s.day, weekday_number(m["wd"]), _step(m)).isoformat())


def today(m: Match, s: Scene) -> Told:
    """Read "yesterday", "this morning"."""
    shift = words()["days_from_today"][re.sub(r"\s+", " ", m.group().lower())]
    return Told(iso=cal.moved(s.day, "day", shift)) if shift is not None else Told()


def unit_rel(m: Match, s: Scene) -> Told:
    """Read "last week", "early next year"."""
    return _by_unit(s.day, m["unit"].lower(), _step(m), "relative")


def _by_unit(day: date, unit: str, step: int, basis: Basis) -> Told:
    if unit == "weekend":
        return _weekend(day, step)
    return Told(iso=cal.moved(day, unit, step), basis=basis)


def _weekend(day: date, step: int) -> Told:
    saturday, sunday = cal.weekend(day, step)
    return Told(iso=saturday.isoformat(), until=sunday.isoformat())


def the_weekend(_m: Match, s: Scene) -> Told:
    """The one under way or, on a weekday, the last one; the coming one where the clause looks ahead."""
    return _weekend(s.day, 0 if s.direction == "future" or s.day.weekday() >= 5 else -1)


def the_unit(m: Match, s: Scene) -> Told:
    """Read "the end of the month"."""
    return _by_unit(s.day, m["unit"].lower(), 0, "relative")


def ago(m: Match, s: Scene) -> Told:
    """Read "two years ago", as precise as the unit; "a couple of years ago" tells no year."""
    count = number_of(m["num"])
    loose = re.sub(r"\s+", " ", m["num"].lower()) in words()["loose_numbers"]
    if loose or m["approx"] or m["half"] or not count.is_integer():
        return Told(approximate=True)
    return Told(iso=cal.moved(s.day, m["unit"].lower(), -int(count)))


def narrated(m: Match, s: Scene) -> Told:
    """Read "the day before", counted from the last day that the text named."""
    if s.named is None:
        return Told()
    return _by_unit(s.named, m["unit"].lower(), _step(m), "inferred")


def narrated_count(m: Match, s: Scene) -> Told:
    """Read "two days later", counted from the last day that the text named."""
    if s.named is None:
        return Told()
    return _by_unit(s.named, m["unit"].lower(), _step(m) * int(number_of(m["num"])), "inferred")


def season(m: Match, s: Scene) -> Told:
    """Read "last summer", "in the spring": its year; winter lies in two."""
    months = words()["seasons"][m["season"].lower()]
    if months is None:
        return Told()
    first, last = months
    step = _step(m) if m["rel"] else {"past": -1, "future": 1, "open": 0}[s.direction]
    year = s.day.year
    if step < 0:
        year -= s.day.month <= (last if m["rel"] else first - 1)
    elif step > 0:
        year += s.day.month >= (first if m["rel"] else last + 1)
    return Told(iso=str(year))


def stated_year(m: Match, _s: Scene) -> Told:
    """Read "since 2021", "the spring of 2021"."""
    return Told(iso=m["year"], basis="stated")


def year_range(m: Match, _s: Scene) -> Told | None:
    """Read "2019-2021"."""
    end = m["end"] if len(m["end"]) == 4 else m["year"][:2] + m["end"]
    return _range(m["year"], end, "stated")


def undated(_m: Match, _s: Scene) -> Told:
    """Read "the 1990s", "recently": no calendar places it."""
    return Told()


def repeated(_m: Match, _s: Scene) -> Told:
    """Read "every week"."""
    return Told(kind="set")


def clock(m: Match, _s: Scene) -> Told | None:
    """Read "4:34 p.m. local time"."""
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    half = (m["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Told(kind="clock", clock=f"{hour:02}:{minute:02}") if hour < 24 and minute < 60 else None


def plain_clock(m: Match, _s: Scene) -> Told | None:
    """Read "16:34", "1600 GMT"."""
    hour, minute = int(m["hour"]), int(m["minute"])
    return Told(kind="clock", clock=f"{hour:02}:{minute:02}") if hour < 24 and minute < 60 else None


def named_clock(m: Match, _s: Scene) -> Told:
    """Read "noon"."""
    return Told(kind="clock", clock="00:00" if m.group().lower() == "midnight" else "12:00")


def duration(m: Match, _s: Scene) -> Told:
    """Read "around 30 minutes", "two and a half hours"."""
    count = number_of(m["num"]) + (0.5 if m["half"] or m["half2"] else 0)
    minutes = _minutes(count, m["unit"])
    if minutes is not None and m["num2"]:
        minutes += _minutes(number_of(m["num2"]), m["unit2"]) or 0
    return Told(kind="duration", minutes=minutes, approximate=bool(m["approx"] or m["loose"]))


def half_hour(m: Match, _s: Scene) -> Told:
    """Read "half an hour", "a half-hour"."""
    return Told(kind="duration", minutes=_minutes(0.5, m["unit"] or m["unit2"]), approximate=bool(m["approx"]))


def long(m: Match, _s: Scene) -> Told:
    """Read "day-long", "hours-long"."""
    minutes = None if m["many"] else unit_minutes(m["unit"])
    return Told(kind="duration", minutes=minutes, approximate=True)


def vague_length(_m: Match, _s: Scene) -> Told:
    """Read "several hours"."""
    return Told(kind="duration", approximate=True)


def _minutes(count: float, unit: str) -> int | None:
    one = unit_minutes(unit)
    return round(count * one) if one else None
