"""The words that tell a contact: its clause or phrase, with the verb that tells its status."""

from __future__ import annotations

from detente.extract.engagement_cues import Cue
from detente.model.span import Span
from detente.text.clauses import bounds, joined, phrase_of
from detente.text.reading import Reading, Token

_LONG = 320
"""A clause of more code points is cut down to the words for the contact and its sides."""


def telling_of(cue: Cue) -> tuple[int, int]:
    """The clause or phrase that tells it; where that is long, the words from its first side to its last."""
    head = cue.anchor if cue.anchor is not None and cue.anchor.head is not cue.head else cue.head
    start, end = bounds(head, shed=_fronted(head))
    if end - start <= _LONG:
        return start, end
    near = [cue.head, *([cue.anchor] if cue.anchor else []), *cue.mine, *cue.theirs, *cue.destination]
    inside = [t for n in near for t in phrase_of(n) if n.sentence is cue.head.sentence]
    return min(t.start for t in inside if t.pos != "PUNCT"), max(t.end for t in inside)


def words_of(cue: Cue) -> list[tuple[int, int]]:
    """The words that tell it; of one of several told together the words for all of them, and its own place and day."""
    start, end = telling_of(cue)
    if not cue.stop or cue.reach is None:
        return [(start, end)]
    named = [t.end for n in (*cue.mine, *cue.theirs) for j in joined(n) for t in phrase_of(j)]
    end = max([cue.head.end, *(at for at in named if at <= cue.reach[0])])
    return [(min(start, cue.head.start), end), cue.reach]


def with_status(span: Span, cue: Cue, word: Token | None, reading: Reading) -> Span:
    """The telling with the verb that tells its status: "is scheduled to visit", "rejected a request for talks"."""
    if word is None or word.pos != "VERB" or word is cue.head or cue.head not in word.subtree():
        return span
    start, end = bounds(word, shed=_fronted(word))
    wider = start <= span.start and span.end <= end and end - start <= _LONG
    return reading.span(start, end) if wider else span


def _fronted(verb: Token) -> list[Token]:
    """Clauses before it, which are told aside: "after landing in Oslo, …"."""
    return [c for c in verb.children if c.i < verb.i and (c.dep == "advcl" or c.child("pcomp") is not None)]
