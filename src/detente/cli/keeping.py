"""Commands that keep a record safe: back up, restore, verify, migrate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente import api
from detente.cli.options import RecordPath, out
from detente.settings import Settings


def backup(
    target: Annotated[Path, typer.Argument(help="the copy to make, such as record-2024-05-14.db")],
    record: RecordPath = None,
) -> None:
    """Copy the record, also while it is in use, and check the copy."""
    with api.open(record, create=False) as opened:
        opened.backup(target)
    out.print(f"{target}: made and checked", markup=False)


def restore(
    source: Annotated[Path, typer.Argument(help="the copy to bring back", metavar="BACKUP")],
    record: RecordPath = None,
    aside: Annotated[bool, typer.Option("--aside", help="keep the record that is there beside, as NAME.old")] = False,
) -> None:
    """Bring a copy back as the record; what is there is never overwritten."""
    target = record or Settings().record
    old = api.restore(source, target, aside=aside)
    kept = f"; the one before is kept as {old}" if old else ""
    out.print(f"{target}: restored from {source} and checked{kept}", markup=False)


def verify(record: RecordPath = None) -> None:
    """Check the file, every text, finding and decision: an altered byte is found."""
    with api.open(record, create=False) as opened:
        counts, faults, decided = opened.store.counts(), opened.store.check(), len(opened.store.decisions())
        path = opened.store.path
    for fault in faults:
        out.print(f"{path}: {fault}", markup=False)
    if faults:
        out.print(f"{path}: NOT sound; put a backup back with: detente restore BACKUP --aside", markup=False)
        raise typer.Exit(2)
    findings = sum(n for name, n in counts.items() if name not in {"documents", "problems"})
    out.print(f"{path}: sound; {counts['documents']} documents, {findings} findings, {decided} decisions", markup=False)


def migrate(record: RecordPath = None) -> None:
    """Bring the record to the newest schema (opening it does the same), and say from which to which."""
    path = record or Settings().record
    before, after = api.migrate(path)
    said = "is at the newest already" if before == after else f"is brought to {after}"
    out.print(f"{path}: schema {before} {said}", markup=False)
