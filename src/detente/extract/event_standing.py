"""How an act stands: done, planned, refused, denied or only thought of, by the words about the one that tells it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.event_drafts import Draft
from detente.model.findings import EventStatus, EventType
from detente.ontology.lexicon import lexicon
from detente.ontology.plover import QUADS
from detente.text.clauses import conditional, modal, negated
from detente.text.reading import Token

_TO_COME = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_SUPPOSED = frozenset({"would", "could", "may", "might", "can"})
_WORDS_ARE_THE_ACT: frozenset[EventType] = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT"})
"""What these tell is done by being said: "we would urge them" urges."""
_WANTING = frozenset({"for", "against"})
"""What leads to an act that is asked for or advised against."""
_NAMING = frozenset({"call", "tell"})
"""A noun right under these is named or held, not asked for ("called the raid a mistake", "called a meeting")."""
_COOPERATION = (1, 2)
_OFTEN_NEGATED: frozenset[EventType] = frozenset({"REJECT", "ACCUSE"})
"""These are told by what somebody does not do."""


def as_told(draft: Draft, type_: EventType) -> EventType:
    """The type, or AGREE where it is cooperation that is to come: promised, planned or only set for a day."""
    coming = modal(draft.governor) in _TO_COME or _intended(draft.governor) or _intended(draft.head)
    return "AGREE" if QUADS[type_] in _COOPERATION and coming and not negated(draft.governor) else type_


def status_of(draft: Draft, type_: EventType) -> EventStatus:
    """How the act of a draft stands."""
    verb = draft.governor
    if _either(draft, "denying"):
        return "denied"
    if draft.head.pos == "NOUN" and _governed(draft.head, "refusing"):
        return "refused"
    if negated(verb) and type_ not in _OFTEN_NEGATED:
        return "denied"
    if conditional(verb) or _either(draft, "supposing"):
        return "hypothetical"
    asked = _asked(draft.head, type_)
    if asked is not None:
        return asked
    return "actual" if type_ in _WORDS_ARE_THE_ACT else _by_mood(verb, type_)


def _asked(token: Token, type_: EventType) -> EventStatus | None:
    """How what is asked of others, wished or not wished stands, by all verbs that it completes; None for the rest.

    To wish to say is to say ("wants to thank"), and a demand inside a demand is one.
    """
    listed = lexicon("event_codes")["standing"]
    said = type_ in _WORDS_ARE_THE_ACT
    for below, verb in _completed(token):
        wished = verb.lemma in listed["wishing"]
        if (wished or verb.lemma in listed["intending"]) and negated(verb) and type_ not in _OFTEN_NEGATED:
            return "denied"
        if (wished and not said) or (verb.lemma in listed["urging"] and type_ != "REQUEST" and _wanted(below, verb)):
            return "hypothetical"
    return None


def _completed(token: Token) -> Iterator[tuple[Token, Token]]:
    """Each verb above that a word completes, directly or through others, with what stands under it."""
    while token.head is not token:
        below, above = token, token.head
        if above.pos == "ADP" and token.dep in {"pobj", "pcomp"} and above.lower in _WANTING:
            below, above = above, above.head
        elif token.dep not in {"xcomp", "ccomp", "dobj", "conj"} and not _to_do(token):
            return
        if token.dep != "conj":
            yield below, above
        elif token.child("nsubj", "nsubjpass") is not None or (token.pos == "VERB" and token.tag != above.tag):
            return
        token = above


def _wanted(below: Token, verb: Token) -> bool:
    """Whether it is told as still to be done: an infinitive, a bare verb ("that it lift"), a noun or "for"."""
    noun = below.pos == "NOUN" and verb.lemma not in _NAMING
    return noun or below.pos == "ADP" or below.tag in {"VB", "VBG"} or _to_do(below)


def _to_do(token: Token) -> bool:
    return token.tag == "VB" and any(c.lower == "to" and c.dep == "aux" for c in token.children)


def _by_mood(verb: Token, type_: EventType) -> EventStatus:
    """How the modal of a verb, or the verb of planning that it completes, says that a deed stands."""
    helped = modal(verb)
    if helped in _SUPPOSED:
        return "hypothetical"
    if helped in _TO_COME:
        return "planned" if type_ != "AGREE" or _scheduled(verb) else "actual"
    return "planned" if helped is None and type_ != "AGREE" and _intended(verb) else "actual"


def _scheduled(verb: Token) -> bool:
    """Whether a contact is told as set for a day, by nobody's promise ("the President will host …")."""
    subject = verb.child("nsubj")
    return verb.lemma in lexicon("event_codes")["standing"]["scheduled"] and (
        subject is not None and subject.lower not in {"i", "we"}
    )


def _intended(verb: Token) -> bool:
    """Whether the verb completes one of planning ("is to begin", "plans to hold")."""
    to = any(c.lower == "to" and c.dep == "aux" for c in verb.children)
    return to and verb.dep == "xcomp" and verb.head.lemma in {"be", *lexicon("event_codes")["standing"]["intending"]}


def _either(draft: Draft, group: str) -> bool:
    return _under(draft.head, group) or _under(draft.governor, group)


def _under(token: Token, group: str) -> bool:
    """Whether the nearest verb above governs it with a word of the group ("denied shelling", "considers sanctions")."""
    above = token.head
    completes = token.dep in {"xcomp", "ccomp", "dobj", "pcomp", "pobj"}
    verb = above.head if above.pos == "ADP" else above
    return completes and verb is not token and verb.lemma in lexicon("event_codes")["standing"][group]


def _governed(noun: Token, group: str) -> bool:
    """Whether a noun is the object of a verb of the group, or its subject in the passive."""
    own = noun.dep in {"dobj", "nsubjpass"} and noun.child("poss") is not None
    return own and noun.head.lemma in lexicon("event_codes")["standing"][group]
