"""What an account of a contact no longer says: an item that each of the last accounts before it had."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from detente.model.document import Document
from detente.model.findings import Engagement
from detente.model.span import Span
from detente.model.view import View
from detente.model.when import When
from detente.ontology.issues import ISSUES, IssueWords, issue_words
from detente.ontology.lexicon import lexicon
from detente.ontology.phrases import Phrases
from detente.ontology.states import states_in
from detente.text.canonical import folded, is_content_word
from detente.text.commonness import rarity_of, root_of
from detente.text.context import sentences_in
from detente.text.wordings import stem_of

_RUN = 4
"""What stood in so many accounts one after another is missed in the next."""
_WITHIN_DAYS = 7
"""An account of a contact appears within so many days of it."""
_RARE = 6.0
"""One word is an item by itself from this rarity on ("ironclad") …"""
_TELLING = 8.0
"""… and two that stand together from this sum of rarities on ("territorial integrity")."""
_REACH = 5
"""Two words stand together within so many words of one sentence ("free, open, secure and prosperous Indo-Pacific")."""
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_CAPITALS = re.compile(r"[A-Z][\w.’'\-]*(?:,?\s+[A-Z][\w.’'\-]*)*")

_BETWEEN = "bilateral_relationship"
"""That an account is about this goes without saying."""
_ISSUE = "issue:"

Key = tuple[str, ...]
"""The stems of the words of an item; the name of an issue after a mark for an item that is one."""


class Missing(NamedTuple):
    """What a state's accounts of its contacts used to say and one does not.

    `before` cites the words in each of the accounts before it, one span each, the latest last; `issues` are those
    that the account leaves out with them, none where it tells of the issue in other words.
    """

    state: str
    document: Document
    issues: tuple[str, ...]
    before: tuple[Span, ...]

    @property
    def words(self) -> str:
        """The words as most often told, the latest of several, as one line."""
        told = Counter(span.line for span in reversed(self.before))
        return told.most_common(1)[0][0]


class _Told(NamedTuple):
    """What one account tells: where each item stands first, which issues it touches, and its sentences."""

    document: Document
    places: Mapping[Key, Span]
    touched: frozenset[str]
    sentences: Sequence[tuple[int, int]]


def missing(view: View) -> tuple[Missing, ...]:
    """What was in each of a state's last accounts of contacts with the other, but not in this one; latest first."""
    found = [gap for state in view.states for gap in _missing_of(view, state)]
    return tuple(sorted(found, key=lambda m: (m.document.published or "", m.state, m.words), reverse=True))


def _missing_of(view: View, state: str) -> Iterator[Missing]:
    names = _names(view)
    accounts = [_told(doc, met, names) for doc, met in _accounts(view, state)]
    for n in range(_RUN, len(accounts)):
        before, account = accounts[n - _RUN : n], accounts[n]
        standing = [key for key in before[-1].places if all(key in told.places for told in before)]
        for keys in _together(_gone(standing, account), before[-1]):
            spans = tuple(_cover(told.document, [told.places[key] for key in keys]) for told in before)
            yield Missing(state, account.document, tuple(sorted(k[1] for k in keys if k[0] == _ISSUE)), spans)


def _accounts(view: View, state: str) -> list[tuple[Document, list[Span]]]:
    """The state's own accounts of contacts of the view, in order of time, with the words that tell of the contact."""
    told: dict[str, list[Span]] = defaultdict(list)
    for entry in view.engagements:
        for report in entry.findings:
            doc = view.documents.get(report.evidence[0].doc)
            if doc and state in doc.account_of and report.status == "held" and _fresh(report, doc):
                told[doc.id] += report.evidence
    documents = (view.documents[id_] for id_ in told)
    return [(doc, told[doc.id]) for doc in sorted(documents, key=lambda d: (d.published or "", d.id))]


def _fresh(report: Engagement, doc: Document) -> bool:
    if not doc.published:
        return False
    if not report.date:
        return True
    held, published = When.from_iso(report.date).interval, When.from_iso(doc.published).interval
    return 0 <= (published.latest - held.earliest).days <= _WITHIN_DAYS


def _told(doc: Document, met: Sequence[Span], names: Phrases) -> _Told:
    """Read one account; in a sentence that tells of the contact all up to the last name tells who met."""
    sentences = list(sentences_in(doc.text, 0, len(doc.text)))
    words = issue_words(doc.text)
    places: dict[Key, Span] = {}
    for start, end in sentences:
        inside = [w for w in words if start <= w.start < end]
        for name, spot in _issues_told(doc.text[start:end], inside):
            places.setdefault((_ISSUE, name), doc.span(spot.start, spot.end))
        people = list(_named(doc.text[start:end], names))
        if any(start < span.end and span.start < end for span in met):
            people = [(0, last) for _, last in people[-1:]]
        for key, span in _wordings(doc, start, end, people):
            places.setdefault(key, span)
    touched = {name for w in words for name in w.issues} | {key[1] for key in places if key[0] == _ISSUE}
    return _Told(doc, places, frozenset(touched), sentences)


def _issues_told(sentence: str, words: Sequence[IssueWords]) -> Iterator[tuple[str, IssueWords]]:
    """The issues that words of a sentence tell; a state named beside them may make a wide issue its own narrow one."""
    named = {name.code for _, _, name in states_in(sentence)}
    for word in words:
        for issue in set(word.issues) - {_BETWEEN} if word.level == "cues" else ():
            yield issue, word
            for narrow in ISSUES.values():
                if narrow.concerning in named and issue in narrow.takes_in:
                    yield narrow.name, word


def _wordings(doc: Document, start: int, end: int, people: Sequence[tuple[int, int]]) -> Iterator[tuple[Key, Span]]:
    """Rare words of a sentence and telling pairs of words that stand together in it; no names of people and states."""
    sentence = doc.text[start:end]
    named = [*people, *((a, b) for a, b, _ in states_in(sentence))]
    near: list[tuple[int, str, float, int]] = []
    for at, word in enumerate(_WORD.finditer(sentence)):
        if not _tells(word[0]) or any(a < word.end() and word.start() < b for a, b in named):
            continue
        stem, rarity = stem_of(folded(word[0])), rarity_of(root_of(folded(word[0])))
        if rarity >= _RARE:
            yield (stem,), doc.span(start + word.start(), start + word.end())
        for before, other, its, begins in near:
            if at - before <= _REACH and its + rarity >= _TELLING:
                yield (other, stem), doc.span(start + begins, start + word.end())
        near.append((at, stem, rarity, word.start()))


def _named(sentence: str, names: Phrases) -> Iterator[tuple[int, int]]:
    """Names of people and offices, with the title before them and all else that is written as one with them."""
    for start, end, _ in names.find(sentence):
        whole = next((c.span() for c in _CAPITALS.finditer(sentence) if c.start() <= start < c.end()), (start, end))
        yield min(start, whole[0]), max(end, whole[1])


def _tells(word: str) -> bool:
    """Whether it may be part of an item: no plain word and none of meeting or saying."""
    plain = folded(word)
    return is_content_word(plain) and plain not in lexicon("tellings")["plain"] and stem_of(plain) not in _saying()


@cache
def _saying() -> frozenset[str]:
    return frozenset(stem_of(verb) for verb in (*lexicon("speech")["verbs"], *lexicon("tellings")["acts"]))


def _names(view: View) -> Phrases:
    """Names of the people of the view, alone and in full, and their offices."""
    people = {p.name for p in view.people if p.kind == "person"}
    offices = {p.office for p in view.people if p.office}
    return Phrases({*people, *offices, *(name.split()[-1] for name in people)}, ignore_case=True)


def _gone(standing: Sequence[Key], account: _Told) -> list[Key]:
    """What the account does not tell: an issue of which it has no word; words of which it keeps no part."""
    issues = [key for key in standing if key[0] == _ISSUE and key[1] not in account.touched]
    wordings = [key for key in standing if key[0] != _ISSUE]
    kept = {stem for key in wordings if key in account.places for stem in key}
    pairs = [key for key in wordings if len(key) > 1 and not kept.intersection(key) and key not in account.places]
    paired = {stem for key in pairs for stem in key}
    lone = [key for key in wordings if len(key) == 1 and key not in account.places and key[0] not in paired]
    return issues + pairs + lone


def _together(keys: Iterable[Key], last: _Told) -> list[list[Key]]:
    """Items of one sentence of the last account are left out together."""
    groups: dict[tuple[int, int], list[Key]] = defaultdict(list)
    for key in keys:
        at = last.places[key].start
        groups[next(s for s in last.sentences if s[0] <= at < s[1])].append(key)
    return list(groups.values())


def _cover(doc: Document, spans: Sequence[Span]) -> Span:
    return doc.span(min(s.start for s in spans), max(s.end for s in spans))
