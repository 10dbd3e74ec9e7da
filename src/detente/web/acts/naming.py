"""The name that decisions are signed with where nobody signs in."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import Form
from fastapi.responses import Response

from detente.web.acts.back import leading_back
from detente.web.visits import NAME

_YEAR_SECONDS = 365 * 24 * 3600
_LONGEST = 80


def set_name(name: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "/") -> Response:
    """Keep a name in this browser; an empty one goes back to that of the settings."""
    answer, words = leading_back(back), " ".join(name.split())[:_LONGEST]
    if words:
        answer.set_cookie(NAME, quote(words), max_age=_YEAR_SECONDS, httponly=True, samesite="lax")
    else:
        answer.delete_cookie(NAME)
    return answer
