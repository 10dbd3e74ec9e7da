"""What is new since a day: what documents of that day or later tell for the first time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from detente.analysis.entries import last_day, published_of
from detente.export.wording import spelled
from detente.model.findings import Finding
from detente.model.view import Entry, View
from detente.model.when import When
from detente.web.claims import Claim, Claims

_SHOWN = 5
_DAYS = 30
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
    """What is new since a day (ISO), in how many documents; `after` counts entries told of before and told again."""

    since: str
    day: str
    documents: int
    kinds: tuple[NewsOf, ...]
    again: int


def news(view: View, claims: Claims, since: str | None) -> News | None:
    """News since a day, or of the last thirty days that the view knows; None for a view without dated documents."""
    today = last_day(view)
    if today is None:
        return None
    first = since or (When.from_iso(today).interval.latest - timedelta(days=_DAYS)).isoformat()
    day = When.from_iso(first).interval.earliest
    kinds = []
    again = 0
    for layer, label in _LABELS.items():
        told = list(_told_since(view, getattr(view, layer), day))
        fresh = [entry for entry in told if _is_new(view, entry, day)]
        again += len(told) - len(fresh)
        if fresh:
            latest = sorted(fresh, key=lambda e: published_of(view, e) or "", reverse=True)
            kinds.append(NewsOf(layer, label, tuple(claims.of(e, quotes=1) for e in latest[:_SHOWN]), len(fresh)))
    documents = sum(_is_since(d.published, day) for d in view.documents.values())
    return News(first, spelled(first), documents, tuple(kinds), again)


def _told_since(view: View, entries: tuple[Entry[Finding], ...], first: date) -> Iterator[Entry[Finding]]:
    for entry in entries:
        if any(_is_since(view.documents[f.evidence[0].doc].published, first) for f in entry.findings):
            yield entry


def _is_new(view: View, entry: Entry[Finding], first: date) -> bool:
    return all(_is_since(view.documents[f.evidence[0].doc].published, first) for f in entry.findings)


def _is_since(published: str | None, first: date) -> bool:
    return published is not None and When.from_iso(published).interval.latest >= first
