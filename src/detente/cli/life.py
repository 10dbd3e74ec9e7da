"""What became of promises, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

from detente.analysis.followup import Life, Step
from detente.cli.show import SHORT
from detente.model.document import Document


def show_lives(lives: Sequence[Life], documents: Mapping[str, Document], out: Console) -> None:
    """Each commitment with how testable it is, and its steps with their words and why."""
    for life in lives:
        entry, best = life.commitment, life.commitment.best
        made = documents[entry.findings[0].evidence[0].doc].published or "date not stated"
        checks = f"testable by {', '.join(life.testable)}" if life.testable else "hardly testable"
        out.print(Text(f"#{entry.id[:SHORT]} · {made} · {', '.join(best.by)}: {_flat(best.what)}", style="bold"))
        out.print(Text(f"    {life.part}; {checks}; due {best.due or 'not stated'}", style="dim"))
        for step in life.steps:
            _show_step(step, documents, out)
    if not lives:
        out.print("no promise between these states is told of in these documents", markup=False)


def _show_step(step: Step, documents: Mapping[str, Document], out: Console) -> None:
    state = step.state.replace("_", " ")
    rating = "" if step.rating is None else f" ({step.rating:+d})"
    sure = "" if step.likelihood is None else f"perhaps, {step.likelihood:.0%} alike: "
    out.print(Text(f"    {step.day or 'date not stated'} · {sure}{state}{rating} · {step.because}"))
    if step.span:
        name = documents[step.span.doc].title or documents[step.span.doc].name
        out.print(Text(f"        “{step.span.line}” ({name})", style="dim"))


def _flat(words: str) -> str:
    return " ".join(words.split())
