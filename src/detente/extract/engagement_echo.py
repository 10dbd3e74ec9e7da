"""What later sentences tell of a contact told before: "it lasted an hour", "he called it off"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.engagement_cues import Cue, phrasal, word_set
from detente.extract.engagement_merge import joined_setting
from detente.extract.engagement_setting import Setting, setting_of
from detente.extract.engagement_standing import told_by
from detente.model.findings import EngagementStatus
from detente.text.clauses import subject_of
from detente.text.reading import Reading, Sentence, Token


def echoes(sentence: Sentence, reading: Reading) -> Iterator[tuple[Token, Setting]]:
    """Each "it lasted 30 minutes, starting at …", with what it tells of the latest contact."""
    for verb in sentence.tokens:
        subject = verb.child("nsubj") if verb.lemma in word_set("lasting") else None
        if subject is None or subject.lower not in {"it", "they", "this", "which"}:
            continue
        if verb.lemma == "take" and not any(c.lower == "place" for c in verb.children):
            continue
        setting = setting_of(Cue(verb, "meeting", anchor=sentence.root), reading)
        yield verb, joined_setting(setting, _clocks(verb, reading))


def _clocks(verb: Token, reading: Reading) -> Setting:
    """Start and end told by verbs of the same clause: "starting at … and ending at …"."""
    found = Setting()
    for child in verb.subtree():
        if child.pos == "VERB" and child is not verb and child.lemma in word_set("bounding"):
            found = joined_setting(found, setting_of(Cue(child, "meeting"), reading))
    return found


def called_off(sentence: Sentence) -> tuple[Token, Token, EngagementStatus] | None:
    """Who, by which verb and how made an end of "it": "Mr Doe called it off"."""
    for verb in sentence.tokens:
        thing = verb.child("dobj") if verb.pos == "VERB" else None
        who = subject_of(verb) if thing is not None and thing.lower == "it" else None
        status = told_by(phrasal(verb), "verbs") if who is not None else None
        if who is not None and status in {"cancelled", "postponed"}:
            return who, verb, status
    return None


def named_event(noun: Token) -> bool:
    """Whether it is an event of its own name ("the Indo-Pacific summit"), not the one told before."""
    return noun.pos == "PROPN" or any(
        c.pos == "PROPN" and c.dep in {"compound", "nmod"} and c.ent not in {"DATE", "GPE"} for c in noun.children
    )


def definite(noun: Token) -> bool:
    """Whether it points at one told before: "the meeting", "their talks"."""
    return any(
        c.dep in {"det", "poss"} and c.lower in {"the", "that", "this", "both", "their", "his", "her"}
        for c in noun.children
    )


def set_off(noun: Token) -> bool:
    """Whether it is told as another one: "a further meeting", "the second round of talks"."""
    holder = noun.head.head if noun.head.lower == "of" and noun.head.head.lemma in word_set("counting") else noun
    return any(c.lower in word_set("another") for h in (noun, holder) for c in h.children)
