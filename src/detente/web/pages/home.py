"""Which states deal with each other in the record; an empty record says how to fill it."""

from __future__ import annotations

from dataclasses import dataclass

from detente.web.asked import AskedOf
from detente.web.shelf import ShelfOf
from detente.web.ways import to_relationship

_SHOWN = 60


@dataclass(frozen=True)
class Pair:
    """Two states whose dealings documents tell of."""

    codes: tuple[str, str]
    names: tuple[str, str]
    path: str
    documents: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Home:
    """The pairs with most documents first; `more` are left out."""

    title: str
    documents: int
    findings: int
    decisions: int
    pairs: tuple[Pair, ...]
    more: int


def home(shelf: ShelfOf, asked: AskedOf) -> Home:
    """Count what the record holds."""
    store, wording = shelf.record.store, shelf.wording()
    counts = shelf.kept("counts", store.counts)
    dealings = shelf.kept("dealings", store.dealings)
    pairs = []
    for both in dealings[:_SHOWN]:
        a, b = sorted(both.states, key=wording.state)
        path = to_relationship((a, b)) + asked.moment.query
        pairs.append(Pair((a, b), (wording.state(a), wording.state(b)), path, both.documents, both.first, both.last))
    return Home(
        title="Relationships",
        documents=counts["documents"],
        findings=sum(n for name, n in counts.items() if name not in {"documents", "problems"}),
        decisions=len(shelf.kept("decisions", store.decisions)),
        pairs=tuple(pairs),
        more=max(0, len(dealings) - _SHOWN),
    )
