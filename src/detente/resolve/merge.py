"""Several reports of one thing to the one finding to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from detente.model.findings import ChannelReport, Engagement, Finding
from detente.model.span import Span
from detente.ontology.states import state_named

F = TypeVar("F", bound=Finding)

_OF_THE_REPORT = {"confidence", "extractor", "because_of", "part_of", "evidence", "date", "end_date", "date_basis"}
_OF_THE_STATUS = {"refused_by", "reason"}


def merge(reports: Sequence[F]) -> F:
    """Merge reports that stand earliest published first; the evidence of all of them is kept.

    The latest report leads: what it tells stands, what it leaves open is filled from the others, the most precise
    date wins. An engagement that any report tells as held was held, whatever was announced before or repeated
    after; of its reports one that names people leads, the fullest first.
    """
    if len(reports) == 1:
        return reports[0]
    ranked = _leading_first(reports)
    lead = ranked[0]
    agreeing = [r for r in ranked if _status(r) == _status(lead)]
    filled = {
        f.name: next(
            (getattr(r, f.name) for r in _telling(f.name, ranked, agreeing) if getattr(r, f.name)),
            getattr(lead, f.name),
        )
        for f in fields(lead)
        if f.name not in _OF_THE_REPORT
    }
    evidence: tuple[Span, ...] = tuple(dict.fromkeys(span for r in ranked for span in r.evidence))
    changes: dict[str, Any] = filled | _best_date(ranked)
    return replace(lead, evidence=evidence, confidence=max(r.confidence for r in reports), **changes)


def _telling(name: str, ranked: list[F], agreeing: list[F]) -> list[F]:
    """Who refused and why says nothing of what was held; all of a line that was cut, nothing of one open again."""
    return agreeing if name in _OF_THE_STATUS or isinstance(ranked[0], ChannelReport) else ranked


def _leading_first(reports: Sequence[F]) -> list[F]:
    latest_first = list(reversed(reports))
    if not isinstance(latest_first[0], Engagement):
        return latest_first
    status = "held" if any(_status(r) == "held" for r in reports) else _status(latest_first[0])
    return sorted(latest_first, key=lambda r: (_status(r) != status, not _people(r), -_told(r)))


def _status(report: Finding) -> str | None:
    return report.status if isinstance(report, Engagement | ChannelReport) else None


def _people(report: Finding) -> bool:
    """Whether it says who took part, not only which states."""
    return isinstance(report, Engagement) and any(state_named(name) is None for name in report.participants)


def _told(report: Finding) -> int:
    """How many fields it fills."""
    return sum(1 for f in fields(report) if getattr(report, f.name))


def _best_date(ranked: Sequence[Finding]) -> dict[str, Any]:
    """Return the most precise date with what belongs to it; of equally precise ones the leading report's."""
    dated = [r for r in ranked if getattr(r, "date", None)]
    if not dated:
        return {}
    best = max(dated, key=lambda r: len(getattr(r, "date", "")))
    return {name: getattr(best, name) for name in ("date", "end_date", "date_basis") if hasattr(best, name)}
