"""The brief as Markdown with footnotes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import zip_longest

from detente.export.compose import compose
from detente.export.page import Block, Brief, Line, Lines, Note, Remark, Row, Run, Section, Sides, Table
from detente.export.questions import Questions
from detente.model.view import View

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_REMEMBERED = 8192
_OPENER = re.compile(r"^(\s*)([#+\-=]|\d+(?=[.)]))")


def write_brief_markdown(
    view: View, analysis: Questions, *, names: Mapping[str, str] | None = None, unseen: tuple[str, ...] = ()
) -> str:
    """Write the brief; `names` are display names by state code and issue, `unseen` what is not looked for."""
    brief = compose(view, analysis, names=names or {}, unseen=unseen)
    parts = [_heading(brief), *(_section(s) for s in brief.sections), "\n".join(_note(n) for n in brief.notes)]
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


def _heading(brief: Brief) -> str:
    facts = [f"- {name}: {escaped(text)}" for name, text in brief.facts]
    return "\n".join([f"# {escaped(brief.title)}", "", *facts])


def _section(section: Section) -> str:
    blocks = [_block(block) for block in section.blocks] or [section.empty]
    return "\n\n".join([f"## {section.title}", *blocks])


def _block(block: Block) -> str:
    match block:
        case Remark(text):
            return escaped(text)
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
    match run.kind:
        case "strong":
            return f"**{text}**"
        case "quote":
            return f"“{text}”"
        case _:
            return text


def _marks(notes: tuple[int, ...]) -> str:
    return "".join(f"[^{number}]" for number in notes)


def _note(note: Note) -> str:
    official = f", official account of {escaped(note.official)}" if note.official else ""
    title = f" ({escaped(note.title)})" if note.title else ""
    url = f" <{note.url.replace('>', '%3E').replace(' ', '%20')}>" if note.url else ""
    return (
        f"[^{note.number}]: {escaped(note.publisher)}{official}, {note.published}: “{escaped(note.words)}”{title}{url}"
    )
