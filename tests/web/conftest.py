"""The application over the example record, asked directly and in a real browser."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from forms import PASSWORD, sent
from playwright.sync_api import sync_playwright

from detente import api
from detente.settings import Settings
from detente.users import ROLES, Users
from detente.web.app import create_app

EXAMPLE = Path(__file__).parents[2] / "examples" / "us-china-2023"


@pytest.fixture(scope="session")
def example(tmp_path_factory):
    """The record of the example dossier."""
    path = tmp_path_factory.mktemp("web") / "example.db"
    with api.open(path) as record:
        record.add(EXAMPLE)
    return path


@pytest.fixture
def ask(example):
    """Ask the application as a browser would; it must not matter that nothing listens."""
    with TestClient(create_app(Settings(record=example)), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def send(ask):
    """Send a form to the application over the example record: `send("/look", look="dark")`."""
    return partial(sent, ask)


@pytest.fixture
def ask_empty(tmp_path):
    """The application over a record that holds nothing."""
    with TestClient(create_app(Settings(record=tmp_path / "empty.db")), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def own(example, tmp_path):
    """A copy of the example record to decide on."""
    return shutil.copy(example, tmp_path / "own.db")


@pytest.fixture
def ask_own(own):
    """The application over the copy."""
    with TestClient(create_app(Settings(record=own, reviewer="Ana")), base_url="http://localhost") as client:
        yield client


@contextmanager
def serving(record, **environment):
    """The address at which `detente serve` shows a record, its settings given as environment."""
    command = [sys.executable, "-c", "from detente.cli.main import main; main()", "serve", "--port", "0"]
    surroundings = {**os.environ, **environment}
    with subprocess.Popen(
        [*command, "--record", str(record)], stdout=subprocess.PIPE, text=True, env=surroundings
    ) as server:
        try:
            told = server.stdout.readline()
            yield re.match(r"http://\S+(?=/)", told)[0]
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def served(example):
    """Where the example record is shown; nothing is decided there."""
    with serving(example) as address:
        yield address


@pytest.fixture(scope="session")
def served_own(example, tmp_path_factory):
    """Where a copy of the example record is shown, to decide on."""
    record = shutil.copy(example, tmp_path_factory.mktemp("decided") / "own.db")
    with serving(record, DETENTE_REVIEWER="Ana") as address:
        yield address


@pytest.fixture(scope="session")
def served_to_users(example, tmp_path_factory):
    """Where a copy of it is shown to users: a reader, an analyst and an admin, named so, all with one password."""
    record = Path(shutil.copy(example, tmp_path_factory.mktemp("users") / "own.db"))
    for role in ROLES:
        Users(record).add(role, role, PASSWORD)
    with serving(record) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    """The distribution's browser: a test that needs one fails under .ci/run where there is none, else it is skipped."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None and os.environ.get("CI"):
        pytest.fail("no Chromium: .ci/run installs it with 'apt-get install chromium'")
    if path is None:
        pytest.skip("no Chromium here; install it with: apt-get install chromium")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
