"""How to cite a text or words of it, and the lasting link to them."""

import json

import pytest

DOC = "/document/be5054d2e88cc5415a80c55e"


def test_words_have_a_lasting_link_that_leads_to_them(ask):
    page = ask.get(f"{DOC}/cite.json?at=370-386").json()
    assert page["link"] == f"http://localhost{DOC}?at=370-386#at"
    assert page["quote"]["words"] == "about 30 minutes"
    assert '<mark id="at" class="asked">about 30 minutes</mark>' in ask.get(page["path"]).text


def test_a_text_has_a_lasting_link_and_is_cited_in_three_styles(ask):
    page = ask.get(f"{DOC}/cite.json").json()
    assert page["link"] == f"http://localhost{DOC}"
    told = {citation["name"]: citation["text"] for citation in page["citations"]}
    assert told["Chicago"].endswith("Example Wire, June 19, 2023.")
    assert "year = {2023}" in told["BibTeX"]
    assert json.loads(told["CSL-JSON"])[0]["container-title"] == "Example Wire"


@pytest.mark.parametrize("address", [f"{DOC}/cite?at=0-999999", "/document/0000/cite", "/document/0000?at=1-2"])
def test_a_link_to_words_that_are_not_held_says_so(ask, address):
    answer = ask.get(address)
    assert answer.status_code == 404
    assert "no words at" in answer.text or "holds no document" in answer.text


def test_every_quotation_of_a_page_leads_to_how_it_is_cited(ask):
    html = ask.get("/relationship/US-CN/issue/taiwan").text
    assert html.count('class="to-cite"') == html.count('class="cite"') > 10


def test_every_card_beside_a_text_leads_to_how_its_words_are_cited(ask):
    page = ask.get(f"{DOC}.json").json()
    html = ask.get(DOC).text
    for card in page["cards"]:
        for quote in card["claim"]["quotes"]:
            assert f'{DOC}/cite?at={quote["start"]}-{quote["end"]}"' in html
