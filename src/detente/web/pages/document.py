"""A text with what was read in it: highlights in the text, cards of findings beside it, problems, versions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from fastapi import Path, Query

from detente.errors import ChoiceError
from detente.model.document import Document
from detente.model.findings import LAYERS
from detente.model.span import Span
from detente.web.parts.cards import Card, Edit, Editing, Shown, card, editing, shown
from detente.web.shelf import ShelfOf
from detente.web.ways import to_document, to_relationship, to_source

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
DocId = Annotated[str, Path(description="the id of a document")]
At = Annotated[str | None, Query(pattern=r"^\d+-\d+$", description="words to mark: from-to, in code points")]


@dataclass(frozen=True)
class Stretch:
    """Text that the same findings cite: `findings` are the ids of their cards, `layers` those of all but rejected ones.

    `asked` tells whether the address points to it.
    """

    text: str
    start: int
    layers: tuple[str, ...]
    findings: tuple[str, ...]
    asked: bool
    begins: bool


@dataclass(frozen=True)
class Trouble:
    """What could not be read, and the words it is about."""

    message: str
    words: str | None
    path: str | None
    alternatives: tuple[str, ...]


@dataclass(frozen=True)
class Version:
    """Another text that stood at the same address."""

    published: str
    title: str
    path: str


@dataclass(frozen=True)
class Between:
    """Two states on whose dealings the document is."""

    label: str
    path: str


@dataclass(frozen=True)
class DocumentPage:
    """A document: its paragraphs as stretches, its findings in the order of the text; `counts` are by layer.

    `left` counts findings that nobody decided on yet; `editing` is the form that the address asks for.
    """

    title: str
    id: str
    name: str
    publisher: str | None
    source_path: str
    published: str | None
    day: str
    url: str | None
    official: str | None
    language: str
    between: tuple[Between, ...]
    counts: Mapping[str, int]
    paragraphs: tuple[tuple[Stretch, ...], ...]
    cards: tuple[Card, ...]
    left: int
    editing: Editing | None
    problems: tuple[Trouble, ...]
    versions: tuple[Version, ...]


def document(doc_id: DocId, shelf: ShelfOf, at: At = None, edit: Edit = None) -> DocumentPage:
    """Read the dossier of one document as the record holds it now, with what people decided on it."""
    reviewed = shelf.reviewed(doc_id)
    dossier, found = reviewed.dossier, shown(reviewed)
    doc, wording = dossier.document, shelf.wording(dossier.states)
    claims = shelf.claims_in(dossier)
    asked = asked_words(doc, at)
    counts = {layer: sum(f.layer == layer for f in reviewed.judged.findings) for layer in LAYERS}
    pairs = [(a, b) for n, a in enumerate(dossier.states) for b in dossier.states[n + 1 :]]
    held = shelf.record.versions(doc.url) if doc.url else ()
    return DocumentPage(
        title=doc.title or doc.name,
        id=doc.id,
        name=doc.name,
        publisher=doc.publisher,
        source_path=to_source(doc.publisher),
        published=doc.published,
        day=wording.date(doc.published),
        url=doc.url if (doc.url or "").startswith(("http://", "https://")) else None,
        official=wording.states(doc.account_of) if doc.account_of else None,
        language=doc.language,
        between=tuple(Between(wording.states(pair), to_relationship(pair)) for pair in pairs[:6]),
        counts=counts,
        paragraphs=tuple(_paragraphs(doc, found, asked)),
        cards=tuple(card(one, claims, reviewed.seen) for one in found),
        left=sum(one.status == "proposed" for one in found),
        editing=editing(edit, found),
        problems=tuple(_trouble(p.message, p.where, p.alternatives, doc) for p in dossier.problems),
        versions=tuple(
            Version(wording.date(v.published), v.title or v.name, to_document(v.id)) for v in held if v.id != doc.id
        ),
    )


def asked_words(doc: Document, at: str | None) -> Span | None:
    """The words that an address points to, None where it points to none; ChoiceError where there are none there."""
    if at is None:
        return None
    start, _, end = at.partition("-")
    if not 0 <= int(start) < int(end) <= len(doc.text):
        raise ChoiceError(f"no words at {at} of this text; it has {len(doc.text)} characters")
    return doc.span(int(start), int(end))


def _trouble(message: str, where: Span | None, alternatives: tuple[str, ...], doc: Document) -> Trouble:
    path = f"{to_document(doc.id)}?at={where.start}-{where.end}#at" if where else None
    return Trouble(message, where.line if where else None, path, alternatives)


def _paragraphs(doc: Document, found: tuple[Shown, ...], asked: Span | None) -> Iterator[tuple[Stretch, ...]]:
    """The text cut at blank lines, and each piece where a finding's words begin or end."""
    cited = [(span.start, span.end, one) for one in found for span in one.finding.evidence]
    edges = sorted(
        {e for start, end, _ in cited for e in (start, end)} | ({asked.start, asked.end} if asked else set())
    )
    first = 0
    for last, following in [(m.start(), m.end()) for m in _BREAK.finditer(doc.text)] + [(len(doc.text),) * 2]:
        if doc.text[first:last].strip():
            cuts = [first, *(e for e in edges if first < e < last), last]
            yield tuple(_stretch(doc, a, b, cited, asked) for a, b in pairwise(cuts))
        first = following


def _stretch(doc: Document, start: int, end: int, cited: list[tuple[int, int, Shown]], asked: Span | None) -> Stretch:
    over = [one for a, b, one in cited if a <= start and end <= b]
    within = asked is not None and asked.start <= start and end <= asked.end
    return Stretch(
        text=doc.text[start:end],
        start=start,
        layers=tuple(dict.fromkeys(one.finding.layer for one in over if one.status != "rejected")),
        findings=tuple(dict.fromkeys(one.proposal.id for one in over)),
        asked=within,
        begins=within and asked is not None and start == asked.start,
    )
