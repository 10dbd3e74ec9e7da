"""When, where and how long a contact was, and what its clause tells of aim, reason and announcement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from detente.extract.engagement_cues import Cue, cue_words, is_infinitive, named_contacts, phrasal, word_set
from detente.extract.engagement_place import place_of
from detente.extract.engagement_reach import about, follows
from detente.extract.engagement_standing import told_by
from detente.model.span import Span
from detente.model.when import When
from detente.text.clauses import auxiliaries, bounds, negated, subject_of
from detente.text.reading import Reading, TimeExpression, Token

_REACH_OF_DAY = 40
"""So many code points behind a day stands the noun that it belongs to."""
_DAY = 1440
"""Minutes."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the clause of a contact tells beside who took part.

    `ahead`: its time is "next week", "the coming days"; `over_by`: the last day it may have been, of "a few days ago".
    """

    when: When | None = None
    until: When | None = None
    start: str | None = None
    end: str | None = None
    minutes: int | None = None
    place: str | None = None
    ahead: bool = False
    over_by: date | None = None


def setting_of(cue: Cue, reading: Reading) -> Setting:
    """Time, place and length told in the clause of the contact."""
    times = _within_reach(list(_times(cue, reading)), cue)
    dates = [t for t in times if t.kind == "date" and t.when is not None]
    nearest = min(dates, key=lambda t: _distance(t, cue), default=None)
    loose = next((t for t in times if t.kind == "date"), None)
    clocks = [t for t in times if t.kind == "clock"]
    length = next((t.minutes for t in times if t.kind == "duration" and _is_length(t, reading)), None)
    when, until = (nearest.when, nearest.until) if nearest else (None, None)
    if cue.kind == "visit" and cue.head.lemma in word_set("ending_stays") and when and length:
        when, until = _since_arrival(when, length)
    if cue.leaving or cue.answering:
        when = until = None
    elif not any(t.kind == "date" for t in times):
        when = _just_now(cue, reading)
    return Setting(
        when=when,
        until=until,
        start=_clock(clocks, reading, opening=True),
        end=_clock(clocks, reading, opening=False),
        minutes=length,
        place=place_of(cue, reading),
        ahead=_lies_ahead(nearest or loose),
        over_by=_over_by(times, reading.document.published),
    )


def _just_now(cue: Cue, reading: Reading) -> When | None:
    """The day of an official account that says "I just met Ms Doe", "he just finished a call with Ms Doe"."""
    verb, published = cue.verb, reading.document.published
    just = verb is not None and any(c.lower == "just" and c.dep == "advmod" and c.i < verb.i for c in verb.children)
    if verb is None or not just or cue.kind == "visit" or not published or not reading.document.account_of:
        return None
    helped, subject = set(auxiliaries(verb)), subject_of(verb)
    ours = subject is not None and subject.lower in {"i", "we"}
    fresh = ours or verb.lemma in word_set("rounding_off") or bool({"has", "'s", "’s"} & helped)
    over = verb.tag in {"VBD", "VBN"} and "had" not in helped and not negated(verb)
    return When.from_iso(published, basis="inferred") if fresh and over else None


def _lies_ahead(time: TimeExpression | None) -> bool:
    """Whether it is a time to come: "next week", "the coming days"."""
    return time is not None and time.text.lower().startswith(tuple(cue_words()["ahead_of_now"]))


def _over_by(times: list[TimeExpression], published: str | None) -> date | None:
    """The last day that "a few days ago" or "earlier this week" may mean, where either tells no day."""
    if not published:
        return None
    words = (t.text.lower() for t in times if t.kind == "date" and (t.when is None or t.when.precision != "day"))
    least = [days for w in words for told, days in cue_words()["over_for_days"].items() if re.search(told, w)]
    return When.from_iso(published).interval.latest - timedelta(days=max(least)) if least else None


def _since_arrival(left: When, minutes: int) -> tuple[When, When | None]:
    """First and last day of a stay of so many days by its last: "ended four days in Oslo on Sunday"."""
    days = minutes // _DAY
    if left.precision != "day" or days < 2:
        return left, None
    arrived = left.interval.latest - timedelta(days=days - 1)
    return When.from_iso(arrived.isoformat(), basis="inferred"), left


def repeated(cue: Cue, reading: Reading) -> bool:
    """Whether it is told as what recurs: "to meet once a year"."""
    sentence = cue.head.sentence
    often = [t for t in reading.times_in(sentence.start, sentence.end) if t.kind == "set"]
    return any(about(token, cue) for t in often for token in reading.tokens_in(t.start, t.end))


def _within_reach(times: list[TimeExpression], cue: Cue) -> list[TimeExpression]:
    """Those in the cue's own part of a clause that tells several contacts; all of them where it has none."""
    start, end = cue.reach or (0, cue.head.sentence.end)
    return [t for t in times if start <= t.start < end] or times


def _times(cue: Cue, reading: Reading) -> Iterator[TimeExpression]:
    sentence = cue.head.sentence
    for time in reading.times_in(sentence.start, sentence.end):
        tokens = reading.tokens_in(time.start, time.end)
        if (
            any(_since(t) for t in tokens) != cue.since
            or (not cue.since and _compared(time, cue, reading))
            or _of_the_act(tokens, cue)
            or _of_another(time, cue, reading)
            or _only_bounds(time, tokens)
        ):
            continue
        inside = cue.stop and cue.reach is not None and cue.reach[0] <= time.start < cue.reach[1]
        if inside or any(about(t, cue) for t in tokens) or _beside(time, cue) or follows(time.start, cue, reading):
            yield time


def _only_bounds(time: TimeExpression, tokens: list[Token]) -> bool:
    """Whether it is a day that a contact came before or after: "met him weeks before 7 May", "will meet by Monday"."""
    day = time.when is not None and time.when.precision == "day"
    return day and any(t.dep == "pobj" and t.head.lower in word_set("bounding_days") for t in tokens)


def _since(token: Token) -> bool:
    """Whether it tells of an earlier time to compare with: "their first meeting since March"."""
    above = list(token.ancestors())[:3]
    return any(t.lower in word_set("back") for t in above if t.pos in {"ADP", "SCONJ"})


def _of_the_act(tokens: list[Token], cue: Cue) -> bool:
    """Whether it is when a contact was called off or refused: "on Friday put off a visit"."""
    verb = cue.anchor
    if verb is None or not tokens or tokens[-1].i > cue.head.i:
        return False
    return told_by(phrasal(verb), "verbs") in {"cancelled", "postponed", "declined"}


def _of_another(time: TimeExpression, cue: Cue, reading: Reading) -> bool:
    """Right before the noun for another contact: "their talks followed up on the November 2022 summit"."""
    if cue.head.pos == "VERB":
        return False
    after = reading.tokens_in(time.end, time.end + _REACH_OF_DAY)
    behind = next((t for t in after if t.pos not in {"ADJ", "PUNCT", "PART"} and t.dep != "compound"), None)
    return behind is not None and behind is not cue.head and behind.lemma in named_contacts()


def _compared(time: TimeExpression, cue: Cue, reading: Reading) -> bool:
    """Behind "since" and a name: "their first meeting since Bali a year earlier"."""
    between = reading.tokens_in(cue.head.end, time.start)
    return any(t.lower in word_set("back") and t.dep == "prep" for t in between)


def _beside(time: TimeExpression, cue: Cue) -> bool:
    """Right behind or before the noun: "the November 2022 meeting", "the Woodside summit last November"."""
    if cue.head.pos not in {"NOUN", "PROPN"}:
        return False
    return 0 <= time.start - cue.head.end <= 2 or 0 <= cue.head.start - time.end <= 2


def _distance(time: TimeExpression, cue: Cue) -> int:
    precise = 0 if time.when and time.when.precision == "day" else 1000
    return precise + abs(time.start - cue.head.start)


def _is_length(time: TimeExpression, reading: Reading) -> bool:
    """A length of the contact, not "within two hours", "in five years", "an hour before"."""
    before = reading.document.text[max(0, time.start - 8) : time.start].lower().split()
    after = reading.document.text[time.end : time.end + 10].lower().split()
    apart = {"in", "within", "after", "every", "the", "since"}
    return not (before and before[-1] in apart) and not (
        after and after[0] in {"before", "after", "ago", "later", "earlier"}
    )


def _clock(clocks: list[TimeExpression], reading: Reading, *, opening: bool) -> str | None:
    words = (
        ("start", "began", "begin", "from", "open", "at") if opening else ("end", "until", "finish", "conclud", "to ")
    )
    for clock in clocks:
        before = reading.document.text[max(0, clock.start - 14) : clock.start].lower()
        ending = any(w in before for w in ("end", "until", "finish", "conclud")) or before.endswith(" to ")
        if ending != opening and (not opening or any(w in before for w in words)):
            return clock.clock
    return None


def aims_of(cue: Cue, reading: Reading) -> Span | None:
    """Find "to discuss …" behind the contact."""
    holders = [t for t in (cue.head, cue.anchor) if t is not None]
    for holder in holders:
        for child in holder.children:
            if (
                child.tag == "VB"
                and child.dep in {"advcl", "xcomp", "acl"}
                and child.i > holder.i
                and is_infinitive(child)
            ):
                return reading.span(*bounds(child))
    return None


def reason_of(word: Token | None, cue: Cue, reading: Reading) -> Span | None:
    """Why a contact was called off or refused: "over …", "because …"; or the sentence before "As a result, …"."""
    verb = word if word is not None and word.pos in {"VERB", "AUX"} else cue.verb
    if verb is None:
        return None
    for told in verb.subtree():
        if told.i > verb.i and told.dep == "prep" and told.children and told.lower in word_set("reason_prepositions"):
            return reading.span(told.start, told.subtree()[-1].end)
    for child in verb.children:
        if child.dep == "advcl" and any(m.lower in {"because", "after", "since", "as"} for m in child.children):
            return reading.span(*bounds(child))
    return _sentence_before(cue, reading)


def _sentence_before(cue: Cue, reading: Reading) -> Span | None:
    sentence = cue.head.sentence
    opening = reading.document.text[sentence.start : sentence.end].lower()
    if not opening.startswith(tuple(cue_words()["result_openers"])):
        return None
    before = [s for s in reading.sentences if s.end <= sentence.start]
    return reading.span(before[-1].start, before[-1].end) if before else None


def announcement_of(cue: Cue, reading: Reading) -> Span | None:
    """The clause that tells how or when the contact was made public."""
    verb = cue.head.head if cue.head.pos == "NOUN" else None
    if verb is None or verb.lemma not in word_set("announcing") or verb.pos != "VERB":
        return None
    return reading.span(*bounds(verb))


def outcome_of(cue: Cue, reading: Reading) -> Span | None:
    """Find what a contact led to: "the talks produced …"."""
    verb = cue.anchor
    if verb is None or cue.head.dep != "nsubj" or verb.lemma not in word_set("ending_verbs"):
        return None
    if verb.child("dobj") is None and not any(c.lower in {"in", "with", "without"} for c in verb.children):
        return None
    return reading.span(*bounds(verb))
