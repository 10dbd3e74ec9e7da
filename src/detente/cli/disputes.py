"""The command on what documents tell differently, and its lines for a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import groupby

import typer
from rich.console import Console
from rich.text import Text

from detente import api
from detente.analysis.disputes import Dispute
from detente.cli.options import AsJson, AsOf, KnownAt, RecordPath, Since, States, Until, out
from detente.cli.show import SHORT, facts
from detente.export.views import dispute_to_json
from detente.model.document import Document


def disputes(
    states: States,
    record: RecordPath = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """Say what documents tell differently of one contact, promise, line or incident: both cited, and how far apart."""
    with api.open(record, create=False) as opened:
        found = opened.relationship(*states, since=since, until=until, as_of=as_of, known_at=known_at)
    if as_json:
        typer.echo(json.dumps([dispute_to_json(d) for d in found.disputes], ensure_ascii=False, indent=1))
        return
    for entry, points in groupby(found.disputes, key=lambda dispute: dispute.entry):
        out.print(Text(f"{facts(entry.best)} #{entry.id[:SHORT]}", style="bold"))
        show_points(points, found.view.documents, out)
    if not found.disputes:
        out.print("no two documents tell one thing differently", markup=False)


def show_points(found: Iterable[Dispute], documents: Mapping[str, Document], out: Console) -> None:
    """Each point with its size and the words of either side."""
    for dispute in found:
        size = f", {dispute.size}" if dispute.size else ""
        out.print(f"  {dispute.about} ({dispute.kind}{size})", markup=False)
        for words in (dispute.a, dispute.b):
            told = [documents[span.doc] for span in words]
            who = "; ".join(dict.fromkeys(f"{d.publisher or d.name}, {d.published or 'date not stated'}" for d in told))
            out.print(Text(f"    “{words[0].line}” ({who})", style="dim"))
