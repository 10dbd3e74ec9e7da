"""Rows of a record back into documents, findings, people and problems, as they stood at a moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select

from detente.model.document import Document
from detente.model.dossier import Dossier, Party, Problem
from detente.model.findings import LAYERS, Finding
from detente.store import rows
from detente.store.schema import (
    document_states,
    documents,
    findings,
    holdings,
    people,
    problems,
    readings,
    signatures,
)

_MOST_PARTIES = 1_000_000
"""More than any document names."""


@dataclass(frozen=True)
class Loaded:
    """Findings with the documents they cite."""

    findings: list[Finding]
    documents: dict[str, Document]


def stood(table: Table, moment: str | None) -> ColumnElement[bool]:
    """Whether a row of `readings` or `holdings` stood at the moment (UTC); None is now."""
    if moment is None:
        return table.c.withdrawn_at.is_(None)
    later = or_(table.c.withdrawn_at.is_(None), table.c.withdrawn_at > moment)
    return and_(table.c.recorded_at <= moment, later)


def proposed(moment: str | None) -> Select[Any]:
    """The query for the findings that were proposed at a moment, to be narrowed."""
    own = holdings.c
    both = select(findings, own.confidence, own.extractor, own.links).join(holdings, own.finding_id == findings.c.id)
    return both.where(stood(holdings, moment))


def load_findings(connection: Connection, chosen: Select[Any], moment: str | None) -> Loaded:
    """Load what a narrowed `proposed` chooses, in the order of the texts, with the words cut anew."""
    found = connection.execute(chosen).mappings().all()
    docs = load_documents(connection, moment, among(documents.c.id, {row["doc_id"] for row in found}))
    made = [rows.finding_from_row(row, docs[row["doc_id"]]) for row in found]
    made.sort(key=lambda f: (f.evidence[0].doc, min(f.evidence).start, f.id))
    return Loaded(made, docs)


def load_claims(connection: Connection, chosen: Select[Any]) -> Loaded:
    """Load findings from a query of their table alone, whenever they were held, with their documents."""
    found = connection.execute(chosen.order_by(findings.c.id)).mappings().all()
    of_these = select(documents).where(among(documents.c.id, {row["doc_id"] for row in found}))
    docs = [rows.document_from_row({**row, **rows.UNREAD}) for row in connection.execute(of_these).mappings()]
    by_id = {doc.id: doc for doc in docs}
    return Loaded([rows.finding_from_row({**row, **rows.UNHELD}, by_id[row["doc_id"]]) for row in found], by_id)


def load_documents(connection: Connection, moment: str | None, *where: ColumnElement[bool]) -> dict[str, Document]:
    """Load the documents held at a moment that meet the conditions, by id."""
    facts = readings.c
    both = select(documents, facts.name, facts.language, facts.account_of, facts.predecessor)
    query = both.join(readings, facts.doc_id == documents.c.id).where(stood(readings, moment), *where)
    return {row["id"]: rows.document_from_row(row) for row in connection.execute(query).mappings()}


def load_signatures(connection: Connection, ids: Collection[str]) -> dict[str, bytes]:
    """Load what stands for the wording of each document, by id."""
    query = select(signatures).where(among(signatures.c.doc_id, ids))
    return {row.doc_id: row.signature for row in connection.execute(query)}


def load_dossiers(connection: Connection, docs: Iterable[Document], moment: str | None) -> Iterable[Dossier]:
    """Load what each document says, one after another."""
    layers = list(LAYERS)
    for doc in docs:
        loaded = load_findings(connection, proposed(moment).where(findings.c.doc_id == doc.id), moment)
        states = _listed(document_states, [doc.id], moment)
        yield Dossier(
            document=doc,
            states=tuple(row["state"] for row in connection.execute(states).mappings()),
            people=load_people(connection, [doc.id], moment),
            findings=tuple(sorted(loaded.findings, key=lambda f: layers.index(f.layer))),
            problems=load_problems(connection, {doc.id: doc}, moment),
        )


def load_problems(connection: Connection, docs: Mapping[str, Document], moment: str | None) -> tuple[Problem, ...]:
    """Load the problems of these documents, in the order given."""
    by_doc: dict[str, list[Problem]] = defaultdict(list)
    for row in connection.execute(_listed(problems, docs, moment)).mappings():
        by_doc[row["doc_id"]].append(rows.problem_from_row(row, docs[row["doc_id"]]))
    return tuple(problem for id_ in docs for problem in by_doc[id_])


def load_people(connection: Connection, doc_ids: Collection[str], moment: str | None) -> tuple[Party, ...]:
    """Load the parties of these documents, in the order given, each once."""
    given = func.json_each(rows.dumped(list(doc_ids))).table_valued("key", "value")
    columns = rows.party_columns(people)
    # A big record names the same people again and again: they are told apart where they lie.
    first = func.min(given.c.key * _MOST_PARTIES + people.c.ord)
    named = select(*columns).join(readings, readings.c.n == people.c.reading)
    named = named.join(given, given.c.value == readings.c.doc_id).where(stood(readings, moment))
    return tuple(rows.party_of(party) for party in connection.execute(named.group_by(*columns).order_by(first)))


def _listed(table: Table, doc_ids: Collection[str], moment: str | None) -> Select[Any]:
    """A list of documents as last read at a moment."""
    both = select(table, readings.c.doc_id).join(readings, readings.c.n == table.c.reading)
    chosen = both.where(stood(readings, moment), among(readings.c.doc_id, doc_ids))
    return chosen.order_by(table.c.reading, table.c.ord)


def among(column: ColumnElement[Any], values: Collection[str | int | None]) -> ColumnElement[bool]:
    """Go round the limit on the number of parameters of a query."""
    listed = func.json_each(rows.dumped(list(values))).table_valued("value")
    return column.in_(select(listed.c.value))
