"""What an act between states is made of: verbs of one kind with what they are done to, from the language data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from detente.model.findings import Effect, IncidentKind
from detente.ontology.lexicon import lexicon
from detente.text.clauses import joined, subject_of
from detente.text.reading import Token


@dataclass(frozen=True, slots=True)
class Frame:
    """Verbs of one kind of act, with the things (lemmas) it is done to and the words that must stand in its clause.

    The flags are those that head `incidents.yaml`.
    """

    kind: IncidentKind
    effect: Effect
    things: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    anything: bool = False
    person: bool = False
    alone: bool = False
    foreign: bool = False
    subject: bool = False
    hit: bool = False
    between: bool = False
    omitted: bool = False
    standing: bool = False


def frames_of(verb: str) -> list[Frame]:
    """The frames of a verb (its lemma), in the order of the data."""
    return _frames().get(verb, [])


@cache
def _frames() -> dict[str, list[Frame]]:
    by_verb: dict[str, list[Frame]] = {}
    for raw in lexicon("incidents")["acts"]:
        frame = _frame(raw)
        for verb in raw["verbs"]:
            by_verb.setdefault(verb, []).append(frame)
    return by_verb


def _frame(raw: dict[str, Any]) -> Frame:
    return Frame(
        kind=raw["kind"],
        effect=cast(Effect, raw.get("effect", "strain")),
        things=frozenset(raw.get("things", ())),
        needs=frozenset(raw.get("needs", ())),
        anything=raw.get("any", False),
        person=raw.get("person", False),
        alone=raw.get("alone", False),
        foreign=raw.get("foreign", False),
        subject=raw.get("subject", False),
        hit=raw.get("hit", False),
        between=raw.get("between", False),
        omitted=raw.get("omitted", False),
        standing=raw.get("standing", False),
    )


def may_fit(verb: Token, frame: Frame) -> bool:
    """Whether the sentence of a verb holds words that the frame is about and needs, which is cheap to ask."""
    forms = verb.sentence.forms
    things = frame.anything or frame.person or frame.alone or not frame.things.isdisjoint(forms)
    return things and not (frame.needs and frame.needs.isdisjoint(forms))


def thing_of(verb: Token, frame: Frame) -> Token | None:
    """The first thing in the verb's clause that the frame is about."""
    return next((t for t in _things(verb, frame) if _suits(t, frame)), None)


def _suits(thing: Token, frame: Frame) -> bool:
    if frame.anything or (frame.person and thing.ent in {"PERSON", "NORP"}):
        return True
    words = _words(thing)
    return not frame.things.isdisjoint(words) or (frame.person and not _people().isdisjoint(words))


@cache
def _people() -> frozenset[str]:
    return frozenset(lexicon("incidents")["people"])


def fits_clause(verb: Token, frame: Frame, thing: Token | None) -> bool:
    """Whether the words that the frame needs stand there, and a thing does unless it can do without."""
    if thing is None and not frame.alone and not _fits_after(verb, frame):
        return False
    return not frame.needs or any(t.lemma in frame.needs or t.lower in frame.needs for t in _clause(verb, frame))


def _clause(verb: Token, frame: Frame) -> list[Token]:
    """The verb's own words, without clauses joined to it; with those of the noun that it describes.

    The subject counts only where it is the thing, or the thing of a passive.
    """
    apart = {"conj", "advcl"} if frame.subject or frame.hit else {"conj", "advcl", "nsubj"}
    words = [t for c in verb.children if c.dep not in apart for t in c.subtree()]
    described = verb.head.children if verb.dep in {"acl", "relcl"} else []
    return words + [t for c in described if c.i < verb.head.i for t in c.subtree()]


def _things(verb: Token, frame: Frame) -> Iterator[Token]:
    """What it may be done to: object, passive subject, the noun that a participle or relative clause describes."""
    if frame.subject or frame.hit:
        subject = subject_of(verb)
        yield from (subject,) if subject is not None else ()
        return
    own = (verb.child("dobj"), verb.child("nsubjpass", "dative"), *(v.child("dobj") for v in joined(verb)[1:]))
    shared = (_shared(verb) or _small_clause(verb),) if not any(own) else ()
    things = [t for t in (*own, *shared) if t is not None]
    if things and things[0].tag not in {"WDT", "WP"}:
        yield from things
    elif verb.dep in {"acl", "relcl"}:
        yield from _described(verb)
    elif verb.dep == "amod":
        yield verb.head


def _shared(verb: Token) -> Token | None:
    """The passive subject of the verb that this one is joined to ("the two were tried and expelled")."""
    return verb.head.child("nsubjpass") if verb.dep == "conj" and verb.tag == "VBN" else None


def _small_clause(verb: Token) -> Token | None:
    """What is to be done something with ("ordered ten envoys to leave", "ordered the consulate shut")."""
    clause = verb.child("ccomp", "xcomp")
    return clause.child("nsubj", "nsubjpass") if clause is not None and clause.i > verb.i else None


def _described(verb: Token) -> Iterator[Token]:
    """The noun that the verb hangs on, then those that hold it ("the tariffs on imports imposed in March")."""
    noun = verb.head
    while noun.pos in {"NOUN", "PROPN"}:
        yield noun
        if noun.dep != "pobj" or noun.head.head is noun.head:
            return
        noun = noun.head.head


def _fits_after(verb: Token, frame: Frame) -> bool:
    """The thing stands after a preposition ("fired on the vessel", "sailed through the strait")."""
    if any(c.dep == "dobj" for c in verb.children):
        return False
    return bool(frame.things & {t.lemma for p in verb.children if p.dep == "prep" for t in p.children})


def _words(noun: Token) -> set[str]:
    """Lemmas of the noun, of what is joined to it, of its appositions and of nouns under "of" ("a set of curbs")."""
    return {part.lemma for item in joined(noun) for part in (item, *_of(item), *_appositions(item))}


def _appositions(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep == "appos"]


def _of(noun: Token) -> list[Token]:
    return [o for p in noun.children if p.dep == "prep" and p.lower == "of" for o in p.children if o.dep == "pobj"]
