"""Addresses of pages: every link is made here, and carries along as of when the record is asked."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from detente.model.span import Span
from detente.web.asked import Asked

_PAGES = {
    "engagements": "engagement",
    "commitments": "commitment",
    "discrepancies": "discrepancy",
}
"""Layers whose entries have a page of their own kind; the others share one."""


@dataclass(frozen=True)
class Ways:
    """Ways from a page on some states to the others."""

    states: tuple[str, ...]
    asked: Asked

    @property
    def pair(self) -> str:
        """The two states as they stand in an address."""
        return "-".join(self.states)

    def relationship(self, **changes: str | None) -> str:
        """The page of the two states with all filters, some of them changed."""
        return f"/relationship/{self.pair}{self.asked.but(**changes).query}"

    def entry(self, layer: str, id_: str) -> str:
        """The page of one entry."""
        return self._on(_PAGES.get(layer, "entry"), id_)

    def compare(self, id_: str) -> str:
        """The accounts of one engagement side by side."""
        return self._on("compare", id_)

    def channel(self, kind: str) -> str:
        """The page of a line of contact."""
        return self._on("channel", kind)

    def issue(self, name: str) -> str:
        """The page of an issue."""
        return self._on("issue", name)

    def person(self, name: str) -> str:
        """The page of a person."""
        return self._on("person", name)

    def _on(self, page: str, name: str) -> str:
        return f"/relationship/{self.pair}/{page}/{quote(name, safe='')}{self.asked.moment.query}"


def to_words(span: Span) -> str:
    """The lasting address of words in their document."""
    return f"/document/{span.doc}?at={span.start}-{span.end}#at"


def to_document(id_: str) -> str:
    """The page of a document."""
    return f"/document/{id_}"


def to_citation(id_: str, at: str = "") -> str:
    """How to cite a document, or words of it: from-to, in code points."""
    return f"/document/{id_}/cite{f'?at={at}' if at else ''}"


def to_job(id_: str) -> str:
    """How far a reading has come."""
    return f"/add/{id_}"


def to_relationship(states: tuple[str, ...]) -> str:
    """The page of two states."""
    return f"/relationship/{'-'.join(states)}"


def to_source(publisher: str | None) -> str:
    """The page of a publisher; None is that of documents of no known one."""
    return f"/source?{urlencode({'name': publisher or ''})}"


def to_search(**asked: str) -> str:
    """The page of a search."""
    return f"/search?{urlencode(asked)}"
