"""Reading in the background: one worker reads what was given, document by document, while pages are served.

Jobs live as long as the server: what a job added stays in the record, what it had not come to is to be given again.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from secrets import token_hex
from tempfile import mkdtemp
from threading import Event, Lock, Thread
from typing import Annotated, Literal, Self, cast

from fastapi import Depends, Request

from detente.api import Record
from detente.errors import ChoiceError, DetenteError, InputError
from detente.model.document import Document
from detente.settings import Settings
from detente.sources.source import SourceOptions
from detente.sources.table import read_path

State = Literal["waiting", "counting", "reading", "done", "broken", "stopped"]
_KEPT = 50
_TOLD = 200
_SECONDS_TO_STOP = 30


@dataclass(frozen=True)
class Given:
    """What is to be read: documents, files, folders of files; `folder` is where they were put, deleted afterwards."""

    says: str
    documents: tuple[Document, ...] = ()
    files: tuple[Path, ...] = ()
    options: SourceOptions = field(default_factory=SourceOptions)
    folder: Path | None = None


@dataclass(frozen=True)
class Done:
    """A document that was read; `new` is False where the record held all of it already."""

    id: str
    title: str
    new: bool
    findings: int
    states: tuple[str, ...]


@dataclass(frozen=True)
class Job:
    """How far the reading of something given at one time has come; `total` is None until it is counted.

    `failed` has a line for each of the first things that failed, `failures` counts all.
    """

    id: str
    says: str
    by: str
    at: str
    state: State
    total: int | None = None
    current: str | None = None
    done: tuple[Done, ...] = ()
    failed: tuple[str, ...] = ()
    failures: int = 0

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in {"done", "broken", "stopped"}


class Ingest:
    """A queue of jobs, and the one thread that works on them in order."""

    def __init__(self, record: Record, settings: Settings) -> None:
        self._record = record
        self._settings = settings
        self._queue: SimpleQueue[tuple[str, Given] | None] = SimpleQueue()
        self._jobs: dict[str, Job] = {}
        self._changing = Lock()
        self._stopping = Event()
        self._worker = Thread(target=self._work, name="ingest", daemon=True)
        self._worker.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Stop after the document that is being read."""
        self._stopping.set()
        self._queue.put(None)
        self._worker.join(_SECONDS_TO_STOP)

    def start(self, given: Given, by: str) -> str:
        """Take something in turn; return the id of its job."""
        job = Job(token_hex(6), given.says, by, datetime.now(UTC).isoformat(timespec="minutes")[:16], "waiting")
        with self._changing:
            self._jobs[job.id] = job
            over = [known.id for known in self._jobs.values() if known.is_over]
            for old in over[: max(0, len(self._jobs) - _KEPT)]:
                del self._jobs[old]
        self._queue.put((job.id, given))
        return job.id

    def job(self, id_: str) -> Job:
        """A job as it stands; ChoiceError for one that this run of the server does not know."""
        with self._changing:
            found = self._jobs.get(id_)
        if found is None:
            raise ChoiceError(
                f"this server knows no reading '{id_}': it was started again since, or others followed. What was read "
                "is in the record; give the rest again, what is held already changes nothing"
            )
        return found

    def jobs(self) -> tuple[Job, ...]:
        """All jobs that are known, the latest first."""
        with self._changing:
            return tuple(reversed(self._jobs.values()))

    def _work(self) -> None:
        while (taken := self._queue.get()) is not None:
            id_, given = taken
            end = self._ended(id_, given)
            if given.folder:
                shutil.rmtree(given.folder, ignore_errors=True)
            self._finish(id_, end)

    def _finish(self, id_: str, state: State) -> None:
        self._change(id_, lambda job: replace(job, state=state, current=None))

    def _ended(self, id_: str, given: Given) -> State:
        """Read what was given; how that ended. One job that breaks must not end the reading of all others."""
        try:
            return self._read(id_, given)
        except DetenteError as reason:
            self._fail(id_, str(reason))
        except Exception as reason:  # noqa: BLE001  whatever it is, it is told
            self._fail(id_, f"an error of the program, please report it: {type(reason).__name__}: {reason}")
        return "broken"

    def _read(self, id_: str, given: Given) -> State:
        """Count first, then read: files are looked through twice, and no more than one document is held at a time."""
        self._change(id_, lambda job: replace(job, state="counting"))
        total = sum(1 for _ in self._documents(given, lambda _: None))
        self._change(id_, lambda job: replace(job, state="reading", total=total))
        for document in self._documents(given, lambda reason: self._fail(id_, _without(given.folder, str(reason)))):
            if self._stopping.is_set():
                return "stopped"
            self._add(id_, document)
        return "done"

    def _documents(self, given: Given, complain: Callable[[InputError], None]) -> Iterator[Document]:
        yield from given.documents
        for path in given.files:
            yield from read_path(path, settings=self._settings, options=given.options, complain=complain)

    def _add(self, id_: str, document: Document) -> None:
        title = document.title or document.name
        self._change(id_, lambda job: replace(job, current=title))
        try:
            (added,) = self._record.add(document)
        except InputError as reason:
            self._fail(id_, f"{title}: {reason}")
            return
        held = added.document
        states = self._record.dossier(held.id).states
        done = Done(held.id, held.title or held.name, added.new, added.findings, states)
        self._change(id_, lambda job: replace(job, done=(*job.done, done), current=None))

    def _fail(self, id_: str, message: str) -> None:
        line = " ".join(message.split())
        self._change(id_, lambda job: replace(job, failed=(*job.failed, line)[:_TOLD], failures=job.failures + 1))

    def _change(self, id_: str, change: Callable[[Job], Job]) -> None:
        with self._changing:
            self._jobs[id_] = change(self._jobs[id_])


def folder_for_files() -> Path:
    """A new folder that only this user can read."""
    return Path(mkdtemp(prefix="detente-"))


def _without(folder: Path | None, message: str) -> str:
    """A message without the folder that files were put into: the person who gave them knows them by their names."""
    return re.sub(rf"{re.escape(str(folder))}/(\d+/)?", "", message) if folder else message


def _ingest_of(request: Request) -> Ingest:
    return cast(Ingest, request.app.state.ingest)


IngestOf = Annotated[Ingest, Depends(_ingest_of)]
