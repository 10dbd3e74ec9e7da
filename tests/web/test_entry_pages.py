"""Pages of single entries, issues, people, channels, sources, and of the record itself."""

from dataclasses import replace

import pytest
from addresses import address_of, json_of
from fastapi.testclient import TestClient

from detente import api
from detente.settings import Settings
from detente.web.app import create_app
from detente.web.asked import Asked
from detente.web.ways import Ways

PAIR = "/relationship/US-CN"


def page_of(ask, name):
    return ask.get(json_of(address_of(name, ask))).json()


def test_a_contact_tells_its_reports_and_leads_to_its_people_and_to_both_accounts(ask):
    page = page_of(ask, "engagement")
    assert len(page["told"]["reports"]) == 3
    assert page["told"]["reports"][1]["because"]
    assert {way["label"] for way in page["people"]} == {"Joe Biden", "Xi Jinping"}
    assert len(page["accounts"]) == 2


def test_an_entry_is_found_by_the_id_of_any_report_or_its_beginning(ask):
    page = page_of(ask, "engagement")
    for report in page["told"]["reports"]:
        found = ask.get(f"{PAIR}/engagement/{report['id'][:12]}.json").json()
        assert found["told"]["claim"]["id"] == page["told"]["claim"]["id"]


@pytest.mark.parametrize("kind", ["engagement", "commitment", "discrepancy", "entry", "compare"])
def test_an_id_of_nothing_is_not_found(ask, kind):
    assert ask.get(f"{PAIR}/{kind}/ffffffffffff").status_code == 404


def test_an_entry_of_another_kind_is_not_shown_as_this_one(ask):
    id_ = page_of(ask, "engagement")["told"]["claim"]["id"]
    answer = ask.get(f"{PAIR}/commitment/{id_}.json")
    assert answer.status_code == 404
    assert "engagements" in answer.json()["message"]


def test_a_statement_has_a_page_too(ask):
    said = ask.get(f"{PAIR}/issue/taiwan.json").json()["held"][1]["statements"]
    assert said
    assert ask.get(said[0]["path"]).status_code == 200


def test_two_accounts_stand_side_by_side_with_what_differs_marked(ask):
    page = page_of(ask, "compare")
    rows = [row for issue in page["issues"] for row in issue["rows"]]
    assert {row["label"] for row in rows} >= {"both", "only"}
    both = next(row for row in rows if row["first"] and row["second"])
    for telling in (both["first"], both["second"]):
        assert any(not piece["differs"] for piece in telling["pieces"])
        assert ask.get(telling["quote"]["path"]).status_code == 200
    assert sum(n for _, n in page["counts"]) == len(rows)


def test_wordings_of_an_issue_stand_in_order_and_mark_what_is_new(ask):
    for held in ask.get(f"{PAIR}/issue/taiwan.json").json()["held"]:
        days = [worded["quote"]["published"] for worded in held["wordings"]]
        assert days == sorted(days)
        first, *later = held["wordings"]
        assert not any(piece["new"] for piece in first["pieces"])
        assert all(any(piece["new"] for piece in worded["pieces"]) or len(later) == 0 for worded in later)


def test_a_person_has_offices_in_order_of_time_contacts_and_statements(ask):
    page = page_of(ask, "person")
    assert page["met"] > 3
    assert page["said"] > 3
    assert any("Foreign" in office["title"] for office in page["offices"])


def test_a_person_whose_name_has_a_slash_has_a_page_in_every_form(own):
    with api.open(own) as record:
        dossier = record.dossier(record.store.documents()[0].id)
        one = next(s for s in dossier.statements if s.speaker)
        named = replace(one, speaker="Ahmad/Ahmed Karim", person_id=None)
        record.store.add(replace(dossier, findings=tuple(named if f is one else f for f in dossier.findings)))
    with TestClient(create_app(Settings(record=own)), base_url="http://localhost") as client:
        path = Ways(("US", "CN"), Asked()).person("Ahmad/Ahmed Karim")
        assert client.get(path).status_code == 200
        assert client.get(f"{path}.json").json()["said"] == 1
        assert "Ahmad/Ahmed Karim" in client.get(f"{path}.md").text


@pytest.mark.parametrize("address", ["person/Nobody", "issue/weather", "channel/pigeon"])
def test_what_is_not_there_is_not_found(ask, address):
    assert ask.get(f"{PAIR}/{address}").status_code == 404


def test_a_line_tells_its_reports_the_latest_first(ask):
    page = page_of(ask, "channel")
    days = [report["quote"]["published"] for report in page["reports"]]
    assert days == sorted(days, reverse=True)
    assert page["line"]["status"] == "restored"


def test_a_discrepancy_shows_both_passages_in_one_document(ask):
    page = page_of(ask, "discrepancy")
    assert page["first"]["quote"]["doc"] == page["second"]["quote"]["doc"]
    assert page["first"]["words"] != page["second"]["words"]


def test_the_documents_of_a_source_are_all_listed(ask):
    sources = ask.get("/sources.json").json()
    assert sources["documents"] == 12
    for publisher in sources["publishers"]:
        held = ask.get(publisher["path"].replace("/source?", "/source.json?")).json()
        assert len(held["documents"]) == publisher["documents"]


def test_a_source_of_nothing_is_not_found(ask):
    assert ask.get("/source?name=Nobody").status_code == 404


def test_the_record_tells_what_read_it_and_that_nothing_was_decided(ask):
    page = ask.get("/about.json").json()
    assert all(extractor["current"] for layer in page["layers"] for extractor in layer["extractors"])
    assert page["decisions"] == 0
    assert page["last_backup"] is None


def test_the_record_tells_how_well_each_layer_is_read_in_new_texts(ask):
    layers = {layer["name"]: layer["measured"] for layer in ask.get("/about.json").json()["layers"]}
    assert layers["engagements"]["texts"] > 100
    assert layers["events"]["sentences"] == 500
    assert layers["assessments"] is None
