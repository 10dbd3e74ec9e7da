"""Dossiers and entries as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields

from rich.console import Console
from rich.text import Text

from detente.model.document import Document
from detente.model.dossier import Dossier, Party, Problem
from detente.model.findings import LAYERS, Event, Finding, Statement
from detente.model.span import Span
from detente.model.view import Entry

_OWN_LINE = frozenset(
    {"evidence", "confidence", "extractor", "because_of", "content", "a", "b", "source", "cue"}
    | {"person_id", "office_id", "part_of", "date_basis", "act", "date", "scale", "scheme"}
)
SHORT = 8
"""So many digits of an id tell findings of a record apart."""
_LABELS = {
    "about": "about",
    "against": "against",
    "aims": "aim:",
    "announced": "announced:",
    "by": "by",
    "condition": "if",
    "due": "due",
    "end": "until",
    "end_date": "to",
    "intensity": "intensity",
    "outcome": "outcome:",
    "quad": "quad",
    "reason": "reason:",
    "refused_by": "refused by",
    "reported_by": "through",
    "recipient": "towards",
    "since": "since",
    "start": "from",
    "to": "to",
    "when": "on",
}
"""Words before values that would not explain themselves."""


def show_dossier(dossier: Dossier, out: Console) -> None:
    """One document: who is in it, then each layer, each item with its words."""
    doc = dossier.document
    out.print(Text(f"{doc.title or doc.name}", style="bold"))
    out.print(f"{doc.publisher or 'publisher not stated'}, {doc.published or 'date not stated'}", markup=False)
    out.print(f"states: {' '.join(dossier.states) or 'none found'}", markup=False)
    for person in dossier.people:
        if person.kind == "person":
            out.print(f"  {_described(person)}", markup=False)
    for layer, kind in LAYERS.items():
        found = dossier.of(kind)
        if found:
            out.print(Text(f"\n{layer} ({len(found)})", style="bold"))
        for finding in found:
            _show_finding(finding, out)
    if dossier.problems:
        out.print(Text(f"\nproblems ({len(dossier.problems)})", style="bold"))
    show_problems(dossier.problems, {doc.id: doc}, out)


def show_entries(entries: Sequence[Entry[Finding]], documents: Mapping[str, Document], out: Console) -> None:
    """One line of facts per entry, then its words with publisher and date; the same words once."""
    for entry in entries:
        reports = f" [{entry.reports} reports]" if entry.reports > 1 else ""
        out.print(Text(f"{facts(entry.best)}{reports} #{entry.id[:SHORT]}"))
        told: dict[str, list[Document]] = {}
        for span in words_of(entry.best):
            told.setdefault(span.line, []).append(documents[span.doc])
        for words, (doc, *more) in told.items():
            source = f"{doc.publisher or 'publisher not stated'}, {doc.published or 'date not stated'}"
            again = f"; {len(more)} more" if more else ""
            out.print(Text(f"    “{words}” ({source}{again})", style="dim"))
    if not entries:
        out.print("nothing found in these documents", markup=False)


def show_problems(problems: Iterable[Problem], documents: Mapping[str, Document], out: Console) -> None:
    """What could not be read, with its place."""
    for problem in problems:
        where = f": “{' '.join(problem.where.text.split())[:120]}”" if problem.where else ""
        choices = f" ({' or '.join(problem.alternatives)})" if problem.alternatives else ""
        out.print(f"  {documents[problem.doc].name}: {problem.message}{choices}{where}", markup=False)


def _show_finding(finding: Finding, out: Console) -> None:
    out.print(Text(f"  {facts(finding)}"))
    for span in words_of(finding):
        out.print(Text(f"      “{' '.join(span.text.split())}”", style="dim"))


def facts(finding: Finding) -> str:
    """What a finding claims, in one line."""
    if isinstance(finding, Statement):
        head = f"{finding.speaker or 'not stated'} ({finding.cue.text if finding.cue else 'no cue'})"
        rest = {"to": finding.addressee, "through": finding.reported_by, "on": finding.said_on}
        return "; ".join([" ".join(head.split()), *(f"{k} {v}" for k, v in rest.items() if v), *finding.issues])
    when, shown = getattr(finding, "date", None), []
    for field in fields(finding):
        value = getattr(finding, field.name)
        if field.name in _OWN_LINE or value in (None, ()):
            continue
        words = value.text if isinstance(value, Span) else ", ".join(value) if isinstance(value, tuple) else str(value)
        label = f"{_LABELS[field.name]} " if field.name in _LABELS else ""
        unit = " minutes" if field.name == "duration_min" else ""
        shown.append(label + " ".join(words.split()) + unit)
    if isinstance(finding, Event):
        shown.append(f"confidence {finding.confidence:.2f}")
    return " · ".join([when, *shown] if when else shown)


def words_of(finding: Finding) -> tuple[Span, ...]:
    """The words that show it."""
    return finding.content if isinstance(finding, Statement) else finding.evidence


def _described(person: Party) -> str:
    office = f", {person.office}" if person.office else ""
    return f"{person.name}{office}{f' ({person.state})' if person.state else ''}"
