"""Cooperation and conflict as geometry: one column a month of what was done towards the other.

Places across are hundredths of the width, as on the timeline; places down are pixels. Cooperation stands on the zero
line, conflict hangs from it; below both stand the events counted, and of them those that a person decided on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor, log10

from detente.export.wording import MONTHS, counted, spelled
from detente.model.series import Estimate, Period

_PLOT = 150
_TOP = 12
_TICKS = 20
_COUNTS = 34
_HEADING = 16
_MOST_LABELS = 8
_BAR = 0.76
"""The part of a column that its bar fills."""
_WIDE = 93
"""Hundredths of the width for the columns; right of them stand the numbers of the scale."""


@dataclass(frozen=True)
class Block:
    """A bar with the bounds that its value lies between nine times in ten; all in pixels down."""

    y: float
    height: float
    low: float
    high: float


@dataclass(frozen=True)
class Column:
    """A month; `counted` and `reviewed` are the heights of its events, `quiet` one in which no document appeared."""

    x: float
    width: float
    bar: float
    bar_width: float
    label: str
    says: str
    path: str
    quiet: bool
    cooperation: Block | None
    conflict: Block | None
    counted: float
    reviewed: float


@dataclass(frozen=True)
class Level:
    """A line across, with the sum that it stands for."""

    y: float
    label: str


@dataclass(frozen=True)
class Chart:
    """One direction; `net` are stretches of the curve, as points of a drawing 100 wide; `base` carries the counts."""

    says: str
    height: float
    wide: float
    bottom: float
    zero: float
    base: float
    most_events: int
    levels: tuple[Level, ...]
    columns: tuple[Column, ...]
    net: tuple[str, ...]


def chart(says: str, periods: Sequence[Period], scale: Scale, way: Callable[[str], str]) -> Chart:
    """Draw months that follow each other without a gap; `way` gives the address into a month."""
    most_events = max((period.events for period in periods), default=0)
    width = _WIDE / max(1, len(periods))
    bottom = _TOP + _PLOT
    every = max(1, ceil(len(periods) / _MOST_LABELS))
    columns = tuple(
        Column(
            x=round(n * width, 3),
            width=round(width, 3),
            bar=round((n + (1 - _BAR) / 2) * width, 3),
            bar_width=round(width * _BAR, 3),
            label=_label(periods, n) if n % every == 0 else "",
            says=_told(period),
            path=way(_month(period)),
            quiet=not period.documents,
            cooperation=scale.block(period.cooperation),
            conflict=scale.block(period.conflict),
            counted=_share(period.events, most_events),
            reviewed=_share(period.reviewed, most_events),
        )
        for n, period in enumerate(periods)
    )
    return Chart(
        says=says,
        height=bottom + _TICKS + _HEADING + _COUNTS + 2,
        wide=_WIDE,
        bottom=bottom,
        zero=scale.down(0),
        base=bottom + _TICKS + _HEADING + _COUNTS,
        most_events=most_events,
        levels=tuple(scale.levels()),
        columns=columns,
        net=tuple(_curves(periods, scale, width)),
    )


class Scale:
    """Sums to pixels down, over what months hold; charts that are to be compared share one."""

    def __init__(self, periods: Sequence[Period]) -> None:
        sums = (period.cooperation for period in periods), (period.conflict for period in periods)
        reach = [max((max(abs(e.low), abs(e.high)) for e in side), default=0.0) for side in sums]
        self.unit = _step(max(*reach, 1.0))
        self.above, self.below = (self.unit * max(1, ceil(far / self.unit)) for far in reach)

    def down(self, value: float) -> float:
        """Where a sum stands."""
        return round(_TOP + _PLOT * (self.above - value) / (self.above + self.below), 1)

    def levels(self) -> Iterator[Level]:
        """The lines across."""
        for n in range(-round(self.below / self.unit), round(self.above / self.unit) + 1):
            yield Level(self.down(n * self.unit), f"{n * self.unit:g}".replace("-", "−"))

    def block(self, sum_: Estimate) -> Block | None:
        """The bar of a sum."""
        if not sum_.expected:
            return None
        top, bottom = sorted((self.down(0), self.down(sum_.expected)))
        return Block(top, round(bottom - top, 1), self.down(sum_.low), self.down(sum_.high))


def _curves(periods: Sequence[Period], scale: Scale, width: float) -> Iterator[str]:
    """The expected net, broken where no document appeared."""
    for seen, run in groupby(enumerate(periods), key=lambda numbered: numbered[1].documents > 0):
        if seen:
            yield " ".join(
                f"{(n + 0.5) * width / _WIDE * 100:.3f},{scale.down(period.net.expected)}" for n, period in run
            )


def _step(most: float) -> float:
    """A step of 1, 2 or 5 times a power of ten, of which two to five reach the highest value."""
    power = 10.0 ** floor(log10(most / 2))
    return next(step * power for step in (5, 2, 1) if most / (step * power) >= 2)


def _share(number: int, most: int) -> float:
    return round(_COUNTS * number / most, 1) if most else 0.0


def _month(period: Period) -> str:
    return period.first.isoformat()[: len("YYYY-MM")]


def _label(periods: Sequence[Period], n: int) -> str:
    """A month, with its year where the label before has not told it."""
    first = periods[n].first
    month = MONTHS[first.month - 1][:3]
    return f"{month} {first.year}" if n == 0 or len(periods) > _MOST_LABELS or first.month == 1 else month


def _told(period: Period) -> str:
    share = period.reviewed_share
    reviewed = f", {period.reviewed} reviewed ({share:.0%})" if share is not None else ""
    sums = "; ".join(
        f"{name} {spelled_sum(sum_)}"
        for name, sum_ in (("cooperation", period.cooperation), ("conflict", period.conflict))
    )
    documents = counted(period.documents, "document")
    return f"{month_named(period)}: {counted(period.events, 'event')}{reviewed}; {sums}; {documents}"


def month_named(period: Period) -> str:
    """The month in words, and whether the record ends within it."""
    named = spelled(_month(period))
    return named if period.whole else f"{named}, in part"


def spelled_sum(told: Estimate) -> str:
    """An expected sum with its bounds."""
    if told.low == told.high == 0:
        return "0"
    return f"{told.expected:.1f} ({told.low:.1f} to {told.high:.1f})".replace("-", "−")
