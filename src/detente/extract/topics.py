"""Which issues some words of a document may be about: their own words tell it, else what stands around them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from detente.model.span import Span
from detente.ontology.issues import ISSUES, IssueWords, Level, issue_words
from detente.ontology.lexicon import lexicon
from detente.text.clauses import Actors
from detente.text.reading import Paragraph, Reading, Sentence, Token

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
_TOPICS = 5
"""So many issues of a document may be what words are about that name none."""
_Way = tuple[str, dict[str, int]]
"""How words may come to issues, and how often to each."""


class Link(NamedTuple):
    """How some words come to an issue.

    `by`: "words" name it themselves or give "hints" of it, their "sentence" names it, "weak" words may mean it, their
    "paragraph" or the one "before" names it, there are hints "around", it is among the first of the "document", or
    nothing tells ("default"). `rank` counts among the issues told the same way from 0,
    `among` is how many those are, `times` how often it is named, `share` its share of the document's words of issues.
    """

    issue: str
    by: str
    rank: int
    among: int
    times: int
    share: float
    marks: tuple[str, ...] = ()


class Topics:
    """The issues of one document, and of any words of it."""

    def __init__(self, reading: Reading, actors: Actors) -> None:
        self._reading = reading
        self._actors = actors
        self._told: dict[tuple[int, int], list[_Way]] = {}
        self._told_by: dict[int, list[_Way]] = {}
        self._named = set(actors.counts)
        self._words = issue_words(reading.document.text)
        self._starts = [w.start for w in self._words]
        self._titled = {i for w in issue_words(reading.document.title or "") if w.level == "cues" for i in w.issues}
        self._weights = self._weigh()
        self._total = sum(self._weights.values()) or 1
        self._inner = self._in_places()
        self._anywhere = self._of_document()
        self.main = self._foremost()

    def links(self, span: Span, head: Token | None, state: str) -> Iterator[Link]:
        """Every issue that the words may be about, each once, by the nearest way."""
        seen: set[str] = set()
        place = (span.start, span.end)
        if place not in self._told:
            self._told[place] = [(by, counts) for by, counts in self._ways(span) if counts]
        own = [w for w in self._within(*place) if w.level != "weak"]
        for by, counts in self._told[place]:
            possible = {i: n for i, n in counts.items() if i not in seen and self._possible(i, state)}
            if not possible:
                continue
            ranked = sorted(possible, key=lambda i: (-possible[i], -self._weights[i]))
            taken = {inner for issue in ranked for inner in ISSUES[issue].takes_in}
            for rank, issue in enumerate(ranked):
                marks = tuple(self._marks(issue, own, head, inner=issue in taken))
                share = self._weights[issue] / self._total
                yield Link(issue, by, rank, len(ranked), possible[issue], share, marks)
            seen.update(ranked)

    def _marks(self, issue: str, own: list[IssueWords], head: Token | None, *, inner: bool) -> Iterator[str]:
        """What else speaks for an issue or against it."""
        if issue == self.main:
            yield "main"
        if issue in self._titled:
            yield "titled"
        if inner:
            yield "taken in"
        if not own:
            return
        telling = [w for w in own if issue in w.issues]
        if telling and all(self._actors.names_sides(w.start, w.end) for w in telling):
            yield "side"
        if issue in own[0].issues:
            yield "first"
        if issue in own[-1].issues:
            yield "last"
        if head is not None and any(w.start <= head.start < w.end for w in telling):
            yield "head"

    def _ways(self, span: Span) -> Iterator[_Way]:
        """What the words name, their sentences, the paragraph so far; the document's topic; weak words; the states."""
        own = self._within(span.start, span.end)
        yield "words", self._placed(_counted(own, "cues"))
        yield "hints", _counted(own, "hints")
        sentences = self._sentences(span)
        around = self._within(sentences[0].start, sentences[-1].end) if sentences else []
        yield "sentence", self._placed(_counted(around, "cues"))
        yield "weak", _counted(own, "weak")
        if sentences:
            yield from self._of_paragraph(sentences[0].paragraph)
        yield from self._anywhere

    def _of_paragraph(self, paragraph: Paragraph) -> list[_Way]:
        """What a paragraph and the one before it name, counted once."""
        if paragraph.index not in self._told_by:
            before = self._reading.paragraphs[max(0, paragraph.index - 1)]
            near = self._within(paragraph.start, paragraph.end)
            self._told_by[paragraph.index] = [
                ("paragraph", _counted(near, "cues")),
                ("before", _counted(self._within(before.start, before.end), "cues")),
                ("around", _counted(near, "hints")),
            ]
        return self._told_by[paragraph.index]

    def _of_document(self) -> list[_Way]:
        """What words may be about wherever they stand."""
        foremost = self._weights.most_common(_TOPICS)
        return [
            ("document", {issue: count for issue, count in foremost if 20 * count >= self._total}),
            ("default", {_BETWEEN: 1} if len(self._named) > 1 else {}),
        ]

    def _placed(self, counts: dict[str, int]) -> dict[str, int]:
        """The same, where what happens at a place that the document is about counts as that place's."""
        merged: dict[str, int] = {}
        for issue, count in counts.items():
            place = self._inner.get(issue, issue)
            merged[place] = merged.get(place, 0) + count
        return merged

    def _in_places(self) -> dict[str, str]:
        """The place that takes in each issue, of the places that the document is about."""
        places = [p for p in lexicon("positions")["neighbours"] if self._weights[p] >= _PLACED and not ISSUES[p].state]
        return {issue: place for place in reversed(places) for issue in ISSUES[place].takes_in}

    def _within(self, start: int, end: int) -> list[IssueWords]:
        return self._words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _possible(self, issue: str, state: str | None) -> bool:
        """Whether a state can hold a view on it: Russia none on "Russia", nobody on Iran's reactors without Iran."""
        known = ISSUES[issue]
        strange = known.concerning is not None and known.concerning not in self._named
        return not strange and (known.state is None or known.state != state)

    def _sentences(self, span: Span) -> list[Sentence]:
        tokens = self._reading.tokens_in(span.start, span.end)
        return [tokens[0].sentence, tokens[-1].sentence] if tokens else []

    def _weigh(self) -> Counter[str]:
        """How much each issue is the document's: by its words, those at its head and in its opening for more."""
        weights: Counter[str] = Counter()
        head, opening = self._head_and_opening()
        for word in self._words:
            weight = _HEADED if word.start < head else _OPENED if word.start < opening else 1
            weights.update(dict.fromkeys(word.issues if word.level == "cues" else (), weight))
        weights.update(dict.fromkeys(self._titled, _HEADED))
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


def _counted(words: Iterable[IssueWords], level: Level) -> dict[str, int]:
    counts: dict[str, int] = {}
    for issue in (issue for word in words if word.level == level for issue in word.issues):
        counts[issue] = counts.get(issue, 0) + 1
    return counts
