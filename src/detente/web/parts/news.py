"""What is new since a day: what documents of that day or later tell for the first time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from detente.analysis.entries import last_day, published_of
from detente.export.wording import spelled
from detente.model.days import valid_days
from detente.model.findings import Finding
from detente.model.view import Entry, View
from detente.model.when import When
from detente.web.claims import Claim, Claims

_SHOWN = 5
_DAYS = 30
_A_YEAR = 366
_LABELS = {
    "engagements": "Contacts",
    "channels": "Lines of contact",
    "commitments": "Promises",
    "incidents": "Incidents",
    "discrepancies": "Disagreements",
    "positions": "Positions on an issue not told of before",
    "assessments": "How they call the state of things",
}


@dataclass(frozen=True)
class NewsOf:
    """What is new of one kind: the latest, and how many in all."""

    layer: str
    label: str
    claims: tuple[Claim, ...]
    total: int


@dataclass(frozen=True)
class News:
    """What is new since a day (ISO), in how many documents.

    `again` counts entries told of before and told again, `past` those told for the first time that are history.
    """

    since: str
    day: str
    documents: int
    kinds: tuple[NewsOf, ...]
    again: int
    past: int


def news(view: View, claims: Claims, since: str | None) -> News | None:
    """News since a day, or of the last thirty days that the view knows; None for a view without dated documents."""
    today = last_day(view)
    if today is None:
        return None
    first = since or (When.from_iso(today).interval.latest - timedelta(days=_DAYS)).isoformat()
    day = When.from_iso(first).interval.earliest
    kinds = []
    again = past = 0
    for layer, label in _LABELS.items():
        told = list(_told_since(view, getattr(view, layer), day))
        fresh = [entry for entry in told if _is_new(view, entry, day)]
        recent = [entry for entry in fresh if not _is_past(entry, day)]
        again, past = again + len(told) - len(fresh), past + len(fresh) - len(recent)
        if recent:
            latest = sorted(recent, key=lambda e: published_of(view, e) or "", reverse=True)
            kinds.append(NewsOf(layer, label, tuple(claims.of(e, quotes=1) for e in latest[:_SHOWN]), len(recent)))
    documents = sum(_is_since(d.published, day) for d in view.documents.values())
    return News(first, spelled(first), documents, tuple(kinds), again, past)


def _told_since(view: View, entries: tuple[Entry[Finding], ...], first: date) -> Iterator[Entry[Finding]]:
    for entry in entries:
        if any(_is_since(view.documents[f.evidence[0].doc].published, first) for f in entry.findings):
            yield entry


def _is_new(view: View, entry: Entry[Finding], first: date) -> bool:
    return all(_is_since(view.documents[f.evidence[0].doc].published, first) for f in entry.findings)


def _is_past(entry: Entry[Finding], first: date) -> bool:
    """Whether it was over more than a year before: a first mention of 1945 is no news."""
    days = valid_days(entry.best)
    return days is not None and days.latest < first - timedelta(days=_A_YEAR)


def _is_since(published: str | None, first: date) -> bool:
    return published is not None and When.from_iso(published).interval.latest >= first
