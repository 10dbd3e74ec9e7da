"""One entry with all its reports, and one address with all its versions, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from detente.analysis.joining import Report
from detente.cli.show import show_entries
from detente.model.document import Document
from detente.model.findings import Finding
from detente.model.view import Entry, View
from detente.text.changes import changes


def show_entry(entry: Entry[Finding], reports: tuple[Report, ...], view: View, out: Console) -> None:
    """What is held, then each report by day of publication with its status, its words and why it belongs here."""
    show_entries([entry], view.documents, out)
    copies = f", {entry.copies} of them in copies of a text" if entry.copies else ""
    out.print(Text(f"\nreports: {entry.reports}{copies}; reviewed: {entry.reviewed}", style="bold"))
    for report in reports:
        day = report.document.published or "date not stated"
        status = f" · {report.status}" if report.status else ""
        source = report.document.publisher or report.document.name
        out.print(f"{day}{status} · {source} · {report.finding.id}", markup=False)
        out.print(Text(f"    “{report.finding.evidence[0].line}”", style="dim"))
        if report.because:
            out.print(f"    joined: {report.because}", markup=False)
    if len(reports) > 1:
        out.print("to part two of them: detente decide different ID OTHER --reason WHY", markup=False)


def show_versions(found: Sequence[Document], out: Console) -> None:
    """Each version with what changed since the one before."""
    for n, document in enumerate(found):
        out.print(Text(f"{document.published or 'date not stated'} · {document.title or document.name}", style="bold"))
        for change in changes(found[n - 1].text, document.text) if n else ():
            for paragraph in change.before:
                out.print(Text(f"  - {paragraph}", style="dim"))
            for paragraph in change.after:
                out.print(Text(f"  + {paragraph}"))
    if not found:
        out.print("no text of this address is held", markup=False)
