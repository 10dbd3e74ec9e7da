"""Acts between states told as having happened, with who did what to whom and when.

Not read yet: incidents told only by a result ("tensions after the crash"), acts of private people, and acts whose
doer can be known only from the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from detente.extract.incident_frames import Frame, fits_clause, frames_of, thing_of
from detente.extract.incident_nouns import kind_of, parties_named
from detente.extract.incident_parties import parties_of
from detente.extract.incident_reality import announcement, brought_about, told_as_real
from detente.model.findings import Engagement, Incident
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.text.chain import Found
from detente.text.clauses import SUBJECTS, Actors, bounds, subject_of
from detente.text.reading import Reading, Sentence, TimeExpression, Token

LABEL = "incidents/1"
_OVER_LONG = 60
_LEADING = 4
"""Paragraphs (headline and byline among them) whose first sentence may be the news itself."""


@dataclass(frozen=True, slots=True)
class _Act:
    """`head` heads the words that tell it, `thing` is what it is done to; `named` as a noun, not by a verb."""

    frame: Frame
    head: Token
    verb: Token
    thing: Token | None
    by: tuple[str, ...]
    against: tuple[str, ...]
    named: bool = False


def extract_incidents(reading: Reading, found: Found) -> list[Incident]:
    """Each act once: a second telling of the same kind, doer and thing is not another incident."""
    actors = Actors(reading)
    kept: list[tuple[_Act, Incident]] = []
    for act in sorted(_all_acts(actors, reading), key=lambda act: act.named):
        incident = _incident(reading, act)
        if not any(_told_already(incident, act, *other) for other in kept):
            kept.append((act, incident))
    incidents = [incident for _, incident in kept]
    told = [incident.evidence[0] for incident in incidents]
    cancelled = [c for e in found.of(Engagement) if (c := _cancelled(actors, e))]
    apart = [c for c in cancelled if not any(c.evidence[0].overlaps(span) for span in told)]
    return sorted([*incidents, *apart], key=lambda i: i.evidence[0].start)


def _told_already(incident: Incident, act: _Act, before: _Act, other: Incident) -> bool:
    """Whether its words lie in those of the other, or it tells again, on no other day, what the other tells."""
    if incident.kind != other.kind:
        return False
    a, b = incident.evidence[0], other.evidence[0]
    if a.overlaps(b) and (a.start == b.start or incident.by == other.by):
        return True
    same = act.named or (act.thing or act.verb).lemma == (before.thing or before.verb).lemma
    apart = incident.against and other.against and not set(incident.against) & set(other.against)
    return same and not apart and incident.by[:1] == other.by[:1] and _same_day(incident.date, other.date)


def _same_day(one: str | None, two: str | None) -> bool:
    """Whether two dates (ISO, cut to the known precision) may be one day."""
    return one is None or two is None or one.startswith(two) or two.startswith(one)


def _all_acts(actors: Actors, reading: Reading) -> Iterator[_Act]:
    for sentence in reading.sentences:
        if sentence.paragraph.kind not in {"headline", "heading", "byline"}:
            yield from _acts(actors, sentence)


def _acts(actors: Actors, sentence: Sentence) -> Iterator[_Act]:
    for token in sentence.tokens:
        if token.pos in {"VERB", "AUX"}:
            act = next((a for f in frames_of(token.lemma) if (a := _done(actors, token, f))), None)
            act = act or _provocation(actors, token) or _charge(actors, token)
        else:
            act = _named(actors, token) if token.pos == "NOUN" else None
        if act is not None:
            yield act


def _done(actors: Actors, verb: Token, frame: Frame) -> _Act | None:
    if not told_as_real(verb, frame):
        return None
    thing = thing_of(verb, frame)
    parties = parties_of(actors, verb, thing, frame) if fits_clause(verb, frame, thing) else None
    return _Act(frame, _head(verb, thing, frame), verb, thing, *parties) if parties else None


def _head(verb: Token, thing: Token | None, frame: Frame) -> Token:
    """What heads the words that tell it: the noun described, what brings the act about, or the verb itself."""
    above = next((t for t in verb.ancestors() if t is thing), None)
    brought = verb.dep == "xcomp" and brought_about(verb, frame)
    return above or announcement(verb) or (verb.head if brought else verb)


def _named(actors: Actors, noun: Token) -> _Act | None:
    kind = kind_of(noun)
    parties = parties_named(actors, noun) if kind else None
    if kind is None or parties is None:
        return None
    return _Act(Frame(kind, "strain"), noun, noun, None, *parties, named=True)


def _provocation(actors: Actors, verb: Token) -> _Act | None:
    """A visit by others' officials to a place that a state protests about."""
    place = verb.child("dobj") if verb.lemma == "visit" else None
    protester = lexicon("incidents")["contested"].get(place.text) if place is not None else None
    by = next((b for s in verb.children if s.dep in SUBJECTS and (b := actors.of(s))), ())
    frame = Frame("visit", "strain")
    if protester is None or not by or protester in by or not told_as_real(verb, frame):
        return None
    return _Act(frame, verb, verb, place, by, (protester,))


def _charge(actors: Actors, verb: Token) -> _Act | None:
    """A charge by a state or its body against another, on a day or as the news itself."""
    accused, accuser = verb.child("dobj"), subject_of(verb)
    if verb.lemma not in lexicon("incidents")["accusing"] or accused is None or accuser is None:
        return None
    named = actors.mention(accuser)
    by, against = actors.of(accuser), actors.of(accused)
    frame = Frame("accusation", "strain")
    official = named is not None and named.via in {"state", "body"}
    if not (official and by and against and by != against and told_as_real(verb, frame) and _is_event(verb)):
        return None
    return _Act(frame, verb, verb, accused, by, against)


def _is_event(verb: Token) -> bool:
    """In the first sentence of an account, or dated in its own sentence."""
    first = verb.sentence.paragraph.index < _LEADING and verb.sentence is verb.sentence.paragraph.sentences[0]
    return first or any(t.ent == "DATE" for t in verb.sentence.tokens)


def _incident(reading: Reading, act: _Act) -> Incident:
    start, end = bounds(act.head, shed=_asides(act))
    evidence = _shortened(reading, act, reading.span(start, end))
    date, basis = _when(reading, act.verb, evidence)
    return Incident(
        evidence=(evidence,),
        confidence=0.65 if act.thing is not None else 0.5,
        extractor=LABEL,
        kind=act.frame.kind,
        by=act.by,
        against=act.against,
        date=date,
        date_basis=basis,
        effect=act.frame.effect,
    )


def _asides(act: _Act) -> list[Token]:
    """Long descriptions after the thing, which the act can do without."""
    if act.thing is None or act.head is act.thing:
        return []
    inside = [t for t in act.thing.subtree() if t.dep in {"acl", "relcl", "amod", "advcl"} and t.i > act.thing.i]
    return [t for t in inside if len(t.subtree()) > 10 and t is not act.verb]


def _shortened(reading: Reading, act: _Act, evidence: Span) -> Span:
    """A long clause is cut to the words from its subject to its object."""
    tokens = reading.tokens_in(evidence.start, evidence.end)
    if len(tokens) <= _OVER_LONG:
        return evidence
    at = next((n for n, t in enumerate(tokens) if t.i >= act.verb.i), 0)
    low, high = max(0, at - 20), min(len(tokens), at + 30)
    return reading.span(tokens[low].start, tokens[high - 1].end)


def _when(reading: Reading, verb: Token, evidence: Span) -> tuple[str | None, Any]:
    """The date of the verb's own clause, else the nearest in its words, else in its sentence; none that is to come."""
    sentence, published = verb.sentence, reading.document.published
    dated = [t for t in reading.times_in(sentence.start, sentence.end) if t.kind == "date" and t.when and t.when.day]
    past = [t for t in dated if not (published and t.when and t.when.day and t.when.day[:10] > published)]
    own = [t for t in past if _clause_of(reading, t) is verb]
    inside = own or [t for t in past if evidence.start <= t.start < evidence.end] or past
    nearest = min(inside, key=lambda t: abs(t.start - verb.start), default=None)
    return (nearest.when.day, nearest.when.basis) if nearest and nearest.when else (None, None)


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
