"""The way back to the page that a form was sent from."""

from __future__ import annotations

from fastapi.responses import RedirectResponse


def way_back(to: str) -> str:
    """An address of ours as it is; the first page for anything else."""
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) else "/"


def leading_back(to: str) -> RedirectResponse:
    """Lead to an address of ours, with GET."""
    return RedirectResponse(way_back(to), 303)
