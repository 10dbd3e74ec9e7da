"""Commands on who may sign in where others can reach the pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import RecordPath, out
from detente.errors import ChoiceError
from detente.settings import Settings
from detente.users import ROLES, Users

users = typer.Typer(
    help="Say who may sign in to the pages of a record; the list is kept beside it, as NAME.users.",
    no_args_is_help=True,
)
Name = Annotated[str, typer.Argument(help="the name that decisions are signed with")]


@users.command()
def add(
    name: Name,
    role: Annotated[str, typer.Option(help="reader sees, analyst decides too, admin sees the users")] = "reader",
    record: RecordPath = None,
) -> None:
    """Let somebody sign in; the password is asked for."""
    if role not in ROLES:
        raise ChoiceError(f"no role '{role}'; there are {', '.join(ROLES)}")
    added = _users(record).add(name, role, _password())
    out.print(f"{added.name} may sign in as {added.role}", markup=False)


@users.command(name="list")
def list_users(record: RecordPath = None) -> None:
    """List who may sign in."""
    found = _users(record).all()
    for user in found:
        out.print(f"{user.role:8} {user.name}  since {user.since[:10]}", markup=False)
    if not found:
        out.print("nobody yet; 'detente users add NAME' adds one", markup=False)


@users.command()
def remove(name: Name, record: RecordPath = None) -> None:
    """Let somebody sign in no more; their sessions end, their decisions stay."""
    _users(record).remove(name)
    out.print(f"{name} may sign in no more", markup=False)


@users.command()
def password(name: Name, record: RecordPath = None) -> None:
    """Give somebody a new password, which is asked for; their sessions end."""
    _users(record).set_password(name, _password())
    out.print(f"{name} has a new password", markup=False)


def _users(record: Path | None) -> Users:
    return Users(record or Settings().record)


def _password() -> str:
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
