"""Nouns that tell a contact ("a summit with"), and the verbs that carry them ("held a summit")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from detente.extract.engagement_cues import (
    CLAUSAL,
    Cue,
    cue_words,
    deep,
    in_person,
    is_named,
    led_by,
    phrasal,
    prepositions,
    told_by_phone,
    word_set,
)
from detente.extract.engagement_hosting import comes_for_a_visit, lies_in_a_visit
from detente.extract.engagement_standing import ending_verbs
from detente.text.clauses import RELATIVE, agent_of, happened, joined, subject_of
from detente.text.reading import Token


@cache
def _nouns() -> Mapping[str, str]:
    return {noun: kind for kind, nouns in cue_words()["nouns"].items() for noun in nouns}


@cache
def telling_nouns() -> frozenset[str]:
    """The last words of the nouns that may tell a contact, and the words of rounds."""
    return word_set("rounds").union(noun.rpartition(" ")[2] for noun in _nouns())


def noun_cue(noun: Token, kind: str | None = None) -> Cue | None:
    """The contact that a noun tells, with its sides; None where it tells none. `kind` is that of nouns of no list."""
    kind = kind or noun_kind(noun)
    if (
        kind is None
        or _names_something_else(noun)
        or _only_said(noun)
        or _gathering_around(noun)
        or _being_founded(noun)
        or (kind == "visit" and _told_by_the_host(noun))
        or lies_in_a_visit(noun)
    ):
        return None
    had = _had(noun)
    anchor = had if had is not None and had.lemma in word_set("having") else _taking_place(noun) or _anchor(noun)
    mine = [c for c in noun.children if c.dep in {"poss", "nmod"} and not _a_day(c)]
    mine += [c for c in counted(noun).children if c.dep == "poss" and not _a_day(c) and c not in mine]
    mine += [p for c in _inside(noun) if c.lower in {"by", "of"} and (p := c.child("pobj"))]
    mine += [p for c in _inside(noun) if c.lower in {"between", "among"} and (p := c.child("pobj"))]
    mine += [leader for n in {noun, counted(noun)} for leader in led_by(n)]
    theirs = [p for c in _inside(noun) if c.lower == "with" and (p := c.child("pobj"))]
    if anchor is not None:
        mine += _carrier_sides(noun, anchor)
        ways = {"with", "to"} if anchor.lemma in word_set("offering") else {"with"}
        theirs += [p for c in prepositions(anchor) if c.lower in ways and (p := c.child("pobj"))]
        mine += _parted(noun, anchor)
    if not mine and not theirs:
        mine = _those_of_clause(noun) or _those_it_gathers(noun, anchor)
    if not mine and (asked := _asked(noun)):
        mine = [t for t in asked if t not in theirs]
    if kind == "visit" and not mine and (guest := _travelling_during(noun)) is not None:
        mine = [guest]
    to = [p for c in _inside(noun) if c.lower in {"to", "in"} and (p := c.child("pobj"))]
    if kind == "visit" and anchor is not None:
        to += [p for c in prepositions(anchor) if c.lower == "to" and (p := c.child("pobj"))]
        paid = anchor.child("dative")
        to += [paid] if paid is not None and paid.ent == "GPE" else []
    if kind in {"letter", "call"}:
        sent = [*(prepositions(anchor) if anchor is not None else ()), *(c for c in deep(noun) if c.lower == "to")]
        theirs += [p for c in (*_inside(noun), *sent) if c.lower in {"to", "from"} and (p := c.child("pobj"))]
        given = anchor.child("dative") if anchor is not None else None
        theirs += [given] if given is not None and given.pos != "ADP" else []
    if not mine and not theirs and (telling := _told_during(noun)) is not None:
        anchor, mine, theirs = telling
    unique = tuple(dict.fromkeys(theirs))
    called = "call" if kind == "meeting_or_call" and told_by_phone(noun) else None
    plain = called or ("meeting" if kind == "meeting_or_call" else kind)
    return Cue(
        head=noun,
        kind=plain,  # type: ignore[arg-type]
        anchor=anchor,
        mine=tuple(dict.fromkeys(mine)),
        theirs=unique,
        destination=tuple(dict.fromkeys(to)) + _named_destination(noun) if kind == "visit" else (),
        wary=noun.lemma in word_set("wary"),
        spoken=kind == "meeting_or_call" and called is None and not in_person(noun, anchor),
    )


def _a_day(owner: Token) -> bool:
    """Whether it is "Monday's" or "today's", no Theresa May's."""
    return owner.ent == "DATE" and owner.child("compound") is None


def _those_of_clause(noun: Token) -> list[Token]:
    """Who acts in the clause behind it: "the summit in May, at which Ms Doe and Mr Roe signed a pact"."""
    clause = noun.child("relcl")
    if (
        clause is None
        or clause.lemma == "be"
        or not happened(clause)
        or not any(t.lower in {"which", "where"} and t.head is not noun for t in clause.subtree()[:3])
    ):
        return []
    subject = clause.child("nsubj")
    return [subject] if subject is not None and subject.tag not in RELATIVE and len(joined(subject)) > 1 else []


def _those_it_gathers(noun: Token, anchor: Token | None) -> list[Token]:
    """Who is told behind what it is: "today's summit is the fourth meeting between Ms Doe and Mr Roe"."""
    is_one = anchor is not None and anchor.lemma == "be" and noun.dep == "nsubj"
    meeting = anchor.child("attr") if anchor is not None and is_one else None
    if meeting is None or noun_kind(meeting) is None:
        return []
    ways = (c for c in _inside(meeting) if c.lower in {"between", "among", "of"})
    return [p for c in ways if (p := c.child("pobj"))]


def _only_said(noun: Token) -> bool:
    """Whether it is a note or message that nobody handed over: "sent a clear message"."""
    if noun.lemma not in word_set("notes"):
        return False
    verbs = {noun.head.lemma, *(c.lemma for c in noun.children)}
    sent = noun.lemma in word_set("sent") and verbs & word_set("sending")
    return not (sent or verbs & word_set("handing"))


def _parted(noun: Token, anchor: Token) -> list[Token]:
    """Those of "talks broke down on Monday between Ms Doe and Mr Roe"."""
    subject = noun.dep in {"nsubj", "nsubjpass"}
    between = (c for c in prepositions(anchor) if subject and c.lower in {"between", "among"})
    return [p for c in between if (p := c.child("pobj"))]


def _asked(noun: Token) -> list[Token]:
    """Both sides of "A rejected B's proposal for talks", the one of "had no interest in talks with B"."""
    holder, verb = noun.head.head, noun.head.head.head
    if noun.head.lower not in {"for", "of", "in", "to"} or holder.lemma not in word_set("asked") or verb.pos != "VERB":
        return []
    owners = [c for c in holder.children if c.dep == "poss" or (c.dep in {"compound", "amod"} and c.ent in _NATIONS)]
    subject = subject_of(verb)
    return [*([subject] if subject is not None else []), *owners]


_NATIONS = frozenset({"GPE", "NORP"})


def _travelling_during(noun: Token) -> Token | None:
    """Whose visit it is in "Ms Doe held talks with Mr Roe during a visit to Oslo"."""
    during, new = noun.head, any(c.lower in {"a", "an"} for c in noun.children)
    verb = next((t for t in during.ancestors() if t.pos in {"VERB", "AUX"}), None)
    if not new or during.lower not in {"during", "on"} or verb is None or verb.lemma in word_set("hosting"):
        return None
    return subject_of(verb)


def _told_by_the_host(visit: Token) -> bool:
    """Whether it is what a guest is hosted for, "host Ms Doe for a visit", which the verb tells."""
    while visit.dep == "conj":
        visit = visit.head
    verb = visit.head.head if visit.head.lower == "for" else visit
    guest = verb.child("dobj")
    return verb.pos == "VERB" and guest is not None and is_named(guest) and comes_for_a_visit(verb)


def noun_kind(noun: Token) -> str | None:
    """The kind of contact that a noun names."""
    return _kind_of(noun) if noun.lemma in telling_nouns() else None


def _kind_of(noun: Token) -> str | None:
    before = [c.lower for c in noun.children if c.dep in {"compound", "amod"}]
    for word in before:
        if f"{word} {noun.lemma}" in _nouns():
            return _nouns()[f"{word} {noun.lemma}"]
    kind = "talks" if _a_round(noun) else _nouns().get(noun.lemma)
    if noun.lemma == "face" and not _face_to_face(noun):
        return None
    if kind == "call" and noun.lemma == "call" and any(c.lower == "for" for c in noun.children):
        return None
    if kind in {"talks", "meeting"} and "summit" in before:
        return "summit"
    if kind == "talks" and told_by_phone_compound(before):
        return "call"
    return kind


def _a_round(noun: Token) -> bool:
    """Whether it stands for talks by its number alone: "a third round", "the next round"."""
    if noun.lemma not in word_set("rounds") or any(c.lower == "of" or c.dep == "compound" for c in noun.children):
        return False
    return any(c.dep == "amod" and (c.ent == "ORDINAL" or c.lower in word_set("another")) for c in noun.children)


def _face_to_face(noun: Token) -> bool:
    """Whether it begins "a face-to-face" as a noun."""
    words = noun.sentence.tokens
    after = words[noun.i - words[0].i + 1 :][:5]
    return [t.lower for t in after[:4]] == ["-", "to", "-", "face"] and all(t.pos != "NOUN" for t in after[4:])


def told_by_phone_compound(before: list[str]) -> bool:
    """Whether "phone" or "video" stands in front of the noun."""
    return bool(set(before) & {"phone", "telephone", "video"})


def _names_something_else(noun: Token) -> bool:
    if noun.dep == "compound":
        return True
    before = {c.lower for c in noun.children if c.dep in {"compound", "amod"}}
    return bool(before & word_set("not_before"))


def _gathering_around(noun: Token) -> bool:
    """Whether it is only the occasion of another contact: "on the margins of the summit"."""
    holder = noun.head.head if noun.head.lower == "of" else noun
    return holder.lemma in word_set("margins")


def _being_founded(noun: Token) -> bool:
    """Whether it is a standing body that is set up: "start a dialogue on trade"."""
    a = any(c.lower in {"a", "an"} for c in noun.children)
    return a and noun.dep == "dobj" and noun.lemma in word_set("standing") and noun.head.lemma in word_set("founding")


def _told_during(noun: Token) -> tuple[Token, list[Token], list[Token]] | None:
    """The verb and both sides of "in a call on Friday Mr Doe told Ms Roe that …" and "agreed in talks that …"."""
    verb = noun.head.head
    new = any(c.lower in {"a", "an"} for c in noun.children) or (noun.tag == "NNS" and noun_kind(noun) == "talks")
    if not new or noun.head.lower not in {"in", "during", "at"}:
        return None
    subject = subject_of(verb)
    if subject is None or verb.lemma not in word_set("telling"):
        return (verb, [subject], []) if subject is not None and _done_by_several(verb, subject) else None
    to = next((p for c in verb.children if c.lower == "to" and (p := c.child("pobj"))), None)
    told = to or verb.child("dobj", "dative")
    return (verb, [subject], [told]) if told is not None else None


def _done_by_several(verb: Token, subject: Token) -> bool:
    """Whether it tells what several did: "at a short meeting they named", "Ms Doe and Mr Roe settled it in talks"."""
    several = subject.lower == "they" or subject.tag == "NNS" or len(joined(subject)) > 1
    return several and verb.tag == "VBD" and verb.child("nsubj") is subject


def counted(noun: Token) -> Token:
    """The word of number that stands for it in the sentence: "rounds" of "four rounds of talks"."""
    holder = noun.head.head
    return holder if noun.head.lower == "of" and holder.lemma in word_set("counting") else noun


def _inside(noun: Token) -> Iterator[Token]:
    """Prepositions in the noun's phrase, also behind an apposition or a date, not in another clause."""
    number = counted(noun)
    if number is not noun:
        yield from (c for c in number.children if c.dep == "prep" and c.lower != "of")
    for child in noun.children:
        if child.dep == "acl" and child.tag == "VBN" and child.lemma in word_set("carrying") | word_set("arranging"):
            yield from (c for c in child.children if c.dep == "prep")
        if child.dep in CLAUSAL:
            continue
        if child.dep == "prep":
            yield child
        if child.dep in {"appos", "prep", "npadvmod", "nmod"}:
            yield from (c for c in deep(child) if c.dep == "prep" and c.lower in {"with", "between", "in", "by"})


def _named_destination(noun: Token) -> tuple[Token, ...]:
    """Find where "his Beijing trip" or "the Taiwan visit" went."""
    return tuple(c for c in noun.children if c.dep == "compound" and c.ent in {"GPE", "LOC"})


def _anchor(noun: Token) -> Token | None:
    """The verb that carries the noun as its object, or that tells what became of it as its subject."""
    noun = counted(noun)
    noun = noun.head if noun.dep == "appos" else noun
    head = noun.head
    while head.pos == "NOUN" and noun.dep == "conj" and head.lemma in _nouns():
        noun, head = head, head.head
    if noun.dep == "pobj" and (verb := _verb_behind(head)) is not None:
        return verb
    if head.pos == "ADP" and head.head.pos == "VERB" and head.head.lemma in word_set("carrying"):
        carried = head.lower in {"in", "into", "on", "for", "with"} and noun.dep == "pobj"
        return (
            head.head
            if carried and head.head.lemma in {"engage", "participate", "enter", "embark", "take", "sit"}
            else None
        )
    if head.pos not in {"VERB", "AUX"}:
        return _held(noun) or _had(noun)
    carried = head.lemma in word_set("carrying") | word_set("asking") or phrasal(head) in ending_verbs()
    if noun.dep in {"dobj", "oprd"} and carried:
        return head
    return head if noun.dep in {"nsubj", "nsubjpass"} else None


def _verb_behind(preposition: Token) -> Token | None:
    """The verb of "is on a visit", "invited her to a meeting", "pulled out of a trip"."""
    verb = preposition.head
    if (preposition.lower, verb.lemma) in {("on", "be"), ("to", "invite")}:
        return verb
    if preposition.lower == "for" and verb.lemma in _travelling():
        return verb
    apart = preposition.lower in {"of", "from"} and verb.lower in {"out", "away"}
    return verb.head if apart and verb.head.pos == "VERB" else None


@cache
def _travelling() -> frozenset[str]:
    """Verbs of visits, also "is in Oslo for talks"."""
    return frozenset(v for v, frame in cue_words()["verbs"].items() if frame["kind"] in {"visit", "be"})


def _held(noun: Token) -> Token | None:
    """The verb of "talks held in Oslo from May 2 to 4"."""
    return next(
        (c for c in noun.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in word_set("holding")), None
    )


def _had(noun: Token) -> Token | None:
    """The verb of "the call that she had with Mr Roe"."""
    clauses = (c for c in noun.children if c.dep == "relcl" and c.lemma in word_set("carrying"))
    return next((c for c in clauses if (thing := c.child("dobj")) is None or thing.tag in RELATIVE), None)


def _taking_place(noun: Token) -> Token | None:
    """The verb of "a call that took place on Monday", whoever arranged or announced it."""
    clauses = (c for c in noun.children if c.dep == "relcl" and c.lemma in word_set("happening"))
    return next((c for c in clauses if (what := c.child("nsubj")) is not None and what.tag in RELATIVE), None)


def _carrier_sides(noun: Token, anchor: Token) -> list[Token]:
    """The subject (and agent) of the verb that carries the noun, unless the noun is its subject."""
    if noun.dep in {"nsubj", "nsubjpass"} and anchor.head is not noun:
        agent = agent_of(anchor)
        return [agent] if agent is not None and anchor.lemma in word_set("carrying") else []
    by = [p for c in (*prepositions(anchor), anchor.child("agent")) if c and c.lower == "by" and (p := c.child("pobj"))]
    if by and noun.dep == "dobj" and anchor.child("nsubjpass") is None:
        return by
    guest = anchor.child("dobj") if anchor.lemma == "invite" else None
    between = any(c.lower == "between" for c in _inside(noun))
    undone = anchor.tag == "VBN" and anchor.head is noun and anchor.child("nsubj") is None
    if undone or (between and anchor.lemma in word_set("hosting")):
        return []
    subject = subject_of(anchor)
    found = [s for s in joined(subject) if s is not noun] if subject is not None else []
    return [*found, *([guest] if guest is not None else [])]
