"""What people decided on whether findings are about one thing, kept when findings are grouped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from detente.model.decision import Pairs
from detente.model.findings import Finding

F = TypeVar("F", bound=Finding)


class Bonds:
    """Which findings must stand together, and which apart; ids of findings as they stand.

    Whoever is held to be apart from one is apart from all that are one with it. Where decisions contradict each other,
    as undone ones may leave them, `different` outweighs `same`.
    """

    def __init__(self, pairs: Pairs) -> None:
        self._one: dict[str, frozenset[str]] = {}
        self._apart: dict[str, set[str]] = {}
        for pair in pairs.different:
            self._keep_apart(*pair)
        for a, b in sorted(tuple(sorted(pair)) for pair in pairs.same):
            self._join(a, b)

    @property
    def empty(self) -> bool:
        """Whether nothing is held to be one."""
        return not self._one

    def one_with(self, finding: Finding) -> frozenset[str]:
        """Ids of all that are held to be one with a finding, itself among them."""
        return self._of(finding.id)

    def may_join(self, finding: Finding, group: Iterable[Finding]) -> bool:
        """Whether nobody holds a finding to be another thing than one of the group."""
        apart = self._apart.get(finding.id)
        return not apart or apart.isdisjoint(f.id for f in group)

    def _of(self, id_: str) -> frozenset[str]:
        return self._one.get(id_, frozenset((id_,)))

    def _keep_apart(self, a: str, b: str) -> None:
        self._apart.setdefault(a, set()).add(b)
        self._apart.setdefault(b, set()).add(a)

    def _join(self, a: str, b: str) -> None:
        ours, theirs = self._of(a), self._of(b)
        if any(self._apart.get(id_, set()) & theirs for id_ in ours):
            return
        united = ours | theirs
        others = set().union(*(self._apart.get(id_, set()) for id_ in united))
        for id_ in united:
            self._one[id_] = united
            for other in others:
                self._keep_apart(id_, other)


def bound_together(groups: Sequence[list[F]], bonds: Bonds) -> list[list[F]]:
    """Put together what is held to be one thing, whole groups where nothing in them is held to be apart."""
    if bonds.empty:
        return list(groups)
    home = {finding.id: group for group in groups for finding in group}
    kept = list(groups)
    for finding in sorted((f for group in groups for f in group), key=lambda f: f.id):
        for other in sorted(bonds.one_with(finding) & set(home)):
            into, from_ = home[finding.id], home[other]
            if into is from_:
                continue
            moving = [f for f in from_ if f.id in bonds.one_with(finding)]
            if all(bonds.may_join(f, into) for f in from_):
                moving = list(from_)
            into += moving
            from_[:] = [f for f in from_ if f not in moving]
            home |= dict.fromkeys((f.id for f in moving), into)
    return [group for group in kept if group]
