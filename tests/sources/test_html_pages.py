"""Of a web page only the article is kept, with what the page says of itself."""

import pytest

PAGE = """<!DOCTYPE html><html><head>{meta}<title>Talks in Bergen</title>
<meta property="og:site_name" content="Harbour Press">
<meta property="article:published_time" content="2024-05-15T08:00:00Z"></head><body>
<nav><a href="/">Home</a><a href="/sea">Sea</a></nav>{open}
<article><h1>Talks in Bergen</h1>
<p>The two foreign ministers met for an hour on Tuesday, and both sides called the talks frank \u2013 \u201ca caf\u00e9 talk\u201d.</p>
<p>They agreed to keep the line between their coast guards open, an official said after the meeting had ended.</p>
</article>{close}<footer>All rights reserved</footer></body></html>"""
WORDS = [
    "The two foreign ministers met for an hour on Tuesday, and both sides called the talks frank – “a café talk”.",
    "They agreed to keep the line between their coast guards open, an official said after the meeting had ended.",
]


def page(meta: str = '<meta charset="utf-8">', depth: int = 0) -> str:
    return PAGE.format(meta=meta, open="<div>" * depth, close="</div>" * depth)


def test_paragraphs_are_parted_by_blank_lines_and_menus_are_left_out(file, documents):
    (document,) = documents(file("bergen.html", page()))
    assert document.text.split("\n\n")[-2:] == WORDS
    assert "Home" not in document.text
    assert "rights" not in document.text


def test_title_site_and_date_come_from_the_page(file, documents):
    (document,) = documents(file("bergen.htm", page()))
    assert (document.title, document.publisher, document.published) == (
        "Talks in Bergen",
        "Harbour Press",
        "2024-05-15",
    )


def test_what_the_user_says_stands_above_what_the_page_says(file, documents):
    (document,) = documents(file("bergen.html", page()), publisher="The Ledger", published="2024-05-16")
    assert (document.title, document.publisher, document.published) == ("Talks in Bergen", "The Ledger", "2024-05-16")


@pytest.mark.parametrize(
    ("meta", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "cp1252"),
        ("<meta charset=GB2312>", "gb18030"),
    ],
)
def test_the_declared_charset_is_read_as_browsers_read_it(file, documents, meta, encoding):
    (document,) = documents(file("bergen.html", page(meta).encode(encoding)))
    assert WORDS[0] in document.text


def test_a_deep_page_keeps_its_text_up_to_the_limit(file, documents):
    (document,) = documents(file("deep.html", page(depth=190)))
    assert WORDS[1] in document.text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (page(depth=201), "nests its tags 203 deep, more than 200"),
        ("<b>" * 200_000 + "x\n", "nests its tags 200000 deep"),
        ("<html><body></body></html>", "no article found"),
        ("<" * 100_000, "no article found"),
        (page('<meta charset="klingon-8">'), "unknown charset 'klingon-8'"),
        ("", "is empty"),
        ("<p>\0</p>", "binary file"),
    ],
)
def test_a_page_that_cannot_be_read_whole_is_refused(file, refusal, content, words):
    assert words in refusal(file("bad.html", content))


@pytest.mark.parametrize("tag", ["<p>x", "<br>", "<li>x", '<img src="a.png"/>', "<span>x</span>"])
def test_elements_beside_one_another_make_no_page_deep(file, documents, tag):
    content = page().replace("</article>", tag * 300 + "</article>")
    (document,) = documents(file("flat.html", content))
    assert WORDS[0] in document.text
