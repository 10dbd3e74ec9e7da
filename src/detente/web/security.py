"""What every answer says to the browser, and which requests are heard: texts of others are shown, never run."""

from __future__ import annotations

from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",
}
"""Nothing inline runs or paints, nothing is fetched from elsewhere, nobody frames a page."""

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    if host in LOOPBACK_NAMES:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class Guarded:
    """An application behind its headers: it answers only to the names given, so that no other site can reach it."""

    def __init__(self, app: ASGIApp, *, names: frozenset[str] = LOOPBACK_NAMES) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request under another name; add the headers to every answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if _name_in(Headers(scope=scope).get("host", "")) in self._names:
            await self._app(scope, receive, send_guarded)
        else:
            refused = PlainTextResponse("no such host here; use the address that 'detente serve' printed\n", 421)
            await refused(scope, receive, send_guarded)


class Bounded:
    """An application that takes no more bytes at once than it is told: more is refused before it is read."""

    def __init__(self, app: ASGIApp, *, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a form of unknown length, or of too many bytes."""
        told = Headers(scope=scope).get("content-length") if scope["type"] == "http" else None
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD"}:
            answer = self._app
        elif told is None or not told.isdecimal():
            answer = PlainTextResponse("say how long it is, with the header Content-Length\n", 411)
        elif int(told) > self._most:
            answer = PlainTextResponse(
                f"this is more than {self._most:,} bytes; give it in parts, or raise DETENTE_MAX_UPLOAD_BYTES\n",
                413,
            )
        else:
            answer = self._app
        await answer(scope, receive, send)


def _name_in(host: str) -> str:
    """The host without its port, an IPv6 address without its brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()
