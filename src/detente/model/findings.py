"""Typed, cited proposals: what an extractor claims that a document says.

Field names and values are those of the gold guide. A span cites the document; ISO dates are cut to the known
precision; states are ISO 3166-1 alpha-2 codes or EU, UN, NATO; unknown is None or an empty tuple, never a guess.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from functools import cached_property
from typing import ClassVar, Literal

from detente.errors import FindingError
from detente.model.span import Span
from detente.model.when import Basis

Act = Literal["speech", "attitude", "belief", "intention"]
Mode = Literal["direct", "indirect", "mixed"]
EngagementKind = Literal["meeting", "call", "visit", "summit", "talks", "letter", "news_conference"]
EngagementStatus = Literal["held", "planned", "cancelled", "declined", "postponed", "proposed"]
ChannelKind = Literal[
    "leader",
    "diplomatic",
    "military",
    "economic",
    "counternarcotics",
    "nuclear",
    "technology",
    "climate",
    "people",
    "other",
]
ChannelStatus = Literal["open", "suspended", "restored", "proposed", "refused"]
Polarity = Literal["do", "refrain"]
Strength = Literal["binding", "agreed", "promised", "explore", "intend"]
IncidentKind = Literal[
    "military",
    "maritime",
    "airspace",
    "sanction",
    "tariff",
    "expulsion",
    "arrest",
    "closure",
    "cyber",
    "visit",
    "accusation",
    "legal",
    "other",
]
Effect = Literal["strain", "ease"]
DiscrepancyKind = Literal["duration", "date", "number", "outcome", "framing", "denial"]
Size = Literal["rounding", "small", "material"]
Direction = Literal["worse", "better", "stable", "low", "high"]
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
EventStatus = Literal["actual", "planned", "refused", "denied", "hypothetical"]
Sector = Literal[
    "GOV", "MIL", "COP", "LEG", "JUD", "PTY", "OPP", "REB", "SPY", "CVL", "MED", "BUS", "IGO", "NGO", "CRM", "REL"
]

LINKS = ("because_of", "part_of")
"""Fields that name other findings."""
NOT_CLAIMED = frozenset({"confidence", "extractor", *LINKS})
"""Fields that are no part of a finding's id: a later reading may give them anew."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What all kinds share.

    `confidence` runs from 0 to 1; `extractor` is its name and version; `because_of` holds the ids of findings
    that the text gives as the cause. None of the three is part of the id.
    """

    layer: ClassVar[str]
    evidence: tuple[Span, ...]
    confidence: float
    extractor: str
    because_of: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise FindingError(f"a finding of {self.layer} without evidence")
        if not 0 <= self.confidence <= 1:
            raise FindingError(f"a confidence of {self.confidence}; it runs from 0 to 1")

    @cached_property
    def id(self) -> str:
        """24 hexadecimal digits over what is claimed and the words it rests on."""
        claim = {f.name: _canonical(getattr(self, f.name)) for f in fields(self) if f.name not in NOT_CLAIMED}
        raw = json.dumps([self.layer, claim], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _canonical(value: object) -> object:
    if isinstance(value, Span):
        return [value.doc, value.start, value.end]
    if isinstance(value, tuple):
        return [_canonical(v) for v in value]
    return value


@dataclass(frozen=True, kw_only=True)
class Statement(Finding):
    """One attributing act with all the content under it."""

    layer: ClassVar[str] = "statements"
    act: Act = "speech"
    speaker: str | None
    state: str | None = None
    person_id: str | None = None
    office: str | None = None
    office_id: str | None = None
    mode: Mode
    content: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    addressee: str | None = None
    reported_by: str | None = None
    account_of: tuple[str, ...] = ()
    said_on: str | None = None
    date_basis: Basis | None = None
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Engagement(Finding):
    """A contact between representatives of two or more states, or its refusal.

    `start` and `end` are local clock times `HH:MM`; `duration_min` is the stated length in minutes;
    `part_of` the id of the engagement that holds this one. Of a visit the travellers and their states stand first,
    behind them who is told to receive them and the states that they go to.
    """

    layer: ClassVar[str] = "engagements"
    kind: EngagementKind
    participants: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    date: str | None = None
    end_date: str | None = None
    date_basis: Basis | None = None
    start: str | None = None
    end: str | None = None
    duration_min: int | None = None
    place: str | None = None
    status: EngagementStatus
    announced: Span | None = None
    refused_by: str | None = None
    reason: Span | None = None
    aims: Span | None = None
    outcome: Span | None = None
    part_of: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChannelReport(Finding):
    """What a document says of a standing line of contact between two states."""

    layer: ClassVar[str] = "channels"
    states: tuple[str, ...]
    kind: ChannelKind
    status: ChannelStatus
    since: str | None = None
    reason: Span | None = None


@dataclass(frozen=True, kw_only=True)
class Position(Finding):
    """What a state holds on an issue; `summary` is the evidence's own words."""

    layer: ClassVar[str] = "positions"
    state: str
    issue: str
    summary: str


@dataclass(frozen=True, kw_only=True)
class Commitment(Finding):
    """An undertaking about future conduct."""

    layer: ClassVar[str] = "commitments"
    by: tuple[str, ...]
    to: tuple[str, ...] = ()
    what: str
    polarity: Polarity
    strength: Strength
    due: str | None = None
    condition: str | None = None
    reported_by: str | None = None


@dataclass(frozen=True, kw_only=True)
class Incident(Finding):
    """An act between states that strains or eases the relationship, told as having happened."""

    layer: ClassVar[str] = "incidents"
    kind: IncidentKind
    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    date: str | None = None
    date_basis: Basis | None = None
    effect: Effect


@dataclass(frozen=True, kw_only=True)
class Discrepancy(Finding):
    """Two places of a document that cannot both be right, or tell the same act differently."""

    layer: ClassVar[str] = "discrepancies"
    kind: DiscrepancyKind
    a: Span
    b: Span
    about: str
    size: Size | None = None


@dataclass(frozen=True, kw_only=True)
class Assessment(Finding):
    """How someone calls the state of the relationship; `by` is None for the writer's own voice."""

    layer: ClassVar[str] = "assessments"
    by: str | None = None
    state: str | None = None
    states: tuple[str, ...] = ()
    direction: Direction
    when: str | None = None


@dataclass(frozen=True, kw_only=True)
class Event(Finding):
    """A political act of an actor towards a recipient, in the words of one sentence, coded after `scheme`.

    `actor` and `recipient` are names as far as they are known, `by` and `to` their states; None and empty where nobody
    is named. `trigger` are the words that tell the act. `quad` and `intensity` follow from type and mode, `intensity`
    on the scale named `scale`; only what is `actual` was done.
    """

    layer: ClassVar[str] = "events"
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: EventStatus = "actual"
    actor: str | None = None
    by: tuple[str, ...] = ()
    actor_sector: Sector | None = None
    recipient: str | None = None
    to: tuple[str, ...] = ()
    recipient_sector: Sector | None = None
    date: str | None = None
    date_basis: Basis | None = None
    place: str | None = None
    trigger: Span
    quad: int
    intensity: float
    scale: str
    scheme: str


LAYERS: dict[str, type[Finding]] = {
    kind.layer: kind
    for kind in (Statement, Engagement, ChannelReport, Position, Commitment, Incident, Discrepancy, Assessment, Event)
}
"""The kinds of finding by the name of their list in a dossier, in the order in which a dossier prints them."""
