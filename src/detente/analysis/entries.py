"""Which entries a view holds, when each happened, and what each rests on."""

from __future__ import annotations

from collections.abc import Iterator

from detente.errors import DateError
from detente.model.findings import (
    LAYERS,
    Assessment,
    ChannelReport,
    Commitment,
    Engagement,
    Event,
    Finding,
    Incident,
    Statement,
)
from detente.model.view import Entry, View
from detente.model.when import When


def all_entries(view: View) -> Iterator[Entry[Finding]]:
    """Entries of every layer, in the order in which a dossier prints the layers."""
    for layer in LAYERS:
        yield from getattr(view, layer)


def date_of(finding: Finding) -> str | None:
    """The ISO date that the finding itself gives, or None; for a commitment the day it is due."""
    match finding:
        case Engagement() | Incident() | Event():
            return finding.date
        case Statement():
            return finding.said_on
        case ChannelReport():
            return finding.since
        case Commitment():
            return finding.due
        case Assessment():
            return finding.when
        case _:
            return None


def published_of(view: View, entry: Entry[Finding]) -> str | None:
    """When the earliest document that reports it appeared, as an ISO date cut to what is known."""
    reporting = (view.documents.get(f.evidence[0].doc) for f in entry.findings)
    return next((d.published for d in reporting if d is not None), None)


def last_day(view: View) -> str | None:
    """The day up to which the view knows: its `as_of`, else when its latest document appeared."""
    return view.as_of or max((d.published for d in view.documents.values() if d.published), default=None)


def is_after(date: str, day: str) -> bool:
    """Whether a date of any precision may still lie after the day: "2023-06" does after 2023-06-19."""
    try:
        return When.from_iso(date).interval.latest > When.from_iso(day).interval.latest
    except DateError:
        return date > day
