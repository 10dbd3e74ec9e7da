"""A sheet before it is put in any format: sections of lines, tables, columns and passages, with numbered notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.text.context import paragraph_around


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line.

    "quote" holds a document's words and is shown between quotation marks, "words" holds them without;
    `target` is the anchor of another line, `note` the number of the note that these words alone rest on.
    """

    text: str
    kind: Literal["plain", "strong", "quote", "words", "aside"] = "plain"
    target: str | None = None
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Runs with the numbers of the notes that they rest on; `when` stands apart, before the line."""

    runs: tuple[Run, ...]
    notes: tuple[int, ...] = ()
    anchor: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """The sheet's own words on what it shows; it rests on no document."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """A list, under its own heading where it has one."""

    items: tuple[Line, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in the order of the table's columns, and the notes of the whole row."""

    cells: tuple[tuple[Run, ...], ...]
    notes: tuple[int, ...]
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Columns of lines to be read side by side, each under the name of its side."""

    columns: tuple[tuple[str, tuple[Line, ...]], ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs of a document as they stand, under a heading where it has one."""

    paragraphs: tuple[str, ...]
    title: str | None = None


Block = Lines | Table | Sides | Remark | Passage


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a sheet; `empty` is what it says when there are no blocks."""

    key: str
    title: str
    empty: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: whose document, of what day, and its words; they stand in `text` from `start` (code points) on.

    `doc` is the id of the document, `link` the lasting address of the words where the sheet was made by a server.
    """

    number: int
    publisher: str
    published: str
    words: str
    text: str = ""
    start: int = 0
    title: str | None = None
    url: str | None = None
    official: str | None = None
    doc: str = ""
    link: str | None = None

    @property
    def end(self) -> int:
        """Where the words end in the text."""
        return self.start + len(self.words)

    @property
    def around(self) -> tuple[str, str]:
        """What stands before and after the words in their paragraph; cut for the formats that show it."""
        return paragraph_around(self.text, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to hand on: a title, what it covers, its sections in order, and the notes that they cite."""

    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]


def lines_of(section: Section) -> tuple[Line | Row, ...]:
    """Every line and row of a section, in the order shown."""
    found: list[Line | Row] = []
    for block in section.blocks:
        match block:
            case Lines(items=items):
                found.extend(items)
            case Table(rows=rows):
                found.extend(rows)
            case Sides(columns=columns):
                found.extend(line for _, side in columns for line in side)
            case Remark() | Passage():
                pass
    return tuple(found)
