"""Whether an act is told as having happened, rather than planned, feared, denied or claimed."""

from __future__ import annotations

from detente.extract.incident_frames import Frame
from detente.extract.incident_kinds import manners_of
from detente.ontology.lexicon import lexicon
from detente.text.clauses import agent_of, auxiliaries, conditional, happened, joined, modal, negated, subject_of
from detente.text.reading import Token

_LEFT = frozenset({"did", "do", "does", "has", "have", "had"})
"""What stands before "not" where an act was left undone."""
_HUNG_ON = frozenset({"acl", "xcomp", "pcomp", "prep", "ccomp", "conj"})


def told_as_real(verb: Token, frame: Frame) -> bool:
    """Done, under way, brought about or announced; of a frame of omission, left undone; of a standing one, in force."""
    if (
        unproven(verb)
        or conditional(verb)
        or ((frame.anything or frame.person) and presupposed(verb, person=frame.person))
    ):
        return False
    nothing = _nothing(verb)
    if frame.omitted:
        left = negated(verb) and _LEFT & set(auxiliaries(verb))
        return bool(left) or (negated(verb) and _announced(verb)) or (nothing and happened(verb))
    if nothing:
        return False
    if frame.standing and not negated(verb) and modal(verb) in {None, "will"}:
        return verb.tag in {"VBZ", "VBP", "VB", "VBD"}
    if _topic(verb):
        return False
    return happened(verb) or (not negated(verb) and (_under_way(verb) or _enacted(verb) or brought_about(verb, frame)))


def unproven(verb: Token) -> bool:
    """Said, feared, planned or forbidden by the noun or verb that the act hangs on."""
    token = verb
    while token.dep in _HUNG_ON and token.head is not token:
        token = token.head
        if token.lemma in lexicon("incidents")["unproven"].get(token.pos, ()):
            return True
    return False


def unreal(verb: Token) -> bool:
    """Denied, held as unproven, done by or to nothing, or only what talk is about."""
    return negated(verb) or unproven(verb) or _nothing(verb) or _topic(verb)


def only_talk(verb: Token) -> bool:
    """Talk of an act and no act: agreed on, raised as a topic, or a claim turned down."""
    cues = lexicon("incidents")
    promise, thing = verb.child("xcomp"), verb.child("dobj")
    if promise is not None and promise.tag == "VB" and verb.lemma in cues["agreeing"]:
        return True
    if verb.dep == "xcomp" and verb.tag == "VB" and verb.head.lemma in cues["agreeing"]:
        return True
    raised = thing is not None and thing.lemma in cues["topics"] and verb.lemma in cues["raising"]
    claimed = thing is not None and thing.lemma in cues["claims"] and "refusing" in manners_of(verb.lemma)
    return raised or claimed or verb.lemma in cues["talking"] or _about(verb)


def _about(verb: Token) -> bool:
    """Talk about something ("asked about the raid")."""
    about = any(c.lower == "about" and c.dep == "prep" for c in verb.children)
    return about and bool({"saying", "contact"} & set(manners_of(verb.lemma)))


def _nothing(verb: Token) -> bool:
    return any(_none(noun) for noun in verb.children if noun.dep in {"dobj", "nsubjpass", "nsubj"})


def _none(noun: Token) -> bool:
    return any(c.lower == "no" and c.dep == "det" for c in noun.children)


def presupposed(verb: Token, *, person: bool = False) -> bool:
    """Told only to say whom a concern is about ("citizens detained in X"), with neither doer nor day.

    `person`: an adjective ("the jailed envoy") says no more than that of people.
    """
    done_by = agent_of(verb) or verb.child("nsubj") or _of_its_own(verb)
    describes = verb.dep in {"acl", "relcl"} or (verb.dep == "amod" and person)
    return describes and done_by is None and not any(t.ent == "DATE" for t in verb.subtree())


def _of_its_own(verb: Token) -> Token | None:
    """Whom a clause names that only hangs on another noun ("a raid in which ten guards were killed")."""
    suffers = verb.child("nsubjpass")
    return suffers if suffers is not None and suffers.pos in {"NOUN", "PROPN"} else None


def announcement(verb: Token) -> Token | None:
    """The verb that makes the act real by announcing it ("announced that it would close …")."""
    first = verb
    while first.dep == "conj" and first.head.pos in {"VERB", "AUX"}:
        first = first.head
    above = first.head
    held = first.dep == "ccomp" and modal(verb) in {"will", "would", "must"}
    return above if held and above.lemma in lexicon("incidents")["announcing"] and happened(above) else None


def _announced(verb: Token) -> bool:
    return announcement(verb) is not None


def _under_way(verb: Token) -> bool:
    """In progress: "is closing", and "said it was closing" where the act is the teller's own."""
    return verb.tag == "VBG" and bool({"is", "are", "'s", "’s"} & set(auxiliaries(verb)))


def _enacted(verb: Token) -> bool:
    """Done by the signing of an instrument: "signed an order imposing tariffs", which may also continue."""
    noun = verb.head
    told = verb.tag == "VBG" and verb.dep == "acl" and noun.lemma in lexicon("incidents")["instruments"]
    return told and happened(noun.head)


def _settled(agreeing: Token, frame: Frame) -> bool:
    """Whether several agree on what is the doing of both ("Rome and Paris have agreed to resume relations")."""
    doer = subject_of(agreeing)
    return frame.between and frame.kind == "other" and doer is not None and len(joined(doer)) > 1


def _topic(verb: Token) -> bool:
    """Only what a noun or adjective is about ("talks on reopening the border", "wrong in closing it")."""
    return verb.tag == "VBG" and verb.dep == "pcomp" and verb.head.head.pos in {"NOUN", "PROPN", "ADJ"}


def brought_about(verb: Token, frame: Frame) -> bool:
    """Made real by the verb above it: "ordered it to close", "announced that it would impose"."""
    above, cues = verb.head, lexicon("incidents")
    if above is verb or not happened(above):
        return False
    if verb.tag in {"VB", "VBG"} and verb.dep in {"xcomp", "ccomp"} and not modal(verb):
        agreed = above.lemma in cues["agreeing"] and (frame.effect == "strain" or _settled(above, frame))
        return agreed or above.lemma in cues["bringing"]
    return frame.effect == "strain" and _announced(verb)
