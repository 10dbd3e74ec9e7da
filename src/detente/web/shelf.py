"""Answers kept ready while the record does not change: a view of a big record takes half a second to make."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import RLock
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Request

from detente.api import Record
from detente.export.wording import Wording
from detente.model.findings import LAYERS
from detente.ontology.issues import ISSUES
from detente.ontology.states import STATES
from detente.relationship import Relationship
from detente.settings import Settings
from detente.web.asked import Asked

T = TypeVar("T")

MOST_LAYERS = tuple(layer for layer in LAYERS if layer not in {"statements", "events"})
"""What most pages show; a record holds more statements and events than all else together."""
_KEPT = 24


class Shelf:
    """An open record with the last answers that it gave."""

    def __init__(self, record: Record, settings: Settings) -> None:
        self.record = record
        self.settings = settings
        self._kept: OrderedDict[object, Any] = OrderedDict()
        self._mark = ""
        self._making = RLock()
        self._lately: OrderedDict[tuple[str, ...], None] = OrderedDict()

    def kept(self, key: object, make: Callable[[], T]) -> T:
        """The answer that was made for the key before, while the record is as it was then; else a new one."""
        with self._making:
            mark = self.record.store.mark()
            if mark != self._mark:
                self._kept.clear()
                self._mark = mark
            if key not in self._kept:
                self._kept[key] = make()
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return cast(T, self._kept[key])

    def relationship(self, states: tuple[str, ...], asked: Asked, layers: tuple[str, ...] = ()) -> Relationship:
        """What the record holds on some states over all time, as of the moment asked for."""
        if asked.moment == Asked():
            self._lately[states] = None
            self._lately.move_to_end(states)
        key = ("relationship", states, asked.moment, layers)
        bounds = {"as_of": asked.as_of, "known_at": asked.known_at}
        return self.kept(key, lambda: self.record.relationship(*states, layers=layers, **bounds))

    @property
    def lately(self) -> list[tuple[str, ...]]:
        """The states last asked about as they stand now, the latest first."""
        return list(reversed(self._lately))

    def wording(self, states: tuple[str, ...] = ()) -> Wording:
        """The names to show."""
        names = {code: state.name for code, state in STATES.items()} | self.settings.names
        return Wording(names | {name: issue.label for name, issue in ISSUES.items()}, states)


def _shelf_of(request: Request) -> Shelf:
    return cast(Shelf, request.app.state.shelf)


ShelfOf = Annotated[Shelf, Depends(_shelf_of)]
