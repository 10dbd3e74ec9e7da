"""A sheet as rows for a spreadsheet: one for each line, each row of a table, and each stretch cited."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from detente.export.page import Line, Lines, Note, Passage, Remark, Row, Run, Section, Sheet, Sides, Table

_PLACE = ("section", "part", "when", "text")
_CITED = ("note", "words", "publisher", "published", "title", "url", "document", "start", "end", "link")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run by spreadsheets; behind an apostrophe it is text."""

Cells = dict[str, str]


def to_csv(sheet: Sheet) -> str:
    """Write the sheet; what cites several stretches of words has a row for each, the same but for these.

    Each column of a table is a column here, beside section, part, when and text; quotations stand in quotation marks.
    """
    columns = dict.fromkeys(c for s in sheet.sections for b in s.blocks if isinstance(b, Table) for c in b.columns)
    out = io.StringIO()
    writer = csv.DictWriter(out, [*_PLACE, *map(_inert, columns), *_CITED], restval="", lineterminator="\r\n")
    writer.writeheader()
    notes = {note.number: note for note in sheet.notes}
    for name, text in (("Title", sheet.title), *sheet.facts):
        writer.writerow(_safe({"part": name, "text": text}))
    for section in sheet.sections:
        for cells, cited in _rows(section):
            for number in cited or (None,):
                told = _cited(notes[number]) if number is not None else {}
                writer.writerow(_safe({"section": section.title, **cells, **told}))
    return out.getvalue()


def _rows(section: Section) -> Iterator[tuple[Cells, tuple[int, ...]]]:
    for block in section.blocks:
        match block:
            case Remark(text):
                yield {"text": text}, ()
            case Passage(paragraphs, title):
                yield from (({"part": title or "", "text": paragraph}, ()) for paragraph in paragraphs)
            case Lines(items, title):
                yield from (_line(line, title or "") for line in items)
            case Sides(columns, title):
                for name, lines in columns:
                    yield from (_line(line, ": ".join(filter(None, (title, name)))) for line in lines)
            case Table(columns, rows):
                yield from (_row(row, columns) for row in rows)


def _line(line: Line, part: str) -> tuple[Cells, tuple[int, ...]]:
    return {"part": part, "when": line.when or "", "text": _text(line.runs)}, _notes(line.runs, line.notes)


def _row(row: Row, columns: tuple[str, ...]) -> tuple[Cells, tuple[int, ...]]:
    cells = {name: _text(cell) for name, cell in zip(columns, row.cells, strict=True)}
    return cells, _notes(tuple(run for cell in row.cells for run in cell), row.notes)


def _notes(runs: tuple[Run, ...], further: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*(run.note for run in runs if run.note is not None), *further)))


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(f"“{run.text}”" if run.kind == "quote" else run.text for run in runs)


def _cited(note: Note) -> Cells:
    return {
        "note": str(note.number),
        "words": note.words,
        "publisher": note.publisher,
        "published": note.published,
        "title": note.title or "",
        "url": note.url or "",
        "document": note.doc,
        "start": str(note.start),
        "end": str(note.end),
        "link": note.link or "",
    }


def _safe(cells: Cells) -> Cells:
    return {_inert(name): _inert(text) for name, text in cells.items()}


def _inert(text: str) -> str:
    """The same, unless a spreadsheet would run it."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
