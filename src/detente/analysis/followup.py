"""What became of a promise: the steps that people decided on, and later words that may be steps, suggested with why."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from math import fsum, log, sqrt
from typing import Literal, NamedTuple

from detente.analysis.entries import all_entries, is_after, last_day, published_of
from detente.model.decision import Decision, StepState, in_force
from detente.model.document import Document
from detente.model.findings import Commitment
from detente.model.span import Span
from detente.model.view import Entry, View
from detente.ontology.issues import issues_in
from detente.ontology.lexicon import lexicon
from detente.ontology.phrases import Phrases
from detente.text.canonical import is_content_word, search_words
from detente.text.pieces import sentences_of
from detente.text.wordings import stem_of

_LIKELY = 0.15
"""Cosine of weighted words from which later words are suggested."""
_PER_DOCUMENT = 3
_SHORTEST_WORD = 3
_WORDS_SHOWN = 5
_REMEMBERED = 200_000

Testable = Literal["due date", "number", "named body", "named act"]


class Step(NamedTuple):
    """One step in a commitment's life: decided by a person, or suggested with a `likelihood` from 0 to 1.

    `span` holds the words of a suggestion, None for what a person decided and for a date that passed.
    """

    state: StepState
    day: str | None
    span: Span | None
    because: str
    likelihood: float | None = None
    decision: Decision | None = None

    @property
    def rating(self) -> int | None:
        """+1 kept, 0 partly or in progress, -1 not kept, as a person rated it."""
        return self.decision.changes.get("rating") if self.decision else None


class Life(NamedTuple):
    """A commitment with its steps in order of time; `testable` is what its words say that could be checked.

    `part` tells an instrument (a body, a plan, a law to be made) from an outcome in the world.
    """

    commitment: Entry[Commitment]
    testable: tuple[Testable, ...]
    part: Literal["instrument", "outcome"]
    steps: tuple[Step, ...]


class _Sentence(NamedTuple):
    span: Span
    day: str
    words: frozenset[str]


def lives(view: View) -> tuple[Life, ...]:
    """Every commitment of the view with what became of it, in the order of the view."""
    later = Later(view)
    return tuple(life_of(view, entry, later) for entry in view.commitments)


def known_steps(view: View, entry: Entry[Commitment]) -> tuple[Step, ...]:
    """What is known of a commitment without a look into later documents: decided, told again, lapsed; by time."""
    repeated = [_repeated(view, f.evidence[0]) for f in entry.findings[1:]]
    steps = [*repeated, *_decided(view, entry), *_lapsed(view, entry.best)]
    return tuple(sorted(steps, key=lambda s: s.day or ""))


def suggested(words: Sequence[Span], made: str | None, later: Later) -> list[Step]:
    """Likely steps of a promise in documents that appeared after the day it was made; the likeliest first."""
    ours = _stems(" ".join(span.text for span in words))
    issues = frozenset(issues_in(" ".join(span.text for span in words)))
    taken: Counter[str] = Counter()
    steps = []
    for score, sentence in later.like(ours):
        if (made and sentence.day <= made) or taken[sentence.span.doc] == _PER_DOCUMENT:
            continue
        taken[sentence.span.doc] += 1
        shared = sorted(ours & sentence.words, key=lambda w: (-later.weight(w), w))
        issue = "; the same issue" if issues & set(issues_in(sentence.span.text)) else ""
        why = f"words in common: {', '.join(_written(sentence.span.text, shared))}{issue}"
        told = later.told_as.get((sentence.span.doc, sentence.span.start))
        steps.append(
            Step(_state(sentence.span.text, told), sentence.day, sentence.span, why, round(min(score, 1.0), 2))
        )
    return steps


def _written(text: str, stems: Sequence[str]) -> list[str]:
    """The first words of these stems as the text has them, without articles and the like."""
    words = {stem_of(word): word for word in reversed(search_words(text)) if is_content_word(word)}
    return [words[stem] for stem in stems if stem in words][:_WORDS_SHOWN]


def checks_of(commitment: Commitment) -> tuple[Testable, ...]:
    """What its words hold that could be checked, the surest first."""
    words = " ".join(span.text for span in commitment.evidence)
    found: dict[Testable, bool] = {
        "due date": commitment.due is not None,
        "number": bool(re.search(r"\d", words)),
        "named body": bool(_found("bodies", words)),
        "named act": bool(_found("acts", words)),
    }
    return tuple(name for name, holds in found.items() if holds)


class Later:
    """The sentences of a view's documents, found by their words."""

    def __init__(self, view: View) -> None:
        self._sentences = [s for doc in view.documents.values() for s in _sentences(doc)]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for at, sentence in enumerate(self._sentences):
            for word in sentence.words:
                self._holding[word].append(at)
        documents: dict[str, set[str]] = defaultdict(set)
        for word, places in self._holding.items():
            documents[word] = {self._sentences[at].span.doc for at in places}
        self._documents, self._all = documents, len(view.documents)
        self.told_as = dict(self._told(view))

    def weight(self, word: str) -> float:
        """How telling a word is: the fewer documents have it, the more."""
        return log((self._all + 1) / (len(self._documents.get(word, ())) + 1))

    def like(self, words: Collection[str]) -> list[tuple[float, _Sentence]]:
        """Sentences by the cosine of their weighted words with these, the likest first, from `_LIKELY` on."""
        own = fsum(self.weight(w) ** 2 for w in words)
        shared: dict[int, float] = defaultdict(float)
        for word in sorted(words):
            for at in self._holding.get(word, ()):
                shared[at] += self.weight(word) ** 2
        scored = ((weight / sqrt(own * self._norm(at)), at) for at, weight in shared.items() if weight)
        ranked = sorted(((s, at) for s, at in scored if s >= _LIKELY), key=lambda pair: (-pair[0], pair[1]))
        return [(score, self._sentences[at]) for score, at in ranked]

    def _norm(self, at: int) -> float:
        return fsum(self.weight(w) ** 2 for w in self._sentences[at].words)

    def _told(self, view: View) -> Iterator[tuple[tuple[str, int], str]]:
        """The layer of a finding in each sentence that has one, by document and start."""
        of_doc: dict[str, list[Span]] = defaultdict(list)
        for sentence in self._sentences:
            of_doc[sentence.span.doc].append(sentence.span)
        for entry in all_entries(view):
            for finding in entry.findings:
                cited = finding.evidence[0]
                for span in of_doc[cited.doc]:
                    if span.start < cited.end and cited.start < span.end:
                        yield (span.doc, span.start), finding.layer


def life_of(view: View, entry: Entry[Commitment], later: Later) -> Life:
    """One commitment of the view with what became of it; `later` holds the sentences of the view."""
    made = published_of(view, entry)
    own = {span.doc for f in entry.findings for span in f.evidence}
    steps = [s for s in suggested(entry.best.evidence, made, later) if s.span and s.span.doc not in own]
    steps += known_steps(view, entry)
    words = " ".join(span.text for span in entry.best.evidence)
    part: Literal["instrument", "outcome"] = "instrument" if _found("bodies", words) else "outcome"
    return Life(entry, checks_of(entry.best), part, tuple(sorted(steps, key=lambda s: s.day or "")))


def _repeated(view: View, span: Span) -> Step:
    return Step("repeated", view.documents[span.doc].published, span, "told as the same commitment", 1.0)


def _decided(view: View, entry: Entry[Commitment]) -> Iterator[Step]:
    decisions = {d.number: d for f in entry.findings if f.id in view.reviews for d in view.reviews[f.id].decisions}
    for decision in in_force(decisions[n] for n in sorted(decisions)):
        if decision.kind == "step":
            reason = f": {decision.reason}" if decision.reason else ""
            why = f"decided by {decision.by}{reason}"
            yield Step(decision.changes["state"], decision.at[:10], None, why, decision=decision)


def _lapsed(view: View, commitment: Commitment) -> Iterator[Step]:
    """The date by which it was due lies before the last day that the view knows."""
    if commitment.due is None:
        return
    today = last_day(view)
    if today and not is_after(commitment.due, today) and commitment.due < today:
        yield Step("lapsed", commitment.due, None, f"due {commitment.due}, and it is {today}")


def _state(words: str, told_as: str | None) -> StepState:
    """What later words tell of a promise: the first of the kinds of cue that stands in them."""
    kinds: tuple[StepState, ...] = ("broken", "disputed", "kept", "in_progress", "repeated")
    found = next((kind for kind in kinds if _found(kind, words)), None)
    return found or ("repeated" if told_as == "commitments" else "in_progress")


def _found(kind: str, words: str) -> set[str]:
    return {phrase for _, _, phrase in _phrases(kind).find(words)}


@cache
def _phrases(kind: str) -> Phrases:
    return Phrases(lexicon("commitments")["followup"][kind], ignore_case=True)


def _sentences(doc: Document) -> Iterator[_Sentence]:
    for span in (doc.span(start, end) for start, end in sentences_of(doc.text)):
        yield _Sentence(span, doc.published or "", _stems(span.text))


@lru_cache(maxsize=_REMEMBERED)
def _stems(words: str) -> frozenset[str]:
    return frozenset(stem_of(w) for w in search_words(words) if len(w) >= _SHORTEST_WORD)
