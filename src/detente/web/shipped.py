"""Files that ship with the application: a browser keeps each under an address that changes with the file."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_FOLDER = Path(__file__).with_name("static")
_YEAR_SECONDS = 365 * 24 * 3600


def static_path(name: str) -> str:
    """The address of a file that ships, with a mark that changes with the file."""
    return f"/static/{name}?{_mark_of(name)}"


class Shipped(StaticFiles):
    """The files; what is asked for under its mark never changes, so it need not be asked for again."""

    def __init__(self) -> None:
        super().__init__(directory=_FOLDER)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """One file."""
        answer = await super().get_response(path, scope)
        if answer.status_code == 200 and scope["query_string"].decode("latin-1") == _mark_of(path):
            answer.headers["Cache-Control"] = f"private, max-age={_YEAR_SECONDS}, immutable"
        return answer


@cache
def _mark_of(name: str) -> str:
    return sha256((_FOLDER / name).read_bytes()).hexdigest()[:12]
