"""Indexes that hold what a view of two states looks up by them, so that fewer rows are read."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Widen them: findings of a document by their layer, findings of a state by their id."""
    op.drop_index("ix_findings_doc_id", "findings")
    op.create_index("findings_by_document", "findings", ["doc_id", "layer"])
    op.drop_index("finding_states_by_state", "finding_states")
    op.create_index("finding_states_by_state", "finding_states", ["state", "finding_id"])
