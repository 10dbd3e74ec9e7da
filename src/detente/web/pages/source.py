"""Where the record has its documents from: every publisher, and the documents of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from detente.errors import ChoiceError
from detente.web.shelf import ShelfOf
from detente.web.ways import to_document, to_search, to_source

_PER_PAGE = 50
UNKNOWN = "publisher not stated"


@dataclass(frozen=True)
class Publisher:
    """A publisher with the number of its documents and their first and last day."""

    name: str
    path: str
    documents: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class SourcesPage:
    """Every publisher, those with most documents first."""

    title: str
    documents: int
    publishers: tuple[Publisher, ...]


@dataclass(frozen=True)
class Held:
    """A document of a publisher."""

    title: str
    path: str
    day: str
    published: str | None
    official: str | None
    language: str


@dataclass(frozen=True)
class SourcePage:
    """A publisher's documents, the latest first, one page of them."""

    title: str
    publisher: Publisher
    documents: tuple[Held, ...]
    earlier: str | None
    later: str | None
    search: str


def sources(shelf: ShelfOf) -> SourcesPage:
    """Every publisher of the record."""
    found = _publishers(shelf)
    return SourcesPage("Sources", sum(p.documents for p in found), found)


def source(
    shelf: ShelfOf,
    name: Annotated[str, Query(description="the publisher; empty for documents of no known one")] = "",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> SourcePage:
    """The documents of one publisher; ChoiceError for one of whom none is held."""
    path = to_source(name or None)
    publisher = next((p for p in _publishers(shelf) if p.path == path), None)
    if publisher is None:
        raise ChoiceError(f"no document of '{name or UNKNOWN}' is held; Sources lists whose there are")
    wording = shelf.wording()
    documents = shelf.record.store.documents_of(name or None, limit=_PER_PAGE, after=_PER_PAGE * (page - 1))
    held = (
        Held(
            title=d.title or d.name,
            path=to_document(d.id),
            day=wording.date(d.published),
            published=d.published,
            official=wording.states(d.account_of) if d.account_of else None,
            language=d.language,
        )
        for d in documents
    )
    return SourcePage(
        title=publisher.name,
        publisher=publisher,
        documents=tuple(held),
        earlier=f"{path}&page={page + 1}" if publisher.documents > _PER_PAGE * page else None,
        later=f"{path}&page={page - 1}" if page > 1 else None,
        search=to_search(publisher=name),
    )


def _publishers(shelf: ShelfOf) -> tuple[Publisher, ...]:
    held = shelf.kept("publishers", shelf.record.store.publishers)
    return tuple(Publisher(p.name or UNKNOWN, to_source(p.name), p.documents, p.first, p.last) for p in held)
