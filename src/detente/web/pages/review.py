"""The queue of findings that nobody decided on yet: the doubtful and important first, each in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query

from detente.errors import ChoiceError
from detente.export.phrases import Phrases
from detente.export.wording import capitalised, kind_name, shortened
from detente.model.decision import Decision, in_force
from detente.model.findings import LAYERS, Finding
from detente.model.view import Entry
from detente.relationship import layer_named
from detente.text.context import sentence_around
from detente.web.asked import Asked, Pair
from detente.web.claims import quote_of, words_of
from detente.web.parts.cards import Card, Edit, Editing, Shown, card, editing, shown
from detente.web.parts.told import Decided, decided
from detente.web.shelf import MOST_LAYERS, Shelf, ShelfOf, Waiting
from detente.web.visits import VisitorOf
from detente.web.ways import to_document, to_relationship, to_words

_SHOWN = 10
_LATELY = 3
_OTHERS = 9
"""So many other entries, the nearest in time, are offered to be the same."""


@dataclass(frozen=True)
class Sentence:
    """The words of a finding in their sentence."""

    before: str
    words: str
    after: str
    path: str


@dataclass(frozen=True)
class Other:
    """Another entry of the layer, that this one may be the same as."""

    id: str
    label: str


@dataclass(frozen=True)
class Item:
    """A finding to decide on; `following` is the address of the next one, `reports` counts those of its entry."""

    card: Card
    sentences: tuple[Sentence, ...]
    source: str
    document: str
    reports: int
    path: str
    edit: str
    join: str
    following: str
    editing: Editing | None
    others: tuple[Other, ...]


@dataclass(frozen=True)
class Lately:
    """A decision of the visitor's that can be taken back; `finding` is what it is about, in the document at `path`."""

    decided: Decided
    finding: str
    kind: str
    words: str
    path: str


@dataclass(frozen=True)
class Choice:
    """Another part of the queue."""

    label: str
    path: str
    chosen: bool


@dataclass(frozen=True)
class ReviewPage:
    """What waits on the dealings of two states: `left` in all, the first of them as items.

    Without a `layer` they are of all but statements and events, of which a record holds more than of all else.
    `seen` is the number of the last decision in the log.
    """

    title: str
    here: str
    between: str | None
    relationship: str | None
    layer: str | None
    left: int
    items: tuple[Item, ...]
    pairs: tuple[Choice, ...]
    layers: tuple[Choice, ...]
    lately: tuple[Lately, ...]
    seen: int


Layer = Annotated[str | None, Query(description="only findings of this layer")]
Same = Annotated[str | None, Query(description="the id of the card for which other entries are offered")]


def review(shelf: ShelfOf, visitor: VisitorOf, layer: Layer = None, edit: Edit = None, same: Same = None) -> ReviewPage:
    """What waits on the two states with most documents."""
    dealings = shelf.lasting("dealings", shelf.record.store.dealings)
    return _Queue(shelf, dealings[0].states if dealings else (), layer).page(visitor.name, edit, same)


def review_of(
    pair: Pair, shelf: ShelfOf, visitor: VisitorOf, layer: Layer = None, edit: Edit = None, same: Same = None
) -> ReviewPage:
    """What waits on these two states."""
    return _Queue(shelf, pair, layer).page(visitor.name, edit, same)


@dataclass(frozen=True)
class _Queue:
    shelf: Shelf
    states: tuple[str, ...]
    layer: str | None

    def page(self, by: str, edit: str | None, same: str | None) -> ReviewPage:
        layers = (layer_named(self.layer),) if self.layer else MOST_LAYERS
        waiting = self.shelf.waiting(self.states, layers) if self.states else ()
        log = self.shelf.kept("decisions", self.shelf.record.store.decisions)
        wording = self.shelf.wording(self.states)
        return ReviewPage(
            title="Review",
            here=self._at(),
            between=wording.states(self.states) if self.states else None,
            relationship=to_relationship(self.states) if self.states else None,
            layer=self.layer,
            left=len(waiting),
            items=tuple(self._items(waiting, edit, same)),
            pairs=tuple(self._pairs()),
            layers=tuple(self._layers()),
            lately=tuple(_lately(log, by)),
            seen=len(log),
        )

    def _at(self, **asked: str) -> str:
        query = {"layer": self.layer, **asked}
        given = {name: value for name, value in query.items() if value}
        path = f"/review/{'-'.join(self.states)}" if self.states else "/review"
        return path + (f"?{urlencode(given)}" if given else "")

    def _items(self, waiting: tuple[Waiting, ...], edit: str | None, same: str | None) -> Iterator[Item]:
        """The first that wait; what the address asks to edit or to join is among them wherever it stands."""
        asked = {edit, same} - {None}
        first = waiting[:_SHOWN]
        first += tuple(w for w in waiting[_SHOWN:] if w.id in asked)
        for one, after in zip_longest(first, first[1:]):
            yield from self._item(one, f"{self._at()}#f{after.id}" if after else self._at(), edit, same)

    def _item(self, waiting: Waiting, following: str, edit: str | None, same: str | None) -> Iterator[Item]:
        """The finding with its forms; nothing where it stands together with another now, or was decided on just now."""
        reviewed = self.shelf.reviewed(waiting.doc)
        one = next((s for s in shown(reviewed) if s.proposal.id == waiting.id and s.status == "proposed"), None)
        if one is None:
            return
        doc = reviewed.dossier.document
        claims = self.shelf.claims_in(reviewed.dossier)
        quote = quote_of(words_of(one.finding)[0], doc, claims.wording)
        yield Item(
            card=card(one, claims, reviewed.seen),
            sentences=tuple(_sentences(one, doc.text)),
            source=f"{quote.publisher}, {quote.day}",
            document=f"{to_document(doc.id)}#f{waiting.id}",
            reports=waiting.reports,
            path=claims.ways.entry(one.finding.layer, waiting.entry),
            edit=f"{self._at(edit=waiting.id)}#edit",
            join=f"{self._at(same=waiting.id)}#same",
            following=following,
            editing=editing(edit, (one,)) if edit == waiting.id else None,
            others=tuple(self._others(one.finding)) if same == waiting.id else (),
        )

    def _others(self, finding: Finding) -> Iterator[Other]:
        """The entries of the layer that stand nearest in time."""
        layer = finding.layer
        entries = list(self.shelf.relationship(self.states, Asked(), (layer,)).layer(layer))
        here = next((n for n, e in enumerate(entries) if finding.id in {f.id for f in e.findings}), None)
        if here is None:
            raise ChoiceError(f"finding '{finding.id}' is in no entry on these states; load the queue again")
        near = sorted((n for n in range(len(entries)) if n != here), key=lambda n: abs(n - here))[:_OTHERS]
        return (self._other(entries[n]) for n in sorted(near))

    def _other(self, entry: Entry[Finding]) -> Other:
        phrases = Phrases(self.shelf.wording(self.states))
        words = shortened(words_of(entry.best)[0].text)
        return Other(entry.id, f"{capitalised(phrases.name(entry.best))}: {words}")

    def _pairs(self) -> Iterator[Choice]:
        wording = self.shelf.wording()
        for both in self.shelf.lasting("dealings", self.shelf.record.store.dealings)[:12]:
            path = f"/review/{'-'.join(both.states)}"
            yield Choice(wording.states(both.states), path, set(both.states) == set(self.states))

    def _layers(self) -> Iterator[Choice]:
        whole = _Queue(self.shelf, self.states, None)
        yield Choice("All but statements and events", whole._at(), self.layer is None)
        for name in LAYERS:
            yield Choice(kind_name(name), whole._at(layer=name), name == self.layer)


def _sentences(one: Shown, text: str) -> Iterator[Sentence]:
    for span in words_of(one.finding)[:3]:
        start, end = sentence_around(text, span.start, span.end)
        yield Sentence(text[start : span.start], text[span.start : span.end], text[span.end : end], to_words(span))


def _lately(log: tuple[Decision, ...], by: str) -> Iterator[Lately]:
    """The latest decisions of a person that stand."""
    mine = [d for d in in_force(log) if d.by == by]
    for decision in reversed(mine[-_LATELY:]):
        about = decision.about[0]
        words = shortened(about["evidence"][0]["text"])
        path = f"{to_document(about['doc'])}#f{about['id']}"
        yield Lately(decided(decision), decision.subject, about["layer"], words, path)
