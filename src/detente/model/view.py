"""A reading of a record over a period as of a moment: what every analysis, page and export works from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from detente.model.decision import Review
from detente.model.document import Document
from detente.model.dossier import Party, Problem
from detente.model.findings import (
    Assessment,
    ChannelReport,
    Commitment,
    Discrepancy,
    Engagement,
    Event,
    Finding,
    Incident,
    Position,
    Statement,
)

F_co = TypeVar("F_co", bound=Finding, covariant=True)


@dataclass(frozen=True, kw_only=True)
class Entry(Generic[F_co]):
    """One thing in the world, however often it is reported.

    `best` is the merged finding to show; `findings` are all reports of it, earliest published first; `id` is that of
    the earliest as the machine proposed it. `reviewed` counts the findings that a person has decided on, `copies` the
    reports in texts that are copies or versions of another one's.
    """

    id: str
    best: F_co
    findings: tuple[F_co, ...]
    reviewed: int = 0
    copies: int = 0

    @cached_property
    def reports(self) -> int:
        """How many documents report it."""
        return len({f.evidence[0].doc for f in self.findings})


@dataclass(frozen=True, kw_only=True)
class View:
    """What the record holds on the dealings of some states.

    `since` and `until` bound the time it concerns, `as_of` the day of publication, `known_at` the moment of
    recording (ISO, UTC); None is no bound. Entries stand in order of time. `reviews` tells of every finding that
    anything was decided on, rejected ones too, by its id as it stands.
    """

    states: tuple[str, ...]
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    known_at: str | None = None
    documents: Mapping[str, Document] = field(default_factory=dict)
    people: tuple[Party, ...] = ()
    statements: tuple[Entry[Statement], ...] = ()
    engagements: tuple[Entry[Engagement], ...] = ()
    channels: tuple[Entry[ChannelReport], ...] = ()
    positions: tuple[Entry[Position], ...] = ()
    commitments: tuple[Entry[Commitment], ...] = ()
    incidents: tuple[Entry[Incident], ...] = ()
    discrepancies: tuple[Entry[Discrepancy], ...] = ()
    assessments: tuple[Entry[Assessment], ...] = ()
    events: tuple[Entry[Event], ...] = ()
    problems: tuple[Problem, ...] = ()
    reviews: Mapping[str, Review] = field(default_factory=dict)
