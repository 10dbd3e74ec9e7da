"""Light and dark."""

import pytest


def test_a_chosen_look_stays_and_leads_back_to_the_page(ask, send):
    answer = send("/look", look="dark", back="/search?q=Taiwan")
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=Taiwan")
    assert 'data-look="dark"' in ask.get("/").text


def test_the_look_of_the_system_is_no_choice_kept(ask, send):
    send("/look", look="dark", back="/")
    send("/look", look="system", back="/")
    assert "data-look" not in ask.get("/").text


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org/", "/\\example.org", "javascript:alert(1)"])
def test_the_way_back_never_leads_to_another_site(send, back):
    assert send("/look", look="dark", back=back).headers["location"] == "/"
