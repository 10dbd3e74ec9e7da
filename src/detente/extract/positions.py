"""What each state holds on an issue, drawn from what its voices say: one position per state and issue.

Not read yet: positions that the writer tells of one state ("a policy of turning boats away"), stances told
only by a list of topics, and a change of position within one document (all spans are merged).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.extract.topics import topic_of
from detente.model.findings import Position, Statement
from detente.model.span import Span
from detente.ontology.issues import issues_in, named_in
from detente.ontology.lexicon import lexicon
from detente.text.chain import Found
from detente.text.clauses import Actors, bounds, conditional, joined, modal, negated, subject_of
from detente.text.cuewords import cues_in
from detente.text.reading import Reading, Token

LABEL = "positions/1"
_MOST_SPANS = 3
_LONG = 320
"""A longer content (code points) is cut to the sentence that holds the stance."""
_NEAR = 200
"""How far apart (code points) two statements stand at most where the second goes on about the first one's issue."""
_BETWEEN = ("bilateral_relationship",)
_OPENING = 25
"""Within so many code points a content of thanks or good wishes says so."""


def extract_positions(reading: Reading, found: Found) -> list[Position]:
    """Positions in the order in which their first words stand."""
    actors = Actors(reading)
    held: dict[tuple[str, str], list[tuple[float, Span]]] = {}
    topic = None if _official(reading, actors) else topic_of(reading)
    for statement, issues in _with_issues(found.of(Statement), topic):
        weight, spans = _stance(reading, statement)
        for state in _speaking_for(actors, statement) if spans else ():
            for issue in _foremost(_for_state(state, issues)):
                held.setdefault((state, issue), []).extend((weight, span) for span in spans)
    for states, issue, span in _provisions(reading, actors, found.of(Statement), topic):
        for state in states:
            held.setdefault((state, issue), []).append((0.5, span))
    made = [_position(state, issue, spans) for (state, issue), spans in held.items()]
    return sorted(made, key=lambda p: (p.evidence[0].start, p.state, p.issue))


def _official(reading: Reading, actors: Actors) -> bool:
    """Whether states issue the document, so that each of its sentences has a subject of its own."""
    return actors.joint or bool(reading.document.account_of)


def _for_state(state: str, issues: tuple[str, ...]) -> tuple[str, ...]:
    """The issues without a state's own conduct, which others hold views on; else what stands between it and them."""
    conduct = lexicon("positions")["conduct_of"]
    others = tuple(issue for issue in issues if conduct.get(issue) != state)
    return others or (issues and _BETWEEN)


def _foremost(issues: tuple[str, ...]) -> list[str]:
    """The issue a statement is about: a wider one that takes in the others named, else the first and its neighbours."""
    named = [issue for issue in issues if issue != "other"]
    wider = lexicon("positions")["wider"]
    first = next((i for i in named if set(wider.get(i, ())) & set(named)), named[0] if named else None)
    beside = [i for i in named if i in lexicon("positions")["neighbours"]]
    if first is None or first in beside:
        return beside
    return [first, *beside] if len(beside) > 1 else [first]


def _has(words: str, name: str) -> bool:
    return bool(cues_in(words, 0, len(words), "positions", name))


def _provisions(
    reading: Reading, actors: Actors, statements: list[Statement], topic: str | None
) -> Iterator[tuple[tuple[str, ...], str, Span]]:
    """Views that a document holds in its own voice: "we oppose X", "Chad and Niger welcomed Y", "Z is essential"."""
    said = [span for statement in statements for span in statement.evidence]
    official = _official(reading, actors)
    for sentence in reading.sentences:
        if sentence.paragraph.kind in {"headline", "heading", "byline"}:
            continue
        if any(span.start < sentence.end and sentence.start < span.end for span in said):
            continue
        for verb in joined(sentence.root):
            states = _holders(actors, verb)
            if len(states) < (1 if official else 2):
                continue
            span = reading.span(*bounds(verb))
            issues = tuple(named_in(span.text)) or ((topic,) if topic else issues_in(span.text))
            for issue in _foremost(issues) if not _has(span.text, "courtesy") else ():
                yield states, issue, span


def _holders(actors: Actors, verb: Token) -> tuple[str, ...]:
    """Whose view a clause of the document tells; in a joint text a norm in nobody's name is that of all issuers."""
    words = lexicon("positions")
    if conditional(verb) or negated(verb):
        return ()
    if verb.lemma in words["holding"] and verb.tag in {"VBP", "VBZ", "VBD", "VBN"} and not modal(verb):
        subject = subject_of(verb)
        occasion = subject is not None and subject.lemma in words["occasions"]
        return actors.of(subject) or (actors.sides if occasion else ())
    named = verb.child("acomp", "attr")
    norm = verb.lemma == "be" and named is not None and {named.lemma, *_described_by(named)} & set(words["norms"])
    return actors.sides if actors.joint and (norm or modal(verb) == "must") else ()


def _described_by(noun: Token) -> set[str]:
    return {child.lemma for child in noun.children if child.dep == "amod"}


def _with_issues(statements: list[Statement], topic: str | None) -> Iterator[tuple[Statement, tuple[str, ...]]]:
    """Statements in the order of the text; one that names no issue goes on about the document's topic or the last."""
    last: tuple[int, tuple[str, ...]] = (-_NEAR, ())
    for statement in sorted(statements, key=lambda s: s.content[0].start):
        start, end = statement.content[0].start, statement.content[-1].end
        own = tuple(named_in(" ".join(span.text for span in statement.content)))
        carried = last[1] if start - last[0] <= _NEAR else ()
        issues = own or ((topic,) if topic else ()) or statement.issues or carried
        yield statement, issues
        last = (end, issues)


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


def _stance(reading: Reading, statement: Statement) -> tuple[float, list[Span]]:
    """How surely the statement is a stance (0 to 1), and the words that carry it; no words where it is none."""
    cue = statement.cue
    heads = {t.lemma for t in reading.tokens_in(cue.start, cue.end)} | {cue.text.lower()} if cue else set()
    if heads & set(lexicon("positions")["courtesy_cues"]):
        return 0, []
    strong = bool(heads & set(lexicon("positions")["stance_cues"]))
    if any(_has(content.text[:_OPENING], "courtesy") for content in statement.content):
        return 0, []
    spans = [s for content in statement.content for s in _carrying(reading, content, strong=strong)]
    return (0.7 if strong else 0.5), spans


def _carrying(reading: Reading, content: Span, *, strong: bool) -> list[Span]:
    """The sentences of a content that hold a stance; a short content as it stands."""
    if _has(content.text[:_OPENING], "news") or " " not in content.text:
        return []
    if len(content.text) <= _LONG:
        return [content] if strong or _has(content.text, "stance_words") else []
    pieces = [reading.span(max(s.start, content.start), min(s.end, content.end)) for s in _sentences(reading, content)]
    return [p for p in pieces if _has(p.text, "stance_words")][:2]


def _sentences(reading: Reading, content: Span) -> list[Span]:
    inside = {id(t.sentence): t.sentence for t in reading.tokens_in(content.start, content.end)}
    return [reading.span(s.start, s.end) for s in inside.values()]


def _position(state: str, issue: str, weighed: list[tuple[float, Span]]) -> Position:
    """Merge what was said: the surest and shortest words, at most three places."""
    ranked = sorted(dict.fromkeys(weighed), key=lambda w: (-w[0], len(w[1].text), w[1].start))
    spans = tuple(sorted(span for _, span in ranked[:_MOST_SPANS]))
    return Position(
        evidence=spans,
        confidence=min(0.9, ranked[0][0] + 0.05 * (len(weighed) - 1)),
        extractor=LABEL,
        state=state,
        issue=issue,
        summary="; ".join(re.sub(r"\s+", " ", span.text) for span in spans),
    )
