"""Which contact a report without a day recalls or awaits: "when they met in Bali last November", "his call with Falk".

Of the contacts that do not contradict it, each weighs the more the more documents tell of it on the same day, the
less time lies between it and the report, and the better its place and kind agree with the report's. The heaviest is
meant where it weighs clearly more than the next one; where two weigh much the same, nobody guesses. A contact whose
own day is unknown is only thought of where none with a date is in reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from detente.model.findings import Engagement
from detente.resolve.contacts import UNDONE, alike, day_of, kind_told, lands_of, matched, names_of, of_one_body
from detente.text.canonical import search_words

_PAST_DAYS = 200
"""An undated report looks back so far, at most."""
_PAST_DAYS_OF_CALL = 45
"""A call less far: leaders who call each other do so often."""
_PAST_DAYS_AT_PLACE = 730
"""And so far where it names the place."""
_COMING_DAYS = 100
"""A planned contact lies so far ahead, at most."""
_AWAITED_DAYS = 30
"""So far ahead lies a contact that a report may await without saying so: "what he will say in his talks with Falk"."""
_LOOSE_DAYS = 21
"""So long after a call it is called a meeting, and the other way about, without a date."""
_SLACK_DAYS = 1
"""The day of publication and the month of a contact may be those of different zones."""
_HALVING_DAYS = 21.0
"""After so many days a contact weighs half, after twice as many a third: what is recalled fades, ever more slowly."""
_CLEARLY = 1.1
"""So many times as much as the next one weighs the contact that is meant."""
_SAME_PLACE, _SAME_LAND, _OTHER_LAND = 20.0, 3.0, 0.1
_LIKE_KIND, _OTHER_KIND = 0.5, 0.15
_SAME_TEXT = 5.0
_SOME_PEOPLE = 0.5
_ADDED = 1
"""So many people more than other reports one may name of the same contact."""
_SOON_DAYS, _SOON, _AWAITED = 7, 0.2, 0.05
_ONLY_PROPOSED = 0.2
_DAY = len("YYYY-MM-DD")


def meant(
    report: Engagement, groups: Sequence[list[Engagement]], published: Mapping[str, str]
) -> list[Engagement] | None:
    """Choose the group of reports that a report belongs to, of those that do not contradict it; None for a new one.

    The first report of each group is its most precise one; `published` gives the ISO date of each document's id.
    """
    precision = len(report.date or "")
    if precision == _DAY:
        return _of_that_day(report, groups)
    placed = [(w, g) for g in groups if len(g[0].date or "") > precision and (w := _weight(report, g, published))]
    if placed:
        return _heaviest(placed)
    return _heaviest([(_weight(report, g, published), g) for g in groups if len(g[0].date or "") == precision])


def _of_that_day(report: Engagement, groups: Sequence[list[Engagement]]) -> list[Engagement] | None:
    """The only one of the day; of several the one of the same people, and of these the one that agrees best."""
    if len(groups) < 2:
        return groups[0] if groups else None
    ours = names_of(report)
    same = [g for g in groups if ours and any(ours == names_of(other) for other in g)]
    return _heaviest([(_agreement(report, g), g) for g in same or groups])


def _heaviest(weighed: Iterable[tuple[float, list[Engagement]]]) -> list[Engagement] | None:
    first, second = (*sorted(weighed, key=lambda w: w[0], reverse=True)[:2], (0.0, None), (0.0, None))[:2]
    return first[1] if first[0] > 0 and first[0] >= _CLEARLY * second[0] else None


def _weight(report: Engagement, group: Sequence[Engagement], published: Mapping[str, str]) -> float:
    """How much speaks for a contact, 0 where it cannot be meant."""
    days = 0 if _told_here(report, group) else _distance(report, group, published)
    people = _weight_of_people(report, group)
    if days is None or not people:
        return 0.0
    if not report.date and abs(days) > _reach(report, group, ahead=days < 0):
        return 0.0
    return (
        _weight_of_standing(report, group, days) * people * _agreement(report, group) / (1 + abs(days) / _HALVING_DAYS)
    )


def _weight_of_standing(report: Engagement, group: Iterable[Engagement], days: int) -> float:
    """What was told without a word of its standing lies seldom ahead, and what was only proposed is seldom recalled."""
    if days < 0:
        return _AWAITED if days < -_SOON_DAYS else _SOON
    come_about = report.status != "held" or any(other.status in {"held", "planned"} for other in group)
    return 1.0 if come_about else _ONLY_PROPOSED


def _reach(report: Engagement, group: Sequence[Engagement], *, ahead: bool) -> int:
    """How many days a report without any date may lie from the contact it means."""
    if ahead:
        return _AWAITED_DAYS
    if _weight_of_kind(report, group) == _OTHER_KIND:
        return _LOOSE_DAYS
    if _is_coming(report):
        return _COMING_DAYS
    placed = _SAME_LAND if report.kind == "visit" else _SAME_PLACE
    if _weight_of_place(report, group) >= placed:
        return _PAST_DAYS_AT_PLACE
    return _PAST_DAYS_OF_CALL if report.kind == "call" else _PAST_DAYS


def _agreement(report: Engagement, group: Sequence[Engagement]) -> float:
    here = _SAME_TEXT if _told_here(report, group) else 1.0
    return _tellers(group) * here * _weight_of_place(report, group) * _weight_of_kind(report, group)


def _told_here(report: Engagement, group: Iterable[Engagement]) -> bool:
    """Whether the report's own document dates the contact; what was held there is nothing still to come."""
    return any(
        report.evidence[0].doc == other.evidence[0].doc
        and other.date is not None
        and kind_told(report) == kind_told(other)
        and not (_is_coming(report) and other.status == "held")
        for other in group
    )


def _tellers(group: Sequence[Engagement]) -> int:
    """How many documents tell of the contact as precisely as any does."""
    return len({f.evidence[0].doc for f in group})


def _weight_of_kind(report: Engagement, group: Iterable[Engagement]) -> float:
    if kind_told(report) in {kind_told(other) for other in group}:
        return 1.0
    return _LIKE_KIND if any(alike(report, other) for other in group) else _OTHER_KIND


def _weight_of_place(report: Engagement, group: Sequence[Engagement]) -> float:
    """A call has no place, whatever stands beside it."""
    if not report.place or report.kind == "call":
        return 1.0
    places = {other.place for other in group if other.place and other.kind != "call"}
    if any(_words(report.place) & _words(place) for place in places):
        return _SAME_PLACE
    ours, theirs = lands_of(report.place), frozenset[str]().union(*map(lands_of, places))
    if not ours or not theirs:
        return 1.0
    return _SAME_LAND if ours & theirs else _OTHER_LAND


@lru_cache(maxsize=8192)
def _words(place: str) -> frozenset[str]:
    return frozenset(search_words(place)) - {"the", "of", "in"}


def _weight_of_people(report: Engagement, group: Iterable[Engagement]) -> float:
    """How well those told of agree: the same people or group of states; some of them; or nobody, but the states.

    Nameless reports need the same place or length, and what nobody did is not known by them. Of a visit the hosts may
    be left out. 0 where too little is told.
    """
    return max((_alike_people(report, other) for other in group), default=0.0)


def _alike_people(report: Engagement, other: Engagement) -> float:
    ours, theirs = names_of(report), names_of(other)
    states = len(set(report.states)) > 1 and set(report.states) == set(other.states)
    if not ours and report.status in UNDONE and other.status not in UNDONE:
        return 0.0
    if not ours or not theirs:
        here = bool(_words(report.place or "") & _words(other.place or ""))
        long = report.duration_min is not None and report.duration_min == other.duration_min
        return 1.0 if ours and of_one_body(report, other) else _SOME_PEOPLE if states and (here or long) else 0.0
    shared, least, most = matched(ours, theirs), *sorted((len(ours), len(theirs)))
    visit = "visit" in {report.kind, other.kind}
    if (shared == (least if visit else most) and (visit or states or most > 1)) or of_one_body(report, other):
        return 1.0
    told = least > 1 or (len(ours) < len(report.participants) and states)
    return _SOME_PEOPLE if shared == least and told and len(ours) - len(theirs) <= _ADDED else 0.0


def _distance(report: Engagement, group: Sequence[Engagement], published: Mapping[str, str]) -> int | None:
    """Days from a report to a contact, None where it lies on the wrong side of the report.

    Fewer than none where it lies ahead of a report that does not say so, as "his meeting with Falk" may not.
    """
    first = group[0]
    told = day_of(published.get(report.evidence[0].doc))
    when = day_of(first.date or published.get(first.evidence[0].doc))
    if told is None or when is None:
        return 0 if report.date else None
    since, until = (told.latest - when.earliest).days, (when.latest - told.earliest).days
    if not first.date:
        return abs(since)
    days = until if _is_coming(report) else since
    if days >= (-_SLACK_DAYS if report.date else 0):
        return max(days, 0)
    return -until if report.date is None and report.status == "held" else None


def _is_coming(report: Engagement) -> bool:
    """Whether what it tells of lies ahead of it."""
    return report.status in {"planned", "proposed"}
