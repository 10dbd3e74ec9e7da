"""Whether a record is sound: the file itself, each text by its id, each finding by its id and its words."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from detente.errors import InputError
from detente.model.document import Document
from detente.store import rows
from detente.store.loading import load_cuts
from detente.store.schema import documents, findings


def unsound(connection: Connection) -> list[str]:
    """Say what is wrong, one line each."""
    found = list(_damage(connection))
    for row in connection.execute(select(documents).order_by(documents.c.id)).mappings().all():
        document = rows.document_from_row(row)
        if document.id == row["id"]:
            found += _changed_findings(connection, document)
        else:
            found.append(f"document {row['id']} ({row['name']}): its text, or where it appeared, was changed")
    return found


def _damage(connection: Connection) -> Iterator[str]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield f"the file is damaged: {said}"
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} belongs to a row of {parent} that is not there"


def _changed_findings(connection: Connection, document: Document) -> Iterator[str]:
    chosen = select(findings).where(findings.c.doc_id == document.id).order_by(findings.c.id)
    cuts = load_cuts(connection, chosen)
    for row in connection.execute(chosen).mappings():
        try:
            same = rows.finding_from_row(row, cuts[row["id"]], document).id == row["id"]
        except InputError as reason:
            yield f"finding {row['id']}: {reason}"
            continue
        if not same:
            yield f"finding {row['id']} ({row['layer']} of {document.name}): what it claims, or its words, was changed"
