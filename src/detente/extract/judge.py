"""How likely a draft is right: a small trained model over what the rules saw, with its weights as data.

The weights and how they were made: `training/attribution/` in the repository. A draft is described by words such as
`word=verb:claim` or `source=person`; each adds its weight to the score of each class. The classes are the acts and
`none`: nothing is attributed there, or not to that source, or not these words.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, get_args

from detente.extract.cues import is_denied
from detente.extract.drafts import Draft
from detente.extract.ranges import SUBJECTS
from detente.extract.speakers import quoting_verb
from detente.extract.speech import speech_words
from detente.extract.stances import word_of
from detente.model.findings import Act
from detente.ontology.lexicon import lexicon, weights
from detente.text.reading import Reading, Token

ACTS: tuple[Act, ...] = get_args(Act)
NONE = "none"
CLASSES: tuple[str, ...] = (NONE, *ACTS)


@dataclass(frozen=True)
class Verdict:
    """The probability of each act, in the order of ACTS; what is left to 1 is that there is no statement."""

    acts: tuple[float, ...]

    @property
    def right(self) -> float:
        """How likely it is that anything is attributed there, with these words, to that source."""
        return min(1.0, sum(self.acts))

    @property
    def act(self) -> Act:
        """The likeliest act."""
        return max(zip(self.acts, ACTS, strict=True))[1]


@dataclass(frozen=True)
class Judge:
    """A linear model: `weights` from a feature to one number per class, `words` to the affinity of a cue word."""

    weights: Mapping[str, Sequence[float]]
    words: Mapping[str, Sequence[float]]

    def verdict(self, draft: Draft, reading: Reading) -> Verdict:
        """Judge one draft by its features."""
        scores = [0.0] * len(CLASSES)
        for feature, value in features(draft, reading, self.words):
            for n, weight in enumerate(self.weights.get(feature, ())):
                scores[n] += value * weight
        top = max(scores)
        shares = [math.exp(s - top) for s in scores]
        return Verdict(tuple(s / sum(shares) for s in shares[1:]))


@lru_cache(maxsize=1)
def judge() -> Judge:
    """Read the shipped weights once."""
    raw: Mapping[str, Any] = weights("attribution")
    return Judge(raw["weights"], raw["words"])


def features(draft: Draft, reading: Reading, words: Mapping[str, Sequence[float]]) -> Iterator[tuple[str, float]]:
    """Describe a draft in named features with their values."""
    word, pattern = word_of(draft.cue.head), draft.content.pattern
    place = quoting_verb(draft.cue.head) or draft.cue.head
    listed = "listed" if draft.listed else "refused" if draft.cue.head.lemma in speech_words().verbs else "unlisted"
    plain = [
        "always",
        f"word={word}",
        f"word={word}+{pattern}",
        f"pattern={pattern}+{listed}",
        f"pattern={pattern}+{draft.cue.kind}",
        *(f"class={c}" for c in _classes(word)),
        *(f"class={c}+{pattern}" for c in _classes(word)),
        *(f"class={c}+{f}" for c in _classes(word) for f in _form(place)),
        *(f"source={s}" for s in _source(draft)),
        *(f"source={s}+{pattern}" for s in _source(draft)),
        *(f"form={f}" for f in _form(place)),
        *(f"form={f}+{listed}" for f in _form(place)),
        *(f"content={c}" for c in _content(draft, reading)),
        *(f"content={c}+{draft.cue.kind}" for c in _content(draft, reading)),
        f"paragraph={draft.cue.head.sentence.paragraph.kind}",
        f"quoted={_quoted(draft, reading)}+{listed}",
        *(f"stands={f}" for f in _standing(place)),
        *(f"name={f}" for f in _words_of_source(draft, reading)),
    ]
    yield from ((name, 1.0) for name in plain)
    for name, value in zip(CLASSES, words.get(word, ()), strict=False):
        yield f"affinity={name}", value
        yield f"affinity={name}+{pattern}", value


def _classes(word: str) -> tuple[str, ...]:
    """The classes under which the lexicon of stances lists the word, each with the class of the word."""
    return _listed_stances().get(word, ("unlisted",))


@lru_cache(maxsize=1)
def _listed_stances() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind in ("verb", "adj", "noun"):
        for act, words in lexicon("stances")[kind].items():
            for word in words:
                key = f"{kind}:{word}"
                found[key] = (*found.get(key, ()), f"{kind} of {act}")
    return found


def _source(draft: Draft) -> Iterator[str]:
    source = draft.source
    if source is None:
        yield "nobody"
        return
    yield source.party.kind if source.party else "unknown"
    if source.mention is not None:
        yield f"by {source.mention.via}"
    else:
        yield "unresolved"
    before = source.start < draft.cue.start
    yield f"{'before' if before else 'after'} {_far(abs(source.start - draft.cue.start))}"


def _far(distance: int) -> str:
    return "near" if distance < 40 else "within" if distance < 120 else "far"


_SAYING = frozenset({"to", "will", "would", "could", "can", "may", "might", "must", "should", "shall"})


def _form(head: Token) -> Iterator[str]:
    """Tense, voice, negation and mood, and where the word stands in its sentence."""
    yield head.tag
    yield f"{head.tag} {head.dep}"
    for child in head.children:
        if child.dep == "neg":
            yield "denied"
        elif child.dep in ("aux", "auxpass") and child.lower in _SAYING:
            yield f"with {child.lower}"
        elif child.dep in ("auxpass", "agent", "mark", "poss", "det"):
            yield f"{child.dep} {child.lower if child.dep in ('mark', 'det') else ''}".strip()
    if not any(c.dep in SUBJECTS for c in head.children):
        yield f"no subject {head.dep}"
    yield f"under {head.head.pos}"


def _standing(head: Token) -> Iterator[str]:
    """What the cue stands under, and whether its clause is told as asked, denied or conditional."""
    above = list(head.ancestors())
    yield f"{word_of(head.head)} {head.dep}"
    yield f"{head.head.tag} {head.dep}"
    spoken = next((t for t in above if t.pos == "VERB" and t.lemma in speech_words().verbs), None)
    yield f"{'unspoken' if spoken is None else 'spoken' if spoken is head.head else 'spoken far'} {head.dep}"
    yield f"deep {min(4, sum(t.pos in ('VERB', 'AUX') for t in above))}"
    for child in head.children:
        if child.dep in ("mark", "advmod"):
            yield f"mark {child.lower}"
    if any(c.lower in _OPEN for t in (head, *above) for c in t.children if c.dep == "mark"):
        yield "conditional"
    if is_denied(head):
        yield "denied"
    if head.sentence.tokens[-1].text == "?":
        yield "asked"


_OPEN = frozenset({"if", "unless", "whether"})


def _words_of_source(draft: Draft, reading: Reading) -> Iterator[str]:
    """The last word that names the source, its class, and where it stands."""
    token = reading.token_at(draft.source.end - 1) if draft.source is not None else None
    if token is None:
        return
    yield token.lemma
    yield f"{token.tag} {token.dep}"
    yield f"entity {token.ent}"
    yield f"{'own' if token.head is draft.cue.head else 'other'} {token.sentence is draft.cue.head.sentence}"
    yield f"{token.lower if token.pos == 'PRON' else token.pos}+{draft.content.pattern}"


def _content(draft: Draft, reading: Reading) -> Iterator[str]:
    ranges = draft.content.ranges
    words = reading.tokens_in(*ranges[0])
    yield f"length {min(6, int(math.log2(1 + sum(b - a for a, b in ranges) / 8)))}"
    if words:
        head = next((w for w in words if w.head.start < ranges[0][0] or w.head.start >= ranges[0][1]), words[0])
        yield f"opens {words[0].tag}"
        yield f"heads {head.tag} {head.dep}"
        yield f"noun {head.ent or head.pos}"
    yield "before" if ranges[0][0] < draft.cue.start else "after"
    if any(reading.quotation_at(a) is not None for a, _ in ranges):
        yield "quoted"


def _quoted(draft: Draft, reading: Reading) -> str:
    inside = reading.quotation_at(draft.cue.start)
    return "no" if inside is None else "open" if not inside.closed else inside.mark
