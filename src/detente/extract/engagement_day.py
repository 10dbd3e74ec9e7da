"""Whether a contact is of the day of the sentence before or of the readout, or of a day long before the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.extract.engagement_cues import Cue, cue_words, phrasal, word_set
from detente.extract.engagement_merge import Contact
from detente.extract.engagement_reach import lending
from detente.model.when import When
from detente.text.clauses import auxiliaries
from detente.text.reading import Reading, Sentence, Token

_OVER_DAYS = 14
"""So long before publication lies a contact that a text only looks back on."""


def carried_over(
    contact: Contact, cue: Cue, before: Contact | None, last: Sentence | None, reading: Reading
) -> Contact:
    """The contact with the day of the one in the sentence before: "Then she will meet …", "He will also meet …".

    Both have the same standing. "Then" stands with the verb of the contact, not as in "then British minister". "Also"
    carries the day only where somebody takes part in both, they are of one kind and the second tells no place.
    """
    sentence, day, verb = cue.head.sentence, before.setting.when if before is not None else None, cue.verb
    if contact.setting.when is not None or before is None or day is None or day.precision != "day" or verb is None:
        return contact
    if last is None or last.paragraph is not sentence.paragraph or not before.tellings or _over_time(verb):
        return contact
    told = before.tellings[0].span.start >= last.start and before.status == contact.status
    opening, first = reading.document.text[sentence.start : sentence.end].lower(), sentence.tokens[0]
    then = opening.startswith(tuple(cue_words()["then"])) and first.head.i in {verb.i, *lending(verb)}
    then = then and sentence.tokens[1].ent != "NORP"
    also = any(c.lower in {"also", "separately"} for c in verb.children) and contact.group == before.group
    shared = contact.setting.place is None and contact.sides.names & before.sides.names
    if not told or not (then or (also and shared)):
        return contact
    return replace(contact, setting=replace(contact.setting, when=When.from_iso(day.iso, basis="inferred")))


def _over_time(verb: Token) -> bool:
    """Whether it tells of another day or of many: "has also met", "met three times"."""
    perfect = bool({"has", "have", "had"} & set(auxiliaries(verb)))
    return perfect or any(t.lower in word_set("over_time") for t in verb.subtree())


def read_out(contact: Contact, cue: Cue, told: Sequence[Contact], reading: Reading) -> Contact:
    """The contact of the day of a government's readout, which tells no day: that of a main clause of its opening.

    Of a call, where the title says so, and of nothing that both sides only did there.
    """
    document, title = reading.document, (reading.document.title or "").lower()
    first = next((p for p in reading.paragraphs if p.kind == "body"), None)
    main = cue.head.dep == "ROOT" and cue.head.tag == "VBD" and cue.head.sentence.paragraph is first and not cue.act
    by_phone = contact.kind == "call" or contact.spoken
    apart = ("call" in title.split("readout")[-1] and not by_phone) or ("meeting" in title and contact.kind == "call")
    bare = contact.setting.when is None and contact.setting.over_by is None and contact.kind != "visit"
    if "readout" not in title or not document.account_of or not main or apart or not bare or contact.status != "held":
        return contact
    others = (c.setting.when for c in told if c.cue is None or c.cue.head is not cue.head)
    if not document.published or any(w is not None and w.iso == document.published for w in others):
        return contact
    return replace(contact, setting=replace(contact.setting, when=When.from_iso(document.published, basis="inferred")))


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
