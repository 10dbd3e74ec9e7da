"""What people decide about proposals: an append-only log in which each decision vouches for all before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, Literal, get_args

from detente.model.findings import Finding

DecisionKind = Literal["accept", "reject", "edit", "same", "different", "step", "undo"]
StepState = Literal["repeated", "in_progress", "kept", "broken", "disputed", "lapsed"]
Status = Literal["proposed", "accepted", "edited", "rejected"]

ABOUT_ONE: dict[str, Status] = {"accept": "accepted", "reject": "rejected", "edit": "edited"}
"""Decisions about one finding, and how it stands after each."""
ABOUT_TWO: tuple[DecisionKind, ...] = ("same", "different")
"""Decisions on whether two findings of a layer are about one thing."""
STEP_STATES: tuple[StepState, ...] = get_args(StepState)
RATINGS = (1, 0, -1)
"""Kept; partly, or in progress; not kept: the scale of the G20 Research Group."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a person decides.

    `subject` and `other` are ids of findings as the machine proposed them; `changes` the new values of an edit by
    field, as JSON spells them, or the `state` of a step and, where it is rated, its `rating`; `undoes` the number of
    the decision that is taken back, whose `subject` an undo shares.
    """

    kind: DecisionKind
    subject: str
    other: str | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, kw_only=True)
class Decision(Verdict):
    """A verdict in the log.

    `about` holds the proposals that it is about as they were then (JSON with `layer`; `subject` first), so that the
    log can be read alone and a later reading be compared with them. `number` counts from 1; `at` is a moment in UTC
    (ISO); `previous` the hash of the decision before, empty for the first, so that no byte of an earlier one can
    change unseen.
    """

    about: tuple[Mapping[str, Any], ...]
    number: int
    by: str
    at: str
    previous: str

    @cached_property
    def hash(self) -> str:
        """Sha256, in hexadecimal, over every field."""
        raw = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Review:
    """How a finding stands: what the machine proposed, and all that was decided on it, the earliest first.

    `carried` is None where it was decided on as it is proposed now; else how surely (0 to 1) the proposal that was
    decided on is the same as the one that a later reading put in its place.
    """

    status: Status
    proposal: Finding
    decisions: tuple[Decision, ...] = ()
    carried: float | None = None


@dataclass(frozen=True)
class Pairs:
    """Findings that people hold to be about one thing, and about two; ids of the findings as they stand."""

    same: frozenset[frozenset[str]] = frozenset()
    different: frozenset[frozenset[str]] = frozenset()


def in_force(log: Iterable[Decision]) -> list[Decision]:
    """Decisions that nobody took back, in their order."""
    log = list(log)
    undone = {d.undoes for d in log}
    return [d for d in log if d.kind != "undo" and d.number not in undone]


def joined(pairs: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Whatever hangs together through pairs, each group once."""
    groups: list[frozenset[str]] = []
    for pair in pairs:
        touching = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair] + [pair.union(*touching)]
    return groups
