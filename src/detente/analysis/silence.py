"""What did not happen: lines without contact for so many days, and what an account no longer mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from detente.analysis.entries import last_day
from detente.analysis.formulations import Formulation, formulations
from detente.model.document import Document
from detente.model.findings import ChannelReport, Engagement
from detente.model.span import Span
from detente.model.view import Entry, View
from detente.model.when import Interval, When
from detente.ontology.issues import issue_words
from detente.ontology.ranks import line_of, office_rank
from detente.text.wordings import forms_of

_USUAL_FROM = 3
"""So many contacts tell how often a line is used."""
_LONG = 2.0
"""A silence is unusual from so many times the usual pause on."""
_RUN = 4
"""What stood in so many accounts one after another is missed in the next."""
_WITHIN_DAYS = 7
"""An account of a contact appears within so many days of it."""


class Quiet(NamedTuple):
    """A line between the states of the view and how long nobody used it.

    `days` runs from the last contact to the last day that the view knows, None without a dated contact; `usual` is
    the median pause between contacts in days, None for fewer than three; `status` is what was last told of the line.
    """

    kind: str
    last: Entry[Engagement] | None
    days: int | None
    usual: float | None
    contacts: int
    status: Entry[ChannelReport] | None

    @property
    def unusual(self) -> bool:
        """Whether nobody used it for much longer than is usual."""
        return self.days is not None and self.usual is not None and self.days > _LONG * max(self.usual, 1.0)


class Missing(NamedTuple):
    """What a state's accounts of its contacts used to say and one does not; `before` cites the accounts before it.

    `item` is the words of a formulation, or the name of an issue, as `kind` tells.
    """

    state: str
    document: Document
    kind: str
    item: str
    before: tuple[Span, ...]


def quiet(view: View) -> tuple[Quiet, ...]:
    """Every line of the view that was told of or used, the longest silence first, those without contact last."""
    contacts: dict[str, list[tuple[Interval, Entry[Engagement]]]] = defaultdict(list)
    roles = _roles(view)
    for entry in view.engagements:
        kind = _line(view, entry.best, roles)
        if kind and entry.best.status == "held" and entry.best.date:
            days = When.from_iso(entry.best.end_date or entry.best.date).interval
            contacts[kind].append((days, entry))
    told: dict[str, Entry[ChannelReport]] = {}
    for line in view.channels:
        if set(view.states) <= set(line.best.states):
            told[line.best.kind] = line
    lines = [_quiet(view, kind, contacts[kind], told.get(kind)) for kind in sorted({*told, *contacts})]
    return tuple(sorted(lines, key=lambda q: (q.days is None, -(q.days or 0), q.kind)))


def missing(view: View) -> tuple[Missing, ...]:
    """What was in each of a state's last accounts of contacts with the other, but not in this one; latest first."""
    found = [gap for state in view.states for gap in _missing_of(view, state)]
    return tuple(sorted(found, key=lambda m: (m.document.published or "", m.state, m.item), reverse=True))


def _quiet(
    view: View, kind: str, used: list[tuple[Interval, Entry[Engagement]]], status: Entry[ChannelReport] | None
) -> Quiet:
    today = last_day(view)
    if not used or today is None:
        return Quiet(kind, None, None, None, len(used), status)
    used.sort(key=lambda u: u[0].latest)
    ends = sorted({days.latest for days, _ in used})
    pauses = [(after - before).days for before, after in pairwise(ends)]
    usual = median(pauses) if len(ends) >= _USUAL_FROM else None
    since = (When.from_iso(today).interval.latest - ends[-1]).days
    return Quiet(kind, used[-1][1], max(since, 0), usual, len(used), status)


def _roles(view: View) -> Mapping[str, tuple[str | None, str]]:
    """State and office class of each person, the highest office of several."""
    found: dict[str, tuple[str | None, str]] = {}
    for party in sorted(view.people, key=lambda p: office_rank(p.role or ""), reverse=True):
        if party.role:
            found[party.name] = (party.state, party.role)
    return found


def _line(view: View, contact: Engagement, roles: Mapping[str, tuple[str | None, str]]) -> str | None:
    """The line that a contact used, that of the lower side: a leader who receives a minister is on the minister's."""
    highest: dict[str, str] = {}
    for state, role in sorted(
        (roles[name] for name in contact.participants if name in roles), key=lambda r: office_rank(r[1]), reverse=True
    ):
        if state in view.states:
            highest[str(state)] = role
    if set(highest) != set(view.states):
        return None
    return line_of(max(highest.values(), key=office_rank))


def _missing_of(view: View, state: str) -> Iterator[Missing]:
    accounts = _accounts(view, state)
    issues = {doc.id: _issue_places(doc) for doc in accounts}
    names = sorted({name for places in issues.values() for name in places})
    for name in names:
        yield from _gaps(state, "issue", name, accounts, _finder(issues, name))
    told: list[Missing] = []
    for found in formulations(view)[state]:
        for gap in _gaps(state, "formulation", found.form.words, accounts, _worded(found)):
            if not any(gap.before[-1].overlaps(other.before[-1]) for other in told):
                told.append(gap)
    yield from told


def _accounts(view: View, state: str) -> list[Document]:
    """The state's own accounts of contacts of the view, in order of time."""
    told: dict[str, Document] = {}
    for entry in view.engagements:
        for report in entry.findings:
            doc = view.documents.get(report.evidence[0].doc)
            if doc and state in doc.account_of and report.status == "held" and _fresh(report, doc):
                told[doc.id] = doc
    return sorted(told.values(), key=lambda d: (d.published or "", d.id))


def _fresh(report: Engagement, doc: Document) -> bool:
    if not doc.published:
        return False
    if not report.date:
        return True
    held, published = When.from_iso(report.date).interval, When.from_iso(doc.published).interval
    return 0 <= (published.latest - held.earliest).days <= _WITHIN_DAYS


def _issue_places(doc: Document) -> dict[str, Span]:
    """Where the words that tell each issue stand first."""
    places: dict[str, Span] = {}
    for words in issue_words(doc.text):
        for name in words.issues if words.level == "cues" else ():
            places.setdefault(name, doc.span(words.start, words.end))
    return places


def _finder(issues: Mapping[str, Mapping[str, Span]], name: str) -> Callable[[Document], Span | None]:
    return lambda doc: issues[doc.id].get(name)


def _worded(found: Formulation) -> Callable[[Document], Span | None]:
    """Finds the formulation in any of its wordings."""
    patterns = [forms_of(form.words) for form in (found.form, *found.variants)]

    def place(doc: Document) -> Span | None:
        hit = next((m for pattern in patterns if (m := pattern.search(doc.text))), None)
        return doc.span(*hit.span()) if hit else None

    return place


def _gaps(
    state: str, kind: str, item: str, accounts: Sequence[Document], place: Callable[[Document], Span | None]
) -> Iterator[Missing]:
    """The accounts that are the first to lack what each of the last ones had."""
    places = [place(doc) for doc in accounts]
    for n in range(_RUN, len(accounts)):
        before = [span for span in places[n - _RUN : n] if span]
        if places[n] is None and len(before) == _RUN:
            yield Missing(state, accounts[n], kind, item, tuple(before))
