"""Sheets of texts: a document, how to cite it, what a search found."""

from __future__ import annotations

from collections.abc import Iterator

from detente.export.page import Line, Passage, Run, Section
from detente.export.wording import kind_name
from detente.web.pages.cite import CitePage
from detente.web.pages.document import DocumentPage
from detente.web.pages.search import Piece, SearchPage
from detente.web.parts.cards import Card
from detente.web.sheets.making import Making, facts, lines, section, table


def document(page: DocumentPage, making: Making) -> Iterator[Section]:
    """The text, what was read in it, what could not be."""
    told = (
        ("Publisher", page.publisher or "publisher not stated"),
        ("Published", page.day),
        ("Official account of", page.official),
        ("Where it appeared", page.url),
        ("Document", page.id),
    )
    yield section("document", "The document", *facts(*told))
    text = tuple("".join(stretch.text for stretch in paragraph) for paragraph in page.paragraphs)
    yield section("text", "The text", Passage(text))
    claims = [(card.claim, _standing(card)) for card in page.cards]
    rows = [(kind_name(c.layer), c.says, c.when, stands, making.quotes(c.quotes)) for c, stands in claims]
    yield section(
        "findings",
        "What was read in it",
        *table(("Layer", "What it says", "When", "Standing", "In its words"), rows),
        empty="Nothing was read in this text.",
    )
    if page.problems:
        problems = [Line((Run(p.message + (f": {p.words}" if p.words else "")),)) for p in page.problems]
        yield section("problems", "What could not be read", *lines(problems))


def cite(page: CitePage, making: Making) -> Iterator[Section]:
    """The lasting link, and each style."""
    yield section("link", "Lasting link", *facts(("Link", page.link), ("Words", making.quote(page.quote))))
    for number, citation in enumerate(page.citations):
        yield section(f"style{number}", citation.name, Passage((citation.text,)))


def search(page: SearchPage, making: Making) -> Iterator[Section]:
    """The hits that the page shows."""
    found = f"{page.shown} of {page.total}"
    rows = [
        (hit.label, hit.quote.publisher, hit.quote.day, hit.title, making.quote(hit.quote, _whole(hit.pieces)))
        for hit in page.hits
    ]
    columns = ("Kind", "Publisher", "Published", "Title", "Sentence")
    yield section("hits", f"Hits, {found}", *table(columns, rows), empty="Nothing was found.")


def _standing(card: Card) -> str:
    """How a finding stands: what nobody decided on with how sure the program is, a rejected one with why."""
    standing = card.standing
    if standing.told is None:
        return f"{standing.status}, {card.claim.confidence:.0%} sure"
    return f"{standing.status} by {standing.told.by}" + (f": {standing.told.reason}" if standing.told.reason else "")


def _whole(pieces: tuple[Piece, ...]) -> str:
    return " ".join("".join(piece.text for piece in pieces).split())
