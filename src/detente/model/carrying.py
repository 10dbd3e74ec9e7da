"""Decisions on what an earlier reading proposed, found again in what is proposed now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from detente.model.codec import as_edited, proposal_of
from detente.model.decision import Decision
from detente.model.document import Document
from detente.model.dossier import spans_of
from detente.model.findings import NOT_CLAIMED, Finding
from detente.model.span import Span

CORE: Mapping[str, tuple[str, ...]] = {
    "statements": ("act", "speaker", "state"),
    "engagements": ("kind", "participants", "states", "date", "status"),
    "channels": ("kind", "states", "status"),
    "positions": ("state", "issue"),
    "commitments": ("by", "to", "polarity"),
    "incidents": ("kind", "by", "against", "date", "effect"),
    "discrepancies": ("kind", "about"),
    "assessments": ("by", "state", "states", "direction"),
    "events": ("type", "by", "to", "status"),
}
"""What a finding of each layer chiefly claims: a decision is carried only to a proposal that claims the same."""
_SURE = 0.5
_LEAD = 0.1
"""By so much must the best proposal stand before the next, or nobody knows which of the two is meant."""


@dataclass(frozen=True)
class Carried:
    """Where decisions are found again: `to` gives id and score (0 to 1) by the id of the earlier proposal.

    `strays` are the decisions in force on a finding that is proposed no more and cannot surely be found again.
    """

    to: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    strays: tuple[Decision, ...] = ()


def carry(standing: Sequence[Decision], proposals: Sequence[Finding], documents: Mapping[str, Document]) -> Carried:
    """Find again what decisions are about; `proposals` are all that is proposed now of the documents concerned.

    Two earlier proposals are never carried to one: each would speak for the other.
    """
    held = {p.id for p in proposals}
    earlier: dict[str, list[Finding]] = {}
    for decision in standing:
        for raw in decision.about:
            document = documents.get(raw["doc"]) if raw["id"] not in held else None
            if document is not None:
                earlier.setdefault(raw["id"], []).extend(_forms(decision, raw, document))
    found = {id_: home for id_, forms in earlier.items() if (home := _home(forms, proposals))}
    taken = [to for to, _ in found.values()]
    sure = {id_: home for id_, home in found.items() if taken.count(home[0]) == 1}
    known = held | set(sure)
    return Carried(sure, tuple(d for d in standing if not {raw["id"] for raw in d.about} <= known))


def _forms(decision: Decision, raw: Mapping[str, Any], document: Document) -> list[Finding]:
    """A proposal as it was decided on, and as the decision left it."""
    proposal = proposal_of(raw, document)
    return [proposal, as_edited(decision, document)] if decision.kind == "edit" else [proposal]


def _home(forms: Sequence[Finding], proposals: Sequence[Finding]) -> tuple[str, float] | None:
    """The one proposal that is surely the same, with the score of the likeness."""
    ranked = sorted(((max(_likeness(f, p) for f in forms), p.id) for p in proposals), reverse=True)
    if not ranked or ranked[0][0] < _SURE or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _LEAD):
        return None
    score, id_ = ranked[0]
    return id_, score


def _likeness(a: Finding, b: Finding) -> float:
    """0 where they claim another thing; else the share of words, or of further fields, in common: the smaller."""
    if a.layer != b.layer or any(_value(a, name) != _value(b, name) for name in CORE[a.layer]):
        return 0.0
    ours, theirs = _characters(a), _characters(b)
    claimed = [f.name for f in fields(a) if f.name not in NOT_CLAIMED]
    further = [name for name in claimed if not _cites(a, name) and not _cites(b, name)]
    agreeing = sum(_value(a, name) == _value(b, name) for name in further)
    return min(len(ours & theirs) / len(ours | theirs), agreeing / len(further) if further else 1.0)


def _value(finding: Finding, name: str) -> object:
    """A field's value; in lists the order tells nothing."""
    value = getattr(finding, name)
    return frozenset(value) if isinstance(value, tuple) else value


def _cites(finding: Finding, name: str) -> bool:
    value: Any = getattr(finding, name)
    return isinstance(value, Span) or (isinstance(value, tuple) and any(isinstance(v, Span) for v in value))


def _characters(finding: Finding) -> frozenset[tuple[str, int]]:
    return frozenset((span.doc, place) for span in spans_of(finding) for place in range(span.start, span.end))
