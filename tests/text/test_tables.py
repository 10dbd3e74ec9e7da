"""Tables of tab-separated values, read and written back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import DocumentError
from detente.text.tables import Table, parse_tsv

FIELD = st.text(st.characters(codec="utf-8", exclude_characters="\t\r\n\0"), max_size=12)


@st.composite
def tables(draw):
    wide = draw(st.integers(2, 5))
    columns = draw(st.lists(FIELD.filter(str.strip), min_size=wide, max_size=wide, unique=True))
    rows = draw(st.lists(st.lists(FIELD, min_size=wide, max_size=wide), max_size=5))
    return columns, rows


@given(tables())
def test_a_table_without_quoting_comes_back_as_it_was(drawn):
    columns, rows = drawn
    text = "".join("\t".join(row) + "\n" for row in [columns, *rows])
    again = parse_tsv(text, "t")
    assert parse_tsv(again.to_tsv(), "t") == again
    assert again.quoted or again.to_tsv() == text


def test_a_sentence_may_open_with_a_quotation_mark():
    table = parse_tsv('sentence\tsource\n"Never," said Oslo.\tOslo\n', "t")
    assert table.rows == (('"Never," said Oslo.', "Oslo"),)


def test_fields_in_quotation_marks_may_hold_tabs_lines_and_doubled_marks():
    table = parse_tsv('sentence\tsource\n"He said ""no""\tand\nleft."\tOslo\n', "t")
    assert table.rows == (('He said "no"\tand\nleft.', "Oslo"),)
    assert parse_tsv(table.to_tsv(), "t") == table


def test_a_row_of_empty_fields_is_a_row_and_an_empty_line_is_none():
    assert parse_tsv("a\tb\n\t\n\n1\t2\n", "t").rows == (("", ""), ("1", "2"))


def test_short_rows_are_filled_up_and_trailing_tabs_cut():
    assert parse_tsv("a\tb\r\n1\r\n1\t2\t\r\n", "t").rows == (("1", ""), ("1", "2"))


def test_a_row_with_too_many_fields_is_refused_with_its_place():
    with pytest.raises(DocumentError, match="row 3 has 3 fields"):
        parse_tsv("a\tb\n1\t2\n1\t2\t3\n", "t")


def test_a_missing_column_is_refused_with_those_there_are():
    with pytest.raises(DocumentError, match="no column 'source' in the table; its columns are a, b"):
        Table(("a", "b"), ()).column("source")


def test_an_empty_file_is_no_table():
    with pytest.raises(DocumentError, match="no table"):
        parse_tsv("\n", "t")
