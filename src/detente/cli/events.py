"""Commands on political events."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente import api
from detente.cli.options import err
from detente.cli.writing import write

events = typer.Typer(help="Codes political events after PLOVER.", no_args_is_help=True)


@events.command()
def code(
    table: Annotated[Path, typer.Argument(help="tab-separated, with the columns sentence, source, target")],
    output: Annotated[Path, typer.Option("-o", help="the table to write: all columns of TABLE, and the codes")],
) -> None:
    """Code what the source does to the target in each row: type, quad, intensity, status, confidence, its words."""
    coded = api.code_table(table)
    write(output, coded.to_tsv())
    err.print(f"{len(coded.rows)} rows coded, written to {output}", markup=False)
