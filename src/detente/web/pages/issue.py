"""An issue: how each side worded its position over time, with what changed, and what was said on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Path

from detente.analysis.entries import published_of
from detente.analysis.narrowing import Narrowing, narrowed
from detente.errors import ChoiceError
from detente.export.wording import shortened
from detente.model.findings import Position
from detente.model.view import View
from detente.ontology.issues import ISSUES
from detente.text.changes import Pieces, differing_words
from detente.web.between import DealingsOf, Sides
from detente.web.claims import Claim, Claims, Quote

IssueName = Annotated[str, Path(description="the name of an issue, such as taiwan")]
_SHOWN = 20


@dataclass(frozen=True)
class Piece:
    """A stretch of words, and whether the wording before had none like it."""

    text: str
    new: bool


@dataclass(frozen=True)
class Worded:
    """One wording on its day: `pieces` are its words with what is new; the first of a side has nothing before it."""

    day: str
    pieces: tuple[Piece, ...]
    quote: Quote
    is_first: bool


@dataclass(frozen=True)
class Held:
    """One side's wordings in order of time."""

    state: str
    name: str
    wordings: tuple[Worded, ...]
    statements: tuple[Claim, ...]
    said: int


@dataclass(frozen=True)
class IssuePage:
    """An issue with both sides' wordings, and the latest of other entries that touch it; `touched` counts these."""

    title: str
    name: str
    sides: Sides
    held: tuple[Held, Held]
    touching: tuple[Claim, ...]
    touched: int
    relationship: str


def issue(dealings: DealingsOf, name: IssueName) -> IssuePage:
    """What the two hold and said on an issue; ChoiceError for a name of none."""
    if name not in ISSUES:
        raise ChoiceError(f"no issue '{name}'; there are {', '.join(ISSUES)}")
    view = narrowed(dealings.held.view, Narrowing(issue=name))
    said = narrowed(dealings.said, Narrowing(issue=name))
    claims = dealings.claims
    others = [*view.engagements, *view.commitments, *view.incidents, *view.discrepancies]
    others.sort(key=lambda e: published_of(view, e) or "", reverse=True)
    first, second = (_held(state, view, said, claims, dealings.claims_of(said)) for state in dealings.pair)
    return IssuePage(
        title=claims.wording.issue(name),
        name=name,
        sides=dealings.sides,
        held=(first, second),
        touching=tuple(claims.of(e, quotes=1) for e in others[:_SHOWN]),
        touched=len(others),
        relationship=claims.ways.relationship(issue=name),
    )


def _held(state: str, view: View, said: View, claims: Claims, speakers: Claims) -> Held:
    findings = [f for entry in view.positions if entry.best.state == state for f in entry.findings]
    findings.sort(key=lambda f: (view.documents[f.evidence[0].doc].published or "9999", f.evidence[0]))
    spoken = [entry for entry in said.statements if entry.best.state == state]
    spoken.sort(key=lambda e: e.best.said_on or published_of(said, e) or "", reverse=True)
    return Held(
        state=state,
        name=claims.wording.state(state),
        wordings=tuple(_worded(findings, view, claims)),
        statements=tuple(speakers.of(entry, quotes=1) for entry in spoken[:_SHOWN]),
        said=len(spoken),
    )


def _worded(findings: list[Position], view: View, claims: Claims) -> Iterator[Worded]:
    """Each wording with what is new in it; the same words told again stand once."""
    before: str | None = None
    for finding in findings:
        words = shortened(" … ".join(span.text for span in finding.evidence))
        if words == before:
            continue
        pieces: Pieces = ((words, False),) if before is None else differing_words(before, words)[1]
        yield Worded(
            day=claims.wording.date(view.documents[finding.evidence[0].doc].published),
            pieces=tuple(Piece(text, new) for text, new in pieces),
            quote=claims.quote(finding.evidence[0]),
            is_first=before is None,
        )
        before = words
