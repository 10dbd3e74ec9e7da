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

_PAIRS = 3
_SECONDS = 1.0
"""Between two looks; a record that changed between them is still being added to, and waited for."""


class Warming:
    """Makes the pages on the states last asked about ready, or of those with most documents, whenever they change."""

    def __init__(self, shelf: Shelf, *, seconds: float = _SECONDS) -> None:
        self._shelf = shelf
        self._seconds = seconds
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
            for pair in self._wanted():
                if not self._ended.is_set():
                    self._make_ready(Dealings(pair, Asked(), self._shelf))
            self._ready = mark

    def _make_ready(self, dealings: Dealings) -> None:
        """The page with all it shows, then the statements, which it shows of days and other pages of all time."""
        relationship(dealings)
        dealings.said  # noqa: B018  kept by being asked for

    def _run(self) -> None:
        while not self._ended.is_set():
            # A record that cannot be read now is told of on the page that asks for it.
            with suppress(DetenteError):
                self.look()
            self._ended.wait(self._seconds)

    def _wanted(self) -> list[tuple[str, str]]:
        lately = [(first, second) for first, second in self._shelf.lately]
        if lately:
            return lately[:_PAIRS]
        wording = self._shelf.wording()
        most = self._shelf.kept("dealings", self._shelf.record.store.dealings)[:1]
        # In the order in which the list of relationships leads to them.
        return [(a, b) for a, b in (sorted(both.states, key=wording.state) for both in most)]
