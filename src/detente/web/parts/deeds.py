"""Cooperation and conflict: the coded events of each state towards the other, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.export.wording import counted
from detente.model.series import Period, Series
from detente.model.when import When
from detente.web.asked import Asked
from detente.web.between import Dealings
from detente.web.chart import Chart, Scale, chart, month_named, spelled_sum

_LISTED = 12
_DRAWN = 60


@dataclass(frozen=True)
class Month:
    """What was done in one month; sums are on the series' scale, with the bounds they lie between nine times in ten.

    `reported` events stand in the month of their first report for want of a date of their own.
    """

    month: str
    label: str
    documents: int
    events: int
    reported: int
    reviewed: int
    cooperation: str
    conflict: str
    net: str


@dataclass(frozen=True)
class Deeds:
    """One direction: drawn, its last months in which anybody looked, and how many events have no place in any month.

    `events` and `reviewed` count those drawn.
    """

    says: str
    scale: str
    drawn: Chart | None
    events: int
    reviewed: int
    months: tuple[Month, ...]
    unplaced: str | None


def deeds(dealings: Dealings) -> tuple[Deeds, ...]:
    """Both directions, the first state's acts first, over the period asked for; no other filter counts."""
    first, second = dealings.sides.first.name, dealings.sides.second.name
    both = dealings.kept("series", lambda: _series(dealings))
    periods = [_within(series.periods, dealings.asked) for series in both]
    scale = Scale([period for of_one in periods for period in of_one[-_DRAWN:]])
    says = (f"{first} towards {second}", f"{second} towards {first}")
    return tuple(
        _direction(series, of_one, _drawn(name, of_one, scale, dealings), name)
        for series, of_one, name in zip(both, periods, says, strict=True)
    )


def _series(dealings: Dealings) -> tuple[Series, Series]:
    coded = dealings.shelf.relationship(dealings.pair, dealings.asked, ("events", "assessments"))
    first, second = dealings.pair
    return coded.series(first, second), coded.series(second, first)


def _drawn(says: str, periods: Sequence[Period], scale: Scale, dealings: Dealings) -> Chart | None:
    ways = dealings.claims.ways
    drawn = periods[-_DRAWN:]
    return chart(says, drawn, scale, lambda month: ways.relationship(since=month, until=month)) if drawn else None


def _direction(series: Series, periods: Sequence[Period], drawn: Chart | None, says: str) -> Deeds:
    looked = [period for period in periods if period.documents]
    return Deeds(
        says=says,
        scale=series.scale,
        drawn=drawn,
        events=sum(period.events for period in periods[-_DRAWN:]),
        reviewed=sum(period.reviewed for period in periods[-_DRAWN:]),
        months=tuple(_month(period) for period in looked[-_LISTED:]),
        unplaced=counted(series.unplaced, "event") if series.unplaced else None,
    )


def _within(periods: Sequence[Period], asked: Asked) -> Sequence[Period]:
    """The months that the period asked for touches; up to the last in which a document appeared."""
    since = When.from_iso(asked.since).interval.earliest if asked.since else None
    until = When.from_iso(asked.until).interval.latest if asked.until else None
    last = max((n for n, period in enumerate(periods) if period.documents), default=-1)
    return [
        period
        for period in periods[: last + 1]
        if (since is None or period.last >= since) and (until is None or period.first <= until)
    ]


def _month(period: Period) -> Month:
    month = period.first.isoformat()[: len("YYYY-MM")]
    return Month(
        month=month,
        label=month_named(period),
        documents=period.documents,
        events=period.events,
        reported=period.reported,
        reviewed=period.reviewed,
        cooperation=spelled_sum(period.cooperation),
        conflict=spelled_sum(period.conflict),
        net=spelled_sum(period.net),
    )
