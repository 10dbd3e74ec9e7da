"""The sections of a brief on what happened: people, the course of events, contacts, promises, incidents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from detente.export.notes import Notes
from detente.export.page import Block, Line, Lines, Remark, Row, Run, Sides, Table
from detente.export.phrases import Phrases, Runs, quoted, reported
from detente.export.questions import AnyEntry, Member, Questions
from detente.export.wording import UNKNOWN, Wording, capitalised, counted, incident_kind, kind_name
from detente.model.findings import Commitment, Engagement, Finding
from detente.model.view import Entry, View

UNVERIFIED = " (days unverified)"
"""Behind an office of which no checked source tells when it was held."""


@dataclass(frozen=True)
class Desk:
    """What every section is written from; `notes` grows as lines cite."""

    view: View
    analysis: Questions
    wording: Wording
    phrases: Phrases
    notes: Notes
    unseen: tuple[str, ...] = ()


def anchor(entry: Entry[Finding]) -> str:
    """Where the entry has its own line."""
    return f"e-{entry.id}"


def lead(desk: Desk) -> tuple[Block, ...]:
    """The latest contacts, lines cut or restored, firm promises still open, and what comes next."""
    met, lines, promised, coming = desk.analysis.lead(desk.view)
    say = desk.phrases.of
    items = [
        *(_plain(desk, e, (*say(e.best), *reported(e)), desk.wording.dates(e.best)) for e in met),
        *(_plain(desk, e, (*say(e.best), *reported(e)), "Line of contact") for e in lines),
        *(_plain(desk, e, (*say(e.best), *desk.phrases.due(e.best), *reported(e)), "Promised") for e in promised),
        *(_plain(desk, e, (*say(e.best), *reported(e)), f"Next, {_due(desk, e.best)}") for e in coming),
    ]
    return (Lines(tuple(items)),) if items else ()


def cast(desk: Desk) -> tuple[Block, ...]:
    """People by state with the offices they held on the documents' days; guests of a list are only counted."""
    members = desk.analysis.cast(desk.view)
    named = [m for m in members if m[5] and (m[4] or (m[2] == "person" and m[1] and m[3]))]
    columns = tuple(
        (desk.wording.state(state), tuple(_member(desk, m) for m in same))
        for state, same in groupby(named, key=lambda m: m[1])
    )
    missing = len(members) - len(named)
    why = "named in no entry, and of no state or office, or in no words that can be cited"
    remark = (Remark(f"{counted(missing, 'other')} left out: {why}."),)
    return ((Sides(columns),) if columns else ()) + (remark if missing else ())


def timeline(desk: Desk) -> tuple[Block, ...]:
    """Dated engagements, incidents and commitments in order, each with what led to it."""
    items = []
    for entry, date, by_report, causes in desk.analysis.timeline(desk.view):
        best = entry.best
        when = desk.wording.dates(best) if isinstance(best, Engagement) else desk.wording.date(date)
        links = _because(desk, causes)
        runs = (*desk.phrases.of(best), *desk.phrases.due(best), *links, *reported(entry))
        items.append(_plain(desk, entry, runs, f"reported {when}" if by_report else when))
    undated = len(desk.analysis.undated(desk.view))
    remark = f"{counted(undated, 'more entry')} without a stated date: see the tables below."
    return ((Lines(tuple(items)),) if items else ()) + ((Remark(remark),) if undated else ())


def engagements(desk: Desk) -> tuple[Block, ...]:
    """Every contact, held or not, with place, time and length."""
    contested = desk.analysis.contested(desk.view)
    rows = tuple(_engagement(desk, e, contested) for e in desk.view.engagements)
    columns = ("Date", "Kind", "Who", "Where", "Time and length", "Status")
    return (Table(columns, rows),) if rows else ()


def commitments(desk: Desk) -> tuple[Block, ...]:
    """Who undertook what, how firmly, until when, and through whose account it is known."""
    columns = ("By", "To", "What", "How firm", "Due", "Account")
    rows = tuple(_commitment(desk, e) for e in desk.view.commitments)
    return (Table(columns, rows),) if rows else ()


def incidents(desk: Desk) -> tuple[Block, ...]:
    """What strained or eased relations, in order of time."""
    columns = ("Date", "Kind", "By", "Against", "Effect", "In the document's words")
    rows = tuple(
        Row(
            (
                (Run(desk.wording.date(e.best.date, e.best.date_basis)),),
                (Run(incident_kind(e.best.kind)),),
                (Run(desk.wording.states(e.best.by)),),
                (Run(desk.wording.states(e.best.against)),),
                (Run(e.best.effect),),
                (*quoted(e.best.evidence), *reported(e)),
            ),
            desk.notes.cite_entry(e, *e.best.evidence),
            anchor(e),
        )
        for e in desk.view.incidents
    )
    return (Table(columns, rows),) if rows else ()


def ahead(desk: Desk) -> tuple[Block, ...]:
    """What is planned, proposed or due after the last day that the view knows."""
    items = tuple(
        _plain(desk, e, (*desk.phrases.of(e.best), *reported(e)), capitalised(_due(desk, e.best)))
        for e in desk.analysis.ahead(desk.view)
    )
    return (Lines(items),) if items else ()


def _plain(desk: Desk, entry: AnyEntry, runs: Runs, when: str) -> Line:
    return Line(runs, desk.notes.cite_entry(entry), when=when)


def _due(desk: Desk, finding: Finding) -> str:
    match finding:
        case Engagement():
            return desk.wording.dates(finding)
        case Commitment():
            return desk.wording.date(finding.due)
        case _:
            return UNKNOWN


def _because(desk: Desk, causes: Iterable[AnyEntry]) -> Runs:
    runs: list[Run] = []
    for cause in causes:
        runs += [Run(", " if runs else "; because of: "), Run(desk.phrases.name(cause.best), "plain", anchor(cause))]
    return tuple(runs)


def _member(desk: Desk, member: Member) -> Line:
    name, _, kind, offices, appearances, words, _, unverified = member
    assert words is not None
    office = ", ".join(o + (UNVERIFIED if o in unverified else "") for o in offices) or (
        "office not stated" if kind == "person" else ""
    )
    runs = [Run(capitalised(name), "strong" if kind == "person" else "plain")]
    runs += [Run(f", {office}")] if office else []
    runs += [Run(f" · {counted(appearances, 'entry')}", "aside")] if appearances else []
    return Line(tuple(runs), desk.notes.cite([words]))


def _engagement(desk: Desk, entry: Entry[Engagement], contested: Mapping[str, tuple[AnyEntry, ...]]) -> Row:
    best = entry.best
    disputed = next((anchor(d) for d in contested.get(entry.id, ())), None)
    told = best.outcome or best.aims or best.reason
    what = "outcome" if best.outcome else "aims" if best.aims else "reason given"
    after = (Run(f"; {what}: "), *quoted([told])) if told else ()
    cells: tuple[Runs, ...] = (
        (Run(desk.wording.dates(best)),),
        (Run(kind_name(best.kind)),),
        (Run(", ".join(dict.fromkeys(best.participants)) or desk.wording.states(best.states)),),
        (Run(best.place or UNKNOWN),),
        desk.phrases.clock(best, disputed),
        (Run(desk.phrases.status(best)), *after, *reported(entry)),
    )
    return Row(cells, desk.notes.cite_entry(entry, *([told] if told else [])), anchor(entry))


def _commitment(desk: Desk, entry: Entry[Commitment]) -> Row:
    best = entry.best
    document = desk.view.documents.get(best.evidence[0].doc)
    account = best.reported_by or (document.publisher if document else None)
    cells: tuple[Runs, ...] = (
        (Run(desk.wording.states(best.by)),),
        (Run(desk.phrases.to(best) or UNKNOWN),),
        (Run(shortened_what(best)), *reported(entry)),
        (Run(desk.phrases.firmness(best)),),
        (Run(desk.wording.date(best.due) if best.due else UNKNOWN),),
        (Run(account or UNKNOWN),),
    )
    return Row(cells, desk.notes.cite_entry(entry), anchor(entry))


def shortened_what(commitment: Commitment) -> str:
    """What was undertaken, and on which condition."""
    condition = f" (on condition: {commitment.condition})" if commitment.condition else ""
    return commitment.what + condition
