"""Takes a dossier in: what is new is added, what is no longer claimed is withdrawn, nothing is overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, text, update

from detente.model.document import Document
from detente.model.dossier import Dossier
from detente.model.findings import Finding
from detente.store import rows
from detente.store.schema import (
    document_states,
    documents,
    finding_states,
    findings,
    holdings,
    people,
    problems,
    spans,
)
from detente.text.canonical import index_words


def write_dossier(connection: Connection, dossier: Dossier, now: str) -> bool:
    """Return whether the record now holds anything that it did not; `now` is the time of recording."""
    changed = [_write_document(connection, dossier.document, now)]
    doc_id = dossier.document.id
    lists: tuple[tuple[Table, list[rows.Row]], ...] = (
        (document_states, [{"state": state} for state in dossier.states]),
        (people, [rows.party_row(party) for party in dossier.people]),
        (problems, [rows.problem_row(problem) for problem in dossier.problems]),
    )
    changed += [_write_list(connection, table, doc_id, items) for table, items in lists]
    changed.append(_write_findings(connection, doc_id, dossier.findings, now))
    return any(changed)


def _write_document(connection: Connection, document: Document, now: str) -> bool:
    facts = rows.document_facts(document)
    known = connection.execute(
        select(*(documents.c[name] for name in facts)).where(documents.c.id == document.id)
    ).mappings()
    held = known.one_or_none()
    if held is None:
        added = insert(documents).values(rows.document_row(document, now)).returning(documents.c.n)
        n = connection.execute(added).scalar_one()
        words = " ".join(index_words(f"{document.title or ''}\n{document.text}"))
        connection.execute(
            text("INSERT INTO document_words (rowid, words) VALUES (:n, :words)"),
            {"n": n, "words": words},
        )
        return True
    # The same text under two names of file: the order of adding must not matter.
    facts["name"] = min(facts["name"], held["name"])
    if facts == dict(held):
        return False
    connection.execute(update(documents).where(documents.c.id == document.id).values(facts))
    return True


def _write_list(connection: Connection, table: Table, doc_id: str, items: Sequence[rows.Row]) -> bool:
    """Let the list of a document be as it was last read."""
    wanted = [{"doc_id": doc_id, "ord": ord_} | item for ord_, item in enumerate(items)]
    query = select(table).where(table.c.doc_id == doc_id).order_by(table.c.ord)
    if [dict(row) for row in connection.execute(query).mappings()] == wanted:
        return False
    connection.execute(delete(table).where(table.c.doc_id == doc_id))
    if wanted:
        connection.execute(insert(table), wanted)
    return True


def _write_findings(connection: Connection, doc_id: str, proposed: Sequence[Finding], now: str) -> bool:
    wanted = {finding.id: finding for finding in proposed}
    stored = {
        row["id"]: row for row in connection.execute(select(findings).where(findings.c.doc_id == doc_id)).mappings()
    }
    held = _held(connection, doc_id)
    fresh = [finding for id_, finding in wanted.items() if id_ not in stored]
    _insert_findings(connection, fresh)
    corrected = [_correct(connection, wanted[id_], stored[id_]) for id_ in wanted if id_ in stored]
    begun = [{"finding_id": id_, "recorded_at": now} for id_ in wanted if id_ not in held]
    if begun:
        connection.execute(insert(holdings), begun)
    ended = sorted(held - set(wanted))
    if ended:
        still_held = holdings.c.finding_id.in_(ended) & holdings.c.withdrawn_at.is_(None)
        connection.execute(update(holdings).where(still_held).values(withdrawn_at=now))
    return bool(begun or ended or any(corrected))


def _held(connection: Connection, doc_id: str) -> set[str]:
    query = (
        select(holdings.c.finding_id)
        .join(findings, findings.c.id == holdings.c.finding_id)
        .where(findings.c.doc_id == doc_id, holdings.c.withdrawn_at.is_(None))
    )
    return set(connection.execute(query).scalars())


def _insert_findings(connection: Connection, fresh: Sequence[Finding]) -> None:
    cuts = [
        {"finding_id": f.id, "field": field, "ord": ord_, "start": start, "end": end}
        for f in fresh
        for field, ord_, start, end in rows.cuts_of(f)
    ]
    named = [{"finding_id": f.id, "state": state} for f in fresh for state in sorted(rows.states_of(f))]
    for table, values in ((findings, [rows.finding_row(f) for f in fresh]), (spans, cuts), (finding_states, named)):
        if values:
            connection.execute(insert(table), values)


def _correct(connection: Connection, finding: Finding, stored: Any) -> bool:
    """Take over what is no part of a finding's id: its links, its confidence and who proposed it."""
    wanted = rows.finding_row(finding)
    if all(stored[name] == value for name, value in wanted.items()):
        return False
    connection.execute(update(findings).where(findings.c.id == finding.id).values(wanted))
    return True
