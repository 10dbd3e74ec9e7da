"""Documents as others cite them."""

import json

import pytest

from detente.export.citations import to_bibtex, to_chicago, to_csl
from detente.model.document import Document

TEXT = "The two ministers met in Oslo."
PRESS = {"title": "Ministers meet", "publisher": "Example Wire", "published": "2023-06-19", "url": "https://e.org/a"}


def document(**facts):
    return Document(TEXT, **facts)


@pytest.mark.parametrize(
    ("facts", "note"),
    [
        (PRESS, "“Ministers meet,” Example Wire, June 19, 2023, https://e.org/a."),
        (PRESS | {"title": None}, "Untitled text, Example Wire, June 19, 2023, https://e.org/a."),
        (PRESS | {"published": None}, "“Ministers meet,” Example Wire, https://e.org/a."),
        (PRESS | {"published": "2023-06"}, "“Ministers meet,” Example Wire, June 2023, https://e.org/a."),
        (PRESS | {"published": "2023"}, "“Ministers meet,” Example Wire, 2023, https://e.org/a."),
        (PRESS | {"published": "2023-06-19T10:30"}, "“Ministers meet,” Example Wire, June 19, 2023, https://e.org/a."),
        (PRESS | {"url": None}, "“Ministers meet,” Example Wire, June 19, 2023."),
        (PRESS | {"title": "Who met?"}, "“Who met?” Example Wire, June 19, 2023, https://e.org/a."),
        (PRESS | {"title": "On the “red line”"}, "“On the ‘red line’,” Example Wire, June 19, 2023, https://e.org/a."),
        (PRESS | {"account_of": ("NO",)}, "Example Wire, “Ministers meet,” June 19, 2023, https://e.org/a."),
        ({}, "Untitled text."),
    ],
)
def test_a_note_in_chicago_style_has_what_is_known_and_nothing_else(facts, note):
    assert to_chicago(document(**facts)) == note


def fields_of(bibtex):
    head, *lines, end = bibtex.strip().splitlines()
    assert head.startswith("@misc{")
    assert end == "}"
    assert bibtex.count("{") - bibtex.count("\\{") == bibtex.count("}") - bibtex.count("\\}")
    return dict(line.strip().rstrip(",").split(" = ", 1) for line in lines)


def test_an_entry_of_bibtex_has_what_is_known_and_nothing_else():
    assert fields_of(to_bibtex(document(**PRESS))) == {
        "title": "{{Ministers meet}}",
        "howpublished": "{Example Wire}",
        "year": "{2023}",
        "month": "jun",
        "day": "{19}",
        "url": "{https://e.org/a}",
        "language": "{en}",
    }
    assert fields_of(to_bibtex(document())) == {"language": "{en}"}
    assert fields_of(to_bibtex(document(published="2023-06"))).keys() == {"year", "month", "language"}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("R&D: 50% of $3_000 #1", r"{{R\&D: 50\% of \$3\_000 \#1}}"),
        ("A {brace} here", r"{{A \{brace\} here}}"),
        ("a } that ends } too soon", r"{{a \} that ends \} too soon}}"),
        (r"back\slash ~ and ^", r"{{back\textbackslash{}slash \textasciitilde{} and \textasciicircum{}}}"),
        ("two\nlines", "{{two lines}}"),
    ],
)
def test_bibtex_takes_no_character_of_a_title_for_markup(title, expected):
    assert fields_of(to_bibtex(document(title=title)))["title"] == expected


def test_an_institution_is_an_author_of_one_piece():
    official = document(**PRESS | {"publisher": "Ministry of Trade and Industry", "account_of": ("NO",)})
    told = fields_of(to_bibtex(official))
    assert told["author"] == "{{Ministry of Trade and Industry}}"
    assert "howpublished" not in told
    (item,) = json.loads(to_csl(official))
    assert item["author"] == [{"literal": "Ministry of Trade and Industry"}]
    assert item["type"] == "webpage"


def test_an_address_cannot_end_its_braces():
    assert fields_of(to_bibtex(document(url="https://e.org/a}b c{")))["url"] == "{https://e.org/a%7Db%20c%7B}"


@pytest.mark.parametrize(
    ("published", "parts"), [("2023-06-19", [[2023, 6, 19]]), ("2023-06", [[2023, 6]]), ("2023", [[2023]])]
)
def test_a_date_of_csl_is_as_precise_as_it_is_known(published, parts):
    (item,) = json.loads(to_csl(document(published=published)))
    assert item["issued"] == {"date-parts": parts}


def test_csl_has_what_is_known_and_nothing_else():
    (item,) = json.loads(to_csl(document(**PRESS)))
    assert item == {
        "id": item["id"],
        "type": "article-newspaper",
        "title": "Ministers meet",
        "container-title": "Example Wire",
        "issued": {"date-parts": [[2023, 6, 19]]},
        "URL": "https://e.org/a",
        "language": "en",
    }
    (item,) = json.loads(to_csl(document()))
    assert item.keys() == {"id", "type", "language"}


def test_no_style_says_when_somebody_looked():
    for write in (to_chicago, to_bibtex, to_csl):
        assert "access" not in write(document(**PRESS)).lower()


def test_the_key_of_an_entry_is_the_same_for_the_same_document_and_another_for_another():
    one, other = document(**PRESS), document(**PRESS | {"published": "2023-06-20"})
    assert to_bibtex(one) == to_bibtex(document(**PRESS))
    assert to_bibtex(one).partition(",")[0] != to_bibtex(other).partition(",")[0]
