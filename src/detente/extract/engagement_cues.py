"""Words that tell a contact: verbs ("met with"), nouns ("a summit"), and verbs that carry a noun ("held a summit")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.model.findings import EngagementKind
from detente.ontology.lexicon import lexicon
from detente.text.clauses import agent_of, joined, subject_of
from detente.text.reading import Reading, Sentence, Token

_CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis", "pcomp", "csubj", "conj"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One telling of a contact.

    `head` is the verb or noun that names it, `anchor` the verb that carries the noun or whose subject it is.
    `mine` and `theirs` head the words for the two sides, `destination` those for where a visit goes. `wary` cues
    count only with both sides told; `apart` ones leave out whom "and" joins to their sides; `spoken` ones
    may be a call or talks. `reach` bounds the code points of its own times, where its clause tells several contacts.
    """

    head: Token
    kind: EngagementKind
    anchor: Token | None = None
    mine: tuple[Token, ...] = ()
    theirs: tuple[Token, ...] = ()
    destination: tuple[Token, ...] = ()
    wary: bool = False
    apart: bool = False
    spoken: bool = False
    reach: tuple[int, int] | None = None

    @property
    def anaphoric(self) -> bool:
        """Whether it points back to a contact already told: "their discussions", "the meeting"."""
        if self.head.pos not in {"NOUN", "PROPN"} or self.theirs:
            return False
        return all(t.pos == "PRON" for t in self.mine)

    @property
    def earlier(self) -> bool:
        """Whether it is set off from the contact that the text is about: "the two last met", "a previous visit"."""
        return any(c.lower in word_set("earlier") for c in self.head.children if c.dep in {"amod", "advmod"})

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
def _nouns() -> Mapping[str, str]:
    return {noun: kind for kind, nouns in cue_words()["nouns"].items() for noun in nouns}


def find_cues(reading: Reading) -> Iterator[Cue]:
    """Every telling of a contact in the order of the text, whether or not it names its sides."""
    for sentence in reading.sentences:
        if sentence.paragraph.kind != "byline":
            yield from _in_sentence(sentence)


def _in_sentence(sentence: Sentence) -> Iterator[Cue]:
    for token in sentence.tokens:
        if token.pos in {"VERB", "AUX"} and token.lemma in cue_words()["verbs"]:
            cue = _verb_cue(token)
        elif token.pos in {"NOUN", "PROPN"}:
            cue = _noun_cue(token)
        else:
            cue = None
        if cue is not None:
            yield cue


def _verb_cue(verb: Token) -> Cue | None:
    frame: Mapping[str, Any] = cue_words()["verbs"][verb.lemma]
    objects = [t for dep in frame["with"] for t in _objects(verb, dep)]
    subject = _doer(verb)
    mine = (subject,) if subject is not None else ()
    agent = agent_of(verb)
    if agent is not None:
        return Cue(verb, "meeting", mine=mine, theirs=(agent,)) if frame["kind"] in {"host", "meeting"} else None
    match frame["kind"]:
        case "visit":
            return Cue(verb, "visit", mine=mine, destination=tuple(objects)) if objects else None
        case "speak":
            return _speech(verb, mine, objects)
        case "call_on":
            return _call(verb, mine, objects)
        case "host" | "see" | "join" | "sit" | "welcome" | "stay" | "be" as kind:
            return _light(verb, kind, mine, objects)
        case kind:
            return Cue(verb, kind, mine=mine, theirs=tuple(objects))


def _speech(verb: Token, mine: tuple[Token, ...], objects: list[Token]) -> Cue:
    """Take "spoke with" for a call or talks; on the margins of a gathering for a meeting."""
    if any(c.child("pobj", "pcomp") is not None and _on_margins(c) for c in verb.children):
        return Cue(verb, "meeting", mine=mine, theirs=tuple(objects))
    return Cue(verb, "call" if told_by_phone(verb) else "talks", mine=mine, theirs=tuple(objects), spoken=True)


def _on_margins(preposition: Token) -> bool:
    noun = preposition.child("pobj")
    return noun is not None and noun.lemma in word_set("margins")


def _light(verb: Token, kind: str, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read verbs that tell a contact only with the right words beside them: "saw Ms Doe", "spent two days in Oslo"."""
    if kind == "host":
        return Cue(verb, "meeting", mine=mine, theirs=tuple(objects), wary=True) if objects else None
    if kind == "be":
        return _presence(verb, mine, objects)
    if kind == "stay":
        return _stay(verb, mine)
    if kind == "join":
        return _joining(verb, mine, objects)
    names = [o for o in objects if o.pos == "PROPN"]
    led = any(c.lower in {"to", "at", "in"} and c.child("pobj") is not None for c in verb.children)
    down = any(c.lower == "down" for c in verb.children)
    viewed = any(c.lower == "as" for c in verb.children) or verb.child("ccomp", "xcomp", "oprd") is not None
    fits = {"see": not viewed, "sit": down, "welcome": led and not viewed}
    return Cue(verb, "meeting", mine=mine, theirs=tuple(names), wary=True) if names and fits[kind] else None


def _presence(verb: Token, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read "was in Oslo last month" and "is the first minister in Oslo since 2014" as visits."""
    role = verb.child("attr")
    first = role is not None and any(c.lower in word_set("first") for c in role.children)
    if role is not None and first:
        objects = [p for c in role.children if c.lower == "in" and (p := c.child("pobj"))]
    abroad = tuple(o for o in objects if o.ent == "GPE")
    return Cue(verb, "visit", mine=mine, destination=abroad) if abroad and (role is None or first) else None


def _stay(verb: Token, mine: tuple[Token, ...]) -> Cue | None:
    """Read "spent two hours with Ms Doe" as a meeting and "spent (or ended) two days in Oslo" as a visit."""
    length = next((c for c in verb.children if c.lemma in word_set("lengths")), None)
    if length is None:
        return None
    near = [*_prepositions(verb), *(c for c in length.children if c.dep == "prep")]
    theirs = tuple(p for c in near if c.lower == "with" and (p := c.child("pobj")))
    if theirs:
        return Cue(verb, "meeting", mine=mine, theirs=theirs, wary=True)
    where = tuple(p for c in near if c.lower == "in" and (p := c.child("pobj")))
    long = length.lemma in word_set("stays")
    return Cue(verb, "visit", mine=mine, destination=where) if where and long else None


def _joining(verb: Token, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read "joined Ms Doe for talks"."""
    people = [j for o in objects for j in joined(o)]
    purposes = [p for t in (verb, *people) for c in t.children if c.lower in {"for", "in"} and (p := c.child("pobj"))]
    kind = next((k for p in purposes if (k := _noun_kind(p)) in {"meeting", "talks", "call", "summit"}), None)
    return Cue(verb, kind, mine=mine, theirs=tuple(objects), wary=True) if kind and objects else None  # type: ignore[arg-type]


def _doer(verb: Token) -> Token | None:
    """The subject; of "an invitation to visit" who holds, got or took it up."""
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
    """Read "called on the minister" (a meeting) and "called the minister"; "called on China to stop" is neither."""
    named, objects = verb.child("oprd"), [o for o in objects if not _a_day(o)]
    if not objects or verb.child("xcomp", "prt", "ccomp") or (named is not None and named not in objects):
        return None
    on = any(c.lower == "on" and c.child("pobj") in objects for c in verb.children)
    if on and verb.child("advcl"):
        return None
    return Cue(verb, "meeting" if on else "call", mine=mine, theirs=tuple(objects), wary=True)


def _a_day(noun: Token) -> bool:
    """Whether it is a day and not a person whom the parser takes for one ("Ms May")."""
    named = noun.pos == "PROPN" and any(c.dep == "compound" and c.pos == "PROPN" for c in noun.children)
    return noun.ent == "DATE" and not named


def _objects(verb: Token, dep: str) -> list[Token]:
    if dep == "dobj":
        named = [c for c in verb.children if c.dep == "oprd" and c.ent == "PERSON" and verb.child("dobj") is None]
        return named or [c for c in verb.children if c.dep in {"dobj", "dative"} and c.pos != "ADP"]
    return [p for c in _prepositions(verb) if c.lower == dep if (p := _governed(c)) is not None]


def _governed(preposition: Token) -> Token | None:
    """The noun of a preposition, also where the parse makes it the subject of what follows: "with Ms Doe to …"."""
    clause = preposition.child("pcomp")
    return preposition.child("pobj") or (clause.child("nsubj") if clause is not None else None)


def _prepositions(verb: Token) -> Iterator[Token]:
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
                yield from (c for c in _deep(inner) if c.dep == "prep")
        elif child.dep in {"prt", "npadvmod", "advmod"}:
            yield from ([child] if child.dep == "prt" else [])
            yield from (c for c in child.children if c.dep == "prep")


def told_by_phone(head: Token) -> bool:
    """Whether the clause speaks of a telephone or a video link."""
    near = head.subtree() if head.pos == "VERB" else [*head.children, *head.head.children]
    return any(t.lower in word_set("call_words") for t in near)


def _noun_cue(noun: Token) -> Cue | None:
    kind = _noun_kind(noun)
    if kind is None or _names_something_else(noun) or _gathering_around(noun) or _being_founded(noun):
        return None
    anchor = _anchor(noun)
    mine = [c for c in noun.children if c.dep == "poss" or (c.dep == "nmod" and c.ent != "DATE")]
    mine += [p for c in _inside(noun) if c.lower in {"by", "of"} and (p := c.child("pobj"))]
    mine += [p for c in _inside(noun) if c.lower in {"between", "among"} and (p := c.child("pobj"))]
    theirs = [p for c in _inside(noun) if c.lower == "with" and (p := c.child("pobj"))]
    if anchor is not None:
        mine += _carrier_sides(noun, anchor)
        theirs += [p for c in _prepositions(anchor) if c.lower == "with" and (p := c.child("pobj"))]
    to = [p for c in _inside(noun) if c.lower in {"to", "in"} and (p := c.child("pobj"))]
    if kind == "visit" and anchor is not None:
        to += [p for c in _prepositions(anchor) if c.lower == "to" and (p := c.child("pobj"))]
    if kind == "letter":
        theirs += to
        sent = _prepositions(anchor) if anchor is not None else ()
        theirs += [p for c in sent if c.lower == "to" and (p := c.child("pobj"))]
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
    )


def _noun_kind(noun: Token) -> str | None:
    before = [c.lower for c in noun.children if c.dep in {"compound", "amod"}]
    for word in before:
        if f"{word} {noun.lemma}" in _nouns():
            return _nouns()[f"{word} {noun.lemma}"]
    kind = _nouns().get(noun.lemma)
    if noun.lemma == "face" and not _face_to_face(noun):
        return None
    if kind == "call" and noun.lemma == "call" and any(c.lower == "for" for c in noun.children):
        return None
    if kind in {"talks", "meeting"} and "summit" in before:
        return "summit"
    if kind == "talks" and told_by_phone_compound(before):
        return "call"
    return kind


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
    """The verb and both sides of "in a call on Friday Mr Doe told Ms Roe that …"."""
    verb = noun.head.head
    new = any(c.lower in {"a", "an"} for c in noun.children)
    if not new or noun.head.lower not in {"in", "during", "at"} or verb.lemma not in word_set("telling"):
        return None
    subject, told = subject_of(verb), verb.child("dobj", "dative")
    return (verb, [subject], [told]) if subject is not None and told is not None else None


def _inside(noun: Token) -> Iterator[Token]:
    """Prepositions in the noun's phrase, also behind an apposition or a date, not in another clause."""
    for child in noun.children:
        if child.dep in _CLAUSAL:
            continue
        if child.dep == "prep":
            yield child
        if child.dep in {"appos", "prep", "npadvmod", "nmod"}:
            yield from (c for c in _deep(child) if c.dep == "prep" and c.lower in {"with", "between", "in", "by"})


def _deep(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep not in _CLAUSAL:
            yield child
            yield from _deep(child)


def _named_destination(noun: Token) -> tuple[Token, ...]:
    """Find where "his Beijing trip" or "the Taiwan visit" went."""
    return tuple(c for c in noun.children if c.dep == "compound" and c.ent in {"GPE", "LOC"})


def _anchor(noun: Token) -> Token | None:
    """The verb that carries the noun as its object, or that tells what became of it as its subject."""
    head = noun.head
    while head.pos == "NOUN" and noun.dep == "conj" and head.lemma in _nouns():
        noun, head = head, head.head
    if head.pos == "ADP" and head.head.pos == "VERB" and head.head.lemma in word_set("carrying"):
        carried = head.lower in {"in", "into", "on", "for", "with"} and noun.dep == "pobj"
        return (
            head.head
            if carried and head.head.lemma in {"engage", "participate", "enter", "embark", "take", "sit"}
            else None
        )
    if head.pos not in {"VERB", "AUX"}:
        return None
    if noun.dep in {"dobj", "oprd"} and head.lemma in word_set("carrying") | word_set("asking"):
        return head
    return head if noun.dep in {"nsubj", "nsubjpass"} else None


def _carrier_sides(noun: Token, anchor: Token) -> list[Token]:
    """The subject (and agent) of the verb that carries the noun, unless the noun is its subject."""
    if noun.dep in {"nsubj", "nsubjpass"}:
        agent = agent_of(anchor)
        return [agent] if agent is not None and anchor.lemma in word_set("carrying") else []
    subject = subject_of(anchor)
    return [s for s in joined(subject) if s is not noun] if subject is not None else []
