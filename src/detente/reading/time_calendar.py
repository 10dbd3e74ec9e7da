"""Arithmetic on days, months and weeks; ISO dates cut to what a phrase can tell."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Direction = Literal["past", "future", "open"]
SLACK = timedelta(days=3)
"""How far a date told in the past tense may lie after publication: papers print tomorrow's date abroad."""


def weekday_towards(day: date, weekday: int, direction: Direction) -> date:
    """The nearest such weekday (0 is Monday) on or before `day`; on or after it for the future."""
    if direction == "future":
        return day + timedelta(days=(weekday - day.weekday()) % 7)
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_of_week(day: date, weekday: int, weeks: int) -> date:
    """That weekday in the week (from Monday) of `day`, moved by whole weeks."""
    return day + timedelta(days=weekday - day.weekday(), weeks=weeks)


def weekday_beyond(day: date, weekday: int, step: Literal[-1, 1]) -> date:
    """The nearest such weekday strictly before (-1) or after (1) `day`."""
    return weekday_towards(day + timedelta(days=step), weekday, "past" if step < 0 else "future")


def day_towards(day: date, month: int, number: int, direction: Direction) -> date | None:
    """The day and month in the year that the direction asks for; None for a day that no near year has."""
    years = (day.year + n for n in (-1, 0, 1))
    options = [date(y, month, number) for y in years if number <= monthrange(y, month)[1]]
    if direction == "past":
        options = [d for d in options if d <= day + SLACK][-1:]
    elif direction == "future":
        options = [d for d in options if d >= day][:1]
    return min(options, key=lambda d: abs(d - day), default=None)


def year_of_month(day: date, month: int, direction: Direction) -> int:
    """The year of the last such month begun by `day`; of the next one not yet over for the future."""
    if direction == "future":
        return day.year + (month < day.month)
    return day.year - (month > day.month)


def month_iso(day: date, months: int = 0) -> str:
    """`YYYY-MM` of the month of `day`, moved by whole months."""
    count = day.year * 12 + day.month - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}"


def week_iso(day: date, weeks: int = 0) -> str | None:
    """The month that holds the whole week (from Monday) of `day`, moved by whole weeks, else the year, else None."""
    monday = weekday_of_week(day, 0, weeks)
    return common_iso(monday, monday + timedelta(days=6))


def common_iso(first: date, last: date) -> str | None:
    """What the two days' ISO dates share: the day, the month, the year or nothing."""
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return first.isoformat()[:4] if first.year == last.year else None


def moved(day: date, unit: str, count: int) -> str | None:
    """`count` units after `day` (before it, if negative), as precise as the unit: "two years" gives a year."""
    if unit == "day":
        return (day + timedelta(days=count)).isoformat()
    if unit in ("week", "fortnight"):
        return week_iso(day, count * (2 if unit == "fortnight" else 1))
    if unit == "month":
        return month_iso(day, count)
    if unit in ("year", "decade"):
        return f"{day.year + count:04}" if unit == "year" else None
    return None


def weekend(day: date, weeks: int) -> tuple[date, date]:
    """Saturday and Sunday of the week of `day`, moved by whole weeks."""
    return weekday_of_week(day, 5, weeks), weekday_of_week(day, 6, weeks)
