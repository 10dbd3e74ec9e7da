"""Decisions, chained by hash; and what a reading gives kept from when to when it stood, so that any day can be asked.

What revision 0001 overwrote is gone: of such things a record of that time answers, for every day, what it last held.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_FACTS = ("name", "language", "account_of", "predecessor")
_LISTS: dict[str, tuple[str, ...]] = {
    "document_states": ("state",),
    "people": ("name", "kind", "state", "person_id", "office", "office_id", "role"),
    "problems": ("kind", "message", "start", "end", "alternatives"),
}


def upgrade() -> None:
    """Make the log, which only grows, and move what was overwritten until now to rows with times."""
    _make_log()
    _make_readings()
    _fill_holdings()
    op.drop_column("findings", "status")


def _make_log() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "subject")),
        sa.Column("other", sa.Text),
        sa.Column("changes", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("undoes", sa.Integer),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("about", "by", "at", "previous", "hash")),
    )
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER decisions_stay_{change.lower()} BEFORE {change} ON decisions "
            "BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END"
        )


def _make_readings() -> None:
    op.create_table(
        "readings",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("doc_id", sa.Text, sa.ForeignKey("documents.id"), nullable=False, index=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "language", "account_of")),
        sa.Column("predecessor", sa.Text),
        sa.Column("recorded_at", sa.Text, nullable=False, index=True),
        sa.Column("withdrawn_at", sa.Text),
        sa.Column("digest", sa.Text, nullable=False),
    )
    lists = {name: _by_document(name, columns) for name, columns in _LISTS.items()}
    documents = _rows("SELECT n, id, name, language, account_of, predecessor, recorded_at FROM documents")
    _insert("readings", (_reading(row, lists) for row in documents))
    for name in _LISTS:
        op.drop_table(name)
    _make_lists()
    for name, by_document in lists.items():
        readings = {row["id"]: row["n"] for row in documents}
        items = ((readings[doc_id], item) for doc_id, listed in by_document.items() for item in enumerate(listed))
        _insert(name, ({"reading": reading, "ord": ord_} | item for reading, (ord_, item) in items))
    for column in (*_FACTS, "recorded_at"):
        op.drop_column("documents", column)


def _reading(document: Mapping[str, Any], lists: Mapping[str, Mapping[str, list[Any]]]) -> dict[str, Any]:
    row = {name: document[name] for name in (*_FACTS, "recorded_at")} | {"doc_id": document["id"], "withdrawn_at": None}
    own = {name: by_document.get(document["id"], []) for name, by_document in lists.items()}
    return row | {"n": document["n"], "digest": _digest([row, own])}


def _make_lists() -> None:
    op.create_table("document_states", *_place(), sa.Column("state", sa.Text, nullable=False, index=True))
    op.create_table(
        "people",
        *_place(),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "kind")),
        sa.Column("state", sa.Text),
        sa.Column("person_id", sa.Text, index=True),
        *(sa.Column(name, sa.Text) for name in ("office", "office_id", "role")),
    )
    op.create_table(
        "problems",
        *_place(),
        sa.Column("kind", sa.Text, nullable=False, index=True),
        sa.Column("message", sa.Text, nullable=False),
        *(sa.Column(name, sa.Integer) for name in ("start", "end")),
        sa.Column("alternatives", sa.Text, nullable=False),
    )


def _place() -> tuple[sa.Column[int], sa.Column[int]]:
    return (
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.n"), primary_key=True),
        sa.Column("ord", sa.Integer, primary_key=True),
    )


def _fill_holdings() -> None:
    """Each holding takes what its finding said last; the finding keeps what is claimed."""
    bodies = {row["id"]: json.loads(row["body"]) for row in _rows("SELECT id, body FROM findings")}
    links = {id_: {name: body.pop(name, None) for name in ("because_of", "part_of")} for id_, body in bodies.items()}
    held = _rows(
        "SELECT h.n, h.finding_id, f.confidence, f.extractor, h.recorded_at, h.withdrawn_at "
        "FROM holdings h JOIN findings f ON f.id = h.finding_id"
    )
    op.drop_table("holdings")
    op.create_table(
        "holdings",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("finding_id", sa.Text, sa.ForeignKey("findings.id"), nullable=False, index=True),
        sa.Column("confidence", sa.Float, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("extractor", "links", "recorded_at")),
        sa.Column("withdrawn_at", sa.Text),
        sa.Column("digest", sa.Text, nullable=False),
    )
    _insert("holdings", (_holding(row, links[row["finding_id"]]) for row in held))
    if bodies:
        claims = [{"id": id_, "body": _dumped(body)} for id_, body in bodies.items()]
        op.get_bind().execute(sa.text("UPDATE findings SET body = :body WHERE id = :id"), claims)
    for column in ("confidence", "extractor"):
        op.drop_column("findings", column)


def _holding(row: Mapping[str, Any], links: Mapping[str, Any]) -> dict[str, Any]:
    kept = dict(row) | {"links": _dumped({name: value for name, value in links.items() if value not in (None, [])})}
    return kept | {"digest": _digest([{name: value for name, value in kept.items() if name != "n"}, {}])}


def _by_document(table: str, columns: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(f"SELECT * FROM {table} ORDER BY doc_id, ord"):  # noqa: S608  names of this module
        found.setdefault(row["doc_id"], []).append({name: row[name] for name in columns})
    return found


def _rows(query: str) -> list[dict[str, Any]]:
    return [dict(row) for row in op.get_bind().execute(sa.text(query)).mappings()]


def _insert(table: str, given: Iterable[dict[str, Any]]) -> None:
    values = list(given)
    if values:
        op.bulk_insert(sa.table(table, *(sa.column(name) for name in values[0])), values)


def _digest(values: object) -> str:
    return hashlib.sha256(_dumped(values).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
