"""Issues by sides: what each side said last on each issue, in its document's words."""

from __future__ import annotations

from dataclasses import dataclass

from detente import analysis
from detente.model.findings import Position
from detente.model.view import Entry, View
from detente.web.claims import Claims, Quote


@dataclass(frozen=True)
class Cell:
    """One side on one issue: its latest words, and in how many wordings it has spoken; None where it has not."""

    state: str
    name: str
    latest: Quote | None
    wordings: int


@dataclass(frozen=True)
class IssueRow:
    """One issue with a cell for each side."""

    issue: str
    label: str
    path: str
    cells: tuple[Cell, ...]


def matrix(view: View, claims: Claims) -> tuple[IssueRow, ...]:
    """Every issue on which a side of the view holds anything, that on which most is held first."""
    rows = []
    for issue, by_state in analysis.positions(view):
        cells = tuple(_cell(view, claims, state, by_state.get(state, ())) for state in view.states)
        if any(cell.latest for cell in cells):
            rows.append(IssueRow(issue, claims.wording.issue(issue), claims.ways.issue(issue), cells))
    return tuple(rows)


def _cell(view: View, claims: Claims, state: str, held: tuple[Entry[Position], ...]) -> Cell:
    findings = [finding for entry in held for finding in entry.findings]
    findings.sort(key=lambda f: view.documents[f.evidence[0].doc].published or "")
    latest = claims.quote(findings[-1].evidence[0]) if findings else None
    return Cell(state, claims.wording.state(state), latest, len(findings))
