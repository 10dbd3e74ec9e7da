"""Acts between states told as having happened, with who did what to whom and when.

Rules propose (`incident_drafts`), a trained judge decides (`incident_judge`). Not read yet: acts told over several
sentences, and whoever did it where only another sentence tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from detente.extract.incident_drafts import Draft, all_drafts, words_of
from detente.extract.incident_judge import Judge, Scene, judge, ruled_out
from detente.extract.incident_kinds import effect_of, kind_told
from detente.extract.incident_parties import parties_told
from detente.model.findings import Engagement, Incident
from detente.model.span import Span
from detente.text.chain import Found
from detente.text.clauses import Actors, actors_of
from detente.text.reading import Reading, TimeExpression, Token

LABEL = "incidents/2"
LEAST = 0.4
"""How likely a draft must be to be told: cross-validation thinned to real press is best about here."""
_SHARED = 0.35
"""Drafts that share this much of the shorter one's words tell one act."""

_KNOWN = frozenset({"the", "these", "this", "those"})


@dataclass(frozen=True, slots=True)
class _Told:
    draft: Draft
    incident: Incident


def extract_incidents(reading: Reading, found: Found) -> list[Incident]:
    """Each act once: a second telling of the same kind, doer and thing is not another incident."""
    actors = actors_of(reading)
    kept: list[_Told] = []
    for likelihood, draft in _ranked(reading, actors, found, judge()):
        words = words_of(reading, draft)
        if draft.act is None and any(_tells_of(draft, words, other) for other in kept):
            continue
        told = _Told(draft, _incident(reading, actors, draft, words, likelihood))
        if draft.act is None and told.incident.kind == "visit":
            continue
        if not any(_told_already(told, other) for other in kept):
            kept.append(told)
    incidents = [told.incident for told in kept]
    taken = [incident.evidence[0] for incident in incidents]
    cancelled = [c for e in found.of(Engagement) if (c := _cancelled(actors, e))]
    apart = [c for c in cancelled if not any(c.evidence[0].overlaps(span) for span in taken)]
    return sorted([*incidents, *apart], key=lambda i: i.evidence[0].start)


def _ranked(reading: Reading, actors: Actors, found: Found, model: Judge) -> list[tuple[float, Draft]]:
    """The drafts that are likely enough: acts that the data spells out in their order, then the likeliest first."""
    scene = Scene(reading, actors, found)
    judged = [(model.likelihood(draft, scene), draft) for draft in all_drafts(reading, actors, model.may_tell)]
    spelt = [(likelihood, draft) for likelihood, draft in judged if draft.act is not None]
    asked = [(likelihood, draft) for likelihood, draft in judged if draft.act is None and likelihood >= LEAST]
    others = [(likelihood, draft) for likelihood, draft in asked if not ruled_out(draft, scene)]
    spelt.sort(key=lambda pair: pair[1].act is not None and pair[1].act.named)
    return [*spelt, *sorted(others, key=lambda pair: -pair[0])]


def same_words(one: Span, two: Span) -> bool:
    """Whether two stretches share so much that they tell one act."""
    return one.shares(two, _SHARED)


def _tells_of(draft: Draft, words: Span, before: _Told) -> bool:
    """Whether it shares the words of an act told, or tells what came of one ("the sanctions that X imposed hit …")."""
    act, doer = before.draft.act, draft.doer
    cause = act is not None and act.thing is not None and doer is not None and doer.lemma == act.thing.lemma
    measure = cause and doer is not None and any(c.lower in _KNOWN for c in doer.children)
    return measure or same_words(words, before.incident.evidence[0])


def _told_already(told: _Told, before: _Told) -> bool:
    """Whether its words lie in those of the other, or it tells again, on no other day, what the other tells."""
    one, two = told.incident, before.incident
    act, other = told.draft.act, before.draft.act
    if one.kind != two.kind or act is None or other is None:
        return False
    words, others = one.evidence[0], two.evidence[0]
    if words.overlaps(others) and (words.start == others.start or one.by == two.by):
        return True
    same = act.named or (act.thing or act.verb).lemma == (other.thing or other.verb).lemma
    apart = one.against and two.against and not set(one.against) & set(two.against)
    return same and not apart and one.by[:1] == two.by[:1] and _same_day(one.date, two.date)


def _same_day(one: str | None, two: str | None) -> bool:
    """Whether two dates (ISO, cut to the known precision) may be one day."""
    return one is None or two is None or one.startswith(two) or two.startswith(one)


def _incident(reading: Reading, actors: Actors, draft: Draft, words: Span, likelihood: float) -> Incident:
    act = draft.act
    date, basis = _when(reading, act.verb if act is not None else draft.head, words)
    by, against = (act.by, act.against) if act is not None else parties_told(actors, draft.head, words)
    return Incident(
        evidence=(words,),
        confidence=round(likelihood, 2),
        extractor=LABEL,
        kind=act.frame.kind if act is not None else kind_told(draft.head, words),
        by=by,
        against=against,
        date=date,
        date_basis=basis,
        effect=act.frame.effect if act is not None else effect_of(draft.head),
    )


def _when(reading: Reading, verb: Token, evidence: Span) -> tuple[str | None, Any]:
    """The date of the verb's own clause, else the nearest in its words, in its sentence, or before it in a chronology.

    None that is to come.
    """
    sentence, published = verb.sentence, reading.document.published
    dated = list(_dated(reading, sentence.start, sentence.end)) or _of_chronology(reading, verb)
    past = [t for t in dated if not (published and t.when and t.when.day and t.when.day[:10] > published)]
    own = [t for t in past if _clause_of(reading, t) is verb]
    inside = own or [t for t in past if evidence.start <= t.start < evidence.end] or past
    nearest = min(inside, key=lambda t: abs(t.start - verb.start), default=None)
    return (nearest.when.day, nearest.when.basis) if nearest and nearest.when else (None, None)


def _dated(reading: Reading, start: int, end: int) -> Iterable[TimeExpression]:
    return (t for t in reading.times_in(start, end) if t.kind == "date" and t.when and t.when.day)


def _of_chronology(reading: Reading, verb: Token) -> list[TimeExpression]:
    """The date that opens the paragraph ("May 2023: The envoy is called home. A strike hits the port.")."""
    paragraph = verb.sentence.paragraph
    opening = next(iter(_dated(reading, paragraph.start, paragraph.end)), None)
    if opening is None or any(t.start < opening.start and t.pos != "PUNCT" for t in paragraph.tokens):
        return []
    rest = reading.document.text[opening.end : paragraph.end].lstrip()
    return [opening] if rest[:1] in {":", "—", "–", "-"} else []


def _clause_of(reading: Reading, time: TimeExpression) -> Token | None:
    """The verb, or the noun that tells an act, that a date belongs to."""
    token = reading.token_at(time.end - 1)
    return next((a for a in token.ancestors() if a.pos in {"VERB", "AUX"}), None) if token is not None else None


def _cancelled(actors: Actors, engagement: Engagement) -> Incident | None:
    """A visit or meeting called off is an incident by whoever called it off."""
    if engagement.status not in {"cancelled", "declined"}:
        return None
    by = actors.acting_for(engagement.refused_by or "") or engagement.states[:1]
    return Incident(
        evidence=engagement.evidence[:1],
        confidence=0.6,
        extractor=LABEL,
        kind="visit" if engagement.status == "cancelled" else "other",
        by=by,
        against=tuple(s for s in engagement.states if s not in by),
        date=engagement.date,
        date_basis=engagement.date_basis,
        effect="strain",
    )
