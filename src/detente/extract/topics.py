"""Which issue some words of a document are about: their own words tell it, else what stands around them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from detente.model.span import Span
from detente.ontology.issues import ISSUES, IssueWords, issue_words
from detente.ontology.lexicon import lexicon
from detente.text.clauses import Actors
from detente.text.reading import Reading, Sentence

_BETWEEN = "bilateral_relationship"
"""That a document is about this goes without saying."""
_HEADED = 3
"""Words of the title and of the headline count so many times for the topic of a document."""
_OPENED, _OPENING = 2, 3
"""Words of the opening count twice: of so many paragraphs."""
_SHARE = 0.3
"""A document has one topic where an issue has at least this share of its words of issues …"""
_LEAST = 3
"""… and at least so many of them."""
_PLACED = 3
"""With so much weight a sea or island is what deeds of arms and ships in a document are about."""


class Topics:
    """The issues of one document, and of any words of it."""

    def __init__(self, reading: Reading, actors: Actors) -> None:
        self._reading = reading
        self._named = set(actors.counts)
        self._words = issue_words(reading.document.text)
        self._starts = [w.start for w in self._words]
        self._weights = self._weigh()
        self.main = self._foremost()

    def of(self, spans: Sequence[Span], state: str) -> list[str]:
        """What a view of a state is about: its issue, and its neighbours where it names several places."""
        found = next((ways for ways in self._ways(spans, state) if ways), [])
        beside = lexicon("positions")["neighbours"]
        return [issue for n, issue in enumerate(found) if n == 0 or {found[0], issue} <= set(beside)]

    def named_in(self, spans: Sequence[Span]) -> bool:
        """Whether the words themselves name an issue."""
        return any(True for _ in self._within([(s.start, s.end) for s in spans]))

    def _ways(self, spans: Sequence[Span], state: str) -> Iterator[list[str]]:
        """What is named by the words, their sentences, the document; weak words; the two states' ties."""
        ranges = [(s.start, s.end) for s in spans]
        yield self._told(ranges, state)
        sentences = self._sentences(spans)
        yield self._told([(s.start, s.end) for s in sentences], state)
        if any(not word.weak for word in self._within(ranges)):
            yield [_BETWEEN]
        yield [self.main] if self.main and self._possible(self.main, state) else []
        yield self._told(ranges, state, weak=True)
        yield [_BETWEEN] if len(self._named) > 1 else []

    def _told(self, ranges: list[tuple[int, int]], state: str, *, weak: bool = False) -> list[str]:
        """Issues that the words themselves name, the foremost first; none that another one there takes in."""
        counts: Counter[str] = Counter()
        for word in self._within(ranges):
            if word.weak == weak:
                counts.update(i for i in word.issues if self._possible(i, state))
        counts = self._taken_in(counts)
        taken = {inner for issue in counts for inner in ISSUES[issue].takes_in}
        return sorted((i for i in counts if i not in taken), key=lambda i: (-counts[i], -self._weights[i]))

    def _taken_in(self, counts: Counter[str]) -> Counter[str]:
        """The same, where what happens at a place that the document is about counts as that place's."""
        places = [p for p in lexicon("positions")["neighbours"] if self._weights[p] >= _PLACED and not ISSUES[p].state]
        inner = {i: place for place in reversed(places) for i in ISSUES[place].takes_in}
        merged: Counter[str] = Counter()
        for issue, count in counts.items():
            merged[inner.get(issue, issue)] += count
        return merged

    def _within(self, ranges: list[tuple[int, int]]) -> Iterator[IssueWords]:
        for start, end in ranges:
            yield from self._words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _possible(self, issue: str, state: str | None) -> bool:
        """Whether a state can hold a view on it: Russia none on "Russia", nobody on Iran's reactors without Iran."""
        known = ISSUES[issue]
        strange = known.concerning is not None and known.concerning not in self._named
        return not strange and (known.state is None or known.state != state)

    def _sentences(self, spans: Sequence[Span]) -> list[Sentence]:
        tokens = self._reading.tokens_in(spans[0].start, spans[-1].end)
        return [tokens[0].sentence, tokens[-1].sentence] if tokens else []

    def _weigh(self) -> Counter[str]:
        """How much each issue is the document's: by its words, those at its head and in its opening for more."""
        weights: Counter[str] = Counter()
        head, opening = self._head_and_opening()
        for word in self._words:
            weight = _HEADED if word.start < head else _OPENED if word.start < opening else 1
            weights.update(dict.fromkeys(() if word.weak else word.issues, weight))
        for word in issue_words(self._reading.document.title or ""):
            weights.update(dict.fromkeys(() if word.weak else word.issues, _HEADED))
        return weights

    def _head_and_opening(self) -> tuple[int, int]:
        """Where the headlines end, and the first paragraphs of the body."""
        paragraphs = self._reading.paragraphs
        heads = [p.end for p in paragraphs[:2] if p.kind == "headline"]
        body = [p.end for p in paragraphs if p.kind == "body"][:_OPENING]
        return max(heads, default=0), max(body, default=0)

    def _foremost(self) -> str | None:
        own = self._weights.items()
        ranked = [(n, issue) for issue, n in own if self._possible(issue, None) and issue != _BETWEEN]
        count, issue = max(ranked, default=(0, None))
        return issue if count >= max(_LEAST, _SHARE * sum(n for n, _ in ranked)) else None
