"""How a formulation fared, as lines for a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from detente.analysis.wording import Wording
from detente.model.occurrence import Occurrence

_CONTEXT = 70
"""Code points of text shown on either side of a use."""


def show_wording(found: Wording, out: Console, *, every: bool) -> None:
    """First and last use with their words, the forms, the documents by year; with `every`, all uses."""
    documents = len({use.document.id for use in found.uses})
    out.print(Text(f"{found.state or 'no state'} · uses: {len(found.uses)}, documents: {documents}", style="bold"))
    if every or len(found.uses) == 1:
        for use in found.uses:
            _show_use("", use, out)
    else:
        _show_use("first: ", found.first, out)
        _show_use("last:  ", found.last, out)
    for variant in found.variants:
        days = " to ".join(dict.fromkeys(use.day or "date not stated" for use in (variant.first, variant.last)))
        out.print(f"  “{variant.words}”: {variant.times} ({days})", markup=False)
    out.print("  " + " · ".join(f"{year}: {n}" for year, n in found.years.items()), markup=False)


def _show_use(label: str, use: Occurrence, out: Console) -> None:
    doc = use.document
    who = use.speaker or "the account itself"
    rendering = ", as others tell it" if use.rendered else ""
    out.print(f"  {label}{use.day or 'date not stated'} · {who}{rendering}", markup=False)
    before = " ".join(doc.text[max(0, use.span.start - _CONTEXT) : use.span.start].split())
    after = " ".join(doc.text[use.span.end : use.span.end + _CONTEXT].split())
    source = f"{doc.title or doc.name} ({doc.publisher or 'publisher not stated'})"
    line = Text("      …").append(f"{before} ").append(use.span.line, style="bold").append(f" {after}…")
    out.print(line)
    out.print(Text(f"      {source}", style="dim"))
