"""What the period brought, what led to what, and what is due next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from detente.analysis.entries import all_entries, date_of, is_after, last_day, published_of
from detente.model.findings import Commitment, Finding
from detente.model.view import Entry, View

_TO_COME = ("planned", "proposed")


class Happening(NamedTuple):
    """An entry on its day; `reported` when the day is that of the report, since no other is known."""

    entry: Entry[Finding]
    date: str
    reported: bool
    because_of: tuple[Entry[Finding], ...]


def timeline(view: View) -> tuple[Happening, ...]:
    """Engagements, incidents and commitments in order of time, each with the entries that led to it.

    A commitment stands on the day it was first reported. What gives no date at all is left out, and so is what
    is still to come (`ahead`).
    """
    coming = {entry.id for entry in ahead(view)}
    told = (*view.incidents, *view.engagements, *view.commitments)
    causes = entries_by_finding(view) if any(f.because_of for e in told for f in e.findings) else {}
    found = []
    for entry in told:
        if entry.id in coming and not isinstance(entry.best, Commitment):
            continue
        reported = isinstance(entry.best, Commitment)
        date = published_of(view, entry) if reported else date_of(entry.best)
        if date:
            found.append(Happening(entry, date, reported, _led_to(entry, causes)))
    return tuple(sorted(found, key=lambda h: (h.date, h.reported)))


def ahead(view: View) -> tuple[Entry[Finding], ...]:
    """Engagements planned or proposed and commitments due after the last day the view knows; undated ones last."""
    today = last_day(view)
    meetings = [e for e in view.engagements if e.best.status in _TO_COME and _to_come(e.best.date, today)]
    duties = [c for c in view.commitments if c.best.due and _to_come(c.best.due, today)]
    found: list[Entry[Finding]] = [*meetings, *duties]
    return tuple(sorted(found, key=lambda e: date_of(e.best) or "9999"))


def entries_by_finding(view: View) -> dict[str, Entry[Finding]]:
    """The entry that each finding of the view belongs to, by its id as it stands and as it was proposed."""
    found = {finding.id: entry for entry in all_entries(view) for finding in entry.findings}
    proposed = {review.proposal.id: found[id_] for id_, review in view.reviews.items() if id_ in found}
    return proposed | found


def undated(view: View) -> tuple[Entry[Finding], ...]:
    """Engagements and incidents that no document dates; they stand in no timeline."""
    coming = {entry.id for entry in ahead(view)}
    found: Iterable[Entry[Finding]] = (*view.engagements, *view.incidents)
    return tuple(e for e in found if date_of(e.best) is None and e.id not in coming)


def _to_come(date: str | None, today: str | None) -> bool:
    return date is None or today is None or is_after(date, today)


def _led_to(entry: Entry[Finding], by_finding: Mapping[str, Entry[Finding]]) -> tuple[Entry[Finding], ...]:
    named = [key for finding in entry.findings for key in finding.because_of]
    causes = [by_finding[key] for key in named if key in by_finding]
    return tuple(dict.fromkeys(c for c in causes if c.id != entry.id))
