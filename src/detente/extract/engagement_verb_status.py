"""What a verb tells of a contact: held, planned, proposed, refused or called off; by itself or by what it hangs on."""

from __future__ import annotations

from detente.extract.engagement_cues import cue_words, going_to, is_infinitive, named_contacts, phrasal, word_set
from detente.extract.engagement_standing import told_by
from detente.model.findings import EngagementStatus
from detente.text.clauses import SUBJECTS, auxiliaries, conditional, happened, modal, negated, subject_of
from detente.text.reading import Token

Told = tuple[EngagementStatus, Token | None]
"""A status and the word that tells it."""
_FIRM = frozenset({"will", "would", "wo", "'ll", "’ll"})


def of_itself(verb: Token) -> bool:
    """Whether a contact that does so by itself was called off or put off: "the talks fell through"."""
    return phrasal(verb) in word_set("of_themselves")


def of_verb(verb: Token) -> Told | None:
    """A finite verb tells its own status; an infinitive or a gerund that of the word it hangs on."""
    if conditional(verb):
        return None
    if negated(verb) or (going_to(verb) and negated(verb.head) and verb.head.child("prep") is None):
        return _refused(verb)
    ahead = _of_modal(verb) or _awaited(verb)
    if ahead is None and (verb.tag in {"VB", "VBG"} or (verb.tag == "VBN" and is_infinitive(verb))):
        return _of_hung(verb)
    return ahead or ("held", None)


def _awaited(verb: Token) -> Told | None:
    """Read "when Ms Doe visits", which lies ahead unless the clause over it tells of what is usual or past."""
    when = any(c.lower in {"when", "once", "until"} and c.dep in {"advmod", "mark"} for c in verb.children)
    ahead = when and verb.tag in {"VBZ", "VBP"} and verb.dep == "advcl" and modal(verb.head) in _FIRM
    return ("planned", verb) if ahead else None


def _of_modal(verb: Token) -> Told | None:
    """Read "will meet", "is going to meet", "may meet", "is due in Oslo", "proposed that they meet"."""
    helper = modal(verb) if not _a_name(verb) else None
    due = verb.lemma == "be" and any(c.lower in word_set("due") and c.dep == "acomp" for c in verb.children)
    if due or going_to(verb) or helper in word_set("planned_modals") or helper == "would":
        return "planned", verb
    if helper in word_set("proposed_modals"):
        return "proposed", verb
    wished = verb.dep == "ccomp" and verb.tag in {"VB", "VBP"} and verb.head.lemma in word_set("wished")
    return ("proposed", verb.head) if wished else None


def _refused(verb: Token) -> Told | None:
    """Read "will not meet" as a refusal, "will not travel" as a visit called off; "did not meet" tells of nothing."""
    frame = cue_words()["verbs"].get(verb.lemma)
    firm = modal(verb) in _FIRM or going_to(verb)
    if frame is None or not firm or subject_of(verb) is None or is_nothing(subject_of(verb)):
        return None
    if any(c.lower in word_set("not_only") for t in (verb, verb.head) for c in t.children):
        return "planned", verb
    return "cancelled" if frame["kind"] in {"visit", "leave", "set"} else "declined", verb


def is_nothing(noun: Token | None) -> bool:
    """Whether it is "no meeting", "neither side"."""
    return noun is not None and (
        noun.lower in word_set("none") or any(c.lower in word_set("none") for c in noun.children)
    )


def _a_name(verb: Token) -> bool:
    """Whether what looks like a modal is the name May."""
    return any(c.dep == "aux" and c.text == "May" and c is not c.sentence.tokens[0] for c in verb.children)


def _never(head: Token) -> bool:
    """Whether what hangs on it has not been: "failed to meet", "no plan to meet", "has yet to meet"."""
    yet = any(c.lower in word_set("not_yet") for c in head.children)
    return yet or head.lemma in word_set("failing") or is_nothing(head)


def _of_hung(verb: Token) -> Told | None:
    """An infinitive or a gerund by the chance that it is for, what it was to have been, or the word it hangs on."""
    if (chance := _chance_to(verb)) is not None:
        return _by_chance(*chance)
    return ("cancelled", verb) if _was_to_have(verb) else _of_governor(verb)


def _of_governor(verb: Token) -> Told | None:
    head, to = verb.head, is_infinitive(verb)
    plain: Told = ("planned", verb) if to else ("held", None)
    if _first_to(verb):
        return "held", None
    if head is verb or (to and head.lemma == "be" and verb.dep == "xcomp"):
        return plain
    head = head.head if head.pos == "ADP" else head
    if _never(head):
        return None
    head = head.head if head.lower in word_set("glad") else head
    if status := _governed_by(head):
        return turned(status[0], head) if negated(head) and status[1] is head else status
    if to and verb.tag == "VB" and _is_for_them(verb):
        return _agreed_on(verb.head) or ("proposed", verb)
    carried = head is not verb.head or verb.dep in {"xcomp", "advcl", "conj", "pcomp", "ccomp", "prep"}
    return of_verb(head) if head.pos in {"VERB", "AUX"} and carried else plain


def _was_to_have(verb: Token) -> bool:
    """Whether it is "was to have met", "had been due to have met": it came to nothing."""
    over, to_have = verb.head, {"to", "have"} <= set(auxiliaries(verb))
    be = over if over.lemma == "be" else over.head
    due = over is be or over.lower in word_set("due") | {"supposed", "meant", "scheduled", "set"}
    alone = over is not be and be.lemma != "be"
    before = alone or be.tag == "VBD" or any(a in {"was", "were", "been"} for a in auxiliaries(over))
    return to_have and due and before and verb.tag == "VBN" and verb.child(*SUBJECTS) is None


def _chance_to(verb: Token) -> tuple[Token, Token] | None:
    """The chance that an infinitive is for, and the verb that has it: "had the chance to meet"."""
    over = verb.head
    if not is_infinitive(verb) or verb.dep not in {"acl", "advcl", "xcomp", "relcl"}:
        return None
    noun = over if over.pos == "NOUN" else over.child("dobj")
    carrier = noun.head if noun is not None and noun.dep == "dobj" else None
    return (noun, carrier) if noun is not None and carrier is not None and noun.lemma in word_set("chances") else None


def _by_chance(noun: Token, carrier: Token) -> Told | None:
    """Who "had the chance to meet" met, who "will have" it is to; one that is seen, sought or missed tells less."""
    scarce = is_nothing(noun) or any(c.lower in word_set("scarce") for c in noun.children)
    if scarce or negated(carrier) or carrier.lemma in word_set("missing") or conditional(carrier):
        return None
    if carrier.lemma not in {"have", "get", "take"}:
        return "proposed", noun
    if happened(carrier):
        return ended_by(carrier) or ("held", None)
    return "planned", carrier


def _is_for_them(verb: Token) -> bool:
    """Whether it is "for the leaders to meet", which tells of nothing done unless somebody was glad of it."""
    theirs = verb.child("nsubj") is not None and any(c.dep == "mark" and c.lower == "for" for c in verb.children)
    return theirs and not any(t.lower in word_set("glad") for t in (verb.head, *verb.head.children))


def _agreed_on(head: Token) -> Told | None:
    """What was settled in the same clause: "reached a deal for the leaders to meet"."""
    thing = head.child("dobj") if head.pos == "VERB" else head
    if thing is None or thing.pos != "NOUN":
        return None
    status = "planned" if thing.lemma in word_set("settled") else told_by(thing.lemma, "nouns")
    return (status, thing) if status is not None else None


def turned(status: EngagementStatus, verb: Token) -> Told | None:
    """The opposite: "would never agree to meet" declines, "has not ruled out a meeting" leaves it open."""
    if status in {"planned", "proposed"}:
        firm = modal(verb) in _FIRM and status == "planned"
        return ("declined", verb) if firm or verb.lemma in word_set("unwilling") else None
    return ("proposed" if status == "declined" else "planned"), verb


def _governed_by(head: Token) -> Told | None:
    """The status that a word gives what hangs on it: "agreed to meet", "an invitation to visit", "ready to talk"."""
    if head.pos in {"VERB", "AUX"}:
        status = told_by(phrasal(head), "verbs") if head.lemma not in word_set("only_things") else None
        return (status, head) if status else None
    if status := told_by(head.lemma, "nouns"):
        return answer_to(head) or (status, head)
    status = told_by(head.lower, "modifiers") if head.pos == "ADJ" else None
    if status == "proposed" and negated(head.head):
        status = "declined"
    if status == "planned" and modal(head.head) in {"would", "could", "might"}:
        status = "proposed"
    return (status, head) if status else None


def ended_by(verb: Token) -> Told | None:
    """What became of it in the next clause: "was invited but declined", "had been set for May but was called off"."""
    for child in verb.children:
        own = child.child("nsubj", "nsubjpass") or _another(child.child("dobj")) or child.child("xcomp", "prep")
        status = told_by(phrasal(child), "verbs") if child.dep == "conj" and own is None else None
        if status in {"declined", "cancelled", "postponed"} and not negated(child):
            return status, child
    return None


def _another(thing: Token | None) -> Token | None:
    """What is called off, unless that is the contact itself: "called it off", "cancelled the meeting"."""
    if thing is None or thing.lower == "it":
        return None
    contact = thing.lemma in named_contacts() or thing.lemma in cue_words()["nouns"]["visit"]
    return None if contact and any(c.lower in {"the", "that", "this"} for c in thing.children) else thing


def _first_to(verb: Token) -> bool:
    """Whether it is told as done: "the first president to visit"."""
    subject = verb.child("nsubj")
    nouns = [verb.head, *list(verb.head.ancestors())[:2], *([subject] if subject is not None else [])]
    holders = [n for n in nouns if n.pos in {"NOUN", "PROPN"}]
    return any(c.lower in {"first", "last", "latest", "only"} for h in holders for c in h.children)


def answer_to(asked: Token) -> Told | None:
    """What became of a request, plan or offer: "rejected a request for a meeting", "accepted an invitation to"."""
    verb = asked.head
    if verb.pos != "VERB" or asked.dep not in {"dobj", "nsubjpass"} or negated(verb):
        return None
    status = told_by(phrasal(verb), "verbs")
    settles = status in {"declined", "cancelled", "postponed"} or verb.lemma in word_set("accepting")
    return (status, verb) if status is not None and settles else None
