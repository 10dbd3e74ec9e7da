"""Groupings: which findings are about the same thing, kept from one view to the next."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table; views fill it."""
    op.create_table(
        "groupings",
        sa.Column("states", sa.Text, primary_key=True),
        sa.Column("layer", sa.Text, primary_key=True),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("groups", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
    )
