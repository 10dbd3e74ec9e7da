"""The command that shows the record in a browser; that it does so is told by the tests of pages."""

import json
import os
from pathlib import Path

import pytest

from detente.users import Users


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.2", "::", "example.org"])
def test_an_address_that_others_can_reach_is_refused(run, host):
    status, _, err = run("serve", "--host", host)
    assert status == 2
    assert "only you can" in err


def test_a_port_that_is_taken_is_refused_with_what_to_do(run, monkeypatch):
    def taken(*_, **__):
        raise OSError(98, "Address already in use")

    monkeypatch.setattr("detente.cli.serve.create_server", taken)
    status, _, err = run("serve", "--port", "8321")
    assert status == 2
    assert "another --port" in err


@pytest.fixture
def started(monkeypatch):
    """What would have listened, and what it was told of, without listening."""
    told = {}

    class Listener:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def getsockname(self):
            return ("", 8321)

    class Server:
        def __init__(self, config):
            told["config"] = config

        def run(self, **_):
            told["names"] = os.environ["DETENTE_SERVED_AS"]

    monkeypatch.setenv("DETENTE_RECORD", "r.db")
    monkeypatch.setenv("DETENTE_SERVED_AS", "[]")
    monkeypatch.setattr("detente.cli.serve.create_server", lambda *_, **__: Listener())
    monkeypatch.setattr("detente.cli.serve.gethostname", lambda: "Atlas")
    monkeypatch.setattr("uvicorn.Server", Server)
    return told


@pytest.mark.parametrize(
    ("arguments", "names", "shown"),
    [
        (("--host", "192.168.0.2"), ["192.168.0.2"], "192.168.0.2"),
        (("--host", "0.0.0.0"), ["atlas"], "atlas"),
        (("--host", "::", "--name", "Maps.example.org"), ["maps.example.org", "atlas"], "maps.example.org"),
        (("--name", "maps.example.org"), ["maps.example.org"], "127.0.0.1"),
        ((), [], "127.0.0.1"),
    ],
)
def test_where_users_exist_others_may_reach_it_under_the_names_told(run, started, arguments, names, shown):
    Users(Path("r.db")).add("Ana", "admin", "four quiet words here")
    status, out, err = run("serve", *arguments)
    assert (status, json.loads(started["names"])) == (0, names)
    assert out.startswith(f"http://{shown}:8321/ ")
    assert ("passwords can be read on the way" in err) is bool(names)


def test_a_name_for_others_needs_users_on_this_machine_too(run, started):
    status, _, err = run("serve", "--name", "maps.example.org")
    assert status == 2
    assert "detente users add" in err


@pytest.mark.parametrize("alone", ["--certificate", "--key"])
def test_https_needs_both_files(run, started, alone):
    status, _, err = run("serve", alone, "x.pem")
    assert status == 2
    assert "both --certificate and --key" in err
