"""A person: offices over time, meetings, and what they said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Path

from detente.analysis.entries import published_of
from detente.analysis.narrowing import Narrowing, narrowed
from detente.errors import ChoiceError
from detente.export.wording import spelled
from detente.model.view import View
from detente.ontology.offices import OFFICES, PEOPLE, Tenure, people_named, tenures_of
from detente.web.between import DealingsOf, Sides
from detente.web.claims import Claim

Name = Annotated[str, Path(description="a name in full, such as Wang Yi")]
_SHOWN = 30


@dataclass(frozen=True)
class Office:
    """An office as a checked list has it; `unverified` where no source that was checked tells the days."""

    title: str
    state: str
    since: str
    until: str | None
    acting: bool
    unverified: bool


@dataclass(frozen=True)
class NamedAs:
    """An office that the documents give the person."""

    office: str
    state: str | None


@dataclass(frozen=True)
class PersonPage:
    """A person of the dealings of two states; lists hold the latest first, `said` and `met` count all."""

    title: str
    native: str | None
    sides: Sides
    offices: tuple[Office, ...]
    named_as: tuple[NamedAs, ...]
    meetings: tuple[Claim, ...]
    met: int
    statements: tuple[Claim, ...]
    said: int
    relationship: str


def person(dealings: DealingsOf, name: Name) -> PersonPage:
    """What the record holds of a person; ChoiceError where nothing names them."""
    view, said = narrowed(dealings.held.view, Narrowing(person=name)), dealings.said
    wording, claims = dealings.claims.wording, dealings.claims
    meetings = [e for e in view.engagements if name in e.best.participants]
    spoken = [e for e in said.statements if name in {f.speaker for f in e.findings}]
    parties = [p for held in (view, said) for p in held.people if p.name == name]
    if not (meetings or spoken or parties):
        raise ChoiceError(f"nobody called '{name}' is named in the dealings of {wording.states(dealings.pair)}")
    meetings.sort(key=lambda e: e.best.date or "", reverse=True)
    spoken.sort(key=lambda e: e.best.said_on or published_of(said, e) or "", reverse=True)
    known = _known(name, dealings.said, view)
    return PersonPage(
        title=name,
        native=PEOPLE[known].native or None if known else None,
        sides=dealings.sides,
        offices=tuple(_office(t, wording.state(OFFICES[t.office_id].state)) for t in _tenures(known)),
        named_as=tuple(
            NamedAs(office, wording.state(state) if state else None)
            for office, state in dict.fromkeys((p.office, p.state) for p in parties if p.office)
        ),
        meetings=tuple(claims.of(e, quotes=1) for e in meetings[:_SHOWN]),
        met=len(meetings),
        statements=tuple(dealings.claims_of(said).of(e, quotes=1) for e in spoken[:_SHOWN]),
        said=len(spoken),
        relationship=claims.ways.relationship(person=name),
    )


def _known(name: str, *views: View) -> str | None:
    """Who it is in the list of holders of offices: as resolved in the documents, else the only one of that name."""
    resolved = [p.person_id for view in views for p in view.people if p.name == name and p.person_id]
    if resolved:
        return resolved[0]
    listed = people_named(name)
    return listed[0].id if len(listed) == 1 else None


def _tenures(person_id: str | None) -> list[Tenure]:
    found = tenures_of(person_id) if person_id else []
    return sorted(found, key=lambda t: t.start, reverse=True)


def _office(tenure: Tenure, state: str) -> Office:
    return Office(
        title=OFFICES[tenure.office_id].title,
        state=state,
        since=spelled(tenure.start),
        until=spelled(tenure.end) if tenure.end else None,
        acting=tenure.acting,
        unverified="unverified" in tenure.source,
    )
