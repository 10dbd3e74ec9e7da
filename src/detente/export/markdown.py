"""A sheet as Markdown with footnotes."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest

from detente.export.page import Block, Line, Lines, Note, Passage, Remark, Row, Run, Section, Sheet, Sides, Table

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_REMEMBERED = 8192
_OPENER = re.compile(r"^(\s*)([#+\-=]|\d+(?=[.)]))")


def to_markdown(sheet: Sheet) -> str:
    """Write the sheet; every line, cell and note on one line of its own."""
    parts = [_heading(sheet), *(_section(s) for s in sheet.sections), "\n".join(_note(n) for n in sheet.notes)]
    return "\n\n".join(part for part in parts if part) + "\n"


@lru_cache(maxsize=_REMEMBERED)
def escaped(text: str) -> str:
    """Put text on one line so that Markdown takes none of its characters for markup."""
    line = " ".join(text.split())
    line = _ENTITY.sub(r"\\&", _SPECIAL.sub(r"\\\1", line))
    found = _OPENER.match(line)
    if not found:
        return line
    mark = found[2]
    return f"{mark}\\{line[len(mark) :]}" if mark.isdigit() else f"\\{line}"


def _heading(sheet: Sheet) -> str:
    facts = [f"- {name}: {escaped(text)}" for name, text in sheet.facts]
    return "\n".join([f"# {escaped(sheet.title)}", "", *facts])


def _section(section: Section) -> str:
    blocks = [_block(block) for block in section.blocks] or [section.empty]
    return "\n\n".join([f"## {escaped(section.title)}", *blocks])


def _block(block: Block) -> str:
    match block:
        case Remark(text):
            return escaped(text)
        case Passage(paragraphs, title):
            return _titled(title, "\n>\n".join(f"> {escaped(paragraph)}" for paragraph in paragraphs))
        case Lines(items, title):
            return _titled(title, "\n".join(f"- {_line(line)}" for line in items))
        case Table(columns, rows):
            return _table(columns, [_row(row) for row in rows])
        case Sides(columns, title):
            sides = [[_line(line) for line in lines] or ["not stated"] for _, lines in columns]
            return _titled(title, _table([escaped(n) for n, _ in columns], list(zip_longest(*sides, fillvalue=""))))


def _titled(title: str | None, body: str) -> str:
    return f"### {escaped(title)}\n\n{body}" if title else body


def _table(columns: tuple[str, ...] | list[str], rows: list[tuple[str, ...]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _row(row: Row) -> tuple[str, ...]:
    cells = [_runs(cell) for cell in row.cells]
    return (*cells[:-1], cells[-1] + _marks(row.notes))


def _line(line: Line) -> str:
    when = f"**{escaped(line.when)}** " if line.when else ""
    return when + _runs(line.runs) + _marks(line.notes)


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    lead = " " if run.text[:1].isspace() else ""
    tail = " " if run.text[-1:].isspace() and run.text.strip() else ""
    text = lead + escaped(run.text) + tail
    mark = _marks((run.note,)) if run.note is not None else ""
    match run.kind:
        case "strong":
            return f"**{text}**{mark}"
        case "quote":
            return f"“{text}”{mark}"
        case _:
            return text + mark


def _marks(notes: tuple[int, ...]) -> str:
    return "".join(f"[^{number}]" for number in notes)


def _note(note: Note) -> str:
    official = f", official account of {escaped(note.official)}" if note.official else ""
    title = f" ({escaped(note.title)})" if note.title else ""
    urls = "".join(f" <{url.replace('>', '%3E').replace(' ', '%20')}>" for url in (note.url, note.link) if url)
    return (
        f"[^{note.number}]: {escaped(note.publisher)}{official}, {note.published}: “{escaped(note.words)}”{title}{urls}"
    )
