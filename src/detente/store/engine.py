"""The edge to SQLite: opens the file, keeps its pragmas and transactions, and turns its errors into one line."""

from __future__ import annotations

import importlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError

from detente.errors import RecordError
from detente.store.schema import REVISION

_MAGIC = b"SQLite format 3\0"
WAIT_SECONDS = 30
_CACHE_KIB = 65_536
_ADVICE = {
    "full": "the disk is full; free some space and run the same command again, nothing was half-written",
    "readonly": "it may only be read; give yourself the right to write it, or name another record with --record",
    "read-only": "it may only be read; give yourself the right to write it, or name another record with --record",
    "unable to open": "it cannot be opened; check the rights on the file and its folder",
    "locked": "another program is writing to it; wait until that one is done and run the command again",
    "malformed": "the file is damaged; put a copy of it back, or add the documents again to a new record",
    "not a database": "it is no record; name another file with --record",
    "disk i/o": "the disk gave an error; check it, then run the same command again",
}


def open_engine(path: Path, *, create: bool) -> Engine:
    """Open the record at `path` at the newest revision; RecordError where that cannot be."""
    _check_place(path, create=create)
    is_new = not path.exists()
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": WAIT_SECONDS})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    try:
        _bring_up_to_date(engine, path)
    except RecordError:
        engine.dispose()
        if is_new:
            path.unlink(missing_ok=True)
        raise
    return engine


def revision_at(path: Path) -> str:
    """The schema of the record at a path, which is left as it is; RecordError where there is none."""
    _check_place(path, create=False)
    engine = create_engine(URL.create("sqlite", database=str(path)))
    try:
        with reading(engine, path) as connection:
            found = _revision_of(connection, path)
    finally:
        engine.dispose()
    if found is None:
        raise RecordError(f"{path}: is empty; make a record with: detente add FILE --record {path}")
    return found


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """One consistent look at the record."""
    with mapped_errors(path), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, path: Path, *, patience: int | None = None) -> Iterator[Connection]:
    """One transaction: all of it is kept, or nothing; another who writes is waited for `patience` seconds."""
    options = {"writes": True} | ({} if patience is None else {"patience": patience})
    with mapped_errors(path), engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def mapped_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says into a RecordError with advice."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as reason:
        said = str(reason.orig if isinstance(reason, DBAPIError) else reason)
        advice = next((a for words, a in _ADVICE.items() if words in said.lower()), f"SQLite says: {said}")
        raise RecordError(f"{path}: {advice}") from reason


def _check_place(path: Path, *, create: bool) -> None:
    if not path.parent.is_dir():
        raise RecordError(f"{path}: there is no folder {path.parent}; make it, or name another record with --record")
    if path.is_dir():
        raise RecordError(f"{path}: is a folder; name the record's file, such as {path / 'record.db'}")
    if not path.exists():
        if not create:
            raise RecordError(f"{path}: there is no record; make one with: detente add FILE --record {path}")
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as reason:
        raise RecordError(f"{path}: cannot be read ({reason.strerror}); check the rights on it") from reason
    if head and head != _MAGIC:
        raise RecordError(f"{path}: is no database; name a record with --record, or a file that does not exist yet")


def _on_connect(connection: Any, _record: object) -> None:
    # The driver must leave BEGIN to us, or tables would be made outside the transaction.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")


def _on_begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(f"PRAGMA busy_timeout={1000 * options.get('patience', WAIT_SECONDS)}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes", False) else "BEGIN")


def _bring_up_to_date(engine: Engine, path: Path) -> None:
    with reading(engine, path) as connection:
        revision = _revision_of(connection, path)
    if revision == REVISION:
        return
    if revision is not None and revision > REVISION:
        raise RecordError(
            f"{path}: was made by a newer version of detente (schema {revision}, this one knows {REVISION}); "
            "upgrade detente to open it"
        )
    if revision is None:
        _keep_write_ahead_log(engine, path)
    # Alembic takes a third of a second to import and is needed once in a record's life.
    migrate = importlib.import_module("detente.store.migrate")
    with writing(engine, path) as connection:
        if _revision_of(connection, path) != REVISION:
            migrate.upgrade(connection)


def _keep_write_ahead_log(engine: Engine, path: Path) -> None:
    """Let readers read while one writes; the file remembers it, and only an own file is told so."""
    with mapped_errors(path):
        connection = engine.raw_connection()
        connection.cursor().execute("PRAGMA journal_mode=WAL")
        connection.close()


def _revision_of(connection: Connection, path: Path) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if not {"alembic_version", "documents", "findings"} <= tables:
        raise RecordError(f"{path}: is a database, but no record of detente; name another file with --record")
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
