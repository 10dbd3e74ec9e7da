"""Publisher and date where a text's own first lines give them and nobody else did."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from detente.errors import DateError
from detente.model.document import Document
from detente.model.when import When

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = (
    rf"(?:{_MONTH}\s+(?P<day>\d{{1,2}})(?:,?\s+(?P<year>\d{{4}}))?"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))"
)
_PLACE = r"[A-Z][A-Z.'’ /-]{2,40}(?:, [A-Z][A-Za-z.' ]{1,24})?"
_AGENCY = r"\((?P<agency>[A-Z][\w.&’' -]{1,38})\)"
_DASH = r"\s*(?:--|[-–—])\s+"
_WITH_AGENCY = re.compile(rf"(?:{_PLACE})?[,\s]*(?:date\s+)?(?:{_DATE})?[,\s]*{_AGENCY}(?:{_DASH}|\s+)")
_WITHOUT_AGENCY = re.compile(rf"{_PLACE}(?:[,\s]+{_DATE})?{_DASH}")
_CITY_AND_AGENCY = re.compile(r"(?:[A-Z][\w.'’-]+,? ){1,5}\((?P<agency>[A-Z]{2,6})\)(?:\s*[-–—]+\s*)?(?=[A-Z])")
"""A place in ordinary letters is one only at the very start, before an agency in capitals: "Hong Kong (ABC)The"."""
_DATE_LINE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:"
    rf"{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})|(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}))\s*"
)
HEAD = 1500
"""How far into a text (code points) a dateline is looked for."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Code points `[start:end]` that tell place, day and agency; what they do not tell is None."""

    start: int
    end: int
    published: str | None
    publisher: str | None


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that opens the block `[start:end]`, or stands in it after a headline run into it."""
    block = text[start:end]
    whole = _DATE_LINE.fullmatch(block)
    if whole:
        return Dateline(start, end, _published(whole.groupdict()), None)
    opening = _WITHOUT_AGENCY.match(block)
    if opening:
        return Dateline(start, start + opening.end(), _published(opening.groupdict()), None)
    city = _CITY_AND_AGENCY.match(block)
    if city:
        return Dateline(start, start + city.end(), None, city["agency"])
    for match in _WITH_AGENCY.finditer(block[:HEAD]):
        run_into = match["agency"].isascii() and match.group().strip()[0] != "("
        if run_into or not block[: match.start()].strip():
            return Dateline(start + match.start(), start + match.end(), _published(match.groupdict()), match["agency"])
    return None


def dated(document: Document) -> Document:
    """The document with publisher and date filled from a dateline where nothing else gave them."""
    if document.published and document.publisher:
        return document
    published, publisher = document.published, document.publisher
    for line in re.finditer(r"[^\n]+", document.text[:HEAD]):
        found = find_dateline(document.text, line.start(), line.end())
        if found:
            published, publisher = published or found.published, publisher or found.publisher
    return replace(document, published=published, publisher=publisher)


def _published(groups: dict[str, str | None]) -> str | None:
    """An ISO day, or None where the year is left out: it is not guessed."""
    if groups.get("iso"):
        return _valid(str(groups["iso"]))
    if not (groups.get("month") and groups.get("year")):
        return None
    month = _MONTHS.index(str(groups["month"])[:3].lower()) + 1
    return _valid(f"{groups['year']}-{month:02}-{int(str(groups['day'])):02}")


def _valid(iso: str) -> str | None:
    try:
        return When.from_iso(iso).iso
    except DateError:
        return None
