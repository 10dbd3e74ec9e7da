"""One entry: its facts, its reports with why they were joined, what it led to, where accounts of it differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Path

from detente.analysis.compare import accounts_of
from detente.errors import ChoiceError
from detente.model.findings import Discrepancy, Engagement, Finding
from detente.model.view import Entry, View
from detente.text.context import paragraph_around
from detente.web.between import Dealings, DealingsOf, Sides
from detente.web.claims import Claims, Quote
from detente.web.parts.told import Told, Way, told, way_to

EntryId = Annotated[str, Path(description="the id of an entry or of any report of it, or its beginning")]


@dataclass(frozen=True)
class EntryPage:
    """An entry of a layer that has no page of its own kind."""

    title: str
    sides: Sides
    told: Told


@dataclass(frozen=True)
class EngagementPage:
    """A contact: `accounts` names the states whose own accounts tell of it, `compare` lays both side by side."""

    title: str
    sides: Sides
    told: Told
    people: tuple[Way, ...]
    part_of: tuple[Way, ...]
    parts: tuple[Way, ...]
    accounts: tuple[str, ...]
    compare: str | None


@dataclass(frozen=True)
class Passage:
    """One of two accounts, in its paragraph."""

    before: str
    words: str
    after: str
    quote: Quote


@dataclass(frozen=True)
class DiscrepancyPage:
    """What a document tells in two ways, both in their paragraphs; neither is preferred."""

    title: str
    sides: Sides
    kind: str
    about: str
    size: str | None
    first: Passage
    second: Passage
    told: Told


def entry(dealings: DealingsOf, entry_id: EntryId) -> EntryPage:
    """Find it among all layers, statements and events last."""
    view, found = find(dealings, entry_id)
    claims = dealings.claims_of(view)
    return EntryPage(claims.says(found.best), dealings.sides, told(view, found, claims, dealings.disputes))


def engagement(dealings: DealingsOf, entry_id: EntryId) -> EngagementPage:
    """A contact of the two."""
    view, found = find(dealings, entry_id)
    claims = dealings.claims_of(view)
    contact = cast(Entry[Engagement], of_layer(found, Engagement, entry_id))
    ids = {f.id for f in contact.findings}
    wholes = {f.part_of for f in contact.findings if f.part_of}
    others = [other for other in view.engagements if other.id != contact.id]
    accounts = accounts_of(view, contact)
    known = {party.name for party in view.people if party.kind == "person"}
    return EngagementPage(
        title=claims.says(contact.best),
        sides=dealings.sides,
        told=told(view, contact, claims, dealings.disputes),
        people=tuple(Way(name, claims.ways.person(name)) for name in contact.best.participants if name in known),
        part_of=_ways(claims, [other for other in others if wholes & {f.id for f in other.findings}]),
        parts=_ways(claims, [other for other in others if ids & {f.part_of for f in other.findings if f.part_of}]),
        accounts=tuple(claims.wording.state(state) for state in accounts),
        compare=claims.ways.compare(contact.id) if len(accounts) == 2 else None,
    )


def discrepancy(dealings: DealingsOf, entry_id: EntryId) -> DiscrepancyPage:
    """What one document tells in two ways."""
    view, found = find(dealings, entry_id)
    claims = dealings.claims_of(view)
    best = cast(Entry[Discrepancy], of_layer(found, Discrepancy, entry_id)).best
    text = view.documents[best.evidence[0].doc].text

    def passage(start: int, end: int, quote: Quote) -> Passage:
        before, after = paragraph_around(text, start, end)
        return Passage(before, text[start:end], after, quote)

    return DiscrepancyPage(
        title=claims.says(best),
        sides=dealings.sides,
        kind=best.kind,
        about=claims.wording.issue(best.about),
        size=best.size,
        first=passage(best.a.start, best.a.end, claims.quote(best.a)),
        second=passage(best.b.start, best.b.end, claims.quote(best.b)),
        told=told(view, found, claims, dealings.disputes),
    )


def find(dealings: Dealings, id_: str) -> tuple[View, Entry[Finding]]:
    """An entry with the view that holds it; ChoiceError for an id of none."""
    held = dealings.held
    try:
        return held.view, held.entry(id_)
    except ChoiceError:
        for layer in ("statements", "events"):
            other = dealings.shelf.relationship(dealings.pair, dealings.asked, (layer,))
            if any(f.id.startswith(id_) for e in other.layer(layer) for f in e.findings):
                return other.view, other.entry(id_)
        raise


def of_layer(found: Entry[Finding], kind: type[Finding], id_: str) -> Entry[Finding]:
    """The entry, where it is of the kind that the page shows; ChoiceError else."""
    if not isinstance(found.best, kind):
        raise ChoiceError(f"'{id_}' is no entry of {kind.layer}; it is one of {found.best.layer}")
    return found


def _ways(claims: Claims, entries: list[Entry[Engagement]]) -> tuple[Way, ...]:
    return tuple(way_to(other, claims) for other in entries)
