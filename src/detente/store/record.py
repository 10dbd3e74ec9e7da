"""The Record: documents, what they say, and when the record came to hold it, in one file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, func, select, text

from detente.errors import ChoiceError
from detente.model.document import Document
from detente.model.dossier import Dossier, Problem
from detente.model.findings import LAYERS
from detente.model.occurrence import Occurrence
from detente.model.view import View
from detente.store.checks import unsound
from detente.store.engine import open_engine, reading, writing
from detente.store.loading import load_documents, load_findings, load_people, load_problems
from detente.store.occurrences import find_occurrences
from detente.store.rows import document_from_row, last_day
from detente.store.schema import document_states, documents, findings, holdings, problems
from detente.store.views import INSTANT, Question, Resolve, build_view
from detente.store.writer import write_dossier
from detente.text.canonical import search_words

Clock = Callable[[], datetime]


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
        now = self._clock().astimezone(UTC).strftime(INSTANT)
        with writing(self._engine, self.path) as connection:
            return write_dossier(connection, dossier, now)

    def view(  # noqa: PLR0913  the fields of a question, each by name
        self,
        states: tuple[str, ...],
        *,
        resolve: Resolve,
        since: str | None = None,
        until: str | None = None,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> View:
        """Answer what the record holds on the dealings of these states; `resolve` says what is about the same thing.

        `since`, `until` and `as_of` are ISO dates of any precision; `known_at` a day or a moment in UTC. Which
        findings belong is told in `detente.store.views.build_view`. ChoiceError without states.
        """
        if not states:
            raise ChoiceError("a view of no states; name one or two, such as US CN")
        asked = Question(states=states, since=since, until=until, as_of=as_of, known_at=known_at)
        with reading(self._engine, self.path) as connection:
            return build_view(connection, asked, resolve)

    def documents(self) -> tuple[Document, ...]:
        """All documents by day of publication, undated ones last."""
        with reading(self._engine, self.path) as connection:
            held = load_documents(connection).values()
        return tuple(sorted(held, key=lambda d: (d.published or "9999", d.name, d.id)))

    def dossier(self, doc_id: str) -> Dossier:
        """Return what one document says as last read; ChoiceError where the record does not hold it."""
        with reading(self._engine, self.path) as connection:
            docs = load_documents(connection, documents.c.id == doc_id)
            if doc_id not in docs:
                raise ChoiceError(f"{self.path}: holds no document {doc_id}")
            held = select(holdings.c.finding_id).where(holdings.c.withdrawn_at.is_(None))
            loaded = load_findings(
                connection, select(findings).where(findings.c.doc_id == doc_id, findings.c.id.in_(held))
            )
            states = select(document_states.c.state).where(document_states.c.doc_id == doc_id)
            layers = list(LAYERS)
            return Dossier(
                document=docs[doc_id],
                states=tuple(connection.execute(states.order_by(document_states.c.ord)).scalars()),
                people=tuple(load_people(connection, [doc_id])),
                findings=tuple(sorted(loaded.findings, key=lambda f: layers.index(f.layer))),
                problems=load_problems(connection, docs),
            )

    def problems(self) -> tuple[Problem, ...]:
        """Everything that could not be read or resolved, document by document."""
        docs = {d.id: d for d in self.documents()}
        with reading(self._engine, self.path) as connection:
            return load_problems(connection, docs)

    def search(self, words: str, *, limit: int = 50) -> tuple[Document, ...]:
        """Documents in any language that hold all the words, best match first."""
        terms = search_words(words)
        # A lone character of an unspaced script begins a pair in the index, hence the prefix.
        asked = " ".join(f'"{t}"' + "*" * (len(t) == 1) for t in terms)
        ranked = text(
            "SELECT d.* FROM document_words w JOIN documents d ON d.n = w.rowid "
            "WHERE document_words MATCH :asked ORDER BY rank, d.id LIMIT :limit"
        )
        with reading(self._engine, self.path) as connection:
            found = connection.execute(ranked, {"asked": asked, "limit": limit}).mappings() if terms else ()
            return tuple(document_from_row(row) for row in found)

    def occurrences(self, phrase: str, *, as_of: str | None = None) -> list[Occurrence]:
        """Every place where a form of the phrase stands and in whose mouth, the earliest published first.

        `as_of` is an ISO date of any precision: only documents public by then count.
        """
        with reading(self._engine, self.path) as connection:
            return find_occurrences(connection, phrase, public_by=last_day(as_of) if as_of else None)

    def counts(self) -> dict[str, int]:
        """How many documents, findings held now by layer, and problems there are."""
        held = select(holdings.c.finding_id).where(holdings.c.withdrawn_at.is_(None))
        by_layer = select(findings.c.layer, func.count().label("n")).where(findings.c.id.in_(held))
        with reading(self._engine, self.path) as connection:
            layers = {row.layer: row.n for row in connection.execute(by_layer.group_by(findings.c.layer))}
            docs = connection.execute(select(func.count()).select_from(documents)).scalar_one()
            unsolved = connection.execute(select(func.count()).select_from(problems)).scalar_one()
        return {"documents": docs} | {name: layers.get(name, 0) for name in LAYERS} | {"problems": unsolved}

    def check(self) -> list[str]:
        """Say what is unsound, one line each; empty for a sound record."""
        with reading(self._engine, self.path) as connection:
            return unsound(connection)
