"""A view narrowed to a period, an issue, a person, a publisher, or to what people have looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from typing import Any, TypeVar

from detente.analysis.persons import names_in
from detente.errors import DateError
from detente.model.days import valid_days
from detente.model.findings import LAYERS, Discrepancy, Finding, Position, Statement
from detente.model.view import Entry, View
from detente.model.when import Interval, When
from detente.ontology.issues import issues_in

F = TypeVar("F", bound=Finding)


@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """What an entry must fit, all of it; None leaves it open.

    `since` and `until` are ISO dates of any precision; `person` is a name or a part of one; `publisher` the whole name;
    `reviewed` whether a person has decided on a report of it.
    """

    since: str | None = None
    until: str | None = None
    issue: str | None = None
    person: str | None = None
    publisher: str | None = None
    reviewed: bool | None = None

    @cached_property
    def period(self) -> Interval | None:
        """The days asked for; DateError for what is no date, or where they end before they begin."""
        if not (self.since or self.until):
            return None
        first = When.from_iso(self.since).interval.earliest if self.since else date.min
        last = When.from_iso(self.until).interval.latest if self.until else date.max
        if last < first:
            raise DateError(f"the period ends ({self.until}) before it begins ({self.since}); give the earlier first")
        return Interval(first, last)


def narrowed(view: View, by: Narrowing) -> View:
    """The view with only the entries that fit; documents, people and problems stay, since entries cite them."""
    if by == Narrowing():
        return view
    kept: dict[str, Any] = {
        layer: tuple(entry for entry in getattr(view, layer) if _fits(view, entry, by)) for layer in LAYERS
    }
    return replace(view, since=by.since, until=by.until, **kept)


def issues_of(finding: Finding) -> tuple[str, ...]:
    """Its own issues where its layer has them, else those that its words name."""
    match finding:
        case Statement():
            return finding.issues
        case Position():
            return (finding.issue,)
        case Discrepancy(about=about):
            return (about, *_issues_told(finding.a.text), *_issues_told(finding.b.text))
        case _:
            return tuple(issue for span in finding.evidence for issue in _issues_told(span.text))


def _fits(view: View, entry: Entry[F], by: Narrowing) -> bool:
    if by.reviewed is not None and by.reviewed != bool(entry.reviewed):
        return False
    if by.publisher and not any(view.documents[f.evidence[0].doc].publisher == by.publisher for f in entry.findings):
        return False
    if by.period and not _in_period(view, entry, by.period):
        return False
    if by.person and not any(_names(f, by.person) for f in entry.findings):
        return False
    return by.issue is None or any(by.issue in issues_of(f) for f in entry.findings)


def _in_period(view: View, entry: Entry[F], period: Interval) -> bool:
    days = list(_days(view, entry))
    return not days or any(period.overlaps(d) for d in days)


def _days(view: View, entry: Entry[F]) -> Iterator[Interval]:
    """The days that it concerns; those of its documents where it tells none."""
    told = [days for f in entry.findings if (days := valid_days(f))]
    published = (view.documents[f.evidence[0].doc].published for f in entry.findings)
    yield from told or (When.from_iso(iso).interval for iso in published if iso)


def _names(finding: Finding, person: str) -> bool:
    wanted = person.casefold()
    if any(wanted in name.casefold() for name in names_in(finding)):
        return True
    last = wanted.split()[-1]
    return any(last in span.text.casefold().split() for span in finding.evidence)


@cache
def _issues_told(words: str) -> tuple[str, ...]:
    return issues_in(words)
