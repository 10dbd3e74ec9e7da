"""Which contact a report tells of: the same people, kind and time, as far as each report is precise.

Dates that stand in the text decide alone. A report without a day ("when they met in Bali last November", "the call
with Falk") means the one contact that fits it: of several the one at its place, and without any date the last one
before the report, or the next one after it where it is still to come. Where two are as near, nobody guesses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from functools import cache, lru_cache

from detente.model.findings import Engagement
from detente.model.when import Interval, When, same_moment
from detente.ontology.lexicon import lexicon
from detente.ontology.states import state_named
from detente.text.canonical import search_words

_PAST_DAYS = 120
"""An undated report looks back so far, at most."""
_PAST_DAYS_AT_PLACE = 400
"""And so far where it names the place."""
_COMING_DAYS = 100
"""A planned contact lies so far ahead, at most."""
_LOOSE_DAYS = 14
"""So long after a call it is called a meeting, and the other way about, without a date."""
_AS_NEAR_DAYS = 7
"""Of two contacts within a week an undated report may mean either."""
_SEVERAL = 3
_REMEMBERED = 50_000
_ALIKE_KINDS = ({"meeting", "talks", "summit"}, {"call", "talks"})
_SPOKEN = frozenset({"meeting", "call", "talks", "summit"})


def contradicts(a: Engagement, b: Engagement) -> bool:
    """Whether two reports cannot tell of one contact, whatever they leave open."""
    if not _compatible(a.states, b.states) or not _same_time(a, b) or not _same_clock(a.start, b.start):
        return True
    if not (_alike(a, b) or (not (a.date and b.date) and {a.kind, b.kind} <= _SPOKEN)):
        return True
    return not _same_people(a, b)


def meant(
    report: Engagement, groups: Sequence[list[Engagement]], published: Mapping[str, str]
) -> list[Engagement] | None:
    """Choose the group of reports that a report belongs to, of those that do not contradict it; None for a new one.

    The first report of each group is its most precise one.
    """
    if not report.date:
        return _nearest(report, groups, published)
    fitting = [g for g in groups if g[0].date or _told_near(report, g[0], published)]
    if len(report.date) < len("YYYY-MM-DD"):
        fitting = [g for g in fitting if _possible(report, g[0], published)]
        at_place = [g for g in fitting if _at_one_place(report, g)]
        fitting = at_place if len(at_place) == 1 else fitting
    if len(fitting) > 1:
        ours = names_of(report)
        fitting = [g for g in fitting if any(ours == names_of(other) for other in g)]
    if len(fitting) > 1 and len(report.date) < len("YYYY-MM-DD"):
        return _nearest(report, fitting, published)
    return fitting[0] if len(fitting) == 1 else None


def names_of(report: Engagement) -> frozenset[str]:
    """People of a contact, one spelling for a name in either order; neither states nor "the leaders"."""
    return _people(report.participants)


@lru_cache(maxsize=_REMEMBERED)
def _people(participants: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        " ".join(sorted(search_words(name)))
        for name in participants
        if name[:1].isupper() and state_named(name) is None
    )


def _nearest(
    report: Engagement, groups: Sequence[list[Engagement]], published: Mapping[str, str]
) -> list[Engagement] | None:
    """The contact that an undated report means: at its place, else of its kind, else of any kind a few days away."""
    near = [(d, g) for g in groups if (d := _distance(report, g[0], published)) is not None and _named(report, g)]
    far = _COMING_DAYS if _is_coming(report) else _PAST_DAYS
    ways = (
        [(d, g) for d, g in near if d <= _PAST_DAYS_AT_PLACE and _at_one_place(report, g)],
        [(d, g) for d, g in near if d <= far and _alike(report, g[0])],
        [(d, g) for d, g in near if d <= _LOOSE_DAYS],
    )
    fitting = next((way for way in ways if way), [])
    nearest = min((d for d, _ in fitting), default=0)
    return _foremost([g for d, g in fitting if d - nearest <= _AS_NEAR_DAYS])


def _foremost(groups: Sequence[list[Engagement]]) -> list[Engagement] | None:
    """The only one, or one of which several reports tell where each other has a single one, which may be misread."""
    most, next_ = (*sorted(groups, key=len, reverse=True)[:2], [], [])[:2]
    return (most or None) if not next_ or (len(most) >= _SEVERAL and len(next_) == 1) else None


def _named(report: Engagement, group: Sequence[Engagement]) -> bool:
    """Whether all whom an undated report names took part, on both sides or in a visit, and nobody else is told of."""
    ours = names_of(report)
    return bool(ours) and any(_matched(ours, names_of(other)) == len(ours) == len(names_of(other)) for other in group)


def _distance(report: Engagement, other: Engagement, published: Mapping[str, str]) -> int | None:
    """Days from an undated report to a contact, None where it lies on the wrong side."""
    told, when = _day(published.get(report.evidence[0].doc)), _day(other.date or published.get(other.evidence[0].doc))
    if told is None or when is None:
        return None
    if not other.date:
        return abs((told.earliest - when.earliest).days)
    days = (when.earliest - told.latest).days if _is_coming(report) else (told.latest - when.earliest).days
    return days if days >= 0 else None


def _told_near(report: Engagement, other: Engagement, published: Mapping[str, str]) -> bool:
    days = _distance(other, report, published)
    return days is not None and days <= _PAST_DAYS and _named(report, [other])


def _possible(report: Engagement, other: Engagement, published: Mapping[str, str]) -> bool:
    """What was held lies before its report, what is planned after it."""
    told, when = _day(published.get(report.evidence[0].doc)), _day(other.date)
    if told is None or when is None:
        return True
    day = timedelta(days=1)
    return when.latest >= told.earliest - day if _is_coming(report) else when.earliest <= told.latest + day


def _is_coming(report: Engagement) -> bool:
    return report.status in {"planned", "proposed"}


@lru_cache(maxsize=_REMEMBERED)
def _day(iso: str | None) -> Interval | None:
    return When.from_iso(iso).interval if iso else None


def _at_one_place(report: Engagement, group: Iterable[Engagement]) -> bool:
    ours = _place(report.place)
    return bool(ours) and any(ours & _place(other.place) for other in group)


def _place(place: str | None) -> frozenset[str]:
    return frozenset(search_words(place or "")) - {"the", "of", "in"}


def _alike(a: Engagement, b: Engagement) -> bool:
    if a.kind == b.kind or any({a.kind, b.kind} <= kinds for kinds in _ALIKE_KINDS):
        return True
    meeting, other = (a, b) if a.kind == "meeting" else (b, a)
    return meeting.kind == "meeting" and (
        (other.kind == "call" and _said(meeting, on=other.date)) or (other.kind == "visit" and _only_hosted(meeting))
    )


def _said(report: Engagement, on: str | None) -> bool:
    """Whether a meeting may be a call: its words tell that they spoke, and nothing of how, or it is of the same day."""
    words = _words(report)
    same_day = report.date == on and len(on or "") == len("YYYY-MM-DD")
    return bool(words & _telling("said")) and (
        same_day or not words & (_telling("meeting") | _telling("visiting") | _telling("hosting"))
    )


def _only_hosted(report: Engagement) -> bool:
    """Whether the words tell of a guest and no talk: "will host Falk for an official visit"."""
    words = _words(report)
    return bool(words & _telling("visiting")) and bool(words & _telling("hosting")) and not words & _telling("meeting")


@cache
def _telling(how: str) -> frozenset[str]:
    return frozenset(lexicon("engagements")["joining"][how])


def _words(report: Engagement) -> frozenset[str]:
    return frozenset().union(*(_words_in(span.text) for span in report.evidence))


@lru_cache(maxsize=_REMEMBERED)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(search_words(text))


def _same_time(a: Engagement, b: Engagement) -> bool:
    """Whether the days may be the same; a contact of several days is also told by one of them."""
    if same_moment(a.date, b.date):
        return True
    if not (a.end_date or b.end_date):
        return False
    ours, theirs = _days(a), _days(b)
    return ours is not None and theirs is not None and ours.overlaps(theirs)


def _days(report: Engagement) -> Interval | None:
    first, last = _day(report.date), _day(report.end_date or report.date)
    return Interval(first.earliest, last.latest) if first and last and first.earliest <= last.latest else None


def _same_people(a: Engagement, b: Engagement) -> bool:
    """Whether more than half of the smaller side's people are among the other's.

    Of contacts of different kinds so many of both: the leaders of four do not make their meeting one of two of them.
    A report that names nobody fits those of its own kind between its states.
    """
    ours, theirs = names_of(a), names_of(b)
    if not ours or not theirs:
        return a.kind == b.kind and (set(a.states) <= set(b.states) or set(b.states) <= set(a.states))
    if len(ours) > len(theirs):
        ours, theirs = theirs, ours
    both = _matched(ours, theirs)
    most = len(ours) if a.kind == b.kind or "visit" in {a.kind, b.kind} else len(theirs)
    return 2 * both > most


@lru_cache(maxsize=_REMEMBERED)
def _matched(ours: frozenset[str], theirs: frozenset[str]) -> int:
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
