"""The grammar of times: each rule is a pattern over the words of time, with the meaning of a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from detente.reading import time_meaning as meaning
from detente.reading.time_meaning import Scene, Told
from detente.reading.time_words import fragments

Resolve = Callable[[re.Match[str], Scene], Told | None]


@dataclass(frozen=True)
class Rule:
    """One pattern; a space in it stands for any white space, `{name}` for a fragment.

    `relative` rules mean nothing without a day of publication. A resolver that gives None says that the words
    are no time at all.
    """

    name: str
    pattern: str
    resolve: Resolve
    relative: bool = False


_TO = r" ?(?:-|–|—|to|through|until|till) ?"
_AND = r"(?:" + _TO + r"| and (?=[^.;]{{0,14}}(?:19|20)\d\d| ?\d{{1,2}}(?:[.,;)]| (?:in|at|for|with|on) )))"
_REL = "(?P<rel>last|next|this past|this coming|this)"
_LATE = r"(?:(?:earlier|later|early|late|sometime|mid|some time)(?: in)?[- ])?"
_ALONE = r"(?= ?(?:[.,;:)!?–—\"”’]|and |but |in |on |at |he |she |they |that |$))"
_SIDE = r"(?P<rel>after that|earlier|later(?! than)|previous|prior|(?:before|after)" + _ALONE + ")"
_LONG_UNIT = "(?P<unit>day|week|month|year)"

RULES: Sequence[Rule] = (
    Rule("never", "{never}", meaning.never),
    Rule("numeric", r"(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)", meaning.numeric),
    Rule("slashed", r"(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/(?P<year>(?:19|20)\d\d)", meaning.slashed),
    Rule(
        "range_stated",
        r"(?:{wds},? )?{mon} {day}" + _AND + r"(?:{wds},? )?(?:{mon2} )?{day2},? {year}",
        meaning.stated_range,
    ),
    Rule(
        "range",
        r"(?:{wds},? )?{mon} {day}" + _AND + r"(?:{wds},? )?(?:{mon2} )?{day2}",
        meaning.yearless_range,
        relative=True,
    ),
    Rule("day_range_stated", r"{day}(?: {mon2})?" + _AND + r"{day2} {mon},? {year}", meaning.stated_range),
    Rule("day_range", r"{day}(?: {mon2})?(?:" + _TO + r"| and ){day2} {mon}", meaning.yearless_range, relative=True),
    Rule("in_brackets_stated", r"{wds},? \({mon} {day},? {year}\)", meaning.stated_day),
    Rule("in_brackets_day_stated", r"{wds},? \({day} {mon},? {year}\)", meaning.stated_day),
    Rule("in_brackets", r"{wds},? \({mon} {day}\)", meaning.yearless_day, relative=True),
    Rule("in_brackets_day", r"{wds},? \({day} {mon}\)", meaning.yearless_day, relative=True),
    Rule("month_day_stated", r"(?:{wds},? )?{mon} (?:the )?{day}(?:,? | of ){year}", meaning.stated_day),
    Rule(
        "day_month_stated",
        r"(?:{wds},? )?(?:(?:the|this) )?{day}(?: day)?(?: of)? {mon},? {year}",
        meaning.stated_day,
    ),
    Rule("month_day", r"(?:{wds},? )?{mon} (?:the )?{day}", meaning.yearless_day, relative=True),
    Rule("day_month", r"(?:{wds},? )?(?:the )?{day}(?: of)? {mon}", meaning.yearless_day, relative=True),
    Rule("month_stated", r"{part}?{mon}(?:,| of)? {year}", meaning.stated_month),
    Rule(
        "month_of_year",
        r"{part}?{mon}(?: of)? (?P<rel>last|next|this|that|the same|the previous|the following) year",
        meaning.month_of_year,
        relative=True,
    ),
    Rule("month_rel", _REL + r" {mon}", meaning.month_rel, relative=True),
    Rule("month", r"{part}?{mon}", meaning.month, relative=True),
    Rule("weekdays", r"(?:(?:on|every|each) )?{wd}s|(?:every|each) {wds}", meaning.repeated),
    Rule(
        "weekday_week",
        r"{wd}(?: {dayparts})?,? (?:of )?(?P<rel>last|next|this) week",
        meaning.weekday_week,
        relative=True,
    ),
    Rule("week_weekday", r"(?P<rel>last|next|this) week,? on {wd}", meaning.weekday_week, relative=True),
    Rule(
        "weekday_rel",
        r"(?P<rel>last|next|this past|this coming|this|the following|the previous|the next|the coming|the past|coming"
        r"|past) {wd}(?: {dayparts})?",
        meaning.weekday_rel,
        relative=True,
    ),
    Rule("weekday_range", r"{wd}(?:" + _TO + r"| and ){wd2}(?! night)", meaning.weekday_range, relative=True),
    Rule("weekday", r"{wd}(?: {dayparts})?", meaning.weekday, relative=True),
    Rule("today", "{today}", meaning.today, relative=True),
    Rule("season_of", r"(?:{part}|the )?{season}(?:,| of)? {year}", meaning.stated_year),
    Rule("season_rel", r"(?:" + _REL + r" |{part}|in )(?:the )?{season}(?! of)", meaning.season, relative=True),
    Rule("quarter_stated", r"(?:(?:the )?{ordinal}[- ]quarter(?: of)?|Q[1-4]) {year}", meaning.stated_year),
    Rule(
        "quarter_rel",
        r"(?:the )?{ordinal}[- ]quarter (?:of )?(?P<rel>last|this|next|the) (?P<unit>year)",
        meaning.unit_rel,
        relative=True,
    ),
    Rule("quarter", r"(?:the )?{ordinal}[- ]quarter", meaning.undated),
    Rule("ago", r"(?:{approx} )?{num}(?P<half> and a half)? {unit}s? ago", meaning.ago, relative=True),
    Rule("some_ago", r"(?:{some} {unit}s|{unit2}s|long) ago", meaning.undated),
    Rule("narrated_count", r"{num} " + _LONG_UNIT + "s? " + _SIDE, meaning.narrated_count, relative=True),
    Rule(
        "narrated",
        r"the (?:very )?(?P<rel>following|next|previous|preceding|same) " + _LONG_UNIT,
        meaning.narrated,
        relative=True,
    ),
    Rule("narrated_after", r"the " + _LONG_UNIT + " " + _SIDE, meaning.narrated, relative=True),
    Rule("narrated_that", r"(?P<rel>that)(?: same)? " + _LONG_UNIT, meaning.narrated, relative=True),
    Rule("weekend", r"(?:the|over the) weekend", meaning.the_weekend, relative=True),
    Rule(
        "part_of_unit",
        r"(?:{part}|" + _LATE + r")?(?P<rel>this past|last|this|next|the coming) "
        r"(?P<unit>weekend|week|month|year)(?!-)",
        meaning.unit_rel,
        relative=True,
    ),
    Rule(
        "the_unit",
        r"(?:{part}|(?:later|earlier) in )the (?P<unit>week|month|year)(?! of| before| after)",
        meaning.the_unit,
        relative=True,
    ),
    Rule("year_end", r"(?:the )?(?P<unit>year|month)(?:[’']s|-)[- ]?end", meaning.the_unit, relative=True),
    Rule(
        "decade",
        r"(?:the )?(?:early |late |mid-)?(?:19|20)\d0s|(?:the )?(?:1[5-9]|2[01])(?:st|th)[- ]century",
        meaning.undated,
    ),
    Rule("clock", r"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m(?:\.|\b){zone}?", meaning.clock),
    Rule("clock24", r"(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?!\d|:)(?: hours)?{zone}?", meaning.plain_clock),
    Rule("clock_zulu", r"(?P<hour>\d\d)(?P<minute>\d\d)(?: (?:hours|GMT|UTC)){zone}?", meaning.plain_clock),
    Rule("clock_named", r"noon|midday|midnight", meaning.named_clock),
    Rule("duration_long", r"(?:an? )?{unit}(?P<many>s)?-long", meaning.long),
    Rule(
        "duration",
        r"(?:the (?P<span>past|last|next|first|final|previous|coming) )?(?:{approx}[- ])?{num}"
        r"(?P<half>[- ]and[- ]a[- ]half)?[- ](?:consecutive |straight |whole |full |long |trading )?{unit}s?"
        r"(?P<half2> and a half)?"
        r"(?:,?(?: and)? {num2}[- ]{unit2}s?)?(?P<loose> or so)?(?!-? ?olds?)",
        meaning.duration,
    ),
    Rule(
        "duration_half", r"(?:{approx} )?half (?:an |a )?{unit}|(?:(?:about|nearly) )?half-{unit2}", meaning.half_hour
    ),
    Rule(
        "duration_some",
        r"(?:(?:the|these|for) )?(?:past |last |next |coming )?(?:{some} |(?:two|three|\d+)(?: to |-)\w+ )"
        r"{unit}s",
        meaning.vague_length,
    ),
    Rule("duration_since", r"(?:the )?(?:past|last) (?:decade|century)|decades", meaning.vague_length),
    Rule("year_range", r"(?P<year>(?:19|20)\d\d)[-–](?P<end>(?:19|20)?\d\d)(?!\d|-)", meaning.year_range),
    Rule("year_part", r"{part}{year}", meaning.stated_year),
    Rule("year", r"{year}", meaning.stated_year),
    Rule(
        "set",
        r"daily|weekly|monthly|yearly|annual|annually|quarterly|(?:every|each) (?:{num} )?{unit}s?"
        r"|(?:once|twice) an? {unit2}",
        meaning.repeated,
    ),
    Rule("vague", "{vague}", meaning.undated),
)
"""In order of preference where two begin at the same place."""


_GROUP_NAME = re.compile(r"\(\?P<\w+>")


@cache
def pattern_of(rule: Rule) -> re.Pattern[str]:
    """The rule's own expression, with the groups that its resolver reads."""
    return re.compile(rf"(?:{_spelled(rule)})(?!\w)", re.IGNORECASE)


@cache
def any_time() -> re.Pattern[str]:
    """All rules as one expression; the name of the group that matched is the name of the rule."""
    parts = (f"(?P<{r.name}>{_GROUP_NAME.sub('(?:', _spelled(r))})" for r in RULES)
    return re.compile(rf"(?<![\w$£€.])(?<!\d-)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def _spelled(rule: Rule) -> str:
    spaced = rule.pattern.replace("[- ]", r"[-\s]").replace(" ?", r"\s*").replace(" ", r"\s+")
    return spaced.format_map(fragments())
