"""What the record holds on the dealings of some states, over a period, as of a moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from detente.errors import DateError
from detente.model.document import Document
from detente.model.dossier import Party
from detente.model.findings import (
    Assessment,
    ChannelReport,
    Commitment,
    Discrepancy,
    Engagement,
    Finding,
    Incident,
    Position,
    Statement,
)
from detente.model.view import Entry, View
from detente.model.when import Interval, When
from detente.store import rows
from detente.store.loading import load_documents, load_findings, load_people, load_problems
from detente.store.schema import (
    document_states,
    documents,
    finding_states,
    findings,
    holdings,
    problems,
)

F = TypeVar("F", bound=Finding)
INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"


class Resolve(Protocol):
    """Groups findings of one kind, from several documents, into the things they are about."""

    def __call__(self, found: Sequence[F], documents: Mapping[str, Document]) -> list[Entry[F]]:
        """Return entries whose findings stand earliest published first."""
        ...


@dataclass(frozen=True, kw_only=True)
class Question:
    """Which part of the record is asked for; the fields are those of View."""

    states: tuple[str, ...]
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    known_at: str | None = None

    @property
    def period(self) -> Interval:
        """The days that the answer may concern."""
        first = When.from_iso(self.since).interval.earliest if self.since else date.min
        last = When.from_iso(self.until).interval.latest if self.until else date.max
        return Interval(first, last)


def build_view(connection: Connection, asked: Question, resolve: Resolve) -> View:
    """Answer the question.

    A finding is relevant when it names all the states asked for, or names none but them in a document on their
    dealings. A document without a date of publication is left out where `as_of` is given: nobody knows whether
    it was public. An entry belongs to the period when a report dates it there; an undated one goes by the days
    on which it was published; one with neither is shown.
    """
    period = asked.period
    found = load_findings(connection, select(findings).where(_held(asked), _published(asked), _relevant(asked.states)))
    own = _relevant_documents(connection, asked)
    docs = {d.id: d for d in [*found.documents.values(), *own]}

    def entries(kind: type[F]) -> tuple[Entry[F], ...]:
        of_kind = [f for f in found.findings if isinstance(f, kind)]
        inside = [e for e in resolve(of_kind, docs) if _concerns(e, period, docs)]
        return tuple(sorted(inside, key=lambda e: (_first_day(e, docs), e.id)))

    lists = (
        entries(Statement),
        entries(Engagement),
        entries(ChannelReport),
        entries(Position),
        entries(Commitment),
        entries(Incident),
        entries(Discrepancy),
        entries(Assessment),
    )
    cited = {s.doc for entry_list in lists for e in entry_list for f in e.findings for s in f.evidence}
    shown = _in_order(d for d in docs.values() if d.id in cited or _in_period(d, period))
    statements, engagements, channels, positions, commitments, incidents, discrepancies, assessments = lists
    return View(
        states=asked.states,
        since=asked.since,
        until=asked.until,
        as_of=asked.as_of,
        known_at=asked.known_at,
        documents={d.id: d for d in shown},
        people=_people(connection, shown, asked.states),
        statements=statements,
        engagements=engagements,
        channels=channels,
        positions=positions,
        commitments=commitments,
        incidents=incidents,
        discrepancies=discrepancies,
        assessments=assessments,
        problems=load_problems(connection, {d.id: d for d in shown}),
    )


def instant_of(moment: str) -> str:
    """Spell a moment as the record does; a day means its end. DateError for anything else."""
    try:
        instant = datetime.fromisoformat(moment)
    except ValueError:
        raise DateError(f"'{moment}' is no moment; write YYYY-MM-DD, or YYYY-MM-DDTHH:MM:SS in UTC") from None
    if len(moment) == len("YYYY-MM-DD"):
        instant += timedelta(days=1, microseconds=-1)
    in_utc = instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
    return in_utc.strftime(INSTANT)


def _held(asked: Question) -> ColumnElement[bool]:
    held = select(holdings.c.finding_id)
    if asked.known_at is None:
        return findings.c.id.in_(held.where(holdings.c.withdrawn_at.is_(None)))
    moment = instant_of(asked.known_at)
    still = or_(holdings.c.withdrawn_at.is_(None), holdings.c.withdrawn_at > moment)
    return findings.c.id.in_(held.where(holdings.c.recorded_at <= moment, still))


def _published(asked: Question) -> ColumnElement[bool]:
    return findings.c.doc_id.in_(select(documents.c.id).where(_document_known(asked)))


def _document_known(asked: Question) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [documents.c.id.is_not(None)]
    if asked.as_of is not None:
        conditions.append(documents.c.public_by <= rows.last_day(asked.as_of))
    if asked.known_at is not None:
        conditions.append(documents.c.recorded_at <= instant_of(asked.known_at))
    return and_(*conditions)


def _relevant(states: tuple[str, ...]) -> ColumnElement[bool]:
    named = finding_states.c
    all_of_them = (
        select(named.finding_id)
        .where(named.state.in_(states))
        .group_by(named.finding_id)
        .having(func.count() == len(set(states)))
    )
    another = select(named.finding_id).where(named.finding_id == findings.c.id, named.state.not_in(states))
    return or_(
        findings.c.id.in_(all_of_them),
        and_(findings.c.doc_id.in_(_on_dealings_of(states)), ~another.exists()),
    )


def _on_dealings_of(states: tuple[str, ...]) -> Select[tuple[str]]:
    of = document_states.c
    return (
        select(of.doc_id)
        .where(of.state.in_(states))
        .group_by(of.doc_id)
        .having(func.count(of.state.distinct()) == len(set(states)))
    )


def _relevant_documents(connection: Connection, asked: Question) -> Iterable[Document]:
    """On the dealings of these states; and those that could not be read, since they may be."""
    unread = select(problems.c.doc_id).where(problems.c.kind == "language")
    stated = select(document_states.c.doc_id)
    relevant = or_(
        documents.c.id.in_(_on_dealings_of(asked.states)),
        and_(documents.c.id.in_(unread), documents.c.id.not_in(stated)),
    )
    return load_documents(connection, relevant, _document_known(asked)).values()


def _concerns(entry: Entry[F], period: Interval, docs: Mapping[str, Document]) -> bool:
    dated = [days for f in entry.findings if (days := rows.valid_days(f))]
    if not dated:
        published = [docs[f.evidence[0].doc].published for f in entry.findings]
        dated = [When.from_iso(iso).interval for iso in published if iso]
    return not dated or any(period.overlaps(days) for days in dated)


def _in_period(document: Document, period: Interval) -> bool:
    return document.published is None or period.overlaps(When.from_iso(document.published).interval)


def _first_day(entry: Entry[F], docs: Mapping[str, Document]) -> date:
    if days := rows.valid_days(entry.best):
        return days.earliest
    published = [iso for f in entry.findings if (iso := docs[f.evidence[0].doc].published)]
    return min((When.from_iso(iso).interval.earliest for iso in published), default=date.max)


def _in_order(docs: Iterable[Document]) -> list[Document]:
    return sorted(docs, key=lambda d: (d.published or "9999", d.name, d.id))


def _people(connection: Connection, shown: Sequence[Document], states: tuple[str, ...]) -> tuple[Party, ...]:
    everyone = load_people(connection, [d.id for d in shown])
    return tuple(p for p in everyone if p.state is None or p.state in states)
