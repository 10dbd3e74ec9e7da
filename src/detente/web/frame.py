"""What stands around every page: the way to the others, the search box, the look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from fastapi import Request

from detente.web.visits import Visitor, token_of, visitor_of

LOOK = "look"
LOOKS = ("light", "dark")
NAVIGATION: tuple[tuple[str, str], ...] = (
    ("Relationships", "/"),
    ("Search", "/search"),
    ("Review", "/review"),
    ("Sources", "/sources"),
    ("Add", "/add"),
    ("About", "/about"),
)
"""Labels and addresses of the pages that every page leads to."""


class Named(Protocol):
    """A page as the frame sees it."""

    @property
    def forms(self) -> tuple[tuple[str, str], ...]:
        """The formats in which it is given as a file: label and ending."""


@dataclass(frozen=True)
class Frame:
    """`here` is the address of the page with its query, `as_json` that of its JSON, None where it has none.

    `forms` are labels and addresses of the page as files, `token` is what every form that does something must carry;
    `visitor` is who asks.
    """

    record: str
    here: str
    as_json: str | None
    forms: tuple[tuple[str, str], ...]
    look: str | None
    searched: str
    navigation: tuple[tuple[str, str, bool], ...]
    token: str
    visitor: Visitor


def frame_of(request: Request, page: Named | None) -> Frame:
    """The frame of the page that was asked for."""
    path, query = request.url.path, f"?{request.url.query}" if request.url.query else ""
    visitor = visitor_of(request)
    look = request.cookies.get(LOOK)
    shelf = getattr(request.app.state, "shelf", None)
    stem = "/index" if path == "/" else path
    return Frame(
        record=shelf.record.store.path.name if shelf else "",
        here=path + query,
        as_json=f"{stem}.json{query}" if page else None,
        forms=tuple((label, stem + ending + query) for label, ending in page.forms) if page else (),
        look=look if look in LOOKS else None,
        searched=request.query_params.get("q", "") if path == "/search" else "",
        navigation=tuple((label, to, to == path) for label, to in NAVIGATION) if visitor.role else (),
        token=token_of(request),
        visitor=visitor,
    )
