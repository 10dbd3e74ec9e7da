"""Cooperation and conflict: the coded events of each state towards the other, month by month."""

from __future__ import annotations

from dataclasses import dataclass

from detente.export.wording import counted, spelled
from detente.model.series import Estimate, Period, Series
from detente.web.between import Dealings

_MONTHS = 12


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
    """One direction: its last months in which anybody looked, and how many events have no place in any month."""

    says: str
    scale: str
    months: tuple[Month, ...]
    unplaced: str | None


def deeds(dealings: Dealings) -> tuple[Deeds, ...]:
    """Both directions, the first state's acts first; nothing of what the page is narrowed to counts but the moment."""
    return dealings.kept("deeds", lambda: _made(dealings))


def _made(dealings: Dealings) -> tuple[Deeds, ...]:
    coded = dealings.shelf.relationship(dealings.pair, dealings.asked, ("events", "assessments"))
    first, second = dealings.sides.first, dealings.sides.second
    return tuple(
        _direction(coded.series(a.code, b.code), f"{a.name} towards {b.name}")
        for a, b in ((first, second), (second, first))
    )


def _direction(series: Series, says: str) -> Deeds:
    looked = [period for period in series.periods if period.documents]
    return Deeds(
        says=says,
        scale=series.scale,
        months=tuple(_month(period) for period in looked[-_MONTHS:]),
        unplaced=counted(series.unplaced, "event") if series.unplaced else None,
    )


def _month(period: Period) -> Month:
    month = period.first.isoformat()[: len("YYYY-MM")]
    return Month(
        month=month,
        label=spelled(month) if period.whole else f"{spelled(month)}, in part",
        documents=period.documents,
        events=period.events,
        reported=period.reported,
        reviewed=period.reviewed,
        cooperation=_sum(period.cooperation),
        conflict=_sum(period.conflict),
        net=_sum(period.net),
    )


def _sum(told: Estimate) -> str:
    if told.low == told.high == 0:
        return "0"
    return f"{told.expected:.1f} ({told.low:.1f} to {told.high:.1f})".replace("-", "−")
