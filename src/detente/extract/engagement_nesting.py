"""Which meetings lie within which visit."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from detente.extract.engagement_merge import Contact
from detente.extract.engagement_setting import Setting
from detente.model.when import When

_STAY = timedelta(days=3)
"""How long a visit of which only the first day is told may go on."""


def held_within(meeting: Contact, visit: Contact) -> bool:
    """Whether a traveller met a host or someone who travelled too, with the same standing and on fitting days."""
    travels = bool(visit.sides.names & meeting.sides.names)
    hosted = bool(set(visit.target) & set(meeting.states))
    together = len(meeting.sides.people) > 1 and meeting.sides.names <= visit.sides.names
    if not travels or visit.status != meeting.status or not (hosted or together):
        return False
    apart = meeting.group == "call" or (
        meeting.spoken and meeting.setting.place is None and not meeting.setting.minutes
    )
    return not meeting.earlier and not apart and _days_fit(visit.setting, meeting.setting)


def goes_with(meeting: Contact, visit: Contact) -> bool:
    """Whether it is the purpose of a visit still to come: "flies to Oslo on Friday to meet Ms Doe"."""
    told = any(m.span.overlaps(v.span) for m in meeting.tellings for v in visit.tellings)
    open_ = meeting.status == "held" and visit.status == "planned" and meeting.setting.when is None
    return told and open_ and bool(visit.sides.names & meeting.sides.names)


def _days_fit(visit: Setting, meeting: Setting) -> bool:
    if visit.when is None or meeting.when is None:
        return True
    last = visit.until.interval.latest if visit.until else visit.when.interval.latest + _STAY
    return visit.when.interval.earliest <= meeting.when.interval.latest and meeting.when.interval.earliest <= last


def dated_by(visit: Contact, meetings: list[Contact]) -> None:
    """Give a visit without a day those of the meetings in it, if they lie close together."""
    days = sorted(m.setting.when.iso for m in meetings if m.setting.when and m.setting.when.precision == "day")
    if visit.setting.when is not None or visit.status != "held" or not days:
        return
    first, last = When.from_iso(days[0], basis="inferred"), When.from_iso(days[-1], basis="inferred")
    if last.interval.latest - first.interval.earliest <= _STAY:
        until = last if last != first else None
        visit.setting = replace(visit.setting, when=first, until=until)
