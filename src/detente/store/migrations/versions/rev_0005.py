"""What hits are counted by, spelled out once: a facet row names a profile and a publisher by number."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_TOLD_ONCE = "kind, states, issues"


def upgrade() -> None:
    """Make the tables of what is told once, and the facets again with numbers in place of words."""
    op.create_table(
        "profiles",
        sa.Column("n", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in _TOLD_ONCE.split(", ")),
        sa.UniqueConstraint(*_TOLD_ONCE.split(", ")),
    )
    op.create_table(
        "publishers",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
    )
    op.drop_index("ix_document_facets_n", "document_facets")
    _make_again(
        "finding_facets", ("n", "id"), sa.Column("n", sa.Integer, primary_key=True), _id("findings", unique=True)
    )
    _make_again(
        "document_facets",
        ("reading", "n", "id"),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.n"), primary_key=True),
        sa.Column("n", sa.Integer, nullable=False, index=True),
        _id("documents"),
    )


def _id(table: str, *, unique: bool = False) -> sa.Column[str]:
    return sa.Column("id", sa.Text, sa.ForeignKey(f"{table}.id"), nullable=False, unique=unique or None)


def _make_again(name: str, own: tuple[str, ...], *columns: sa.Column[str] | sa.Column[int]) -> None:
    before = f"{name}_before"
    op.rename_table(name, before)
    op.create_table(name, *columns, *_facets())
    op.execute(f"INSERT OR IGNORE INTO profiles ({_TOLD_ONCE}) SELECT {_TOLD_ONCE} FROM {before}")  # noqa: S608
    op.execute(f"INSERT OR IGNORE INTO publishers (name) SELECT publisher FROM {before} WHERE publisher NOT NULL")  # noqa: S608
    kept = "people, first_day, last_day, public_by, held"
    op.execute(
        f"INSERT INTO {name} ({', '.join(own)}, profile, publisher, year, {kept}) "  # noqa: S608  names of this file
        f"SELECT {', '.join(f'f.{c}' for c in own)}, p.n, o.n, CAST(substr(first_day, 1, 4) AS INTEGER), {kept} "
        f"FROM {before} f JOIN profiles p USING ({_TOLD_ONCE}) LEFT JOIN publishers o ON o.name = f.publisher"
    )
    op.drop_table(before)


def _facets() -> tuple[sa.Column[str] | sa.Column[int], ...]:
    return (
        sa.Column("profile", sa.Integer, sa.ForeignKey("profiles.n"), nullable=False),
        sa.Column("publisher", sa.Integer, sa.ForeignKey("publishers.n")),
        sa.Column("year", sa.Integer),
        sa.Column("people", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("first_day", "last_day", "public_by")),
        sa.Column("held", sa.Integer, nullable=False),
    )
