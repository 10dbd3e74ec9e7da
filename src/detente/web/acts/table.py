"""Every act, in one table: the address that a form is sent to, what it does, who may do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi.responses import Response

from detente.web.acts import adding, look
from detente.web.visits import Role


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
)
