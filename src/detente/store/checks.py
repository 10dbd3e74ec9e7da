"""Whether a record is sound: the file, texts and findings by id, decisions by their chain, all else by digest."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from detente.errors import DetenteError
from detente.model.document import Document
from detente.store import rows
from detente.store.decisions import broken_links
from detente.store.loading import load_cuts
from detente.store.schema import documents, finding_states, findings, holdings, readings
from detente.store.writer import listed, sealed


def unsound(connection: Connection) -> list[str]:
    """Say what is wrong, one line each."""
    found = list(_damage(connection))
    for row in connection.execute(select(documents).order_by(documents.c.id)).mappings().all():
        document = _unchanged(row)
        if document is None:
            found.append(f"document {row['id']}: its text, or where it appeared, was changed")
        else:
            found += _changed_findings(connection, document)
    return [*found, *_changed_readings(connection), *_changed_holdings(connection), *broken_links(connection)]


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


def _changed_findings(connection: Connection, document: Document) -> Iterator[str]:
    chosen = select(findings).where(findings.c.doc_id == document.id).order_by(findings.c.id)
    cuts = load_cuts(connection, chosen)
    named = _named_states(connection, document)
    for row in connection.execute(chosen).mappings():
        try:
            finding = rows.finding_from_row({**row, **rows.UNHELD}, cuts[row["id"]], document)
            same = rows.finding_row(finding) == dict(row) and rows.states_of(finding) == named.get(finding.id, set())
        except (DetenteError, TypeError, ValueError, LookupError, AttributeError) as reason:
            yield f"finding {row['id']}: cannot be read ({reason})"
            continue
        if not same:
            yield f"finding {row['id']} ({row['layer']}): what it claims, or its words, was changed"


def _named_states(connection: Connection, document: Document) -> dict[str, set[str]]:
    query = select(finding_states).join(findings, findings.c.id == finding_states.c.finding_id)
    found: dict[str, set[str]] = {}
    for finding_id, state in connection.execute(query.where(findings.c.doc_id == document.id)):
        found.setdefault(finding_id, set()).add(state)
    return found


def _changed_readings(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(readings).order_by(readings.c.n)).mappings().all():
        if sealed(row, listed(connection, row["n"])) != row["digest"]:
            yield f"reading {row['n']} (of document {row['doc_id']}): what it lists was changed"


def _changed_holdings(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(holdings).order_by(holdings.c.n)).mappings():
        if sealed(row) != row["digest"]:
            yield f"holding {row['n']} (of finding {row['finding_id']}): its confidence, links or times were changed"
