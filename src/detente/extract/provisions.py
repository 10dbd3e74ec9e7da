"""Undertakings told by a noun alone: items of a list of outcomes, things announced or resumed, intentions denied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.extract.scene import Scene, Undertaking, cues, is_idle, is_real, is_sum, strength_of
from detente.text.clauses import auxiliaries, conditional, joined, negated, subject_of
from detente.text.reading import Reading, Token

_LABEL = re.compile(r"[^*:]*(:\s?\*\*|\*\*\s?:)")
"""The rest of a label in bold ("**Building trust:** …")."""
_NEAR_START = 8
"""An item of a list that is a mere noun has it within so many words."""


def listed(scene: Scene, noun: Token) -> Iterator[Undertaking]:
    """As in "- Creation of a hotline", "- A joint task force on X" in a list of what several states agreed."""
    sentence = noun.sentence
    if noun is not sentence.root or noun.pos not in {"NOUN", "PROPN"} or noun.i > sentence.tokens[0].i + _NEAR_START:
        return
    by = scene.outcome_of(sentence.paragraph)
    items = [item for item in joined(noun) if item.lower in cues()["outcomes"]] if len(by) > 1 else []
    for item in items:
        others = tuple(other for other in items if other is not item and other.i > item.i)
        yield Undertaking(item, item, by, "agreed", 0.5, others)


def itemised(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "- Establish a hotline", "- **Ports:** exploring X, and training Y" in a list of what several states do."""
    sentence = verb.sentence
    if sentence.paragraph.kind != "bullet" or verb.tag not in {"VB", "VBG"} or verb.pos != "VERB":
        return
    by = scene.outcome_of(sentence.paragraph)
    subject = verb.child("nsubj")
    labelled = subject is not None and any(":" in t.text for t in sentence.tokens if subject.i < t.i < verb.i)
    if len(by) < 2 or (subject and not labelled) or verb.child("aux", "mark") or not _opens(scene.reading, verb):
        return
    items = [item for item in joined(verb) if item.pos == "VERB" and not is_idle(item, "prediction", "views")]
    for item in items:
        others = tuple(other for other in items if other is not item and other.i > item.i)
        planned = item.lemma in cues()["preparing"]
        yield Undertaking(item, item, by, "intend" if planned else strength_of(item, by), 0.5, others)


def _opens(reading: Reading, verb: Token) -> bool:
    """Whether an item of a list opens with the verb, after nothing but a label ("**Ports:**"), which is no deed."""
    before = [t for t in verb.sentence.paragraph.tokens if t.i < verb.i]
    after_label = [t for n, t in enumerate(before) if not any(":" in u.text for u in before[n:])]
    label = _LABEL.match(reading.document.text, verb.start, verb.sentence.paragraph.end)
    return not label and all(
        t.pos in {"PUNCT", "SPACE", "ADV", "SYM", "X"} or not t.text.isalpha() for t in after_label
    )


def funded(scene: Scene, noun: Token) -> Iterator[Undertaking]:
    """As in "today's announcement of $40 million in U.S. aid", "a planned $45 million investment"."""
    if noun.pos != "NOUN" or noun.lemma not in cues()["announcements"] | cues()["funds"]:
        return
    planned = any(c.dep == "amod" and c.lower in {"planned", "proposed"} for c in noun.children)
    of = next((c.child("pobj") for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
    announced = noun.lemma in cues()["announcements"] and of is not None and is_sum(of)
    if not announced and not (planned and is_sum(noun)):
        return
    if any(c.dep == "acl" and c.tag == "VBN" for c in (*noun.children, *(of.children if of else ()))):
        return
    words = noun.subtree()
    statement = scene.statement(noun)
    owner = scene.by(noun.child("poss"))
    speaking = (statement.state,) if statement and statement.state else scene.by(subject_of(noun.head))
    by = owner or speaking or scene.actors.named(words[0].start, words[-1].end)
    if by and scene.beyond(noun, by):
        yield Undertaking(noun, of or noun, by[:1], "intend" if planned else "promised", 0.5)


def resumed(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "both sides welcomed the resumption of X", "both sides are resuming X"."""
    telling = verb.pos == "VERB" and any(
        verb.lemma in cues()[words] for words in ("welcoming", "resuming", "announcing")
    )
    by = scene.by(subject_of(verb)) if telling and (is_real(verb) or _is_glad_to(verb)) else ()
    thing = verb.child("dobj")
    if not by or thing is None:
        return
    if thing.lemma in cues()["sealed"]:
        words = thing.subtree()
        by = tuple(dict.fromkeys((*by, *scene.members_named(words[0].start, words[-1].end))))
    if len(by) > 1 and verb.lemma in cues()["welcoming"] and thing.lemma in cues()["resumed"] | cues()["sealed"]:
        yield Undertaking(verb, thing, by, "agreed", 0.5)
    elif len(by) > 1 and verb.lemma in cues()["resuming"]:
        yield Undertaking(verb, verb, by, "agreed", 0.5)
    elif verb.lemma in cues()["announcing"] and thing.lemma in cues()["given"] and scene.beyond(verb, by):
        yield Undertaking(verb, thing, by, strength_of(thing, by), 0.5)


def _is_glad_to(verb: Token) -> bool:
    """As in "is proud to announce X"."""
    return verb.dep == "xcomp" and verb.head.lower in {"proud", "pleased", "delighted", "happy", "honored", "honoured"}


def under_way(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "A and B are exploring X", "A and B are teaming up to X": what several have begun and will go on with."""
    going_on = verb.tag == "VBG" and "are" in auxiliaries(verb)
    standing = verb.lemma in cues()["uniting"] and (verb.tag == "VBP" or _is_glad_to(verb))
    if verb.pos != "VERB" or not (going_on or standing) or negated(verb) or conditional(verb):
        return
    by = scene.by(subject_of(verb))
    united = verb.lemma in cues()["uniting"] and (verb.child("advcl", "xcomp") is not None or _is_glad_to(verb))
    explored = verb.lemma in cues()["explore"] and "forward" not in {c.lower for c in verb.children}
    begun = verb.lemma in cues()["begun"] and verb.child("dobj", "xcomp") is not None
    if len(by) > 1 and scene.of_several() and (united or explored or begun):
        yield Undertaking(verb, verb, by, strength_of(verb, by), 0.5)


def no_intention(scene: Scene, noun: Token) -> Iterator[Undertaking]:
    """As in "it has no intention of X-ing", "it is not our intention to X"."""
    if noun.lemma not in cues()["intentions"] or noun.pos != "NOUN":
        return
    statement, verb = scene.statement(noun), noun.head
    denied = negated(verb) or any(c.lower == "no" for c in noun.children)
    if not denied:
        return
    by = scene.by(noun.child("poss") or subject_of(verb))
    prep = noun.child("prep")
    deed = noun.child("acl") or verb.child("xcomp", "advcl") or (prep.child("pcomp") if prep else None)
    if by and deed is not None and (not statement or not statement.state or statement.state in by):
        yield Undertaking(verb, noun, by, "promised", 0.55)
