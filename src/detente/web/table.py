"""Every page, in one table: its address, what it tells, the function that answers it, the template that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from detente.web.pages import document, home, relationship, search


@dataclass(frozen=True)
class Page:
    """`of` takes what the address asks and gives a `model`; the same model is the page's JSON."""

    name: str
    path: str
    tells: str
    model: type[Any]
    of: Callable[..., Any]
    template: str

    @property
    def json_path(self) -> str:
        """The address of the same as JSON."""
        return ("/index" if self.path == "/" else self.path) + ".json"


_STATES = "/relationship/{pair}"

PAGES: tuple[Page, ...] = (
    Page("home", "/", "Which states deal with each other in this record", home.Home, home.home, "home.html.j2"),
    Page(
        "relationship",
        _STATES,
        "Where two states stand, what changed, says who",
        relationship.RelationshipPage,
        relationship.relationship,
        "relationship.html.j2",
    ),
    Page(
        "document",
        "/document/{doc_id}",
        "A text with what was read in it",
        document.DocumentPage,
        document.document,
        "document.html.j2",
    ),
    Page("search", "/search", "Findings and texts by their words", search.SearchPage, search.search, "search.html.j2"),
)
