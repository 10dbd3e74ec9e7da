"""Undertakings about future conduct: agreed, pledged, announced in provisions, assured by a speaker.

Not read yet: conditions told in a sentence of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from detente.extract.arrangements import (
    arranged,
    concluded,
    considering,
    next_steps,
    obliged,
    ruled_out,
    to_happen,
    under_deal,
    was_agreed,
)
from detente.extract.provisions import funded, itemised, listed, no_intention, resumed, under_way
from detente.extract.scene import Scene, Undertaking, cues
from detente.extract.undertaking_nouns import backed, nouns, signed
from detente.extract.undertakings import announced, committed, cue_verbs, offered, to_be_done, willing
from detente.model.findings import Commitment, Polarity, Statement
from detente.model.span import Span
from detente.text.chain import Found
from detente.text.clauses import bounds, negated, phrase_of, whole_quotations
from detente.text.cuewords import cues_in
from detente.text.reading import Reading, Sentence, Token

LABEL = "commitments/1"
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PREDICATES = frozenset({"ADJ", "VERB"})


class Rule(NamedTuple):
    """What a rule asks of words of some parts of speech, and whether it may ask those that an earlier one told."""

    ask: Callable[[Scene, Token], Iterator[Undertaking]]
    of: frozenset[str]
    again: bool = False


RULES = (
    Rule(cue_verbs, frozenset({"VERB", "NOUN"})),
    Rule(committed, _PREDICATES),
    Rule(offered, _VERBS),
    Rule(signed, _VERBS),
    Rule(announced, _VERBS),
    Rule(was_agreed, _VERBS),
    Rule(concluded, _VERBS),
    Rule(arranged, _VERBS, again=True),
    Rule(nouns, _NOUNS, again=True),
    Rule(backed, _NOUNS, again=True),
    Rule(to_happen, _VERBS | _PREDICATES),
    Rule(next_steps, _NOUNS),
    Rule(under_deal, _VERBS),
    Rule(obliged, _VERBS),
    Rule(ruled_out, _VERBS),
    Rule(considering, _VERBS),
    Rule(to_be_done, _VERBS),
    Rule(resumed, _VERBS),
    Rule(under_way, _VERBS),
    Rule(willing, _PREDICATES),
    Rule(no_intention, _NOUNS),
    Rule(funded, _NOUNS),
    Rule(listed, _NOUNS),
    Rule(itemised, _VERBS),
)
_ASKED = frozenset[str]().union(*(rule.of for rule in RULES))
_DEADLINE = frozenset({"by", "until", "before", "within", "through"})


def extract_commitments(reading: Reading, found: Found) -> list[Commitment]:
    """Each distinct undertaking once, in the order of the text; none where no second state is named."""
    scene = Scene(reading, found.of(Statement))
    if len(scene.actors.pair) < 2:
        return []
    made: list[Commitment] = []
    for sentence in reading.sentences:
        if sentence.paragraph.kind in {"headline", "heading", "byline"} or sentence.tokens[-1].text == "?":
            continue
        for finding in _told_in(scene, sentence):
            if not any(_same(finding, other) for other in made):
                made.append(finding)
    return sorted(made, key=lambda c: c.evidence[0].start)


def _told_in(scene: Scene, sentence: Sentence) -> list[Commitment]:
    """All that the sentence undertakes; what a cue verb carries is not told again by its complement."""
    told: list[tuple[int, int]] = []
    made = []
    words = [token for token in sentence.tokens if token.pos in _ASKED]
    for rule in RULES:
        for token in (word for word in words if word.pos in rule.of):
            if told and not rule.again and any(start <= token.start < end for start, end in told):
                continue
            for undertaking in rule.ask(scene, token):
                told.append(undertaking.extent)
                if not _stump(undertaking.deed) and scene.outward(undertaking):
                    made.append(_finding(scene, undertaking))
    return made


def _stump(deed: Token) -> bool:
    """Whether the words leave open what is to be done ("promoting it", "continue", "do so")."""
    after = [t for t in deed.subtree() if t.i > deed.i and t.pos in {"NOUN", "PROPN", "VERB", "NUM", "ADJ", "SYM"}]
    thing = deed.child("dobj")
    promoting = deed.tag == "VBG" and thing is not None and thing.pos == "PRON"
    return not after and (deed.lemma in cues()["empty"] or promoting)


def _same(finding: Commitment, other: Commitment) -> bool:
    """A clause inside another that tells the same undertaking in the same words."""
    a, b = finding.evidence[0], other.evidence[0]
    return a.start == b.start or (a.overlaps(b) and finding.what in other.what)


def _finding(scene: Scene, undertaking: Undertaking) -> Commitment:
    """The typed, cited proposal."""
    reading, deed = scene.reading, undertaking.deed
    evidence = reading.span(*whole_quotations(reading, *undertaking.extent))
    statement = scene.statement(undertaking.told)
    refrains = _refrains(deed)
    return Commitment(
        evidence=(evidence,),
        confidence=undertaking.confidence,
        extractor=LABEL,
        by=undertaking.by,
        to=_whom(scene, undertaking),
        what=_what(reading, undertaking, evidence, refrains=refrains),
        polarity="refrain" if refrains else "do",
        strength=undertaking.strength,
        due=_due(reading, evidence),
        condition=_condition(reading, undertaking),
        reported_by=statement.speaker if statement else None,
    )


def _refrains(deed: Token) -> Polarity | None:
    return "refrain" if negated(deed) or deed.lemma in cues()["refraining"] | cues()["intentions"] else None


def _what(reading: Reading, undertaking: Undertaking, evidence: Span, *, refrains: Polarity | None) -> str:
    """The deed in the document's words, from its verb on; on to the end where an aside parts it from its object."""
    deed = undertaking.deed
    _, end = bounds(deed)
    parted = any(c.dep == "conj" and c.pos in {"NOUN", "PROPN"} and c.i > deed.i for c in undertaking.told.children)
    end = evidence.end if parted or end > evidence.end else end
    start = deed.start if deed.pos in {"VERB", "AUX"} else _named_from(deed)
    _, end = whole_quotations(reading, start, max(end, deed.end))
    lead = "not " if refrains and negated(deed) else ""
    return lead + re.sub(r"\s+", " ", reading.document.text[start:end]).strip()


def _named_from(noun: Token) -> int:
    """Where a noun's own words begin, without its article; a sum with the sign of its currency."""
    sign = [c for c in noun.children if c.dep == "quantmod"]
    return min(t.start for t in (*phrase_of(noun), *sign) if t.dep != "det")


def _due(reading: Reading, evidence: Span) -> str | None:
    """The end of the period that a deadline word opens ("by the end of 2026", "until 10 November")."""
    for time in reading.times_in(evidence.start, evidence.end):
        before = reading.token_at(time.start - 1)
        first = reading.token_at(time.start)
        words = {t.lower for t in (before, first) if t}
        if time.kind == "date" and time.when and words & _DEADLINE:
            return (time.until or time.when).day
    return None


def _whom(scene: Scene, undertaking: Undertaking) -> tuple[str, ...]:
    """Who is assured or promised it ("assured Lima that …"); else the other of the document's two, or each other."""
    told = (c for c in undertaking.told.children if c.dep in {"dobj", "dative"} and c is not undertaking.deed)
    named = tuple(s for c in told for s in scene.actors.of(c) if s not in undertaking.by)
    return named or scene.actors.others(undertaking.by)


def _condition(reading: Reading, undertaking: Undertaking) -> str | None:
    """The clause that says under which condition it holds ("if", "so long as"), in the document's words."""
    hung = (*undertaking.told.children, *undertaking.deed.children)
    for clause in (c for c in hung if c.dep in {"advcl", "advmod", "prep"}):
        tokens = clause.subtree()
        start, end = tokens[0].start, tokens[-1].end
        found = cues_in(reading.document.text, start, end, "commitments", "conditions")
        if found and found[0][0] == start:
            return re.sub(r"\s+", " ", reading.document.text[start:end])
    return None
