"""Commands on political events."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente import api
from detente.cli.options import AsOf, KnownAt, RecordPath, Since, States, Until, err
from detente.cli.writing import write
from detente.export.event_formats import EVENT_FORMATS, event_format
from detente.export.wording import counted

events = typer.Typer(
    help="Codes political events after PLOVER, and writes them for other programs.", no_args_is_help=True
)


@events.command()
def code(
    table: Annotated[Path, typer.Argument(help="tab-separated, with the columns sentence, source, target")],
    output: Annotated[Path, typer.Option("-o", help="the table to write: all columns of TABLE, and the codes")],
) -> None:
    """Code what the source does to the target in each row: type, quad, intensity, status, confidence, its words."""
    coded = api.code_table(table)
    write(output, coded.to_tsv())
    err.print(f"{len(coded.rows)} rows coded, written to {output}", markup=False)


@events.command()
def export(
    states: States,
    form: Annotated[str, typer.Option("--format", help=", ".join(f.name for f in EVENT_FORMATS))],
    record: RecordPath = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    output: Annotated[Path | None, typer.Option("-o", help="the file to write; else it is printed")] = None,
) -> None:
    """Write the events of some states that were done, each once, in the layout of another event data set."""
    name = event_format(form).name
    with api.open(record, create=False) as opened:
        found = opened.relationship(
            *states, layers=("events",), since=since, until=until, as_of=as_of, known_at=known_at
        )
    done = found.write_events(name)
    if output is None:
        typer.echo(done.text, nl=False)
    else:
        write(output, done.text)
        err.print(f"{counted(done.events, 'event')} written to {output}", markup=False)
    if done.undated:
        err.print(f"{counted(done.undated, 'event')} left out: no day is known, and {name} needs one", markup=False)
    if done.elsewhere:
        told = "within one state, or towards others or nobody named" if len(states) > 1 else "of others"
        err.print(f"{counted(done.elsewhere, 'event')} left out: {told}", markup=False)
