"""The timeline as geometry: three lanes, one column for each year, month or day; a template draws it.

Places across are hundredths of the width, so that the drawing fits any screen with its letters as they are; places
down are pixels. Marks of the first lane and of the middle one stand on their rule, those of the second hang from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import ceil
from typing import Literal

from detente.export.wording import MONTHS, counted, spelled
from detente.model.when import When

Unit = Literal["year", "month", "day"]
Lane = Literal["first", "between", "second"]
Way = Callable[[str], str | None]
"""The address into a column, given as an ISO date of its precision."""

LANES: tuple[Lane, ...] = ("first", "between", "second")
_LETTERS: Mapping[Unit, int] = {"year": 4, "month": 7, "day": 10}
_MOST: Mapping[Unit, int] = {"day": 62, "month": 48, "year": 400}
_ROW = 10
_ROWS = 11
_NARROW = 330
"""The narrowest drawing in pixels: so many marks stand beside each other in a column as fit there."""
_LABEL = 18
_PAD = 6
_AXIS = 30
_MOST_LABELS = 13


@dataclass(frozen=True)
class Happened:
    """Something to place: on a day of any precision, in a lane; `shape` names how it is drawn."""

    day: str
    lane: Lane
    shape: str
    says: str
    path: str


@dataclass(frozen=True)
class Mark:
    """One happening at its place."""

    x: float
    y: float
    lane: Lane
    shape: str
    says: str
    path: str


@dataclass(frozen=True)
class Bar:
    """The happenings of a lane in a column where they are too many to be drawn one by one."""

    x: float
    y: float
    width: float
    height: float
    lane: Lane
    count: int
    says: str
    path: str | None


@dataclass(frozen=True)
class Tick:
    """A column: where it begins and how wide it is, its label where it has room for one, and the way into it."""

    x: float
    width: float
    label: str
    minor: bool
    says: str
    path: str | None


@dataclass(frozen=True)
class Band:
    """A lane: its name with the place of it, and its rule."""

    name: str
    label: float
    rule: float


@dataclass(frozen=True)
class Timeline:
    """A drawing; `vague` counts what is dated too roughly for its columns, `outside` what lies before or after."""

    since: str
    until: str
    unit: Unit
    height: float
    axis: float
    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    vague: int
    outside: int


@dataclass(frozen=True)
class _Scale:
    """The columns of a period, as ISO dates of one precision."""

    unit: Unit
    columns: tuple[str, ...]

    @property
    def width(self) -> float:
        return 100 / len(self.columns)

    @property
    def across(self) -> int:
        """So many marks beside each other in one column."""
        return max(1, _NARROW // len(self.columns) // _ROW)

    def holds(self, day: str) -> bool:
        return self.columns[0] <= day[: _LETTERS[self.unit]] <= self.columns[-1] and len(day) >= _LETTERS[self.unit]

    def is_vague(self, day: str) -> bool:
        return len(day) < _LETTERS[self.unit] and any(column.startswith(day) for column in self.columns)

    def column(self, day: str) -> int:
        return self.columns.index(day[: _LETTERS[self.unit]])


def draw(happened: Sequence[Happened], names: tuple[str, str, str], period: tuple[str, str], way: Way) -> Timeline:
    """Place what happened in a period from one ISO date to another, in lanes of these names."""
    scale = _scale(*period)
    inside = [h for h in happened if scale.holds(h.day)]
    vague = sum(scale.is_vague(h.day) for h in happened)
    marks: list[Mark] = []
    bars: list[Bar] = []
    bands = []
    top = 0.0
    for lane, name in zip(LANES, names, strict=True):
        stacks = _stacks(scale, [h for h in inside if h.lane == lane])
        rows = min(_ROWS, max((ceil(len(s) / scale.across) for s in stacks.values()), default=1))
        height = max(rows, 2) * _ROW + _PAD
        rule = top + _LABEL + (0 if lane == "second" else height)
        if any(len(stack) > scale.across * _ROWS for stack in stacks.values()):
            bars += _bars(scale, stacks, lane, rule, way)
        else:
            marks += _marks(scale, stacks, lane, rule)
        bands.append(Band(name, top + _LABEL - _PAD, rule))
        top += _LABEL + height
    return Timeline(
        since=period[0],
        until=period[1],
        unit=scale.unit,
        height=top + _PAD + _AXIS,
        axis=top + _PAD,
        bands=tuple(bands),
        ticks=tuple(_ticks(scale, way)),
        marks=tuple(marks),
        bars=tuple(bars),
        vague=vague,
        outside=len(happened) - len(inside) - vague,
    )


def _scale(since: str, until: str) -> _Scale:
    """Days where they have room, else months, else years."""
    first, last = When.from_iso(since).interval.earliest, When.from_iso(until).interval.latest
    units: tuple[Unit, ...] = ("day", "month", "year")
    days = [(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]
    columns = ((unit, tuple(dict.fromkeys(day[: _LETTERS[unit]] for day in days))) for unit in units)
    return next(_Scale(unit, found) for unit, found in columns if len(found) <= _MOST[unit])


def _stacks(scale: _Scale, happened: Iterable[Happened]) -> dict[int, list[Happened]]:
    ordered = sorted(happened, key=lambda h: h.day)
    return {n: list(same) for n, same in groupby(ordered, key=lambda h: scale.column(h.day))}


def _marks(scale: _Scale, stacks: Mapping[int, Sequence[Happened]], lane: Lane, rule: float) -> Iterator[Mark]:
    step = scale.width / (scale.across + 1)
    away = 1 if lane == "second" else -1
    for column, stack in stacks.items():
        for n, each in enumerate(stack):
            row, place = divmod(n, scale.across)
            x = column * scale.width + step * (place + 1)
            yield Mark(round(x, 3), rule + away * (row + 0.5) * _ROW + away * 2, lane, each.shape, each.says, each.path)


def _bars(scale: _Scale, stacks: Mapping[int, Sequence[Happened]], lane: Lane, rule: float, way: Way) -> Iterator[Bar]:
    most = max(map(len, stacks.values()))
    for column, stack in stacks.items():
        height = round(max(2.0, (_ROWS * _ROW - _LABEL) * len(stack) / most), 1)
        says = f"{spelled(scale.columns[column])}: {counted(len(stack), 'entry')}"
        left = column * scale.width + scale.width * 0.15
        y = rule if lane == "second" else rule - height
        path = way(scale.columns[column])
        yield Bar(round(left, 3), y, round(scale.width * 0.7, 3), height, lane, len(stack), says, path)


def _ticks(scale: _Scale, way: Way) -> Iterator[Tick]:
    every = max(1, ceil(len(scale.columns) / _MOST_LABELS))
    for n, column in enumerate(scale.columns):
        label = _label(scale, n) if n % every == 0 else ""
        yield Tick(
            round(n * scale.width, 3), round(scale.width, 3), label, n // every % 3 != 0, spelled(column), way(column)
        )


def _label(scale: _Scale, n: int) -> str:
    """A year in full; a month with its year, a day with its month, where the column before has not told it."""
    date_ = scale.columns[n].split("-")
    before = scale.columns[n - 1].split("-") if n else []
    if scale.unit == "year":
        return date_[0]
    month = MONTHS[int(date_[1]) - 1][:3]
    if scale.unit == "month":
        return f"{month} {date_[0]}" if before[:1] != date_[:1] else month
    return f"{int(date_[2])} {month}" if before[:2] != date_[:2] else str(int(date_[2]))


def whole_days(first: date, last: date) -> tuple[str, str]:
    """Two days as the months that hold them, where they are more than two months apart; else as they are."""
    if (last - first).days <= _MOST["day"]:
        return first.isoformat(), last.isoformat()
    return first.isoformat()[:7], last.isoformat()[:7]
