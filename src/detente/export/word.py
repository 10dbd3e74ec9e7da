"""A sheet as a Word document: headings, lists and tables in Word's own styles, notes at the end that marks lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from detente.errors import InputError
from detente.export.page import Block, Line, Lines, Note, Passage, Remark, Row, Run, Section, Sheet, Sides, Table

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML has no place for."""
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def to_docx(sheet: Sheet) -> bytes:
    """Write the sheet; InputError without python-docx."""
    try:
        docx = import_module("docx")
    except ImportError as reason:
        raise InputError("a Word document needs python-docx; install it with: pip install 'detente[docx]'") from reason
    return _Writing(docx.Document()).written(sheet)


class _Writing:
    """A document in the making."""

    def __init__(self, word: Word) -> None:
        self._word = word
        self._marks = 0
        self._shared = import_module("docx.oxml.shared")

    def written(self, sheet: Sheet) -> bytes:
        """The whole of it as a file."""
        properties = self._word.core_properties
        properties.title, properties.author, properties.comments = _legal(sheet.title)[:255], "detente", ""
        self._word.add_heading(_legal(sheet.title), 0)
        for name, text in sheet.facts:
            paragraph = self._word.add_paragraph()
            paragraph.add_run(f"{name}: ").bold = True
            paragraph.add_run(_legal(text))
        for section in sheet.sections:
            self._section(section)
        if sheet.notes:
            self._word.add_heading("Notes", 1)
        for note in sheet.notes:
            self._note(note)
        out = BytesIO()
        self._word.save(out)
        return out.getvalue()

    def _section(self, section: Section) -> None:
        self._word.add_heading(_legal(section.title), 1)
        for block in section.blocks:
            self._block(block)
        if not section.blocks:
            self._word.add_paragraph(section.empty)

    def _block(self, block: Block) -> None:
        if not isinstance(block, Remark | Table) and block.title:
            self._word.add_heading(_legal(block.title), 2)
        match block:
            case Remark(text):
                self._word.add_paragraph(_legal(text)).runs[0].italic = True
            case Passage(paragraphs, _):
                for words in paragraphs:
                    self._styled("Quote").add_run(_legal(words))
            case Lines(items, _):
                for line in items:
                    self._line(self._styled("ListBullet"), line)
            case Sides(columns, _):
                self._sides(columns)
            case Table(columns, rows):
                self._table(columns, rows)

    def _styled(self, style: str) -> Paragraph:
        """A paragraph in a style by its id: to look a style up by its name takes as long as all the rest."""
        paragraph = self._word.add_paragraph()
        paragraph._p.style = style  # noqa: SLF001  as above
        return paragraph

    def _sides(self, columns: tuple[tuple[str, tuple[Line, ...]], ...]) -> None:
        cells = self._grid([name for name, _ in columns])
        for lines in zip_longest(*(lines for _, lines in columns)):
            for paragraph, line in zip(cells(), lines, strict=True):
                if line is not None:
                    self._line(paragraph, line)

    def _table(self, columns: tuple[str, ...], rows: tuple[Row, ...]) -> None:
        cells = self._grid(columns)
        for row in rows:
            paragraphs = cells()
            for paragraph, runs in zip(paragraphs, row.cells, strict=True):
                self._runs(paragraph, runs)
            self._cite(paragraphs[-1], row.notes)

    def _grid(self, columns: Iterable[str]) -> Any:
        """A table under its head, which is repeated on every page; gives what makes the cells of the next row."""
        names = list(columns)
        table = self._word.add_table(1, len(names), style="Light List")
        for cell, name in zip(table.rows[0].cells, names, strict=True):
            cell.paragraphs[0].add_run(_legal(name)).bold = True
        repeated = self._shared.OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001  the library has no name for it
        return lambda: [cell.paragraphs[0] for cell in table.add_row().cells]

    def _line(self, paragraph: Paragraph, line: Line) -> None:
        if line.when:
            paragraph.add_run(f"{_legal(line.when)}  ").bold = True
        self._runs(paragraph, line.runs)
        self._cite(paragraph, line.notes)

    def _runs(self, paragraph: Paragraph, runs: tuple[Run, ...]) -> None:
        for run in runs:
            text = _legal(run.text)
            made = paragraph.add_run(f"“{text}”" if run.kind == "quote" else text)
            made.bold = run.kind == "strong" or None
            made.italic = run.kind == "words" or None
            if run.note is not None:
                self._cite(paragraph, (run.note,))

    def _cite(self, paragraph: Paragraph, notes: tuple[int, ...]) -> None:
        """A raised number that leads to its note."""
        for place, number in enumerate(notes):
            made = paragraph.add_run(f"{', ' if place else ''}{number}")
            made.font.superscript = True
            self._linked(paragraph, made, anchor=f"note{number}")

    def _note(self, note: Note) -> None:
        paragraph = self._word.add_paragraph()
        self._bookmarked(paragraph, note.number)
        official = f", official account of {note.official}" if note.official else ""
        title = f" ({note.title})" if note.title else ""
        told = f"{note.publisher}{official}, {note.published}: “{note.words}”{title}"
        paragraph.add_run(f"{note.number}. {_legal(told)}")
        for label, url in (("where it appeared", note.url), ("in the record", note.link)):
            if url:
                paragraph.add_run(" · ")
                made = paragraph.add_run(label)
                made.underline = True
                self._linked(paragraph, made, url=_legal(url))

    def _linked(self, paragraph: Paragraph, run: Any, *, anchor: str = "", url: str = "") -> None:
        """Put a run into a link to a bookmark or an address, which the library has no call for."""
        link = self._shared.OxmlElement("w:hyperlink")
        if url:
            link.set(self._shared.qn("r:id"), self._word.part.relate_to(url, _HYPERLINK, is_external=True))
        else:
            link.set(self._shared.qn("w:anchor"), anchor)
        link.append(run._r)  # noqa: SLF001  as above
        paragraph._p.append(link)  # noqa: SLF001  as above

    def _bookmarked(self, paragraph: Paragraph, number: int) -> None:
        for name in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = self._shared.OxmlElement(name)
            mark.set(self._shared.qn("w:id"), str(number))
            if name == "w:bookmarkStart":
                mark.set(self._shared.qn("w:name"), f"note{number}")
            paragraph._p.append(mark)  # noqa: SLF001  as above


def _legal(text: str) -> str:
    """Text with a mark in the place of each character that XML has no place for."""
    return _ILLEGAL.sub("\ufffd", text)
