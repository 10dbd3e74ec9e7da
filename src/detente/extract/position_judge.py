"""How likely words are a view that a state holds, and on which issue: two small trained models with named features.

The weights and how they were made: `training/positions/` in the repository. The first model is a logistic regression on
how the view is told (the cue, the way, the words of stance in it). The second one chooses among the issues that the
words may be about, by how they come to each.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from detente.extract.holdings import Holding
from detente.extract.logistic import added, likelihood_of
from detente.extract.topics import Link
from detente.ontology.lexicon import lexicon, weights
from detente.ontology.phrases import Phrases
from detente.text.clauses import SUBJECTS, conditional, modal, negated
from detente.text.reading import Reading, Token

_OPENING = 25
"""Within so many code points a content of thanks or of news says so."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A view that a state may hold, and the issues that it may be about, at least one.

    `side`: the document is the state's "own" account, or the state is one of its "sides", or a "third" one.
    """

    state: str
    holding: Holding
    links: tuple[Link, ...]
    side: Literal["own", "sides", "third"]


class Way(NamedTuple):
    """How words come to an issue, in steps: few enough for their sums to be kept."""

    by: str
    told: str
    rank: int
    among: int
    times: int
    share: int
    between: bool


@dataclass(frozen=True)
class PositionJudge:
    """Two linear models: a weight for each feature of how a view is `told` and of what it is `about`.

    What words add by themselves must reach `opens` before it is asked who holds a view on what. `ways` and `marks` keep
    what was worked out: the sum of each way, and of each mark on a link by which it was found.
    """

    told: Mapping[str, float]
    about: Mapping[str, float]
    opens: float = -math.inf
    ways: dict[Way, float] = field(default_factory=dict)
    marks: dict[tuple[str, str], float] = field(default_factory=dict)

    def opening(self, holding: Holding, reading: Reading) -> float:
        """What the words add by themselves, whoever holds the view on whatever."""
        return added(self.told, opening_traits(holding, reading))

    def held(self, draft: Draft, reading: Reading, opening: float) -> float:
        """How likely the words are a view that the state holds; `opening` is what they add by themselves."""
        return likelihood_of(opening + added(self.told, closing_traits(draft, reading)))

    def shares(self, draft: Draft) -> list[float]:
        """How likely each issue is what the words are about: shares of 1, places named together taken as one."""
        scores = [self._score(link, draft.holding) for link in draft.links]
        parts = [math.exp(score - max(scores)) for score in scores]
        shares = [part / sum(parts) for part in parts]
        together = [n for n, link in enumerate(draft.links) if link.by == "words" and link.issue in _neighbours()]
        return [sum(shares[k] for k in together) if n in together else share for n, share in enumerate(shares)]

    def _score(self, link: Link, holding: Holding) -> float:
        """What the features of a link add."""
        way = way_of(link, holding)
        if way not in self.ways:
            self.ways[way] = added(self.about, way_features(way))
        score = self.about.get(f"issue={link.issue}", 0.0) + self.ways[way]
        for mark in link.marks:
            if (mark, link.by) not in self.marks:
                self.marks[mark, link.by] = added(self.about, mark_features(mark, link.by))
            score += self.marks[mark, link.by]
        return score


@cache
def _neighbours() -> frozenset[str]:
    return frozenset(lexicon("positions")["neighbours"])


@lru_cache(maxsize=1)
def position_judge() -> PositionJudge:
    """Read the shipped weights once."""
    raw = weights("positions")
    return PositionJudge(raw["told"], raw["about"], raw["opens"])


def closing_traits(draft: Draft, reading: Reading) -> Iterator[str]:
    """Who is told to hold a view, and how clear it is on what."""
    form = "official" if reading.document.account_of else "press"
    yield f"side={draft.side}+{form}"
    yield f"side={draft.side}+{_way(draft.holding)}"
    named = [link for link in draft.links if link.by in {"words", "hints"}]
    yield f"names={min(3, len(named))}"
    yield f"by={draft.links[0].by}+{form}"
    yield from {f"named {mark}" for link in named for mark in link.marks}


def opening_traits(holding: Holding, reading: Reading) -> Iterator[str]:
    """How a view is told by its words alone."""
    way, cue = _way(holding), holding.cue
    yield "always"
    yield f"way={way}"
    if cue is not None:
        yield f"cue={cue.lemma}"
        yield from (f"cue class={c}" for c in _classes(cue.lemma))
        yield f"tense={way} {cue.tag}"
        if negated(cue) or conditional(cue):
            yield f"cue denied={way}"
    if holding.head is not None:
        yield from (f"head={h}" for h in _head(holding.head))
    found = sorted(set(_classes_in(holding.span.text)))
    yield from (f"words={c}" for c in found)
    yield from (f"words={c}+{way}" for c in found)
    yield f"stances={min(3, len(found))}"
    yield from _shape(holding, reading)


def _way(holding: Holding) -> str:
    statement = holding.statement
    if statement is None:
        return holding.way
    return "turn" if statement.cue is None else statement.act


def _shape(holding: Holding, reading: Reading) -> Iterator[str]:
    words = reading.tokens_in(holding.span.start, holding.span.end)
    document, statement = reading.document, holding.statement
    kind = "joint" if len(holding.states) > 1 else "one"
    form = "official" if document.account_of else "press"
    yield f"sides={kind}+{form}"
    yield f"form={form}+{_way(holding)}"
    yield f"long={min(6, int(math.log2(1 + len(holding.span.text) / 8)))}"
    yield f"opens={words[0].tag}" if words else "opens=nothing"
    if any(t.ent in {"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"} for t in words):
        yield "holds figures"
    if statement is not None:
        yield f"mode={statement.mode}+{statement.act}"
        yield f"sure={int(statement.confidence * 4)}"
        if statement.reported_by:
            yield "reported"
        yield f"speaker={'office' if statement.office else 'person' if statement.person_id else 'other'}"
    if words and words[-1].text == "?":
        yield "asked"
    if words:
        yield f"paragraph={words[0].sentence.paragraph.kind}"
        yield f"place={min(3, words[0].sentence.paragraph.index // 3)}"


def _head(head: Token) -> Iterator[str]:
    """The word on which a view hangs: its class and form, whether it is told as done, wanted or denied."""
    yield f"{head.pos}"
    yield head.lemma
    if head.pos not in {"VERB", "AUX"}:
        yield f"{head.pos} {'owned' if head.child('poss') else head.dep}"
        return
    yield head.tag
    if (helped := modal(head)) is not None:
        yield f"with {helped}"
    if negated(head):
        yield "denied"
    subject = head.child(*SUBJECTS)
    yield f"subject {_kind(subject)}"
    if head.lemma == "be":
        yield "is so" if head.child("acomp", "attr") else "is"
    if any(c.dep == "aux" and c.lower == "to" for c in head.children):
        yield "to do"


def _kind(subject: Token | None) -> str:
    if subject is None:
        return "none"
    return subject.lower if subject.pos == "PRON" else subject.pos


@cache
def _classes(lemma: str) -> tuple[str, ...]:
    words = lexicon("positions")["cues"]
    return tuple(name for name, listed in words.items() if lemma in listed) or ("unlisted",)


def _classes_in(text: str) -> Iterator[str]:
    for start, _, phrase in _stances().find(text):
        for name in _class_of()[phrase]:
            if name not in {"courtesy", "news"} or start < _OPENING:
                yield name


@cache
def _stances() -> Phrases:
    return Phrases(_class_of(), ignore_case=True)


@cache
def _class_of() -> Mapping[str, tuple[str, ...]]:
    classes: dict[str, tuple[str, ...]] = {}
    for name, phrases in lexicon("positions")["stance_words"].items():
        for phrase in phrases:
            classes[phrase] = (*classes.get(phrase, ()), name)
    return classes


def way_of(link: Link, holding: Holding) -> Way:
    """The steps of a link."""
    told = "noun" if holding.way == "noun" else "other"
    steps = min(3, link.rank), min(4, link.among), min(3, link.times), min(5, int(10 * link.share))
    return Way(link.by, told, *steps, link.issue == "bilateral_relationship")


def way_features(way: Way) -> Iterator[str]:
    """Name how words come to an issue."""
    by = f"by={way.by}"
    yield from (by, f"{by} {way.told}", f"{by} rank {way.rank}", f"{by} of {way.among}")
    yield from (f"times={way.times}", f"share={way.share}", f"share={way.share}+{way.by}")
    if way.between:
        yield f"between {by}"


def mark_features(mark: str, by: str) -> tuple[str, str]:
    """Name what else speaks for an issue or against it."""
    return mark, f"{mark}+{by}"


def links(link: Link, holding: Holding) -> Iterator[str]:
    """All names of features of a link."""
    yield f"issue={link.issue}"
    yield from way_features(way_of(link, holding))
    for mark in link.marks:
        yield from mark_features(mark, link.by)
