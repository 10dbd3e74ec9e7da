"""The sections of a brief on what is held, said and called, on whose account, and what stayed unread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from detente.export.page import Block, Line, Lines, Remark, Row, Run, Sides, Table
from detente.export.phrases import Runs, quoted, reported
from detente.export.questions import Account, Collation, Dispute, Marked
from detente.export.sections import Desk, anchor
from detente.export.wording import UNKNOWN, capitalised, counted, kind_name, spelled
from detente.model.dossier import Problem
from detente.model.findings import Assessment, ChannelReport, Discrepancy, Position, Statement
from detente.model.span import Span
from detente.model.view import Entry


def positions(desk: Desk) -> tuple[Block, ...]:
    """Issue by issue, each side's own words in its own column."""
    return tuple(_stance(desk, issue, by_state) for issue, by_state in desk.analysis.positions(desk.view))


def channels(desk: Desk) -> tuple[Block, ...]:
    """Every line of contact with its latest status, then how it came to be."""
    lines = desk.analysis.channels(desk.view)
    rows = tuple(row for entries, earlier in lines for row in _line(desk, entries, earlier))
    columns = ("Line", "Between", "Status", "Since", "In the document's words")
    return (Table(columns, rows),) if rows else ()


def discrepancies(desk: Desk) -> tuple[Block, ...]:
    """Two accounts of the same thing, neither preferred: in a document, of several, of what was said word for word."""
    columns = ("About", "Kind", "One account", "Another account")
    within = tuple(_discrepancy(desk, e) for e in desk.view.discrepancies)
    between = tuple(_dispute(desk, d) for d in desk.analysis.disputes(desk.view))
    beside = tuple(_collation(desk, c) for c in desk.analysis.quotations(desk.view) if c[-1])
    said = ("Speaker", "Words that differ", "As quoted", "Official text")
    tables = ((columns, within), (columns, between), (said, beside))
    return tuple(Table(heads, rows) for heads, rows in tables if rows)


def assessments(desk: Desk) -> tuple[Block, ...]:
    """How each side calls the relationship, side by side."""
    columns = tuple(
        (desk.wording.state(state), tuple(_assessment(desk, e) for e in entries))
        for state, entries in desk.analysis.assessments(desk.view).items()
    )
    return (Sides(columns),) if any(lines for _, lines in columns) else ()


def statements(desk: Desk) -> tuple[Block, ...]:
    """Everything that was said, by the state it was said for."""
    return tuple(
        Lines(tuple(_statement(desk, e) for e in entries), desk.wording.state(state))
        for state, entries in desk.analysis.statements(desk.view).items()
        if entries
    )


def accounts(desk: Desk) -> tuple[Block, ...]:
    """How many documents each publisher gave, and for which state it speaks officially."""
    columns = ("Publisher", "Documents", "From", "To", "Official account of")
    rows = tuple(_account(desk, account) for account in desk.analysis.accounts(desk.view))
    return (Table(columns, rows),) if rows else ()


def problems(desk: Desk) -> tuple[Block, ...]:
    """What could not be read; the same message about several places is one line."""
    groups: dict[tuple[str, str], list[Problem]] = {}
    for problem in desk.view.problems:
        groups.setdefault((problem.kind, problem.message), []).append(problem)
    items = tuple(_problem(desk, same) for same in groups.values())
    return (Lines(items),) if items else ()


def unseen(desk: Desk) -> tuple[Block, ...]:
    """What the caller says that the extractors do not look for."""
    return tuple(Remark(text) for text in desk.unseen)


def _stance(desk: Desk, issue: str, by_state: Mapping[str, tuple[Entry[Position], ...]]) -> Sides:
    columns = tuple(
        (desk.wording.state(state), tuple(line for e in entries for line in _position(desk, e)))
        for state, entries in by_state.items()
    )
    return Sides(columns, desk.wording.issue(issue))


def _position(desk: Desk, entry: Entry[Position]) -> tuple[Line, ...]:
    first, *further = entry.best.evidence
    opening = Line((*quoted([first]), *reported(entry)), desk.notes.cite([first]), anchor(entry))
    return (opening, *(Line(quoted([words]), desk.notes.cite([words])) for words in further))


def _line(desk: Desk, entries: tuple[Entry[ChannelReport], ...], earlier: tuple[ChannelReport, ...]) -> list[Row]:
    now = [
        Row(
            (*_channel(desk, e.best, "strong" if i == 0 else "plain"), (*quoted(e.best.evidence[:2]), *reported(e))),
            desk.notes.cite_entry(e, *e.best.evidence[:2]),
            anchor(e),
        )
        for i, e in enumerate(entries)
    ]
    before = [
        Row((*_channel(desk, f, "plain"), quoted(f.evidence[:2])), desk.notes.cite(f.evidence[:2])) for f in earlier
    ]
    return now + before


def _channel(desk: Desk, report: ChannelReport, kind: Literal["strong", "plain"]) -> tuple[Runs, ...]:
    line = kind_name(report.kind)
    return (
        (Run(line if kind == "strong" else f"{line}, earlier"),),
        (Run(desk.wording.states(report.states)),),
        (Run(report.status, kind),),
        (Run(desk.wording.date(report.since) if report.since else UNKNOWN),),
    )


def _discrepancy(desk: Desk, entry: Entry[Discrepancy]) -> Row:
    best = entry.best
    size = f" ({best.size})" if best.size else ""
    cells: tuple[Runs, ...] = (
        (Run(desk.wording.names.get(best.about, best.about)), *reported(entry)),
        (Run(kind_name(best.kind) + size),),
        (*quoted([best.a]), Run(_publisher(desk, best.a), "aside")),
        (*quoted([best.b]), Run(_publisher(desk, best.b), "aside")),
    )
    return Row(cells, desk.notes.cite_entry(entry, best.a, best.b), anchor(entry))


def _dispute(desk: Desk, dispute: Dispute) -> Row:
    entry, kind, about, a, b, size = dispute
    cells: tuple[Runs, ...] = (
        (Run(desk.phrases.name(entry.best), "plain", anchor(entry)), Run(f": {about}")),
        (Run(kind_name(kind) + (f" ({size})" if size else "")),),
        _told_by(desk, a),
        _told_by(desk, b),
    )
    return Row(cells, desk.notes.cite((*a, *b)))


def _collation(desk: Desk, collation: Collation) -> Row:
    entry, quoted, official, words, told, size = collation
    more = f", {counted(len(quoted), 'document')}" if len(quoted) > 1 else ""
    cells: tuple[Runs, ...] = (
        (Run(entry.best.speaker or UNKNOWN, "plain", anchor(entry)),),
        (Run(str(size)),),
        (*_marked(words), Run(f"{_publisher(desk, quoted[0])}{more}", "aside")),
        (*_marked(told), Run(_publisher(desk, official), "aside")),
    )
    return Row(cells, desk.notes.cite((*quoted, official)))


def _marked(words: Marked) -> Runs:
    """Words of a document between marks, those that differ from another text strong."""
    return (Run("“"), *(Run(text, "strong" if differs else "words") for text, differs in words), Run("”"))


def _told_by(desk: Desk, words: tuple[Span, ...]) -> Runs:
    """The first to tell it, and how many do."""
    more = f", {counted(len(words), 'document')}" if len(words) > 1 else ""
    return (*quoted(words[:1]), Run(f"{_publisher(desk, words[0])}{more}", "aside"))


def _publisher(desk: Desk, span: Span) -> str:
    document = desk.view.documents.get(span.doc)
    return f" ({document.publisher})" if document and document.publisher else ""


def _assessment(desk: Desk, entry: Entry[Assessment]) -> Line:
    best = entry.best
    runs = (*desk.phrases.assessment(best), *reported(entry))
    when = desk.wording.date(best.when) if best.when else None
    return Line(runs, desk.notes.cite_entry(entry, *best.evidence), anchor(entry), when)


def _statement(desk: Desk, entry: Entry[Statement]) -> Line:
    best = entry.best
    runs = (*desk.phrases.statement(best), *reported(entry))
    notes = desk.notes.cite_entry(entry, *best.content)
    return Line(runs, notes, anchor(entry), _said_on(desk, best))


def _said_on(desk: Desk, statement: Statement) -> str:
    if statement.said_on:
        return desk.wording.date(statement.said_on, statement.date_basis)
    document = desk.view.documents.get(statement.evidence[0].doc)
    return f"reported {spelled(document.published)}" if document and document.published else desk.wording.date(None)


def _account(desk: Desk, account: Account) -> Row:
    publisher, official, documents = account
    days = sorted(d.published for d in documents if d.published)
    cells: tuple[Runs, ...] = (
        (Run(publisher or "publisher not stated"),),
        (Run(str(len(documents))),),
        (Run(spelled(days[0]) if days else UNKNOWN),),
        (Run(spelled(days[-1]) if days else UNKNOWN),),
        (Run(desk.wording.states(official) if official else "none"),),
    )
    return Row(cells, desk.notes.cite_opening(documents[0]))


def _problem(desk: Desk, same: list[Problem]) -> Line:
    first = same[0]
    times = f" ({counted(len(same), 'place')})" if len(same) > 1 else ""
    notes: tuple[int, ...] = ()
    for problem in same[:8]:
        if problem.where:
            notes += desk.notes.cite([problem.where])
        elif document := desk.view.documents.get(problem.doc):
            notes += desk.notes.cite_opening(document)
    return Line(
        (Run(capitalised(first.message)), Run(times, "aside")),
        tuple(dict.fromkeys(notes)),
        when=capitalised(first.kind),
    )
