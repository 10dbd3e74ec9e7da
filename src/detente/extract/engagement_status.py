"""Whether a contact was held, is planned, was only proposed, or came to nothing."""

from __future__ import annotations

from functools import cache
from typing import Literal

from detente.extract.engagement_cues import Cue, cue_words, word_set
from detente.model.findings import EngagementStatus
from detente.text.clauses import conditional, modal, negated, subject_of
from detente.text.reading import Token

Part = Literal["verbs", "nouns", "modifiers"]
STATUSES: tuple[EngagementStatus, ...] = ("declined", "cancelled", "postponed", "proposed", "planned")


def status_of(cue: Cue) -> tuple[EngagementStatus, Token | None] | None:
    """The status and the word that tells it; None where the contact is only thought of or denied."""
    if _nobody(cue):
        return None
    modified = _by_modifiers(cue.head)
    if cue.head.pos in {"VERB", "AUX"}:
        asked = told_by(cue.head.lemma, "verbs") if cue.kind == "visit" else None
        found = (asked, cue.head) if asked and not negated(cue.head) else _of_verb(cue.head)
    elif _told_in(cue):
        return "held", None
    else:
        found = _of_noun(cue.head, cue.anchor)
    if found is None:
        return None
    if cue.kind == "call" and found[0] == "held" and cue.head.head.lemma in word_set("attempting"):
        return ("declined", cue.head.head) if _bare(cue.head) else found
    if found[0] in {"planned", "proposed"} and any(
        c.lower in word_set("under_way") for c in cue.head.children if c.dep == "amod"
    ):
        return "held", None
    if found[0] in {"planned", "proposed"} and (ended := _ended_above(cue.head)) is not None:
        return ended
    return modified if modified and found[0] in {"held", "planned"} else found


def _ended_above(word: Token) -> tuple[EngagementStatus, Token] | None:
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
    return any(_nothing(noun) for noun in (cue.head, *cue.mine))


def refuser(word: Token | None) -> Token | None:
    """Who does what the word of refusal tells: its subject, or the agent of its passive."""
    return subject_of(word) if word is not None and word.pos == "VERB" else None


@cache
def _words(status: EngagementStatus, part: Part) -> frozenset[str]:
    return frozenset(cue_words()["status"][status].get(part, ()))


def told_by(word: str, part: Part) -> EngagementStatus | None:
    """The status that a word of this part of speech tells."""
    return next((s for s in STATUSES if word in _words(s, part)), None)


@cache
def ending_verbs() -> frozenset[str]:
    """Verbs of calling off, putting off and refusing: both sides stand with these."""
    return frozenset(w for s in ("declined", "cancelled", "postponed") for w in _words(s, "verbs"))


def _by_modifiers(noun: Token) -> tuple[EngagementStatus, Token] | None:
    for child in noun.children:
        if child.dep in {"amod", "compound", "advmod"} and (status := told_by(child.lower, "modifiers")):
            return status, child
        if child.dep == "acl" and child.tag in {"VBN", "VBD"} and told_by(child.lemma, "verbs") == "planned":
            return "planned", child
    return None


_PARTICLES = frozenset({"forward", "out", "away", "through", "back", "off"})
"""Also where the parser takes them for prepositions."""


def phrasal(verb: Token) -> str:
    """The verb with its particle: "call off"."""
    particle = verb.child("prt") or next((c for c in verb.children if c.lower in _PARTICLES), None)
    return f"{verb.lemma} {particle.lower}" if particle is not None else verb.lemma


def _of_verb(verb: Token) -> tuple[EngagementStatus, Token | None] | None:
    """A finite verb tells its own status; an infinitive or a gerund that of the word it hangs on."""
    if conditional(verb):
        return None
    if negated(verb):
        return _refused(verb)
    if verb.lemma == "be" and any(c.lower in word_set("due") and c.dep == "acomp" for c in verb.children):
        return "planned", verb
    helper = modal(verb) if not _a_name(verb) else None
    if helper in word_set("planned_modals") or helper == "would":
        return "planned", verb
    if helper in word_set("proposed_modals"):
        return "proposed", verb
    if verb.dep == "ccomp" and verb.tag in {"VB", "VBP"} and verb.head.lemma in word_set("wished"):
        return "proposed", verb.head
    if verb.tag in {"VB", "VBG"} or (verb.tag == "VBN" and _bare(verb)):
        return _of_governor(verb)
    return "held", None


def _refused(verb: Token) -> tuple[EngagementStatus, Token] | None:
    """Read "will not meet" as a refusal, "will not travel" as a visit called off; "did not meet" tells of nothing."""
    frame = cue_words()["verbs"].get(verb.lemma)
    if frame is None or modal(verb) not in _FIRM or subject_of(verb) is None or _nothing(subject_of(verb)):
        return None
    return "cancelled" if frame["kind"] == "visit" else "declined", verb


_FIRM = frozenset({"will", "would", "wo", "'ll", "’ll"})


def _nothing(noun: Token | None) -> bool:
    """Whether it is "no meeting", "neither side"."""
    return noun is not None and (
        noun.lower in word_set("none") or any(c.lower in word_set("none") for c in noun.children)
    )


def _a_name(verb: Token) -> bool:
    """Whether what looks like a modal is the name May."""
    return any(c.dep == "aux" and c.text == "May" and c is not c.sentence.tokens[0] for c in verb.children)


def _bare(verb: Token) -> bool:
    return any(c.lower == "to" for c in verb.children if c.dep == "aux")


def _of_governor(verb: Token) -> tuple[EngagementStatus, Token | None] | None:
    head = verb.head
    to = _bare(verb)
    if _first_to(verb):
        return "held", None
    if head is verb or (to and head.lemma == "be" and verb.dep == "xcomp"):
        return ("planned", verb) if to else ("held", None)
    if head.pos == "ADP":
        head = head.head
    if _nothing(head) or any(c.lower in word_set("not_yet") for c in head.children):
        return None
    if status := _governed_by(head):
        return None if negated(head) and status[0] in {"planned", "proposed"} else status
    if head.pos in {"VERB", "AUX"} and verb.dep in {"xcomp", "advcl", "conj", "pcomp", "ccomp", "prep"}:
        return _of_verb(head)
    if head.pos == "PROPN" and to:
        return "planned", verb
    return ("held", None) if not to else ("planned", verb)


def _governed_by(head: Token) -> tuple[EngagementStatus, Token] | None:
    """The status that a word gives what hangs on it: "agreed to meet", "an invitation to visit", "ready to talk"."""
    if head.pos in {"VERB", "AUX"}:
        status = told_by(phrasal(head), "verbs")
        return (status, head) if status else None
    if status := told_by(head.lemma, "nouns"):
        return _answer(head) or (status, head)
    status = told_by(head.lower, "modifiers") if head.pos == "ADJ" else None
    if status == "planned" and modal(head.head) in {"would", "could", "might"}:
        status = "proposed"
    return (status, head) if status else None


def ended_by(verb: Token) -> tuple[EngagementStatus, Token] | None:
    """What became of it in the next clause: "was invited but declined", "had been set for May but was called off"."""
    for child in verb.children:
        own = child.child("nsubj", "nsubjpass", "dobj") or child.child("xcomp", "prep")
        status = told_by(phrasal(child), "verbs") if child.dep == "conj" and own is None else None
        if status in {"declined", "cancelled", "postponed"} and not negated(child):
            return status, child
    return None


def _first_to(verb: Token) -> bool:
    """Whether it is told as done: "the first president to visit"."""
    subject = verb.child("nsubj")
    nouns = [verb.head, *list(verb.head.ancestors())[:2], *([subject] if subject is not None else [])]
    holders = [n for n in nouns if n.pos in {"NOUN", "PROPN"}]
    return any(c.lower in {"first", "last", "latest", "only"} for h in holders for c in h.children)


def _of_noun(noun: Token, anchor: Token | None) -> tuple[EngagementStatus, Token | None] | None:
    for node in _above(noun):
        if node.pos in {"VERB", "AUX"}:
            return _by_its_verb(noun, node, anchor)
        if node.lower in word_set("unreal"):
            return None
        if told := _by_word_above(node):
            return told
    return "held", None


def _by_word_above(node: Token) -> tuple[EngagementStatus, Token] | None:
    """What a word above the contact tells: "ahead of the summit", "a request for talks", "no interest in talks"."""
    if node.lower in word_set("ahead"):
        return "planned", node
    if node.lower in word_set("back"):
        return "held", node
    if node.lemma in word_set("wanting") and any(c.lower == "no" for c in node.children):
        return "declined", node
    status = told_by(node.lemma, "nouns") if node.pos == "NOUN" else None
    if node.pos == "ADJ":
        status = told_by(node.lower, "modifiers")
    return (_answer(node) or (status, node)) if status else None


def _answer(asked: Token) -> tuple[EngagementStatus, Token] | None:
    """What became of a request, plan or offer: "rejected a request for a meeting", "accepted an invitation to"."""
    verb = asked.head
    if verb.pos != "VERB" or asked.dep not in {"dobj", "nsubjpass"} or negated(verb):
        return None
    status = told_by(phrasal(verb), "verbs")
    settles = status in {"declined", "cancelled", "postponed"} or verb.lemma in word_set("accepting")
    return (status, verb) if status is not None and settles else None


def _still_open(verb: Token) -> EngagementStatus | None:
    """Read "a summit is under discussion", "a visit is in the works", "put the visit on hold", "went unanswered"."""
    for child in verb.children if verb.lemma in {"be", "remain", "put", "place", "go"} else ():
        if child.dep == "acomp" and (told := told_by(child.lower, "modifiers")) is not None:
            return told
        if child.lower in word_set("unanswered"):
            return "declined"
        noun = child.child("pobj")
        phrase = f"{child.lower} {noun.lemma}" if noun is not None else ""
        for status in cue_words()["still_open"]:
            if phrase in cue_words()["still_open"][status]:
                return status  # type: ignore[no-any-return]
    return None


def _above(noun: Token) -> list[Token]:
    """The words it hangs on up to the first verb, at most four."""
    found: list[Token] = []
    for node in noun.ancestors():
        found.append(node)
        if node.pos in {"VERB", "AUX"} or len(found) == 4:
            break
    return found


def _by_its_verb(noun: Token, verb: Token, anchor: Token | None) -> tuple[EngagementStatus, Token | None] | None:
    direct = noun.dep in {"dobj", "nsubj", "nsubjpass", "attr", "oprd"} or verb is anchor
    near = direct or noun.head.dep == "prep"
    if direct and (ended := ended_by(verb)) is not None:
        return ended
    if near and (status := told_by(phrasal(verb), "verbs")):
        itself = phrasal(verb) in word_set("of_themselves")
        aside = (noun.dep == "nsubj" and not itself) or (
            not direct and noun.head.lower not in {"for", "to", "on", "about", "towards", "toward"}
        )
        if not aside:
            if status == "planned" and verb.head.lemma in word_set("efforts"):
                return "proposed", verb.head
            return None if negated(verb) and status in {"planned", "proposed"} else (status, verb)
    if direct and (open_ := _still_open(verb)) is not None:
        return open_, verb
    if noun.dep == "nsubj" and negated(verb) and verb.lemma in word_set("coming_about"):
        return "cancelled", verb
    if (asked := _for_it(noun, verb)) is not None:
        return asked[0]
    told = _of_verb(verb)
    if not direct:
        return told if told and told[0] == "planned" else ("held", None)
    if told is None and negated(verb) and verb.lemma not in word_set("occurring") | word_set("carrying"):
        return "held", None
    return told


def _for_it(noun: Token, verb: Token) -> tuple[tuple[EngagementStatus, Token] | None] | None:
    """What "for" tells: "called for talks", "preparations are under way for", "no date has been set for"."""
    if noun.head.lower != "for" or noun.head.head is not verb:
        return None
    if verb.lemma in word_set("asking_for"):
        return (("proposed", verb),)
    subject = verb.child("nsubj", "nsubjpass")
    if _nothing(subject):
        return (None,)
    status = told_by(subject.lemma, "nouns") if subject is not None else None
    return ((status, verb),) if status else None
