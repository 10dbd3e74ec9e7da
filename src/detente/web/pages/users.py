"""Who may sign in, for those who look after it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Depends

from detente.export.wording import spelled
from detente.users import User
from detente.web.visits import GateOf, at_least


@dataclass(frozen=True)
class UserRow:
    """A user; `day` is the day on which they were added, spelled."""

    user: User
    day: str


@dataclass(frozen=True)
class UsersPage:
    """Everybody who may sign in."""

    title: str
    users: tuple[UserRow, ...]


def users(gate: GateOf, _: None = Depends(at_least("admin"))) -> UsersPage:
    """List them by name."""
    return UsersPage("Users", tuple(UserRow(user, spelled(user.since[:10])) for user in gate.users.all()))
