"""Signing in and out."""

from __future__ import annotations

from math import ceil
from typing import Annotated

from fastapi import Form, Query, Request
from fastapi.responses import HTMLResponse, Response

from detente.users import key_of
from detente.web.acts.back import leading_back, way_back
from detente.web.frame import frame_of
from detente.web.show import page_html
from detente.web.visits import COOKIE, GateOf, set_visit


def sign_in_page(request: Request, back: Annotated[str, Query()] = "/") -> Response:
    """The form to sign in."""
    return _form(request, back, None, 200)


def sign_in(
    request: Request,
    gate: GateOf,
    name: Annotated[str, Form()],
    password: Annotated[str, Form()],
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Open a session under a new cookie; what was known of the browser before is worth nothing more."""
    address, known = request.client.host if request.client else "", key_of(name)
    wait = gate.attempts.begin(known, address)
    if wait is not None:
        minutes = ceil(wait.total_seconds() / 60)
        said = f"Too many attempts. Try again in {minutes} minute{'s' if minutes > 1 else ''}."
        answer = _form(request, back, said, 429)
        answer.headers["Retry-After"] = str(ceil(wait.total_seconds()))
        return answer
    token = gate.sign_in(name, password)
    if token is None:
        return _form(request, back, "Name or password is wrong.", 401)
    gate.attempts.right(known, address)
    answer = leading_back(back)
    set_visit(answer, token, secure=request.url.scheme == "https", lasting=True)
    return answer


def sign_out(request: Request, gate: GateOf) -> Response:
    """End the session."""
    gate.users.sign_out(request.cookies.get(COOKIE, ""))
    answer = leading_back("/sign-in")
    answer.delete_cookie(COOKIE)
    return answer


def _form(request: Request, back: str, problem: str | None, status: int) -> Response:
    page = {"title": "Sign in", "back": way_back(back), "problem": problem}
    return HTMLResponse(page_html("sign-in.html.j2", page=page, frame=frame_of(request, None)), status)
