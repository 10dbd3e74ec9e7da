"""The few entries that a reader should see first."""

from __future__ import annotations

from typing import NamedTuple

from detente.analysis.chronology import ahead
from detente.analysis.entries import date_of, is_after, last_day
from detente.analysis.standing import channels
from detente.model.findings import ChannelReport, Commitment, Engagement, Finding
from detente.model.view import Entry, View
from detente.ontology.ranks import office_rank

_FIRM = ("binding", "agreed", "promised")
_CHANGED = ("suspended", "restored", "refused")


class Lead(NamedTuple):
    """What stands at the head of a brief.

    The latest contacts of leaders and foreign ministers (of anyone, where they had none), lines that were cut or
    restored, firm promises still open, and the next contacts.
    """

    met: tuple[Entry[Engagement], ...]
    lines: tuple[Entry[ChannelReport], ...]
    promised: tuple[Entry[Commitment], ...]
    coming: tuple[Entry[Finding], ...]


def lead(view: View, *, most: int = 3) -> Lead:
    """At most `most` of each, the latest first (what is coming: the soonest first)."""
    return Lead(
        _latest_met(view)[:most],
        tuple(line.entries[0] for line in channels(view) if line.entries[0].best.status in _CHANGED)[:most],
        _open_promises(view)[:most],
        tuple(e for e in ahead(view) if isinstance(e.best, Engagement) and e.best.date)[:most],
    )


def _latest_met(view: View) -> tuple[Entry[Engagement], ...]:
    leading = {p.name for p in view.people if p.role and office_rank(p.role) <= office_rank("foreign_minister")}
    today = last_day(view)
    met = [e for e in view.engagements if e.best.status == "held" and e.best.date]
    held = [e for e in met if e.best.date and not (today and is_after(e.best.date, today))]
    high = [e for e in held if leading & set(e.best.participants)]
    return tuple(sorted(high or held, key=lambda e: e.best.date or "", reverse=True))


def _open_promises(view: View) -> tuple[Entry[Commitment], ...]:
    today = last_day(view)
    still = [c for c in view.commitments if c.best.strength in _FIRM and not _past(date_of(c.best), today)]
    still.reverse()
    return tuple(sorted(still, key=lambda c: _FIRM.index(c.best.strength)))


def _past(due: str | None, today: str | None) -> bool:
    return due is not None and today is not None and due < today[: len(due)]
