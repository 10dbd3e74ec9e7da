"""Two accounts side by side, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.console import Console
from rich.text import Text

from detente.analysis.alignment import Row
from detente.analysis.compare import Comparison
from detente.analysis.telling import Item
from detente.cli.disputes import show_points
from detente.cli.quotations import show_collations
from detente.model.document import Document
from detente.model.findings import Engagement
from detente.model.view import Entry
from detente.ontology.issues import ISSUES


def show_contacts(contacts: Iterable[tuple[Entry[Engagement], tuple[str, ...]]], out: Console) -> None:
    """The engagements that can be compared, each with its id and whose accounts there are."""
    listed = list(contacts)
    if not listed:
        out.print("no engagement of these states is told of in these documents", markup=False)
    for entry, sides in listed:
        best = entry.best
        people = ", ".join(best.participants) or "nobody named"
        whose = " and ".join(sides) if sides else "the press only"
        out.print(f"{entry.id}  {best.date or 'no date'}  {best.kind}: {people} (accounts: {whose})", markup=False)


def show_comparison(found: Comparison, out: Console) -> None:
    """Items by issue with their words, then weight, tone, names and what was agreed."""
    best = found.contact.best
    out.print(Text(f"{best.date or 'no date'} {best.kind}: {', '.join(best.participants)}", style="bold"))
    for side in found.sides:
        out.print(f"  account of {side}: {_sources(found.documents[side])}", markup=False)
    ordered = sorted(found.rows, key=lambda row: (_place(found, row), row.issue))
    for issue, rows in groupby(ordered, key=lambda row: row.issue):
        out.print(Text(f"\n{ISSUES[issue].label}{_weights(found, issue)}", style="bold"))
        for row in rows:
            _show_row(row, out)
    _show_manner(found, out)
    if found.disputes:
        out.print(Text("\ndisputes between documents", style="bold"))
        show_points(found.disputes, found.reporting, out)
    if differing := [collation for collation in found.quotations if collation.size]:
        out.print(Text("\nquoted in other words than the official text has", style="bold"))
        show_collations(differing, found.reporting, out)


def _sources(documents: Iterable[Document]) -> str:
    named = [f"{d.title or d.name} ({d.publisher or 'publisher not stated'})" for d in documents]
    return "; ".join(named) or "none in this record"


def _place(found: Comparison, row: Row) -> int:
    places = [found.weights[side][row.issue].place for side in found.sides if row.issue in found.weights[side]]
    return min(places, default=len(found.rows))


def _weights(found: Comparison, issue: str) -> str:
    told = [
        f"{side} {weight.words} words, place {weight.place}"
        for side in found.sides
        if (weight := found.weights[side].get(issue))
    ]
    return f" ({'; '.join(told)})" if told else ""


def _show_row(row: Row, out: Console) -> None:
    items = [item for item in (row.first, row.second) if item is not None]
    if len(items) == 1:
        item = items[0]
        told = (
            f"{item.teller} has {' and '.join(item.holders)} say"
            if row.label == "attributed"
            else f"only {item.teller}"
        )
        out.print(Text(f"  {told}: “{item.text}”{_together(item)}{_passed_on(item)}"))
        return
    out.print(f"  {row.label}", markup=False)
    for item in items:
        out.print(Text(f"    {item.teller}: “{item.text}”{_holders(item)}{_passed_on(item)}"))


def _holders(item: Item) -> str:
    """Who says it, where it is not simply the account's own side."""
    return "" if item.holders in {(), (item.teller,)} else f" — {' and '.join(item.holders)}"


def _together(item: Item) -> str:
    return _holders(item) if len(item.holders) > 1 else ""


def _passed_on(item: Item) -> str:
    return ", as others pass it on" if item.rendered else ""


def _show_manner(found: Comparison, out: Console) -> None:
    for side in found.sides:
        words = ", ".join(dict.fromkeys(tone.words.text.lower() for tone in found.tone[side]))
        agreed = "; ".join(item.text for item in found.agreed[side])
        out.print(Text(f"\n{side}", style="bold"))
        out.print(f"  tone: {words or 'no word on it'}", markup=False)
        out.print(f"  agreed: {agreed or 'nothing named'}", markup=False)
    for thing, names in found.names.items():
        chosen = "; ".join(f"{side}: {', '.join(names[side])}" for side in found.sides)
        out.print(f"names for {thing}: {chosen}", markup=False)
