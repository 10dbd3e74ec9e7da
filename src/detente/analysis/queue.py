"""What a person should look at first: what is doubtful and matters."""

from __future__ import annotations

from typing import NamedTuple

from detente.analysis.entries import all_entries
from detente.model.findings import Engagement, Finding, Statement
from detente.model.view import Entry, View
from detente.ontology.ranks import office_rank

_IMPORTANCE = {
    "engagements": 3.0,
    "commitments": 3.0,
    "channels": 3.0,
    "discrepancies": 2.0,
    "incidents": 2.0,
    "positions": 1.5,
    "assessments": 1.0,
    "events": 1.0,
    "statements": 1.0,
}
"""How much hangs on a finding of each layer: a contact or a promise that is not there misleads more than a remark."""
_LEADING = 2.0
"""What leaders and foreign ministers do and say counts so many times."""
_REPORTED = 0.25
"""What each further report of the same thing adds."""


class Doubtful(NamedTuple):
    """A finding that nobody decided on yet, and its entry; `weight` is doubt (0 to 1) times importance."""

    entry: Entry[Finding]
    finding: Finding
    weight: float


def queue(view: View) -> tuple[Doubtful, ...]:
    """Undecided findings, those with most weight first; findings of one entry stand together."""
    leading = {p.name for p in view.people if p.role and office_rank(p.role) <= office_rank("foreign_minister")}
    waiting = [(entry, found) for entry in all_entries(view) if (found := _undecided(view, entry))]
    ranked = [(max(_weight(entry, f, leading) for f in found), entry, found) for entry, found in waiting]
    ranked.sort(key=lambda r: (-r[0], r[1].id))
    return tuple(Doubtful(entry, f, _weight(entry, f, leading)) for _, entry, found in ranked for f in found)


def _undecided(view: View, entry: Entry[Finding]) -> list[Finding]:
    return [f for f in entry.findings if f.id not in view.reviews or view.reviews[f.id].status == "proposed"]


def _weight(entry: Entry[Finding], finding: Finding, leading: set[str]) -> float:
    named = {finding.speaker} if isinstance(finding, Statement) else set()
    named |= set(finding.participants) if isinstance(finding, Engagement) else set()
    importance = _IMPORTANCE[finding.layer] * (_LEADING if named & leading else 1.0)
    return (1 - finding.confidence) * importance * (1 + _REPORTED * (entry.reports - 1))
