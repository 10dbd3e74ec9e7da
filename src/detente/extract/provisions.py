"""Undertakings told by a noun alone: items of a list of outcomes, things announced or resumed, intentions denied."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.undertakings import Scene, Undertaking, cues, told_as_real
from detente.text.clauses import happened, joined, negated, subject_of
from detente.text.reading import Token


def listed(scene: Scene, noun: Token) -> Iterator[Undertaking]:
    """As in the item "- Creation of a joint task force" in a text of several states."""
    sentence = noun.sentence
    if sentence.paragraph.kind != "bullet" or noun is not sentence.root or noun.pos not in {"NOUN", "PROPN"}:
        return
    if not scene.of_several() or scene.statement(noun) is not None:
        return
    if _outcome(noun):
        yield Undertaking(noun, noun, scene.actors.sides, "agreed", 0.5)


def announced_thing(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "announced the creation of a fund", "unveiled a further loan"."""
    if verb.lemma not in cues()["announcing"] or verb.pos != "VERB" or not happened(verb):
        return
    thing, by = verb.child("dobj"), scene.by(subject_of(verb))
    if by and thing is not None and _outcome(thing):
        yield Undertaking(verb, thing, by, "agreed" if len(by) > 1 else "promised", 0.5)


def resumed(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "both sides welcomed the resumption of X", "both sides are resuming X"."""
    by = scene.by(subject_of(verb)) if verb.pos == "VERB" and told_as_real(verb) else ()
    thing = verb.child("dobj")
    if len(by) < 2 or thing is None:
        return
    if verb.lemma in cues()["welcoming"] and thing.lemma in cues()["resumed"]:
        yield Undertaking(verb, thing, by, "agreed", 0.5)
    elif verb.lemma in cues()["resuming"]:
        yield Undertaking(verb, verb, by, "agreed", 0.5)


def no_intention(scene: Scene, noun: Token) -> Iterator[Undertaking]:
    """As in "it has no intention of X-ing", "it is not our intention to X"."""
    if noun.lemma not in cues()["intentions"] or noun.pos != "NOUN":
        return
    statement, verb = scene.statement(noun), noun.head
    denied = negated(verb) or any(c.lower == "no" for c in noun.children)
    if statement is None or not denied:
        return
    by = scene.by(noun.child("poss") or subject_of(verb))
    prep = noun.child("prep")
    deed = noun.child("acl") or verb.child("xcomp", "advcl") or (prep.child("pcomp") if prep else None)
    if by and deed is not None and (not statement.state or statement.state in by):
        yield Undertaking(verb, noun, by, "promised", 0.55)


def _outcome(noun: Token) -> bool:
    """Whether a noun names what is to be made or done."""
    return bool({t.lemma.lower() for t in joined(noun)} & cues()["outcomes"])
