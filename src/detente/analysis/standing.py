"""How things stand: channels with their history, what each side holds, and how it calls the relationship."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from detente.analysis.entries import published_of
from detente.model.findings import Assessment, ChannelReport, Finding, Position, Statement
from detente.model.span import Span
from detente.model.view import Entry, View

F = TypeVar("F", bound=Finding)


class Stance(NamedTuple):
    """What the sides hold on one issue, by state; the view's own states always have a place."""

    issue: str
    by_state: Mapping[str, tuple[Entry[Position], ...]]


class ChannelLine(NamedTuple):
    """A line of contact: its entries, the latest first, and the reports of an earlier status, the latest first."""

    entries: tuple[Entry[ChannelReport], ...]
    earlier: tuple[ChannelReport, ...]


def channels(view: View) -> tuple[ChannelLine, ...]:
    """Every line of contact of the view: states and kind make a line."""
    lines: dict[tuple[str, tuple[str, ...]], list[Entry[ChannelReport]]] = {}
    for entry in view.channels:
        lines.setdefault((entry.best.kind, tuple(sorted(entry.best.states))), []).append(entry)
    return tuple(_line(view, lines[key]) for key in sorted(lines))


def _line(view: View, entries: list[Entry[ChannelReport]]) -> ChannelLine:
    latest = sorted(entries, key=lambda e: e.best.since or published_of(view, e) or "", reverse=True)
    told = [f for e in latest for f in reversed(e.findings) if f.status != e.best.status]
    changes = [f for i, f in enumerate(told) if i == 0 or f.status != told[i - 1].status]
    return ChannelLine(tuple(latest), tuple(changes))


def positions(view: View) -> tuple[Stance, ...]:
    """One stance per issue, the issue on which most is held first."""
    issues = dict.fromkeys(entry.best.issue for entry in view.positions)
    held = {issue: [e for e in view.positions if e.best.issue == issue] for issue in issues}
    return tuple(
        Stance(issue, _by_state(view, [(e.best.state, e) for e in held[issue]]))
        for issue in sorted(held, key=lambda i: (i == "other", -len(held[i]), i))
    )


def assessments(view: View) -> Mapping[str, tuple[Entry[Assessment], ...]]:
    """How each side calls the state of things; the empty state holds writers and people of no known state."""
    return _by_state(view, [(e.best.state or "", e) for e in view.assessments])


def statements(view: View) -> Mapping[str, tuple[Entry[Statement], ...]]:
    """What was said for each state; the empty state holds those who speak for none."""
    return _by_state(view, [(e.best.state or "", e) for e in view.statements])


def _by_state(view: View, stated: list[tuple[str, Entry[F]]]) -> dict[str, tuple[Entry[F], ...]]:
    others = sorted({state for state, _ in stated} - {"", *view.states})
    unnamed = [""] if any(not state for state, _ in stated) else []
    return {side: tuple(e for state, e in stated if state == side) for side in (*view.states, *others, *unnamed)}


def contested(view: View) -> Mapping[str, tuple[Entry[Finding], ...]]:
    """By entry id of an engagement or incident, the discrepancies that cite the same words."""
    cited: dict[str, list[tuple[Span, Entry[Finding]]]] = defaultdict(list)
    for entry in view.discrepancies:
        for side in (span for f in entry.findings for span in (f.a, f.b)):
            cited[side.doc].append((side, entry))
    found: dict[str, tuple[Entry[Finding], ...]] = {}
    for told in (*view.engagements, *view.incidents):
        words = [span for f in told.findings for span in f.evidence]
        if about := dict.fromkeys(d for span in words for side, d in cited.get(span.doc, ()) if side.overlaps(span)):
            found[told.id] = tuple(about)
    return found
