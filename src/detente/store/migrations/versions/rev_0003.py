"""Signatures of texts, so that copies of one are known without reading them all again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from detente.text.likeness import signature_of

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table and sign every text that is there."""
    made = op.create_table(
        "signatures",
        sa.Column("doc_id", sa.Text, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("signature", sa.LargeBinary, nullable=False),
    )
    for id_, text in op.get_bind().execute(sa.text("SELECT id, text FROM documents")).all():
        op.get_bind().execute(made.insert().values(doc_id=id_, signature=signature_of(text)))
