"""Who asks: the cookie of a browser, the token that its forms carry, and what a visitor may do."""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass
from getpass import getuser
from secrets import token_bytes, token_urlsafe
from threading import Lock
from typing import Annotated, cast
from urllib.parse import quote, unquote

from fastapi import Depends, Form, Request
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from detente.settings import Settings
from detente.store.record import Clock
from detente.users import ROLES, SESSION, Role, Users
from detente.web.attempts import Attempts

COOKIE = "visit"
NAME = "decides_as"
SIGN_IN = "/sign-in"
_STATIC = "/static/"
_OPEN = frozenset({SIGN_IN, "/look"})
"""What answers those who have to sign in first, beside static files."""
_COOKIE_FORM = re.compile(r"[\w-]{43}")


@dataclass(frozen=True)
class Visitor:
    """Who asks: decisions are signed with `name`. Whoever has to sign in first has neither name nor role."""

    name: str
    role: Role | None
    signed_in: bool = False

    def may(self, least: Role) -> bool:
        """Whether the role is enough for what asks for at least that one."""
        return self.role is not None and ROLES.index(self.role) >= ROLES.index(least)


class Gate:
    """Knows browsers by their cookies and makes the token that only their own forms can carry.

    Where there are users, or where others can reach the server, everybody signs in.
    """

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.users = Users(settings.record, clock=clock)
        self.attempts = Attempts(clock)
        self._reachable = bool(settings.served_as)
        self._reviewer = settings.reviewer or getuser()
        self._key = token_bytes(32)
        self._hashing = Lock()

    def token(self, visit: str) -> str:
        """What a form of this browser carries: nobody who does not see its pages can tell it."""
        return hmac.digest(self._key, visit.encode(), "sha256").hex()

    def visitor(self, connection: HTTPConnection) -> Visitor:
        """Who asks; where nobody signs in, the owner under the name that they chose."""
        if not self._reachable and not self.users.any:
            return Visitor(unquote(connection.cookies.get(NAME, "")) or self._reviewer, "admin")
        user = self.users.signed_in(connection.cookies.get(COOKIE, ""))
        return Visitor(user.name, user.role, signed_in=True) if user else Visitor("", None)

    def sign_in(self, name: str, password: str) -> str | None:
        """The token of a new session; one password is checked at a time, since each takes much memory."""
        with self._hashing:
            return self.users.sign_in(name, password)


class Visits:
    """Gives every browser a cookie and every request its visitor; leads those who must sign in to where they can."""

    def __init__(self, app: ASGIApp, *, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note the visit in the request; set the cookie with the first page."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        given = connection.cookies.get(COOKIE, "")
        known = bool(_COOKIE_FORM.fullmatch(given))
        visit = given if known else token_urlsafe(32)
        visitor = self._gate.visitor(connection)
        scope.setdefault("state", {}).update(token=self._gate.token(visit), visitor=visitor, gate=self._gate)

        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start" and not known:
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("set-cookie", _cookie(visit, secure=connection.url.scheme == "https"))
            await send(message)

        path = connection.url.path
        is_open = visitor.role or path in _OPEN or path.startswith(_STATIC)
        answer = self._app if is_open else _sign_in_first(connection)
        await answer(scope, receive, send_marked)


def set_visit(answer: Response, visit: str, *, secure: bool, lasting: bool = False) -> None:
    """Give a browser its cookie: until it is closed, or for as long as a session lasts."""
    age = int(SESSION.total_seconds()) if lasting else None
    answer.set_cookie(COOKIE, visit, max_age=age, httponly=True, samesite="lax", secure=secure)


def _cookie(visit: str, *, secure: bool) -> str:
    carrier = Response()
    set_visit(carrier, visit, secure=secure)
    return carrier.headers["set-cookie"]


def _sign_in_first(connection: HTTPConnection) -> Response:
    path = connection.url.path
    if path.endswith(".json"):
        return JSONResponse({"status": 401, "message": "sign in first"}, 401)
    back = path + (f"?{connection.url.query}" if connection.url.query else "")
    asked = connection.scope["method"] in {"GET", "HEAD"}
    return RedirectResponse(f"{SIGN_IN}?back={quote(back, safe='')}" if asked else SIGN_IN, 303)


def sealed(request: Request, token: Annotated[str, Form()] = "") -> None:
    """Refuse a form that no page of ours sent from this browser."""
    elsewhere = request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}
    if elsewhere or not hmac.compare_digest(token.encode(), token_of(request).encode()):
        raise HTTPException(403, "this form was not sent from an open page; load the page again and send it from there")


def token_of(request: Request) -> str:
    """The token for the forms of a page that answers the request."""
    return cast(str, request.state.token)


def visitor_of(request: Request) -> Visitor:
    """Who asks."""
    return cast(Visitor, request.state.visitor)


def _gate_of(request: Request) -> Gate:
    return cast(Gate, request.state.gate)


VisitorOf = Annotated[Visitor, Depends(visitor_of)]
GateOf = Annotated[Gate, Depends(_gate_of)]


def at_least(role: Role) -> Callable[[Visitor], None]:
    """A dependency that refuses visitors of a lesser role."""

    def check(visitor: VisitorOf) -> None:
        if not visitor.may(role):
            raise HTTPException(403, f"this needs the role of {role}; you are signed in as {visitor.role}")

    return check
