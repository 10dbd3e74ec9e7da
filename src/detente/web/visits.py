"""Who asks: the cookie of a browser, the token that its forms carry, and what a visitor may do."""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass
from getpass import getuser
from secrets import token_bytes, token_urlsafe
from typing import Annotated, Literal, cast, get_args
from urllib.parse import unquote

from fastapi import Depends, Form, Request
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from detente.settings import Settings

Role = Literal["reader", "analyst", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""Each may do what those before it may."""
COOKIE = "visit"
NAME = "decides_as"
_COOKIE_FORM = re.compile(r"[\w-]{43}")


@dataclass(frozen=True)
class Visitor:
    """Who asks: decisions are signed with `name`."""

    name: str
    role: Role

    def may(self, least: Role) -> bool:
        """Whether the role is enough for what asks for at least that one."""
        return ROLES.index(self.role) >= ROLES.index(least)


class Gate:
    """Knows browsers by their cookies and makes the token that only their own forms can carry."""

    def __init__(self, settings: Settings) -> None:
        self._reviewer = settings.reviewer or getuser()
        self._key = token_bytes(32)

    def token(self, visit: str) -> str:
        """What a form of this browser carries: nobody who does not see its pages can tell it."""
        return hmac.digest(self._key, visit.encode(), "sha256").hex()

    def visitor(self, connection: HTTPConnection) -> Visitor:
        """Whoever reaches a server that only this machine can reach: its owner, under the name that they chose."""
        return Visitor(unquote(connection.cookies.get(NAME, "")) or self._reviewer, "admin")


class Visits:
    """Gives every browser a cookie and every request its visitor."""

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
        scope.setdefault("state", {}).update(
            token=self._gate.token(visit), visitor=self._gate.visitor(connection), gate=self._gate
        )

        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start" and not known:
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("set-cookie", _cookie(visit, secure=connection.url.scheme == "https"))
            await send(message)

        await self._app(scope, receive, send_marked)


def _cookie(visit: str, *, secure: bool) -> str:
    carrier = Response()
    carrier.set_cookie(COOKIE, visit, httponly=True, samesite="lax", secure=secure)
    return carrier.headers["set-cookie"]


def sealed(request: Request, token: Annotated[str, Form()] = "") -> None:
    """Refuse a form that no page of ours sent from this browser."""
    elsewhere = request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}
    if elsewhere or not hmac.compare_digest(token.encode(), token_of(request).encode()):
        raise HTTPException(403, "this form was not sent from an open page; open the page again and send it from there")


def token_of(request: Request) -> str:
    """The token for the forms of a page that answers the request."""
    return cast(str, request.state.token)


def visitor_of(request: Request) -> Visitor:
    """Who asks."""
    return cast(Visitor, request.state.visitor)


VisitorOf = Annotated[Visitor, Depends(visitor_of)]


def at_least(role: Role) -> Callable[[Visitor], None]:
    """A dependency that refuses visitors of a lesser role."""

    def check(visitor: VisitorOf) -> None:
        if not visitor.may(role):
            raise HTTPException(403, f"this is for the role {role}; you are signed in as a {visitor.role}")

    return check
