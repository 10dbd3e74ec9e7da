"""Documents, what they say, and from when to when the record held it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables and the index of words."""
    _make_documents()
    _make_document_lists()
    _make_findings()
    # Contentless: it holds the words of documents.text under rowid documents.n, not the text a second time.
    op.execute("CREATE VIRTUAL TABLE document_words USING fts5(words, content='', tokenize='unicode61')")


def _make_documents() -> None:
    op.create_table(
        "documents",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("public_by", sa.Text, index=True),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("account_of", sa.Text, nullable=False),
        sa.Column("predecessor", sa.Text),
        sa.Column("recorded_at", sa.Text, nullable=False),
    )


def _make_document_lists() -> None:
    op.create_table(
        "document_states",
        *_place_in_document(),
        sa.Column("state", sa.Text, nullable=False, index=True),
    )
    op.create_table(
        "people",
        *_place_in_document(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("state", sa.Text),
        sa.Column("person_id", sa.Text, index=True),
        sa.Column("office", sa.Text),
        sa.Column("office_id", sa.Text),
        sa.Column("role", sa.Text),
    )
    op.create_table(
        "problems",
        *_place_in_document(),
        sa.Column("kind", sa.Text, nullable=False, index=True),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("alternatives", sa.Text, nullable=False),
    )


def _place_in_document() -> tuple[sa.Column[str], sa.Column[int]]:
    return (
        sa.Column("doc_id", sa.Text, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("ord", sa.Integer, primary_key=True),
    )


def _make_findings() -> None:
    op.create_table(
        "findings",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("doc_id", sa.Text, sa.ForeignKey("documents.id"), nullable=False, index=True),
        sa.Column("layer", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("extractor", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False, server_default="proposed"),
    )
    op.create_table(
        "spans",
        sa.Column("finding_id", sa.Text, sa.ForeignKey("findings.id"), primary_key=True),
        sa.Column("field", sa.Text, primary_key=True),
        sa.Column("ord", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
    op.create_table(
        "finding_states",
        sa.Column("finding_id", sa.Text, sa.ForeignKey("findings.id"), primary_key=True),
        sa.Column("state", sa.Text, primary_key=True),
    )
    op.create_index("finding_states_by_state", "finding_states", ["state"])
    op.create_table(
        "holdings",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("finding_id", sa.Text, sa.ForeignKey("findings.id"), nullable=False, index=True),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.Column("withdrawn_at", sa.Text),
    )
