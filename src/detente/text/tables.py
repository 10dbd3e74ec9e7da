"""Tables of tab-separated values: the header, the rows, and how their fields are quoted."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.errors import DocumentError

_LINES = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Table:
    """Columns and rows; `quoted` where quotation marks around a field are not part of it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    quoted: bool = False

    def column(self, name: str) -> list[str]:
        """The fields of a column, in the order of the rows; DocumentError lists the columns where there is none."""
        if name not in self.columns:
            raise DocumentError(f"no column '{name}' in the table; its columns are {', '.join(self.columns)}")
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def widened(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
        """The table with further columns at its right."""
        joined = zip(self.rows, rows, strict=True)
        return Table((*self.columns, *columns), tuple((*old, *new) for old, new in joined), self.quoted)

    def to_tsv(self) -> str:
        """The table as text, its fields quoted as they were."""
        out = io.StringIO()
        if self.quoted:
            csv.writer(out, delimiter="\t", lineterminator="\n").writerows([self.columns, *self.rows])
        else:
            out.writelines("\t".join(row) + "\n" for row in [self.columns, *self.rows])
        return out.getvalue()


def parse_tsv(text: str, name: str) -> Table:
    """Read a table whose first line names the columns; short rows are filled up, DocumentError for longer ones.

    Quotation marks around fields are taken off where that leaves every row as long as the header, and are words else:
    a sentence may open with one.
    """
    lines = _quoted(text)
    quoted = lines is not None
    rows = lines if lines is not None else [line.split("\t") for line in _LINES.split(text) if line]
    if not rows:
        raise DocumentError(f"{name}: no table in it; its first line must name the columns, with tabs between them")
    columns = tuple(rows[0])
    return Table(columns, tuple(_fitted(row, len(columns), name, n) for n, row in enumerate(rows[1:], 2)), quoted)


def _quoted(text: str) -> list[list[str]] | None:
    """The rows by the rules of CSV; None where the text breaks them or needs none."""
    if '"' not in text:
        return None
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True) if row]
    except csv.Error:
        return None
    return rows if len({len(row) for row in rows}) == 1 else None


def _fitted(row: Sequence[str], wide: int, name: str, number: int) -> tuple[str, ...]:
    if any(row[wide:]):
        raise DocumentError(f"{name}: row {number} has {len(row)} fields, the header {wide}; take out its stray tabs")
    return (*row[:wide], *[""] * (wide - len(row)))
