"""The command on events over time, and its lines for a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from detente import api
from detente.cli.options import AsOf, KnownAt, RecordPath, Since, Until, err, out
from detente.cli.show import SHORT
from detente.cli.writing import write
from detente.export.series import series_format
from detente.export.wording import counted
from detente.model.series import Estimate, Period, Series

Actor = Annotated[str, typer.Argument(help="the state that acts, by code or name")]
Recipient = Annotated[str, typer.Argument(help="the state that it acts on")]


def series(
    actor: Actor,
    recipient: Recipient,
    by: Annotated[str, typer.Option(help="day, week or month")] = "month",
    record: RecordPath = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    output: Annotated[
        Path | None, typer.Option("-o", help="FILE.svg, .csv, .json, or .vl.json for Vega-Lite; else a table")
    ] = None,
) -> None:
    """Show what one state did to another over time: distinct events, cooperation and conflict with their bounds."""
    form = series_format(output.name) if output else None
    with api.open(record, create=False) as opened:
        found = opened.relationship(actor, recipient, since=since, until=until, as_of=as_of, known_at=known_at)
    told = found.series(api.state_code(actor), api.state_code(recipient), by)
    if output and form:
        write(output, form.write(told))
        err.print(f"written to {output}", markup=False)
    else:
        show_series(told, out)


def show_series(told: Series, out: Console) -> None:
    """A line for each period, then where rates changed and how the relationship was called."""
    if not told.periods:
        out.print(f"no event of {told.actor} towards {told.recipient} in these documents", markup=False)
        return
    out.print(Text(f"{told.actor} towards {told.recipient}, sums of intensity on {told.scale}", style="bold"))
    sums = f"{'cooperation':>20} {'conflict':>20} {'net':>20}"
    out.print(f"{'from':10} {'docs':>5} {'events':>6} {'undated':>7} {'rev.':>5} {'sources':>7} {'quads':>11} {sums}")
    for period in told.periods:
        out.print(Text(_line(period), style="" if period.events else "dim"))
    for change in told.changes:
        rates = f"{change.before:.2g} to {change.after:.2g} events a {told.by}"
        out.print(f"from {change.first} on: {change.side} goes from {rates}", markup=False)
    for called in told.assessments:
        best = called.entry.best
        who = called.state or best.by or "the writer"
        said = f"{called.day} {best.direction}, says {who}: “{best.evidence[0].line}” #{called.entry.id[:SHORT]}"
        out.print(Text(said, style="dim"))
    if told.unplaced:
        out.print(f"{counted(told.unplaced, 'event')} outside, or with no date precise enough", markup=False)
    out.print("A sum weighs each event by its confidence; nine times in ten it lies between the bounds, as far as what")
    out.print("was coded goes: what coding missed is in none. Undated events stand on the day of their first report.")
    out.print("Where there are no documents nobody looked; a period with + is not over, or cut by --since or --until.")
    out.print("Neither counts for changes.")


def _line(period: Period) -> str:
    quads = "/".join(map(str, period.quads))
    share = period.reviewed_share
    reviewed = f"{share:.0%}" if share is not None else ""
    sums = " ".join(f"{_spelled(value):>20}" for value in (period.cooperation, period.conflict, period.net))
    events = f"{period.events:6} {period.reported:7} {reviewed:>5} {period.sources:7}"
    cut = " " if period.whole else "+"
    return f"{period.first}{cut}{period.documents:5} {events} {quads:>11} {sums}"


def _spelled(value: Estimate) -> str:
    if not (value.low or value.high or value.expected):
        return "0"
    return f"{value.expected:.1f} ({value.low:.1f}…{value.high:.1f})"
