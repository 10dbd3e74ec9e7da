"""The course of events: what to place on the timeline, its period, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from detente import analysis
from detente.analysis.entries import published_of
from detente.export.phrases import Phrases
from detente.export.wording import spelled
from detente.model.findings import Assessment, Position, Statement
from detente.model.view import Entry, View
from detente.model.when import When
from detente.web.claims import Claim, Claims, words_of
from detente.web.svg import Happened, Lane, Timeline, draw, whole_days
from detente.web.ways import Ways, to_words

_SHAPES = {"held": "held", "planned": "planned", "proposed": "planned"}
_OFF = "off"
_LISTED = 40
_CUT = 160


@dataclass(frozen=True)
class Step:
    """A way to another period."""

    label: str
    path: str


@dataclass(frozen=True)
class Event:
    """An entry of the list on its day, that of the report where no other is known; `because_of` is what led to it."""

    claim: Claim
    when: str
    because_of: tuple[Step, ...]


@dataclass(frozen=True)
class Course:
    """The drawing, the ways to wider periods and to those beside it, and the latest events of the period.

    `total` counts all events of the period, `undated` what no document dates.
    """

    timeline: Timeline | None
    trail: tuple[Step, ...]
    earlier: Step | None
    later: Step | None
    events: tuple[Event, ...]
    total: int
    undated: int


def course(view: View, claims: Claims) -> Course:
    """The course of events of a view over the period that it is narrowed to."""
    ways = claims.ways
    period = _period(view)
    happenings = analysis.timeline(view)
    latest = sorted(happenings, key=lambda h: h.date, reverse=True)[:_LISTED]
    phrases = Phrases(claims.wording)
    return Course(
        timeline=_drawn(view, claims, period) if period else None,
        trail=tuple(_trail(ways)),
        earlier=_beside(ways, -1),
        later=_beside(ways, 1),
        events=tuple(
            Event(
                claims.of(happening.entry),
                f"{spelled(happening.date)} (reported)" if happening.reported else claims.when(happening.entry.best),
                tuple(Step(phrases.name(cause.best), claims.path(cause)) for cause in happening.because_of),
            )
            for happening in latest
        ),
        total=len(happenings),
        undated=len(analysis.undated(view)),
    )


def _drawn(view: View, claims: Claims, period: tuple[str, str]) -> Timeline:
    names = (claims.wording.state(view.states[0]), "Between them", claims.wording.state(view.states[1]))
    happened = list(_happened(view, claims))
    return draw(happened, names, period, lambda column: claims.ways.relationship(since=column, until=column))


def _period(view: View) -> tuple[str, str] | None:
    """The period asked for; where it is open, the days on which the documents appeared."""
    days = [When.from_iso(d.published).interval for d in view.documents.values() if d.published]
    if not days:
        return (view.since, view.until) if view.since and view.until else None
    first, last = min(d.earliest for d in days), max(d.latest for d in days)
    whole = whole_days(first, last)
    since, until = view.since or whole[0], view.until or whole[1]
    return (since, max(since, until)) if since[:4] <= until[:4] else (since, since)


def _happened(view: View, claims: Claims) -> Iterator[Happened]:
    """Acts and words of each side, and contacts between them."""
    for contact in view.engagements:
        if day := contact.best.date:
            shape = _SHAPES.get(contact.best.status, _OFF)
            says = f"{claims.when(contact.best)}: {claims.says(contact.best)}"
            yield Happened(day, "between", shape, says, claims.path(contact))
    for incident in view.incidents:
        if day := incident.best.date:
            says = f"{spelled(day)}: {claims.says(incident.best)}"
            yield Happened(day, _lane(view, incident.best.by), incident.best.effect, says, claims.path(incident))
    for promise in view.commitments:
        if day := published_of(view, promise):
            says = f"{spelled(day)}: {claims.says(promise.best)}"
            yield Happened(day, _lane(view, promise.best.by), "promise", says, claims.path(promise))
    spoken: tuple[Entry[Position | Assessment | Statement], ...] = (
        *view.positions,
        *view.assessments,
        *view.statements,
    )
    for entry in spoken:
        for finding in entry.findings:
            said = finding.said_on if isinstance(finding, Statement) else None
            day, words = said or view.documents[finding.evidence[0].doc].published, words_of(finding)[0]
            if day and finding.state in view.states:
                says = f"{spelled(day)}: {claims.wording.state(finding.state)}, “{words.line[:_CUT]}”"
                yield Happened(day[:10], _lane(view, (finding.state,)), "words", says, to_words(words))


def _lane(view: View, states: tuple[str, ...]) -> Lane:
    """That of the one side of which it is; what both do, or others, stands between them."""
    lanes: dict[str, Lane] = {view.states[0]: "first", view.states[1]: "second"}
    named = {lanes[state] for state in states if state in lanes}
    return named.pop() if len(named) == 1 else "between"


def _trail(ways: Ways) -> Iterator[Step]:
    """From all time to the period shown, where it is one year, one month or one day."""
    yield Step("All time", ways.relationship(since=None, until=None))
    shown = _common(ways)
    for letters in (4, 7, 10):
        if len(shown) >= letters:
            yield Step(spelled(shown[:letters]), ways.relationship(since=shown[:letters], until=shown[:letters]))


def _beside(ways: Ways, step: int) -> Step | None:
    """The period just before or after, of the same kind."""
    shown = _common(ways)
    if not shown or shown != ways.asked.since:
        return None
    days = When.from_iso(shown).interval
    near = days.latest + timedelta(days=1) if step > 0 else days.earliest - timedelta(days=1)
    iso = near.isoformat()[: len(shown)]
    return Step(spelled(iso), ways.relationship(since=iso, until=iso))


def _common(ways: Ways) -> str:
    """The year, month or day that holds the whole period asked for; empty where there is none."""
    since, until = ways.asked.since or "", ways.asked.until or ""
    wholes = (since[:letters] for letters in (10, 7, 4) if len(since) >= letters)
    return next((whole for whole in wholes if until.startswith(whole)), "")
