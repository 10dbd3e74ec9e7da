"""Words that tell a contact: verbs ("met with"), nouns ("a summit"), and verbs that carry a noun ("held a summit")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.model.findings import EngagementKind
from detente.ontology.lexicon import lexicon
from detente.text.clauses import agent_of, auxiliaries, happened, joined
from detente.text.reading import Token

_SETTING_OFF = frozenset({"amod", "advmod"})
CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis", "pcomp", "csubj", "conj"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One telling of a contact.

    `head` is the verb or noun that names it, `anchor` the verb that carries the noun or whose subject it is.
    `mine` and `theirs` head the words for the two sides, `destination` those for where a visit goes, `hosts` those for
    who is told to receive the traveller. `wary` cues count only with both sides told; `apart` ones leave out whom "and"
    joins to their sides; `spoken` ones may be a call or talks. `summons` are for one side's envoy. `since` tells of the
    last contact before a time without. `act` ones tell what both did together, which counts with a day or a place.
    `reach` bounds the code points of its own times, where its clause tells several contacts; of a `stop` these are its
    place and day.
    """

    head: Token
    kind: EngagementKind
    anchor: Token | None = None
    mine: tuple[Token, ...] = ()
    theirs: tuple[Token, ...] = ()
    destination: tuple[Token, ...] = ()
    hosts: tuple[Token, ...] = ()
    wary: bool = False
    apart: bool = False
    spoken: bool = False
    summons: bool = False
    since: bool = False
    act: bool = False
    reach: tuple[int, int] | None = None
    stop: bool = False

    @property
    def anaphoric(self) -> bool:
        """Whether it points back to a contact already told: "their discussions", "the meeting"."""
        if self.head.pos not in {"NOUN", "PROPN"} or self.theirs:
            return False
        return all(t.pos == "PRON" for t in self.mine)

    @property
    def earlier(self) -> bool:
        """Whether it is set off from that which the text is about: "the two last met", "the last time they met"."""
        time = self.head.head if self.head.dep in {"relcl", "acl"} and self.head.head.lemma == "time" else self.head
        return any(
            c.lower in word_set("earlier") for h in {self.head, time} for c in h.children if c.dep in _SETTING_OFF
        )

    @property
    def leaving(self) -> bool:
        """Whether it tells a visit by its end: "left Oslo", "came home from Oslo"."""
        return self.kind == "visit" and bool(set(left_behind(self.head)) & set(self.destination))

    @property
    def answering(self) -> bool:
        """Whether it tells a visit by what became of an invitation: "accepted an invitation to Oslo"."""
        return self.kind == "visit" and self.head.lemma in word_set("accepting") | word_set("declining")

    @property
    def verb(self) -> Token | None:
        """The verb of its clause, if that is about the contact."""
        return self.anchor or (self.head if self.head.pos in {"VERB", "AUX"} else None)


@cache
def cue_words() -> Mapping[str, Any]:
    """The data file on engagements."""
    return lexicon("engagements")


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of the data file as a set."""
    return frozenset(cue_words()[name])


@cache
def named_contacts() -> frozenset[str]:
    """The nouns that name a meeting, talks, a summit or a call."""
    return frozenset(n for kind in ("meeting", "talks", "summit", "call") for n in cue_words()["nouns"][kind])


def governed(preposition: Token) -> Token | None:
    """The noun of a preposition, also where the parse makes it the subject of what follows: "with Ms Doe to …"."""
    clause = preposition.child("pcomp")
    return preposition.child("pobj") or (clause.child("nsubj") if clause is not None else None)


def prepositions(verb: Token) -> Iterator[Token]:
    """Prepositions of a verb, also those that hang on its particle, its word of time, a place or "by phone"."""
    for child in verb.children:
        if child.dep in {"prep", "dative"}:
            yield child
            yield from (c for c in joined(child)[1:] if c.pos == "ADP")
            inner = child.child("pobj")
            light = inner is not None and (
                inner.ent in {"DATE", "TIME", "GPE"} or inner.lower in word_set("call_words")
            )
            yield from (c for c in (inner.children if inner is not None and light else ()) if c.dep == "prep")
            if inner is not None and inner.lemma in word_set("margins"):
                yield from (c for c in deep(inner) if c.dep == "prep")
        elif child.dep in {"prt", "npadvmod", "advmod"}:
            yield from ([child] if child.dep == "prt" else [])
            yield from (c for c in child.children if c.dep == "prep")


def is_named(noun: Token) -> bool:
    """Whether it is a name: also one whose last part is written small, as in "Moon Jae-in"."""
    return noun.pos == "PROPN" or any(c.dep == "compound" and c.ent == "PERSON" for c in noun.children)


def deep(token: Token) -> Iterator[Token]:
    """All words under a noun that are in no clause of their own."""
    for child in token.children:
        if child.dep not in CLAUSAL:
            yield child
            yield from deep(child)


_PARTICLES = frozenset({"forward", "out", "away", "through", "back", "off"})
"""Also where the parser takes them for prepositions."""


def phrasal(verb: Token) -> str:
    """The verb with its particle: "call off"."""
    particle = verb.child("prt") or next((c for c in verb.children if c.lower in _PARTICLES), None)
    return f"{verb.lemma} {particle.lower}" if particle is not None else verb.lemma


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before it."""
    return "to" in auxiliaries(verb)


def going_to(verb: Token) -> bool:
    """Whether it is "is going to meet", or "is going to Oslo to meet"."""
    return is_infinitive(verb) and verb.dep in {"xcomp", "advcl"} and verb.head.lower == "going"


def led_by(delegation: Token) -> list[Token]:
    """Those who lead it: "a delegation led by Ms Doe", "talks chaired by Ms Doe and Mr Roe"."""
    return _agents((c for c in delegation.children if c.dep == "acl"), "leading")


def coming_along(cue: Cue) -> list[Token]:
    """Those who take part beside the first side: "Mr Roe, joined by Ms Doe, met", "met Mr Roe, accompanied by Ms Doe".

    The parser takes "joined" for a verb of its own where a mark parts it from the name.
    """
    verbs = [cue.verb] if cue.verb is not None else []
    clauses = [c for w in (*cue.mine, *verbs) for c in w.children if c.dep in {"acl", "advcl"}]
    clauses += [v.head for v in verbs if v.dep == "conj"]
    return _agents(clauses, "accompanying")


def _agents(clauses: Iterable[Token], doing: str) -> list[Token]:
    """Those who are told behind "by" to do what the words of a list say."""
    return [agent for c in clauses if c.lemma in word_set(doing) and (agent := agent_of(c)) is not None]


def in_person(head: Token, anchor: Token | None = None) -> bool:
    """Whether words beside it tell that it was no call: "over lunch", "on the sidelines", "face to face"."""
    for child in (c for h in (head, anchor) if h is not None for c in h.children):
        led = governed(child) if child.lower in {"during", "over", "at", "on", "in"} else None
        told = led if led is not None else child if child.dep in {"compound", "amod", "npadvmod", "advmod"} else None
        if told is not None and told.lemma in word_set("in_person"):
            return True
    return False


def told_by_phone(head: Token) -> bool:
    """Whether the clause speaks of a telephone or a video link."""
    near = head.subtree() if head.pos == "VERB" else [*head.children, *head.head.children]
    return any(t.lower in word_set("call_words") for t in near)


def left_behind(verb: Token) -> list[Token]:
    """The place that somebody "left", "came home from", "flew out of": they had been there.

    Told as done; "left Oslo alone" and "left Oslo off the list" are no journeys.
    """
    if verb.lemma not in word_set("leaving") or not happened(verb):
        return []
    near = [p for c in (verb, *verb.children) for p in c.children if p.dep == "prep"]
    out = [o for c in near for o in (c, *c.children) if o.lower in {"from", "of"}]
    places = [p for c in out if (p := c.child("pobj")) is not None and p.ent == "GPE"]
    if verb.lemma in {"leave", "depart"}:
        left = [c for c in verb.children if c.dep == "dobj"]
        return left if len(left) == 1 and left[0].ent == "GPE" and not _otherwise(verb) else []
    home = any(c.lower in word_set("home") for c in verb.children)
    gone = verb.lemma == "return" or home or any(c.lower == "out" for c in (*verb.children, *near))
    return places if gone and verb.child("dobj") is None else []


def _otherwise(verb: Token) -> bool:
    """Whether more is told than that somebody left a place: in what state, for what, or out of what."""
    return any(
        c.dep in {"oprd", "dative", "xcomp", "ccomp", "acomp", "prt"}
        or (c.dep == "advmod" and c.lower in {"alone", "off", "out", "behind"})
        or (c.dep == "prep" and c.lower in {"to", "off", "out", "behind", "in", "without"} and not _tells_time(c))
        for c in verb.children
    )


def _tells_time(preposition: Token) -> bool:
    thing = preposition.child("pobj")
    return thing is not None and thing.ent in {"DATE", "TIME"}
