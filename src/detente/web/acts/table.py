"""Every act, in one table: the address that a form is sent to, what it does, who may do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi.responses import Response

from detente.users import Role
from detente.web.acts import adding, deciding, look, naming, signing
from detente.web.visits import SIGN_IN


@dataclass(frozen=True)
class Act:
    """`do` takes the fields of a form and leads back to a page; `least` is the role that may, None for anybody.

    Every form must carry the token of its page (`parts.token()` in a template): an act without it is refused before
    `do` is asked.
    """

    name: str
    path: str
    does: str
    do: Callable[..., Response]
    least: Role | None


ACTS: tuple[Act, ...] = (
    Act("look", "/look", "Keeps whether pages are light or dark", look.set_look, None),
    Act("add a text", "/add/text", "Reads a pasted text", adding.add_text, "analyst"),
    Act("add files", "/add/files", "Reads files", adding.add_files, "analyst"),
    Act("add the example", "/add/example", "Reads the example dossier", adding.add_example, "analyst"),
    Act("name", "/name", "Keeps the name that decisions are signed with", naming.set_name, None),
    Act("sign in", SIGN_IN, "Opens a session", signing.sign_in, None),
    Act("sign out", "/sign-out", "Ends the session", signing.sign_out, None),
    Act("accept", "/decide/accept", "Accepts a finding", deciding.accept, "analyst"),
    Act("reject", "/decide/reject", "Rejects a finding, with a reason", deciding.reject, "analyst"),
    Act("edit", "/decide/edit", "Gives fields of a finding anew", deciding.edit, "analyst"),
    Act("same", "/decide/same", "Joins two findings", deciding.same, "analyst"),
    Act("undo", "/decide/undo", "Takes a decision back", deciding.undo, "analyst"),
)
