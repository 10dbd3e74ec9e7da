"""Silences as lines for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

from detente.analysis.missing import Missing
from detente.analysis.silence import Quiet
from detente.export.wording import shortened
from detente.model.document import Document
from detente.ontology.issues import ISSUES
from detente.ontology.kinds import label_of


def show_quiet(lines: Sequence[Quiet], out: Console) -> None:
    """Each line with its last contact, the days since, and the usual pause."""
    for line in lines:
        out.print(Text(f"{label_of('channel_kind', line.kind)}: {_since(line)}", style="bold" if line.unusual else ""))
        if line.last:
            best = line.last.best
            where = f", {best.place}" if best.place else ""
            people = ", ".join(best.participants)
            out.print(f"    last: {best.date} {best.kind.replace('_', ' ')} of {people}{where}", markup=False)
        if line.status:
            status = line.status.best
            since = f" since {status.since}" if status.since else ""
            out.print(f"    told to be {status.status}{since}", markup=False)
    if not lines:
        out.print("no line between these states is told of in these documents", markup=False)


def show_missing(gaps: Sequence[Missing], documents: Mapping[str, Document], out: Console) -> None:
    """Each account with what it leaves out and the accounts that had it."""
    for gap in gaps:
        issues = [ISSUES[name].label for name in gap.issues]
        item = ": ".join(filter(None, (", ".join(issues), f"“{shortened(gap.words)}”")))
        days = ", ".join(documents[span.doc].published or "date not stated" for span in gap.before)
        name = gap.document.title or gap.document.name
        out.print(Text(f"{gap.document.published} · {gap.state} leaves out {item}"))
        out.print(Text(f"    {name}; the accounts of {days} had it", style="dim"))


def _since(line: Quiet) -> str:
    if line.days is None:
        return "no dated contact"
    days = "1 day" if line.days == 1 else f"{line.days} days"
    usual = f", usually {line.usual:g} between contacts" if line.usual is not None else ""
    return f"{days} without contact{usual}{'; unusually long' if line.unusual else ''}"
