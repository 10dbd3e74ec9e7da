"""What is about the same thing, worked out once: groups of findings are kept until what they rest on changes.

A grouping is derived: it is looked up by a digest over all that it rests on, so that one made before a document was
added, a decision taken or a rule changed is never found, and the next view puts another in its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, delete, insert, select

from detente.model.decision import Pairs
from detente.model.document import Document
from detente.model.findings import Finding
from detente.model.view import Entry
from detente.store import rows
from detente.store.schema import groupings

F = TypeVar("F", bound=Finding)

WORTH_KEEPING = 100
"""Fewer findings are grouped as fast as a grouping of them is looked up."""


class Resolve(Protocol):
    """The rules by which findings of one kind, from several documents, are put together."""

    def rules(self) -> str:
        """The version of the rules: other rules, which might group otherwise, have another one."""

    def group_findings(self, found: Sequence[F], published: Mapping[str, str], pairs: Pairs) -> list[list[F]]:
        """Put together what is about the same thing, each group earliest published first, whatever the order given.

        `published` gives the ISO date of each document's id, "" where unknown; `pairs` is what people decided.
        Nothing that the ids of the findings leave open may matter.
        """

    def entry_of(self, group: Sequence[F]) -> Entry[F]:
        """Merge the findings of a group."""


class Groupings:
    """The groupings of findings on some states: those kept, and `fresh` ones that are worth keeping."""

    def __init__(self, connection: Connection, states: Iterable[str], resolve: Resolve) -> None:
        self._states = " ".join(sorted(set(states)))
        self._resolve = resolve
        chosen = select(groupings).where(groupings.c.states == self._states)
        self._kept = {row["layer"]: row for row in connection.execute(chosen).mappings()}
        self.fresh: list[rows.Row] = []

    def entries(self, found: Sequence[F], documents: Mapping[str, Document], pairs: Pairs) -> list[Entry[F]]:
        """What findings of one layer are about; `documents` tells when they were published."""
        if len(found) < WORTH_KEEPING:
            groups = self._grouped(found, documents, pairs)
        else:
            groups = self._looked_up(sorted(found, key=lambda f: f.id), documents, pairs)
        return [self._resolve.entry_of(group) for group in groups]

    def _grouped(self, found: Sequence[F], documents: Mapping[str, Document], pairs: Pairs) -> list[list[F]]:
        published = {id_: document.published or "" for id_, document in documents.items()}
        return self._resolve.group_findings(found, published, pairs)

    def _looked_up(self, found: Sequence[F], documents: Mapping[str, Document], pairs: Pairs) -> list[list[F]]:
        ids, layer = [f.id for f in found], found[0].layer
        pairs = _bearing_on(ids, pairs)
        basis = rows.digest([self._resolve.rules(), ids, _listed(pairs.same), _listed(pairs.different)])
        kept = self._kept.get(layer)
        if kept is not None and kept["basis"] == basis and kept["seal"] == seal_of(kept):
            return [[found[at] for at in places] for places in json.loads(kept["groups"])]
        groups = self._grouped(found, documents, pairs)
        place = {id_: at for at, id_ in enumerate(ids)}
        packed = rows.dumped([[place[f.id] for f in group] for group in groups])
        row = {"states": self._states, "layer": layer, "basis": basis, "groups": packed}
        self.fresh.append(row | {"seal": seal_of(row)})
        return groups


def keep(connection: Connection, fresh: Sequence[rows.Row]) -> None:
    """Put groupings in the place of those of the same states and layer."""
    for row in fresh:
        own = groupings.c
        connection.execute(delete(groupings).where(own.states == row["states"], own.layer == row["layer"]))
    connection.execute(insert(groupings), fresh)


def changed_groupings(connection: Connection) -> Iterator[str]:
    """Say which groupings were altered by another hand, one line each; views work them out anew."""
    for row in connection.execute(select(groupings).order_by(groupings.c.states, groupings.c.layer)).mappings():
        if seal_of(row) != row["seal"]:
            yield f"grouping of {row['layer']} on {row['states']}: was changed; the next view of them makes it anew"


def seal_of(row: rows.Stored) -> str:
    """The digest of a row of `groupings`."""
    return rows.digest([row["states"], row["layer"], row["basis"], row["groups"]])


def _bearing_on(ids: Iterable[str], pairs: Pairs) -> Pairs:
    """Those pairs that lead from or to these findings, over however many others."""
    reached: set[str] = set(ids)
    chosen: set[frozenset[str]] = set()
    while touching := {pair for pair in pairs.same | pairs.different if pair & reached} - chosen:
        chosen |= touching
        reached = reached.union(*touching)
    return Pairs(same=pairs.same & chosen, different=pairs.different & chosen)


def _listed(pairs: Iterable[frozenset[str]]) -> list[Any]:
    return sorted(sorted(pair) for pair in pairs)
