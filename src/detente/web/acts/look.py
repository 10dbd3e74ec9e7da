"""Light or dark."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form
from fastapi.responses import Response

from detente.web.acts.back import leading_back_keeping
from detente.web.frame import LOOK, LOOKS


def set_look(look: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> Response:
    """Keep whether pages are light or dark, and go back to the page."""
    return leading_back_keeping(back, LOOK, look if look in LOOKS else "")
