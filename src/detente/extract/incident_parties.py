"""Which states an act is by and against, as far as its sentence and the document tell."""

from __future__ import annotations

from detente.extract.incident_frames import Frame
from detente.extract.incident_reality import announcement
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.text.clauses import Actors, agent_of, phrase_of, subject_of
from detente.text.reading import Token

Parties = tuple[tuple[str, ...], tuple[str, ...]]
"""The states that did it, and those that it was done to."""


def parties_of(actors: Actors, verb: Token, thing: Token | None, frame: Frame) -> Parties | None:
    """Who did it to whom; None where it cannot be an act between states.

    A doer of no known state leaves the first place empty; a victim that is not named is the other of the
    document's two states.
    """
    doer = _doer(verb)
    by = actors.of(doer if doer is not thing or frame.subject else None) or _announcer(actors, verb)
    named = [s for s in _suffering(actors, verb, thing) if s not in by]
    against = tuple(named)
    if by:
        return _with_victim(actors, verb, by, against, frame)
    if against and frame.between:
        return _between(actors, against)
    if against:
        nobody = doer is None or doer is thing
        return _suffered(actors, against) if nobody else _by_unknown(actors, verb, against, frame)
    if frame.between and len(actors.pair) > 1:
        return actors.pair, actors.pair
    return None


def _with_victim(
    actors: Actors, verb: Token, by: tuple[str, ...], against: tuple[str, ...], frame: Frame
) -> Parties | None:
    if against or len(by) > 1 or not frame.foreign:
        return by, against or actors.others(by)
    sentence = verb.sentence
    beside = [s for s in actors.named(sentence.start, sentence.end) if s not in by and s in actors.pair]
    return (by, tuple(beside[:1])) if beside else None


def _by_unknown(actors: Actors, verb: Token, against: tuple[str, ...], frame: Frame) -> Parties | None:
    """Someone of no known state did it to one of the document's states ("a bomber killed 40 Indian guards")."""
    done = frame.foreign and verb.tag in {"VBD", "VBN"}
    return ((), against[:1]) if done and against[0] in actors.pair else None


def _between(actors: Actors, against: tuple[str, ...]) -> Parties | None:
    """A measure in force between the document's two states: the other has it on the one that it is on."""
    if set(against) == set(actors.pair):
        return against, against
    other = actors.others(against[:1])
    return (other, against[:1]) if against[0] in actors.pair and other else None


def _suffered(actors: Actors, against: tuple[str, ...]) -> Parties | None:
    """What nobody is named to do to one of the document's two states was done by nobody known."""
    if set(against) == set(actors.pair):
        return against, against
    return ((), against[:1]) if against[0] in actors.pair else None


def _announcer(actors: Actors, verb: Token) -> tuple[str, ...]:
    """Whoever announced it, where the act has no doer of its own ("announced that the consulate would close")."""
    above = announcement(verb)
    return actors.of(subject_of(above)) if above is not None else ()


def _doer(verb: Token) -> Token | None:
    passive = verb.child("auxpass", "agent") is not None or (verb.tag == "VBN" and verb.dep in {"acl", "amod"})
    doer = agent_of(verb) if passive else subject_of(verb)
    if doer is not None and doer is verb.head and doer.lemma in lexicon("incidents")["instruments"]:
        return subject_of(doer.head)
    return doer


def _suffering(actors: Actors, verb: Token, thing: Token | None) -> tuple[str, ...]:
    """States in what it is done to and in the phrases after "on", "against", "at", "from", "to"."""
    if verb.dep == "amod" and thing is not None:
        return _adjectives(actors, thing)
    places = [thing] if thing is not None else []
    for noun in (verb, *places[:1]):
        places += [o for p in noun.children if p.dep in {"prep", "dative"} for o in p.children if o.dep == "pobj"]
    found: list[str] = []
    for place in places:
        tokens = place.subtree()
        found.extend(s for s in actors.named(tokens[0].start, tokens[-1].end) if s not in found)
    return tuple(found)


def _adjectives(actors: Actors, thing: Token) -> tuple[str, ...]:
    """States named before the noun that a participle describes ("seized Kenyan assets")."""
    words = phrase_of(thing)
    return actors.named(words[0].start, words[-1].end)


def parties_told(actors: Actors, head: Token, words: Span) -> Parties:
    """Who did what a clause or noun tells, and which other states its words name; unknown where they do not say."""
    by = _doers_of_noun(actors, head) if head.pos == "NOUN" else actors.of(_doer(head))
    named = tuple(s for s in actors.named(words.start, words.end) if s not in by)
    return by, named or (actors.others(by) if by else ())


def _doers_of_noun(actors: Actors, noun: Token) -> tuple[str, ...]:
    """The possessor, the noun after "by" or "from", or the adjective of a state before the noun."""
    told = next((p.child("pobj") for p in noun.children if p.lower in {"by", "from"}), None)
    before = noun.subtree()[0].start
    return actors.of(noun.child("poss")) or actors.of(told) or actors.named(before, noun.start)[:1]
