"""Brings a record's schema to the newest revision."""

from __future__ import annotations

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from detente.store.indexing import index_missing


def upgrade(connection: Connection) -> None:
    """Run the missing migrations inside the connection's transaction, then index what no earlier schema did."""
    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    index_missing(connection)


def newest_revision() -> str | None:
    """Return the revision that the shipped migrations lead to."""
    return ScriptDirectory.from_config(alembic_config()).get_current_head()


def alembic_config() -> Config:
    """Configure without a file: the migrations lie in the package."""
    config = Config()
    config.set_main_option("script_location", str(files("detente.store") / "migrations"))
    return config
