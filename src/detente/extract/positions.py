"""What each state holds on an issue: one position per state and issue, merged from all views that a document tells.

Not read yet: stances told only by a list of topics, and a change of position within one document (all spans are
merged).
"""

from __future__ import annotations

import re

from detente.extract.holdings import holdings_in
from detente.extract.topics import Topics
from detente.model.findings import Position, Statement
from detente.model.span import Span
from detente.text.chain import Found
from detente.text.clauses import Actors
from detente.text.reading import Reading

LABEL = "positions/1"
_MOST_SPANS = 3
_CLAUSE = 40
"""Code points of a short clause, which tells a view best."""
_FEW = 3
"""So few words without a verb are a position only where they name an issue."""


def extract_positions(reading: Reading, found: Found) -> list[Position]:
    """Positions in the order in which their first words stand."""
    actors = Actors(reading)
    topics = Topics(reading, actors)
    held: dict[tuple[str, str], list[tuple[float, Span]]] = {}
    for holding in holdings_in(reading, actors, found.of(Statement)):
        if _bare(reading, holding.spans) and not topics.named_in(holding.spans):
            continue
        for state in holding.states:
            for issue in topics.of(holding.spans, state):
                held.setdefault((state, issue), []).extend((holding.weight, span) for span in holding.spans)
    made = [_position(state, issue, spans) for (state, issue), spans in held.items()]
    return sorted(made, key=lambda p: (p.evidence[0].start, p.state, p.issue))


def _bare(reading: Reading, spans: tuple[Span, ...]) -> bool:
    """Whether there is next to nothing in the words ("the demand", "the first")."""
    words = [token for span in spans for token in reading.tokens_in(span.start, span.end)]
    return len(words) <= _FEW and not any(word.pos in {"VERB", "AUX"} for word in words)


def _position(state: str, issue: str, weighed: list[tuple[float, Span]]) -> Position:
    """Merge what was said: the surest words, those of about a clause first, at most three places."""
    ranked = sorted(dict.fromkeys(weighed), key=lambda w: (-w[0], abs(len(w[1].text) - _CLAUSE), w[1].start))
    spans = tuple(sorted(span for _, span in ranked[:_MOST_SPANS]))
    return Position(
        evidence=spans,
        confidence=min(0.9, ranked[0][0] + 0.05 * (len(weighed) - 1)),
        extractor=LABEL,
        state=state,
        issue=issue,
        summary="; ".join(re.sub(r"\s+", " ", span.text) for span in spans),
    )
