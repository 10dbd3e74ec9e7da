"""What the words above a noun tell of the contact that it names: "a request for talks", "the summit was put off"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.engagement_cues import cue_words, is_infinitive, phrasal, word_set
from detente.extract.engagement_standing import told_by
from detente.extract.engagement_verb_status import (
    Told,
    answer_to,
    ended_by,
    is_nothing,
    of_itself,
    of_verb,
    turned,
)
from detente.model.findings import EngagementStatus
from detente.text.clauses import negated
from detente.text.reading import Token


def of_noun(noun: Token, anchor: Token | None) -> Told | None:
    """The status by the words that the noun hangs on, up to its verb; held where none tells."""
    for node in _above(noun):
        if node.pos in {"VERB", "AUX"}:
            return _by_its_verb(noun, node, anchor)
        if node.lower in word_set("unreal") or (told_by(node.lemma, "nouns") and is_nothing(node)):
            return None
        if told := _by_word_above(node):
            return told
    return "held", None


def _by_word_above(node: Token) -> Told | None:
    """What a word above the contact tells: "ahead of the summit", "a request for talks", "no interest in talks"."""
    if node.lower in word_set("ahead"):
        return "planned", node
    if node.lower in word_set("back") or _built_on(node):
        return "held", node
    if node.lemma in word_set("wanting") and any(c.lower == "no" for c in node.children):
        return "declined", node
    status = told_by(node.lemma, "nouns") if node.pos == "NOUN" else None
    if node.pos == "ADJ":
        status = told_by(node.lower, "modifiers")
    return (answer_to(node) or (status, node)) if status else None


def _built_on(on: Token) -> bool:
    """Whether it is what somebody "will build on" or "follow up on", if that is not "their talks" of just now."""
    thing = on.child("pobj")
    theirs = thing is not None and any(c.tag == "PRP$" for c in thing.children)
    return on.lower in {"on", "upon"} and phrasal(on.head) in word_set("built_on") and not theirs


def _still_open(verb: Token) -> EngagementStatus | None:
    """Read "a summit is under discussion", "a visit is in the works", "put the visit on hold", "went unanswered"."""
    if _is_to_come(verb):
        return "planned"
    for child in verb.children if verb.lemma in {"be", "remain", "put", "place", "go"} else ():
        if child.lower in word_set("off") and not child.children:
            return "cancelled"
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


def _is_to_come(be: Token) -> bool:
    """Whether it "is to take place", or "is an opportunity to"."""
    if be.lemma != "be":
        return False
    coming = word_set("occurring") | word_set("carrying")
    chance = be.child("attr") if be.tag == "VBZ" else None
    to_do = chance is not None and any(c.tag == "VB" and is_infinitive(c) for c in chance.children)
    due = any(c.dep == "xcomp" and is_infinitive(c) and c.lemma in coming for c in be.children)
    return due or (to_do and chance is not None and chance.lemma in word_set("chances"))


def _above(noun: Token) -> list[Token]:
    """The words it hangs on up to the first verb, at most four."""
    found: list[Token] = []
    for node in noun.ancestors():
        found.append(node)
        if node.pos in {"VERB", "AUX"} or len(found) == 4:
            break
    return found


def _by_its_verb(noun: Token, verb: Token, anchor: Token | None) -> Told | None:
    direct = noun.dep in {"dobj", "nsubj", "nsubjpass", "attr", "oprd"} or verb is anchor
    for decided in _decided(noun, verb, direct=direct):
        return decided
    told = of_verb(verb)
    if not direct:
        return told if told and told[0] == "planned" else ("held", None)
    if told is None and negated(verb) and verb.lemma not in word_set("occurring") | word_set("carrying"):
        return "held", None
    return told


def _decided(noun: Token, verb: Token, *, direct: bool) -> Iterator[Told | None]:
    """What the verb over the noun decides, the surest first; None for a contact that is only thought of."""
    if direct and (ended := ended_by(verb)) is not None:
        yield ended
    yield from _by_meaning(noun, verb, direct=direct)
    if direct and (open_ := _still_open(verb)) is not None:
        yield None if negated(verb) else (open_, verb)
    if noun.dep == "nsubj" and negated(verb) and verb.lemma in word_set("coming_about"):
        yield "cancelled", verb
    yield from _for_it(noun, verb)


def _by_meaning(noun: Token, verb: Token, *, direct: bool) -> Iterator[Told | None]:
    """What a verb of asking, planning or refusing tells of its object, its passive subject, or what "for" adds."""
    status = told_by(phrasal(verb), "verbs") if direct or noun.head.dep == "prep" else None
    if status is None or (noun.dep == "nsubj" and not of_itself(verb)):
        return
    if not direct and noun.head.lower not in {"for", "to", "on", "about", "towards", "toward"}:
        return
    if status == "planned" and verb.head.lemma in word_set("efforts"):
        yield "proposed", verb.head
    yield turned(status, verb) if negated(verb) else (status, verb)


def _for_it(noun: Token, verb: Token) -> Iterator[Told | None]:
    """What "for" tells: "called for talks", "preparations are under way for", "no date has been set for"."""
    if noun.head.lower != "for" or noun.head.head is not verb:
        return
    subject = verb.child("nsubj", "nsubjpass")
    status = told_by(subject.lemma, "nouns") if subject is not None else None
    if verb.lemma in word_set("asking_for"):
        yield "proposed", verb
    if is_nothing(subject):
        yield None
    if status is not None:
        yield status, verb
