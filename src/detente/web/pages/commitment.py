"""A commitment and its life: steps that people decided on, dates that passed, later words that may be steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from detente.analysis.followup import Later, Step, life_of
from detente.model.findings import Commitment
from detente.model.view import Entry
from detente.web.between import DealingsOf, Sides
from detente.web.claims import Claims, Quote
from detente.web.pages.entry import EntryId, find, of_layer
from detente.web.parts.promises import STATES, Promise, promise_of
from detente.web.parts.told import Told, told


@dataclass(frozen=True)
class LifeStep:
    """A step: `likelihood` (0 to 1) is given for a suggestion, `decided` where a person decided it."""

    state: str
    day: str
    because: str
    likelihood: float | None
    rating: int | None
    decided: bool
    quote: Quote | None


@dataclass(frozen=True)
class CommitmentPage:
    """A commitment; `testable` is what its words hold that could be checked, `steps` its life in order of time."""

    title: str
    sides: Sides
    promise: Promise
    part: str
    testable: tuple[str, ...]
    steps: tuple[LifeStep, ...]
    told: Told


def commitment(dealings: DealingsOf, entry_id: EntryId) -> CommitmentPage:
    """A commitment between the two."""
    view, found = find(dealings, entry_id)
    promise = cast(Entry[Commitment], of_layer(found, Commitment, entry_id))
    claims = dealings.claims_of(view)
    later = dealings.kept("later", lambda: Later(view))
    life = life_of(view, promise, later)
    return CommitmentPage(
        title=claims.says(promise.best),
        sides=dealings.sides,
        promise=promise_of(view, promise, claims),
        part=life.part,
        testable=life.testable,
        steps=tuple(_step(step, claims) for step in life.steps),
        told=told(view, promise, claims, dealings.disputes),
    )


def _step(step: Step, claims: Claims) -> LifeStep:
    return LifeStep(
        state=STATES[step.state],
        day=claims.wording.date(step.day),
        because=step.because,
        likelihood=None if step.decision or step.state == "lapsed" else step.likelihood,
        rating=step.rating,
        decided=step.decision is not None,
        quote=claims.quote(step.span) if step.span else None,
    )
