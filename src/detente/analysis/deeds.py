"""Distinct events of one state towards another: what was done, on which days, and how sure it is."""

from __future__ import annotations

from typing import NamedTuple

from detente.analysis.entries import published_of
from detente.model.findings import Event
from detente.model.view import Entry, View
from detente.model.when import Interval, When
from detente.ontology.plover import is_mutual

_DECIDED = frozenset({"accepted", "edited"})


class Deed(NamedTuple):
    """One event that was done, however often it is reported.

    `days` are those that it may have been on; `reported` when they are of the first report, since no other is known;
    `reviewed` when a person accepted or edited one of its reports.
    """

    entry: Entry[Event]
    days: Interval
    reported: bool
    reviewed: bool

    @property
    def likelihood(self) -> float:
        """How likely it was coded rightly: the highest confidence of its reports, 1 where a person has looked."""
        return 1.0 if self.reviewed else self.entry.best.confidence


def deeds(view: View, actor: str, recipient: str) -> tuple[Deed, ...]:
    """What the actor did to the recipient, in order of time; only what is actual, and what has any date.

    What two do together (talks, joint work) each does to the other.
    """
    done = [e for e in view.events if e.best.status == "actual" and _is_between(e.best, actor, recipient)]
    dated = [deed for entry in done if (deed := _deed(view, entry)) is not None]
    return tuple(sorted(dated, key=lambda deed: (deed.days.earliest, deed.days.latest, deed.entry.id)))


def _is_between(event: Event, actor: str, recipient: str) -> bool:
    towards = actor in event.by and recipient in event.to
    back = recipient in event.by and actor in event.to
    return towards or (back and is_mutual(event.type, event.mode))


def _deed(view: View, entry: Entry[Event]) -> Deed | None:
    date = entry.best.date or published_of(view, entry)
    if date is None:
        return None
    seen = any(f.id in view.reviews and view.reviews[f.id].status in _DECIDED for f in entry.findings)
    return Deed(entry, When.from_iso(date).interval, entry.best.date is None, seen)
