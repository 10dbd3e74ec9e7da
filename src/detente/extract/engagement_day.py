"""Whether a contact is of the day of the sentence before or of the readout, or of a day long before the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.extract.engagement_cues import Cue, cue_words, phrasal, word_set
from detente.extract.engagement_merge import Contact
from detente.extract.occasion import is_readout
from detente.model.when import When
from detente.text.reading import Reading, Sentence

_OVER_DAYS = 14
"""So long before publication lies a contact that a text only looks back on."""


def carried_over(
    contact: Contact, cue: Cue, before: Contact | None, last: Sentence | None, reading: Reading
) -> Contact:
    """The contact with the day of the one in the sentence before: "Then she will meet …", "He will also meet …".

    Both have the same standing. "Also" carries the day only where somebody takes part in both and they are of one kind.
    """
    sentence, day = cue.head.sentence, before.setting.when if before is not None else None
    if contact.setting.when is not None or before is None or day is None or day.precision != "day":
        return contact
    if last is None or last.paragraph is not sentence.paragraph or cue.verb is None or not before.tellings:
        return contact
    told = before.tellings[0].span.start >= last.start and before.status == contact.status
    opening = reading.document.text[sentence.start : sentence.end].lower()
    then = opening.startswith(tuple(cue_words()["then"]))
    also = any(c.lower in {"also", "separately"} for c in cue.verb.children) and contact.group == before.group
    if not told or not (then or (also and contact.sides.names & before.sides.names)):
        return contact
    return replace(contact, setting=replace(contact.setting, when=When.from_iso(day.iso, basis="inferred")))


def read_out(contact: Contact, cue: Cue, told: Sequence[Contact], reading: Reading) -> Contact:
    """The contact that a readout opens with, which is of the day of the readout where it tells no other."""
    published, first = reading.document.published, next((p for p in reading.paragraphs if p.kind == "body"), None)
    opens = first is not None and cue.head.sentence.paragraph is first and not told and cue.head.tag == "VBD"
    bare = contact.setting.when is None and contact.setting.over_by is None and contact.kind != "visit"
    if not published or not opens or not bare or contact.status != "held" or not is_readout(reading):
        return contact
    return replace(contact, setting=replace(contact.setting, when=When.from_iso(published, basis="inferred")))


def looked_back_on(cue: Cue, contact: Contact, published: str | None) -> bool:
    """Whether it is another one than the text is about: "their November 2022 meeting", "when they met in May".

    So is "recalled the talks in May".
    """
    when, head = contact.setting.when, cue.head
    if when is None or published is None:
        return False
    since = When.from_iso(published).interval.earliest - when.interval.latest
    governor = head.head.head if head.head.pos == "ADP" else head.head
    recalled = governor.lemma in word_set("recalling") or phrasal(governor) in word_set("built_on")
    theirs = any(c.tag == "PRP$" for c in head.children) or recalled
    then = head.dep == "advcl" and any(c.lower == "when" for c in head.children)
    return since.days > _OVER_DAYS and (then if head.pos == "VERB" else theirs)
