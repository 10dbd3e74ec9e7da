"""Where a document tells that states hold a view: in what their voices say, and in its own voice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.model.findings import Statement
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.text.clauses import SUBJECTS, Actors, bounds, conditional, joined, modal, negated, phrase_of, subject_of
from detente.text.cuewords import cues_in
from detente.text.reading import Reading, Sentence, Token

_LONG = 320
"""A longer content (code points) is cut to the sentence that holds the stance."""
_MOST_PIECES = 2
_OPENING = 25
"""Within so many code points a content of thanks or good wishes says so."""
_SURE, _LIKELY = 0.7, 0.5
_BELIEVED = 0.5
"""A statement that is less sure than this tells nothing."""
_PRESENT = frozenset({"VBZ", "VBP"})
_TOLD = frozenset({"VBP", "VBZ", "VBD", "VBN"})
_UNREAD = frozenset({"headline", "heading", "byline"})


@dataclass(frozen=True, slots=True)
class Holding:
    """A view that each of these states holds, the words that carry it, and how surely it is one (0 to 1)."""

    states: tuple[str, ...]
    spans: tuple[Span, ...]
    weight: float


def holdings_in(reading: Reading, actors: Actors, statements: list[Statement]) -> list[Holding]:
    """All views that the document tells, in the order of their words."""
    told = [held for statement in statements if (held := _stated(reading, actors, statement))]
    said = [span for statement in statements if statement.act == "speech" for span in statement.evidence]
    said += [span for held in told for span in held.spans]
    return sorted([*told, *_own_voice(reading, actors, said)], key=lambda held: held.spans[0].start)


def _stated(reading: Reading, actors: Actors, statement: Statement) -> Holding | None:
    """The view that a statement holds; None where it is none, or on no state's behalf."""
    states = _speaking_for(actors, statement)
    cues = _cue_words(reading, statement)
    words = lexicon("positions")
    if (
        not states
        or statement.confidence < _BELIEVED
        or statement.act not in words["acts"]
        or cues & set(words["courtesy_cues"])
        or any(_has(content.text[:_OPENING], "courtesy") for content in statement.content)
    ):
        return None
    strong = bool(cues & set(words["stance_cues"]))
    spans = tuple(s for content in statement.content for s in _carrying(reading, content, strong=strong))
    return Holding(states, spans, _SURE if strong else _LIKELY) if spans else None


def _speaking_for(actors: Actors, statement: Statement) -> tuple[str, ...]:
    """The speaker's state; for joint speakers each state of the document's pair."""
    if statement.state:
        return (statement.state,)
    if statement.account_of and len(statement.account_of) > 1:
        return statement.account_of
    together = actors.acting_for(statement.speaker or "")
    if len(together) > 1:
        return together
    return actors.sides if statement.speaker and _has(statement.speaker, "joint") else ()


def _cue_words(reading: Reading, statement: Statement) -> set[str]:
    cue = statement.cue
    return {t.lemma for t in reading.tokens_in(cue.start, cue.end)} | {cue.text.lower()} if cue else set()


def _has(words: str, name: str) -> bool:
    return bool(cues_in(words, 0, len(words), "positions", name))


def _carrying(reading: Reading, content: Span, *, strong: bool) -> list[Span]:
    """The sentences of a content that hold a stance; a short content as it stands; none of a lone word or of news."""
    if _has(content.text[:_OPENING], "news") or " " not in content.text:
        return []
    if len(content.text) <= _LONG:
        return [content] if strong or _is_view(reading, content) else []
    pieces = [reading.span(max(s.start, content.start), min(s.end, content.end)) for s in _sentences(reading, content)]
    return [p for p in pieces if _has(p.text, "stance_words")][:_MOST_PIECES]


def _is_view(reading: Reading, content: Span) -> bool:
    """Whether words tell what is so, or is not, rather than what happened ("the curbs are fair", "no deal exists")."""
    if _has(content.text, "stance_words"):
        return True
    words = reading.tokens_in(content.start, content.end)
    verb = next((t for t in words if t.head is t or not content.start <= t.head.start < content.end), None)
    if verb is None or verb.pos not in {"VERB", "AUX"}:
        return False
    characterises = verb.lemma == "be" and verb.child("attr", "acomp") is not None
    nobody = any(c.lower == "no" for subject in verb.children if subject.dep in SUBJECTS for c in subject.children)
    return characterises or nobody or negated(verb) or verb.tag in _PRESENT


def _sentences(reading: Reading, content: Span) -> list[Sentence]:
    return list({id(t.sentence): t.sentence for t in reading.tokens_in(content.start, content.end)}.values())


def _own_voice(reading: Reading, actors: Actors, said: list[Span]) -> Iterator[Holding]:
    """Views that a document holds itself: "we oppose X", "Chad and Niger welcomed Y", "our concern about Z"."""
    if not (actors.joint or reading.document.account_of):
        return
    for sentence in reading.sentences:
        if sentence.paragraph.kind in _UNREAD:
            continue
        for token in sentence.tokens:
            if any(span.start <= token.start < span.end for span in said):
                continue
            states, spans = _view_at(reading, actors, token)
            if states and spans and not _has(spans[0].text, "courtesy"):
                yield Holding(states, spans, _LIKELY)


def _view_at(reading: Reading, actors: Actors, token: Token) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Whose view a verb or a noun of the document tells, and in what words; nobody's where it tells none."""
    if token.pos in {"VERB", "AUX"} and token in joined(token.sentence.root):
        rest = joined(token)[1:]
        return _holders(actors, token), (reading.span(*bounds(token, shed=rest)),)
    if token.pos == "NOUN" and token.lemma in lexicon("positions")["held"]:
        return _owners(actors, token), (reading.span(*bounds(token)),)
    return (), ()


def _holders(actors: Actors, verb: Token) -> tuple[str, ...]:
    """Whose view a clause of the document tells; in a joint text a norm in nobody's name is that of all issuers."""
    words = lexicon("positions")
    subject = subject_of(verb)
    if conditional(verb) or negated(verb):
        return actors.of(subject) if modal(verb) in words["refusing"] and not conditional(verb) else ()
    if verb.lemma in words["holding"] and verb.tag in _TOLD and not modal(verb):
        meeting = subject is not None and subject.lemma in words["meetings"]
        return actors.sides if meeting else actors.of(subject)
    named = verb.child("acomp", "attr")
    minded = verb if verb.child("auxpass") else named
    if minded is not None and minded.lower in words["minded"]:
        return actors.of(subject)
    norm = verb.lemma == "be" and named is not None and {named.lemma, *_described_by(named)} & set(words["norms"])
    return actors.sides if actors.joint and (norm or modal(verb) == "must") else ()


def _described_by(noun: Token) -> set[str]:
    return {child.lemma for child in noun.children if child.dep == "amod"}


def _owners(actors: Actors, noun: Token) -> tuple[str, ...]:
    """Whose concern, support or commitment it is, by its possessor."""
    owner = noun.child("poss")
    return actors.of(owner) if owner is not None and phrase_of(noun) else ()
