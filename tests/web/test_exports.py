"""Every page as a file, in every format, with the words that it cites."""

import csv
import io
import re
from html.parser import HTMLParser

import docx
import pytest
from addresses import NAMES, address_of, json_of
from fastapi.testclient import TestClient

from detente.settings import Settings
from detente.web.app import create_app
from detente.web.table import PAGES

FILED = [n for n in NAMES if n not in {"add", "job", "users"}]
"""Pages that are given as files: the others show nothing of what documents tell, or who may sign in."""
CITING = [n for n in FILED if n not in {"home", "sources", "source", "about"}]
"""Pages that quote documents."""


@pytest.fixture(scope="module")
def ask(example):
    """One application for all: nothing here changes the record."""
    with TestClient(create_app(Settings(record=example)), base_url="http://localhost") as client:
        yield client


def file_of(ask, name, ending):
    answer = ask.get(json_of(address_of(name, ask)).replace(".json", ending, 1))
    assert answer.status_code == 200
    told = answer.headers["content-disposition"]
    assert re.fullmatch(rf'attachment; filename="detente-[A-Za-z0-9._-]+{re.escape(ending)}"', told)
    return answer.content


def quotes_of(part):
    """Every quotation in the JSON of a page."""
    if isinstance(part, list):
        return [quote for one in part for quote in quotes_of(one)]
    if not isinstance(part, dict):
        return []
    own = [part] if {"words", "doc", "start", "end"} <= part.keys() else []
    return own + [quote for one in part.values() for quote in quotes_of(one)]


def squeezed(text):
    return re.sub(r"[\s\\]+", "", text)


class Text(HTMLParser):
    """The words of a page; unbalanced tags fail at once."""

    def __init__(self, html):
        super().__init__()
        self.open, self.ids, self.words, self.links, self.tags = [], [], [], [], set()
        self.feed(html)
        self.close()
        assert self.open == []
        assert len(self.ids) == len(set(self.ids))

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def text_of(content, ending):
    """The words in a file, read as its format is."""
    match ending:
        case ".docx":
            body = docx.Document(io.BytesIO(content)).element.body
            return " ".join(element.text or "" for element in body.iter() if element.tag.endswith("}t"))
        case ".csv":
            return " ".join(cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row)
        case ".html":
            return " ".join(Text(content.decode()).words)
        case _:
            return content.decode()


@pytest.mark.parametrize("ending", [".md", ".html", ".docx", ".csv"])
@pytest.mark.parametrize("name", FILED)
def test_a_page_is_a_file_that_holds_what_it_quotes(ask, name, ending):
    page = ask.get(json_of(address_of(name, ask))).json()
    text = squeezed(text_of(file_of(ask, name, ending), ending))
    assert squeezed(page["title"]) in text
    quotes = quotes_of(page)
    assert bool(quotes) == (name in CITING)
    missing = [q["words"] for q in quotes if squeezed(q["words"].removesuffix(" …")) not in text]
    assert missing == []


@pytest.mark.parametrize("name", CITING)
def test_every_quotation_of_the_markdown_has_a_note_that_leads_to_its_words(ask, name):
    text = file_of(ask, name, ".md").decode()
    defined = re.findall(
        r"^\[\^(\d+)\]:.*<http://localhost(/document/[0-9a-f]{24}\?at=\d+-\d+)#at>$", text, re.MULTILINE
    )
    assert {number for number, _ in defined} == set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert defined
    assert ask.get(defined[0][1]).status_code == 200
    assert 'id="at"' in ask.get(defined[0][1]).text


def test_the_rows_of_a_table_have_its_columns_and_what_they_cite(ask):
    rows = list(csv.DictReader(io.StringIO(file_of(ask, "relationship", ".csv").decode("utf-8-sig"))))
    issues = [row for row in rows if row["section"] == "Issues"]
    assert issues
    assert all(row["Issue"] and row["words"] and row["document"] and row["end"] > "" for row in issues)
    assert all(row["words"] in f"{row['United States']} {row['China']}" or "…" in str(row) for row in issues)


def test_marks_of_a_word_document_lead_to_notes_that_lead_to_the_record(ask):
    word = docx.Document(io.BytesIO(file_of(ask, "relationship", ".docx")))
    xml = word.element.xml
    bookmarks = set(re.findall(r'w:bookmarkStart [^>]*w:name="(note\d+)"', xml))
    assert set(re.findall(r'w:anchor="(note\d+)"', xml)) == bookmarks != set()
    outer = [r.target_ref for r in word.part.rels.values() if r.is_external]
    assert len(outer) == len(bookmarks)
    assert word.core_properties.title == "United States and China"


def test_a_page_saved_as_html_runs_nothing_and_loads_nothing(ask):
    page = Text(file_of(ask, "document", ".html").decode())
    assert not page.tags & {"script", "link", "img", "iframe"}
    assert {"table", "blockquote"} <= page.tags


def test_filters_and_the_day_asked_for_hold_in_a_file_too(ask):
    text = ask.get("/relationship/US-CN.md?since=2023-06&until=2023-06").text
    assert "- Address: http://localhost/relationship/US-CN?since=2023-06&until=2023-06" in text
    assert "June 2023" in text
    assert "Woodside" not in text.partition("## Channels")[0]


@pytest.mark.parametrize("ending", [".md", ".html", ".docx", ".csv"])
def test_what_is_not_there_is_not_found_as_a_file_either(ask, ending):
    assert ask.get(f"/document/0000{ending}").status_code == 404


def test_every_page_offers_its_formats(ask):
    assert {page.name for page in PAGES if page.sheet} == set(FILED)
    html = ask.get("/relationship/US-CN?since=2023-06").text
    for ending in ("md", "html", "docx", "csv", "json"):
        assert f'href="/relationship/US-CN.{ending}?since=2023-06"' in html
