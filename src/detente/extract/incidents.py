"""Acts between states told as having happened, with who did what to whom and when.

Not read yet: incidents told only by a result ("tensions after the crash"), accusations in words alone, acts of
private people, acts whose doer stands in another sentence, and the same act told twice in different words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from detente.model.findings import Effect, Engagement, Incident, IncidentKind
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.text.chain import Found
from detente.text.clauses import (
    SUBJECTS,
    Actors,
    agent_of,
    bounds,
    conditional,
    happened,
    joined,
    modal,
    negated,
    subject_of,
)
from detente.text.reading import Reading, Sentence, Token

LABEL = "incidents/1"
_OVER_LONG = 60


@dataclass(frozen=True, slots=True)
class _Frame:
    """Verbs of one kind of act, with the things it is done to and the words that must stand in its clause."""

    kind: IncidentKind
    effect: Effect
    things: frozenset[str]
    needs: frozenset[str]
    anything: bool
    alone: bool
    foreign: bool
    subject: bool


@dataclass(frozen=True, slots=True)
class _Act:
    """`head` heads the words that tell it, `thing` is what it is done to."""

    frame: _Frame
    head: Token
    verb: Token
    thing: Token | None
    by: tuple[str, ...]
    against: tuple[str, ...]


def extract_incidents(reading: Reading, found: Found) -> list[Incident]:
    """Each act once: a second telling of the same kind, doer and thing is not another incident."""
    actors = Actors(reading)
    kept: dict[tuple[object, ...], Incident] = {}
    for sentence in reading.sentences:
        if sentence.paragraph.kind in {"headline", "heading", "byline"}:
            continue
        for act in _acts(actors, sentence):
            incident = _incident(reading, act)
            key = (act.frame.kind, act.by[:1], act.thing.lemma if act.thing else act.verb.lemma)
            if key not in kept and not any(_inside(incident, other) for other in kept.values()):
                kept[key] = incident
    told = [incident.evidence[0] for incident in kept.values()]
    cancelled = [c for e in found.of(Engagement) if (c := _cancelled(actors, e))]
    apart = [c for c in cancelled if not any(c.evidence[0].overlaps(span) for span in told)]
    return sorted([*kept.values(), *apart], key=lambda i: i.evidence[0].start)


def _inside(incident: Incident, other: Incident) -> bool:
    a, b = incident.evidence[0], other.evidence[0]
    return incident.kind == other.kind and a.overlaps(b) and (a.start == b.start or incident.by == other.by)


@cache
def _frames() -> dict[str, list[_Frame]]:
    by_verb: dict[str, list[_Frame]] = {}
    for raw in lexicon("incidents")["acts"]:
        frame = _frame(raw)
        for verb in raw["verbs"]:
            by_verb.setdefault(verb, []).append(frame)
    return by_verb


def _frame(raw: dict[str, Any]) -> _Frame:
    return _Frame(
        kind=raw["kind"],
        effect=cast(Effect, raw.get("effect", "strain")),
        things=frozenset(raw.get("things", ())),
        needs=frozenset(raw.get("needs", ())),
        anything=raw.get("any", False),
        alone=raw.get("alone", False),
        foreign=raw.get("foreign", False),
        subject=raw.get("subject", False),
    )


def _acts(actors: Actors, sentence: Sentence) -> Iterator[_Act]:
    for token in sentence.tokens:
        if token.pos in {"VERB", "AUX"} and token.lemma in _frames() and _real(token):
            act = next((a for f in _frames()[token.lemma] if (a := _done(actors, token, f))), None)
        elif token.pos == "NOUN" and token.lemma in lexicon("incidents")["nouns"]:
            act = _named(actors, token)
        elif token.lemma == "visit" and token.pos == "VERB" and _real(token):
            act = _provocation(actors, token)
        else:
            act = None
        if act is not None:
            yield act


def _real(verb: Token) -> bool:
    """Told as done, under way, brought about or announced, and not as someone's claim or fear."""
    if _unproven(verb):
        return False
    enacted = verb.tag == "VBG" and verb.dep == "acl" and verb.head.lemma.lower() in lexicon("incidents")["instruments"]
    if enacted and happened(verb.head.head):
        return True
    under_way = verb.tag == "VBG" and any(c.lower in {"is", "are"} for c in verb.children if c.dep == "aux")
    return happened(verb) or (not negated(verb) and not conditional(verb) and (under_way or _brought_about(verb)))


def _unproven(verb: Token) -> bool:
    """Said, feared, planned or forbidden by the noun or verb that the act hangs on."""
    token = verb
    while token.dep in {"acl", "xcomp", "pcomp", "prep", "ccomp", "conj"} and token.head is not token:
        token = token.head
        if token.lemma in lexicon("incidents")["unproven"].get(token.pos, ()):
            return True
    return False


def _brought_about(verb: Token) -> bool:
    """Made real by the verb above it: "ordered it to close", "announced that it would impose"."""
    above, cues = verb.head, lexicon("incidents")
    if above is verb or not happened(above):
        return False
    if verb.tag in {"VB", "VBG"} and verb.dep in {"xcomp", "ccomp"} and not modal(verb):
        return above.lemma in cues["bringing"]
    return verb.dep == "ccomp" and modal(verb) in {"will", "would"} and above.lemma in cues["announcing"]


def _things(verb: Token, frame: _Frame) -> Iterator[Token]:
    """What it may be done to: object, passive subject, the noun that a participle or relative clause describes."""
    if frame.subject:
        subject = subject_of(verb)
        yield from (subject,) if subject is not None else ()
        return
    thing = next((o for v in joined(verb) if (o := v.child("dobj", "nsubjpass", "dative"))), None)
    if thing is not None and thing.tag not in {"WDT", "WP"}:
        yield thing
    elif verb.dep in {"acl", "relcl"}:
        yield from _described(verb)


def _described(verb: Token) -> Iterator[Token]:
    """The noun that the verb hangs on, then those that hold it ("the tariffs on imports imposed in March")."""
    noun = verb.head
    while noun.pos in {"NOUN", "PROPN"}:
        yield noun
        if noun.dep != "pobj" or noun.head.head is noun.head:
            return
        noun = noun.head.head


def _done(actors: Actors, verb: Token, frame: _Frame) -> _Act | None:
    if (frame.needs and not frame.needs & {t.lemma for t in verb.subtree()}) or (frame.anything and _presupposed(verb)):
        return None
    thing = next((t for t in _things(verb, frame) if _fits(t, frame)), None)
    if thing is None and not frame.alone and not _fits_after(verb, frame):
        return None
    doer = agent_of(verb) if verb.child("auxpass", "agent") else subject_of(verb)
    if doer is verb.head and doer.lemma.lower() in lexicon("incidents")["instruments"]:
        doer = subject_of(doer.head)
    by = actors.of(doer if doer is not thing or frame.subject else None)
    against = tuple(s for s in _suffering(actors, verb, thing) if s not in by)
    if not by and doer in (None, thing) and thing is not None and against:
        by, against = _inferred(actors, against)
    if not by or (frame.foreign and not against):
        return None
    return _Act(frame, _head(verb, thing), verb, thing, by, against or actors.others(by))


def _head(verb: Token, thing: Token | None) -> Token:
    """What heads the words that tell it: the noun described, the announcement, or the verb itself."""
    above = next((t for t in verb.ancestors() if t is thing), None)
    if above is not None:
        return above
    announced = verb.dep == "ccomp" and modal(verb) and verb.head.lemma in lexicon("incidents")["announcing"]
    return verb.head if announced else verb


def _presupposed(verb: Token) -> bool:
    """Told only to say whom a concern is about ("citizens detained in X"), with neither doer nor day."""
    return verb.dep in {"acl", "relcl"} and agent_of(verb) is None and not any(t.ent == "DATE" for t in verb.subtree())


def _inferred(actors: Actors, against: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where nobody is named as doer, the other of the document's two states."""
    other = actors.others(against[:1])
    return (other, against[:1]) if against[0] in actors.pair else ((), against)


def _fits(thing: Token, frame: _Frame) -> bool:
    words = {part.lemma for item in joined(thing) for part in (item, *_of(item))}
    return frame.anything or bool(frame.things & words)


def _fits_after(verb: Token, frame: _Frame) -> bool:
    """The thing stands after a preposition ("fired on the vessel", "sailed through the strait")."""
    if any(c.dep == "dobj" for c in verb.children):
        return False
    return bool(frame.things & {t.lemma for p in verb.children if p.dep == "prep" for t in p.children})


def _of(noun: Token) -> list[Token]:
    """Nouns under "of" ("dozens of missiles", "freedom of navigation operations")."""
    return [o for p in noun.children if p.dep == "prep" and p.lower == "of" for o in p.children if o.dep == "pobj"]


def _suffering(actors: Actors, verb: Token, thing: Token | None) -> tuple[str, ...]:
    """States in what it is done to and in the phrases after "on", "against", "at", "from", "to"."""
    places = [thing] if thing is not None else []
    for noun in (verb, *places[:1]):
        places += [o for p in noun.children if p.dep in {"prep", "dative"} for o in p.children if o.dep == "pobj"]
    found: list[str] = []
    for place in places:
        tokens = place.subtree()
        found.extend(s for s in actors.named(tokens[0].start, tokens[-1].end) if s not in found)
    return tuple(found)


def _named(actors: Actors, noun: Token) -> _Act | None:
    """An act told as a thing: "Russia's buildup on the border", "the attacks on the Saudi embassy"."""
    kind = lexicon("incidents")["nouns"][noun.lemma]
    after = [
        p
        for p in noun.children
        if p.dep == "acl" or (p.dep == "prep" and p.lower in {"on", "of", "against", "in", "at", "near", "into"})
    ]
    owner = noun.child("poss") or next(
        (c for c in noun.children if c.dep == "amod" and c.pos in {"ADJ", "PROPN"}), None
    )
    before = {c.lower for c in noun.children if c.dep == "det"}
    definite = (owner is not None or "the" in before) and not before & {"any", "no", "a", "an", "further"}
    if kind is None or not after or not definite or conditional(noun):
        return None
    tokens = [t for p in after for t in p.subtree()]
    against = actors.named(tokens[0].start, tokens[-1].end)
    named_doer = next((p.child("pobj") for p in noun.children if p.dep == "prep" and p.lower == "by"), None)
    by = actors.of(noun.child("poss")) or actors.of(named_doer) or actors.named(noun.subtree()[0].start, noun.start)[:1]
    if not by and {t.lemma for t in tokens} & set(lexicon("incidents")["jointly"]):
        by = actors.pair
    if not by:
        return None
    frame = _frame({"kind": kind, "any": True})
    return _Act(frame, noun, noun, None, by, tuple(s for s in against if s not in by) or actors.others(by))


def _provocation(actors: Actors, verb: Token) -> _Act | None:
    """A visit by others' officials to a place that a state protests about."""
    place = verb.child("dobj")
    protester = lexicon("incidents")["contested"].get(place.text) if place is not None else None
    by = next((b for s in verb.children if s.dep in SUBJECTS and (b := actors.of(s))), ())
    if protester is None or not by or protester in by:
        return None
    frame = _frame({"kind": "visit", "any": True})
    return _Act(frame, verb, verb, place, by, (protester,))


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
    """The date nearest to the verb in its sentence."""
    dated = [t for t in reading.times_in(verb.sentence.start, verb.sentence.end) if t.kind == "date" and t.when]
    inside = [t for t in dated if evidence.start <= t.start < evidence.end] or dated
    nearest = min(inside, key=lambda t: abs(t.start - verb.start), default=None)
    return (nearest.when.day, nearest.when.basis) if nearest and nearest.when else (None, None)


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
