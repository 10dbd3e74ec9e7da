"""Adding to the record: what can be given, and how far the reading of it has come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Path

from detente.sources.table import SOURCES
from detente.web.ingest import Done, IngestOf, Job
from detente.web.shelf import Shelf, ShelfOf
from detente.web.ways import to_document, to_job, to_relationship

JobId = Annotated[str, Path(description="the id of a reading")]
_SHOWN = 200
STATES = {
    "waiting": "waiting for those before it",
    "counting": "being counted",
    "reading": "being read",
    "done": "done",
    "broken": "broken off",
    "stopped": "stopped, because the server was ended",
}


@dataclass(frozen=True, kw_only=True)
class Pasted:
    """A text as it was typed into the form, with what is known of it."""

    text: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    account_of: str = ""


@dataclass(frozen=True)
class JobLine:
    """One reading in the list of them."""

    says: str
    path: str
    state: str
    at: str


@dataclass(frozen=True)
class AddPage:
    """What can be given; sizes in bytes. `problem` is wrong with what was pasted, `empty` offers the example."""

    title: str
    endings: tuple[str, ...]
    largest: int
    most: int
    empty: bool
    jobs: tuple[JobLine, ...]
    problem: str | None = None
    pasted: Pasted = field(default_factory=Pasted)


@dataclass(frozen=True)
class Read:
    """A document that was read."""

    title: str
    path: str
    new: bool
    findings: int


@dataclass(frozen=True)
class Told:
    """Two states whose dealings new documents are about."""

    label: str
    path: str
    documents: int


@dataclass(frozen=True)
class JobPage:
    """A reading: `done` of `total` documents (None until they are counted), one line for each thing that failed."""

    title: str
    id: str
    state: str
    state_words: str
    by: str
    at: str
    total: int | None
    done: int
    new: int
    held: int
    current: str | None
    failed: tuple[str, ...]
    failures: int
    documents: tuple[Read, ...]
    between: tuple[Told, ...]
    over: bool


def add(shelf: ShelfOf, ingest: IngestOf) -> AddPage:
    """What can be given, and what is being read."""
    return add_page(shelf, ingest.jobs())


def add_page(shelf: Shelf, jobs: tuple[Job, ...], problem: str | None = None, pasted: Pasted | None = None) -> AddPage:
    """The page, with what was pasted and is wrong with it."""
    return AddPage(
        title="Add to the record",
        endings=tuple(suffix for source in SOURCES for suffix in source.suffixes),
        largest=shelf.settings.max_file_bytes,
        most=shelf.settings.max_upload_bytes,
        empty=not shelf.kept("counts", shelf.record.store.counts)["documents"],
        jobs=tuple(JobLine(job.says, to_job(job.id), STATES[job.state], job.at.replace("T", " ")) for job in jobs),
        problem=problem,
        pasted=pasted or Pasted(),
    )


def job(job_id: JobId, shelf: ShelfOf, ingest: IngestOf) -> JobPage:
    """How far a reading has come; ChoiceError for one that this run of the server does not know."""
    found = ingest.job(job_id)
    new = [done for done in found.done if done.new]
    return JobPage(
        title=f"Reading {found.says}",
        id=found.id,
        state=found.state,
        state_words=STATES[found.state],
        by=found.by,
        at=found.at.replace("T", " "),
        total=found.total,
        done=len(found.done),
        new=len(new),
        held=len(found.done) - len(new),
        current=found.current,
        failed=found.failed,
        failures=found.failures,
        documents=tuple(Read(d.title, to_document(d.id), d.new, d.findings) for d in reversed(found.done[-_SHOWN:])),
        between=_between(new, shelf),
        over=found.is_over,
    )


def _between(new: list[Done], shelf: Shelf) -> tuple[Told, ...]:
    """The pairs that new documents are about, those of most documents first."""
    wording = shelf.wording()
    counts: dict[tuple[str, str], int] = {}
    for done in new:
        for n, first in enumerate(done.states):
            for second in done.states[n + 1 :]:
                a, b = sorted((first, second), key=wording.state)
                counts[a, b] = counts.get((a, b), 0) + 1
    ordered = sorted(counts, key=lambda pair: -counts[pair])[:12]
    return tuple(
        Told(f"{wording.state(a)} and {wording.state(b)}", to_relationship((a, b)), counts[a, b]) for a, b in ordered
    )
