"""The brief as Markdown and as HTML."""

import itertools
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from detente import analysis
from detente.export.brief import write_brief_html, write_brief_markdown
from detente.export.markdown import escaped
from detente.model.document import Document
from detente.model.findings import Assessment
from detente.model.view import View
from invented_view import NAMES, PRESS, entry, finding, invented_view

MARKDOWN = write_brief_markdown(invented_view(), analysis, names=NAMES)
HTML = write_brief_html(invented_view(), analysis, names=NAMES)
VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """Collects what tests ask; unbalanced tags fail at once."""

    def __init__(self, html):
        super().__init__()
        self.open, self.ids, self.links, self.opened, self.tags = [], [], [], [], Counter()
        self.marked, self.headings = [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags[tag] += 1
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.opened += [given["popovertarget"]] if "popovertarget" in given else []
        if tag == "mark":
            self.marked.append("")
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "mark":
            self.marked[-1] += data


def test_the_page_is_well_formed_and_each_id_is_given_once():
    page = Page(HTML)
    assert max(Counter(page.ids).values()) == 1
    assert page.tags["main"] == page.tags["h1"] == page.tags["nav"] == 1


def test_every_link_and_every_note_of_the_page_leads_somewhere():
    page = Page(HTML)
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)
    assert page.opened
    assert set(page.opened) <= set(page.ids)


def test_the_page_asks_for_nothing_from_elsewhere_and_runs_no_script():
    page = Page(HTML)
    assert not {"script", "link", "img", "iframe"} & page.tags.keys()
    assert "url(" not in HTML
    assert "@import" not in HTML
    assert {link for link in page.links if not link.startswith("#")} == {PRESS.url}


def test_a_note_opens_the_words_within_their_paragraph():
    page = Page(HTML)
    assert "an Icelandic patrol boat cut a Norwegian buoy loose" in page.marked
    assert all(any(words in d.text for d in invented_view().documents.values()) for words in page.marked)


def test_no_heading_skips_a_level():
    levels = Page(HTML).headings
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_script_in_a_document_is_shown_and_not_run():
    assert "<script" not in HTML
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;" in HTML


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x"])
def test_an_address_that_is_no_web_page_is_no_link(url):
    document = Document("Relations are warm.", url=url)
    warm = finding(Assessment, document.span(0, 18), direction="better")
    view = View(states=("NO",), documents={document.id: document}, assessments=(entry(warm),))
    assert url not in write_brief_html(view, analysis)
    assert url not in write_brief_markdown(view, analysis)


def test_every_footnote_of_the_markdown_is_defined_once_and_used():
    defined = re.findall(r"^\[\^(\d+)\]:", MARKDOWN, re.MULTILINE)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", MARKDOWN))
    assert len(defined) == len(set(defined))
    assert used == set(defined)


def test_a_footnote_names_publisher_and_day_and_quotes_the_words():
    assert (
        "]: Government of Iceland, official account of Iceland, 15 May 2031: “the shelf belongs to Iceland” (Readout)"
        in MARKDOWN
    )


def test_every_row_of_a_markdown_table_has_as_many_cells_as_its_head():
    for table in re.findall(r"(?:^\|.*\|$\n?)+", MARKDOWN, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
        assert len(widths) == 1


def test_the_sides_stand_in_one_row_of_the_markdown():
    (row,) = re.findall(r"^\|.*Our waters end.*$", MARKDOWN, re.MULTILINE)
    assert "the shelf belongs to Iceland" in row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*stars* and _lines_", r"\*stars\* and \_lines\_"),
        ("a | b", r"a \| b"),
        ("[^1] <b>", r"\[^1\] \<b\>"),
        ("# no heading", r"\# no heading"),
        ("1. no list", r"1\. no list"),
        ("2031 was cold", "2031 was cold"),
        ("- no item", r"\- no item"),
        ("back\\slash `code`", "back\\\\slash \\`code\\`"),
        ("&lt; stays, R&D too", r"\&lt; stays, R&D too"),
        ("two\n\nlines", "two lines"),
    ],
)
def test_markdown_takes_no_character_of_a_text_for_markup(text, expected):
    assert escaped(text) == expected


def test_a_title_of_markup_stays_text_on_the_page():
    document = Document("Relations are warm.", title="<b>bold</b> & | *title*", publisher="A <i>press</i>")
    warm = finding(Assessment, document.span(0, 18), direction="better")
    view = replace(View(states=("NO",)), documents={document.id: document}, assessments=(entry(warm),))
    html = write_brief_html(view, analysis)
    assert "<b>bold" not in html
    assert "<i>press" not in html
    assert r"\<b\>bold\</b\> & \| \*title\*" in write_brief_markdown(view, analysis)
