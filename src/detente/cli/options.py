"""Options that several commands share, and where they print."""

from __future__ import annotations

from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from detente.settings import Settings

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

Published = Annotated[str | None, typer.Option(help="day of publication, YYYY-MM-DD")]
Publisher = Annotated[str | None, typer.Option(help="who published it")]
Title = Annotated[str | None, typer.Option(help="its title")]
AccountOf = Annotated[list[str] | None, typer.Option(help="state whose official account it is, such as US")]
RecordPath = Annotated[Path | None, typer.Option("--record", help="the record's file")]
States = Annotated[list[str], typer.Argument(help="states by code or name, such as US CN")]
Since = Annotated[str | None, typer.Option(help="from this date on")]
Until = Annotated[str | None, typer.Option(help="up to this date")]
AsOf = Annotated[str | None, typer.Option(help="as the public could know it on this day")]
KnownAt = Annotated[str | None, typer.Option(help="as this record knew it then (UTC)")]
AsJson = Annotated[bool, typer.Option("--json", help="print JSON")]
By = Annotated[str | None, typer.Option(help="who decides; else the setting reviewer, else your user name")]
Reason = Annotated[str | None, typer.Option(help="why")]


def reviewer(by: str | None) -> str:
    """Who decides."""
    return by or Settings().reviewer or getuser()
