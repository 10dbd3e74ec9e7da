"""The commands on who may sign in."""

import pytest

from detente.users import Users

PASSWORD = "four quiet words here"


@pytest.fixture
def typed(monkeypatch):
    """Answer the question for a password."""
    monkeypatch.setattr("detente.cli.users.typer.prompt", lambda *_, **__: PASSWORD)


def test_users_are_added_listed_and_removed(run, typed, tmp_path):
    assert run("users", "list", "--record", "r.db")[1].startswith("nobody yet")
    assert (
        run("users", "add", "Ana  Lim", "--role", "analyst", "--record", "r.db")[1]
        == "Ana Lim may sign in as analyst\n"
    )
    assert run("users", "list", "--record", "r.db")[1].startswith("analyst  Ana Lim  since ")
    assert Users(tmp_path / "r.db").sign_in("ana lim", PASSWORD)
    assert run("users", "remove", "ANA LIM", "--record", "r.db")[0] == 0
    assert not Users(tmp_path / "r.db").any


def test_a_new_password_replaces_the_old_one(run, typed, tmp_path, monkeypatch):
    run("users", "add", "Ana", "--record", "r.db")
    monkeypatch.setattr("detente.cli.users.typer.prompt", lambda *_, **__: "five other quiet words")
    assert run("users", "password", "Ana", "--record", "r.db")[0] == 0
    users = Users(tmp_path / "r.db")
    assert users.sign_in("Ana", PASSWORD) is None
    assert users.sign_in("Ana", "five other quiet words")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("add", "Ben", "--role", "king"), "reader, analyst, admin"),
        (("add", "ＡＮＡ"), "already"),
        (("add", " "), "is no name"),
        (("add", "B\x07n"), "is no name"),
        (("remove", "Ben"), "no user 'Ben'"),
        (("password", "Ben"), "no user 'Ben'"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_to_do(run, typed, arguments, told):
    run("users", "add", "Ana", "--record", "r.db")
    status, _, err = run("users", *arguments, "--record", "r.db")
    assert status == 2
    assert told in err


def test_a_short_password_is_refused(run, monkeypatch):
    monkeypatch.setattr("detente.cli.users.typer.prompt", lambda *_, **__: "short")
    status, _, err = run("users", "add", "Ana", "--record", "r.db")
    assert status == 2
    assert "12 to 1000 characters" in err
