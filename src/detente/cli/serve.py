"""The command that shows the record in a browser."""

from __future__ import annotations

import os
from importlib.util import find_spec
from ipaddress import ip_address
from socket import AF_INET, AF_INET6, create_server, socket
from typing import Annotated

import typer

from detente.cli.options import RecordPath, out
from detente.errors import ChoiceError, InputError
from detente.settings import Settings

_APPLICATION = "detente.web.app:create_app"
"""Started by its name, as any server would: commands and pages are two rooms on one floor."""


def serve(
    record: RecordPath = None,
    host: Annotated[str, typer.Option(help="where to listen; only addresses of this machine")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="the port; 0 takes a free one", min=0, max=65535)] = 8321,
) -> None:
    """Show the record in a browser, on this machine alone; Ctrl-C ends it."""
    if find_spec("uvicorn") is None or find_spec("fastapi") is None:
        raise InputError("pages need the extra 'web'; install it with: pip install 'detente[web]'")
    import uvicorn  # noqa: PLC0415  part of an extra

    if not _is_loopback(host):
        raise ChoiceError(f"'{host}' can be reached from other machines; listen on 127.0.0.1, where only you can")
    path = record or Settings().record
    os.environ["DETENTE_RECORD"] = str(path)
    config = uvicorn.Config(_APPLICATION, factory=True, log_level="warning", server_header=False)
    with _listening(host, port) as listener:
        shown = f"[{host}]" if ":" in host else host
        out.print(f"http://{shown}:{listener.getsockname()[1]}/ shows {path}; Ctrl-C ends it", markup=False)
        uvicorn.Server(config).run(sockets=[listener])


def _listening(host: str, port: int) -> socket:
    try:
        return create_server((host, port), family=AF_INET6 if ":" in host else AF_INET)
    except OSError as reason:
        raise InputError(f"cannot listen on {host}, port {port}: {reason.strerror}; give another --port") from None


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
