"""Takes a dossier in: what is new is added, what is no longer claimed is ended, nothing is overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, insert, select, text, update

from detente.model.document import Document
from detente.model.dossier import Dossier
from detente.model.findings import Finding
from detente.store import rows
from detente.store.indexing import index_findings, index_reading, mark_held
from detente.store.schema import (
    document_states,
    documents,
    finding_states,
    findings,
    holdings,
    people,
    problems,
    readings,
    signatures,
)
from detente.text.canonical import index_words
from detente.text.likeness import signature_of

Lists = dict[str, list[rows.Row]]
LISTS: tuple[Table, ...] = (document_states, people, problems)
"""What a reading lists, by table."""


def write_dossier(connection: Connection, dossier: Dossier, now: str) -> bool:
    """Return whether the record now holds anything that it did not; `now` is the time of recording."""
    document = dossier.document
    _write_document(connection, document)
    before = _reading_of(connection, document)
    facts, lists = _read_now(dossier, before)
    changed = _write_findings(connection, document, dossier.findings, now)
    if before is not None:
        lists_before = listed(connection, [before["n"]])[before["n"]]
        if not changed and _agree(before, facts) and lists_before == lists:
            return False
        _end_reading(connection, before, lists_before, now)
    _begin_reading(connection, facts | {"doc_id": document.id}, lists, now)
    return True


def listed(connection: Connection, numbers: Sequence[int]) -> dict[int, Lists]:
    """The lists of each of these readings, by table, without their places."""
    found: dict[int, Lists] = {n: {table.name: [] for table in LISTS} for n in numbers}
    for table in LISTS:
        query = select(table).where(table.c.reading.in_(numbers)).order_by(table.c.reading, table.c.ord)
        for row in connection.execute(query).mappings():
            found[row["reading"]][table.name].append(_without(row, "reading", "ord"))
    return found


def sealed(row: rows.Stored, lists: Lists | None = None) -> str:
    """The digest of a row of `readings`, with its lists, or of `holdings`."""
    return rows.digest([_without(row, "n", "digest"), lists or {}])


def _write_document(connection: Connection, document: Document) -> None:
    if connection.execute(select(documents.c.n).where(documents.c.id == document.id)).first():
        return
    added = insert(documents).values(rows.document_row(document)).returning(documents.c.n)
    n = connection.execute(added).scalar_one()
    connection.execute(insert(signatures).values(doc_id=document.id, signature=signature_of(document.text)))
    words = " ".join(index_words(f"{document.title or ''}\n{document.text}"))
    connection.execute(text("INSERT INTO document_words (rowid, words) VALUES (:n, :words)"), {"n": n, "words": words})


def _reading_of(connection: Connection, document: Document) -> RowMapping | None:
    query = select(readings).where(readings.c.doc_id == document.id, readings.c.withdrawn_at.is_(None))
    return connection.execute(query).mappings().one_or_none()


def _read_now(dossier: Dossier, before: RowMapping | None) -> tuple[rows.Row, Lists]:
    """What the document is called, and what is listed of it, by this reading."""
    facts = rows.reading_facts(dossier.document)
    if before is not None:
        # The same text under two names of file: the order of adding must not matter.
        facts["name"] = min(facts["name"], before["name"])
    return facts, {
        document_states.name: [{"state": state} for state in dossier.states],
        people.name: [rows.party_row(party) for party in dossier.people],
        problems.name: [rows.problem_row(problem) for problem in dossier.problems],
    }


def _end_reading(connection: Connection, row: RowMapping, lists: Lists, now: str) -> None:
    values = {"withdrawn_at": now, "digest": sealed(dict(row) | {"withdrawn_at": now}, lists)}
    connection.execute(update(readings).where(readings.c.n == row["n"]).values(values))


def _begin_reading(connection: Connection, facts: rows.Row, lists: Lists, now: str) -> None:
    row = facts | {"recorded_at": now, "withdrawn_at": None}
    added = insert(readings).values(row | {"digest": sealed(row, lists)}).returning(readings.c.n)
    reading = connection.execute(added).scalar_one()
    for table in LISTS:
        if items := [{"reading": reading, "ord": ord_} | item for ord_, item in enumerate(lists[table.name])]:
            connection.execute(insert(table), items)
    index_reading(connection, reading)


def _write_findings(connection: Connection, document: Document, proposed: Sequence[Finding], now: str) -> bool:
    """Add what was never proposed, and let exactly what is proposed now be held."""
    wanted = {finding.id: finding for finding in proposed}
    known = set(connection.execute(select(findings.c.id).where(findings.c.doc_id == document.id)).scalars())
    fresh = [finding for id_, finding in wanted.items() if id_ not in known]
    _insert_findings(connection, fresh)
    index_findings(connection, document, fresh)
    held = {row["finding_id"]: row for row in connection.execute(_held(document.id)).mappings()}
    facts = {id_: rows.holding_facts(finding) for id_, finding in wanted.items()}
    same = {id_ for id_, row in held.items() if id_ in facts and _agree(row, facts[id_])}
    ended = [row for id_, row in held.items() if id_ not in same]
    begun = [fact for id_, fact in facts.items() if id_ not in same]
    _end(connection, ended, now)
    _begin(connection, begun, now)
    mark_held(connection, [row["finding_id"] for row in ended], held=False)
    mark_held(connection, [facts["finding_id"] for facts in begun], held=True)
    return bool(ended or begun)


def _held(doc_id: str) -> Select[Any]:
    of_document = select(holdings).join(findings, findings.c.id == holdings.c.finding_id)
    return of_document.where(findings.c.doc_id == doc_id, holdings.c.withdrawn_at.is_(None))


def _agree(row: RowMapping, facts: rows.Row) -> bool:
    return all(row[name] == value for name, value in facts.items())


def _insert_findings(connection: Connection, fresh: Sequence[Finding]) -> None:
    named = [{"finding_id": f.id, "state": state} for f in fresh for state in sorted(rows.states_of(f))]
    for table, values in ((findings, [rows.finding_row(f) for f in fresh]), (finding_states, named)):
        if values:
            connection.execute(insert(table), values)


def _end(connection: Connection, ended: Sequence[RowMapping], now: str) -> None:
    for row in ended:
        values = {"withdrawn_at": now, "digest": sealed(dict(row) | {"withdrawn_at": now})}
        connection.execute(update(holdings).where(holdings.c.n == row["n"]).values(values))


def _begin(connection: Connection, begun: Sequence[rows.Row], now: str) -> None:
    begun = [facts | {"recorded_at": now, "withdrawn_at": None} for facts in begun]
    if begun:
        connection.execute(insert(holdings), [row | {"digest": sealed(row)} for row in begun])


def _without(row: rows.Stored, *names: str) -> rows.Row:
    return {name: value for name, value in row.items() if name not in names}
