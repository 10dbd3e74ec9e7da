"""Findings of several documents to the things they are about: one entry however often it is reported.

Rules: findings of one document are never the same thing (its extractors already saw to that), and a finding joins
a group only where it agrees with every member, so that a vague report cannot draw two things together. What a person
decided stands above the rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from math import ceil
from typing import TypeVar

from detente.model.decision import Pairs
from detente.model.document import Document
from detente.model.findings import ChannelReport, Commitment, Engagement, Finding, Incident, Position, Statement
from detente.model.view import Entry
from detente.model.when import When, same_moment
from detente.resolve.bonds import Bonds, bound_together
from detente.resolve.merge import merge
from detente.text.canonical import folded, search_words

F = TypeVar("F", bound=Finding)

_REPORTED_WITHIN_DAYS = 45
"""An undated contact is told within this time of the day on which others put it."""
_SAME_WORDS = 0.6
_SAME_INCIDENT_WORDS = 0.2
_SAME_UNDATED_INCIDENT_WORDS = 0.5
_CONTENT_WORD_LETTERS = 4  # shorter words of a European language are mostly articles and prepositions
_REMEMBERED = 50_000
_NOTHING_DECIDED = Pairs()
_ALIKE_KINDS = ({"meeting", "talks", "summit"}, {"call", "talks"})


def entries_of(
    found: Sequence[F], documents: Mapping[str, Document], pairs: Pairs = _NOTHING_DECIDED
) -> list[Entry[F]]:
    """Group findings of one kind and merge each group; `documents` tells when they were published."""
    published = {id_: d.published or "" for id_, d in documents.items()}
    groups = group_findings(found, published, pairs)
    return [Entry(id=group[0].id, best=merge(group), findings=tuple(group)) for group in groups]


def group_findings(found: Sequence[F], published: Mapping[str, str], pairs: Pairs = _NOTHING_DECIDED) -> list[list[F]]:
    """Put together what is about the same thing, each group earliest published first, undated last.

    `published` gives the ISO date of each document id, "" where unknown; what people decided on `pairs` stands above
    the rules. The order of `found` does not matter.
    """
    bonds = Bonds(pairs)
    groups: list[list[F]] = []
    by_key: dict[Hashable, list[list[F]]] = defaultdict(list)
    for finding in sorted(found, key=lambda f: (-_precision(f), *_publication(f, published))):
        keys = _keys(finding)
        likely = {id(group): group for key in keys for group in by_key[key]}
        fitting = [g for g in likely.values() if all(_same(finding, f, published) for f in g)]
        home = _home(finding, [g for g in fitting if bonds.may_join(finding, g)])
        if home is None:
            home = []
            groups.append(home)
        home.append(finding)
        for key in keys:
            if not any(group is home for group in by_key[key]):
                by_key[key].append(home)
    return [sorted(group, key=lambda f: _publication(f, published)) for group in bound_together(groups, bonds)]


def _home(finding: F, fitting: Sequence[list[F]]) -> list[F] | None:
    """Choose the group to join; a contact that may be either of two is not guessed to be one of them."""
    if isinstance(finding, Engagement) and len(fitting) > 1:
        names = _names(finding.participants)
        fitting = [g for g in fitting if any(names == _names(f.participants) for f in g if isinstance(f, Engagement))]
        return fitting[0] if len(fitting) == 1 else None
    return fitting[0] if fitting else None


def _publication(finding: Finding, published: Mapping[str, str]) -> tuple[str, str]:
    return published.get(finding.evidence[0].doc) or "9999", finding.id


def _precision(finding: Finding) -> int:
    return len(_date_of(finding) or "")


def _date_of(finding: Finding) -> str | None:
    return finding.date if isinstance(finding, Engagement | Incident) else None


def _keys(finding: Finding) -> list[Hashable]:
    """Findings can be the same only where they share a key; those without one stand alone."""
    match finding:
        case Engagement():
            month = [(finding.date[: len("YYYY-MM")],)] if finding.date else []
            return [*_names(finding.participants), *month] or [frozenset(finding.states)]
        case Commitment():
            sides = frozenset(finding.by), frozenset(finding.to), finding.polarity
            return [(*sides, word) for word in _telling_words(_content_words(finding.what), _SAME_WORDS)]
        case _:
            key = _only_key(finding)
            return [] if key is None else [key]


def _only_key(finding: Finding) -> Hashable:
    match finding:
        case Statement():
            return (_name(finding.speaker), *_said(finding)) if finding.speaker else None
        case ChannelReport():
            return frozenset(finding.states), finding.kind
        case Position():
            return finding.state, finding.issue
        case Incident():
            return finding.kind, frozenset(finding.by)
        case _:
            return None


def _same(a: Finding, b: Finding, published: Mapping[str, str]) -> bool:
    """Whether two findings that share a key are about the same thing."""
    if isinstance(a, ChannelReport | Position):
        return True
    if a.evidence[0].doc == b.evidence[0].doc:
        return False
    match a, b:
        case Engagement(), Engagement():
            return _same_engagement(a, b, published)
        case Commitment(), Commitment():
            return _overlap(_content_words(a.what), _content_words(b.what)) >= _SAME_WORDS
        case Incident(), Incident():
            return _same_incident(a, b)
        case _:
            return True


def _same_engagement(a: Engagement, b: Engagement, published: Mapping[str, str]) -> bool:
    if not _alike(a.kind, b.kind) or not _compatible(a.states, b.states):
        return False
    if not same_moment(a.date, b.date) or not _same_clock(a.start, b.start):
        return False
    ours, theirs = _names(a.participants), _names(b.participants)
    if a.date and b.date:
        return not ours or not theirs or 2 * len(ours & theirs) > min(len(ours), len(theirs))
    return bool(ours) and ours == theirs and _told_together(a, b, published)


def _told_together(a: Engagement, b: Engagement, published: Mapping[str, str]) -> bool:
    days = [f.date or published.get(f.evidence[0].doc) for f in (a, b)]
    first, second = (When.from_iso(day).interval if day else None for day in days)
    if first is None or second is None:
        return False
    apart = max(first.earliest, second.earliest) - min(first.latest, second.latest)
    return apart.days <= _REPORTED_WITHIN_DAYS


def _same_incident(a: Incident, b: Incident) -> bool:
    if not _compatible(a.against, b.against) or not same_moment(a.date, b.date):
        return False
    needed = _SAME_INCIDENT_WORDS if a.date and b.date else _SAME_UNDATED_INCIDENT_WORDS
    return _overlap(_evidence_words(a), _evidence_words(b)) >= needed


def _alike(a: str, b: str) -> bool:
    return a == b or any({a, b} <= kinds for kinds in _ALIKE_KINDS)


def _compatible(a: Iterable[str], b: Iterable[str]) -> bool:
    ours, theirs = set(a), set(b)
    return not ours or not theirs or bool(ours & theirs)


def _same_clock(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


@lru_cache(maxsize=_REMEMBERED)
def _names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_name(name) for name in names)


def _name(name: str | None) -> str:
    """One spelling for a name in either order: "Xi Jinping" and "Jinping Xi"."""
    return " ".join(sorted(search_words(name or "")))


def _said(statement: Statement) -> tuple[str, ...]:
    return tuple(" ".join(folded(span.text).split()) for span in statement.content)


def _evidence_words(finding: Finding) -> frozenset[str]:
    return frozenset().union(*(_content_words(span.text) for span in finding.evidence))


@lru_cache(maxsize=_REMEMBERED)
def _content_words(words: str) -> frozenset[str]:
    return frozenset(w for w in search_words(words) if len(w) >= _CONTENT_WORD_LETTERS or not w.isascii())


def _telling_words(words: frozenset[str], share: float) -> list[str]:
    """Return the words of which two texts must have one in common, if they are to share that much of their words.

    Long words come first, since they are rare; any fixed order would do.
    """
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return ordered[: len(ordered) - ceil(share * len(ordered)) + 1]


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of their words that both have (Jaccard)."""
    return len(a & b) / len(a | b) if a | b else 0.0
