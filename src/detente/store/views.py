"""What the record holds on the dealings of some states, over a period, as of a moment."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select, true

from detente.errors import DateError
from detente.model.days import valid_days
from detente.model.decision import Review, in_force
from detente.model.document import Document
from detente.model.dossier import Party
from detente.model.findings import (
    Assessment,
    ChannelReport,
    Commitment,
    Discrepancy,
    Engagement,
    Event,
    Finding,
    Incident,
    Position,
    Statement,
)
from detente.model.judging import Judged, judge
from detente.model.view import Entry, View
from detente.model.when import Interval, When
from detente.store import rows
from detente.store.decisions import load_carried, load_decisions
from detente.store.grouping import Groupings
from detente.store.loading import (
    Loaded,
    among,
    load_documents,
    load_findings,
    load_people,
    load_problems,
    load_signatures,
    proposed,
    stood,
)
from detente.store.schema import document_states, documents, finding_states, findings, problems, readings
from detente.text.likeness import families

F = TypeVar("F", bound=Finding)
ALWAYS = Interval(date.min, date.max)
INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(frozen=True, kw_only=True)
class Question:
    """Which part of the record is asked for; the fields are those of View.

    Where `layers` or `told_in` (ids of documents) are given, only findings of these layers or in these documents are,
    with the documents that they cite: what one page or one comparison needs, in a part of the time.
    """

    states: tuple[str, ...]
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    known_at: str | None = None
    layers: tuple[str, ...] = ()
    told_in: tuple[str, ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether less is asked for than all that is held on these states."""
        return bool(self.layers or self.told_in)

    @property
    def is_lasting(self) -> bool:
        """Whether the same findings are likely to be asked for again: all that is held now, of some layers or all."""
        return not (self.told_in or self.as_of or self.known_at)

    @property
    def period(self) -> Interval:
        """The days that the answer may concern."""
        first = When.from_iso(self.since).interval.earliest if self.since else date.min
        last = When.from_iso(self.until).interval.latest if self.until else date.max
        if last < first:
            raise DateError(
                f"the period ends ({self.until}) before it begins ({self.since}); give the earlier date first"
            )
        return Interval(first, last)

    @property
    def moment(self) -> str | None:
        """The moment of recording asked for, as the record spells it; None is now."""
        return instant_of(self.known_at) if self.known_at else None


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cycles while a view is built: it makes many objects that stay, and none of them is in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # All of them count as old from here on: as new ones they would be gone through twice as soon as this ends.
        gc.freeze()
        gc.unfreeze()
        if was_on:
            gc.enable()


def build_view(connection: Connection, asked: Question, groupings: Groupings) -> View:
    """Answer the question.

    A finding is relevant when it names all the states asked for, or names none but them in a document on their
    dealings; an edited one as it was edited, a rejected one never. A document without a date of publication is left
    out where `as_of` is given: nobody knows whether it was public. An entry belongs to the period when a report dates
    it there; an undated one goes by the days on which it was published; one with neither is shown.
    """
    period = asked.period
    on_dealings = _on_dealings(connection, asked)
    judged, cited_docs = _judged(connection, asked, on_dealings)
    docs = dict(cited_docs)
    if not asked.is_part:
        docs |= _relevant_documents(connection, asked, on_dealings, besides=cited_docs)
    family = families(load_signatures(connection, {*cited_docs, *on_dealings}))

    by_kind: dict[type[Finding], list[Any]] = defaultdict(list)
    for finding in judged.findings:
        by_kind[type(finding)].append(finding)

    def entries(kind: type[F]) -> tuple[Entry[F], ...]:
        things = groupings.entries(by_kind[kind], docs, judged.pairs)
        grouped = (_counted(_as_reviewed(e, judged.reviews, docs), family) for e in things)
        inside = [e for e in grouped if period == ALWAYS or _concerns(e, period, docs)]
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
        entries(Event),
    )
    cited = {f.evidence[0].doc for entry_list in lists for e in entry_list for f in e.findings}
    shown = _in_order(d for d in docs.values() if d.id in cited or _in_period(d, period))
    statements, engagements, channels, positions, commitments, incidents, discrepancies, assessments, events = lists
    return View(
        states=asked.states,
        since=asked.since,
        until=asked.until,
        as_of=asked.as_of,
        known_at=asked.known_at,
        documents={d.id: d for d in shown},
        people=_people(connection, shown, asked),
        statements=statements,
        engagements=engagements,
        channels=channels,
        positions=positions,
        commitments=commitments,
        incidents=incidents,
        discrepancies=discrepancies,
        assessments=assessments,
        events=events,
        problems=load_problems(connection, {d.id: d for d in shown}, asked.moment),
        reviews=judged.reviews,
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


def _judged(
    connection: Connection, asked: Question, on_dealings: Collection[str]
) -> tuple[Judged, dict[str, Document]]:
    """What the documents asked for say on these states as it stands after review, with the documents."""
    log = load_decisions(connection, until=asked.moment)
    carried = load_carried(connection, log, asked.moment)
    changed = {carried.to.get(d.subject, (d.subject,))[0] for d in in_force(log) if d.kind == "edit"}
    # What an edited finding names may have been changed, so each is looked at again as it stands.
    wanted = proposed(asked.moment).where(_published(asked), _of_part(asked))
    alone = load_findings(connection, wanted.where(_alone(asked, on_dealings)), asked.moment)
    further = {*_naming_all(connection, asked.states), *changed} - {f.id for f in alone.findings}
    named = load_findings(connection, wanted.where(among(findings.c.id, further)), asked.moment)
    found = Loaded([*alone.findings, *named.findings], alone.documents | named.documents)
    judged = judge(found.findings, found.documents, log, carried)
    if not changed:
        return judged, found.documents
    strangers = _strangers(asked, judged, on_dealings)
    findings_left = tuple(f for f in judged.findings if f.id not in strangers)
    reviews = {id_: review for id_, review in judged.reviews.items() if id_ not in strangers}
    return replace(judged, findings=findings_left, reviews=reviews), found.documents


def _strangers(asked: Question, judged: Judged, on_dealings: Collection[str]) -> set[str]:
    """Edited findings that, as they stand, do not concern the states asked for."""
    edited = [f for f in judged.findings if f.id in judged.reviews and judged.reviews[f.id].status == "edited"]
    states = set(asked.states)
    return {
        f.id
        for f in edited
        if not (states <= rows.states_of(f) or (rows.states_of(f) <= states and f.evidence[0].doc in on_dealings))
    }


def _as_reviewed(entry: Entry[F], reviews: Mapping[str, Review], docs: Mapping[str, Document]) -> Entry[F]:
    """Name the entry after its earliest finding as it was proposed: an edit leaves the id."""
    if not reviews or not any(f.id in reviews for f in entry.findings):
        return entry
    proposals = {f.id: reviews[f.id].proposal.id if f.id in reviews else f.id for f in entry.findings}
    first = min(entry.findings, key=lambda f: (docs[f.evidence[0].doc].published or "9999", proposals[f.id]))
    reviewed = sum(f.id in reviews and reviews[f.id].status != "proposed" for f in entry.findings)
    return replace(entry, id=proposals[first.id], reviewed=reviewed)


def _counted(entry: Entry[F], family: Mapping[str, frozenset[str]]) -> Entry[F]:
    """Tell how many of its reports stand in copies of another's text."""
    if entry.reports == 1:
        return entry
    texts = {family[f.evidence[0].doc] for f in entry.findings}
    return replace(entry, copies=entry.reports - len(texts))


def _published(asked: Question) -> ColumnElement[bool]:
    if asked.as_of is None:
        return true()
    return findings.c.doc_id.in_(select(documents.c.id).where(_public(asked)))


def _of_part(asked: Question) -> ColumnElement[bool]:
    of_layers = findings.c.layer.in_(asked.layers) if asked.layers else true()
    return and_(of_layers, among(findings.c.doc_id, asked.told_in)) if asked.told_in else of_layers


def _public(asked: Question) -> ColumnElement[bool]:
    return documents.c.public_by <= rows.last_day(asked.as_of) if asked.as_of is not None else true()


def _alone(asked: Question, on_dealings: Collection[str]) -> ColumnElement[bool]:
    """Whether a finding in a document on the dealings of these states names none but them."""
    named = finding_states.c
    another = exists().where(named.finding_id == findings.c.id, named.state.not_in(asked.states))
    return and_(among(findings.c.doc_id, on_dealings), ~another)


def _naming_all(connection: Connection, states: Collection[str]) -> Iterable[str]:
    """The ids of findings that name all of these states, whenever they were proposed."""
    rarest, *others = _rarest_first(connection, states)
    named = finding_states.c
    all_of_them = select(named.finding_id).where(named.state == rarest)
    for state in others:
        also = finding_states.alias().c
        all_of_them = all_of_them.where(exists().where(also.finding_id == named.finding_id, also.state == state))
    return connection.execute(all_of_them).scalars()


def _rarest_first(connection: Connection, states: Collection[str]) -> list[str]:
    """The states, each once, by how many findings name them: a search for all of them begins with the shortest list."""
    named = finding_states.c.state
    counted = select(named, func.count().label("findings")).where(named.in_(states)).group_by(named)
    counts: dict[str, int] = {row.state: row.findings for row in connection.execute(counted)}
    return sorted(dict.fromkeys(states), key=lambda state: counts.get(state, 0))


def _on_dealings(connection: Connection, asked: Question) -> frozenset[str]:
    """The ids of public documents that are about all of these states."""
    of = document_states.c
    on_all = (
        select(readings.c.doc_id)
        .join(document_states, of.reading == readings.c.n)
        .where(of.state.in_(asked.states), stood(readings, asked.moment))
        .group_by(readings.c.doc_id)
        .having(func.count(of.state.distinct()) == len(set(asked.states)))
    )
    if asked.as_of is not None:
        on_all = on_all.join(documents, documents.c.id == readings.c.doc_id).where(_public(asked))
    return frozenset(connection.execute(on_all).scalars())


def _relevant_documents(
    connection: Connection, asked: Question, on_dealings: Collection[str], *, besides: Collection[str]
) -> dict[str, Document]:
    """On the dealings of these states; and those that could not be read, since they may be."""
    now = select(readings.c.doc_id).where(stood(readings, asked.moment))
    unread = now.join(problems, problems.c.reading == readings.c.n).where(problems.c.kind == "language")
    stated = now.join(document_states, document_states.c.reading == readings.c.n)
    relevant = or_(
        among(documents.c.id, on_dealings),
        and_(documents.c.id.in_(unread), documents.c.id.not_in(stated)),
    )
    return load_documents(connection, asked.moment, relevant, _public(asked), ~among(documents.c.id, besides))


def _concerns(entry: Entry[F], period: Interval, docs: Mapping[str, Document]) -> bool:
    dated = [days for f in entry.findings if (days := valid_days(f))]
    if not dated:
        published = [docs[f.evidence[0].doc].published for f in entry.findings]
        dated = [When.from_iso(iso).interval for iso in published if iso]
    return not dated or any(period.overlaps(days) for days in dated)


def _in_period(document: Document, period: Interval) -> bool:
    return document.published is None or period.overlaps(When.from_iso(document.published).interval)


def _first_day(entry: Entry[F], docs: Mapping[str, Document]) -> date:
    if days := valid_days(entry.best):
        return days.earliest
    published = docs[entry.findings[0].evidence[0].doc].published
    return When.from_iso(published).interval.earliest if published else date.max


def _in_order(docs: Iterable[Document]) -> list[Document]:
    return sorted(docs, key=lambda d: (d.published or "9999", d.name, d.id))


def _people(connection: Connection, shown: Sequence[Document], asked: Question) -> tuple[Party, ...]:
    everyone = load_people(connection, [d.id for d in shown], asked.moment)
    return tuple(p for p in everyone if p.state is None or p.state in asked.states)
