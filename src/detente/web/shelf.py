"""Answers kept ready while the record does not change: a view of a big record takes half a second to make."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, RLock
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Request

from detente.api import Record
from detente.export.wording import Wording
from detente.model.decision import ABOUT_ONE, in_force
from detente.model.dossier import Dossier
from detente.model.findings import LAYERS
from detente.model.judging import Reviewed
from detente.ontology.issues import ISSUES
from detente.ontology.states import STATES
from detente.relationship import Relationship
from detente.settings import Settings
from detente.web.asked import Asked
from detente.web.claims import Claims
from detente.web.ways import Ways

T = TypeVar("T")

MOST_LAYERS = tuple(layer for layer in LAYERS if layer not in {"statements", "events"})
"""What most pages show; a record holds more statements and events than all else together."""
_KEPT = 24
_PAGES = 96
"""Whole pages, small beside the views that they are made of."""


@dataclass(frozen=True)
class Waiting:
    """A finding in the queue: its document, and the entry that it is one of so many reports of."""

    id: str
    doc: str
    entry: str
    reports: int


class _Answer:
    """One answer: whoever asks for it while it is made waits for it, and for nothing else."""

    def __init__(self) -> None:
        self._making = RLock()
        self._made: list[Any] = []

    def given(self, make: Callable[[], T]) -> T:
        """The answer, made where it is not yet."""
        with self._making:
            if not self._made:
                self._made.append(make())
            return cast(T, self._made[0])


class _Kept:
    """The last answers, right while a mark stays as it was."""

    def __init__(self, most: int = _KEPT) -> None:
        self._most = most
        self._mark = ""
        self._answers: OrderedDict[object, _Answer] = OrderedDict()
        self._looking = Lock()

    def answer(self, mark: str, key: object, make: Callable[[], T]) -> T:
        """The answer made for the key under this mark; else a new one."""
        with self._looking:
            if mark != self._mark:
                self._answers.clear()
                self._mark = mark
            found = self._answers.setdefault(key, _Answer())
            self._answers.move_to_end(key)
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return found.given(make)

    def forget(self, key: object) -> None:
        """Make it anew when it is asked for next."""
        with self._looking:
            self._answers.pop(key, None)


class Shelf:
    """An open record with the last answers that it gave."""

    def __init__(self, record: Record, settings: Settings) -> None:
        self.record = record
        self.settings = settings
        self._kept = _Kept()
        self._lasting = _Kept()
        self._pages = _Kept(_PAGES)
        self._lately: OrderedDict[tuple[str, str], None] = OrderedDict()

    def kept(self, key: object, make: Callable[[], T]) -> T:
        """The answer that was made for the key before, while the record is as it was then; else a new one."""
        return self._kept.answer(self.record.store.mark(), key, make)

    def page(self, key: object, make: Callable[[], T]) -> T:
        """The same for a page with all that it shows."""
        return self._pages.answer(self.record.store.mark(), key, make)

    def lasting(self, key: object, make: Callable[[], T]) -> T:
        """The same for what decisions do not change."""
        return self._lasting.answer(self._documents_mark(), key, make)

    def waiting(self, states: tuple[str, ...], layers: tuple[str, ...]) -> tuple[Waiting, ...]:
        """What nobody decided on yet, the doubtful and important first.

        The order stays while documents do, so that a decision in a big record is not waited for: what was decided on
        since is taken out. Where a decision from before was taken back, it is made anew.
        """
        log = self.kept("decisions", self.record.store.decisions)
        key = ("queue", states, layers)
        mark = self._documents_mark()
        found, seen = self._lasting.answer(mark, key, lambda: self._queue(states, layers))
        if any(d.undoes and d.undoes <= seen for d in log[seen:]):
            self._lasting.forget(key)
            found, seen = self._lasting.answer(mark, key, lambda: self._queue(states, layers))
        decided = {d.subject for d in in_force(log[seen:]) if d.kind in ABOUT_ONE}
        return tuple(waiting for waiting in found if waiting.id not in decided)

    def _documents_mark(self) -> str:
        """The mark of the record without the number of its last decision."""
        return self.record.store.mark().rpartition(" ")[0]

    def _queue(self, states: tuple[str, ...], layers: tuple[str, ...]) -> tuple[tuple[Waiting, ...], int]:
        seen = len(self.record.store.decisions())
        found = self.relationship(states, Asked(), layers).queue
        return tuple(Waiting(d.finding.id, d.finding.evidence[0].doc, d.entry.id, d.entry.reports) for d in found), seen

    def reviewed(self, doc_id: str) -> Reviewed:
        """One document with what people decided on it."""
        return self.kept(("reviewed", doc_id), lambda: self.record.store.reviewed(doc_id))

    def claims_in(self, dossier: Dossier) -> Claims:
        """What makes claims of the findings of one document."""
        doc = dossier.document
        return Claims({doc.id: doc}, self.wording(dossier.states), Ways(dossier.states[:2], Asked()))

    def relationship(self, states: tuple[str, ...], asked: Asked, layers: tuple[str, ...] = ()) -> Relationship:
        """What the record holds on some states over all time, as of the moment asked for."""
        key = ("relationship", states, asked.moment, layers)
        bounds = {"as_of": asked.as_of, "known_at": asked.known_at}
        return self.kept(key, lambda: self.record.relationship(*states, layers=layers, **bounds))

    def aside(self) -> Shelf:
        """Another shelf, whose pages come to stand on this one: what they are made of is not kept."""
        other = Shelf(self.record, self.settings)
        other._pages = self._pages
        return other

    def visited(self, pair: tuple[str, str]) -> None:
        """Note that somebody asked about two states as they stand now."""
        self._lately[pair] = None
        self._lately.move_to_end(pair)

    @property
    def lately(self) -> list[tuple[str, str]]:
        """The states last asked about, the latest first."""
        return list(reversed(self._lately))

    def wording(self, states: tuple[str, ...] = ()) -> Wording:
        """The names to show."""
        names = {code: state.name for code, state in STATES.items()} | self.settings.names
        return Wording(names | {name: issue.label for name, issue in ISSUES.items()}, states)


def _shelf_of(request: Request) -> Shelf:
    return cast(Shelf, request.app.state.shelf)


ShelfOf = Annotated[Shelf, Depends(_shelf_of)]
