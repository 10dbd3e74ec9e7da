"""Sheets of what the record holds: states, publishers, counts."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.accuracy import Accuracy
from detente.export.page import Line, Run, Section
from detente.export.wording import kind_name, spelled
from detente.web.pages.about import AboutPage
from detente.web.pages.home import Home
from detente.web.pages.source import Publisher, SourcePage, SourcesPage
from detente.web.sheets.making import Cell, Making, facts, lines, section, table

_PUBLISHERS = ("Publisher", "Documents", "From", "To")


def home(page: Home, _: Making) -> Iterator[Section]:
    """Which states deal with each other."""
    rows = [(" and ".join(p.names), str(p.documents), _day(p.first), _day(p.last)) for p in page.pairs]
    yield section("pairs", "Relationships", *table(("Between", "Documents", "From", "To"), rows))


def sources(page: SourcesPage, _: Making) -> Iterator[Section]:
    """Every publisher."""
    yield section("sources", "Publishers", *table(_PUBLISHERS, [_publisher(p) for p in page.publishers]))


def source(page: SourcePage, _: Making) -> Iterator[Section]:
    """A publisher's documents, those of the page."""
    yield section("publisher", "The publisher", *table(_PUBLISHERS, [_publisher(page.publisher)]))
    rows = [(d.title, d.day, d.official, d.language, d.path.rpartition("/")[2]) for d in page.documents]
    columns = ("Title", "Published", "Official account of", "Language", "Document")
    yield section("documents", "Documents", *table(columns, rows))


def about(page: AboutPage, _: Making) -> Iterator[Section]:
    """Counts, versions, accuracy."""
    told = (
        ("Program", page.program),
        ("Documents", str(page.documents)),
        ("Decisions of people", str(page.decisions)),
        ("Last decision", page.last_decision),
        ("Last backup", page.last_backup or "none is noted"),
    )
    yield section("record", "The record", *facts(*told))
    rows = [
        (
            layer.label,
            str(layer.findings),
            ", ".join(e.version for e in layer.extractors),
            "; ".join(map(_accuracy, layer.accuracy)) or "nobody has decided on any yet",
        )
        for layer in page.layers
    ]
    columns = ("Layer", "Findings", "Read by", "Right as proposed")
    yield section("layers", "What was read, by what, how well", *table(columns, rows))
    yield section(
        "problems",
        "What could not be read",
        *lines([Line((Run(f"{kind_name(p.kind)}: {p.times}"),)) for p in page.problems]),
        empty="Nothing was marked as unread.",
    )
    yield section("unseen", "What the program does not see yet", *lines([Line((Run(u),)) for u in page.unseen]))


def _publisher(p: Publisher) -> tuple[Cell, ...]:
    return p.name, str(p.documents), _day(p.first), _day(p.last)


def _accuracy(a: Accuracy) -> str:
    return (
        f"{a.right:.0%} ({a.low:.0%} to {a.high:.0%}; {a.accepted} accepted, {a.edited} edited, {a.rejected} rejected)"
    )


def _day(iso: str | None) -> str:
    return spelled(iso) if iso else "date not stated"
