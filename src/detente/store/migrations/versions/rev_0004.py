"""The index of findings and the facets of both, to search in; `detente.store.indexing` fills them afterwards."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_FACETS = ("kind", "states", "people", "issues")
_FACETS_MAYBE = ("publisher", "first_day", "last_day", "public_by")


def upgrade() -> None:
    """Make the tables."""
    op.execute("CREATE VIRTUAL TABLE finding_words USING fts5(words, content='', tokenize='unicode61')")
    op.create_table(
        "finding_facets",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, sa.ForeignKey("findings.id"), nullable=False, unique=True),
        *_facets(),
    )
    op.create_table(
        "document_facets",
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.n"), primary_key=True),
        sa.Column("n", sa.Integer, nullable=False, index=True),
        sa.Column("id", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        *_facets(),
    )


def _facets() -> tuple[sa.Column[str] | sa.Column[int], ...]:
    return (
        *(sa.Column(name, sa.Text, nullable=False) for name in _FACETS),
        *(sa.Column(name, sa.Text) for name in _FACETS_MAYBE),
        sa.Column("held", sa.Integer, nullable=False),
    )
