"""Pages made ready before they are asked for: of a big record the first page on two states takes seconds, then none.

Nothing that is made ready is shown unless the record is still as it was then: the shelf sees to that.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Event, Thread
from types import TracebackType
from typing import Self

from detente.errors import DetenteError
from detente.web.asked import Asked
from detente.web.between import Dealings
from detente.web.pages.relationship import relationship
from detente.web.shelf import Shelf

_PAIRS = 12
_WORTH = 200
"""Of two states with fewer documents a page is made soon enough when it is asked for."""
_LATELY = 3
_SECONDS = 1.0
"""Between two looks; a record that changed between them is still being added to, and waited for."""


class Warming:
    """Makes the pages on the states last asked about ready, then of those with most documents, whenever they change."""

    def __init__(self, shelf: Shelf, *, seconds: float = _SECONDS, worth: int = _WORTH) -> None:
        self._shelf = shelf
        self._seconds = seconds
        self._worth = worth
        self._seen: str | None = None
        self._ready: str | None = None
        self._ended = Event()
        self._thread = Thread(target=self._run, name="warming", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def look(self) -> None:
        """Make ready what is not, where the record has come to rest since the last look, or this is the first."""
        mark = self._shelf.record.store.mark()
        rests = self._seen in {None, mark}
        self._seen = mark
        if rests and mark != self._ready:
            most = self._with_most_documents()
            first = self._shelf.lately[:_LATELY] or [pair for pair, _ in most[:1]]
            others = [pair for pair, documents in most if documents >= self._worth]
            for pair in dict.fromkeys((*first, *others)):
                if self._ended.is_set() or self._shelf.record.store.mark() != mark:
                    return
                self._make_ready(pair, with_all=pair in first)
            self._ready = mark

    def _make_ready(self, pair: tuple[str, str], *, with_all: bool) -> None:
        """The page; of states just asked about also what its filters and other pages need, statements too."""
        dealings = Dealings(pair, Asked(), self._shelf if with_all else self._shelf.aside())
        relationship(dealings)
        if with_all:
            dealings.said  # noqa: B018  kept by being asked for

    def _run(self) -> None:
        while not self._ended.is_set():
            # A record that cannot be read now is told of on the page that asks for it.
            with suppress(DetenteError):
                self.look()
            self._ended.wait(self._seconds)

    def _with_most_documents(self) -> list[tuple[tuple[str, str], int]]:
        wording = self._shelf.wording()
        most = self._shelf.kept("dealings", self._shelf.record.store.dealings)[:_PAIRS]
        # In the order in which the list of relationships leads to them.
        ordered = (sorted(both.states, key=wording.state) for both in most)
        return [((a, b), both.documents) for (a, b), both in zip(ordered, most, strict=True)]
