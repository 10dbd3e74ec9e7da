"""Quotations beside the official text of the same occasion: the same words, or others, with what differs marked.

A press report or the other side quotes; the speaker's own state has put out a text at about that time that has the
passage. Where no official text has it, nothing is claimed. What an official text tells in indirect speech has other
pronouns and tenses than the words said; there only other telling words count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from detente.model.document import Document
from detente.model.findings import Size, Statement
from detente.model.occurrence import REPORTER
from detente.model.span import Span
from detente.model.view import Entry, View
from detente.model.when import When
from detente.ontology.lexicon import lexicon
from detente.text.collating import FEWEST_WORDS, Passage, Told, Word, passage_of, quoted_words
from detente.text.commonness import rarity_of, root_of

_DAYS = 3
"""So many days lie at most between the words and the official text, and before a report that does not date them."""
_A_ZONE = 1
"""A day is another one in another zone."""
_TELLING = 2.5
"""A word at least as rare as "all" or "not" makes a difference that matters."""
_MOST = 0.5
_MARKED = re.compile(r"[“\"„«]([^“”\"„«»]+)[”\"»]")

Marked = tuple[tuple[str, bool], ...]
"""Stretches of a text as they follow each other, each with whether it differs from the other text."""


class Collation(NamedTuple):
    """A quotation laid beside the official text that has its passage.

    `quoted` are the words where they are quoted, earliest published first; `official` the passage; `words` and `told`
    the first quotation and the passage with what differs. `size` is "small" where only words differ that tell little,
    None where none differs.
    """

    entry: Entry[Statement]
    quoted: tuple[Span, ...]
    official: Span
    words: Marked
    told: Marked
    size: Size | None


class _Quotation(NamedTuple):
    """Words of one state's speaker as somebody else quotes them."""

    entry: Entry[Statement]
    statement: Statement
    span: Span
    words: list[Word]


class _Match(NamedTuple):
    """A passage of an official text, its differing words weighed."""

    document: Document
    passage: Passage
    size: Size | None


def quotations(view: View) -> tuple[Collation, ...]:
    """Every quotation of which an official text of the view has the passage, earliest published first."""
    officials = _Officials(view)
    found: dict[tuple[tuple[str, ...], Span], Collation] = {}
    for quotation in sorted(_quoted(view, officials), key=lambda q: _place(view, q.span)):
        match = officials.best(quotation)
        if match is None:
            continue
        official = match.document.span(match.passage.start, match.passage.end)
        key = (tuple(word.key for word in quotation.words), official)
        if same := found.get(key):
            found[key] = same._replace(quoted=tuple(dict.fromkeys((*same.quoted, quotation.span))))
        else:
            found[key] = _collation(view, quotation, official, match)
    return tuple(found.values())


def _collation(view: View, quotation: _Quotation, official: Span, match: _Match) -> Collation:
    strands = match.passage.strands
    counted = [strand._replace(differs=strand.differs and match.size is not None) for strand in strands]
    text = view.documents[quotation.span.doc].text
    words = _marked(text, [(strand.quoted, strand.differs) for strand in counted])
    told = _marked(match.document.text, [(strand.told, strand.differs) for strand in counted])
    return Collation(quotation.entry, (quotation.span,), official, words, told, match.size)


def _marked(text: str, places: Sequence[tuple[tuple[int, int], bool]]) -> Marked:
    """The text over all places as one line, what differs apart; marks between places belong to no difference."""
    found: list[tuple[str, bool]] = []
    last = places[0][0][0]
    for (start, end), differs in places:
        found += [(text[last:start], False), (text[start:end], differs)]
        last = max(last, end)
    joined: list[tuple[str, bool]] = []
    for words, differs in found:
        line = re.sub(r"\s+", " ", words)
        if joined and joined[-1][1] == differs:
            joined[-1] = (joined[-1][0] + line, differs)
        elif line:
            joined.append((line, differs))
    return tuple(joined)


def _place(view: View, span: Span) -> tuple[str, str, int]:
    return (view.documents[span.doc].published or "9999", span.doc, span.start)


def _quoted(view: View, officials: _Officials) -> Iterator[_Quotation]:
    """What others quote word for word from speakers of states that have put out a text near that day."""
    for entry in view.statements:
        for statement in entry.findings:
            document = view.documents.get(statement.evidence[0].doc)
            if document and statement.mode != "indirect" and officials.near(statement, document):
                for span in _spans(statement, document):
                    words = quoted_words(document.text, span.start, span.end)
                    if len(words) >= FEWEST_WORDS:
                        yield _Quotation(entry, statement, span, words)


def _spans(statement: Statement, document: Document) -> Iterator[Span]:
    """The words between marks; all content of direct speech stands between them."""
    for span in statement.content:
        if statement.mode == "direct":
            yield span
        else:
            for found in _MARKED.finditer(span.text):
                yield document.span(span.start + found.start(1), span.start + found.end(1))


class _Officials:
    """The official texts of a view by state and day, and who speaks in them."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._told: dict[str, Told] = {}
        self._by_day: dict[tuple[str, date], list[Document]] = defaultdict(list)
        for document in view.documents.values():
            if day := _day(document.published):
                for state in document.account_of:
                    self._by_day[state, day].append(document)

    def near(self, statement: Statement, document: Document) -> list[Document]:
        """Texts of the speaker's state of about the day on which the words were said; none for its own account."""
        published = _day(document.published)
        if statement.state is None or statement.state in document.account_of or published is None:
            return []
        said = _day(statement.said_on)
        first, last = (
            (said - timedelta(_A_ZONE), said + timedelta(_DAYS)) if said else (published - timedelta(_DAYS), published)
        )
        last = min(last, published) + timedelta(_A_ZONE)
        days = (first + timedelta(n) for n in range((last - first).days + 1))
        return [document for day in days for document in self._by_day.get((statement.state, day), ())]

    def best(self, quotation: _Quotation) -> _Match | None:
        """The passage that has most of the quotation, the one with the same words before others."""
        statement = quotation.statement
        found: list[tuple[bool, float, _Match]] = []
        for document in self.near(statement, self._view.documents[quotation.span.doc]):
            told = self._told.setdefault(document.id, Told(document.text))
            passage = passage_of(quotation.words, told)
            if passage is not None:
                voice = self._voice(document, passage)
                if voice is None or _may_be(voice, statement):
                    size = _size(passage, indirect=voice is not None and voice.mode == "indirect")
                    found.append((size is None, passage.share, _Match(document, passage, size)))
        return max(found, key=lambda f: f[:2])[2] if found else None

    def _voice(self, document: Document, passage: Passage) -> Statement | None:
        """The innermost statement that holds most of the passage."""
        holding = [
            (content.end - content.start, n, statement)
            for n, statement in enumerate(self._statements.get(document.id, ()))
            for content in statement.content
            if min(content.end, passage.end) - max(content.start, passage.start) > _MOST * (passage.end - passage.start)
        ]
        return min(holding, key=lambda held: held[:2])[2] if holding else None

    @cached_property
    def _statements(self) -> Mapping[str, Sequence[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for entry in self._view.statements:
            for statement in entry.findings:
                found[statement.evidence[0].doc].append(statement)
        return found


def _may_be(voice: Statement, quoted: Statement) -> bool:
    """Whether who speaks in the official text may be who is quoted."""
    if voice.speaker == REPORTER or voice.state not in {None, quoted.state}:
        return False
    return not (voice.person_id and quoted.person_id) or voice.person_id == quoted.person_id


def _size(passage: Passage, *, indirect: bool) -> Size | None:
    """How much the differing words tell, None where none does."""
    if not passage.differing:
        return None
    ignored = frozenset(lexicon("tellings")["shifting"]) | frozenset(lexicon("tellings")["finite"])
    for strand in passage.differing:
        ours, theirs = ({root_of(_whole(word)) for word in words} for words in strand.words)
        shifted = {root_of(word) for word in ignored} if indirect else set()
        if any(rarity_of(root) >= _TELLING for root in (ours ^ theirs) - shifted):
            return "material"
    return None if indirect else "small"


def _whole(word: str) -> str:
    """The word of which only this is left after an apostrophe."""
    whole: str = lexicon("tellings")["contracted"].get(word, word)
    return whole


def _day(iso: str | None) -> date | None:
    """A day known as such."""
    interval = When.from_iso(iso).interval if iso else None
    return interval.earliest if interval and interval.earliest == interval.latest else None
