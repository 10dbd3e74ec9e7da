"""How someone calls the state of a relationship: at a low, worse, better, stable, at a high.

Not read yet: metaphors that are not in the data, comparisons with another relationship, and relationships other
than that of the sentence's or the document's two states.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from detente.model.findings import Assessment, Direction, Statement
from detente.ontology.lexicon import lexicon
from detente.text.chain import Found
from detente.text.clauses import Actors, actors_of
from detente.text.cuewords import cues_in
from detente.text.reading import Reading, Sentence

LABEL = "assessments/1"
_BEFORE = 40
"""How far before a phrase (code points) a word may stand that undoes it."""
_BESIDE = 60
"""How far from a phrase (code points) a date may stand that is its own."""
_SHORT = 45
"""A sentence of more tokens is cited by the clause around the phrase."""


@dataclass(frozen=True, slots=True)
class _Call:
    """What a sentence calls the relationship, the code point where, and how surely it is meant."""

    direction: Direction
    at: int
    confidence: float


def extract_assessments(reading: Reading, found: Found) -> list[Assessment]:
    """One assessment per sentence and direction, in the order of the text."""
    actors = actors_of(reading)
    if len(actors.pair) < 2:
        return []
    statements = found.of(Statement)
    return [
        _assessment(reading, actors, _holding(statements, call.at), sentence, call)
        for sentence in reading.sentences
        if sentence.paragraph.kind != "byline"
        for call in _called(reading.document.text, sentence)
    ]


def _called(text: str, sentence: Sentence) -> Iterator[_Call]:
    """Directions told in the sentence, each once."""
    start, end = sentence.start, sentence.end
    told = {}
    if cues_in(text, start, end, "assessments", "about"):
        told = _first(text, sentence, "directions", 0.65)
    elif cues_in(text, start, end, "assessments", "talks"):
        told = _first(text, sentence, "tone", 0.4)
    for direction, (at, confidence) in sorted(told.items(), key=lambda item: item[1]):
        yield _Call(cast(Direction, direction), at, confidence)


def _first(text: str, sentence: Sentence, group: str, confidence: float) -> dict[str, tuple[int, float]]:
    found = {}
    for direction in lexicon("assessments")[group]:
        for at, _ in cues_in(text, sentence.start, sentence.end, "assessments", group, direction):
            if not cues_in(text, max(sentence.start, at - _BEFORE), at, "assessments", "undone"):
                found[direction] = (at, confidence)
                break
    if "low" in found:
        found.pop("worse", None)
    return found


def _assessment(
    reading: Reading, actors: Actors, statement: Statement | None, sentence: Sentence, call: _Call
) -> Assessment:
    named = actors.named(sentence.start, sentence.end)
    low, high = _around(sentence, call.at)
    return Assessment(
        evidence=(reading.span(low, high),),
        confidence=call.confidence,
        extractor=LABEL,
        by=statement.speaker if statement else None,
        state=statement.state if statement else None,
        states=tuple(sorted(named if len(named) == 2 else actors.pair)),
        direction=call.direction,
        when=_when(reading, sentence, call.at, statement),
    )


def _holding(statements: list[Statement], at: int) -> Statement | None:
    """The statement whose content holds the words; the shortest such."""
    holding = [(c.end - c.start, s) for s in statements for c in s.content if c.start <= at < c.end]
    return min(holding, key=lambda pair: pair[0], default=(0, None))[1]


def _around(sentence: Sentence, at: int) -> tuple[int, int]:
    tokens = sentence.tokens
    if len(tokens) <= _SHORT:
        return sentence.start, sentence.end
    here = next(n for n, t in enumerate(tokens) if t.end > at)
    low, high = max(0, here - _SHORT // 2), min(len(tokens), here + _SHORT // 2)
    return tokens[low].start, tokens[high - 1].end


def _when(reading: Reading, sentence: Sentence, at: int, statement: Statement | None) -> str | None:
    """The date beside the phrase, else the day of the statement, else that of the document."""
    dates = [t for t in reading.times_in(sentence.start, sentence.end) if t.kind == "date" and t.when]
    nearest = min(dates, key=lambda t: abs(t.start - at), default=None)
    if nearest is not None and nearest.when and abs(nearest.start - at) <= _BESIDE:
        return nearest.when.day
    return (statement.said_on if statement else None) or reading.document.published
