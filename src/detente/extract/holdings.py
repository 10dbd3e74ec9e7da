"""Where a document may tell that states hold a view: in what their voices say, and in its own words.

Proposals are wide: a judge (`judge_positions`) tells which of them are positions, and on what.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from detente.model.findings import Statement
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.text.clauses import Actors, bounds, joined, subject_of
from detente.text.cuewords import cues_in
from detente.text.reading import Reading, Sentence, Token

_LONG = 320
"""A longer content (code points) is taken sentence by sentence."""
_FEW = 3
"""So many words at least make a member of a list a view of its own."""
_UNREAD = frozenset({"headline", "heading", "byline"})
_TELLING = frozenset({"VERB", "AUX", "NOUN"})
"""Only such words tell a view that no statement carries."""
_View = tuple[str, tuple[str, ...], Span | None]
_NOBODYS: _View = ("", (), None)


@dataclass(frozen=True, slots=True)
class Holding:
    """A view that each of these states may hold, the words that carry it, and how the document tells it.

    `way`: "statement" (someone says or thinks so), "own" (a clause of the document's own voice), "noun" ("our support
    for X"), "told" (a clause of a narrator). `cue` is the word that tells it, `head` the word on which the words hang.
    """

    states: tuple[str, ...]
    span: Span
    way: str
    cue: Token | None
    head: Token | None
    statement: Statement | None = None


def holdings_in(reading: Reading, actors: Actors, statements: list[Statement]) -> list[Holding]:
    """All views that the document may tell, in the order of their words."""
    told = [held for statement in statements for held in _stated(reading, actors, statement)]
    said = [span for s in statements if s.act == "speech" and s.mode == "direct" for span in s.content]
    return sorted([*told, *_own_words(reading, actors, said, told)], key=lambda held: held.span.start)


def _stated(reading: Reading, actors: Actors, statement: Statement) -> Iterator[Holding]:
    """What a statement holds, in pieces where it is long; nothing where it is made on no state's behalf."""
    states = _speaking_for(actors, statement)
    cue = reading.tokens_in(statement.cue.start, statement.cue.end) if statement.cue else []
    if cue and cue[0].lemma in lexicon("positions")["cues"]["courtesy"]:
        return
    for content in statement.content if states else ():
        for piece in _pieces(reading, content):
            head = head_in(reading, piece)
            if head is not None and " " in piece.text:
                yield Holding(states, piece, "statement", cue[0] if cue else None, head, statement)


def _speaking_for(actors: Actors, statement: Statement) -> tuple[str, ...]:
    """The speaker's state; for joint speakers each state of the document's sides."""
    if statement.state:
        return (statement.state,)
    if statement.account_of and len(statement.account_of) > 1:
        return statement.account_of
    together = actors.acting_for(statement.speaker or "")
    if len(together) > 1:
        return together
    return actors.sides if statement.speaker and _has(statement.speaker, "joint") else ()


def _has(words: str, name: str) -> bool:
    return bool(cues_in(words, 0, len(words), "positions", name))


def _pieces(reading: Reading, content: Span) -> list[Span]:
    """A content as it stands and each of the views joined in it; a long one sentence by sentence."""
    sentences = _sentences(reading, content)
    if len(content.text) <= _LONG or len(sentences) < 2:
        return [content, *_joined_views(reading, content)]
    return [reading.span(max(s.start, content.start), min(s.end, content.end)) for s in sentences]


def _joined_views(reading: Reading, content: Span) -> list[Span]:
    """The members of a list of things or clauses ("the raids, the tolls and the ban on seeds")."""
    head = head_in(reading, content)
    members = [m for m in joined(head) if content.start <= m.start < content.end] if head is not None else []
    parts = [reading.span(*bounds(m, shed=joined(m)[1:])) for m in members] if len(members) > 1 else []
    return [part for part in parts if _words(part) >= _FEW and content.start <= part.start < part.end <= content.end]


def _words(span: Span) -> int:
    return span.text.count(" ") + 1


def _sentences(reading: Reading, content: Span) -> list[Sentence]:
    return list({id(t.sentence): t.sentence for t in reading.tokens_in(content.start, content.end)}.values())


def head_in(reading: Reading, span: Span) -> Token | None:
    """The first word of a span that hangs on nothing within it; a verb rather than another."""
    words = [t for t in reading.tokens_in(span.start, span.end) if t.pos not in {"PUNCT", "SPACE"}]
    tops = [t for t in words if t.head is t or not span.start <= t.head.start < span.end]
    return next((t for t in tops if t.pos in {"VERB", "AUX"}), tops[0] if tops else None)


def _own_words(reading: Reading, actors: Actors, said: list[Span], told: list[Holding]) -> Iterator[Holding]:
    """Views that no statement carries: "we oppose X", "Chad and Niger welcomed Y", "our concern about Z"."""
    taken = {held.cue.i for held in told if held.cue is not None}
    taken.update(token.i for span in said for token in reading.tokens_in(span.start, span.end))
    official = bool(actors.joint or reading.document.account_of)
    for sentence in reading.sentences:
        if sentence.paragraph.kind in _UNREAD:
            continue
        for token in sentence.tokens:
            if token.pos not in _TELLING or token.i in taken:
                continue
            way, states, span = _view_at(reading, actors, token, official=official)
            if states and span is not None:
                yield Holding(states, span, way, token, token)


def _view_at(reading: Reading, actors: Actors, token: Token, *, official: bool) -> _View:
    """Whose view a verb or a noun of the document may tell, and in what words."""
    if token.pos == "NOUN":
        return ("noun", _owners(actors, token), reading.span(*bounds(token))) if token.lemma in _held() else _NOBODYS
    if token.lemma in _telling() or (official and token in joined(token.sentence.root)):
        states = _holders(actors, token)
        return ("own" if official else "told"), states, reading.span(*bounds(token, shed=joined(token)[1:]))
    return _NOBODYS


@cache
def _held() -> frozenset[str]:
    """Nouns that tell a view which somebody has."""
    return frozenset(lexicon("positions")["held"])


@cache
def _telling() -> frozenset[str]:
    """Verbs by which a narrator tells that someone holds a view."""
    words = lexicon("positions")
    return frozenset(word for name in ("holding", "telling") for word in words[name])


def _holders(actors: Actors, verb: Token) -> tuple[str, ...]:
    """Whose view a clause may tell; in a joint text a norm in nobody's name is that of all issuers."""
    subject = subject_of(verb)
    if subject is not None and subject.lemma in lexicon("positions")["meetings"] and actors.sides:
        return actors.sides
    states = actors.of(subject)
    return states or (actors.sides if actors.joint and verb is verb.sentence.root else ())


def _owners(actors: Actors, noun: Token) -> tuple[str, ...]:
    """Whose concern, support or commitment it is, by its possessor or the one word before it ("U.S. support")."""
    owner = noun.child("poss")
    if owner is not None:
        return actors.of(owner)
    named = next((c for c in noun.children if c.dep in {"compound", "amod", "nmod"} and c.ent in {"GPE", "NORP"}), None)
    return actors.named(named.start, named.end) if named is not None else ()
