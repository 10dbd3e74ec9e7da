"""The page of a document."""

import re

import pytest

from detente import api

DOC = "/document/be5054d2e88cc5415a80c55e"


def test_the_paragraphs_hold_the_text_to_the_character_but_for_blank_lines(ask, example):
    page = ask.get(f"{DOC}.json").json()
    with api.open(example) as record:
        text = record.dossier(page["id"]).document.text
    stretches = [s for paragraph in page["paragraphs"] for s in paragraph]
    assert all(text[s["start"] : s["start"] + len(s["text"])] == s["text"] for s in stretches)
    assert re.sub(r"\s", "", "".join(s["text"] for s in stretches)) == re.sub(r"\s", "", text)


def test_words_in_the_address_are_marked(ask):
    html = ask.get(f"{DOC}?at=370-386").text
    assert '<mark id="at" class="asked">about 30 minutes</mark>' in html


@pytest.mark.parametrize("at", ["5-4", "0-999999"])
def test_words_that_are_not_there_are_not_found(ask, at):
    assert ask.get(f"{DOC}?at={at}").status_code == 404


def test_every_finding_has_a_card(ask, example):
    page = ask.get(f"{DOC}.json").json()
    with api.open(example) as record:
        findings = record.dossier(page["id"]).findings
    assert {card["claim"]["id"] for card in page["cards"]} == {f.id for f in findings}


def test_the_findings_are_counted_by_layer_one_of_them_in_the_singular(ask):
    counts = ask.get(f"{DOC}.json").json()["counts"]
    alone = next(layer for layer, n in counts.items() if n == 1)
    assert f"1 {alone.replace('ies', 'y').removesuffix('s')}" in ask.get(DOC).text
    assert f"1 {alone}" not in ask.get(DOC).text


def test_the_card_of_an_event_tells_who_did_what_to_whom(ask):
    page = ask.get(f"{DOC}.json").json()
    says = [card["claim"]["says"] for card in page["cards"] if card["claim"]["layer"] == "events"]
    assert says
    assert all(re.search(r"\S: [A-Z]{3,}", words) for words in says)


def test_a_document_that_is_not_held_is_not_found(ask):
    answer = ask.get("/document/0000")
    assert answer.status_code == 404
    assert "holds no document" in answer.text
