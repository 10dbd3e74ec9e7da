"""What each state holds on an issue: one position per state and issue, merged from all views that a document tells.

Not read yet: stances told only by a list of topics, and a change of position within one document (all spans are
merged).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from detente.extract.holdings import holdings_in
from detente.extract.position_judge import Draft, PositionJudge, position_judge
from detente.extract.topics import Topics
from detente.model.findings import Position, Statement
from detente.model.span import Span
from detente.text.chain import Found
from detente.text.clauses import Actors, actors_of
from detente.text.reading import Reading

LABEL = "positions/2"
LEAST = 0.35
"""Words that are together less likely than this make no position."""
FURTHER = 0.3
"""What each further place adds, of its own likelihood, to that of the surest one."""
_SHOWN = 0.15
"""A further place less likely than this is not cited."""
_MOST_SPANS = 3


def position_drafts(reading: Reading, found: Found, judge: PositionJudge) -> Iterator[tuple[float, Draft]]:
    """Every view whose words may tell one, with every state that may hold it; first what its words add."""
    actors = actors_of(reading)
    topics = Topics(reading, actors)
    for holding in holdings_in(reading, actors, found.of(Statement)):
        opening = judge.opening(holding, reading)
        for state in holding.states if opening >= judge.opens else ():
            if links := tuple(topics.links(holding.span, holding.head, state)):
                yield opening, Draft(state, holding, links, _side(state, reading, actors))


def _side(state: str, reading: Reading, actors: Actors) -> Literal["own", "sides", "third"]:
    if state in reading.document.account_of:
        return "own"
    return "sides" if state in actors.sides else "third"


def extract_positions(reading: Reading, found: Found) -> list[Position]:
    """Positions in the order in which their first words stand."""
    judge = position_judge()
    held: dict[tuple[str, str], list[tuple[float, Span]]] = {}
    for opening, draft in position_drafts(reading, found, judge):
        likely = judge.held(draft, reading, opening)
        for link, share in zip(draft.links, judge.shares(draft), strict=True):
            held.setdefault((draft.state, link.issue), []).append((likely * share, draft.holding.span))
    made = (_position(*key, views) for key, views in held.items())
    return sorted((p for p in made if p is not None), key=lambda p: (p.evidence[0].start, p.state, p.issue))


def _position(state: str, issue: str, views: list[tuple[float, Span]]) -> Position | None:
    """Merge what was said, at the surest places; None where it is too unlikely."""
    if _likely(sorted((share for share, _ in views), reverse=True)) < LEAST:
        return None
    places = _apart(views)
    likely = _likely([share for share, _ in places])
    if likely < LEAST:
        return None
    shown = [span for n, (share, span) in enumerate(places[:_MOST_SPANS]) if share >= _SHOWN or not n]
    return Position(
        evidence=tuple(sorted(shown)),
        confidence=round(min(0.9, likely), 3),
        extractor=LABEL,
        state=state,
        issue=issue,
        summary="; ".join(re.sub(r"\s+", " ", span.text) for span in sorted(shown)),
    )


def _likely(shares: Sequence[float]) -> float:
    """How likely places are together, the surest first."""
    return shares[0] + FURTHER * sum(shares[1:])


def _apart(views: list[tuple[float, Span]]) -> list[tuple[float, Span]]:
    """The surest first, without those that overlap a surer one."""
    kept: list[tuple[float, Span]] = []
    for likely, span in sorted(views, key=lambda v: (-v[0], v[1].start, v[1].end)):
        if all(span.end <= other.start or other.end <= span.start for _, other in kept):
            kept.append((likely, span))
    return kept
