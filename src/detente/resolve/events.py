"""Findings of several documents to the things they are about: one entry however often it is reported.

Rules: statements, commitments and incidents of one document are never the same thing (their extractors saw to that);
what may be told of twice in one says `_elsewhere`. A finding joins a group only where it agrees with every member, so
that a vague report cannot draw two things together. What a person decided stands above the rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from math import ceil
from typing import Any, TypeVar, cast

from detente.model.decision import Pairs
from detente.model.findings import (
    ChannelReport,
    Commitment,
    Engagement,
    Event,
    Finding,
    Incident,
    Position,
    Statement,
)
from detente.model.view import Entry
from detente.model.when import same_moment
from detente.ontology.plover import is_mutual
from detente.ontology.roles import ROLES
from detente.ontology.states import state_named
from detente.resolve.bonds import Bonds, bound_together
from detente.resolve.contacts import alike, contradicts, names_of
from detente.resolve.merge import merge
from detente.resolve.recalled import meant
from detente.resolve.rules import rules
from detente.text.canonical import folded, is_content_word, search_words
from detente.text.commonness import rarity_of, root_of

F = TypeVar("F", bound=Finding)

__all__ = ["entry_of", "group_findings", "rules"]

_SAME_WORDS = 0.6
_SAME_INCIDENT_WORDS = 0.2
_SAME_UNDATED_INCIDENT_WORDS = 0.5
_REMEMBERED = 50_000
_NOTHING_DECIDED = Pairs()


def entry_of(group: Sequence[F]) -> Entry[F]:
    """Merge a group, which stands earliest published first."""
    return Entry(id=group[0].id, best=merge(group), findings=tuple(group))


def group_findings(found: Sequence[F], published: Mapping[str, str], pairs: Pairs = _NOTHING_DECIDED) -> list[list[F]]:
    """Put together what is about the same thing, each group earliest published first, undated last.

    `published` gives the ISO date of each document id, "" where unknown; what people decided on `pairs` stands above
    the rules. The order of `found` does not matter, nor does what is no part of a finding's id.
    """
    bonds = Bonds(pairs)
    groups: list[list[F]] = []
    by_key: dict[Hashable, list[list[F]]] = defaultdict(list)
    for finding in sorted(found, key=lambda f: (-_precision(f), not _names_people(f), *_publication(f, published))):
        keys = _keys(finding)
        likely = {id(group): group for key in keys for group in by_key[key]}
        home = _home(finding, list(likely.values()), bonds, published)
        if home is None:
            home = []
            groups.append(home)
        home.append(finding)
        for key in {*keys, *_kept_under(finding)}:
            if not any(group is home for group in by_key[key]):
                by_key[key].append(home)
    return [sorted(group, key=lambda f: _publication(f, published)) for group in bound_together(groups, bonds)]


def _home(finding: F, groups: Sequence[list[F]], bonds: Bonds, published: Mapping[str, str]) -> list[F] | None:
    """Choose the group to join; a contact that may be either of two is not guessed to be one of them."""
    same = _SAME.get(type(finding))
    fitting = [g for g in groups if all(same(finding, f) for f in _telling_most(g))] if same else groups
    if isinstance(finding, Engagement):
        chosen = meant(finding, cast(Sequence[list[Engagement]], fitting), published)
        fitting = [g for g in fitting if g is chosen]
    return next((g for g in fitting if _elsewhere(finding, g) and bonds.may_join(finding, g)), None)


def _telling_most(group: Sequence[F]) -> Sequence[F]:
    """Those of a group that name people, where any does: what a nameless report leaves open refuses nothing."""
    return [f for f in group if _names_people(f)] or group


def _names_people(finding: Finding) -> bool:
    """Whether a contact's report names somebody who took part; others need no names."""
    return not isinstance(finding, Engagement) or bool(names_of(finding))


def _elsewhere(finding: Finding, group: Iterable[Finding]) -> bool:
    """Whether other documents tell of the group; channels, positions and events may be told of twice in one.

    So may a contact without a day, or one of the same people as another kind or standing: an extractor keeps apart what
    it is not sure of.
    """
    return isinstance(finding, ChannelReport | Position | Event) or all(
        finding.evidence[0].doc != f.evidence[0].doc or _told_again(finding, f) for f in group
    )


def _told_again(a: Finding, b: Finding) -> bool:
    if not isinstance(a, Engagement) or not isinstance(b, Engagement) or not alike(a, b):
        return False
    people = len(names_of(a)) > 1 and names_of(a) == names_of(b)
    apart = (a.kind, a.status) != (b.kind, b.status)
    return (people and apart) or min(_precision(a), _precision(b)) < len("YYYY-MM-DD")


def _publication(finding: Finding, published: Mapping[str, str]) -> tuple[str, str]:
    return published.get(finding.evidence[0].doc) or "9999", finding.id


def _precision(finding: Finding) -> int:
    return len(_date_of(finding) or "")


def _date_of(finding: Finding) -> str | None:
    return finding.date if isinstance(finding, Engagement | Incident | Event) else None


def _keys(finding: Finding) -> list[Hashable]:
    """Findings can be the same only where they share a key; those without one stand alone."""
    match finding:
        case Engagement():
            month = [(finding.date[: len("YYYY-MM")],)] if finding.date else []
            return [*names_of(finding), *month] or [frozenset(finding.states)]
        case Commitment():
            sides = frozenset(finding.by), frozenset(finding.to), finding.polarity
            return [(*sides, word) for word in _telling_words(_content_words(finding.what), _SAME_WORDS)]
        case Event():
            return [(finding.type, finding.status, *_sides(finding), mark) for mark in _marks(finding)]
        case _:
            key = _only_key(finding)
            return [] if key is None else [key]


def _kept_under(finding: Finding) -> list[Hashable]:
    """Where others find it besides: a report of a contact that has no names and no day looks among its states' own."""
    return [frozenset(finding.states)] if isinstance(finding, Engagement) else []


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


def _marks(event: Event) -> list[str]:
    """What two reports of one act have in common: the year of their dates, or words; of nobody known there are none."""
    if not (event.by or event.to):
        return []
    year = [event.date[: len("YYYY")]] if event.date else []
    return [*year, *_telling_words(_evidence_words(event), _SAME_UNDATED_INCIDENT_WORDS)]


def _sides(event: Event) -> tuple[frozenset[str], ...]:
    """Who acts and on whom; of what both do, one account may name either of them first."""
    if is_mutual(event.type, event.mode):
        return (frozenset((*event.by, *event.to)),)
    return frozenset(event.by), frozenset(event.to)


def _not_apart(a: Engagement, b: Engagement) -> bool:
    return not contradicts(a, b)


def _same_commitment(a: Commitment, b: Commitment) -> bool:
    return _overlap(_content_words(a.what), _content_words(b.what)) >= _SAME_WORDS


def _same_incident(a: Incident, b: Incident) -> bool:
    if not _compatible(a.against, b.against) or not same_moment(a.date, b.date):
        return False
    needed = _SAME_INCIDENT_WORDS if a.date and b.date else _SAME_UNDATED_INCIDENT_WORDS
    return _overlap(_evidence_words(a), _evidence_words(b)) >= needed


def _same_event(a: Event, b: Event) -> bool:
    """Whether both tell one act: on days that may be one, in words alike.

    Talks of two states on one day are one in any words, unless other people are named.
    """
    if not same_moment(a.date, b.date):
        return False
    if is_mutual(a.type, a.mode) and a.by and a.to and a.date == b.date and _precision(a) == len("YYYY-MM-DD"):
        return not _other_people(a, b)
    needed = _SAME_INCIDENT_WORDS if a.date and b.date else _SAME_UNDATED_INCIDENT_WORDS
    return _overlap(_evidence_words(a), _evidence_words(b)) >= needed


_SAME: Mapping[type[Finding], Callable[[Any, Any], bool]] = {
    Engagement: _not_apart,
    Commitment: _same_commitment,
    Incident: _same_incident,
    Event: _same_event,
}
"""Whether two findings that share a key are about the same thing; of other kinds all that share one are."""


def _other_people(a: Event, b: Event) -> bool:
    """Whether each names somebody whom the other does not; "we" and "the two leaders" may be anybody."""
    ours, theirs = _people(a), _people(b)
    return _one_is_missing(ours, theirs) and _one_is_missing(theirs, ours)


def _one_is_missing(these: list[frozenset[str]], others: list[frozenset[str]]) -> bool:
    return any(all(one.isdisjoint(other) for other in others) for one in these)


def _people(event: Event) -> list[frozenset[str]]:
    """The words of the name of each person that it names, without titles and without states."""
    named = (name for name in (event.actor, event.recipient) if name and state_named(name) is None)
    words = (frozenset(w for w in _capitalised(name) if is_content_word(w)) - _titles() for name in named)
    return [name for name in words if name]


def _capitalised(name: str) -> list[str]:
    return search_words(" ".join(word for word in name.split() if word[:1].isupper() and state_named(word) is None))


@cache
def _titles() -> frozenset[str]:
    """Words of which titles are made: "president", "prime", "minister"."""
    return frozenset(word for role in ROLES.values() for word in search_words(role.title))


def _compatible(a: Iterable[str], b: Iterable[str]) -> bool:
    ours, theirs = set(a), set(b)
    return not ours or not theirs or bool(ours & theirs)


@lru_cache(maxsize=_REMEMBERED)
def _name(name: str) -> str:
    """One spelling for a name in either order: "Xi Jinping" and "Jinping Xi"."""
    return " ".join(sorted(search_words(name)))


def _said(statement: Statement) -> tuple[str, ...]:
    return tuple(" ".join(folded(span.text).split()) for span in statement.content)


def _evidence_words(finding: Finding) -> frozenset[str]:
    first, *more = (_content_words(span.text) for span in finding.evidence)
    return first.union(*more) if more else first


@lru_cache(maxsize=_REMEMBERED)
def _content_words(words: str) -> frozenset[str]:
    return frozenset(w for w in search_words(words) if is_content_word(w))


def _telling_words(words: frozenset[str], share: float) -> list[str]:
    """Return the words of which two texts must have one in common, if they are to share that much of their words.

    Rare words come first, so that few others have them; any fixed order would do.
    """
    ordered = sorted(words, key=lambda w: (-rarity_of(root_of(w)), -len(w), w))
    return ordered[: len(ordered) - ceil(share * len(ordered)) + 1]


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of their words that both have (Jaccard)."""
    return len(a & b) / len(a | b) if a | b else 0.0
