"""Two sides' accounts of one contact, side by side by issue, with the words that differ marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from detente.analysis.alignment import Row
from detente.analysis.compare import Comparison
from detente.analysis.telling import Item
from detente.export.wording import Wording
from detente.model.document import Document
from detente.model.span import Span
from detente.text.changes import Pieces, differing_words
from detente.web.between import DealingsOf, Sides
from detente.web.claims import Claim, Claims, Quote
from detente.web.pages.entry import EntryId
from detente.web.parts.disagreements import Disagreement, between
from detente.web.ways import Ways, to_document

LABELS = {
    "both": "told by both",
    "contradicted": "contradicted",
    "attributed": "attributed to the other side",
    "only": "told by one alone",
}


@dataclass(frozen=True)
class Piece:
    """A stretch of words, and whether the other account has none like it."""

    text: str
    differs: bool


@dataclass(frozen=True)
class Telling:
    """What one account tells: its words, who says it there where that is not the account's own side."""

    pieces: tuple[Piece, ...]
    holders: str | None
    passed_on: bool
    quote: Quote


@dataclass(frozen=True)
class Pairing:
    """A row: what both tell, or one alone."""

    label: str
    label_words: str
    first: Telling | None
    second: Telling | None


@dataclass(frozen=True)
class OnIssue:
    """The rows of one issue; `weights` tell how much each account makes of it."""

    issue: str
    label: str
    weights: tuple[str, str]
    rows: tuple[Pairing, ...]


@dataclass(frozen=True)
class Source:
    """A document that is one side's account."""

    title: str
    publisher: str
    path: str


@dataclass(frozen=True)
class Manner:
    """How one account tells of it: its sources, its words of tone, and what it says was agreed."""

    name: str
    sources: tuple[Source, ...]
    tone: tuple[Quote, ...]
    agreed: tuple[Quote, ...]


@dataclass(frozen=True)
class Called:
    """What the two accounts call the same thing."""

    thing: str
    first: str
    second: str


@dataclass(frozen=True)
class ComparePage:
    """Two accounts of a contact; `counts` tell how many rows there are of each kind."""

    title: str
    sides: Sides
    contact: Claim
    counts: tuple[tuple[str, int], ...]
    manners: tuple[Manner, Manner]
    issues: tuple[OnIssue, ...]
    names: tuple[Called, ...]
    disputes: tuple[Disagreement, ...]


def compare(dealings: DealingsOf, entry_id: EntryId) -> ComparePage:
    """Lay the accounts side by side; ChoiceError for an id of no engagement."""
    asked = dealings.asked
    key = f"compare {entry_id}"
    record = dealings.shelf.record
    found = dealings.kept(
        key, lambda: record.contacts(*dealings.pair, as_of=asked.as_of, known_at=asked.known_at).compare(entry_id)
    )
    documents = {d.id: d for docs in found.documents.values() for d in docs} | dict(found.reporting)
    claims = Claims(documents, dealings.shelf.wording(dealings.pair), Ways(dealings.pair, asked))
    first, second = found.sides
    return ComparePage(
        title=f"Accounts of: {claims.says(found.contact.best)}",
        sides=dealings.sides,
        contact=claims.of(found.contact, quotes=1),
        counts=tuple((LABELS[label], n) for label in LABELS if (n := sum(r.label == label for r in found.rows))),
        manners=(_manner(found, first, claims), _manner(found, second, claims)),
        issues=tuple(_issues(found, claims)),
        names=tuple(
            Called(thing, ", ".join(names[first]), ", ".join(names[second])) for thing, names in found.names.items()
        ),
        disputes=tuple(between(d, claims) for d in found.disputes),
    )


def _manner(found: Comparison, side: str, claims: Claims) -> Manner:
    documents = found.documents[side]
    spans: Iterable[Span] = {tone.words.text.lower(): tone.words for tone in found.tone[side]}.values()
    return Manner(
        name=claims.wording.state(side),
        sources=tuple(_source(document) for document in documents),
        tone=claims.quotes(spans),
        agreed=claims.quotes(item.words[0] for item in found.agreed[side]),
    )


def _source(document: Document) -> Source:
    publisher = document.publisher or "publisher not stated"
    return Source(document.title or document.name, publisher, to_document(document.id))


def _issues(found: Comparison, claims: Claims) -> Iterator[OnIssue]:
    ordered = sorted(found.rows, key=lambda row: (_place(found, row), row.issue))
    for issue, rows in groupby(ordered, key=lambda row: row.issue):
        first, second = (_weight(found, side, issue) for side in found.sides)
        pairings = tuple(_pairing(row, claims) for row in rows)
        yield OnIssue(issue, claims.wording.issue(issue), (first, second), pairings)


def _place(found: Comparison, row: Row) -> int:
    places = [found.weights[side][row.issue].place for side in found.sides if row.issue in found.weights[side]]
    return min(places, default=len(found.rows))


def _weight(found: Comparison, side: str, issue: str) -> str:
    weight = found.weights[side].get(issue)
    return f"{weight.words} words, place {weight.place}" if weight else "not told of"


def _pairing(row: Row, claims: Claims) -> Pairing:
    """Both sides' words with what only one has, or one side's as they are."""
    a, b = row.first, row.second
    ours, theirs = differing_words(a.text, b.text) if a and b else (None, None)
    first = _telling(a, ours, claims) if a else None
    second = _telling(b, theirs, claims) if b else None
    return Pairing(row.label, LABELS[row.label], first, second)


def _telling(item: Item, told: Pieces | None, claims: Claims) -> Telling:
    pieces = tuple(Piece(text, differs) for text, differs in told or ((item.text, False),))
    return Telling(pieces, _holders(item, claims.wording), item.rendered, claims.quote(item.words[0]))


def _holders(item: Item, wording: Wording) -> str | None:
    return None if item.holders in {(), (item.teller,)} else wording.states(item.holders)
