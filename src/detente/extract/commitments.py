"""Undertakings about future conduct: agreed, pledged, announced in provisions, assured by a speaker.

Rules and a wide search propose (`commitment_drafts`), a trained judge decides (`commitment_judge`). Not read yet:
conditions told in a sentence of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.extract.commitment_drafts import WIDE, Draft, party_of, proposed, ruled, wide
from detente.extract.commitment_judge import Judge, Told, judge
from detente.extract.scene import Scene, Undertaking, cues
from detente.model.findings import Commitment, Engagement, Polarity, Statement
from detente.model.span import Span
from detente.text.chain import Found
from detente.text.clauses import bounds, negated, phrase_of, whole_quotations
from detente.text.cuewords import cues_in
from detente.text.reading import Reading, Sentence, Token

LABEL = "commitments/2"
LEAST, LEAST_RULED = 0.27, 0.15
"""How likely a wide draft must be to be told, and one that a rule tells: a compromise, see `training/commitments`."""
_SHARED = 0.5
"""Drafts that share this much of the shorter one's words tell one undertaking."""
_DEADLINE = frozenset({"by", "until", "before", "within", "through"})


def extract_commitments(reading: Reading, found: Found) -> list[Commitment]:
    """Each distinct undertaking once, in the order of the text; none where no second state is named."""
    scene, model = Scene(reading, found.of(Statement), found.of(Engagement)), judge()
    made: list[Commitment] = []
    for sentence in sentences_asked(scene):
        for likelihood, told in _ranked(scene, sentence, model):
            words = reading.span(*told.extent)
            if not any(same_words(words, other.evidence[0]) for other in made):
                made.append(_finding(scene, told.undertaking, words, likelihood))
    return sorted(made, key=lambda c: c.evidence[0].start)


def sentences_asked(scene: Scene) -> Iterator[Sentence]:
    """The sentences that may undertake something; none where no second state is named."""
    if len(scene.actors.pair) < 2:
        return
    for sentence in scene.reading.sentences:
        if sentence.paragraph.kind not in {"headline", "heading", "byline"} and sentence.tokens[-1].text != "?":
            yield sentence


def drafts_in(scene: Scene, sentence: Sentence, model: Judge | None = None) -> Iterator[tuple[float, Told]]:
    """The drafts of a sentence, each with its first sum; with a model, without wide ones for which that is too low."""
    found = list(ruled(scene, sentence))
    beside = tuple(draft.undertaking.extent for draft in found if draft.undertaking is not None)
    for draft in (*found, *wide(sentence, {draft.told.i for draft in found})):
        first = model.first(draft) if model is not None else 0.0
        if first is not None and (told := _told(scene, draft, beside)) is not None:
            yield first, told


def _told(scene: Scene, draft: Draft, beside: tuple[tuple[int, int], ...]) -> Told | None:
    """A draft with what it would undertake; None where nobody is there to do it, or its words leave open what."""
    way, undertaking = draft.rule, draft.undertaking
    if undertaking is None:
        way, by = party_of(scene, draft.told)
        undertaking = proposed(draft.told, by) if by else None
    if undertaking is None or _stump(undertaking.deed):
        return None
    return Told(draft, undertaking, way, whole_quotations(scene.reading, *undertaking.extent), beside)


def _ranked(scene: Scene, sentence: Sentence, model: Judge) -> list[tuple[float, Told]]:
    """The drafts of a sentence that are likely enough, the likeliest first; of like ones that of a rule."""
    judged = ((model.likelihood(first, told, scene), told) for first, told in drafts_in(scene, sentence, model))
    likely = [pair for pair in judged if pair[0] >= (LEAST if pair[1].draft.rule == WIDE else LEAST_RULED)]
    return sorted(likely, key=lambda pair: (-pair[0], pair[1].draft.rule == WIDE))


def same_words(one: Span, two: Span) -> bool:
    """Whether two stretches share so much that they tell one undertaking."""
    return one.shares(two, _SHARED)


def _stump(deed: Token) -> bool:
    """Whether the words leave open what is to be done ("promoting it", "continue", "do so")."""
    after = [t for t in deed.subtree() if t.i > deed.i and t.pos in {"NOUN", "PROPN", "VERB", "NUM", "ADJ", "SYM"}]
    thing = deed.child("dobj")
    promoting = deed.tag == "VBG" and thing is not None and thing.pos == "PRON"
    return not after and (deed.lemma in cues()["empty"] or promoting)


def _finding(scene: Scene, undertaking: Undertaking, evidence: Span, likelihood: float) -> Commitment:
    """The typed, cited proposal."""
    reading, deed = scene.reading, undertaking.deed
    statement = scene.statement(undertaking.told)
    refrains = _refrains(deed)
    return Commitment(
        evidence=(evidence,),
        confidence=round(likelihood, 2),
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
