"""Times told in English, as precise as the words and the day of publication allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from detente.model.when import When
from detente.reading.time_direction import direction_at
from detente.reading.time_meaning import Scene, Told
from detente.reading.time_rules import RULES, Rule, any_time, pattern_of
from detente.reading.time_words import month_number, words
from detente.text.reading import Reading, TimeExpression, Token

_RULES = {rule.name: rule for rule in RULES}
_WORD_BEFORE = re.compile(r"(\w+)[\s(-]*$")
_NEEDS_CUE = {"month", "year"}


def find_times(reading: Reading) -> list[TimeExpression]:
    """Dates, clock times and lengths in order of the text.

    Relative ones count from `document.published`; without it, or where its precision does not settle them, `when`
    is None.
    """
    return list(_found(reading))


def _found(reading: Reading) -> Iterator[TimeExpression]:
    text, named = reading.document.text, None
    people = [n for n in reading.names if n.label == "PERSON"]
    for paragraph in reading.paragraphs:
        for hit in any_time().finditer(text, paragraph.start, paragraph.end):
            rule = _RULES[str(hit.lastgroup)]
            if not _is_time(reading, rule, hit) or any(p.start <= hit.start() < p.end for p in people):
                continue
            match = pattern_of(rule).match(text, hit.start())
            told = _told(reading, rule, match, named) if match else None
            if told is None:
                continue
            found = _expression(text, hit, told)
            named = _day_of(found) or named
            yield found


def _told(reading: Reading, rule: Rule, match: re.Match[str], named: date | None) -> Told | None:
    """What both ends of an imprecise day of publication agree on; nothing where they differ."""
    if not rule.relative:
        return rule.resolve(match, Scene(date.min, named, "open"))
    published = reading.document.published
    if published is None:
        return Told()
    days = When.from_iso(published).interval
    direction, firsthand = direction_at(reading, match.start()), bool(reading.document.account_of)
    one = rule.resolve(match, Scene(days.earliest, named, direction, firsthand))
    if days.earliest == days.latest:
        return one
    other = rule.resolve(match, Scene(days.latest, named, direction, firsthand))
    return one if one == other else Told()


def _is_time(reading: Reading, rule: Rule, hit: re.Match[str]) -> bool:
    """Whether a bare month or year is one: "May", "March" and "2000" are also other words."""
    if rule.name not in _NEEDS_CUE:
        return True
    token = reading.token_at(hit.start())
    if token is not None and token.pos in ("VERB", "AUX"):
        return False
    before = _WORD_BEFORE.search(reading.document.text, max(0, hit.start() - 20), hit.start())
    cued = bool(before) and str(before and before[1]).lower() in words()["month_cues"]
    if rule.name == "year":
        return cued or _seen_as_date(token)
    return cued or _seen_as_date(token) or not _doubtful(hit.group())


def _seen_as_date(token: Token | None) -> bool:
    return token is not None and token.ent == "DATE"


def _doubtful(form: str) -> bool:
    name = re.split(r"[\s-]", form)[-1]
    return month_number(name) in words()["doubtful_months"]


def _expression(text: str, hit: re.Match[str], told: Told) -> TimeExpression:
    return TimeExpression(
        start=hit.start(),
        end=hit.end(),
        text=text[hit.start() : hit.end()],
        kind=told.kind,
        when=When.from_iso(told.iso, basis=told.basis) if told.iso else None,
        until=When.from_iso(told.until, basis=told.basis) if told.until else None,
        clock=told.clock,
        minutes=told.minutes,
        approximate=told.approximate,
    )


def _day_of(found: TimeExpression) -> date | None:
    if found.when is None or found.when.precision != "day":
        return None
    return found.when.interval.earliest
