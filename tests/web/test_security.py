"""What answers tell the browser, and which requests are heard."""

import pytest
from addresses import ADDRESSES

from detente.web.security import HEADERS, is_loopback


@pytest.mark.parametrize("address", [*ADDRESSES.values(), "/nothing", "/static/detente.css", "/openapi.json"])
def test_every_answer_has_all_headers(ask, address):
    given = ask.get(address).headers
    assert {name: given[name] for name in HEADERS} == HEADERS


def test_the_policy_lets_nothing_inline_run_and_nothing_be_fetched_from_elsewhere():
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", "192.168.1.4:8321", "localhost.example.org"])
def test_a_request_under_another_name_is_refused(ask, host):
    assert ask.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:8321", "127.0.0.1:80", "[::1]:8321", "LOCALHOST"])
def test_the_names_of_this_machine_are_heard(ask, host):
    assert ask.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("host", "mine"),
    [
        ("127.0.0.1", True),
        ("127.0.0.2", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.0.2", False),
        ("example.org", False),
    ],
)
def test_loopback_is_told_from_other_addresses(host, mine):
    assert is_loopback(host) is mine
