"""A line of contact: how it stands, how it came to stand so, and who used it when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Path

from detente.analysis.silence import contacts_on
from detente.errors import ChoiceError
from detente.export.wording import kind_name
from detente.model.findings import ChannelReport
from detente.model.view import View
from detente.ontology.kinds import KINDS, label_of
from detente.web.between import DealingsOf, Sides
from detente.web.claims import Claim, Claims, Quote
from detente.web.parts.board import Line, board

Kind = Annotated[str, Path(description=f"a kind of line: {', '.join(KINDS['channel_kind'])}")]


@dataclass(frozen=True)
class Told:
    """What one report tells of the line."""

    day: str
    status: str
    since: str | None
    states: str
    quote: Quote


@dataclass(frozen=True)
class ChannelPage:
    """A line: its reports and its contacts, the latest first; `line` is None where only other states' is told of."""

    title: str
    sides: Sides
    line: Line | None
    reports: tuple[Told, ...]
    contacts: tuple[Claim, ...]


def channel(dealings: DealingsOf, kind: Kind) -> ChannelPage:
    """A line between the two; ChoiceError for a kind that is none."""
    if kind not in KINDS["channel_kind"]:
        raise ChoiceError(f"no line of kind '{kind}'; there are {', '.join(KINDS['channel_kind'])}")
    view, claims = dealings.held.view, dealings.claims
    lines = tuple(line for line in dealings.quiet if line.kind == kind)
    contacts = sorted(contacts_on(view, kind), key=lambda e: e.best.date or "", reverse=True)
    shown = board(view, lines, claims)
    return ChannelPage(
        title=f"{kind_name(label_of('channel_kind', kind))}: line of contact",
        sides=dealings.sides,
        line=shown[0] if shown else None,
        reports=tuple(_told(f, view, claims) for f in _reports(view, kind)),
        contacts=tuple(claims.of(contact, quotes=1) for contact in contacts),
    )


def _reports(view: View, kind: str) -> list[ChannelReport]:
    found = [f for entry in view.channels if entry.best.kind == kind for f in entry.findings]
    return sorted(found, key=lambda f: view.documents[f.evidence[0].doc].published or "", reverse=True)


def _told(report: ChannelReport, view: View, claims: Claims) -> Told:
    since = claims.wording.date(report.since) if report.since else None
    day = claims.wording.date(view.documents[report.evidence[0].doc].published)
    states = claims.wording.states(report.states)
    return Told(day, report.status, since, states, claims.quote(report.evidence[0]))
