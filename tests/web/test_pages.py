"""Every page of the table answers, as HTML and as JSON, by one function."""

import re
from html import unescape

import pytest
from addresses import NAMES, address_of, json_of
from pydantic import TypeAdapter

from detente.web.table import PAGES

FOLLOWED = set()
"""Links that were found to lead somewhere: many pages have the same."""
INLINE = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)


def test_every_page_of_the_table_has_an_address_here():
    assert set(NAMES) == {page.name for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_answers_as_html_with_its_title(ask, page):
    answer = ask.get(address_of(page.name, ask))
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert "· detente</title>" in answer.text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_json_of_a_page_is_its_model(ask, page):
    answer = ask.get(json_of(address_of(page.name, ask)))
    assert answer.headers["content-type"] == "application/json"
    model = TypeAdapter(page.model).validate_json(answer.content)
    assert model.title


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_description_of_the_interface_tells_of_every_page(ask, page):
    told = ask.get("/openapi.json").json()["paths"][page.json_path.replace(":path", "")]["get"]
    assert told["summary"] == page.tells
    assert "$ref" in str(told["responses"]["200"])


@pytest.mark.parametrize("name", NAMES)
def test_nothing_on_a_page_runs_or_paints_inline(ask, name):
    assert INLINE.findall(ask.get(address_of(name, ask)).text) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_with_what_it_loads_stays_under_300_kilobytes(ask, name):
    html = ask.get(address_of(name, ask))
    loaded = re.findall(r'(?:src|href)="(/static/[^"]+)"', html.text)
    assert len(html.content) + sum(len(ask.get(path).content) for path in loaded) < 300_000


@pytest.mark.parametrize("name", NAMES)
def test_every_link_of_a_page_leads_somewhere(ask, name):
    links = set(re.findall(r'href="(/[^"#]*)', unescape(ask.get(address_of(name, ask)).text)))
    assert links
    fresh = links - FOLLOWED
    assert [link for link in sorted(fresh) if ask.get(link).status_code != 200] == []
    FOLLOWED.update(fresh)
