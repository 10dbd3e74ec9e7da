"""Where there are users, or others can reach the server, everybody signs in, and roles tell what each may do."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from forms import PASSWORD, sent

from detente import api
from detente.settings import Settings
from detente.users import ROLES, SESSION, Users
from detente.web.acts.table import ACTS
from detente.web.app import create_app
from detente.web.table import PAGES

DOC = "/document/be5054d2e88cc5415a80c55e"


class Clock:
    """A clock that goes when told."""

    def __init__(self):
        self.now = datetime(2031, 5, 3, 9, tzinfo=UTC)

    def __call__(self):
        return self.now

    def goes_on(self, **by):
        self.now += timedelta(**by)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def users(own, clock):
    """A reader, an analyst and an admin, named so."""
    made = Users(own, clock=clock)
    for role in ROLES:
        made.add(role, role, PASSWORD)
    return made


@pytest.fixture
def app(own, users, clock):
    return create_app(Settings(record=own), clock=clock)


@pytest.fixture
def ask_app(app):
    with TestClient(app, base_url="http://localhost") as client:
        yield client


def sign_in(client, name, password=PASSWORD, back="/"):
    return sent(client, "/sign-in", name=name, password=password, back=back)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_is_shown_before_signing_in(ask_app, page):
    answer = ask_app.get(page.path, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/sign-in")
    assert ask_app.get(page.json_path).status_code == 401


@pytest.mark.parametrize("act", [act for act in ACTS if act.name not in {"look", "sign in"}], ids=lambda act: act.name)
def test_nothing_is_done_before_signing_in(ask_app, own, act):
    answer = sent(ask_app, act.path, finding="0", seen=0, number=1, name="x")
    assert answer.headers["location"] == "/sign-in"
    with api.open(own) as record:
        assert record.store.decisions() == ()


def test_the_description_of_the_interface_is_not_shown_before_signing_in(ask_app):
    assert ask_app.get("/openapi.json").status_code == 401


def test_signing_in_leads_to_the_page_that_was_asked_for(ask_app):
    asked = ask_app.get("/search?q=Taiwan", follow_redirects=False).headers["location"]
    assert 'name="back" value="/search?q=Taiwan"' in ask_app.get(asked).text
    answer = sign_in(ask_app, "analyst", back="/search?q=Taiwan")
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=Taiwan")
    assert "Signed in as analyst" in ask_app.get("/search?q=Taiwan").text


def test_a_session_has_a_new_cookie_that_scripts_and_other_sites_do_not_get(ask_app):
    ask_app.get("/sign-in")
    before = ask_app.cookies["visit"]
    given = sign_in(ask_app, "reader").headers["set-cookie"]
    assert re.search(r"visit=[\w-]{43}; HttpOnly; Max-Age=43200; Path=/; SameSite=lax", given)
    assert "Secure" not in given
    assert before not in given


def test_the_cookie_goes_only_over_https_where_pages_do(app):
    with TestClient(app, base_url="https://localhost") as client:
        assert sign_in(client, "reader").headers["set-cookie"].endswith("; Secure")


def test_sessions_and_passwords_are_kept_hashed_in_a_file_for_the_owner_alone(ask_app, users):
    sign_in(ask_app, "reader")
    kept = users.path.read_bytes()
    assert ask_app.cookies["visit"].encode() not in kept
    assert PASSWORD.encode() not in kept
    assert b"$argon2id$" in kept
    assert users.path.stat().st_mode & 0o077 == 0


def test_no_export_and_no_copy_of_the_record_holds_users(own, users, tmp_path):
    with api.open(own) as record:
        record.backup(tmp_path / "copy.db")
    assert b"argon2" not in (tmp_path / "copy.db").read_bytes()


@pytest.mark.parametrize(("name", "password"), [("reader", "wrong words in here"), ("nobody", PASSWORD), ("", "")])
def test_a_wrong_name_and_a_wrong_password_are_told_alike(ask_app, name, password):
    answer = sign_in(ask_app, name, password)
    assert answer.status_code in {400, 401}
    assert ask_app.get("/", follow_redirects=False).status_code == 303
    if name:
        assert "Name or password is wrong" in answer.text


def test_after_signing_out_the_session_is_over_even_for_who_kept_the_cookie(ask_app, app):
    sign_in(ask_app, "reader")
    kept = ask_app.cookies["visit"]
    assert sent(ask_app, "/sign-out").headers["location"] == "/sign-in"
    ask_app.cookies.set("visit", kept)
    assert ask_app.get("/", follow_redirects=False).status_code == 303


def test_a_session_ends_by_itself(ask_app, clock):
    sign_in(ask_app, "reader")
    clock.goes_on(seconds=SESSION.total_seconds() - 1)
    assert ask_app.get("/", follow_redirects=False).status_code == 200
    clock.goes_on(seconds=2)
    assert ask_app.get("/", follow_redirects=False).status_code == 303


@pytest.mark.parametrize("change", ["remove", "set_password"])
def test_who_is_removed_or_gets_a_new_password_is_signed_out(ask_app, users, change):
    sign_in(ask_app, "reader")
    users.remove("reader") if change == "remove" else users.set_password("reader", "five other quiet words")
    assert ask_app.get("/", follow_redirects=False).status_code == 303
    assert sign_in(ask_app, "reader").status_code == 401


def test_too_many_wrong_passwords_for_a_name_must_wait_and_then_may_try_again(ask_app, clock):
    for _ in range(5):
        assert sign_in(ask_app, "reader", "wrong words in here").status_code == 401
        clock.goes_on(minutes=1)
    answer = sign_in(ask_app, "ＲＥＡＤＥＲ")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "600")
    assert "Try again in 10 minutes" in answer.text
    assert sign_in(ask_app, "analyst").status_code == 303
    clock.goes_on(minutes=10, seconds=1)
    assert sign_in(ask_app, "reader").status_code == 303


def test_too_many_wrong_names_from_an_address_must_wait(ask_app):
    for n in range(20):
        assert sign_in(ask_app, f"guess {n}").status_code == 401
    assert sign_in(ask_app, "reader").status_code == 429


def test_right_passwords_are_not_counted(ask_app):
    for _ in range(25):
        assert sign_in(ask_app, "reader").status_code == 303


def test_a_reader_sees_no_forms_to_decide_and_may_not(ask_app, own):
    sign_in(ask_app, "reader")
    html = ask_app.get(DOC).text + ask_app.get("/review").text
    assert "/decide/" not in html
    card = ask_app.get(f"{DOC}.json").json()["cards"][0]
    answer = sent(ask_app, "/decide/accept", finding=card["id"], seen=0, back=DOC)
    assert answer.status_code == 403
    assert "analyst" in answer.text
    with api.open(own) as record:
        assert record.store.decisions() == ()


def test_an_analyst_decides_under_the_name_of_the_session_and_no_other(ask_app, own):
    sign_in(ask_app, "analyst")
    sent(ask_app, "/name", name="somebody else")
    card = ask_app.get(f"{DOC}.json").json()["cards"][0]
    assert sent(ask_app, "/decide/accept", finding=card["id"], seen=0, back=DOC).status_code == 303
    with api.open(own) as record:
        assert [d.by for d in record.store.decisions()] == ["analyst"]


@pytest.mark.parametrize(("role", "status"), [("reader", 403), ("analyst", 403), ("admin", 200)])
def test_only_admins_see_who_the_users_are(ask_app, role, status):
    sign_in(ask_app, role)
    answer = ask_app.get("/users")
    assert answer.status_code == status
    assert ("3 May 2031" in answer.text) is (role == "admin")
    assert "argon2" not in ask_app.get("/users.json").text


def test_a_server_that_others_can_reach_stays_shut_when_the_last_user_is_removed(own, users, clock):
    app = create_app(Settings(record=own, served_as=("maps.example.org",)), clock=clock)
    with TestClient(app, base_url="http://maps.example.org") as client:
        assert sign_in(client, "reader").status_code == 303
        for role in ROLES:
            users.remove(role)
        assert client.get("/", follow_redirects=False).status_code == 303
        assert client.get("/", headers={"host": "other.example.org"}).status_code == 421


def test_users_that_are_added_while_a_server_runs_close_it_at_once(ask_own, own):
    assert ask_own.get("/", follow_redirects=False).status_code == 200
    Users(own).add("Ana", "admin", PASSWORD)
    assert ask_own.get("/", follow_redirects=False).status_code == 303


def test_where_there_are_no_users_nobody_signs_in_and_no_file_is_made(ask_own, own):
    assert sign_in(ask_own, "Ana").status_code == 401
    assert sent(ask_own, "/sign-out").status_code == 303
    assert not Users(own).path.exists()


@pytest.mark.parametrize("ending", [".md", ".docx", ".csv"])
def test_no_page_is_given_as_a_file_before_signing_in(ask_app, ending):
    answer = ask_app.get(f"/relationship/US-CN{ending}", follow_redirects=False)
    assert answer.headers["location"].startswith("/sign-in")
