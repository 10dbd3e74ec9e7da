"""The page of two states."""

import re

import pytest
from fastapi.testclient import TestClient

from detente import api
from detente.model.document import Document
from detente.settings import Settings
from detente.web.app import create_app

PAGE = "/relationship/US-CN.json"


def test_the_page_leads_every_claim_to_its_words(ask):
    page = ask.get(PAGE).json()
    quotes = [q for kind in page["news"]["kinds"] for claim in kind["claims"] for q in claim["quotes"]]
    quotes += [cell["latest"] for row in page["matrix"] for cell in row["cells"] if cell["latest"]]
    assert len(quotes) > 20
    for quote in quotes:
        answer = ask.get(quote["path"])
        assert answer.status_code == 200
        assert 'id="at"' in answer.text


def test_states_may_be_named_and_the_order_is_kept(ask):
    page = ask.get("/relationship/China-us.json").json()
    assert [page["sides"][place]["code"] for place in ("first", "second")] == ["CN", "US"]


@pytest.mark.parametrize("pair", ["US", "US-US", "US-Atlantis", "-"])
def test_what_names_no_two_states_is_not_found_and_says_what_to_write(ask, pair):
    answer = ask.get(f"/relationship/{pair}.json")
    assert answer.status_code == 404
    assert "such as US" in answer.json()["message"] or "name two" in answer.json()["message"]


def test_a_period_leaves_only_what_falls_into_it(ask):
    page = ask.get(PAGE, params={"since": "2023-07", "until": "2023-07"}).json()
    assert 0 < page["entries"] < page["of_all"]
    assert all(
        event["claim"]["date"][:7] in {"2023-07", "2023"}
        for event in page["course"]["events"]
        if event["claim"]["date"]
    )


def test_a_period_that_ends_before_it_begins_is_refused_with_what_to_do(ask):
    answer = ask.get(PAGE, params={"since": "2023-07", "until": "2023-06"})
    assert answer.status_code == 400
    assert "earlier" in answer.json()["message"]


def test_an_issue_leaves_its_own_row_of_the_matrix(ask):
    page = ask.get(PAGE, params={"issue": "taiwan"}).json()
    assert [row["issue"] for row in page["matrix"]] == ["taiwan"]


def test_a_person_leaves_contacts_that_name_them(ask):
    page = ask.get(PAGE, params={"person": "Yellen"}).json()
    contacts = [e["claim"]["says"] for e in page["course"]["events"] if e["claim"]["layer"] == "engagements"]
    assert contacts
    assert all("Yellen" in says for says in contacts)


def test_nothing_is_reviewed_in_a_fresh_record(ask):
    assert ask.get(PAGE, params={"reviewed": "yes"}).json()["entries"] == 0
    page = ask.get(PAGE, params={"reviewed": "no"}).json()
    assert page["entries"] == page["of_all"]


def test_as_of_a_day_only_what_was_public_then_is_known(ask):
    page = ask.get(PAGE, params={"as_of": "2023-03-01"}).json()
    assert page["documents"] == 2
    assert page["today"] == "1 March 2023"


def test_what_is_told_of_for_the_first_time_but_is_long_past_is_no_news(own):
    text = (
        "US officials met Chinese officials in Warsaw on 1 August 1955. China sanctioned US firms on 29 February 2024."
    )
    with api.open(own) as record:
        record.add(Document(text, publisher="Example Wire", published="2024-03-01"))
    with TestClient(create_app(Settings(record=own)), base_url="http://localhost") as client:
        page = client.get("/relationship/US-CN.json").json()
        assert [kind["layer"] for kind in page["news"]["kinds"]] == ["incidents"]
        assert page["news"]["past"] == 1
        assert "more than a year older" in client.get("/relationship/US-CN").text


def test_news_since_a_day_is_told_by_documents_of_that_day_or_later(ask):
    page = ask.get(PAGE, params={"new": "2023-11-15"}).json()
    published = {q["published"] for kind in page["news"]["kinds"] for c in kind["claims"] for q in c["quotes"]}
    assert published <= {"2023-11-15", "2023-11-16"}
    assert page["news"]["documents"] == 2


def test_the_trail_leads_from_a_month_to_its_year_and_to_all_time(ask):
    course = ask.get(PAGE, params={"since": "2023-06", "until": "2023-06", "issue": "taiwan"}).json()["course"]
    assert [step["label"] for step in course["trail"]] == ["All time", "2023", "June 2023"]
    assert course["trail"][1]["path"] == "/relationship/US-CN?since=2023&until=2023&issue=taiwan"
    assert (course["earlier"]["label"], course["later"]["label"]) == ("May 2023", "July 2023")


def test_days_show_what_was_said_too(ask):
    course = ask.get(PAGE, params={"since": "2023-06-19", "until": "2023-06-19"}).json()["course"]
    words = sum(mark["shape"] == "words" for mark in course["timeline"]["marks"])
    assert words + sum(bar["count"] for bar in course["timeline"]["bars"]) > 15


def test_states_without_documents_are_told_what_to_do(ask):
    answer = ask.get("/relationship/FR-JP")
    assert answer.status_code == 200
    assert "detente add" in answer.text


def test_a_form_sends_open_filters_as_empty_strings(ask):
    address = f"{PAGE}?since=&until=&issue=&person=&publisher=&reviewed=&as_of=&new="
    assert ask.get(address).json()["entries"] == ask.get(PAGE).json()["entries"]


def test_display_names_are_settings(ask, example):
    settings = Settings(record=example, names={"CN": "Zhongguo"})
    with TestClient(create_app(settings), base_url="http://localhost") as other:
        assert other.get(PAGE).json()["title"] == "United States and Zhongguo"


def test_no_flag_is_shown_unless_the_settings_give_one(ask, example):
    assert ask.get(PAGE).json()["sides"]["first"]["flag"] == ""
    with TestClient(create_app(Settings(record=example, flags={"US": "★"})), base_url="http://localhost") as other:
        assert '<span aria-hidden="true">★</span> United States' in other.get("/relationship/US-CN").text


def test_a_publisher_leaves_only_what_it_tells(ask):
    page = ask.get(PAGE, params={"publisher": "Capital Desk"}).json()
    assert 0 < page["entries"] < page["of_all"]
    for event in page["course"]["events"]:
        told = ask.get(f"{event['claim']['path']}.json").json()["told"]
        assert "Capital Desk" in {quote["publisher"] for report in told["reports"] for quote in report["quotes"]}


def test_coded_events_of_both_directions_stand_by_month_with_their_bounds(ask, example):
    page = ask.get("/relationship/CN-US.json").json()
    assert [d["says"] for d in page["deeds"]] == ["China towards United States", "United States towards China"]
    with api.open(example) as record:
        series = record.relationship("CN", "US").series("US", "CN")
    looked = [p for p in series.periods if p.documents]
    assert [m["events"] for m in page["deeds"][1]["months"]] == [p.events for p in looked]
    assert any(re.fullmatch(r"−?[\d.]+ \(−?[\d.]+ to −?[\d.]+\)", m["net"]) for m in page["deeds"][1]["months"])
    assert "United States towards China" in ask.get("/relationship/CN-US").text


def test_the_series_is_drawn_in_both_directions_and_told_again_as_tables(ask):
    html = ask.get("/relationship/US-CN").text
    assert re.findall(r'aria-label="([^"]+), by month"', html) == [
        "United States towards China",
        "China towards United States",
    ]
    assert html.count('class="plain deeds"') == 2


def test_the_series_is_drawn_over_the_period_asked_for(ask):
    page = ask.get("/relationship/US-CN.json?since=2023-05&until=2023-08").json()
    for deeds in page["deeds"]:
        months = [column["path"].rpartition("until=")[2] for column in deeds["drawn"]["columns"]]
        assert months == ["2023-05", "2023-06", "2023-07", "2023-08"]
        assert {month["month"] for month in deeds["months"]} <= set(months)
