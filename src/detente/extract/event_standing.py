"""How an act stands: done, planned, refused, denied or only thought of, by the words about the one that tells it."""

from __future__ import annotations

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
    return "actual" if type_ in _WORDS_ARE_THE_ACT else _by_mood(verb, type_)


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
