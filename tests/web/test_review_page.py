"""The queue of what nobody decided on yet."""

import pytest
from fastapi.testclient import TestClient
from forms import sent

from detente import api
from detente.settings import Settings
from detente.web.app import create_app
from detente.web.shelf import MOST_LAYERS

QUEUE = "/review/US-CN.json"


def decide(client, kind, item, **fields):
    form = {"finding": item["card"]["id"], "seen": item["card"]["seen"], "back": item["following"], **fields}
    return sent(client, f"/decide/{kind}", **form)


@pytest.mark.parametrize("layers", [MOST_LAYERS, ("statements",), ("events",)])
def test_the_queue_is_that_of_the_command(ask, example, layers):
    page = ask.get(QUEUE if layers == MOST_LAYERS else f"{QUEUE}?layer={layers[0]}").json()
    with api.open(example) as record:
        queue = record.relationship("US", "CN", layers=layers).queue
    assert page["left"] == len(queue)
    assert [item["card"]["id"] for item in page["items"]] == [d.finding.id for d in queue[:10]]


def test_each_finding_stands_in_its_sentence(ask):
    for item in ask.get(QUEUE).json()["items"]:
        for sentence in item["sentences"]:
            assert sentence["words"]
            assert ask.get(sentence["path"]).status_code == 200


def test_a_layer_leaves_only_its_own(ask):
    page = ask.get(f"{QUEUE}?layer=commitments").json()
    assert 0 < page["left"] < ask.get(QUEUE).json()["left"]
    assert {item["card"]["claim"]["layer"] for item in page["items"]} == {"commitments"}


def test_the_first_queue_is_that_of_the_states_with_most_documents(ask):
    assert ask.get("/review.json").json()["between"] == "China and United States"


@pytest.mark.parametrize("address", ["/review/US-CN?layer=weather", "/review/US-US", "/review/US-CN?same=ffff"])
def test_what_cannot_be_asked_is_refused_or_shows_the_queue(ask, address):
    assert ask.get(address).status_code == (200 if "same" in address else 404)


@pytest.mark.parametrize("kind", ["accept", "reject"])
def test_what_is_decided_on_leaves_the_queue_and_the_next_one_follows(ask_own, kind):
    page = ask_own.get(QUEUE).json()
    first, second = page["items"][:2]
    answer = decide(ask_own, kind, first, reason="no")
    assert answer.headers["location"] == f"/review/US-CN#f{second['card']['id']}"
    after = ask_own.get(QUEUE).json()
    assert after["left"] == page["left"] - 1
    assert after["items"][0]["card"]["id"] == second["card"]["id"]
    assert [lately["finding"] for lately in after["lately"]] == [first["card"]["id"]]


def test_what_is_taken_back_waits_again_where_it_did(ask_own):
    page = ask_own.get(QUEUE).json()
    decide(ask_own, "accept", page["items"][0])
    after = ask_own.get(QUEUE).json()
    lately = after["lately"][0]
    number = lately["decided"]["number"]
    sent(ask_own, "/decide/undo", finding=lately["finding"], seen=after["seen"], number=number, back="/review")
    assert ask_own.get(QUEUE).json()["items"][0]["card"]["id"] == page["items"][0]["card"]["id"]


def test_what_was_decided_before_the_queue_was_made_and_taken_back_later_waits_again(ask_own, own):
    first = ask_own.get(QUEUE).json()["items"][0]
    decide(ask_own, "accept", first)
    with TestClient(create_app(Settings(record=own, reviewer="Ana")), base_url="http://localhost") as later:
        page = later.get(QUEUE).json()
        assert first["card"]["id"] not in {item["card"]["id"] for item in page["items"]}
        sent(later, "/decide/undo", finding=first["card"]["id"], seen=page["seen"], number=1, back="/review")
        assert later.get(QUEUE).json()["items"][0]["card"]["id"] == first["card"]["id"]


def test_documents_that_come_later_are_in_the_queue(ask_own, own):
    before = ask_own.get(QUEUE).json()["left"]
    text = (
        "WASHINGTON, 3 May 2024 (Example Wire) – The United States and China signed an agreement on fentanyl in Geneva."
    )
    with api.open(own) as record:
        record.add(api.made(text, "later", api.SourceOptions()))
    assert ask_own.get(QUEUE).json()["left"] > before


def test_two_entries_are_joined_as_by_the_command(ask_own, own):
    item = ask_own.get(f"{QUEUE}?layer=engagements").json()["items"][0]
    asked = ask_own.get(item["join"].replace("/US-CN?", "/US-CN.json?").partition("#")[0]).json()
    others = next(i for i in asked["items"] if i["card"]["id"] == item["card"]["id"])["others"]
    assert 0 < len(others) <= 9
    assert decide(ask_own, "same", item, other=others[0]["id"]).status_code == 303
    with api.open(own) as record:
        entries = record.relationship("US", "CN").engagements
        joined = next(e for e in entries if item["card"]["id"] in {f.id for f in e.findings})
        assert others[0]["id"] in {f.id for f in joined.findings}
    still = ask_own.get(f"{QUEUE}?layer=engagements").json()["items"][0]
    assert still["card"]["standing"]["latest"]["kind"] == "same"


def test_a_record_without_documents_tells_what_to_do(ask_empty):
    assert "detente add" in ask_empty.get("/review").text


def test_an_empty_queue_tells_what_to_do(ask_own, own):
    page = ask_own.get(f"{QUEUE}?layer=channels").json()
    while page["items"]:
        decide(ask_own, "accept", page["items"][0])
        page = ask_own.get(f"{QUEUE}?layer=channels").json()
    html = ask_own.get("/review/US-CN?layer=channels").text
    assert "Every finding of channels on these states was decided on" in html
    assert 'href="/review/US-CN"' in html
