"""Findings and texts by their words, with facets to narrow by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Query

from detente.api import state_code
from detente.export.wording import Wording, kind_name
from detente.model.hits import FACETS, Hit, Hits
from detente.model.span import Span
from detente.web.asked import Date
from detente.web.claims import Quote, quote_of
from detente.web.shelf import ShelfOf

_PER_PAGE = 20
_MOST = 200
_VALUES = 12
_LABELS = {"kind": "Kind", "state": "State", "issue": "Issue", "publisher": "Publisher", "year": "Year"}


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What a search asks; the fields are those of `Wanted`."""

    q: str = ""
    state: str | None = None
    person: str | None = None
    issue: str | None = None
    kind: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    known_at: str | None = None
    most: int = _PER_PAGE

    @property
    def path(self) -> str:
        """The address of this search."""
        given = {name: value for name, value in asdict(self).items() if value and (name, value) != ("most", _PER_PAGE)}
        return f"/search?{urlencode(given)}"


def _sought(
    q: Annotated[str, Query(description="words; a phrase stands in quotation marks")] = "",
    state: Annotated[str | None, Query(description="codes of states that are all named, with commas between")] = None,
    person: str | None = None,
    issue: str | None = None,
    kind: str | None = None,
    publisher: str | None = None,
    since: Date = None,
    until: Date = None,
    as_of: Date = None,
    known_at: str | None = None,
    most: Annotated[int, Query(ge=1, le=_MOST)] = _PER_PAGE,
) -> Sought:
    return Sought(
        q=q.strip(),
        state=state or None,
        person=(person or "").strip() or None,
        issue=issue or None,
        kind=kind or None,
        publisher=publisher or None,
        since=since or None,
        until=until or None,
        as_of=as_of or None,
        known_at=known_at or None,
        most=most,
    )


SoughtOf = Annotated[Sought, Depends(_sought)]


@dataclass(frozen=True)
class Piece:
    """A part of a sentence, marked where it holds words that were looked for."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Found:
    """A sentence with all hits in it, and the same in pieces; `ids` and `kinds` tell of each hit, the best first."""

    ids: tuple[str, ...]
    kinds: tuple[str, ...]
    label: str
    title: str
    quote: Quote
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Value:
    """A value of a facet; `path` narrows to it, or widens again where it is `chosen`."""

    value: str
    label: str
    hits: int
    chosen: bool
    path: str


@dataclass(frozen=True)
class Facet:
    """A facet with its most frequent values; `more` are left out."""

    name: str
    label: str
    values: tuple[Value, ...]
    more: int


@dataclass(frozen=True)
class SearchPage:
    """The best hits by their sentences: how many are shown and there are in all, and what to narrow them by."""

    title: str
    sought: Sought
    total: int
    shown: int
    hits: tuple[Found, ...]
    facets: tuple[Facet, ...]
    further: str | None


def search(sought: SoughtOf, shelf: ShelfOf) -> SearchPage:
    """Search the record; nothing is found where no words are given."""
    wording = shelf.wording()
    states = [state_code(code) for code in (sought.state or "").split(",") if code.strip()]
    found = Hits()
    if sought.q:
        narrowing = {name: getattr(sought, name) for name in ("person", "issue", "kind", "publisher")}
        bounds = {name: getattr(sought, name) for name in ("since", "until", "as_of", "known_at")}
        found = shelf.record.search(sought.q, *states, limit=sought.most, **narrowing, **bounds)
    more = sought.most < min(found.total, _MOST)
    return SearchPage(
        title=f"“{sought.q}”" if sought.q else "Search",
        sought=sought,
        total=found.total,
        shown=len(found.best),
        hits=tuple(_by_sentence(found.best, wording)),
        facets=tuple(_facets(found, sought, wording)) if found.total else (),
        further=replace(sought, most=min(sought.most + 2 * _PER_PAGE, _MOST)).path if more else None,
    )


def _by_sentence(hits: Iterable[Hit], wording: Wording) -> Iterator[Found]:
    """What is read in one sentence stands together, where the best of it stands."""
    told: dict[Span, list[Hit]] = {}
    for hit in hits:
        told.setdefault(hit.sentence, []).append(hit)
    for sentence, found in told.items():
        kinds = tuple(hit.kind for hit in found)
        doc = found[0].document
        yield Found(
            ids=tuple(hit.id for hit in found),
            kinds=kinds,
            label=", ".join(map(kind_of, dict.fromkeys(kinds))),
            title=doc.title or doc.name,
            quote=quote_of(sentence, doc, wording),
            pieces=tuple(_pieces(found[0])),
        )


def _pieces(hit: Hit) -> Iterator[Piece]:
    text, at = hit.document.text, hit.sentence.start
    for mark in hit.marks:
        if mark.start >= at:
            if mark.start > at:
                yield Piece(text[at : mark.start], marked=False)
            yield Piece(mark.text, marked=True)
            at = mark.end
    if at < hit.sentence.end:
        yield Piece(text[at : hit.sentence.end], marked=False)


def _facets(found: Hits, sought: Sought, wording: Wording) -> Iterator[Facet]:
    for name in FACETS:
        counts = found.facets.get(name, {})
        values = tuple(_value(name, value, n, sought, wording) for value, n in list(counts.items())[:_VALUES])
        if values:
            yield Facet(name, _LABELS[name], values, max(0, len(counts) - _VALUES))


def _value(name: str, value: str, hits: int, sought: Sought, wording: Wording) -> Value:
    label = {"kind": kind_of, "state": wording.state, "issue": wording.issue}.get(name, str)(value)
    narrow: dict[str, str | None] = {"since": value, "until": value} if name == "year" else {name: value}
    chosen = all(getattr(sought, field) == given for field, given in narrow.items())
    changed = dict.fromkeys(narrow) if chosen else narrow
    return Value(value, label, hits, chosen, replace(sought, most=_PER_PAGE, **changed).path)


def kind_of(layer: str) -> str:
    """What hits of a kind are called."""
    return {"documents": "Texts", "channels": "Lines of contact"}.get(layer, kind_name(layer))
