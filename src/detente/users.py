"""Who may ask where others than the owner can reach the pages: names, roles, hashed passwords, open sessions.

They are kept in a file of their own beside the record, NAME.users, which its owner alone may read: no copy, export or
page of the record can hold them.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Literal, get_args

from detente.errors import ChoiceError, InputError, RecordError
from detente.store.record import Clock, now_utc

if TYPE_CHECKING:
    from argon2 import PasswordHasher

Role = Literal["reader", "analyst", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""Each may do what those before it may."""
SESSION = timedelta(hours=12)
"""After so long everybody signs in again."""
SHORTEST, LONGEST = 12, 1000
"""Characters of a password."""
_NAME_LENGTH = 80
_TABLES = """
CREATE TABLE IF NOT EXISTS users
    (key TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, password TEXT NOT NULL, since TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sessions
    (token TEXT PRIMARY KEY, key TEXT NOT NULL REFERENCES users ON DELETE CASCADE, until TEXT NOT NULL);
"""


@dataclass(frozen=True)
class User:
    """Somebody who may sign in; `since` is the moment (ISO, UTC) when they were added."""

    name: str
    role: Role
    since: str


class Users:
    """The users of the record at a path; there are none until one is added. Every method may raise RecordError."""

    def __init__(self, record: Path, *, clock: Clock = now_utc) -> None:
        self.path = record.with_name(f"{record.name}.users")
        self._clock = clock

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return bool(self.all())

    def all(self) -> tuple[User, ...]:
        """Every user, by name."""
        if not self._made:
            return ()
        with self._open() as file:
            rows = file.execute("SELECT name, role, since FROM users ORDER BY key").fetchall()
        return tuple(User(*row) for row in rows)

    def add(self, name: str, role: Role, password: str) -> User:
        """Let somebody sign in; ChoiceError for a name that is taken, InputError for no name or no good password."""
        name = " ".join(name.split())
        if not 0 < len(name) <= _NAME_LENGTH or not name.isprintable():
            raise InputError(f"'{name}' is no name; give one of at most {_NAME_LENGTH} characters")
        user = User(name, role, self._now())
        row = (key_of(name), name, role, _hashed(password), user.since)
        self.path.touch(mode=0o600)
        with self._open() as file:
            file.executescript(_TABLES)
            if file.execute("INSERT OR IGNORE INTO users VALUES (?, ?, ?, ?, ?)", row).rowcount == 0:
                raise ChoiceError(f"there is a user '{name}' already; 'detente users password' gives a new password")
        return user

    def remove(self, name: str) -> None:
        """Let somebody sign in no more, and end their sessions; their decisions stay. ChoiceError for nobody."""
        with self._changing(name) as file:
            file.execute("DELETE FROM users WHERE key = ?", (key_of(name),))

    def set_password(self, name: str, password: str) -> None:
        """Give somebody a new password and end their sessions; ChoiceError for nobody."""
        hashed = _hashed(password)
        with self._changing(name) as file:
            file.execute("UPDATE users SET password = ? WHERE key = ?", (hashed, key_of(name)))
            file.execute("DELETE FROM sessions WHERE key = ?", (key_of(name),))

    def sign_in(self, name: str, password: str) -> str | None:
        """Open a session and return its token; None where name or password is wrong, which takes as long."""
        row = None
        if self._made:
            with self._open() as file:
                row = file.execute("SELECT password FROM users WHERE key = ?", (key_of(name),)).fetchone()
        if not _fits(row[0] if row else _of_nobody(), password) or not row:
            return None
        token = token_urlsafe(32)
        with self._open() as file:
            file.execute("DELETE FROM sessions WHERE until < ?", (self._now(),))
            until = (self._clock() + SESSION).isoformat(timespec="seconds")
            file.execute("INSERT INTO sessions VALUES (?, ?, ?)", (_digest(token), key_of(name), until))
        return token

    def signed_in(self, token: str) -> User | None:
        """Whose session the token is of; None for none that is open."""
        if not self._made:
            return None
        query = "SELECT name, role, since FROM users JOIN sessions USING (key) WHERE token = ? AND until >= ?"
        with self._open() as file:
            row = file.execute(query, (_digest(token), self._now())).fetchone()
        return User(*row) if row else None

    def sign_out(self, token: str) -> None:
        """End a session."""
        if self._made:
            with self._open() as file:
                file.execute("DELETE FROM sessions WHERE token = ?", (_digest(token),))

    @property
    def _made(self) -> bool:
        return self.path.exists() and self.path.stat().st_size > 0

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    @contextmanager
    def _changing(self, name: str) -> Iterator[sqlite3.Connection]:
        if key_of(name) not in {key_of(user.name) for user in self.all()}:
            raise ChoiceError(f"no user '{name}'; 'detente users list' names them")
        with self._open() as file:
            yield file

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """One transaction on the file."""
        try:
            with closing(sqlite3.connect(self.path, timeout=10)) as file, file:
                file.execute("PRAGMA foreign_keys=ON")
                yield file
        except sqlite3.Error as reason:
            raise RecordError(f"{self.path}: {reason}; check the rights on it and on its folder") from reason


def key_of(name: str) -> str:
    """What a name is known by: names that look alike are one."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


@cache
def _hasher() -> PasswordHasher:
    try:
        import argon2  # noqa: PLC0415  part of an extra
    except ImportError:
        raise InputError("users need the extra 'web'; install it with: pip install 'detente[web]'") from None
    return argon2.PasswordHasher()


@cache
def _of_nobody() -> str:
    """Checked where there is no such user, so that the time taken does not tell who there is."""
    return _hasher().hash(token_urlsafe(32))


def _hashed(password: str) -> str:
    if not SHORTEST <= len(password) <= LONGEST:
        raise InputError(f"a password has {SHORTEST} to {LONGEST} characters; several words make a good one")
    return _hasher().hash(password)


def _fits(hashed: str, password: str) -> bool:
    from argon2.exceptions import VerificationError  # noqa: PLC0415  part of an extra

    try:
        return _hasher().verify(hashed, password[: LONGEST + 1])
    except VerificationError:
        return False
