"""All that one document says, and what could not be read of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar

from detente.errors import FindingError
from detente.model.document import Document
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
from detente.model.span import Span

SCHEMA_VERSION = 1
F = TypeVar("F", bound=Finding)

ProblemKind = Literal["language", "date", "person", "quotation", "ambiguous", "size", "unseen", "format"]


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What could not be read, resolved or agreed; `where` is None when it concerns the whole document."""

    kind: ProblemKind
    message: str
    doc: str
    where: Span | None = None
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Party:
    """Someone who acts or speaks, with the office held on the document's day.

    `kind` tells a named person from an unnamed one ("senior State Department official"), a body
    ("White House"), a state, and a group ("both sides").
    """

    name: str
    kind: Literal["person", "unnamed", "body", "state", "group"]
    state: str | None = None
    person_id: str | None = None
    office: str | None = None
    office_id: str | None = None
    role: str | None = None


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """The findings of one document, each checked against its text."""

    document: Document
    states: tuple[str, ...] = ()
    people: tuple[Party, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        for finding in self.findings:
            for span in spans_of(finding):
                if not self.document.holds(span):
                    raise FindingError(
                        f"{self.document.name}: {finding.layer} cite words that are not in the text: {span}"
                    )

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """Findings of one kind, in the order of the text."""
        return tuple(f for f in self.findings if isinstance(f, kind))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Who said what."""
        return self.of(Statement)

    @property
    def engagements(self) -> tuple[Engagement, ...]:
        """Who met, or did not."""
        return self.of(Engagement)

    @property
    def channels(self) -> tuple[ChannelReport, ...]:
        """Which lines are open."""
        return self.of(ChannelReport)

    @property
    def positions(self) -> tuple[Position, ...]:
        """What each state holds."""
        return self.of(Position)

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """What was promised."""
        return self.of(Commitment)

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """What strained or eased."""
        return self.of(Incident)

    @property
    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """Where the text disagrees with itself."""
        return self.of(Discrepancy)

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """How the relationship is called."""
        return self.of(Assessment)

    @property
    def events(self) -> tuple[Event, ...]:
        """Who did what to whom, as coded."""
        return self.of(Event)


def spans_of(finding: Finding) -> tuple[Span, ...]:
    """Every span that a finding cites, in the order of its fields."""
    found: list[Span] = []
    for value in vars(finding).values():
        if isinstance(value, Span):
            found.append(value)
        elif isinstance(value, tuple):
            found.extend(v for v in value if isinstance(v, Span))
    return tuple(found)
