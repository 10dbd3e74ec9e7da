"""Light or dark."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form
from fastapi.responses import Response

from detente.web.acts.back import leading_back
from detente.web.frame import LOOK, LOOKS

_YEAR_SECONDS = 365 * 24 * 3600


def set_look(look: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> Response:
    """Keep whether pages are light or dark, and go back to the page."""
    answer = leading_back(back)
    if look in LOOKS:
        answer.set_cookie(LOOK, look, max_age=_YEAR_SECONDS, httponly=True, samesite="lax")
    else:
        answer.delete_cookie(LOOK)
    return answer
