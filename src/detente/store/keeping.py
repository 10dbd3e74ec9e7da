"""Copies of a record: made while it is in use, checked, and brought back without overwriting anything."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from detente.errors import RecordError
from detente.store.engine import mapped_errors, revision_at
from detente.store.record import now_utc, open_record
from detente.store.schema import REVISION

_BESIDE = ("", "-wal", "-shm")
"""SQLite keeps the latest changes in files beside a record; they belong to it."""


def back_up(source: Path, target: Path) -> None:
    """Copy the record as it is at this moment, whoever writes to it, and check the copy.

    RecordError where the target exists, cannot be written, or the copy is not sound; then nothing is left of it.
    """
    revision_at(source)
    _check_free(target)
    with _part_of(target) as part:
        _copy(source, part)
        _check_sound(part, source)
        with mapped_errors(part), closing(sqlite3.connect(part)) as connection:
            # A copy that is put away must open from a place where nothing can be written beside it.
            connection.execute("PRAGMA journal_mode=DELETE")
        part.replace(target)
    # The copy is good even where nothing can be noted beside the record.
    with suppress(OSError), _noted(source).open("a", encoding="utf-8") as noted:
        noted.write(f"{now_utc().isoformat(timespec='seconds')} {target.resolve()}\n")


def last_backup(path: Path) -> tuple[str, str] | None:
    """When (ISO, UTC) the record at a path was last copied, and to which file; None where nothing is noted."""
    try:
        lines = _noted(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    at, _, target = lines[-1].partition(" ") if lines else ("", "", "")
    return (at, target) if target else None


def _noted(path: Path) -> Path:
    return path.with_name(f"{path.name}.backups")


def restore(backup: Path, target: Path, *, aside: bool = False) -> Path | None:
    """Bring a copy back as the record at `target`, checked and at the newest schema; the copy stays as it is.

    With `aside`, a record that is there is kept beside as NAME.old, and its path returned; without, RecordError.
    """
    revision_at(backup)
    old = target.with_name(f"{target.name}.old") if target.exists() else None
    if old is not None:
        if not aside:
            raise RecordError(f"{target}: there is a record already; add --aside to keep it as {old.name}")
        _check_free(old)
    with _part_of(target) as part:
        _copy(backup, part)
        with mapped_errors(part), closing(sqlite3.connect(part)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
        _check_sound(part, backup)
        if old is not None:
            _move(target, old)
        part.replace(target)
    return old


def migrate(path: Path) -> tuple[str, str]:
    """Bring a record to the newest schema; return the schema it had and the one it has.

    RecordError for a record made by a newer version.
    """
    before = revision_at(path)
    open_record(path, create=False).close()
    return before, REVISION


@contextmanager
def _part_of(target: Path) -> Iterator[Path]:
    """A scratch file beside the target, gone afterwards."""
    part = target.with_name(f".{target.name}.part")
    _remove(part)
    try:
        yield part
    except OSError as reason:
        raise RecordError(f"{target}: cannot be written ({reason.strerror}); choose another place") from reason
    finally:
        _remove(part)


def _copy(source: Path, target: Path) -> None:
    read_only = f"{source.resolve().as_uri()}?mode=ro"
    with (
        mapped_errors(source),
        closing(sqlite3.connect(read_only, uri=True)) as given,
        closing(sqlite3.connect(target)) as made,
    ):
        given.backup(made)


def _check_sound(part: Path, source: Path) -> None:
    with open_record(part, create=False) as copied:
        faults = copied.check()
    if faults:
        raise RecordError(f"{source}: is not sound, so it is not copied: {faults[0]} ({len(faults)} in all)")


def _check_free(target: Path) -> None:
    if target.exists():
        raise RecordError(f"{target}: exists already; choose another name, or move it away")
    if not target.parent.is_dir():
        raise RecordError(f"{target}: there is no folder {target.parent}; make it, or choose another place")


def _move(source: Path, target: Path) -> None:
    for ending in reversed(_BESIDE):
        beside = source.with_name(source.name + ending)
        if beside.exists():
            beside.replace(target.with_name(target.name + ending))


def _remove(path: Path) -> None:
    for ending in _BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)
