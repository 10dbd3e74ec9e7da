"""Where two states stand, what changed, says who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from detente.analysis.entries import all_entries, last_day
from detente.analysis.narrowing import narrowed
from detente.analysis.persons import names_in
from detente.export.wording import spelled
from detente.model.view import View
from detente.model.when import When
from detente.web.asked import Asked
from detente.web.between import Dealings, DealingsOf, Sides
from detente.web.claims import Claims
from detente.web.parts.board import Line, board
from detente.web.parts.course import Course, course
from detente.web.parts.deeds import Deeds, deeds
from detente.web.parts.disagreements import Disagreement, disagreements
from detente.web.parts.matrix import IssueRow, matrix
from detente.web.parts.news import News, news
from detente.web.parts.promises import Promises, promises
from detente.web.ways import to_source

_DISAGREEMENTS = 12
_CHOICES = 80
_DAYS_WITH_STATEMENTS = 62


@dataclass(frozen=True)
class Choice:
    """A value that the page can be narrowed to, and how many entries it leaves."""

    value: str
    label: str
    entries: int


@dataclass(frozen=True)
class Source:
    """A publisher of documents of the page."""

    name: str
    path: str
    documents: int
    official: str | None


@dataclass(frozen=True)
class RelationshipPage:
    """Two states: `entries` counts those shown, `of_all` all that are held on them; `today` is the last day known."""

    title: str
    sides: Sides
    asked: Asked
    today: str | None
    documents: int
    entries: int
    of_all: int
    reviewed: int
    problems: int
    news: News | None
    course: Course
    deeds: tuple[Deeds, ...]
    board: tuple[Line, ...]
    matrix: tuple[IssueRow, ...]
    promises: Promises
    disagreements: tuple[Disagreement, ...]
    disagreements_in_all: int
    sources: tuple[Source, ...]
    issues: tuple[Choice, ...]
    people: tuple[Choice, ...]
    publishers: tuple[Choice, ...]


def relationship(dealings: DealingsOf) -> RelationshipPage:
    """The page as the address asks for it; one that was made before is kept while the record stays as it was."""
    return dealings.shelf.page(("relationship", dealings.pair, dealings.asked), lambda: _made(dealings))


def _made(dealings: Dealings) -> RelationshipPage:
    """Ask all that the page shows of one view, narrowed to what the address says."""
    asked, claims, whole = dealings.asked, dealings.claims, dealings.held.view
    view = narrowed(whole, asked.narrowing)
    entries = list(all_entries(view))
    kept = {entry.id for entry in entries}
    found = disagreements(view.discrepancies, (d for d in dealings.disputes if d.entry.id in kept), claims)
    issues, people, publishers = dealings.kept("choices", lambda: _choices(whole, claims))
    today = last_day(whole)
    sides = dealings.sides
    return RelationshipPage(
        title=f"{sides.first.name} and {sides.second.name}",
        sides=sides,
        asked=asked,
        today=spelled(today) if today else None,
        documents=len(whole.documents),
        entries=len(entries),
        of_all=sum(1 for _ in all_entries(whole)),
        reviewed=sum(bool(entry.reviewed) for entry in entries),
        problems=len(whole.problems),
        news=news(view, claims, asked.new),
        course=_course(view, dealings),
        deeds=deeds(dealings),
        board=board(whole, dealings.quiet, claims),
        matrix=matrix(view, claims),
        promises=promises(view, claims),
        disagreements=found[:_DISAGREEMENTS],
        disagreements_in_all=len(found),
        sources=_sources(whole, claims),
        issues=issues,
        people=people,
        publishers=publishers,
    )


def _course(view: View, dealings: Dealings) -> Course:
    """The course of events; with every statement where the period is short enough to draw each of them."""
    asked = dealings.asked
    if not (asked.since and asked.until) or _days(asked.since, asked.until) > _DAYS_WITH_STATEMENTS:
        return course(view, dealings.claims)
    said = narrowed(dealings.said, asked.narrowing)
    both = replace(view, statements=said.statements, documents={**said.documents, **view.documents})
    return course(both, dealings.claims_of(both))


def _days(since: str, until: str) -> int:
    return (When.from_iso(until).interval.latest - When.from_iso(since).interval.earliest).days


def _choices(view: View, claims: Claims) -> tuple[tuple[Choice, ...], tuple[Choice, ...], tuple[Choice, ...]]:
    """What the page can be narrowed to, the most frequent first."""
    issues = Counter(entry.best.issue for entry in view.positions for _ in entry.findings)
    people = Counter(name for entry in all_entries(view) for name in set(names_in(entry.best)))
    told = {p.name for p in view.people if p.kind == "person"}
    publishers = Counter(d.publisher for d in view.documents.values() if d.publisher)
    return (
        tuple(Choice(issue, claims.wording.issue(issue), n) for issue, n in issues.most_common()),
        _named((name, n) for name, n in people.most_common() if name in told),
        _named(publishers.most_common()),
    )


def _named(counted: Iterable[tuple[str, int]]) -> tuple[Choice, ...]:
    return tuple(Choice(name, name, n) for name, n in counted)[:_CHOICES]


def _sources(view: View, claims: Claims) -> tuple[Source, ...]:
    by_publisher: Counter[tuple[str | None, tuple[str, ...]]] = Counter(
        (d.publisher, d.account_of) for d in view.documents.values()
    )
    return tuple(
        Source(
            publisher or "publisher not stated",
            to_source(publisher),
            number,
            claims.wording.states(official) if official else None,
        )
        for (publisher, official), number in by_publisher.most_common(_CHOICES)
    )
