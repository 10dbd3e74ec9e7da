"""The command that shows the record in a browser; that it does so is told by the tests of pages."""

import pytest


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
