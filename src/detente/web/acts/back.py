"""The way back to the page that a form was sent from, and what is kept in the browser on the way."""

from __future__ import annotations

from fastapi.responses import RedirectResponse

_YEAR_SECONDS = 365 * 24 * 3600


def way_back(to: str) -> str:
    """An address of ours as it is; the first page for anything else."""
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) else "/"


def leading_back(to: str) -> RedirectResponse:
    """Lead to an address of ours, with GET."""
    return RedirectResponse(way_back(to), 303)


def leading_back_keeping(to: str, cookie: str, value: str) -> RedirectResponse:
    """Lead there, and keep a value in the browser for a year; an empty one is forgotten."""
    answer = leading_back(to)
    if value:
        answer.set_cookie(cookie, value, max_age=_YEAR_SECONDS, httponly=True, samesite="lax")
    else:
        answer.delete_cookie(cookie)
    return answer
