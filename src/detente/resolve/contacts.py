"""Whether two reports may tell of one contact: the same people, kind and time, as far as each report is precise.

Dates that stand in the text decide alone. Which of several contacts a report without a day means, `recalled` weighs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from detente.model.findings import Engagement
from detente.model.when import Interval, When, same_moment
from detente.ontology.cities import state_of_city
from detente.ontology.lexicon import lexicon
from detente.ontology.states import members_of, state_named, states_in
from detente.text.canonical import search_words

_REMEMBERED = 50_000
_ALIKE_KINDS = ({"meeting", "talks", "summit"}, {"call", "talks"})
_PAIR = 2
UNDONE = frozenset({"declined", "cancelled", "postponed"})
"""What did not come about, for the time being."""
_STAY_DAYS = 2
"""So many days after the one that is told a visit may go on."""
_SPOKEN = frozenset({"meeting", "call", "talks", "summit"})


def contradicts(a: Engagement, b: Engagement) -> bool:
    """Whether two reports cannot tell of one contact, whatever they leave open."""
    if not _same_time(a, b) or not _same_clock(a.start, b.start) or not _compatible(a.states, b.states):
        return True
    if not (of_one_body(a, b) or (_same_people(a, b) and not _of_a_body(a, b) and not _two_of_more(a, b))):
        return True
    loose = not (a.date and b.date) and {kind_told(a), kind_told(b)} <= _SPOKEN
    return not (loose or alike(a, b)) or _elsewhere(a, b)


def names_of(report: Engagement) -> frozenset[str]:
    """People of a contact, one spelling for a name in either order; no states, "the leaders" nor "Greek minister"."""
    return _people(report.participants)


@lru_cache(maxsize=_REMEMBERED)
def _people(participants: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        " ".join(sorted(search_words(name)))
        for name in participants
        if name[:1].isupper()
        and name.split()[-1][:1].isupper()
        and state_named(name) is None
        and not _names_a_body(name)
    )


def _names_a_body(words: str) -> bool:
    """Whether it is no person but a body or its summit: "Quad Leaders Summit"."""
    return any(members_of(name.code) != (name.code,) for _, _, name in states_in(words))


def of_one_body(a: Engagement, b: Engagement) -> bool:
    """Whether one tells of a small group of states as such, the other of the group or most of its members."""
    return _gathers(a, b.states) or _gathers(b, a.states)


def _of_a_body(a: Engagement, b: Engagement) -> bool:
    """Whether only one of them tells of a small group of states as such."""
    return _bodies(a) != _bodies(b)


def _bodies(report: Engagement) -> frozenset[str]:
    return frozenset(code for code in report.states if members_of(code) != (code,))


def _gathers(report: Engagement, states: Sequence[str]) -> bool:
    groups = ((code, set(members)) for code in report.states if (members := members_of(code)) != (code,))
    return any(code in states or 2 * len(members & set(states)) > len(members) for code, members in groups)


def _elsewhere(a: Engagement, b: Engagement) -> bool:
    """Whether they tell of visits to different lands."""
    if not a.place or not b.place or kind_told(a) != "visit" or kind_told(b) != "visit":
        return False
    ours, theirs = lands_of(a.place), lands_of(b.place)
    return bool(ours) and bool(theirs) and not ours & theirs


@lru_cache(maxsize=_REMEMBERED)
def lands_of(place: str) -> frozenset[str]:
    """The states that the parts of a place name or lie in: of "Bali, Indonesia" Indonesia."""
    parts = [place, *place.split(",")]
    named = {name.code for part in parts if (name := state_named(part)) is not None}
    return frozenset(named | {city for part in parts if (city := state_of_city(part)) is not None})


def alike(a: Engagement, b: Engagement) -> bool:
    """Whether two reports may call one contact by different kinds: talks a meeting, a conversation a call."""
    kinds = {kind_told(a), kind_told(b)}
    if len(kinds) == 1 or any(kinds <= alike for alike in _ALIKE_KINDS) or _hosted_that_day(a, b):
        return True
    meeting, call = (a, b) if a.kind == "meeting" else (b, a)
    return kinds == {"meeting", "call"} and (_remote(meeting) or _said(meeting, on=call.date))


def _of_one_day(a: Engagement, b: Engagement) -> bool:
    """Whether both are told with the same day."""
    return a.date == b.date and len(a.date or "") == len("YYYY-MM-DD")


def _hosted_that_day(a: Engagement, b: Engagement) -> bool:
    """Whether one tells that a guest was hosted, the other that they met, on one day; of a visit neither speaks."""
    met = a.kind == b.kind == "meeting" and not (_words_of(a) | _words_of(b)) & _telling("visiting")
    return met and _of_one_day(a, b)


def kind_told(report: Engagement) -> str:
    """What kind of contact the words tell of: who is only hosted, somewhere or some day to come, is on a visit."""
    hosted = report.kind == "meeting" and _only_hosted(_words_of(report))
    guest = report.place or report.status != "held" or _words_of(report) & _telling("visiting")
    return "visit" if hosted and guest else report.kind


def _remote(report: Engagement) -> bool:
    """Whether they met by a line: "met virtually"."""
    return bool(_words_of(report) & _telling("remote"))


def _said(report: Engagement, on: str | None) -> bool:
    """Whether a meeting may be a call: its words tell that they spoke, and nothing of how, or it is of the same day.

    Of the day of a call "the meeting with Falk" is the call too, "met Falk" is not.
    """
    words = _words_of(report)
    hosted = words & (_telling("visiting") | _telling("hosting"))
    if report.date == on and len(on or "") == len("YYYY-MM-DD"):
        return bool(words & _telling("said")) or not (report.place or hosted or words & _telling("meeting_in_person"))
    return bool(words & _telling("said")) and not (hosted or words & _telling("meeting"))


@lru_cache(maxsize=_REMEMBERED)
def _only_hosted(words: frozenset[str]) -> bool:
    """Whether the words tell of a guest and no talk: "will host Falk", "welcomed Falk to Bergen for two days"."""
    talked = words & (_telling("said") | _telling("at_table")) and not words & _telling("visiting")
    return bool(words & _telling("hosting")) and not (talked or words & _telling("meeting"))


@cache
def _telling(how: str) -> frozenset[str]:
    return frozenset(lexicon("engagements")["joining"][how])


def _words_of(report: Engagement) -> frozenset[str]:
    return _words_in(tuple(span.text for span in report.evidence))


@lru_cache(maxsize=_REMEMBERED)
def _words_in(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in texts for word in search_words(text))


def _same_time(a: Engagement, b: Engagement) -> bool:
    """Whether the days may be the same; a contact of several days is also told by one of them.

    A visit lasts some days, of which one report may tell the first and another a later one.
    """
    if same_moment(a.date, b.date):
        return True
    ours, theirs = _days(a), _days(b)
    if ours is None or theirs is None:
        return False
    if _of_one_stay(a, b):
        first, second = sorted((ours, theirs), key=lambda days: days.earliest)
        return (second.earliest - first.latest).days <= _STAY_DAYS
    return bool(a.end_date or b.end_date) and ours.overlaps(theirs)


def _of_one_stay(a: Engagement, b: Engagement) -> bool:
    """Whether two reports, each with a day, tell of a visit from one state to another that both say came about."""
    days = len(a.date or "") == len(b.date or "") == len("YYYY-MM-DD")
    visits = a.kind == b.kind == "visit" and a.states == b.states
    return days and visits and UNDONE.isdisjoint({a.status, b.status})


@lru_cache(maxsize=_REMEMBERED)
def day_of(iso: str | None) -> Interval | None:
    """The days that an ISO date may mean."""
    return When.from_iso(iso).interval if iso else None


def _days(report: Engagement) -> Interval | None:
    first, last = day_of(report.date), day_of(report.end_date or report.date)
    return Interval(first.earliest, last.latest) if first and last and first.earliest <= last.latest else None


def _same_people(a: Engagement, b: Engagement) -> bool:
    """Whether more than half of the smaller side's people are among the other's.

    Of contacts of different kinds so many of both: the leaders of four do not make their meeting one of two of them.
    Talks and a meeting are of one kind here. Whoever is left unnamed may be anyone of its states. Of a visit one may
    tell the guest and a spouse, the other the guest and the host: the traveller told first is enough.
    """
    a, b = sorted((a, b), key=lambda report: len(names_of(report)))
    ours, theirs = names_of(a), names_of(b)
    kinds = {a.kind, b.kind}
    if kinds == {"visit"} and a.states[:1] == b.states[:1] and matched(_traveller(a), _traveller(b)):
        return True
    if not ours:
        nested = set(a.states) <= set(b.states) or set(b.states) <= set(a.states)
        return nested and (len(kinds) == 1 or kinds <= _SPOKEN - {"summit"})
    one_kind = len(kinds) == 1 or kinds == {"meeting", "talks"}
    more_unnamed = len(ours) < len(a.participants)
    most = len(ours) if one_kind or more_unnamed or "visit" in kinds else len(theirs)
    return 2 * matched(ours, theirs) > most


def _traveller(visit: Engagement) -> frozenset[str]:
    """Who is told first of those who travel; hosts stand behind them."""
    return _people(visit.participants[:1])


def _two_of_more(a: Engagement, b: Engagement) -> bool:
    """Whether on one day two people of two states met, and more people of more states: two contacts, as a rule."""
    a, b = sorted((a, b), key=lambda report: len(names_of(report)))
    pair = len(names_of(a)) == len(a.participants) == len(set(a.states)) == _PAIR
    return _of_one_day(a, b) and pair and min(len(names_of(b)), len(set(b.states))) > _PAIR


@lru_cache(maxsize=_REMEMBERED)
def matched(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """How many of our people are among theirs, each in some spelling."""
    return sum(any(_one_name(a, b) for b in theirs) for a in ours)


@lru_cache(maxsize=_REMEMBERED)
def _one_name(a: str, b: str) -> bool:
    """Whether two names may be one: a part of the other, or another spelling of its first name."""
    ours, theirs = set(a.split()), set(b.split())
    if ours <= theirs or theirs <= ours:
        return True
    rest, others = sorted(ours - theirs), sorted(theirs - ours)
    return bool(ours & theirs) and len(rest) == len(others) == 1 and rest[0][:3] == others[0][:3]


def _compatible(a: Collection[str], b: Collection[str]) -> bool:
    return not a or not b or not set(a).isdisjoint(b)


def _same_clock(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b
