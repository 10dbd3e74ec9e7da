"""Sheets in formats of which a brief shows little: spreadsheets that run nothing, Word documents of odd characters."""

import csv
import io

import docx
import pytest

from detente.export.formats import FORMATS
from detente.export.page import Line, Lines, Note, Passage, Row, Run, Section, Sheet, Table
from detente.export.rows import to_csv
from detente.export.word import to_docx


def sheet(*blocks, notes=(), title="Sheet"):
    return Sheet(title, (), (Section("one", "One", "Nothing.", blocks),), notes)


def rows_of(made):
    return list(csv.DictReader(io.StringIO(to_csv(made), newline="")))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =HYPERLINK(1)", "\r=1"])
def test_no_cell_of_a_spreadsheet_is_run(text):
    made = sheet(
        Lines((Line((Run(text),), (1,), when=text),), text),
        Table((text, "b"), (Row(((Run(text),), ()), ()),)),
        Passage((text,), text),
        notes=(Note(1, text, text, text, title=text, url=text),),
        title=text,
    )
    cells = [cell for row in csv.reader(io.StringIO(to_csv(made), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]


def test_a_line_that_cites_twice_has_a_row_for_each_and_says_which_words():
    notes = (Note(1, "A", "2023", "one", doc="d", start=3), Note(2, "B", "2023", "two", doc="e", start=7))
    rows = rows_of(sheet(Lines((Line((Run("one", "quote", note=1), Run(" and more")), (2,)),)), notes=notes))[1:]
    assert [row["text"] for row in rows] == ["“one” and more"] * 2
    assert [(r["words"], r["document"], r["start"], r["end"]) for r in rows] == [
        ("one", "d", "3", "6"),
        ("two", "e", "7", "10"),
    ]


def test_a_word_document_has_a_mark_in_the_place_of_what_xml_cannot_hold():
    word = docx.Document(io.BytesIO(to_docx(sheet(Passage(("a\x0bb\x00c\ud800d",)), title="t\x07"))))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert "a\ufffdb\ufffdc\ufffdd" in texts
    assert "t\ufffd" in texts


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_section_of_nothing_says_so(form):
    content = form.to_bytes(sheet())
    if form.name == "docx":
        content = docx.Document(io.BytesIO(content)).element.xml.encode()
    assert (b"Nothing." in content) or form.name == "csv"
