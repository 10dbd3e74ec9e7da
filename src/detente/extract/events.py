"""Political acts of one actor towards another, coded after PLOVER, from what the other layers found.

Not read yet: acts that no other layer tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from detente.model.findings import Commitment, Engagement, Event, EventStatus, EventType, Finding, Incident
from detente.model.span import Span
from detente.ontology.plover import codes
from detente.text.chain import Found
from detente.text.clauses import Actors, actors_of
from detente.text.reading import Reading

LABEL = "events/1"
_OF_INCIDENT: dict[str, EventType] = {
    "military": "MOBILIZE",
    "maritime": "MOBILIZE",
    "airspace": "MOBILIZE",
    "sanction": "SANCTION",
    "tariff": "SANCTION",
    "expulsion": "SANCTION",
    "arrest": "COERCE",
    "closure": "COERCE",
    "cyber": "COERCE",
    "visit": "REJECT",
    "accusation": "ACCUSE",
    "legal": "ACCUSE",
}
_OF_ENGAGEMENT: dict[str, tuple[EventType, EventStatus]] = {
    "held": ("CONSULT", "actual"),
    "planned": ("AGREE", "planned"),
    "proposed": ("REQUEST", "actual"),
    "cancelled": ("REJECT", "actual"),
    "declined": ("REJECT", "actual"),
}


def extract_events(reading: Reading, found: Found) -> list[Event]:
    """One event for each contact, act between states and undertaking, in the order of the text."""
    actors = actors_of(reading)
    events = [event for finding in found.findings for event in _of(reading, actors, finding)]
    once = {(e.evidence[0], e.type, e.by, e.to): e for e in events}
    return sorted(once.values(), key=lambda e: (e.evidence[0].start, e.trigger.start))


def _of(reading: Reading, actors: Actors, finding: Finding) -> Iterator[Event]:
    match finding:
        case Engagement() if finding.status in _OF_ENGAGEMENT and len(finding.states) > 1:
            type_, status = _OF_ENGAGEMENT[finding.status]
            by = actors.acting_for(finding.refused_by or "")[:1] or finding.states[:1]
            to = tuple(s for s in finding.states if s not in by)
            yield _event(reading, finding, type_, status, by=by, to=to, place=finding.place, **_dated(finding))
        case Incident() if finding.effect == "strain" and finding.kind in _OF_INCIDENT and finding.by:
            by, to = finding.by, finding.against
            yield _event(reading, finding, _OF_INCIDENT[finding.kind], "actual", by=by, to=to, **_dated(finding))
        case Commitment() if finding.polarity == "do" and finding.by:
            to = finding.to or actors.others(finding.by)
            yield _event(reading, finding, "AGREE", "actual", by=finding.by, to=to)


def _dated(finding: Engagement | Incident) -> dict[str, Any]:
    return {"date": finding.date, "date_basis": finding.date_basis}


def _event(reading: Reading, finding: Finding, type_: EventType, status: EventStatus, **told: Any) -> Event:
    words = finding.evidence[0]
    return Event(
        evidence=(_sentence(reading, words),),
        confidence=finding.confidence,
        extractor=LABEL,
        type=type_,
        status=status,
        trigger=words,
        **told,
        **codes(type_, None),
    )


def _sentence(reading: Reading, words: Span) -> Span:
    """The sentence in which the words begin."""
    token = reading.token_at(words.start)
    return reading.span(token.sentence.start, token.sentence.end) if token is not None else words
