"""What may tell an act between states: each clause and each noun phrase whose head could, with the words it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from detente.extract.incident_acts import Act, act_of
from detente.extract.incident_kinds import names_act
from detente.model.span import Span
from detente.text.clauses import Actors, bounds, subject_of
from detente.text.reading import Reading, Token

_OVER_LONG = 60
_LOOSE = frozenset({"acl", "relcl", "advcl", "parataxis"})
_HELPING = frozenset({"aux", "auxpass", "compound"})
_TELLING = frozenset({"VERB", "AUX", "NOUN"})


class Draft(NamedTuple):
    """A verb or noun that may tell an act; `act` where the language data spells it out.

    `doer` and `thing` are who seems to do it and what it seems done to.
    """

    head: Token
    act: Act | None
    doer: Token | None
    thing: Token | None

    @property
    def inside(self) -> list[Token]:
        """All words under its head, and the head."""
        return self.head.subtree()

    @property
    def side(self) -> Literal["noun", "verb"]:
        """Whether a noun or a verb tells it."""
        return "noun" if self.head.pos == "NOUN" else "verb"


def all_drafts(reading: Reading, actors: Actors, gate: Callable[[Token], bool]) -> Iterator[Draft]:
    """Every full verb and every noun that may name an act, where the gate, a cheap question about the word, lets it.

    Whatever tells an act of the data needs no leave.
    """
    for sentence in reading.sentences:
        if sentence.paragraph.kind in {"byline", "headline"}:
            continue
        for token in sentence.tokens:
            if token.pos in _TELLING and token.dep not in _HELPING:
                act = None if sentence.paragraph.kind == "heading" else act_of(actors, token)
                if act is not None or ((token.pos != "NOUN" or names_act(token.lemma)) and gate(token)):
                    yield _draft(token, act)


def _draft(token: Token, act: Act | None) -> Draft:
    if token.pos == "NOUN":
        doer, thing = token.child("poss", "amod", "compound"), _after(token)
    else:
        doer, thing = subject_of(token), token.child("dobj", "nsubjpass") or _after(token)
    return Draft(token, act, doer, thing)


def _after(head: Token) -> Token | None:
    """The first noun after a preposition of the head."""
    return next((o for p in head.children if p.dep == "prep" for o in p.children if o.dep == "pobj"), None)


def words_of(reading: Reading, draft: Draft) -> Span:
    """The words that tell what a draft tells, without long clauses that it can do without."""
    act = draft.act
    head = act.head if act is not None else draft.head
    start, end = bounds(head, shed=_asides(act) if act is not None else _loose(draft))
    tokens = reading.tokens_in(start, end)
    if len(tokens) <= _OVER_LONG:
        return reading.span(start, end)
    at = next((n for n, t in enumerate(tokens) if t.i >= draft.head.i), 0)
    low, high = max(0, at - 20), min(len(tokens), at + 30)
    return reading.span(tokens[low].start, tokens[high - 1].end)


def _asides(act: Act) -> list[Token]:
    """Long descriptions after the thing, which the act can do without."""
    if act.thing is None or act.head is act.thing:
        return []
    inside = [t for t in act.thing.subtree() if t.dep in {"acl", "relcl", "amod", "advcl"} and t.i > act.thing.i]
    return [t for t in inside if len(t.subtree()) > 10 and t is not act.verb]


def _loose(draft: Draft) -> list[Token]:
    """Long clauses after the head, which its own words can do without."""
    loose = [t for t in draft.inside if t.dep in _LOOSE and t.i > draft.head.i]
    return [t for t in loose if len(t.subtree()) > 8]
