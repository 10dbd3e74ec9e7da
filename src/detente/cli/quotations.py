"""The command on quotations beside official texts, and its lines for a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from detente import api
from detente.analysis.quotations import Collation, Marked
from detente.cli.options import AsJson, AsOf, KnownAt, RecordPath, Since, States, Until, out
from detente.export.views import collation_to_json
from detente.model.document import Document
from detente.model.span import Span


def quotations(
    states: States,
    record: RecordPath = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    everyone: Annotated[bool, typer.Option("--all", help="those with the same words as the official text too")] = False,
    as_json: AsJson = False,
) -> None:
    """Say which quotations have other words than the official text of the occasion; stars mark what differs."""
    with api.open(record, create=False) as opened:
        found = opened.relationship(*states, since=since, until=until, as_of=as_of, known_at=known_at)
        laid = found.quotations
    shown = [collation for collation in laid if everyone or collation.size]
    if as_json:
        typer.echo(json.dumps([collation_to_json(c) for c in shown], ensure_ascii=False, indent=1))
        return
    show_collations(shown, found.view.documents, out)
    differing = sum(collation.size is not None for collation in laid)
    if laid:
        out.print(f"quotations that an official text has too: {len(laid)}, in other words: {differing}", markup=False)
    else:
        out.print("no quotation stands in an official text of about that day", markup=False)


def show_collations(found: Iterable[Collation], documents: Mapping[str, Document], out: Console) -> None:
    """Each with its speaker, how much the differing words tell, and both wordings."""
    for collation in found:
        said = collation.entry.best.speaker or "speaker not stated"
        size = f"words differ, {collation.size}" if collation.size else "the same words"
        out.print(Text(f"{said} ({size})", style="bold"))
        out.print(_line("quoted:  ", collation.words, collation.quoted, documents))
        out.print(_line("official:", collation.told, (collation.official,), documents))


def _line(label: str, words: Marked, places: tuple[Span, ...], documents: Mapping[str, Document]) -> Text:
    line = Text(f"  {label} “")
    for text, differs in words:
        line.append(f"*{text}*" if differs else text, style="bold" if differs else "")
    told = [documents[span.doc] for span in places]
    who = "; ".join(dict.fromkeys(f"{d.publisher or d.name}, {d.published or 'date not stated'}" for d in told))
    return line.append(f"” ({who})")
