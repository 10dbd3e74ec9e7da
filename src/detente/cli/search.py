"""Searches a record, and shows each hit in its sentence."""

from __future__ import annotations

import json
import re
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from detente import api
from detente.cli.options import AsJson, AsOf, KnownAt, RecordPath, Since, Until, out
from detente.cli.show import SHORT, facts
from detente.export.hits import hits_to_json
from detente.model.hits import KINDS, Hit, Hits

_SHOWN_VALUES = 8
"""So many values of a facet are told; the rest are counted in --json."""


def search(
    words: Annotated[list[str], typer.Argument(help="words in any form, or 'several words' as they stand together")],
    record: RecordPath = None,
    state: Annotated[list[str] | None, typer.Option(help="only what names this state; may be repeated")] = None,
    person: Annotated[str | None, typer.Option(help="only where this person takes part, by name or surname")] = None,
    issue: Annotated[str | None, typer.Option(help="only on this issue, such as taiwan")] = None,
    kind: Annotated[str | None, typer.Option(help=f"only {', '.join(KINDS)}")] = None,
    publisher: Annotated[str | None, typer.Option(help="only where its publisher's name holds this")] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    limit: Annotated[int, typer.Option(min=1, help="show at most so many hits")] = 20,
    as_json: AsJson = False,
) -> None:
    """Find findings and texts by their words, the best match first, each in its sentence."""
    with api.open(record, create=False) as opened:
        found = opened.search(
            " ".join(_as_phrase(given) for given in words),
            *(state or ()),
            person=person,
            issue=issue,
            kind=kind,
            publisher=publisher,
            since=since,
            until=until,
            as_of=as_of,
            known_at=known_at,
            limit=limit,
        )
    if as_json:
        typer.echo(json.dumps(hits_to_json(found), ensure_ascii=False, indent=1))
    else:
        show_hits(found, out)


def show_hits(found: Hits, out: Console) -> None:
    """One block for each hit, then how many there are by each facet."""
    for hit in found.best:
        _show_hit(hit, out)
    if not found.total:
        out.print("nothing found; fewer words, or fewer filters, find more", markup=False)
        return
    shown = f", the best {len(found.best)} shown" if len(found.best) < found.total else ""
    out.print(Text(f"{found.total} {'hit' if found.total == 1 else 'hits'}{shown}", style="bold"))
    for facet, counts in found.facets.items():
        told = [f"{value} {n}" for value, n in list(counts.items())[:_SHOWN_VALUES]]
        more = f" · and {len(counts) - len(told)} more" if len(counts) > len(told) else ""
        out.print(f"  {facet}: {' · '.join(told) or 'none told'}{more}", markup=False)


def _as_phrase(given: str) -> str:
    """Several words in one argument were in quotation marks, which the shell took away."""
    return f'"{given}"' if " " in given and not re.search(r'["“”„]', given) else given


def _show_hit(hit: Hit, out: Console) -> None:
    doc = hit.document
    what = facts(hit.finding) if hit.finding else doc.title or doc.name
    out.print(Text(f"{hit.kind} · {what} #{hit.id[:SHORT]}"))
    out.print(Text("    ").append(_marked(hit)), style="dim")
    out.print(f"    {doc.published or 'date not stated'} · {doc.publisher or 'publisher not stated'}", markup=False)


def _marked(hit: Hit) -> Text:
    """The sentence in one line, what was looked for in brackets, so that it is seen without colours too."""
    text, at = Text("“"), hit.sentence.start
    for mark in hit.marks:
        if mark.start >= at:
            text.append(_in_line(hit.document.text[at : mark.start]))
            text.append(f"[{_in_line(mark.text)}]", style="bold not dim")
            at = mark.end
    return text.append(_in_line(hit.document.text[at : hit.sentence.end])).append("”")


def _in_line(words: str) -> str:
    return re.sub(r"\s+", " ", words)
