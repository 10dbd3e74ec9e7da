"""Lines between states without contact, for how many days, and how long is usual."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from detente.analysis.entries import last_day
from detente.model.findings import ChannelReport, Engagement
from detente.model.view import Entry, View
from detente.model.when import Interval, When
from detente.ontology.ranks import line_of, office_rank

_USUAL_FROM = 3
"""So many contacts tell how often a line is used."""
_LONG = 2.0
"""A silence is unusual from so many times the usual pause on."""


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


def contacts_on(view: View, kind: str) -> tuple[Entry[Engagement], ...]:
    """The contacts of the view that used a line, whatever became of them, in its order."""
    roles = _roles(view)
    return tuple(entry for entry in view.engagements if _line(view, entry.best, roles) == kind)


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
