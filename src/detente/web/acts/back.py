"""The way back to the page that a form was sent from."""

from __future__ import annotations

from fastapi.responses import RedirectResponse


def leading_back(to: str) -> RedirectResponse:
    """Lead to an address of ours, with GET; anything else leads to the first page."""
    ours = to.startswith("/") and not to.startswith(("//", "/\\"))
    return RedirectResponse(to if ours else "/", 303)
