"""Who hosts whom: a visit where a guest comes from elsewhere for one, a meeting where nothing tells of the way."""

from __future__ import annotations

from detente.extract.engagement_cues import Cue, cue_words, is_named, named_contacts, word_set
from detente.text.clauses import auxiliaries, joined, modal, subject_of
from detente.text.reading import Token

_PEOPLE = frozenset({"PRON", "PROPN", "NOUN"})


def hosting_cue(verb: Token, kind: str, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read "hosted Ms Doe", "welcomed Ms Doe to Oslo"; "will host Ms Doe for a state visit" is the visit itself."""
    if kind == "welcome":
        viewed = any(c.lower == "as" for c in verb.children) or verb.child("ccomp", "xcomp", "oprd") is not None
        objects = [o for o in objects if is_named(o) or o.lower == "you"] if led(verb) and not viewed else []
        objects = objects or _guests_for_a_visit(verb)
    if not objects:
        return None
    if comes_for_a_visit(verb) or _comes_over(verb):
        return Cue(verb, "visit", mine=tuple(objects), destination=tuple(_places(verb)), hosts=mine)
    return Cue(verb, "meeting", mine=mine, theirs=tuple(objects), wary=True)


def led(verb: Token) -> bool:
    """Whether a place or a house is told with it."""
    return any(c.lower in {"to", "at", "in"} and c.child("pobj") is not None for c in verb.children)


def comes_for_a_visit(verb: Token) -> bool:
    """Whether somebody is hosted, or seen, "for a visit", alone or with other things: "for a visit and a dinner".

    "For a visit to a bakery" tells of an outing.
    """
    guest = verb.child("dobj") if verb.lemma == "see" or verb.lemma in word_set("hosting") else None
    if guest is None or guest.pos not in _PEOPLE:
        return False
    holders = [verb, *joined(guest), *_places(verb)]
    things = (p for h in holders for c in h.children if c.lower == "for" if (p := c.child("pobj")) is not None)
    return any(
        t.lemma in cue_words()["nouns"]["visit"] and not _an_outing(t) for thing in things for t in joined(thing)
    )


def _an_outing(visit: Token) -> bool:
    goals = (p for c in visit.children if c.lower == "to" if (p := c.child("pobj")) is not None)
    return any(goal.ent != "GPE" and goal.text != "House" for goal in goals)


def lies_in_a_visit(noun: Token) -> bool:
    """Whether it is what the visit that somebody is hosted for includes: "which will include a state dinner"."""
    clause = noun.head
    inside = (
        noun.lemma in word_set("courtesies")
        and noun.dep == "dobj"
        and clause.dep == "relcl"
        and clause.lemma in word_set("including")
    )
    visit = next((t for t in clause.ancestors() if t.lemma in cue_words()["nouns"]["visit"]), None)
    return inside and visit is not None and comes_for_a_visit(visit.head.head)


def _guests_for_a_visit(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep == "dobj" and is_named(c)] if comes_for_a_visit(verb) else []


def _comes_over(verb: Token) -> bool:
    """Whether a guest is to come to a place: "will welcome Ms Doe to Oslo", "looks forward to welcoming her to Oslo".

    So is one whom somebody "is honoured to welcome to Oslo". Who "will welcome Ms Doe to Oslo for talks" meets her.
    """
    if verb.lemma != "welcome" or not _places(verb) or _for_a_contact(verb):
        return False
    over = verb.head.head if verb.head.pos == "ADP" else verb.head
    awaited = verb.tag == "VBG" and over.lemma == "look" and over is not verb
    host = subject_of(verb) or subject_of(over)
    honoured = verb.tag == "VB" and over.lower in word_set("glad") and host is not None and host.pos == "PROPN"
    helped = set(auxiliaries(verb))
    soon = verb.tag == "VBG" and bool({"is", "are", "am", "be"} & helped)
    bound = verb.dep == "xcomp" and verb.head.lemma == "be" and "to" in helped
    soon = soon or (bound and verb.head.child("attr", "acomp") is None)
    return modal(verb) in word_set("planned_modals") or soon or awaited or honoured


def _for_a_contact(verb: Token) -> bool:
    led_to = (p for h in (verb, *_places(verb)) for c in h.children if c.lower == "for" and (p := c.child("pobj")))
    return any(p.lemma in named_contacts() or p.lemma in cue_words()["joining"]["at_table"] for p in led_to)


def _places(verb: Token) -> list[Token]:
    """Where the guest is led: a town, a land, or a house by name."""
    guest = verb.child("dobj")
    ways = [c for h in (verb, *([guest] if guest is not None else [])) for c in h.children if c.lower == "to"]
    named = {"GPE", "FAC", "ORG"}
    return [p for c in ways if (p := c.child("pobj")) is not None and p.ent in named and p.pos == "PROPN"]
