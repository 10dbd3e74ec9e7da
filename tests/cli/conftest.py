"""Commands run as a user runs them."""

import sys

import pytest

from detente.cli.main import main


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run a command in an empty folder: `run("read", "a.txt")` gives status, output and errors."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments):
        monkeypatch.setattr(sys, "argv", ["detente", *map(str, arguments)])
        status = 0
        try:
            main()
        except SystemExit as stop:
            status = int(stop.code or 0)
        done = capsys.readouterr()
        return status, done.out, done.err

    return command
