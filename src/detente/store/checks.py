"""Whether a record is sound: the file, texts and findings by id, decisions by their chain, all else by digest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, Connection, select

from detente.errors import DetenteError
from detente.model.document import Document
from detente.store import rows
from detente.store.decisions import broken_links
from detente.store.grouping import changed_groupings
from detente.store.loading import among
from detente.store.schema import documents, finding_states, findings, holdings, readings
from detente.store.writer import listed, sealed

_BATCH = 200
"""So many documents, or readings, are loaded at once."""


def unsound(connection: Connection) -> list[str]:
    """Say what is wrong, one line each."""
    found = list(_damage(connection))
    for ids in _batches(connection, documents.c.id):
        found += _changed_documents(connection, ids)
    for numbers in _batches(connection, readings.c.n):
        found += _changed_readings(connection, numbers)
    return [*found, *_changed_holdings(connection), *broken_links(connection), *changed_groupings(connection)]


def _batches(connection: Connection, column: Column[Any]) -> Iterator[list[Any]]:
    values = connection.execute(select(column).order_by(column)).scalars().all()
    for at in range(0, len(values), _BATCH):
        yield list(values[at : at + _BATCH])


def _damage(connection: Connection) -> Iterator[str]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield f"the file is damaged: {said}"
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} belongs to a row of {parent} that is not there"


def _unchanged(row: rows.Stored) -> Document | None:
    try:
        document = rows.document_from_row({**row, **rows.UNREAD})
        same = rows.document_row(document) == {name: row[name] for name in row if name != "n"}
    except (DetenteError, TypeError, ValueError):
        return None
    return document if same else None


def _changed_documents(connection: Connection, ids: Sequence[str]) -> Iterator[str]:
    sound: dict[str, Document] = {}
    chosen = select(documents).where(among(documents.c.id, ids)).order_by(documents.c.id)
    for row in connection.execute(chosen).mappings():
        document = _unchanged(row)
        if document is None:
            yield f"document {row['id']}: its text, or where it appeared, was changed"
        else:
            sound[document.id] = document
    yield from _changed_findings(connection, sound)


def _changed_findings(connection: Connection, docs: Mapping[str, Document]) -> Iterator[str]:
    chosen = select(findings).where(among(findings.c.doc_id, docs)).order_by(findings.c.doc_id, findings.c.id)
    found = connection.execute(chosen).mappings().all()
    named = _named_states(connection, [row["id"] for row in found])
    for row in found:
        try:
            loaded = rows.finding_from_row({**row, **rows.UNHELD}, docs[row["doc_id"]])
            finding = replace(loaded)  # the id worked out anew
            same = rows.finding_row(finding) == dict(row) and rows.states_of(finding) == named[row["id"]]
        except (DetenteError, TypeError, ValueError, LookupError, AttributeError) as reason:
            yield f"finding {row['id']}: cannot be read ({reason})"
            continue
        if not same:
            yield f"finding {row['id']} ({row['layer']}): what it claims, or its words, was changed"


def _named_states(connection: Connection, ids: Sequence[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {id_: set() for id_ in ids}
    for finding_id, state in connection.execute(select(finding_states).where(among(finding_states.c.finding_id, ids))):
        found[finding_id].add(state)
    return found


def _changed_readings(connection: Connection, numbers: Sequence[int]) -> Iterator[str]:
    lists = listed(connection, numbers)
    chosen = select(readings).where(readings.c.n.in_(numbers)).order_by(readings.c.n)
    for row in connection.execute(chosen).mappings():
        if sealed(row, lists[row["n"]]) != row["digest"]:
            yield f"reading {row['n']} (of document {row['doc_id']}): what it lists was changed"


def _changed_holdings(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(holdings).order_by(holdings.c.n)).mappings():
        if sealed(row) != row["digest"]:
            yield f"holding {row['n']} (of finding {row['finding_id']}): its confidence, links or times were changed"
