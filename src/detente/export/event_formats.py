"""Every layout of other event data sets that events can be written in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from detente.errors import ChoiceError
from detente.export.event_rows import EventRow, event_rows
from detente.export.gdelt import gdelt_rows
from detente.export.icews import icews_rows
from detente.export.polecat import older_rows, polecat_rows
from detente.model.view import View
from detente.ontology.exchange import columns


@dataclass(frozen=True)
class EventFormat:
    """A layout by its name; `layout` names its columns, which may be those of another.

    One that is `dated` has no place for an event of which only the month or the year is known.
    """

    name: str
    layout: str
    rows: Callable[[EventRow], Iterator[Mapping[str, str]]]
    header: bool = True
    dated: bool = False


@dataclass(frozen=True)
class WrittenEvents:
    """Events as text, how many they are, and how many were left out.

    Of those `undated` no day is known; those `elsewhere` are not between two of the states asked for: acts within one
    of them, towards others, or towards nobody named.
    """

    text: str
    events: int
    undated: int
    elsewhere: int


EVENT_FORMATS: tuple[EventFormat, ...] = (
    EventFormat("polecat", "polecat", polecat_rows),
    EventFormat("plover18", "polecat", older_rows),
    EventFormat("icews", "icews", icews_rows, dated=True),
    EventFormat("gdelt", "gdelt", gdelt_rows, header=False, dated=True),
)


def event_format(name: str) -> EventFormat:
    """The format of that name; ChoiceError lists the names."""
    for form in EVENT_FORMATS:
        if form.name == name:
            return form
    raise ChoiceError(f"no format '{name}' of events; there are {', '.join(f.name for f in EVENT_FORMATS)}")


def write_events(view: View, form: EventFormat) -> WrittenEvents:
    """Every event that was done between the states asked for, as tab-separated values; what is not known is empty."""
    names = columns(form.layout)
    done = list(event_rows(view))
    told = [row for row in done if any(row.pairs)]
    chosen = [row for row in told if row.day or not form.dated]
    lines = [names] if form.header else []
    lines += (tuple(_plain(line.get(name, "")) for name in names) for row in chosen for line in form.rows(row))
    text = "".join("\t".join(line) + "\n" for line in lines)
    return WrittenEvents(text, len(chosen), len(told) - len(chosen), len(done) - len(told))


def _plain(value: str) -> str:
    """Without what would end a field or a line."""
    return " ".join(value.split())
