"""Rows of a record back into documents, findings, people and problems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from detente.model.document import Document
from detente.model.dossier import Party, Problem
from detente.model.findings import Finding
from detente.store import rows
from detente.store.schema import documents, people, problems, spans


@dataclass(frozen=True)
class Loaded:
    """Findings with the documents they cite."""

    findings: list[Finding]
    documents: dict[str, Document]


def load_findings(connection: Connection, chosen: Select[Any]) -> Loaded:
    """Load what a query on `findings` chooses, in the order of the texts, with the words cut anew."""
    found = connection.execute(chosen).mappings().all()
    docs = load_documents(connection, documents.c.id.in_(select(chosen.subquery().c.doc_id)))
    cuts = load_cuts(connection, chosen)
    made = [rows.finding_from_row(row, cuts[row["id"]], docs[row["doc_id"]]) for row in found]
    made.sort(key=lambda f: (f.evidence[0].doc, min(f.evidence).start, f.id))
    return Loaded(made, docs)


def load_cuts(connection: Connection, chosen: Select[Any]) -> dict[str, list[rows.Cut]]:
    """Load where the words of the chosen findings stand, by finding."""
    cuts: dict[str, list[rows.Cut]] = defaultdict(list)
    query = select(spans).where(spans.c.finding_id.in_(select(chosen.subquery().c.id)))
    for finding_id, field, ord_, start, end in connection.execute(query):
        cuts[finding_id].append((field, ord_, start, end))
    return cuts


def load_documents(connection: Connection, *where: ColumnElement[bool]) -> dict[str, Document]:
    """Load the documents that meet the conditions, by id."""
    query = select(documents).where(*where)
    return {row["id"]: rows.document_from_row(row) for row in connection.execute(query).mappings()}


def load_problems(connection: Connection, docs: Mapping[str, Document]) -> tuple[Problem, ...]:
    """Load the problems of these documents, in the order given."""
    query = select(problems).where(among(problems.c.doc_id, docs)).order_by(problems.c.doc_id, problems.c.ord)
    by_doc: dict[str, list[Problem]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        by_doc[row["doc_id"]].append(rows.problem_from_row(row, docs[row["doc_id"]]))
    return tuple(problem for id_ in docs for problem in by_doc[id_])


def load_people(connection: Connection, doc_ids: Collection[str]) -> tuple[Party, ...]:
    """Load the parties of these documents, in the order given, each once."""
    query = select(people).where(among(people.c.doc_id, doc_ids)).order_by(people.c.doc_id, people.c.ord)
    by_doc: dict[str, list[Party]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        by_doc[row["doc_id"]].append(Party(**{k: v for k, v in row.items() if k not in {"doc_id", "ord"}}))
    return tuple(dict.fromkeys(party for id_ in doc_ids for party in by_doc[id_]))


def among(column: ColumnElement[str], values: Collection[str]) -> ColumnElement[bool]:
    """Go round the limit on the number of parameters of a query."""
    listed = func.json_each(rows.dumped(list(values))).table_valued("value")
    return column.in_(select(listed.c.value))
