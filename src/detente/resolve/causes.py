"""Which finding led to which: an incident that a cancelled, declined or cut contact is told to be the answer to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.model.findings import ChannelReport, Engagement, Finding, Incident

_ANSWERS = frozenset({"cancelled", "declined", "postponed"})


def link_findings(findings: Sequence[Finding]) -> list[Finding]:
    """Fill `because_of` from the words that an engagement or a channel gives as its reason."""
    causes = [f for f in findings if isinstance(f, Incident)]
    return [replace(f, because_of=_causes(f, causes)) if _may_answer(f) else f for f in findings]


def _may_answer(finding: Finding) -> bool:
    if isinstance(finding, Engagement):
        return finding.status in _ANSWERS and finding.reason is not None
    return isinstance(finding, ChannelReport) and finding.reason is not None


def _causes(finding: Finding, incidents: list[Incident]) -> tuple[str, ...]:
    reason = finding.reason if isinstance(finding, Engagement | ChannelReport) else None
    if reason is None:
        return finding.because_of
    others = (i for i in incidents if not set(i.evidence) & set(finding.evidence))
    return tuple(i.id for i in others if any(e.overlaps(reason) for e in i.evidence))
