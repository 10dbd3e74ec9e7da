"""Forms are heard only from open pages of ours."""

import re

import pytest
from fastapi.testclient import TestClient
from forms import TOKEN, sent

from detente.web.acts.table import ACTS


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
@pytest.mark.parametrize("token", ["", "0" * 64, "ä"])
def test_no_act_is_done_without_the_token_of_a_page(ask, act, token):
    ask.get("/nothing")
    assert ask.post(act.path, data={"token": token}, follow_redirects=False).status_code == 403


def test_the_token_of_another_browser_is_refused(ask):
    theirs = TOKEN.search(TestClient(ask.app, base_url="http://localhost").get("/nothing").text)[1]
    ask.get("/nothing")
    assert ask.post("/look", data={"token": theirs, "look": "dark"}, follow_redirects=False).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_of_another_site_is_refused_even_with_the_token(ask, site):
    ask.headers["sec-fetch-site"] = site
    assert sent(ask, "/look", look="dark").status_code == 403


def test_a_browser_keeps_its_cookie_and_token_and_scripts_cannot_read_it(ask):
    first = ask.get("/nothing")
    assert re.search(r"visit=[\w-]{43}; HttpOnly; Path=/; SameSite=lax", first.headers["set-cookie"])
    again = ask.get("/nothing")
    assert "set-cookie" not in again.headers
    assert TOKEN.findall(again.text) == TOKEN.findall(first.text)


def test_a_cookie_that_is_none_of_ours_is_replaced(ask):
    ask.cookies.set("visit", "chosen by another")
    assert "set-cookie" in ask.get("/nothing").headers


def test_every_form_that_does_something_carries_the_token(ask):
    for address in ("/", "/about", "/nothing"):
        forms = re.findall(r'<form[^>]*method="post".*?</form>', ask.get(address).text, re.DOTALL)
        assert forms
        assert all(TOKEN.search(form) for form in forms)
