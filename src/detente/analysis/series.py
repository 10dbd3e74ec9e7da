"""What one state did to another over time: distinct events by day, week or month, with what coding leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple, get_args

from detente.analysis.changes import changes
from detente.analysis.deeds import Deed, deeds
from detente.analysis.entries import last_day, published_of
from detente.analysis.sums import estimate
from detente.errors import ChoiceError
from detente.model.series import By, Called, Change, Period, Series, Side
from detente.model.view import View
from detente.model.when import Interval, When
from detente.ontology.plover import SCALE

MOST_PERIODS = 5000


class _Span(NamedTuple):
    """From `first` to `last`, both included; `whole` unless the question or the record ends within."""

    first: date
    last: date
    whole: bool


def series(view: View, actor: str, recipient: str, by: str = "month") -> Series:
    """What a view holds of the acts of one of its states towards another.

    ChoiceError for an unknown kind of period, and where the view spans too many of them.
    """
    length = _by(by)
    done = deeds(view, actor, recipient)
    published = [When.from_iso(d.published).interval for d in view.documents.values() if d.published]
    spans = _spans(view, published, length) if done and published else {}
    appeared = Counter(_first_of(days.earliest, length) for days in published)
    held: dict[date, list[Deed]] = {first: [] for first in spans}
    for deed in done:
        first = _first_of(deed.days.earliest, length)
        if first in held and deed.days.latest <= spans[first].last:
            held[first].append(deed)
    periods = tuple(_period(view, span, appeared[first], held[first]) for first, span in spans.items())
    return Series(
        actor=actor,
        recipient=recipient,
        by=length,
        scale=SCALE,
        periods=periods,
        changes=tuple(_changes(periods)),
        assessments=_called(view),
        unplaced=len(done) - sum(period.events for period in periods),
    )


def _by(name: str) -> By:
    known: tuple[By, ...] = get_args(By)
    for by in known:
        if by == name:
            return by
    raise ChoiceError(f"no period '{name}'; there are {', '.join(known)}")


def _period(view: View, span: _Span, appeared: int, done: Sequence[Deed]) -> Period:
    tells = [view.documents[f.evidence[0].doc] for deed in done for f in deed.entry.findings]
    by_quad = Counter(deed.entry.best.quad for deed in done)
    weights = [(deed.likelihood, deed.entry.best.intensity) for deed in done]
    return Period(
        **span._asdict(),
        documents=appeared,
        events=len(done),
        reviewed=sum(deed.reviewed for deed in done),
        reported=sum(deed.reported for deed in done),
        sources=len({document.publisher or document.id for document in tells}),
        quads=(by_quad[1], by_quad[2], by_quad[3], by_quad[4]),
        cooperation=estimate(weight for weight in weights if weight[1] > 0),
        conflict=estimate(weight for weight in weights if weight[1] < 0),
        net=estimate(weights),
        entries=tuple(deed.entry.id for deed in done),
    )


def _spans(view: View, published: Sequence[Interval], by: By) -> dict[date, _Span]:
    """Each period by its first day, from `since`, or the first document's, to `until`, or the last document's."""
    opened = min(days.earliest for days in published)
    earliest = When.from_iso(view.since).interval.earliest if view.since else _first_of(opened, by)
    known = When.from_iso(last_day(view) or opened.isoformat()).interval.latest
    latest = min(When.from_iso(view.until).interval.latest, known) if view.until else known
    first, spans = _first_of(earliest, by), {}
    while first <= latest:
        following = _next(first, by)
        last = following - timedelta(days=1)
        spans[first] = _Span(first, last, whole=earliest <= first and last <= latest)
        first = following
        if len(spans) > MOST_PERIODS:
            raise ChoiceError(f"more than {MOST_PERIODS} periods of a {by}; give --since, or take weeks or months")
    return spans


def _first_of(day: date, by: By) -> date:
    """The first day of the period that holds the day; a week begins on Monday."""
    match by:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)


def _next(first: date, by: By) -> date:
    """The first day of the period that follows the one that begins on this day."""
    match by:
        case "day":
            return first + timedelta(days=1)
        case "week":
            return first + timedelta(days=7)
        case "month":
            return (first + timedelta(days=31)).replace(day=1)


def _changes(periods: Sequence[Period]) -> Iterator[Change]:
    """Changes among the periods in which anybody looked, and to their end."""
    periods = [period for period in periods if period.is_observed]
    for side in get_args(Side):
        counts = [period.count(side) for period in periods]
        places = (0, *changes(counts), len(counts))
        for start, place, end in zip(places, places[1:], places[2:], strict=False):
            before, after = sum(counts[start:place]) / (place - start), sum(counts[place:end]) / (end - place)
            yield Change(periods[place].first, side, before, after)


def _called(view: View) -> tuple[Called, ...]:
    """Assessments on the day they speak of, else that of their first report."""
    dated = ((entry, entry.best.when or published_of(view, entry)) for entry in view.assessments)
    found = (Called(When.from_iso(day).interval.earliest, e.best.state or "", e) for e, day in dated if day)
    return tuple(sorted(found, key=lambda called: (called.day, called.state, called.entry.id)))
