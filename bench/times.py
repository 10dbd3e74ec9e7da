"""Score dates, clock times and lengths against TIMEX3 annotations (MEANTIME, English; CC BY 4.0).

python bench/times.py --meantime DIR [--misses]     DIR holds the XML files of the corpus

A span is found where it shares a token with an annotated one (one to one, best first); `exact` counts those with the
same tokens. A value is right when it means the same days, the same length or the same clock time; what the annotation
leaves open ("PAST_REF", "PXY") is right when the reading leaves it open too, or, for the present, gives the day of
publication.
"""

from __future__ import annotations

import argparse
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from detente.model.document import Document
from detente.model.when import When
from detente.pipeline import READERS
from detente.settings import Settings
from detente.text.reading import TimeExpression

LEAST = {"spans F1": 85.0, "values right": 82.0}
DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
HOURS = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86400}
TOLERANCE = 0.05
"""Lengths may differ by so much: a month has 28 to 31 days."""

_LENGTH = re.compile(r"P(?:(?P<n>[\d.]+)(?P<unit>[DWMY]))?(?:T(?P<tn>[\d.]+)(?P<tunit>[HMS]))?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_QUARTER = re.compile(r"(\d{4})-[QH](\d)")
_CLOCK = re.compile(r"T(\d{2})(?::(\d{2}))?")
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Timex:
    """One annotated expression: its tokens by number, its words, its type and TIMEX3 value."""

    tokens: frozenset[int]
    words: str
    kind: str
    value: str


def main() -> int:
    """Print spans and values with their figures; exit status 1 below what is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--meantime", type=Path, required=True)
    parser.add_argument("--misses", action="store_true", help="print what is missed, invented or misread")
    options = parser.parse_args()
    files = sorted(options.meantime.glob("*.xml")) if options.meantime.is_dir() else []
    if not files:
        print(f"no annotations at {options.meantime}: times are not measured here")
        return 0
    counts: Counter[str] = Counter()
    for path in files:
        counts.update(scored(path, show=options.misses))
    return report(counts)


def scored(path: Path, *, show: bool) -> Counter[str]:
    """Counts of one document: gold, found, matched, exact, right."""
    document, starts, gold = load(path)
    reading = READERS["en"](document, Settings())
    spans = ((frozenset(n for n, (a, b) in enumerate(starts) if a < t.end and b > t.start), t) for t in reading.times)
    found = [(tokens, t) for tokens, t in spans if tokens]
    pairs = sorted(
        (
            (-len(g.tokens & tokens) / len(g.tokens | tokens), i, j)
            for i, g in enumerate(gold)
            for j, (tokens, _) in enumerate(found)
            if g.tokens & tokens
        ),
    )
    matched: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in matched and j not in matched.values():
            matched[i] = j
    right = {i for i, j in matched.items() if same_value(gold[i], found[j][1], document.published)}
    if show:
        for line in misses(gold, [t for _, t in found], matched, right):
            print(f"{path.stem[:30]}: {line}")
    return Counter(
        gold=len(gold),
        found=len(found),
        matched=len(matched),
        exact=sum(gold[i].tokens == found[j][0] for i, j in matched.items()),
        right=len(right),
    )


def misses(gold: list[Timex], found: list[TimeExpression], matched: dict[int, int], right: set[int]) -> Iterator[str]:
    """One line for each expression missed, invented or misread."""
    for i, timex in enumerate(gold):
        if i not in matched:
            yield f"missed {timex.words!r} {timex.value}"
        elif i not in right:
            read = found[matched[i]]
            yield f"misread {timex.words!r} {timex.value}: {read.kind} {read.when} {read.until} {read.minutes}"
    yield from (f"invented {t.text!r}" for j, t in enumerate(found) if j not in matched.values())


def load(path: Path) -> tuple[Document, list[tuple[int, int]], list[Timex]]:
    """The document with its tokens joined again, where each annotated one stands, and its annotated expressions.

    What stands in later sentences than the corpus annotates times in is not counted.
    """
    root = ET.parse(path).getroot()
    text, starts, numbers, sentences = "", [], {}, [0]
    for n, token in enumerate(root.iter("token")):
        words, here = token.text or "", int(token.get("sentence", "0"))
        if here != sentences[-1]:
            text += "\n\n" if here < HEAD else "\n"
        elif text and words[0] not in CLOSING and text[-1] not in OPENING:
            text += " "
        starts.append((len(text), len(text) + len(words)))
        text += words
        sentences.append(here)
        numbers[token.get("t_id")] = n
    annotated, published = [], None
    for timex in root.iter("TIMEX3"):
        tokens = frozenset(numbers[anchor.get("t_id")] for anchor in timex.iter("token_anchor"))
        value = timex.get("value", "")
        if timex.get("functionInDocument") == "CREATION_TIME":
            published = value if days_of(value) else None
        if tokens:
            span = text[starts[min(tokens)][0] : starts[max(tokens)][1]]
            annotated.append(Timex(tokens, span, timex.get("type", ""), value))
    read = [span for span, sentence in zip(starts, sentences[1:], strict=True) if sentence <= ANNOTATED]
    return Document(text, name=path.stem, published=published, language="en"), read, annotated


HEAD = 3
"""Title and date line are sentences before this one."""
ANNOTATED = 5
"""The last sentence in which the corpus annotates times, the title being number 0."""
CLOSING, OPENING = ",.;:!?)]%'’", "([$£€"


def same_value(timex: Timex, read: TimeExpression, published: str | None) -> bool:
    """Whether the reading means what the annotation means."""
    if timex.kind == "DURATION":
        return same_length(timex.value, read)
    if timex.kind == "SET":
        return read.kind == "set"
    days = days_of(timex.value)
    if days is None:
        present = timex.value == "PRESENT_REF" and read.when is not None and read.when.day == published
        return read.when is None or present
    clock = _CLOCK.search(timex.value)
    if clock and read.clock and clock[2]:
        return read.clock == f"{clock[1]}:{clock[2]}"
    return days_read(read) == days


def same_length(value: str, read: TimeExpression) -> bool:
    """Whether both tell one length; one told as a stretch of days counts by those days."""
    found = _LENGTH.fullmatch(value)
    if not found or not (found["n"] or found["tn"]):
        return read.minutes is None
    wanted = float(found["n"]) * DAYS[found["unit"]] if found["n"] else float(found["tn"]) * HOURS[found["tunit"]]
    stretch = days_read(read)
    if read.minutes is None and stretch is not None:
        told = float((stretch[1] - stretch[0]).days + 1)
    else:
        told = (read.minutes or 0) / 1440
    return abs(told - wanted) <= TOLERANCE * wanted


def days_read(read: TimeExpression) -> Days | None:
    """The first and the last day that the expression was read to mean."""
    if read.when is None:
        return None
    return read.when.interval.earliest, (read.until or read.when).interval.latest


def days_of(value: str) -> Days | None:
    """The first and the last day of a TIMEX3 value; None for one that leaves them open."""
    bare = value.partition("T")[0]
    if week := _WEEK.fullmatch(bare):
        first = date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
        return first, first + timedelta(days=1 if week[3] else 6)
    if part := _QUARTER.fullmatch(bare):
        months = 3 if "Q" in bare else 6
        month = months * (int(part[2]) - 1) + 1
        opening, closing = (When.from_iso(f"{part[1]}-{m:02}") for m in (month, month + months - 1))
        return opening.interval.earliest, closing.interval.latest
    if not re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", bare):
        return None
    interval = When.from_iso(bare).interval
    return interval.earliest, interval.latest


def report(counts: Counter[str]) -> int:
    """Print the figures; exit status 1 where one is below what is asked."""
    share = 200 * counts["matched"] / (counts["gold"] + counts["found"])
    exact = 200 * counts["exact"] / (counts["gold"] + counts["found"])
    values = 100 * counts["right"] / max(1, counts["matched"])
    print(f"times: {counts['gold']} annotated, {counts['found']} read, {counts['matched']} matched")
    print(f"  spans with the same tokens F1 {exact:.1f}")
    fallen = 0
    for name, figure in {"spans F1": share, "values right": values}.items():
        verdict = "ok" if figure >= LEAST[name] else "BELOW"
        fallen += figure < LEAST[name]
        print(f"  {name} {figure:.1f} (at least {LEAST[name]}) {verdict}")
    return int(fallen > 0)


if __name__ == "__main__":
    sys.exit(main())
