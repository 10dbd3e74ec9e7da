"""Acts that the language data spells out: a verb with what it is done to, or the noun of an act, with its parties."""

from __future__ import annotations

from dataclasses import dataclass

from detente.extract.incident_frames import Frame, fits_clause, frames_of, may_fit, thing_of
from detente.extract.incident_nouns import kind_of, parties_named
from detente.extract.incident_parties import parties_of
from detente.extract.incident_reality import announcement, brought_about, told_as_real
from detente.ontology.lexicon import lexicon
from detente.text.clauses import SUBJECTS, Actors, subject_of
from detente.text.reading import Token

_LEADING = 4
"""Paragraphs (headline and byline among them) whose first sentence may be the news itself."""


@dataclass(frozen=True, slots=True)
class Act:
    """`head` heads the words that tell it, `thing` is what it is done to; `named` as a noun, not by a verb."""

    frame: Frame
    head: Token
    verb: Token
    thing: Token | None
    by: tuple[str, ...]
    against: tuple[str, ...]
    named: bool = False


def act_of(actors: Actors, token: Token) -> Act | None:
    """The act that a verb or noun tells; None where the data knows none, or it is not told as done."""
    if token.pos in {"VERB", "AUX"}:
        frames = (f for f in frames_of(token.lemma) if may_fit(token, f))
        act = next((a for f in frames if (a := _done(actors, token, f))), None)
        return act or _provocation(actors, token) or _charge(actors, token)
    return _named(actors, token) if token.pos == "NOUN" else None


def _done(actors: Actors, verb: Token, frame: Frame) -> Act | None:
    thing = thing_of(verb, frame)
    told = fits_clause(verb, frame, thing) and told_as_real(verb, frame)
    parties = parties_of(actors, verb, thing, frame) if told else None
    return Act(frame, _head(verb, thing, frame), verb, thing, *parties) if parties else None


def _head(verb: Token, thing: Token | None, frame: Frame) -> Token:
    """What heads the words that tell it: the noun described, what brings the act about, or the verb itself."""
    above = next((t for t in verb.ancestors() if t is thing), None)
    brought = verb.dep == "xcomp" and brought_about(verb, frame)
    return above or announcement(verb) or (verb.head if brought else verb)


def _named(actors: Actors, noun: Token) -> Act | None:
    kind = kind_of(noun)
    parties = parties_named(actors, noun) if kind else None
    if kind is None or parties is None:
        return None
    return Act(Frame(kind, "strain"), noun, noun, None, *parties, named=True)


def _provocation(actors: Actors, verb: Token) -> Act | None:
    """A visit by others' officials to a place that a state protests about."""
    if verb.lemma != "visit":
        return None
    place = verb.child("dobj")
    protester = lexicon("incidents")["contested"].get(place.text) if place is not None else None
    by = next((b for s in verb.children if s.dep in SUBJECTS and (b := actors.of(s))), ())
    frame = Frame("visit", "strain")
    if protester is None or not by or protester in by or not told_as_real(verb, frame):
        return None
    return Act(frame, verb, verb, place, by, (protester,))


def _charge(actors: Actors, verb: Token) -> Act | None:
    """A charge by a state or its body against another, on a day or as the news itself."""
    if verb.lemma not in lexicon("incidents")["accusing"]:
        return None
    accused, accuser = verb.child("dobj"), subject_of(verb)
    if accused is None or accuser is None:
        return None
    named = actors.mention(accuser)
    by, against = actors.of(accuser), actors.of(accused)
    frame = Frame("accusation", "strain")
    official = named is not None and named.via in {"state", "body"}
    if not (official and by and against and by != against and told_as_real(verb, frame) and _is_event(verb)):
        return None
    return Act(frame, verb, verb, accused, by, against)


def _is_event(verb: Token) -> bool:
    """In the first sentence of an account, or dated in its own sentence."""
    first = verb.sentence.paragraph.index < _LEADING and verb.sentence is verb.sentence.paragraph.sentences[0]
    return first or any(t.ent == "DATE" for t in verb.sentence.tokens)
