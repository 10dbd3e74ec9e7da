"""A small invented dispute to record, and a clock that can be set."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from detente.model.document import Document
from detente.model.dossier import Dossier, Party, Problem
from detente.model.findings import Engagement, Finding, Position, Statement
from detente.store.record import Record, open_record
from simple_rules import Alone

TEXT = "Holm met Falk in Bergen on 14 May. Norway holds that the line is settled, Holm said."


class Clock:
    """Tells the time it was set to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def record(tmp_path: Path, clock: Clock) -> Any:
    with open_record(tmp_path / "record.db", clock=clock) as opened:
        yield opened


@pytest.fixture
def viewed() -> Callable[..., Any]:
    """Ask a record about Norway and Iceland, or the states given."""

    def view(record: Record, *states: str, **asked: Any) -> Any:
        return record.view(states or ("NO", "IS"), resolve=Alone(), **asked)

    return view


@pytest.fixture
def meeting() -> Callable[..., Engagement]:
    def make(document: Document, **fields: Any) -> Engagement:
        given: dict[str, Any] = {
            "kind": "meeting",
            "participants": ("Astrid Holm", "Jon Falk"),
            "states": ("NO", "IS"),
            "date": "2024-05-14",
            "status": "held",
            "evidence": (document.span(0, 33),),
            "confidence": 0.8,
            "extractor": "engagements/1",
        }
        return Engagement(**(given | fields))

    return make


@pytest.fixture
def dossier(meeting: Callable[..., Engagement]) -> Callable[..., Dossier]:
    """A dossier with a meeting, a position and a statement; `findings` replaces them."""

    def make(
        text: str = TEXT, *, findings: tuple[Finding, ...] | None = None, states: Any = ("NO", "IS"), **fields: Any
    ) -> Dossier:
        document = Document(text, **({"name": "bergen", "published": "2024-05-15"} | fields))
        shared: dict[str, Any] = {"confidence": 0.9, "extractor": "x/1"}
        held = Position(state="NO", issue="shipping", summary="x", evidence=(document.span(35, 72),), **shared)
        said = Statement(
            speaker="Astrid Holm",
            state="NO",
            mode="indirect",
            content=(document.span(35, 72),),
            cue=document.span(79, 83),
            evidence=(document.span(35, 83),),
            **shared,
        )
        return Dossier(
            document=document,
            states=states,
            people=(Party(name="Astrid Holm", kind="person", state="NO", office="Foreign Minister"),),
            findings=(said, meeting(document), held) if findings is None else findings,
            problems=(Problem(kind="date", message="no year", doc=document.id, where=document.span(27, 33)),),
        )

    return make
