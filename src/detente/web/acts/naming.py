"""The name that decisions are signed with where nobody signs in."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import Form
from fastapi.responses import Response

from detente.web.acts.back import leading_back_keeping
from detente.web.visits import NAME

_LONGEST = 80


def set_name(name: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "/") -> Response:
    """Keep a name in this browser; an empty one goes back to that of the settings."""
    words = " ".join(name.split())[:_LONGEST]
    return leading_back_keeping(back, NAME, quote(words))
