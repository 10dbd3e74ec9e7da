"""Whether a contact was held, is planned, was only proposed, or came to nothing."""

from __future__ import annotations

from detente.extract.engagement_cues import Cue, is_infinitive, phrasal, word_set
from detente.extract.engagement_noun_status import of_noun
from detente.extract.engagement_standing import told_by
from detente.extract.engagement_verb_status import Told, ended_by, is_nothing, of_itself, of_verb
from detente.model.findings import EngagementStatus
from detente.text.clauses import RELATIVE, conditional, happened, modal, negated
from detente.text.reading import Token


def status_of(cue: Cue) -> Told | None:
    """The status and the word that tells it; None where the contact is only thought of or denied."""
    found = None if _nobody(cue) else _found(cue)
    if found is None:
        return None
    status, verb = found[0], cue.head.head
    if cue.kind == "call" and status == "held" and verb.lemma in word_set("attempting"):
        return ("declined", verb) if is_infinitive(cue.head) else found
    if status in {"planned", "proposed"}:
        if any(c.lower in word_set("under_way") for c in cue.head.children if c.dep == "amod"):
            return "held", None
        found = _ended_above(cue.head) or found
    modified = _by_modifiers(cue)
    upcoming = found[0] == "proposed" and modified is not None and modified[0] == "planned"
    return (modified or found) if upcoming or found[0] in {"held", "planned"} else found


def told_as_done(cue: Cue) -> bool:
    """Whether the verb that tells the contact itself says that it happened."""
    verb = cue.verb
    itself = verb is cue.head or (verb is not None and verb.lemma in word_set("carrying") | word_set("occurring"))
    return verb is not None and itself and happened(verb)


def _at_odds(verb: Token) -> bool:
    """Whether it is "did not agree", "failed to agree": they talked, to no end."""
    failed = verb.dep == "xcomp" and verb.head.lemma == "fail" and happened(verb.head)
    return failed or (negated(verb) and any(c.lower == "did" for c in verb.children))


def _found(cue: Cue) -> Told | None:
    """The status by the verb that tells the contact, or by what the noun hangs on."""
    if cue.act and _at_odds(cue.head):
        return "held", None
    if cue.head.pos in {"VERB", "AUX"}:
        asked = told_by(phrasal(cue.head), "verbs") if cue.kind == "visit" and not negated(cue.head) else None
        asked = "proposed" if asked and modal(cue.head) in word_set("proposed_modals") else asked
        return (asked, cue.head) if asked else of_verb(cue.head)
    return ("held", None) if _told_in(cue) or _took_place(cue) else of_noun(cue.head, cue.anchor)


def _took_place(cue: Cue) -> bool:
    """Whether a clause behind it says so, whatever stands before it: "arranged a call that took place on Monday"."""
    verb = cue.anchor
    return verb is not None and verb.head is cue.head and verb.lemma in word_set("happening") and happened(verb)


def _ended_above(word: Token) -> Told | None:
    """What became of it by the verb that tells it or those it hangs on: "was supposed to meet her but cancelled"."""
    above = [word, *list(word.ancestors())[:3]]
    return next((e for t in above if t.pos in {"VERB", "AUX"} if (e := ended_by(t)) is not None), None)


def not_since(cue: Cue) -> bool:
    """Whether it tells of the last time by denying a later one: "have not met since May"."""
    verb = cue.head
    back = any(c.lower in word_set("back") and c.child("pobj", "pcomp") is not None for c in verb.children)
    return verb.pos == "VERB" and back and negated(verb) and modal(verb) is None and not conditional(verb)


def _told_in(cue: Cue) -> bool:
    """Whether its verb tells what was said in it: "in a call on Friday Ms Doe urged Mr Roe to go"."""
    told = cue.anchor is not None and cue.anchor.lemma in word_set("telling") and cue.anchor.tag == "VBD"
    return told and cue.head.dep == "pobj" and cue.head.head.lower in {"in", "during", "at"}


def _nobody(cue: Cue) -> bool:
    """Whether nobody took part: "neither side has announced a summit", "no meeting was held"."""
    return any(is_nothing(noun) for noun in (cue.head, *cue.mine))


def _by_modifiers(cue: Cue) -> Told | None:
    """What words and clauses on the noun tell; "the planned meeting took place" was held."""
    done = told_as_done(cue)
    for child in cue.head.children:
        if child.dep in {"amod", "compound", "advmod"} and not done and (status := told_by(child.lower, "modifiers")):
            return status, child
        if child.dep == "acl" and child.tag in {"VBN", "VBD"} and told_by(child.lemma, "verbs") == "planned":
            return "planned", child
        if child.dep == "relcl" and (status := _by_clause(child)) is not None:
            return status, child
    return None


def _by_clause(verb: Token) -> EngagementStatus | None:
    """The status that a clause on it tells: "talks, which had been due on Monday", "a visit that was put off"."""
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.tag not in RELATIVE or negated(verb) or modal(verb):
        return None
    if verb.lemma == "be" and any(c.lower in word_set("due") and c.dep == "acomp" for c in verb.children):
        return "planned"
    if verb.tag == "VB" and is_infinitive(verb):
        return "planned"
    ended = ended_by(verb)
    status = told_by(phrasal(verb), "verbs") if subject.dep == "nsubjpass" or of_itself(verb) else None
    return ended[0] if ended is not None else status
