"""Tellings of the same contact, brought together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from detente.extract.engagement_cues import Cue
from detente.extract.engagement_parties import Sides
from detente.extract.engagement_setting import Setting
from detente.model.dossier import Party
from detente.model.findings import EngagementKind, EngagementStatus
from detente.model.span import Span
from detente.model.when import Interval, When

_APART = {"visit": "visit", "letter": "letter", "news_conference": "news_conference"}
_SPAN_LIMIT = 3


def group_of(kind: EngagementKind) -> str:
    """The group of a kind of contact."""
    return _APART.get(kind) or ("call" if kind == "call" else "meeting")


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of one telling; `worth` counts what they tell (sides, day, place, length)."""

    span: Span
    worth: float


@dataclass
class Contact:
    """One contact as gathered so far.

    `target` holds the states that a visit goes to, `hosts` who is told to receive the travellers. `spoken` ones may
    have been by telephone or in person; `overdue` ones lay before the day of publication, `earlier` ones are told as
    another contact than the text is about. `likelihood` is told by the judge, where the rules left it open.
    """

    kind: EngagementKind
    status: EngagementStatus
    sides: Sides
    setting: Setting
    target: tuple[str, ...] = ()
    hosts: tuple[Party, ...] = ()
    spoken: bool = False
    overdue: bool = False
    earlier: bool = False
    likelihood: float | None = None
    cue: Cue | None = None
    tellings: list[Telling] = field(default_factory=list)
    refused_by: str | None = None
    reason: Span | None = None
    aims: Span | None = None
    announced: Span | None = None
    outcome: Span | None = None

    @property
    def group(self) -> str:
        """Contacts of different groups are never the same one."""
        return group_of(self.kind)

    @property
    def states(self) -> tuple[str, ...]:
        """Those of the people who take part, then that of the place of a visit."""
        return tuple(dict.fromkeys([*self.sides.states, *self.target]))

    def evidence(self) -> tuple[Span, ...]:
        """The up to three best tellings in the order of the text."""
        best = sorted(self.tellings, key=lambda t: (-t.worth, t.span.start))
        kept: list[Span] = []
        for telling in best:
            if len(kept) < _SPAN_LIMIT and not any(telling.span.overlaps(k) for k in kept):
                kept.append(telling.span)
        return tuple(sorted(kept))

    def take(self, other: Contact) -> None:
        """Fill from another telling of the same contact what this one does not know."""
        self.tellings += other.tellings
        if (self.spoken and not other.spoken and other.kind != "talks") or _more_special(other.kind, self.kind):
            self.kind, self.spoken = other.kind, other.spoken
        if self.status == "proposed" or (self.status == "planned" and other.status != "proposed"):
            self.status = other.status
        self.sides = self.sides.joined(other.sides)
        self.setting = joined_setting(self.setting, other.setting)
        self.target, self.hosts = self.target or other.target, self.hosts or other.hosts
        self.refused_by = self.refused_by or other.refused_by
        self.reason, self.aims = self.reason or other.reason, self.aims or other.aims
        self.announced, self.outcome = self.announced or other.announced, self.outcome or other.outcome


def _more_special(kind: EngagementKind, than: EngagementKind) -> bool:
    order = ("talks", "meeting", "summit", "call")
    return kind in order and than in order and order.index(kind) > order.index(than)


def joined_setting(one: Setting, other: Setting) -> Setting:
    """What either tells, the more precise day, the first place."""
    finer = _finer(one.when, other.when)
    until = one.until if finer is one.when else other.until
    return Setting(
        when=finer,
        until=until,
        start=one.start or other.start,
        end=one.end or other.end,
        minutes=one.minutes or other.minutes,
        place=one.place or other.place,
        over_by=one.over_by or other.over_by,
    )


def _finer(one: When | None, other: When | None) -> When | None:
    if one is None or other is None:
        return one or other
    return other if len(other.iso) > len(one.iso) else one


def same_contact(a: Contact, b: Contact) -> bool:
    """Whether two tellings may be of one contact: kind, status, people, days and places agree."""
    if not _kinds_agree(a, b) or not _standing_agrees(a, b) or not days_agree(a.setting, b.setting):
        return False
    if not _places_agree(a.setting, b.setting) or (a.earlier != b.earlier and not _same_occasion(a, b)):
        return False
    if a.group == "visit":
        return _visits_agree(a, b)
    return _people_agree(a.sides, b.sides)


def _standing_agrees(a: Contact, b: Contact) -> bool:
    """The same status; put off and called off; or one had been planned for a day now past and was called off."""
    ends = {"cancelled", "postponed"}
    if a.status == b.status or {a.status, b.status} == ends:
        return True
    if {a.status, b.status} == {"planned", "proposed"} and a.group == "visit":
        return True
    return (a.status in ends and b.status == "planned" and b.overdue) or (
        b.status in ends and a.status == "planned" and a.overdue
    )


def _same_occasion(a: Contact, b: Contact) -> bool:
    """Whether both tell the day or both the place, so that what is set off can be known for the same."""
    dated = a.setting.when is not None and b.setting.when is not None
    return dated or bool(a.setting.place and b.setting.place)


def fits(a: Contact, setting: Setting) -> bool:
    """Whether day and place told by "the meeting" may be those of this contact."""
    return days_agree(a.setting, setting) and _places_agree(a.setting, setting)


def _kinds_agree(a: Contact, b: Contact) -> bool:
    """One group; or a call and what may have been by telephone: "spoke", a discussion without a place."""
    discussed = any(c.spoken or (c.kind == "talks" and c.setting.place is None) for c in (a, b))
    return a.group == b.group or (discussed and {a.group, b.group} == {"call", "meeting"})


def _visits_agree(a: Contact, b: Contact) -> bool:
    goal = not a.target or not b.target or bool(set(a.target) & set(b.target))
    alike = bool(a.sides.states) and a.sides.states == b.sides.states and not (a.sides.people and b.sides.people)
    return goal and (bool(a.sides.names & b.sides.names) or alike)


def _people_agree(a: Sides, b: Sides) -> bool:
    """The same people; or the same states, where one telling has states for people."""
    mine, theirs = {p.name for p in a.people}, {p.name for p in b.people}
    if len(mine) > 1 and len(theirs) > 1:
        return mine == theirs
    if a.generic or b.generic:
        return a.names == b.names
    others = all(_covered(p.state, b) for p in a.parties) and all(_covered(p.state, a) for p in b.parties)
    return others and bool(mine & theirs or (not mine and not theirs))


def _covered(state: str | None, sides: Sides) -> bool:
    return state is None or state in sides.states


def _days(setting: Setting) -> Interval | None:
    if setting.when is None:
        return None
    last = (setting.until or setting.when).interval.latest
    return Interval(setting.when.interval.earliest, max(last, setting.when.interval.earliest))


def days_agree(a: Setting, b: Setting) -> bool:
    """Whether their days, so far as they are told, have one in common."""
    one, other = _days(a), _days(b)
    if (one and b.over_by and one.earliest > b.over_by) or (other and a.over_by and other.earliest > a.over_by):
        return False
    return one is None or other is None or one.overlaps(other)


def _places_agree(a: Setting, b: Setting) -> bool:
    if not a.place or not b.place:
        return True
    if a.when is not None and b.when is not None and a.when.precision == b.when.precision == "day":
        return True
    return (
        bool(_name_words(a.place) & _name_words(b.place))
        or min(len(_name_words(a.place)), len(_name_words(b.place))) > 2
    )


def _name_words(place: str) -> set[str]:
    return {w for w in re.findall(r"\w+", place.lower()) if w not in {"the", "of"}}


def merged(contacts: list[Contact]) -> list[Contact]:
    """Each contact once; a telling joins the latest one that it agrees with."""
    kept: list[Contact] = []
    for contact in contacts:
        known = next((k for k in reversed(kept) if same_contact(k, contact)), None)
        if known is None:
            kept.append(contact)
        else:
            known.take(contact)
    goals = [c for c in kept if c.kind != "visit" or c.target]
    return [c for c in goals if not _summed_up(c, goals)]


def _summed_up(contact: Contact, others: list[Contact]) -> bool:
    """Whether it only sums up others: talks with "senior officials" beside the talks with each of them."""
    people = {p.name for p in contact.sides.people}
    apart = [o for o in others if o is not contact and o.status == contact.status]
    if contact.group == "visit" or not people:
        return False
    if contact.sides.generic:
        return any(people & {p.name for p in o.sides.people} for o in apart)
    pairs = [o for o in apart if o.group == contact.group and {p.name for p in o.sides.people} < people]
    return len(people) > 2 and len(pairs) >= 2 and people <= {p.name for o in pairs for p in o.sides.people}
