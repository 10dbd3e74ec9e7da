"""Figures of one document that cannot both be right: lengths against clock times, two counts of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from detente.extract.accounts import Accounts, words_of
from detente.extract.clash import Clash
from detente.model.findings import Engagement
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.text.figures import size_of
from detente.text.reading import Reading, Sentence, TimeExpression, Token


def lengths(reading: Reading, engagements: list[Engagement]) -> Iterator[Clash]:
    """A stated length against the start and end told in the same sentence, or of the same engagement."""
    told = [reading.times_in(s.start, s.end) for s in reading.sentences]
    told += [[t for e in met.evidence for t in reading.times_in(e.start, e.end)] for met in engagements]
    seen: set[tuple[int, int]] = set()
    for times in told:
        clocks = sorted({t for t in times if t.kind == "clock" and t.clock}, key=lambda t: t.start)
        stated = sorted({t for t in times if t.kind == "duration" and t.minutes}, key=lambda t: t.start)
        if len(clocks) != 2 or len(stated) != 1 or (stated[0].start, clocks[0].start) in seen:
            continue
        seen.add((stated[0].start, clocks[0].start))
        between = (_minutes(clocks[1]) - _minutes(clocks[0])) % 1440
        length = stated[0].minutes or 0
        if between not in (0, length):
            a = reading.span(stated[0].start, stated[0].end)
            b = reading.span(clocks[0].start, clocks[1].end)
            size = size_of(length, between, approximate=stated[0].approximate)
            yield Clash("duration", a, b, "length of the engagement", 0.9, size)


def _minutes(clock: TimeExpression) -> int:
    hours, minutes = (clock.clock or "0:0").split(":")
    return int(hours) * 60 + int(minutes)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something: `unit` is the class of what is counted, `value` how many."""

    value: float
    unit: str
    number: Token
    thing: Token
    verb: str


def counts(accounts: Accounts) -> Iterator[Clash]:
    """Two counts of one class of things by two sources, in the same or neighbouring sentences."""
    by_sentence = [counted(s.tokens) for s in accounts.sentences]
    for n, told in enumerate(by_sentence):
        for later in told:
            earlier = [*(by_sentence[n - 1] if n and _goes_on(accounts, n) else ()), *_before(told, later)]
            other = next((c for c in reversed(earlier) if _at_odds(c, later)), None)
            if other is not None:
                yield _clash(accounts.reading, other, later)
                break


def _goes_on(accounts: Accounts, n: int) -> bool:
    return accounts.sentences[n].paragraph is accounts.sentences[n - 1].paragraph


def _before(told: list[Count], later: Count) -> list[Count]:
    return [c for c in told if c.number.i < later.number.i]


def counted(tokens: list[Token]) -> list[Count]:
    """The figures of something among some tokens."""
    found, ones = [], words_of("ones")
    for token, after in zip_longest(tokens, tokens[1:]):
        value = _value(token) if token.pos == "NUM" or token.lower in ones else None
        thing = None if value is None else _thing(token, after)
        if value is None or thing is None or thing.ent in {"DATE", "TIME", "ORDINAL"}:
            continue
        verb = next((a for a in token.ancestors() if a.pos == "VERB"), None)
        found.append(Count(value, _unit(thing), token, thing, verb.lemma if verb else ""))
    return found


def _thing(number: Token, after: Token | None) -> Token | None:
    """What is counted: the word after it in "57 per cent", else the noun that the number belongs to."""
    if after is not None and after.lower in lexicon("discrepancies")["units"]["percent"]:
        return after
    return number.head if number.dep == "nummod" and number.head.pos in {"NOUN", "PROPN"} else None


def _value(token: Token) -> float | None:
    small: dict[str, int] = lexicon("discrepancies")["numbers"]
    if token.lower in small:
        return small[token.lower]
    digits = token.text.replace(",", "")
    return float(digits) if digits.replace(".", "", 1).isdigit() else None


def _unit(thing: Token) -> str:
    """The class of the counted thing in the data, else its lemma."""
    units: dict[str, list[str]] = lexicon("discrepancies")["units"]
    return next((name for name, words in units.items() if thing.lemma in words), thing.lemma)


def _at_odds(one: Count, two: Count) -> bool:
    """The same unit, another figure, and the second told by a source of its own for the same thing."""
    if one.unit != two.unit or one.value == two.value:
        return False
    sourced = _sourced(one) and _sourced(two)
    same_act = bool(one.verb) and one.verb == two.verb
    return sourced and (same_act or two.verb in lexicon("discrepancies")["counting"])


def _sourced(count: Count) -> bool:
    """Whether the sentence gives the figure as somebody's: "the airport counted", "according to"."""
    return any(t.lemma in words_of("counting") for t in count.thing.sentence.tokens)


def _clash(reading: Reading, one: Count, two: Count) -> Clash:
    a, b = _cited(reading, one), _cited(reading, two)
    size = size_of(one.value, two.value, approximate=False, rounding=0)
    return Clash("number", a, b, two.thing.lemma, 0.6, size)


def _cited(reading: Reading, count: Count) -> Span:
    head = next((a for a in count.number.ancestors() if a.pos == "VERB"), count.thing)
    tokens = [t for t in head.subtree() if t.dep != "punct"]
    return reading.span(tokens[0].start, tokens[-1].end)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days (ISO, cut to the known precision) from `first` to `last`, told in the code points `[start:end]`."""

    start: int
    end: int
    first: str | None
    last: str | None

    def clashes(self, other: _Stretch) -> bool:
        """Whether both share one end and differ in the other."""
        return (self.first == other.first) != (self.last == other.last)


def ranges(accounts: Accounts) -> Iterator[Clash]:
    """Two stretches of time told of one thing that begin or end apart ("from 2004 to 2009", "from 2006 to 2009")."""
    told = [(n, t) for n, s in enumerate(accounts.sentences) for t in _stretches(accounts.reading, s)]
    for k, (n, later) in enumerate(told):
        for m, earlier in told[:k]:
            if m != n and earlier.clashes(later) and len(accounts.stems_of(m) & accounts.stems_of(n)) > 1:
                a, b = (accounts.reading.span(t.start, t.end) for t in (earlier, later))
                yield Clash("date", a, b, "when it was", 0.5)


def _stretches(reading: Reading, sentence: Sentence) -> Iterator[_Stretch]:
    dates = [t for t in reading.times_in(sentence.start, sentence.end) if t.kind == "date" and t.when]
    for date, after in zip_longest(dates, dates[1:]):
        if date.when and date.until:
            yield _Stretch(date.start, date.end, date.when.day, date.until.day)
        elif date.when and after is not None and after.when and _joined(reading, date, after):
            yield _Stretch(date.start, after.end, date.when.day, after.when.day)


def _joined(reading: Reading, one: TimeExpression, two: TimeExpression) -> bool:
    return reading.document.text[one.end : two.start].strip() in lexicon("discrepancies")["until"]
