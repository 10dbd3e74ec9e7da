"""Where a visit goes, as far as its own words do not name the state."""

from __future__ import annotations

from detente.extract.engagement_cues import Cue
from detente.extract.engagement_parties import Roster, Sides
from detente.extract.engagement_status import status_of, told_by
from detente.text.reading import Token


def ahead(cue: Cue) -> bool:
    """Whether it is a visit that had not been paid, told by a noun: "a visit planned for May"."""
    status = status_of(cue)
    near = [cue.head.child("amod"), *(c for c in cue.head.children if c.dep == "acl")]
    return status is not None and status[0] == "planned" and any(w is not None and _plans(w) for w in near)


def _plans(word: Token) -> bool:
    return told_by(word.lower, "modifiers") == "planned" or told_by(word.lemma, "verbs") == "planned"


def host_states(cue: Cue, sides: Sides, roster: Roster) -> tuple[str, ...]:
    """States that may be visited: those told before in the sentence, the last first, then those of the document."""
    told = roster.actors.named(cue.head.sentence.start, cue.head.start)
    return tuple(s for s in (*reversed(told), *roster.actors.pair) if s not in sides.states)


def is_place(goal: Token) -> bool:
    """Whether it is a place and not the person who asked for the visit."""
    return goal.ent != "PERSON" and bool(goal.ent or goal.pos == "PROPN")
