"""How to cite a document, or words of it: the lasting link, and what reference managers read."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

from detente.export.citations import to_bibtex, to_chicago, to_csl
from detente.web.claims import Quote, quote_of
from detente.web.pages.document import At, DocId, asked_words
from detente.web.shelf import ShelfOf
from detente.web.ways import to_document, to_words


@dataclass(frozen=True)
class Citation:
    """A document in one style; `name` is that of the style."""

    name: str
    text: str


@dataclass(frozen=True)
class CitePage:
    """A document's citations, and the lasting link to it or to the words asked for; `path` leads there from here."""

    title: str
    path: str
    link: str
    quote: Quote | None
    citations: tuple[Citation, ...]


def cite(doc_id: DocId, shelf: ShelfOf, request: Request, at: At = None) -> CitePage:
    """Cite a document as the record holds it now; ChoiceError where it does not, or where no words stand there."""
    document = shelf.record.store.document(doc_id)
    words = asked_words(document, at)
    path = to_words(words) if words else to_document(document.id)
    return CitePage(
        title=f"Cite: {document.title or document.name}",
        path=path,
        link=str(request.base_url).rstrip("/") + path,
        quote=quote_of(words, document, shelf.wording()) if words else None,
        citations=(
            Citation("Chicago", to_chicago(document)),
            Citation("BibTeX", to_bibtex(document)),
            Citation("CSL-JSON", to_csl(document)),
        ),
    )
