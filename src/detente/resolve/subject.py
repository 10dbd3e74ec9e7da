"""Which states a document is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from detente.model.findings import ChannelReport, Commitment, Engagement, Finding, Incident, Position, Statement
from detente.ontology.states import states_in
from detente.text.reading import Reading

_OFTEN = 2
"""A state that is only named, never acts, counts when it is named at least this often."""


def states_concerned(reading: Reading, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Codes of the states that act in the findings or are named repeatedly, the most frequent first."""
    document = reading.document
    acting = Counter(code for finding in findings for code in _states(finding))
    acting.update(document.account_of)
    named = Counter(name.code for _, _, name in states_in(document.text))
    chosen = {code for code, times in named.items() if times >= _OFTEN} | set(acting)
    return tuple(sorted(chosen, key=lambda code: (-acting[code], -named[code], code)))


def _states(finding: Finding) -> Iterator[str]:
    if isinstance(finding, Engagement | ChannelReport):
        yield from finding.states
    elif isinstance(finding, Commitment):
        yield from (*finding.by, *finding.to)
    elif isinstance(finding, Incident):
        yield from (*finding.by, *finding.against)
    elif isinstance(finding, Position | Statement) and finding.state:
        yield finding.state
