"""Events of one state towards another, period by period: what an analysis makes and pages and charts show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from detente.model.findings import Assessment
from detente.model.view import Entry

By = Literal["day", "week", "month"]
Side = Literal["cooperation", "conflict"]


class Estimate(NamedTuple):
    """An expected sum, and the bounds between which it lies nine times in ten."""

    expected: float
    low: float
    high: float

    @classmethod
    def within(cls, expected: float, low: float, high: float) -> Estimate:
        """The estimate with bounds that hold the expected sum too: of one doubtful event neither way is likely."""
        return cls(expected, min(low, expected), max(high, expected))


class Period(NamedTuple):
    """What was done from `first` to `last`, both included; it is `whole` unless the question or the record ends within.

    `documents` of the view appeared in it: without any, nobody looked. `events` are distinct ones, of which a person
    accepted or edited `reviewed`, `reported` stand on the day of their first report for want of another, and `sources`
    publishers tell. `quads` counts them by quad, 1 to 4. The sums of intensities are estimates: each event counts with
    the likelihood that it was coded rightly. `entries` are their ids.
    """

    first: date
    last: date
    whole: bool
    documents: int
    events: int
    reviewed: int
    reported: int
    sources: int
    quads: tuple[int, int, int, int]
    cooperation: Estimate
    conflict: Estimate
    net: Estimate
    entries: tuple[str, ...]

    @property
    def reviewed_share(self) -> float | None:
        """The share of events that a person decided on; None where there are none."""
        return self.reviewed / self.events if self.events else None

    @property
    def is_observed(self) -> bool:
        """Whether its counts can be held against those of others: it is whole, and documents appeared."""
        return self.whole and self.documents > 0

    def count(self, side: Side) -> int:
        """How many events are of cooperation, or of conflict."""
        return sum(self.quads[:2]) if side == "cooperation" else sum(self.quads[2:])


class Change(NamedTuple):
    """The first day of the period from which on events of one side came at another rate (events per period)."""

    first: date
    side: Side
    before: float
    after: float


class Called(NamedTuple):
    """How somebody called the relationship; `state` is "" for the writer and people of no known state."""

    day: date
    state: str
    entry: Entry[Assessment]


@dataclass(frozen=True, kw_only=True)
class Series:
    """The acts of `actor` towards `recipient`, period by period without a gap, in order of time.

    `unplaced` counts events that lie before or after the record, or whose date is not precise enough for a period.
    `assessments` are all that documents tell on how the relationship stands, by whomever.
    """

    actor: str
    recipient: str
    by: By
    scale: str
    periods: tuple[Period, ...]
    changes: tuple[Change, ...]
    assessments: tuple[Called, ...]
    unplaced: int

    def counts(self, side: Side) -> tuple[int, ...]:
        """Events of one side in each period."""
        return tuple(period.count(side) for period in self.periods)
