"""What every page on two states begins with: the view, the words to tell it in, the ways on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, TypeVar

from fastapi import Depends

from detente.analysis.disputes import Dispute
from detente.analysis.silence import Quiet
from detente.model.view import View
from detente.relationship import Relationship
from detente.web.asked import Asked, AskedOf, Pair
from detente.web.claims import Claims
from detente.web.shelf import MOST_LAYERS, Shelf, ShelfOf
from detente.web.ways import Ways

T = TypeVar("T")


@dataclass(frozen=True)
class Side:
    """One of the two states; `flag` is empty unless the settings give one."""

    code: str
    name: str
    flag: str


@dataclass(frozen=True)
class Sides:
    """The two states, and the way to their page."""

    first: Side
    second: Side
    path: str


@dataclass(frozen=True)
class Dealings:
    """Two states in a record, as of the moment asked for; statements and events are held in views of their own.

    Each is asked for once, so that one page tells one state of the record.
    """

    pair: tuple[str, str]
    asked: Asked
    shelf: Shelf

    @cached_property
    def held(self) -> Relationship:
        """All that is held on them but statements and events."""
        return self.shelf.relationship(self.pair, self.asked, MOST_LAYERS)

    @cached_property
    def said(self) -> View:
        """The statements."""
        return self.shelf.relationship(self.pair, self.asked, ("statements",)).view

    @cached_property
    def claims(self) -> Claims:
        """What makes claims of entries of all but statements."""
        return self.claims_of(self.held.view)

    def claims_of(self, view: View) -> Claims:
        """What makes claims of the entries of a view."""
        return Claims(view.documents, self.shelf.wording(self.pair), Ways(self.pair, self.asked))

    @property
    def sides(self) -> Sides:
        """The two, to be named."""
        wording = self.shelf.wording(self.pair)
        flags = self.shelf.settings.flags
        first, second = (Side(code, wording.state(code), flags.get(code, "")) for code in self.pair)
        return Sides(first, second, Ways(self.pair, self.asked.moment).relationship())

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """What documents tell differently."""
        return self.kept("disputes", lambda: self.held.disputes)

    @property
    def quiet(self) -> tuple[Quiet, ...]:
        """Every line of contact, and for how long nobody used it."""
        return self.kept("quiet", lambda: self.held.quiet)

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What was made of the two under a name before, while the record is as it was then."""
        return self.shelf.kept((name, self.pair, self.asked.moment), make)


def _dealings(pair: Pair, asked: AskedOf, shelf: ShelfOf) -> Dealings:
    if asked.moment == Asked():
        shelf.visited(pair)
    return Dealings(pair, asked, shelf)


DealingsOf = Annotated[Dealings, Depends(_dealings)]
