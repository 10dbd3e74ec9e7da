"""Places of one document that cannot both be right, or tell the same act differently: computed, never guessed.

Not read yet: two numbers or two dates for one thing, outcomes told differently by the two sides, and accounts that
differ without sharing a word or a connective. Statements of one state are never set against each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from detente.model.findings import Discrepancy, DiscrepancyKind, Engagement, Size, Statement
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.text.chain import Found
from detente.text.cuewords import cues_in
from detente.text.reading import Reading, Sentence, TimeExpression, Token

LABEL = "discrepancies/1"
_ROUNDING_MIN = 5
_ROUNDING_SHARE = 0.2
_SMALL_SHARE = 0.5
_STEM = 6
"""Words are compared by so many first letters: "construct" and "construction" are one."""
_FULL = 8
"""Shared words of a statement of more words than this count for less."""
_LINKED = 0.9
_NEAR = 250
"""How far (code points) the statement stands after words that say that the accounts differ."""
_MOST = 3
"""Framings of one document, the closest first."""


def extract_discrepancies(reading: Reading, found: Found) -> list[Discrepancy]:
    """Lengths against clock times, denials and framings, in the order of the text."""
    statements = [s for s in found.of(Statement) if s.content]
    made = [*_lengths(reading, found.of(Engagement)), *_told_denials(reading), *_said_to_differ(reading, statements)]
    taken = [span for d in made for span in (d.a, d.b)]
    made.extend(d for d in _pairs(reading, statements) if not any(t.overlaps(s) for t in taken for s in (d.a, d.b)))
    return sorted(made, key=lambda d: (d.a.start, d.b.start))


def _finding(
    kind: DiscrepancyKind, places: tuple[Span, Span], about: str, confidence: float, size: Size | None = None
) -> Discrepancy:
    first, second = places
    return Discrepancy(
        evidence=tuple(sorted(places)),
        confidence=confidence,
        extractor=LABEL,
        kind=kind,
        a=first,
        b=second,
        about=about,
        size=size,
    )


def _lengths(reading: Reading, engagements: list[Engagement]) -> Iterator[Discrepancy]:
    """A stated length against the start and end told in the same sentence, or of the same engagement."""
    told = [reading.times_in(s.start, s.end) for s in reading.sentences]
    told += [[t for e in met.evidence for t in reading.times_in(e.start, e.end)] for met in engagements]
    seen: set[tuple[int, int]] = set()
    for times in told:
        clocks = sorted({t for t in times if t.kind == "clock" and t.clock}, key=lambda t: t.start)
        lengths = sorted({t for t in times if t.kind == "duration" and t.minutes}, key=lambda t: t.start)
        if len(clocks) != 2 or len(lengths) != 1 or (lengths[0].start, clocks[0].start) in seen:
            continue
        seen.add((lengths[0].start, clocks[0].start))
        between = (_minutes(clocks[1]) - _minutes(clocks[0])) % 1440
        stated = lengths[0].minutes or 0
        if between not in (0, stated):
            a = reading.span(lengths[0].start, lengths[0].end)
            b = reading.span(clocks[0].start, clocks[1].end)
            size = size_of(stated, between, approximate=lengths[0].approximate)
            yield _finding("duration", (a, b), "length of the engagement", 0.9, size)


def _minutes(clock: TimeExpression) -> int:
    hours, minutes = (clock.clock or "0:0").split(":")
    return int(hours) * 60 + int(minutes)


def size_of(stated: int, between: int, *, approximate: bool) -> Size:
    """How far a stated length (minutes) is from the clock: rounding up to 5 minutes, or a fifth under "around"."""
    apart = abs(stated - between)
    if apart <= _ROUNDING_MIN or (approximate and apart <= _ROUNDING_SHARE * between):
        return "rounding"
    return "small" if apart <= _SMALL_SHARE * between else "material"


def _told_denials(reading: Reading) -> Iterator[Discrepancy]:
    """As in "On the allegation that X, she said Y"; "he rejected the claim that X, saying Y"."""
    claims = set(lexicon("discrepancies")["claims"])
    denying = set(lexicon("discrepancies")["denying"])
    for noun in (t for t in reading.tokens if t.lemma in claims and t.pos == "NOUN"):
        told = noun.child("acl", "ccomp", "relcl")
        above = next((a for a in noun.ancestors() if a.pos == "VERB"), None)
        if told is None or above is None or told.child("mark") is None:
            continue
        answer = above.child("ccomp") if noun.dep == "pobj" and above.lemma not in denying else above.child("advcl")
        if answer is None or answer.i in {t.i for t in told.subtree()} or noun.dep not in {"pobj", "dobj"}:
            continue
        kind: DiscrepancyKind = "denial" if above.lemma in denying else "framing"
        yield _finding(kind, (_words_of(reading, told), _words_of(reading, answer)), noun.lemma, 0.7)


def _words_of(reading: Reading, head: Token) -> Span:
    tokens = [t for t in head.subtree() if t.dep != "mark" and t.pos != "PUNCT"]
    return reading.span(tokens[0].start, tokens[-1].end)


def _said_to_differ(reading: Reading, statements: list[Statement]) -> Iterator[Discrepancy]:
    """As in "The ministry told a different story. It said …": the next statement answers the one before."""
    text = reading.document.text
    for start, _ in cues_in(text, 0, len(text), "discrepancies", "different"):
        after = next((s for s in statements if s.content[0].start > start and s.state), None)
        earlier = [s for s in statements if s.content[-1].end < start and s.state and after and s.state != after.state]
        if after and earlier and after.content[0].start - start < _NEAR:
            yield _finding(
                "framing", (_longest(earlier[-1]), _longest(after)), _about(earlier[-1], after) or "other", 0.75
            )


def _pairs(reading: Reading, statements: list[Statement]) -> Iterator[Discrepancy]:
    """Statements of two states about the same thing, one of which denies or rebuts the other."""
    stems = [_stems(reading, s) for s in statements]
    spread = Counter(stem for found in stems for stem in found)
    scored = []
    for n, later in enumerate(statements):
        for m, earlier in enumerate(statements[:n]):
            shared = sum(2 / spread[stem] for stem in stems[m] & stems[n])
            weight = _link(reading, earlier, later, shared * _FULL / max(_FULL, len(stems[m])))
            if weight >= _LINKED:
                scored.append((weight, m, n))
    used: set[int] = set()
    for weight, m, n in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if len(used) < 2 * _MOST and not used & {m, n}:
            used |= {m, n}
            yield _contrast(reading, statements[m], statements[n], weight)


def _stems(reading: Reading, statement: Statement) -> set[str]:
    common = set(lexicon("discrepancies")["common"])
    tokens = [t for span in statement.content for t in reading.tokens_in(span.start, span.end)]
    kept = {t.lower[:_STEM] for t in tokens if t.pos in {"NOUN", "VERB", "ADJ"} and len(t.text) >= _STEM}
    return kept - common


def _link(reading: Reading, earlier: Statement, later: Statement, shared: float) -> float:
    """How surely two statements are about one thing and against each other; 0 where they cannot be."""
    if not earlier.state or not later.state or earlier.state == later.state or not shared:
        return 0
    if not (_asserts(reading, earlier) and _asserts(reading, later)):
        return 0
    if not _about(earlier, later) or any(a.overlaps(b) for a in earlier.content for b in later.content):
        return 0
    return shared * 0.5 + (0.6 if _rebuts(reading, later) else 0)


def _asserts(reading: Reading, statement: Statement) -> bool:
    """Whether it tells or denies something, rather than list topics ("concerns about X, Y and Z")."""
    tokens = [t for span in statement.content for t in reading.tokens_in(span.start, span.end)]
    return any(t.pos in {"VERB", "AUX"} and t.dep != "amod" for t in tokens)


def _about(earlier: Statement, later: Statement) -> str | None:
    """The issue both are about; "other" where neither names one; None where they are about different ones."""
    named = [issue for issue in earlier.issues if issue in later.issues]
    unnamed = not {*earlier.issues, *later.issues} - {"other"}
    return named[0] if named else ("other" if unnamed else None)


def _rebuts(reading: Reading, statement: Statement) -> bool:
    sentence = _sentence_of(reading, statement.cue or statement.content[0])
    denies = statement.cue is not None and any(
        t.lemma in lexicon("discrepancies")["denying"]
        for t in reading.tokens_in(statement.cue.start, statement.cue.end)
    )
    text = reading.document.text
    return (
        denies or _denies(statement) or bool(cues_in(text, sentence.start, sentence.end, "discrepancies", "rebutting"))
    )


def _sentence_of(reading: Reading, span: Span) -> Sentence:
    token = reading.token_at(span.start)
    assert token is not None
    return token.sentence


def _denies(statement: Statement) -> bool:
    words = " ".join(span.text for span in statement.content)
    return bool(cues_in(words, 0, len(words), "discrepancies", "denials"))


def _contrast(reading: Reading, earlier: Statement, later: Statement, weight: float) -> Discrepancy:
    denial = _denies(later) or (later.cue is not None and _denying(reading, later.cue))
    issue = _about(earlier, later) or "other"
    kind: DiscrepancyKind = "denial" if denial else "framing"
    return _finding(kind, (_longest(earlier), _longest(later)), issue, min(0.8, 0.3 + weight / 4))


def _longest(statement: Statement) -> Span:
    return max(statement.content, key=lambda span: span.end - span.start)


def _denying(reading: Reading, cue: Span) -> bool:
    return any(t.lemma in lexicon("discrepancies")["denying"] for t in reading.tokens_in(cue.start, cue.end))
