"""The several contacts behind one telling: "visits by A and B", "saw A on Monday and B on Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.extract.engagement_cues import Cue, word_set
from detente.extract.engagement_parties import Roster, Sides, settled
from detente.extract.engagement_stops import stops_of
from detente.model.dossier import Party
from detente.text.clauses import joined
from detente.text.reading import Token

_LISTED = 3
"""So many people of one state, listed after "met with", were met one by one."""


def parts_of(cue: Cue, roster: Roster) -> Iterator[Cue]:
    """The cue itself, or one for each of the contacts that it tells."""
    if cue.kind == "visit":
        yield from _visitors(cue)
    elif len(stops := stops_of(cue, roster.reading)) > 1:
        yield from (replace(cue, reach=stop, stop=True) for stop in stops)
    elif cue.theirs and _apart(cue):
        yield from (replace(cue, theirs=(other,), apart=True) for t in cue.theirs for other in joined(t))
    elif cue.head.pos == "VERB" and cue.theirs:
        others = [*_joined_to_verb(cue, roster), *_joined_to_place(cue.head, roster)]
        yield from _in_turn(cue, others) if others else _one_by_one(cue, roster)
    else:
        yield cue


def _apart(cue: Cue) -> bool:
    """Whether each of those on the other side was met by himself: "met separately with", "held meetings with"."""
    told = {c.lower for h in (cue.head, cue.anchor) if h is not None for c in h.children if c.dep in {"amod", "advmod"}}
    listed = cue.head.tag in {"NNS", "NNPS"} and cue.head.lemma in word_set("one_by_one")
    return bool(told & word_set("separately")) or listed


def _visitors(cue: Cue) -> Iterator[Cue]:
    """Each of those who travelled by himself, or each of the countries of "visits to A and B"."""
    visitors = [j for m in cue.mine for j in joined(m)]
    goals = [j for t in cue.destination for j in joined(t) if j.ent == "GPE"]
    each = any(c.lower == "each" for c in cue.head.children)
    if len(visitors) > 1 and (cue.head.tag == "NNS" or each):
        yield from (replace(cue, mine=(visitor,), apart=True) for visitor in visitors)
    elif len(goals) > 1 and cue.head.tag == "NNS":
        yield from (replace(cue, destination=(goal,)) for goal in goals)
    else:
        yield cue


def _in_turn(cue: Cue, others: list[Token]) -> Iterator[Cue]:
    """The first, up to where the words for the second begin, and so on."""
    sentence = cue.head.sentence
    starts = [sentence.start, *(o.start for o in others), sentence.end]
    yield replace(cue, theirs=tuple(t for t in cue.theirs if t.i < others[0].i)[:1], reach=(starts[0], starts[1]))
    for other, start, end in zip(others, starts[1:], starts[2:], strict=False):
        yield replace(cue, theirs=(other,), apart=True, reach=(start, end))


def _joined_to_verb(cue: Cue, roster: Roster) -> list[Token]:
    """B of "saw A on Monday and B on Tuesday", and those behind a further "with"."""
    named = [c for c in cue.head.children if c.dep == "conj" and c.pos == "PROPN" and _person(c, roster)]
    groups = [joined(t) for t in cue.theirs[1:] if t.head.lower == "with"]
    first = [next((j for j in group if _person(j, roster)), None) for group in groups]
    return sorted({*named, *(t for t in first if t is not None)}, key=lambda t: t.i)


def _joined_to_place(verb: Token, roster: Roster) -> list[Token]:
    """B of "called on A at the palace and B in his office", which the parse joins to the place or the day."""
    holders = [c for c in verb.children if c.lower in word_set("place_prepositions") or c.lower == "on"]
    places = [c.child("pobj") for c in holders if verb.lemma != "call" or c.lower != "on"]
    return [other for p in places if p is not None for other in joined(p)[1:] if _person(other, roster)]


def _one_by_one(cue: Cue, roster: Roster) -> Iterator[Cue]:
    """Each of a list of people of one state whom a single person met."""
    met = [t for noun in cue.theirs for t in joined(noun)]
    people = [p for t in met if (p := _person(t, roster)) is not None]
    states = {p.state for p in people if p.state}
    alone = len(roster.parties(cue.mine)) == 1
    if cue.kind != "meeting" or not alone or len(people) < _LISTED or len(people) < len(met) or len(states) != 1:
        yield cue
        return
    for noun in met:
        yield replace(cue, theirs=(noun,), apart=True)


def one_each(sides: Sides, cue: Cue) -> list[Sides]:
    """The sides of each call of "rang both ministers"."""
    every = any(c.lower in word_set("each") for t in cue.theirs for c in t.children)
    caller, *called = sides.people or (None,)
    if cue.kind != "call" or not every or caller is None or len(called) < 2 or len(sides.parties) != len(sides.people):
        return [sides]
    return [settled([caller, other]) for other in called]


def _person(noun: Token, roster: Roster) -> Party | None:
    found = roster.parties([noun], apart=True)
    return found[0] if found and found[0].kind == "person" else None
