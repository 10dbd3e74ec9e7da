"""Verbs that tell a contact: "met with", "phoned", "flew to"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from detente.extract.engagement_acts import act_cue, emerging, face_to_face, going_over
from detente.extract.engagement_cues import (
    Cue,
    cue_words,
    governed,
    in_person,
    is_named,
    led_by,
    left_behind,
    prepositions,
    told_by_phone,
    word_set,
)
from detente.extract.engagement_hosting import comes_for_a_visit, hosting_cue, led
from detente.extract.engagement_nouns import noun_kind
from detente.text.clauses import agent_of, joined, phrase_of, subject_of
from detente.text.reading import Token


def verb_cue(verb: Token) -> Cue | None:
    """The contact that a verb tells, with its sides; None where it tells none."""
    frame: Mapping[str, Any] = cue_words()["verbs"][verb.lemma]
    if verb.dep == "amod":
        return None
    objects = [t for dep in frame["with"] for t in _objects(verb, dep)]
    subject = _doer(verb)
    mine = tuple(led_by(subject)) or (subject,) if subject is not None else ()
    if not objects and subject is not None:
        mine = (_all_of(subject), *mine[1:]) if mine == (subject,) else mine
    agent = agent_of(verb)
    if (invited := _invited(verb)) or frame["kind"] == "answer":
        return Cue(verb, "visit", mine=mine, destination=tuple(invited)) if invited else None
    if frame["kind"] in {"invite", "expect"}:
        return _asked_to_come(verb, frame["kind"], mine, objects)
    if frame["kind"] in {"summon", "bring", "act", "beside"} or _called_in(verb):
        return _in_company(verb, frame["kind"], mine, objects)
    if agent is not None and not _by_link(agent):
        met = frame["kind"] in {"host", "meeting"} or (frame["kind"] == "welcome" and _welcomed_to(verb))
        return Cue(verb, "meeting", mine=mine, theirs=(agent,)) if met else None
    return _active(verb, frame["kind"], mine, objects)


def _in_company(verb: Token, kind: str, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """The contact that calling in, bringing together or acting side by side tells."""
    if kind == "bring":
        return _brought_together(verb, mine)
    return act_cue(verb, kind, mine, objects) if kind in {"act", "beside"} else _summons(verb, mine, objects)


def _active(verb: Token, frame: str, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """The contact that a verb without an agent tells."""
    if frame in {"host", "welcome"} or comes_for_a_visit(verb):
        return hosting_cue(verb, frame, mine, objects)
    match frame:
        case "visit" | "touch" | "leave" | "set" | "send":
            met = face_to_face(verb, mine) or emerging(verb, mine) or going_over(verb, mine)
            return met or _journey(verb, frame, mine, objects)
        case "speak":
            return _speech(verb, mine, objects)
        case "call_on":
            return _call(verb, mine, objects)
        case "reach" | "exchange" | "see" | "join" | "sit" | "stay" | "be" | "lead" as kind:
            return _light(verb, kind, mine, objects)
        case kind:
            return Cue(verb, kind, mine=mine, theirs=tuple(objects))  # type: ignore[arg-type]


def _journey(verb: Token, frame: str, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read "flew to Oslo", "touched down in Oslo", "set out for Oslo", "left Oslo", "sent an envoy to Oslo"."""
    if frame == "send":
        return _sending(verb, objects)
    tells = {
        "touch": any(c.lower == "down" for c in verb.children),
        "set": any(c.lower in word_set("setting_off") for c in verb.children) and verb.child("dobj", "ccomp") is None,
    }
    posted = any(t.lemma.lower() in word_set("posted") for m in mine for t in phrase_of(m))
    left = left_behind(verb) if any(map(_is_person, mine)) and not posted else []
    objects = objects or _inviter(verb) or left
    if not objects or not tells.get(frame, True):
        return None
    return Cue(verb, "visit", mine=mine, destination=tuple(objects))


def _sending(verb: Token, objects: list[Token]) -> Cue | None:
    """Read "sent an envoy to Oslo", not "sent the envoy home"."""
    sent = [c for c in verb.children if c.dep == "dobj" and _is_person(c)]
    home = any(c.lower in word_set("home") for c in verb.children)
    return Cue(verb, "visit", mine=tuple(sent), destination=tuple(objects)) if sent and objects and not home else None


def _is_person(noun: Token) -> bool:
    """Whether it names somebody, or is a word for those who speak for a state: no missiles, firms or refugees."""
    named = noun.ent == "PERSON" or (noun.pos == "PROPN" and not noun.ent)
    return named or noun.pos == "PRON" or noun.lemma.lower() in _senders()


@cache
def _senders() -> frozenset[str]:
    """Words for those who are sent: envoys and delegations."""
    return word_set("officials") | word_set("delegations")


def _asked_to_come(verb: Token, kind: str, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read "invited Ms Doe to Oslo", "is expected in Oslo"."""
    passive = verb.child("nsubjpass") is not None
    places = tuple(o for o in objects if o.ent in {"GPE", "FAC"})
    guests = mine if passive else tuple(c for c in verb.children if c.dep == "dobj")
    if not places or not guests or (kind == "expect" and not passive):
        return None
    return Cue(verb, "visit", mine=guests, destination=places)


def _invited(verb: Token) -> list[Token]:
    """Where somebody may go who accepts or declines an invitation: "accepted an invitation to Oslo"."""
    thing = verb.child("dobj") if verb.lemma in word_set("accepting") | word_set("declining") else None
    if thing is None or thing.lemma not in word_set("invitations"):
        return []
    ways = [c for t in (thing, verb) for c in t.children if c.lower == "to"]
    return [p for c in ways if (p := c.child("pobj")) is not None and p.ent == "GPE"]


def _called_in(verb: Token) -> bool:
    """Whether it is "called in the envoy", "was called to the ministry"."""
    if verb.lemma != "call":
        return False
    inside = any(c.lower == "in" and c.dep == "prt" for c in verb.children) or bool(_called(verb))
    led = [p for c in verb.children if c.lower in {"in", "to"} if (p := c.child("pobj")) is not None]
    return inside or (verb.child("nsubjpass") is not None and any(p.lemma in word_set("ministries") for p in led))


def _summons(verb: Token, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read "was summoned to the ministry (by …)", "summoned the envoy"."""
    if verb.child("nsubjpass") is not None or verb.tag == "VBN":
        agent = agent_of(verb)
        led = [p for c in verb.children if c.lower == "to" if (p := c.child("pobj")) is not None]
        guests, hosts = mine, (agent,) if agent is not None else tuple(led or objects)
    else:
        called = [*verb.children, *_called(verb)]
        guests, hosts = tuple(c for c in called if c.dep in {"dobj", "pobj"} and not _a_day(c)), mine
    return Cue(verb, "meeting", mine=hosts, theirs=guests, summons=True) if guests else None


def _called(verb: Token) -> list[Token]:
    """Whom "called in Ambassador Doe" calls, where the parse takes it for a place."""
    led = [p for c in verb.children if c.lower == "in" if (p := c.child("pobj")) is not None]
    alone = verb.lemma == "call" and verb.child("dobj", "nsubjpass") is None
    return [p for p in led if alone and (p.ent == "PERSON" or p.lemma in word_set("officials"))]


def _brought_together(verb: Token, mine: tuple[Token, ...]) -> Cue | None:
    """Read "Ms Doe and Mr Roe were brought together", "brought Ms Doe and Mr Roe together"."""
    if not any(c.lower in {"together", "face"} for c in verb.children):
        return None
    brought = verb.child("nsubjpass", "dobj")
    hosts = () if verb.child("nsubjpass") else mine
    return Cue(verb, "meeting", mine=(*hosts, brought), wary=True) if brought is not None else None


def _all_of(noun: Token) -> Token:
    """The first of "Ms Doe and Mr Roe, who met", where the clause hangs on the last."""
    while noun.dep == "conj":
        noun = noun.head
    return noun


def _by_link(agent: Token) -> bool:
    """Whether "by" tells the means: "talked by video link"."""
    return any(t.lower in word_set("call_words") for t in agent.subtree())


def _inviter(verb: Token) -> list[Token]:
    """Whom "invited Ms Doe to visit" has her visit."""
    holder = verb.head
    inviting = holder.lemma == "invite" or holder.lemma in word_set("invitations")
    asker = subject_of(holder if holder.pos == "VERB" else holder.head) if inviting and verb.tag == "VB" else None
    return [asker] if asker is not None and verb.lemma == "visit" else []


def _speech(verb: Token, mine: tuple[Token, ...], objects: list[Token]) -> Cue:
    """Take "spoke with" for a call or talks; on the margins of a gathering for a meeting."""
    if any(c.child("pobj", "pcomp") is not None and _on_margins(c) for c in verb.children):
        return Cue(verb, "meeting", mine=mine, theirs=tuple(objects))
    phone = told_by_phone(verb)
    open_ = not phone and not in_person(verb)
    return Cue(verb, "call" if phone else "talks", mine=mine, theirs=tuple(objects), spoken=open_)


def _on_margins(preposition: Token) -> bool:
    noun = preposition.child("pobj")
    return noun is not None and noun.lemma in word_set("margins")


def _light(verb: Token, kind: str, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read verbs that tell a contact only with the right words beside them: "saw Ms Doe", "spent two days in Oslo"."""
    facing = _facing(verb) if kind == "sit" else []
    objects = facing or objects
    if facing or (kind == "sit" and any(c.lower == "together" for c in verb.children)):
        return Cue(verb, "meeting", mine=mine, theirs=tuple(objects), wary=True)
    if kind == "exchange":
        views = (verb.child("dobj") or verb).lemma in word_set("exchanged")
        return Cue(verb, "talks", mine=mine, theirs=tuple(objects), wary=True) if views else None
    if kind in {"be", "reach"}:
        return _presence(verb, mine, objects) if kind == "be" else _reached(verb, mine, objects)
    if kind == "stay":
        return _stay(verb, mine)
    if kind in {"join", "lead"}:
        return _joining(verb, mine, objects) if kind == "join" else _leading(verb, mine, objects)
    names = [o for o in objects if is_named(o) or o.lower == "you"]
    down = any(c.lower == "down" for c in verb.children)
    viewed = any(c.lower == "as" for c in verb.children) or verb.child("ccomp", "xcomp", "oprd") is not None
    fits = {"see": not viewed, "sit": down}
    both = kind == "see" and any(_each_other(o) for o in objects)
    told = both or (names and fits[kind])
    return Cue(verb, "meeting", mine=mine, theirs=tuple(names), wary=True) if told else None


def _welcomed_to(verb: Token) -> bool:
    """Whether it tells where somebody was welcomed: "Ms Doe was welcomed in Oslo by Mr Roe", not "the deal was"."""
    guest = verb.child("nsubjpass")
    return guest is not None and guest.ent == "PERSON" and led(verb)


def _each_other(noun: Token) -> bool:
    """Whether it is "each other" or "one another"."""
    words = noun.sentence.tokens
    at = noun.i - words[0].i
    around = [t.lower for t in words[max(0, at - 1) : at + 2]]
    return any(pair in {("each", "other"), ("one", "another")} for pair in pairwise(around))


def _facing(verb: Token) -> list[Token]:
    """Whom one sits "across from" or "opposite"; lands that lie so do not meet."""
    subject = subject_of(verb)
    ways = [c for t in (verb, *verb.children) for c in t.children if c.dep == "prep"]
    across = any(t.lower == "across" for t in (*verb.children, *ways))
    told = {"opposite", "from"} if across else {"opposite"}
    faced = [p for c in ways if c.lower in told and (p := c.child("pobj")) is not None and _is_person(p)]
    return faced if subject is not None and _is_person(subject) else []


def _reached(verb: Token, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read "reached Ms Doe by phone" as a call, "reached Oslo by train" as a visit."""
    by = [p for c in verb.children if c.lower in {"by", "on"} and (p := c.child("pobj")) is not None]
    if any(p.lower in word_set("call_words") for p in by):
        return Cue(verb, "call", mine=mine, theirs=tuple(objects), wary=True) if objects else None
    places = tuple(o for o in objects if o.ent == "GPE")
    return Cue(verb, "visit", mine=mine, destination=places) if places and any(map(_is_person, mine)) else None


def _presence(verb: Token, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read "was in Oslo last month", "is due in Oslo" and "is the first minister in Oslo since 2014" as visits."""
    if (talking := _talking(verb, mine)) is not None:
        return talking
    objects += _on_the_way(verb)
    due = next((c for c in verb.children if c.lower in word_set("due") and c.dep in {"acomp", "advmod"}), None)
    objects += [
        p for c in (due.children if due is not None else ()) if c.lower in {"in", "at"} and (p := c.child("pobj"))
    ]
    role = verb.child("attr")
    first = role is not None and any(c.lower in word_set("first") for c in role.children)
    if role is not None and first:
        objects = [p for c in role.children if c.lower == "in" and (p := c.child("pobj"))]
    abroad = tuple(o for o in objects if o.ent == "GPE")
    return Cue(verb, "visit", mine=mine, destination=abroad) if abroad and (role is None or first) else None


def _on_the_way(verb: Token) -> list[Token]:
    """Where they go in "is on his way to Oslo"."""
    ways = [
        p for c in verb.children if c.lower == "on" and (p := c.child("pobj")) and p.lemma in word_set("under_way_to")
    ]
    return [p for t in (verb, *ways) for c in t.children if ways and c.lower == "to" and (p := c.child("pobj"))]


def _talking(verb: Token, mine: tuple[Token, ...]) -> Cue | None:
    """Read "was on the phone to Ms Doe" as a call, "has been in touch with Ms Doe" as talks."""
    for child in verb.children:
        held = child.child("pobj")
        if held is None or child.lower not in {"on", "in"}:
            continue
        lasting = [p for t in (verb, held) for c in t.children if c.lower == "for" and (p := c.child("pobj"))]
        near = [c for t in (verb, held, *lasting) for c in t.children if c.lower in {"with", "to"}]
        theirs = tuple(p for c in near if (p := c.child("pobj")) is not None)
        if child.lower == "on" and held.lemma in word_set("on_the_phone"):
            return Cue(verb, "call", mine=mine, theirs=theirs, wary=True) if theirs else None
        if child.lower == "in" and held.lemma in word_set("in_touch"):
            return Cue(verb, "talks", mine=mine, theirs=theirs, wary=True) if theirs else None
    return None


def _stay(verb: Token, mine: tuple[Token, ...]) -> Cue | None:
    """Read "spent two hours with Ms Doe (or together)" as a meeting, "spent (or ended) two days in Oslo" as a visit."""
    beside = [c for t in verb.children if t.lower == "together" for c in t.children]
    length = next((c for c in (*verb.children, *beside) if c.lemma in word_set("lengths")), None)
    if length is None:
        return None
    near = [*prepositions(verb), *(c for c in length.children if c.dep == "prep")]
    theirs = tuple(p for c in near if c.lower == "with" and (p := c.child("pobj")))
    if theirs or any(c.lower == "together" for t in (verb, length) for c in t.children):
        return Cue(verb, "meeting", mine=mine, theirs=theirs, wary=True)
    where = tuple(p for c in near if c.lower == "in" and (p := c.child("pobj")))
    long = length.lemma in word_set("stays") and verb.lemma not in word_set("no_stays")
    return Cue(verb, "visit", mine=mine, destination=where) if where and long else None


def _joining(verb: Token, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read "joined Ms Doe for talks"."""
    people = [j for o in objects for j in joined(o)]
    purposes = [p for t in (verb, *people) for c in t.children if c.lower in {"for", "in"} and (p := c.child("pobj"))]
    kind = next((k for p in purposes if (k := noun_kind(p)) in {"meeting", "talks", "call", "summit"}), None)
    return Cue(verb, kind, mine=mine, theirs=tuple(objects), wary=True) if kind and objects else None  # type: ignore[arg-type]


def _leading(verb: Token, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read "leads a delegation to the ceremony in Oslo" as a visit."""
    delegation = next((o for o in objects if o.lemma in word_set("delegations")), None)
    if delegation is None:
        return None
    ways = [c for t in (verb, delegation) for c in t.children if c.lower == "to"]
    goals = [p for c in ways if (p := c.child("pobj")) is not None]
    where = [c for t in (verb, *goals) for c in t.children if c.lower in {"in", "at"}]
    inside = [p for c in where if (p := c.child("pobj")) is not None and p.ent == "GPE"]
    return Cue(verb, "visit", mine=mine, destination=(*inside, *goals)) if goals else None


def _doer(verb: Token) -> Token | None:
    """The subject; of "an invitation to visit" who holds, got or took it up."""
    whose = verb.child("nsubj", "nsubjpass")
    if whose is not None and any(c.tag == "WP$" for c in whose.children):
        return whose
    holder = verb.head
    if verb.dep not in {"acl", "relcl"} or holder.pos != "NOUN" or verb.tag != "VB":
        return subject_of(verb)
    owner = holder.child("poss")
    if owner is not None and holder.lemma not in word_set("invitations"):
        return owner
    to = next(
        (p for c in holder.children if c.lower in {"to", "for"} and c.i < verb.i and (p := c.child("pobj"))), None
    )
    above = next((t for t in holder.ancestors() if t.pos in {"VERB", "AUX"}), None)
    return to or (subject_of(above) if above is not None else None) or holder


def _call(verb: Token, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read "called on the minister" (a meeting) and "called the minister"; "called on China to stop" is neither.

    "Called the minister on Monday to congratulate him" tells what the call was for.
    """
    named, objects = verb.child("oprd"), [o for o in objects if not _a_day(o)]
    asked = verb.child("xcomp", "prt", "ccomp")
    if asked is not None and asked.dep == "xcomp" and any(_a_time(c, asked) for c in verb.children):
        asked = None
    if not objects or asked is not None or (named is not None and named not in objects):
        return None
    on = any(c.lower == "on" and c.child("pobj") in objects for c in verb.children)
    if on and verb.child("advcl"):
        return None
    return Cue(verb, "meeting" if on else "call", mine=mine, theirs=tuple(objects), wary=True)


def _a_time(word: Token, asked: Token) -> bool:
    """Whether a day stands between the verb and what follows it."""
    inner = word.child("pobj") if word.lower == "on" else word
    return word.i < asked.i and inner is not None and inner.ent == "DATE" and word.dep in {"prep", "npadvmod"}


def _a_day(noun: Token) -> bool:
    """Whether it is a day and not a person whom the parser takes for one ("Ms May")."""
    named = noun.pos == "PROPN" and any(c.dep == "compound" and c.pos == "PROPN" for c in noun.children)
    return noun.ent == "DATE" and not named


def _objects(verb: Token, dep: str) -> list[Token]:
    if dep == "dobj":
        named = [c for c in verb.children if c.dep == "oprd" and c.ent == "PERSON" and verb.child("dobj") is None]
        told = [c for c in verb.children if c.dep in {"dobj", "dative"} and c.pos != "ADP"]
        return named or [c for c in told if c.lower != "face" and not _the_contact_itself(c, verb)]
    return [p for c in prepositions(verb) if c.lower == dep if (p := governed(c)) is not None]


def _the_contact_itself(noun: Token, verb: Token) -> bool:
    """Whether what looks like whom they met is the contact by another word: "they met on Monday, their first talks"."""
    return verb.lemma == "meet" and noun.pos == "NOUN" and noun_kind(noun) in {"meeting", "talks", "summit"}
