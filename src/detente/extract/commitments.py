"""Undertakings about future conduct: agreed, pledged, announced in provisions, assured by a speaker.

Not read yet: undertakings told only by a noun with no infinitive ("a moratorium"), promises spread over two
sentences, "to" an addressee who is none of the two states of the document, and conditions other than "if".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.model.findings import Commitment, Polarity, Statement, Strength
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.text.chain import Found
from detente.text.clauses import (
    FINITE,
    Actors,
    auxiliaries,
    bounds,
    conditional,
    happened,
    joined,
    modal,
    negated,
    phrase_of,
    subject_of,
)
from detente.text.reading import Paragraph, Reading, Sentence, Token

LABEL = "commitments/1"
_ANNOUNCING = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_DEADLINE = frozenset({"by", "until", "before", "within", "through"})


@dataclass(frozen=True, slots=True)
class _Undertaking:
    """`told` heads the words that carry it, `deed` the verb of what is to be done."""

    told: Token
    deed: Token
    by: tuple[str, ...]
    strength: Strength
    confidence: float
    shed: tuple[Token, ...] = ()


def extract_commitments(reading: Reading, found: Found) -> list[Commitment]:
    """Each distinct undertaking once, in the order of the text."""
    scene = _Scene(reading, found.of(Statement))
    if not scene.actors.pair:
        return []
    made: list[Commitment] = []
    for sentence in reading.sentences:
        if sentence.paragraph.kind in {"headline", "heading", "byline"}:
            continue
        for undertaking in scene.undertakings(sentence):
            finding = scene.finding(undertaking)
            if not any(_same(finding, other) for other in made):
                made.append(finding)
    return sorted(made, key=lambda c: c.evidence[0].start)


def _same(finding: Commitment, other: Commitment) -> bool:
    """A clause inside another that tells the same undertaking in the same words."""
    a, b = finding.evidence[0], other.evidence[0]
    return a.start == b.start or (a.overlaps(b) and finding.what in other.what)


@cache
def _cues() -> dict[str, Any]:
    raw = lexicon("commitments")
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in raw.items()}


@cache
def _verbs_of(*groups: str) -> frozenset[str]:
    return frozenset(verb for group in groups for verb in lexicon("commitments")["no_undertaking"][group])


def _idle(deed: Token, *groups: str) -> bool:
    """Whether a deed undertakes nothing towards another; with a particle ("take over") most are other verbs."""
    return deed.lemma in _verbs_of(*groups) and (deed.child("prt") is None or deed.lemma in _verbs_of("journey"))


class _Scene:
    """One document: who may undertake something, and whose words a sentence gives."""

    def __init__(self, reading: Reading, statements: list[Statement]) -> None:
        self.reading = reading
        self.actors = Actors(reading)
        self._contents = [(span, s) for s in statements for span in s.content]
        agreed = re.compile(lexicon("commitments")["agreement_words"], re.IGNORECASE)
        self._agreed = {p.index for p in reading.paragraphs if agreed.search(reading.document.text, p.start, p.end)}

    def undertakings(self, sentence: Sentence) -> Iterator[_Undertaking]:
        """All that the sentence undertakes; what a cue verb carries is not told again by its complement."""
        told: list[tuple[int, int]] = []
        for rule, nested in _RULES:
            for token in sentence.tokens:
                if not nested and any(start <= token.start < end for start, end in told):
                    continue
                for undertaking in rule(self, token):
                    told.append(_extent(undertaking))
                    yield undertaking

    def statement(self, token: Token) -> Statement | None:
        """The statement whose content holds the token; the shortest such."""
        holding = [(c.end - c.start, s) for c, s in self._contents if c.start <= token.start < c.end]
        return min(holding, key=lambda pair: pair[0], default=(0, None))[1]

    def by(self, subject: Token | None) -> tuple[str, ...]:
        """The states that a subject stands for; "we" and "our teams" are those of the speaker."""
        if subject is None:
            return ()
        states = self.actors.of(subject)
        if states:
            return states
        statement = self.statement(subject)
        words = {subject.lower} | {c.lower for c in subject.children if c.dep == "poss"}
        if words & {"we", "i", "our", "us"} and statement and statement.state:
            return (statement.state,)
        return ()

    def narrated_by_state(self, subject: Token) -> bool:
        """Whether the subject is a state or body rather than a person on a journey."""
        mention = self.actors.mention(subject)
        if mention is None:
            return subject.pos == "PRON" or subject.lemma in _cues()["bodies"]
        return mention.party.kind in {"state", "group", "body"}

    def agreed_list(self, paragraph: Paragraph) -> bool:
        """Whether a list item stands under words of agreement: the title, or the lines that lead in to the list."""
        if paragraph.kind != "bullet":
            return False
        lead = paragraph.index - 1
        while lead > 0 and self.reading.paragraphs[lead].kind == "bullet":
            lead -= 1
        return bool({0, lead} & self._agreed)

    def finding(self, undertaking: _Undertaking) -> Commitment:
        """The typed, cited proposal."""
        start, end = _extent(undertaking)
        evidence = self.reading.span(start, end)
        statement = self.statement(undertaking.told)
        refrains = _refrains(undertaking.deed)
        return Commitment(
            evidence=(evidence,),
            confidence=undertaking.confidence,
            extractor=LABEL,
            by=undertaking.by,
            to=self.actors.others(undertaking.by),
            what=_what(self.reading, undertaking.deed, evidence, refrains=refrains),
            polarity="refrain" if refrains else "do",
            strength=undertaking.strength,
            due=_due(self.reading, evidence),
            condition=_condition(self.reading, undertaking.told),
            reported_by=statement.speaker if statement else None,
        )


def _extent(undertaking: _Undertaking) -> tuple[int, int]:
    """Code points of the clause that tells it, without finite clauses joined to it, which tell acts of their own."""
    others = [v for v in joined(undertaking.told)[1:] if v.tag in FINITE or "do" in {c.lemma for c in v.children}]
    return bounds(undertaking.told, shed=(*undertaking.shed, *others))


def _refrains(deed: Token) -> Polarity | None:
    return "refrain" if negated(deed) or deed.lemma in _cues()["refraining"] | _cues()["intentions"] else None


def _what(reading: Reading, deed: Token, evidence: Span, *, refrains: Polarity | None) -> str:
    """The deed in the document's words, from its verb on."""
    _, end = bounds(deed)
    words = reading.document.text[deed.start : max(min(end, evidence.end), deed.end)]
    lead = "not " if refrains and negated(deed) else ""
    return lead + re.sub(r"\s+", " ", words).strip()


def _due(reading: Reading, evidence: Span) -> str | None:
    """The end of the period that a deadline word opens ("by the end of 2026", "until 10 November")."""
    for time in reading.times_in(evidence.start, evidence.end):
        before = reading.token_at(time.start - 1)
        first = reading.token_at(time.start)
        words = {t.lower for t in (before, first) if t}
        if time.kind == "date" and time.when and words & _DEADLINE:
            return (time.until or time.when).day
    return None


def _condition(reading: Reading, told: Token) -> str | None:
    for clause in (c for c in told.children if c.dep == "advcl"):
        if any(c.lower in {"if", "provided", "unless"} for c in clause.children):
            tokens = clause.subtree()
            return re.sub(r"\s+", " ", reading.document.text[tokens[0].start : tokens[-1].end])
    return None


def _strength(deed: Token, by: tuple[str, ...], one: Strength = "promised") -> Strength:
    if deed.lemma in _cues()["explore"]:
        return "explore"
    return "agreed" if len(by) > 1 else one


def _real(verb: Token) -> bool:
    """Told as done or as standing: finite, not denied, under no condition or modal."""
    if negated(verb) or conditional(verb):
        return False
    return happened(verb) or (verb.tag in FINITE | {"VBG"} and not modal(verb) and verb.pos == "VERB")


def _cue_verbs(scene: _Scene, verb: Token) -> Iterator[_Undertaking]:
    """As in "agreed to explore X", "pledged that it would not X", "committed to X-ing", "tasked their teams to X"."""
    tasked = verb.lemma in _cues()["tasking"]
    if not (tasked or verb.lemma in _cues()["verbs"]) or verb.pos != "VERB" or not _real(verb):
        return
    by = scene.by(subject_of(verb)) or (scene.by(verb.sentence.root.child("nsubj")) if verb.dep == "conj" else ())
    if not by or (len(by) < 2 and (tasked or verb.lemma in _cues()["joint_only"])):
        return
    deed = _complement(verb)
    if (
        deed is None
        or any(t.lower == "following" for t in deed.subtree())
        or (_idle(deed, "threat", "journey") and len(by) < 2)
    ):
        return
    yield _Undertaking(verb, deed, by, _strength(deed, by), 0.8)


def _complement(verb: Token) -> Token | None:
    """The verb (or noun after "on", "to") of what is undertaken; None where the complement tells a view or a fact."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep in {"xcomp", "ccomp", "advcl"} and child.tag == "VB" and auxiliaries(child)[:1] == ["to"]:
            return _explored(child)
        if child.dep == "ccomp" and modal(child) in _ANNOUNCING | {"should"}:
            return _explored(child)
        if child.dep == "prep" and child.lower in {"to", "on"}:
            inner = child.child("pcomp") or child.child("pobj")
            if inner and inner.lemma not in _cues()["views"] and verb.lemma in _cues()["takes_noun"]:
                return inner
    return None


def _explored(deed: Token) -> Token:
    """As in "continue to consult" is the consulting."""
    inner = deed.child("xcomp") if deed.lemma in {"continue", "seek"} else None
    return inner or deed


def _announced(scene: _Scene, verb: Token) -> Iterator[_Undertaking]:
    """As in "China will suspend X" in a provision; "we will not X" and "it would X" in a speaker's own words."""
    if verb.pos != "VERB" or verb.dep == "relcl" or modal(verb) not in _ANNOUNCING or conditional(verb):
        return
    subject = subject_of(verb)
    by = scene.by(subject)
    deed = _explored(verb)
    statement = scene.statement(verb)
    provision = statement is None and verb.sentence.paragraph.kind == "bullet"
    if (
        subject is None
        or not by
        or deed.lemma in _cues()["states_of_being"]
        or (not provision and _idle(deed, "threat", "own", "journey", "prediction") and not _for_partners(deed))
    ):
        return
    hearsay = modal(verb) == "would" or verb.dep == "ccomp"
    if statement is None and (hearsay or not scene.narrated_by_state(subject)):
        return
    if statement is not None and statement.state and statement.state not in by:
        return
    agreed: Strength = "agreed" if provision and scene.agreed_list(verb.sentence.paragraph) else "promised"
    strength, confidence = _strength(deed, by, agreed), 0.85 if provision else 0.5
    numbered = [v for v in joined(deed) if v is not deed and _numbered(scene.reading, v)]
    yield _Undertaking(verb, deed, by, strength, confidence, tuple(numbered))
    for other in numbered:
        yield _Undertaking(other, other, by, strength, confidence)


def _numbered(reading: Reading, verb: Token) -> bool:
    """As in "(2) adopt …" within a sentence is a provision of its own."""
    before = reading.document.text[max(verb.sentence.start, verb.start - 6) : verb.start]
    return re.search(r"\(\w{1,3}\)\s*$", before) is not None


def _for_partners(deed: Token) -> bool:
    """Whether a deed of defence is for others: "defend our allies" is, "defend its interests" is not."""
    whom = deed.child("dobj")
    return whom is not None and any(t.lemma in _cues()["partners"] for t in joined(whom))


def _nouns(scene: _Scene, noun: Token) -> Iterator[_Undertaking]:
    """As in "its commitment to defending X", "their agreement to ban X", "the commitments that A and B made"."""
    if noun.lemma not in _cues()["nouns"] or noun.pos != "NOUN":
        return
    deed = _noun_complement(noun)
    owner = noun.child("poss")
    by = scene.by(owner) if owner else scene.actors.named(phrase_of(noun)[0].start, noun.start)[:1]
    if deed is not None and deed.dep == "relcl":
        by = scene.by(subject_of(deed))
    if owner is None and not by:
        statement = scene.statement(noun)
        by = (statement.state,) if statement and statement.state else ()
    if deed is None or not by:
        return
    yield _Undertaking(noun, deed, by, _strength(deed, by), 0.55)


def _noun_complement(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep in {"acl", "relcl"} and (child.tag == "VB" or child.lemma in {"make", "undertake", "give"}):
            return child
        if child.dep == "prep" and child.lower == "to" and (deed := child.child("pcomp")):
            return deed
    return None


def _signed(scene: _Scene, verb: Token) -> Iterator[_Undertaking]:
    """As in "signed an agreement with X": binding on whoever signs and whoever it is with."""
    if verb.lemma not in _cues()["signing"] or verb.pos != "VERB" or not happened(verb):
        return
    thing = verb.child("dobj", "nsubjpass")
    if thing is None or not any(t.lemma in _cues()["signed"] for t in joined(thing)):
        return
    start, end = bounds(verb)
    subject = subject_of(verb)
    signing = scene.by(subject if subject is not thing else None)
    by = dict.fromkeys((*signing, *scene.actors.named(start, end)))
    if signing and len(by) > 1:
        yield _Undertaking(verb, thing, tuple(by), "binding", 0.7)


def _resumed(scene: _Scene, verb: Token) -> Iterator[_Undertaking]:
    """As in "both sides welcomed the resumption of X", "both sides are resuming X"."""
    by = scene.by(subject_of(verb)) if verb.pos == "VERB" and _real(verb) else ()
    thing = verb.child("dobj")
    if len(by) < 2 or thing is None:
        return
    if verb.lemma in _cues()["welcoming"] and thing.lemma in _cues()["resumed"]:
        yield _Undertaking(verb, thing, by, "agreed", 0.5)
    elif verb.lemma in _cues()["resuming"]:
        yield _Undertaking(verb, verb, by, "agreed", 0.5)


def _willing(scene: _Scene, word: Token) -> Iterator[_Undertaking]:
    """As in "we are willing to X", "China does not seek X"."""
    statement = scene.statement(word)
    if statement is None or conditional(word):
        return
    by = scene.by(subject_of(word.head if word.dep in {"acomp", "attr"} else word))
    if not by or (statement.state and statement.state not in by):
        return
    deed = word.child("xcomp", "acl")
    strength = _cues()["willing"].get(word.lemma)
    if strength and word.dep == "acomp" and deed and not _idle(deed, "threat") and not negated(word.head):
        yield _Undertaking(word.head, deed, by, _strength(deed, by, strength), 0.45)
    elif word.lemma in _cues()["not_seeking"] and word.pos == "VERB" and negated(word):
        yield _Undertaking(word, word, by, "promised", 0.5)


def _no_intention(scene: _Scene, noun: Token) -> Iterator[_Undertaking]:
    """As in "it has no intention of X-ing", "it is not our intention to X"."""
    statement, verb = scene.statement(noun), noun.head
    denied = negated(verb) or any(c.lower == "no" for c in noun.children)
    if noun.lemma not in _cues()["intentions"] or noun.pos != "NOUN" or statement is None or not denied:
        return
    by = scene.by(noun.child("poss") or subject_of(verb))
    prep = noun.child("prep")
    deed = noun.child("acl") or verb.child("xcomp", "advcl") or (prep.child("pcomp") if prep else None)
    if by and deed is not None and (not statement.state or statement.state in by):
        yield _Undertaking(verb, noun, by, "promised", 0.55)


_Rule = Callable[[_Scene, Token], Iterator[_Undertaking]]
_RULES: tuple[tuple[_Rule, bool], ...] = (
    (_cue_verbs, False),
    (_signed, False),
    (_announced, False),
    (_nouns, True),
    (_resumed, False),
    (_willing, False),
    (_no_intention, False),
)
"""Each rule, and whether it may speak again of words inside what an earlier one told."""
