"""The command that shows the record in a browser."""

from __future__ import annotations

import json
import os
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from socket import AF_INET, AF_INET6, create_server, gethostname, socket
from typing import Annotated

import typer

from detente.cli.options import RecordPath, err, out
from detente.errors import ChoiceError, InputError
from detente.settings import Settings
from detente.users import Users

_APPLICATION = "detente.web.app:create_app"
"""Started by its name, as any server would: commands and pages are two rooms on one floor."""
_EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104  told apart, not listened on


def serve(
    record: RecordPath = None,
    host: Annotated[str, typer.Option(help="where to listen; others reach it only where users exist")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="the port; 0 takes a free one", min=0, max=65535)] = 8321,
    name: Annotated[list[str] | None, typer.Option(help="a name under which others reach it, such as a host's")] = None,
    certificate: Annotated[Path | None, typer.Option(help="a file with a certificate, for https; with --key")] = None,
    key: Annotated[Path | None, typer.Option(help="the file with its key")] = None,
) -> None:
    """Show the record in a browser: on this machine alone, or, where users exist, to them; Ctrl-C ends it."""
    if find_spec("uvicorn") is None or find_spec("fastapi") is None:
        raise InputError("pages need the extra 'web'; install it with: pip install 'detente[web]'")
    import uvicorn  # noqa: PLC0415  part of an extra

    path = record or Settings().record
    names = _names(host, name or [])
    if names and not Users(path).any:
        raise ChoiceError(
            f"others could reach this under {', '.join(names)}, and there are no users; add some with "
            "'detente users add', or listen on 127.0.0.1 without --name, where only you can"
        )
    if (certificate is None) != (key is None):
        raise InputError("https needs both --certificate and --key")
    os.environ["DETENTE_RECORD"], os.environ["DETENTE_SERVED_AS"] = str(path), json.dumps(names)
    config = uvicorn.Config(
        _APPLICATION,
        factory=True,
        log_level="warning",
        server_header=False,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )
    with _listening(host, port) as listener:
        reached = names[0] if host in _EVERYWHERE else host
        shown = f"[{reached}]" if ":" in reached else reached
        scheme = "https" if certificate else "http"
        out.print(f"{scheme}://{shown}:{listener.getsockname()[1]}/ shows {path}; Ctrl-C ends it", markup=False)
        if names and not certificate:
            err.print("passwords can be read on the way; give --certificate and --key, or a proxy that does https")
        uvicorn.Server(config).run(sockets=[listener])


def _names(host: str, given: list[str]) -> list[str]:
    """The names under which others reach what listens there; none where only this machine can."""
    if _is_loopback(host):
        return [name.lower() for name in given]
    return [name.lower() for name in (*given, gethostname() if host in _EVERYWHERE else host)]


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
