"""Where accounts disagree: within one document, and between documents that tell of one thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.analysis.disputes import Dispute
from detente.model.findings import Discrepancy
from detente.model.view import Entry
from detente.ontology.kinds import label_of
from detente.web.claims import Claims, Quote


@dataclass(frozen=True)
class Disagreement:
    """Two accounts of one thing, neither preferred; `of` names what is told of, `within` whether it is one document."""

    id: str
    kind: str
    about: str
    size: str | None
    of: str
    path: str
    within: bool
    first: Quote
    second: Quote
    told_by: tuple[int, int]


def within(entry: Entry[Discrepancy], claims: Claims) -> Disagreement:
    """What one document tells in two ways."""
    best = entry.best
    first, second = claims.quote(best.a), claims.quote(best.b)
    about = claims.wording.issue(best.about)
    path = claims.path(entry)
    return Disagreement(
        id=entry.id,
        kind=_kind(best.kind),
        about=about,
        size=best.size,
        of="within one document",
        path=path,
        within=True,
        first=first,
        second=second,
        told_by=(1, 1),
    )


def between(dispute: Dispute, claims: Claims) -> Disagreement:
    """What documents tell differently of one entry."""
    return Disagreement(
        id=dispute.entry.id,
        kind=_kind(dispute.kind),
        about=dispute.about,
        size=dispute.size,
        of=claims.says(dispute.entry.best),
        path=claims.path(dispute.entry),
        within=False,
        first=claims.quote(dispute.a[0]),
        second=claims.quote(dispute.b[0]),
        told_by=(len(dispute.a), len(dispute.b)),
    )


def disagreements(
    entries: Iterable[Entry[Discrepancy]], disputes: Iterable[Dispute], claims: Claims
) -> tuple[Disagreement, ...]:
    """All of them, those between documents first, the latest first."""
    found = [between(dispute, claims) for dispute in disputes]
    found += [within(entry, claims) for entry in entries]
    return tuple(sorted(found, key=lambda d: (not d.within, d.second.published or ""), reverse=True))


def _kind(kind: str) -> str:
    return label_of("discrepancy_kind", kind)
