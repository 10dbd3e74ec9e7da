"""What the layouts of other event data sets have in common: one row's event, who tells it, its day and its place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from detente.model.document import Document
from detente.model.findings import Event
from detente.model.view import Entry, View
from detente.ontology.cities import state_of_city
from detente.ontology.plover import is_mutual
from detente.ontology.states import STATES, state_named
from detente.text.paragraphs import split_paragraphs


class Place(NamedTuple):
    """A place as it is told, and the city and the state that it surely is, "" where it is neither."""

    told: str
    city: str
    state: str


class Side(NamedTuple):
    """Who acts or is acted on, as one name, one state and one sector; "" and None where unknown."""

    name: str
    state: str
    sector: str | None


@dataclass(frozen=True)
class EventRow:
    """An event that was done, the documents that tell it, the earliest published first, and the states asked for."""

    entry: Entry[Event]
    documents: tuple[Document, ...]
    states: frozenset[str]

    @property
    def event(self) -> Event:
        """The event as its reports tell it together."""
        return self.entry.best

    @property
    def first(self) -> Document:
        """The document that told it first."""
        return self.documents[0]

    @property
    def own_day(self) -> str:
        """The ISO day that is told, "" where none is, or only a month or a year."""
        return _day(self.event.date)

    @property
    def day(self) -> str:
        """The day that is told, that of the first report where no date is; "" for a month or a year."""
        return _day(self.event.date or self.first.published)

    @property
    def in_lead(self) -> bool:
        """Whether its first report stands in the headline or in the first paragraph of running text."""
        words = self.entry.findings[0].evidence[0]
        body = (p for p in split_paragraphs(self.first.text) if p.kind in {"body", "speaker"})
        lead = next(body, None)
        return lead is None or words.start < lead.end

    @property
    def sources(self) -> int:
        """How many publishers tell it."""
        return len({document.publisher or document.id for document in self.documents})

    @property
    def place(self) -> Place:
        """Where it was."""
        told = self.event.place or ""
        named = state_named(told)
        if named and named.via in {"name", "capital"}:
            return Place(told, told if named.via == "capital" else "", named.code)
        code = state_of_city(told) or ""
        return Place(told, told if code else "", code)

    @property
    def pairs(self) -> Iterator[tuple[Side, Side]]:
        """Who acts on whom, one state each, for layouts of one actor and one recipient.

        What both do stands in both directions, as coders of CAMEO write it. Only the pairs asked for are given: two of
        several states, or one state with anybody.
        """
        event = self.event
        actors = _sides(event.actor, event.by, event.actor_sector)
        recipients = _sides(event.recipient, event.to, event.recipient_sector)
        pairs = dict.fromkeys(product(actors, recipients))
        if is_mutual(event.type, event.mode) and event.by and event.to:
            pairs |= dict.fromkeys(product(recipients, actors))
        inside_one = len({*event.by, *event.to}) == 1
        apart = (pair for pair in pairs if inside_one or pair[0].state != pair[1].state)
        return (pair for pair in apart if self._is_asked({side.state for side in pair} - {""}))

    def _is_asked(self, pair: set[str]) -> bool:
        return len(pair & self.states) == min(2, len(self.states))

    def number(self, *pair: Side) -> str:
        """A number of at most 17 digits for the event and a pair, the same in every export of it."""
        told = " ".join((self.entry.id, *(side.state for side in pair)))
        return number_of(hashlib.sha256(told.encode()).hexdigest())


def event_rows(view: View) -> Iterator[EventRow]:
    """Every event of the view that was done, in its order; what is only planned, refused or denied is none.

    Whether it is one between the states asked for is told by its `pairs`.
    """
    for entry in view.events:
        if entry.best.status == "actual":
            told = dict.fromkeys(f.evidence[0].doc for f in entry.findings)
            yield EventRow(entry, tuple(view.documents[id_] for id_ in told), frozenset(view.states))


def number_of(id_: str) -> str:
    """A number of at most 17 digits for an id in hexadecimal, where a layout has only numbers."""
    return str(int(id_[:14], 16))


def _day(date: str | None) -> str:
    return date[: len("YYYY-MM-DD")] if date and len(date) >= len("YYYY-MM-DD") else ""


def _sides(name: str | None, states: tuple[str, ...], sector: str | None) -> list[Side]:
    """One for each state; of several nobody knows whose the name is."""
    if len(states) < 2:
        (state,) = states or ("",)
        return [Side(name or state_name(state), state, sector)]
    return [Side(state_name(state), state, sector) for state in states]


def state_name(state: str) -> str:
    """A state by its usual English name, "" for none."""
    return STATES[state].name if state in STATES else state
