"""Political acts of one actor towards another, coded after PLOVER, each from the words of one sentence.

Rules propose (`event_drafts`), a trained judge decides (`event_judge`). Not read yet: acts told over several sentences,
and acts that their sentence tells by no verb or noun of its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from detente.extract.event_codes import contexts_of, mode_of
from detente.extract.event_drafts import Draft, drafts_in
from detente.extract.event_judge import Judge, judge
from detente.extract.event_marks import words_in
from detente.extract.event_scene import Scene
from detente.extract.event_sides import Side, sides_of
from detente.extract.event_standing import as_told, status_of
from detente.model.findings import Event, EventStatus, EventType
from detente.model.span import Span
from detente.ontology.plover import codes
from detente.text.chain import Found
from detente.text.clauses import actors_of, bounds
from detente.text.reading import Reading, Sentence, TimeExpression, Token

LABEL = "events/1"
LEAST = 0.47
"""How likely a sentence must tell an act: on the half to tune on about four of five that are found then have one."""
FURTHER = 0.35
"""How likely a draft beside the likeliest of its sentence must be."""
SURE = 0.2
"""How sure an act must be that its sentence tells beside a likelier one; of those below one in four is one."""
_OVER_LONG = 60
_BY_PLACE = frozenset({"in", "at"})
_PLACES = frozenset({"GPE", "FAC", "LOC"})
_NEAR = 8


@dataclass(frozen=True, slots=True)
class _Told:
    draft: Draft
    type: EventType
    sides: tuple[Side, Side]
    confidence: float


def extract_events(reading: Reading, found: Found) -> list[Event]:
    """Each act of each sentence once, in the order of the text."""
    scene, model = Scene(reading, actors_of(reading), found), judge()
    told = [told for sentence in reading.sentences for told in _told_in(sentence, scene, model)]
    return [_event(reading, one) for one in sorted(told, key=lambda t: t.draft.head.i)]


def _told_in(sentence: Sentence, scene: Scene, model: Judge) -> list[_Told]:
    """The acts of a sentence, the likeliest first; one of the same type and sides, or of a word inside it, once."""
    kept: list[_Told] = []
    ranked = _ranked(sentence, scene, model)
    words = model.types_of_words(words_in(sentence)) if ranked else ()
    for likelihood, draft in ranked:
        types = model.types(draft, words)
        best = max(types, key=lambda name: types[name])
        type_ = as_told(draft, best)
        told = _Told(draft, type_, sides_of(scene, draft, type_), round(likelihood * types[best], 2))
        if (not kept or told.confidence >= SURE) and not any(_same(told, other) for other in kept):
            kept.append(told)
    return kept


def _ranked(sentence: Sentence, scene: Scene, model: Judge) -> list[tuple[float, Draft]]:
    """The drafts of a sentence that any act is told in, the likeliest first, without those that are unlikely.

    A draft is as likely as its sentence is, where it is the only one that may tell the act.
    """
    look = model.first_look(sentence)
    drafts = list(drafts_in(sentence)) if look >= model.looks else []
    base = model.of_sentence(sentence, scene) if drafts else 0.0
    opening = model.opening(LEAST, look)
    found = ((model.likelihood(draft, scene, base, opening), draft) for draft in drafts)
    judged = sorted(found, key=lambda pair: -pair[0])
    any_draft = 1 - math.prod(1 - x for x, _ in judged)
    likely = model.of_all(any_draft, look)
    if not any_draft or likely < LEAST:
        return []
    kept = [pair for n, pair in enumerate(judged) if n == 0 or pair[0] >= FURTHER]
    return [(likely * x / any_draft, draft) for x, draft in kept]


def _same(told: _Told, before: _Told) -> bool:
    """Whether it tells the act of the other: of the same sides and type, or as part of the same words."""
    doers = told.sides[0].states == before.sides[0].states
    alike = told.type == before.type and told.sides[1].states == before.sides[1].states
    return doers and (alike or told.draft.governor is before.draft.governor)


def _event(reading: Reading, told: _Told) -> Event:
    draft, (actor, recipient) = told.draft, told.sides
    words, status = draft.head.sentence.tokens, status_of(draft, told.type)
    mode = mode_of(told.type, draft.head, draft.governor.subtree())
    return Event(
        evidence=(_evidence(reading, draft),),
        confidence=told.confidence,
        extractor=LABEL,
        type=told.type,
        mode=mode,
        contexts=contexts_of([t for t in words if t.ent != "PERSON"]),
        status=status,
        actor=actor.name,
        by=actor.states,
        actor_sector=actor.sector,
        recipient=recipient.name,
        to=recipient.states,
        recipient_sector=recipient.sector,
        place=_place(reading, draft),
        trigger=_trigger(reading, draft),
        **_dated(reading, draft, status),
        **codes(told.type, mode),
    )


def _evidence(reading: Reading, draft: Draft) -> Span:
    """The sentence; of a very long one the clause that tells the act."""
    sentence = draft.head.sentence
    if len(sentence.tokens) <= _OVER_LONG:
        return reading.span(sentence.start, sentence.end)
    return reading.span(*bounds(draft.governor))


def _trigger(reading: Reading, draft: Draft) -> Span:
    """The word that tells the act, with its particle and negation, and the verb that it completes nearby."""
    near = draft.governor if abs(draft.governor.i - draft.head.i) < _NEAR else draft.head
    parts = [draft.head, near, *(c for t in (draft.head, near) for c in t.children if c.dep in {"prt", "neg"})]
    return reading.span(min(t.start for t in parts), max(t.end for t in parts))


def _dated(reading: Reading, draft: Draft, status: EventStatus) -> dict[str, Any]:
    """The date of the act's own clause, else the nearest in its sentence; what was done lies not ahead."""
    sentence, published = draft.head.sentence, reading.document.published
    found = [t for t in reading.times_in(sentence.start, sentence.end) if t.kind == "date" and t.when and t.when.day]
    if status == "actual" and published:
        found = [t for t in found if not _ahead(t, published)]
    own = [t for t in found if draft.governor in _above(reading, t)]
    nearest = min(own or found, key=lambda t: abs(t.start - draft.head.start), default=None)
    if nearest is None or nearest.when is None:
        return {}
    return {"date": nearest.when.day, "date_basis": nearest.when.basis}


def _ahead(time: TimeExpression, published: str) -> bool:
    return time.when is not None and time.when.day is not None and time.when.day[: len(published)] > published


def _above(reading: Reading, time: TimeExpression) -> list[Token]:
    token = reading.token_at(time.end - 1)
    return list(token.ancestors()) if token is not None else []


def _place(reading: Reading, draft: Draft) -> str | None:
    """Where it was done, if its clause says so."""
    for noun in _placing(draft):
        if noun.ent in _PLACES:
            words = [t for t in noun.subtree() if t.ent in _PLACES or t.dep in {"compound", "det"}]
            return " ".join(reading.span(words[0].start, words[-1].end).text.split())
    return None


def _placing(draft: Draft) -> Iterator[Token]:
    heads = dict.fromkeys((draft.head, draft.governor))
    return (o for h in heads for c in h.children if c.lower in _BY_PLACE for o in c.children if o.dep == "pobj")
