"""The command on the next month's events, and its lines for a terminal."""

from __future__ import annotations

import json

import typer
from rich.console import Console
from rich.text import Text

from detente import api
from detente.cli.options import AsJson, AsOf, KnownAt, RecordPath, Since, Until, out
from detente.cli.series import Actor, Recipient
from detente.export.forecast import forecasts_to_json
from detente.export.wording import counted
from detente.model.forecast import Forecast, Forecasts, Outlook


def forecast(
    actor: Actor,
    recipient: Recipient,
    record: RecordPath = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """Say how many events may come next month, with how good such forecasts were on the months gone by."""
    with api.open(record, create=False) as opened:
        found = opened.relationship(actor, recipient, since=since, until=until, as_of=as_of, known_at=known_at)
    told = found.forecast(api.state_code(actor), api.state_code(recipient))
    if as_json:
        typer.echo(json.dumps(forecasts_to_json(told), ensure_ascii=False, indent=1))
    else:
        show_forecasts(told, out)


def show_forecasts(told: Forecasts, out: Console) -> None:
    """The outlooks of each side with their scores, and whether any model is worth more than climatology."""
    who = f"{told.actor} towards {told.recipient}"
    if told.month is None:
        out.print(f"no event of {who} in these documents", markup=False)
        return
    if not told.sides:
        has = f"{counted(told.months, 'whole month')} with documents"
        out.print(f"no forecast of {who}: to score one takes {told.needed} months; the record has {has}", markup=False)
        return
    out.print(Text(f"{who} in {told.month:%Y-%m}, from {counted(told.months, 'month')}", style="bold"))
    for side in told.sides:
        out.print(f"\n{side.side}, scored on {counted(side.scored, 'month')}", markup=False)
        out.print(f"  {'model':28} {'events':>7} {'9 in 10':>9} {'CRPS':>6} {'gain on climatology':>20}")
        for outlook in side.outlooks:
            out.print(Text(_line(outlook)))
        out.print(Text(f"  {_verdict(side)}"))
    out.print("\nCRPS is the mean error of a whole distribution, in events; a gain is shown with its standard error.")
    out.print("Counts are those of the record now; at the time fewer may have been known.")


def _line(outlook: Outlook) -> str:
    value = outlook.estimate
    gain = f"{outlook.gain:+.2f} ± {outlook.error:.2f}" if outlook.gain or outlook.error else ""
    bounds = f"{value.low:g} to {value.high:g}"
    return f"  {outlook.model:28} {value.expected:7.1f} {bounds:>9} {outlook.crps:6.2f} {gain:>20}"


def _verdict(side: Forecast) -> str:
    if side.better is None:
        return "no model is better than climatology here: what was usual is the forecast"
    return f"the {side.better.model} was better than climatology"
