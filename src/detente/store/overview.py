"""What a record holds, counted: states in dealings, publishers, versions of extractors; and its last change."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, and_, func, select

from detente.store.loading import stood
from detente.store.schema import decisions, document_states, documents, findings, holdings, problems, readings


class Dealings(NamedTuple):
    """Two states with the number of documents on their dealings, and the days (ISO) of the first and the last."""

    states: tuple[str, str]
    documents: int
    first: str | None
    last: str | None


class Publisher(NamedTuple):
    """A publisher with the number of its documents, and the days (ISO) of the first and the last."""

    name: str | None
    documents: int
    first: str | None
    last: str | None


class Version(NamedTuple):
    """How many findings that stand now one version of an extractor proposed."""

    layer: str
    extractor: str
    findings: int


def load_dealings(connection: Connection) -> list[Dealings]:
    """Every two states that one document is about, those with most documents first."""
    one, other = document_states.alias(), document_states.alias()
    both = readings.join(one, one.c.reading == readings.c.n)
    both = both.join(other, and_(other.c.reading == one.c.reading, other.c.state > one.c.state))
    both = both.join(documents, documents.c.id == readings.c.doc_id)
    days = (func.min(documents.c.published), func.max(documents.c.published))
    number = func.count(readings.c.doc_id.distinct())
    query = select(one.c.state, other.c.state, number, *days).select_from(both).where(stood(readings, None))
    grouped = query.group_by(one.c.state, other.c.state).order_by(number.desc(), one.c.state, other.c.state)
    return [Dealings((a, b), n, first, last) for a, b, n, first, last in connection.execute(grouped)]


def load_publishers(connection: Connection) -> list[Publisher]:
    """Every publisher, those with most documents first; None holds documents of no known one."""
    days = (func.min(documents.c.published), func.max(documents.c.published))
    query = select(documents.c.publisher, func.count(), *days).group_by(documents.c.publisher)
    return [Publisher(*row) for row in connection.execute(query.order_by(func.count().desc(), documents.c.publisher))]


def load_versions(connection: Connection) -> list[Version]:
    """Every version of an extractor whose findings stand now, by layer."""
    both = holdings.join(findings, findings.c.id == holdings.c.finding_id)
    query = select(findings.c.layer, holdings.c.extractor, func.count()).select_from(both)
    grouped = query.where(stood(holdings, None)).group_by(findings.c.layer, holdings.c.extractor)
    return [Version(*row) for row in connection.execute(grouped.order_by(findings.c.layer, holdings.c.extractor))]


def load_ids_of(connection: Connection, publisher: str | None, limit: int, after: int) -> list[str]:
    """Ids of documents of a publisher, the latest first: `limit` of them after so many; None is no known publisher."""
    query = select(documents.c.id).where(documents.c.publisher.is_not_distinct_from(publisher))
    ordered = query.order_by(documents.c.published.desc().nulls_last(), documents.c.id)
    return list(connection.execute(ordered.limit(limit).offset(after)).scalars())


def load_kinds_of_problems(connection: Connection) -> dict[str, int]:
    """How often something of each kind could not be read, as documents were last read."""
    now = select(readings.c.n).where(stood(readings, None))
    query = (
        select(problems.c.kind, func.count().label("n")).where(problems.c.reading.in_(now)).group_by(problems.c.kind)
    )
    return {row.kind: row.n for row in connection.execute(query)}


def load_mark(connection: Connection) -> str:
    """Words that change whenever the record does, and only then."""
    read = connection.execute(select(func.max(readings.c.recorded_at), func.max(readings.c.n))).one()
    held = connection.execute(select(func.max(holdings.c.n))).scalar()
    decided = connection.execute(select(func.max(decisions.c.number))).scalar()
    return " ".join(map(str, (*read, held, decided)))
