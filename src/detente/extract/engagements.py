"""Contacts between representatives of states: held, planned, proposed, postponed, called off, refused.

Rules tell those whose sides are told (`engagement_gathering`), a trained judge decides on what they leave open
(`engagement_choice`).

Not read yet: contacts told only by what came of them ("reached a deal with") and the several meetings behind one
plural ("a series of meetings").
"""

from __future__ import annotations

from dataclasses import replace

from detente.extract.engagement_choice import likely_contacts
from detente.extract.engagement_gathering import Gathering
from detente.extract.engagement_judge import judge
from detente.extract.engagement_merge import Contact, merged
from detente.extract.engagement_nesting import dated_by, goes_with, held_within
from detente.model.findings import Engagement, EngagementKind
from detente.text.chain import Found
from detente.text.reading import Reading

LABEL = "engagements/2"
_LONGEST_CALL = 180
"""Two people who are told to have talked for so many minutes met."""
_NEAR = 5
"""A visit and a meeting told at most so many code points apart are told in one breath."""


def extract_engagements(reading: Reading, found: Found) -> list[Engagement]:
    """Each contact once, with its best one to three tellings; visits know the meetings in them."""
    del found
    gathering = Gathering(reading)
    contacts = [c for c in merged(gathering.gather()) if c.tellings]
    contacts += likely_contacts(gathering, contacts, judge())
    visits = [c for c in contacts if c.kind == "visit"]
    meetings = [c for c in contacts if c.kind != "visit"]
    for meeting in meetings:
        if any(goes_with(meeting, v) for v in visits):
            meeting.status = "planned"
    within = [(m, _holder(m, visits)) for m in meetings]
    for visit in visits:
        dated_by(visit, [m for m, holder in within if holder is visit])
    made = {id(v): _finding(v) for v in visits}
    others = [_within(m, v, made[id(v)]) if v is not None else _finding(m) for m, v in within]
    return sorted([*made.values(), *others], key=lambda e: e.evidence[0].start)


def _holder(meeting: Contact, visits: list[Contact]) -> Contact | None:
    """The visit that holds a meeting: of several the one told in one breath with it, else the first."""
    holding = [visit for visit in visits if held_within(meeting, visit)]
    return min(holding, key=lambda visit: not _told_at_once(meeting, visit), default=None)


def _told_at_once(meeting: Contact, visit: Contact) -> bool:
    return any(
        m.span.start <= v.span.end + _NEAR and v.span.start <= m.span.end + _NEAR
        for m in meeting.tellings
        for v in visit.tellings
    )


def _within(meeting: Contact, visit: Contact, found: Engagement) -> Engagement:
    """A meeting in a visit, which was where the visit was unless the text says otherwise, and when that was a day's."""
    day = visit.setting.when
    if (
        meeting.setting.when is None
        and _told_at_once(meeting, visit)
        and day is not None
        and day.precision in {"day", "month"}
    ):
        meeting.setting = replace(meeting.setting, when=replace(day, basis="inferred"))
    return replace(_finding(meeting), part_of=found.id, place=meeting.setting.place or visit.setting.place)


def _confidence(contact: Contact) -> float:
    """The judge's likelihood; else a sum: named people, a day, a place, several tellings; less for vague ones."""
    if contact.likelihood is not None:
        return round(min(0.95, max(0.3, contact.likelihood)), 2)
    score = 0.4 + 0.1 * min(2, len(contact.sides.people))
    score += 0.1 * (contact.setting.when is not None) + 0.05 * (contact.setting.place is not None)
    score += 0.05 * min(3, len(contact.tellings) - 1)
    score += 0.1 * (max(t.worth for t in contact.tellings) >= 3)
    score -= 0.15 * contact.sides.generic + 0.15 * (max(t.worth for t in contact.tellings) < 0)
    return round(min(0.95, max(0.3, score)), 2)


def _kind(contact: Contact) -> EngagementKind:
    """Take "spoke with" and "their conversation" for a call where no place is told."""
    apart = contact.setting.place is None and (contact.setting.minutes or 0) < _LONGEST_CALL
    return "call" if contact.spoken and apart and contact.status == "held" else contact.kind


def _finding(contact: Contact) -> Engagement:
    setting = contact.setting
    return Engagement(
        evidence=contact.evidence(),
        confidence=_confidence(contact),
        extractor=LABEL,
        kind=_kind(contact),
        participants=tuple(dict.fromkeys(p.name for p in (*contact.sides.parties, *contact.hosts))),
        states=contact.states,
        date=setting.when.day if setting.when else None,
        end_date=setting.until.day if setting.until else None,
        date_basis=setting.when.basis if setting.when else None,
        start=setting.start,
        end=setting.end,
        duration_min=setting.minutes if contact.kind != "visit" else None,
        place=setting.place if contact.kind != "call" else None,
        status=contact.status,
        announced=contact.announced,
        refused_by=contact.refused_by,
        reason=contact.reason,
        aims=contact.aims,
        outcome=contact.outcome,
    )
