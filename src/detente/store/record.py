"""The Record: documents, what they say, and when the record came to hold it, in one file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, func, select

from detente.errors import ChoiceError, RecordError
from detente.model.decision import Decision, Review, Verdict
from detente.model.document import Document
from detente.model.dossier import Dossier, Problem
from detente.model.findings import LAYERS
from detente.model.hits import Hits, Wanted
from detente.model.judging import Reviewed, judge
from detente.model.occurrence import Occurrence
from detente.model.view import View
from detente.store.checks import unsound
from detente.store.decisions import append, load_carried, load_decisions, proposal_id, replay
from detente.store.engine import open_engine, reading, writing
from detente.store.grouping import Groupings, Resolve, keep
from detente.store.loading import among, load_documents, load_dossiers, load_findings, load_problems, proposed, stood
from detente.store.occurrences import find_occurrences
from detente.store.overview import (
    Dealings,
    Publisher,
    Version,
    load_dealings,
    load_ids_of,
    load_kinds_of_problems,
    load_mark,
    load_publishers,
    load_versions,
)
from detente.store.rows import last_day
from detente.store.schema import decisions, documents, findings, holdings, problems, readings
from detente.store.search import find_hits
from detente.store.views import INSTANT, Question, build_view, instant_of, uncollected
from detente.store.writer import write_dossier

Clock = Callable[[], datetime]

_LATEST = (select(func.max(readings.c.recorded_at)), select(func.max(decisions.c.at)))
"""When something was last recorded."""


def now_utc() -> datetime:
    """Tell the time as records keep it."""
    return datetime.now(UTC)


def open_record(path: Path, *, create: bool = True, clock: Clock = now_utc) -> Record:
    """Open the record at `path`, made where there is none unless `create` is False.

    RecordError, in one line with what to do, for a missing folder, a file that is no record, a record made by a
    newer version, and one that may not be read.
    """
    return Record(path, open_engine(path, create=create), clock)


class Record:
    """An open record; close it, or use it in a `with` statement. Every method may raise RecordError."""

    def __init__(self, path: Path, engine: Engine, clock: Clock) -> None:
        self.path = path
        self._engine = engine
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def add(self, dossier: Dossier) -> bool:
        """Take in one document and what it says, in one transaction; return whether anything is new.

        The same dossier again changes nothing. Where a document is read anew, findings no longer proposed are
        withdrawn: views as of an earlier moment still have them.
        """
        with writing(self._engine, self.path) as connection:
            return write_dossier(connection, dossier, self._moment(connection))

    def decide(self, verdict: Verdict, *, by: str, seen: int | None = None) -> Decision:
        """Append a person's verdict to the log; `seen` is the number of the last decision that they had before them.

        ConflictError where others decided on the same findings since, DecisionError for a verdict that makes no sense,
        ChoiceError for a finding that the record does not propose.
        """
        with writing(self._engine, self.path) as connection:
            return append(connection, verdict, by=by, at=self._moment(connection), seen=seen)

    def decisions(self, *, until: str | None = None) -> tuple[Decision, ...]:
        """The log in its order, up to a day or moment (UTC)."""
        with reading(self._engine, self.path) as connection:
            return tuple(load_decisions(connection, until=instant_of(until) if until else None))

    def replay(self, decisions: Sequence[Decision]) -> int:
        """Take over the log of another record of the same documents, verbatim; return how many decisions were new.

        DecisionError where its chain is broken or a document is missing, ConflictError where this record's own log
        is not how it begins.
        """
        with writing(self._engine, self.path) as connection:
            return replay(connection, decisions)

    def strays(self) -> tuple[Decision, ...]:
        """Decisions in force on findings that are proposed no more and could not surely be found again."""
        with reading(self._engine, self.path) as connection:
            return load_carried(connection, load_decisions(connection), None).strays

    def review(self, given: str) -> tuple[Review, Document]:
        """How a finding that is proposed now stands, by its id or the beginning of it; with its document."""
        with reading(self._engine, self.path) as connection:
            chosen = proposed(None).where(findings.c.id == proposal_id(connection, given))
            found = load_findings(connection, chosen, None)
            if not found.findings:
                raise ChoiceError(f"finding '{given}' is proposed no more; decide on one that 'detente show' prints")
            (proposal,) = found.findings
            log = load_decisions(connection)
            reviews = judge([proposal], found.documents, log, load_carried(connection, log, None)).reviews
            (document,) = found.documents.values()
        return next(iter(reviews.values()), Review(status="proposed", proposal=proposal)), document

    def proposal_id(self, given: str) -> str:
        """The whole id of a proposal, from its beginning or from the id that an edit gave it; ChoiceError for none."""
        with reading(self._engine, self.path) as connection:
            return proposal_id(connection, given)

    def view(  # noqa: PLR0913  the fields of a question, each by name
        self,
        states: tuple[str, ...],
        *,
        resolve: Resolve,
        since: str | None = None,
        until: str | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
        layers: tuple[str, ...] = (),
        told_in: tuple[str, ...] = (),
    ) -> View:
        """Answer what the record holds on the dealings of these states; `resolve` says what is about the same thing.

        `since`, `until` and `as_of` are ISO dates of any precision; `known_at` a day or a moment in UTC; `layers` and
        `told_in` narrow it to findings of these layers, or in these documents. Which findings belong is told in
        `detente.store.views.build_view`. ChoiceError without states.
        """
        if not states:
            raise ChoiceError("a view of no states; name one or two, such as US CN")
        asked = Question(
            states=states,
            since=since,
            until=until,
            as_of=as_of,
            known_at=known_at,
            layers=layers,
            told_in=told_in,
        )
        with reading(self._engine, self.path) as connection, uncollected():
            groupings = Groupings(connection, states, resolve)
            view = build_view(connection, asked, groupings)
        if groupings.fresh and asked.is_lasting:
            # Who only reads neither waits for another who writes nor needs the right to: the next view tries again.
            with suppress(RecordError), writing(self._engine, self.path, patience=0) as connection:
                keep(connection, groupings.fresh)
        return view

    def documents(self, *, known_at: str | None = None, ids: Collection[str] | None = None) -> tuple[Document, ...]:
        """All documents, or those of some ids, by day of publication, undated ones last."""
        moment = instant_of(known_at) if known_at else None
        narrowed = () if ids is None else (among(documents.c.id, ids),)
        with reading(self._engine, self.path) as connection:
            held = load_documents(connection, moment, *narrowed).values()
        return tuple(sorted(held, key=lambda d: (d.published or "9999", d.name, d.id)))

    def document(self, doc_id: str) -> Document:
        """One document; ChoiceError where the record does not hold it."""
        for document in self.documents(ids=(doc_id,)):
            return document
        raise ChoiceError(f"{self.path}: holds no document {doc_id}")

    def dossier(self, doc_id: str) -> Dossier:
        """Return what one document says as last read; ChoiceError where the record does not hold it."""
        with reading(self._engine, self.path) as connection:
            return self._dossier(connection, doc_id)

    def reviewed(self, doc_id: str) -> Reviewed:
        """One document as last read, with what people decided on it; ChoiceError where the record does not hold it."""
        with reading(self._engine, self.path) as connection:
            dossier = self._dossier(connection, doc_id)
            log = load_decisions(connection)
            carried = load_carried(connection, log, None)
        documents_of = {doc_id: dossier.document}
        return Reviewed(dossier, judge(dossier.findings, documents_of, log, carried), len(log))

    def dossiers(self, *, known_at: str | None = None) -> Iterator[Dossier]:
        """What every document says, as the record held it at a day or moment (UTC), all in one look."""
        moment = instant_of(known_at) if known_at else None
        with reading(self._engine, self.path) as connection:
            yield from load_dossiers(connection, load_documents(connection, moment).values(), moment)

    def problems(self) -> tuple[Problem, ...]:
        """Everything that could not be read or resolved, document by document."""
        docs = {d.id: d for d in self.documents()}
        with reading(self._engine, self.path) as connection:
            return load_problems(connection, docs, None)

    def search(self, wanted: Wanted) -> Hits:
        """Findings as they stand after review, and texts, that hold the words; the best match first, all counted."""
        with reading(self._engine, self.path) as connection:
            return find_hits(connection, wanted)

    def versions(self, url: str) -> tuple[Document, ...]:
        """Every text that stood at an address, the earliest published first."""
        with reading(self._engine, self.path) as connection:
            held = load_documents(connection, None, documents.c.url == url).values()
        return tuple(sorted(held, key=lambda d: (d.published or "9999", d.id)))

    def occurrences(self, phrase: str, *, as_of: str | None = None, known_at: str | None = None) -> list[Occurrence]:
        """Every place where a form of the phrase stands and in whose mouth, the earliest published first.

        `as_of` is an ISO date of any precision: only documents public by then count; `known_at` a day or moment (UTC):
        only what the record held then does.
        """
        with reading(self._engine, self.path) as connection:
            public_by, moment = last_day(as_of) if as_of else None, instant_of(known_at) if known_at else None
            return find_occurrences(connection, phrase, public_by=public_by, moment=moment)

    def counts(self) -> dict[str, int]:
        """How many documents, findings proposed now by layer, and problems there are."""
        held = select(holdings.c.finding_id).where(stood(holdings, None))
        now = select(readings.c.n).where(stood(readings, None))
        by_layer = select(findings.c.layer, func.count().label("n")).where(findings.c.id.in_(held))
        with reading(self._engine, self.path) as connection:
            layers = {row.layer: row.n for row in connection.execute(by_layer.group_by(findings.c.layer))}
            docs = connection.execute(select(func.count()).select_from(documents)).scalar_one()
            unsolved = connection.execute(select(func.count()).where(problems.c.reading.in_(now))).scalar_one()
        return {"documents": docs} | {name: layers.get(name, 0) for name in LAYERS} | {"problems": unsolved}

    def dealings(self) -> list[Dealings]:
        """Every two states that one document is about, those with most documents first."""
        with reading(self._engine, self.path) as connection:
            return load_dealings(connection)

    def publishers(self) -> list[Publisher]:
        """Every publisher with the number of its documents, those with most first."""
        with reading(self._engine, self.path) as connection:
            return load_publishers(connection)

    def documents_of(self, publisher: str | None, *, limit: int, after: int = 0) -> list[Document]:
        """Documents of a publisher, the latest first: `limit` of them after so many; None is no known publisher."""
        with reading(self._engine, self.path) as connection:
            ids = load_ids_of(connection, publisher, limit, after)
            held = load_documents(connection, None, among(documents.c.id, ids))
            return [held[id_] for id_ in ids]

    def kinds_of_problems(self) -> dict[str, int]:
        """How often something of each kind could not be read, as documents were last read."""
        with reading(self._engine, self.path) as connection:
            return load_kinds_of_problems(connection)

    def versions_of_extractors(self) -> list[Version]:
        """How many findings that stand now each version of an extractor proposed."""
        with reading(self._engine, self.path) as connection:
            return load_versions(connection)

    def mark(self) -> str:
        """Words that change whenever the record does: what was made of it before is still right while they stay."""
        with reading(self._engine, self.path) as connection:
            return load_mark(connection)

    def check(self) -> list[str]:
        """Say what is unsound, one line each; empty for a sound record."""
        with reading(self._engine, self.path) as connection:
            return unsound(connection)

    def _dossier(self, connection: Connection, doc_id: str) -> Dossier:
        docs = load_documents(connection, None, documents.c.id == doc_id)
        if doc_id not in docs:
            raise ChoiceError(f"{self.path}: holds no document {doc_id}")
        (dossier,) = load_dossiers(connection, docs.values(), None)
        return dossier

    def _moment(self, connection: Connection) -> str:
        """Now, or the last moment recorded where the clock went back: what was held on a day must not change later."""
        latest = (connection.execute(query).scalar() or "" for query in _LATEST)
        return max(self._clock().astimezone(UTC).strftime(INSTANT), *latest)
