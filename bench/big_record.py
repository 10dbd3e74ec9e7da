"""Make a record of 14,000 documents, and time what an analyst asks of it against the bars.

python bench/big_record.py --corpus whitehouse.jsonl.gz [--record big.db] [--documents N] [--variants N] [--words N]

A sample of the corpus, cut short, is read once; each document is stored many times with other days and publishers. A
record given with --record is kept, and asked as it is where it exists. Time is that of the processor: other work of
the machine does not count. The exit status is 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import detente
from detente.model.codec import finding_from_json, finding_to_json
from detente.model.document import Document
from detente.model.dossier import Dossier
from detente.model.findings import LINKS, Finding
from detente.pipeline import read_document
from detente.settings import Settings
from detente.sources.jsonl import parse_jsonl
from detente.sources.source import SourceOptions

BARS = {"search": 0.150, "brief": 2.0, "compare": 1.0, "page": 0.5, "document": 0.150}
"""Seconds of one processor, of search at the 95th percentile, of the others at the median."""
PAGE = ("engagements", "channels", "commitments", "incidents", "discrepancies", "assessments")
"""What a page on two states lists; statements and positions have pages of their own."""
NAMED = re.compile(r"\b(?:China|Russia|India)\b")
SHARE_NAMED = 0.65
DAYS_APART = 61
DATES = frozenset({"date", "end_date", "said_on", "since", "due", "when"})
ROUNDS = 3
SEARCHES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("China", {}),
    ("Russia sanctions", {}),
    ("India partnership", {}),
    ("Taiwan", {}),
    ('"climate change"', {}),
    ("de-risking", {}),
    ("export controls", {}),
    ("trade", {"states": ("CN",)}),
    ("meeting", {"kind": "engagements"}),
    ("agreed", {"kind": "commitments"}),
    ("nuclear weapons", {}),
    ('"United Nations"', {}),
    ("Putin", {"person": "Putin"}),
    ("Modi", {"states": ("IN",)}),
    ("Xi", {"kind": "statements"}),
    ("Ukraine", {"since": "2014", "until": "2016"}),
    ("security", {"issue": "ukraine_war"}),
    ("economic growth", {}),
    ("cyber", {}),
    ("human rights", {"states": ("CN",)}),
    ("North Korea missile", {}),
    ("tariffs", {"kind": "documents"}),
    ("cooperation", {}),
    ("President", {}),
    ("the", {}),
    ("Afghanistan troops", {}),
    ("visit Beijing", {}),
    ("summit", {"as_of": "2015-06-30"}),
    ('"strategic partnership"', {"publisher": "House"}),
    ("energy", {"kind": "positions"}),
)


def main() -> int:
    """Print the times of each question beside its bar."""
    assert __doc__ is not None
    with big_record(asked(__doc__)) as path:
        if path is None:
            return 0
        with detente.open(path, create=False) as record:
            return report(record)


def asked(told: str) -> argparse.Namespace:
    """Of which corpus and how big a record is wanted; `told` says what is done with it."""
    parser = argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--documents", type=int, default=700)
    parser.add_argument("--variants", type=int, default=20)
    parser.add_argument("--words", type=int, default=400)
    return parser.parse_args()


@contextmanager
def big_record(arguments: argparse.Namespace) -> Iterator[Path | None]:
    """The record, made where there is none; None where the corpus is not at hand."""
    if not arguments.corpus.exists():
        print(f"no corpus at {arguments.corpus}: a big record is not timed here")
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.record or Path(folder) / "big.db"
        if not path.exists():
            fill(path, sample(arguments.corpus, arguments.documents, arguments.words), arguments.variants)
        yield path


def sample(corpus: Path, documents: int, words: int) -> list[Dossier]:
    """Read so many documents of the corpus, cut to so many words, most of them on three states."""
    settings = Settings()
    parsed = (d for d in parse_jsonl(corpus, SourceOptions(), settings) if isinstance(d, Document))
    cut = [_cut(d, words) for d in parsed]
    named = [d for d in cut if len(NAMED.findall(d.text)) > 1]
    others = [d for d in cut if len(NAMED.findall(d.text)) < 2]
    first = _spread(named, round(SHARE_NAMED * documents))
    chosen = first + _spread(others, documents - len(first))
    return [read_document(d, settings) for d in chosen]


def fill(path: Path, dossiers: Sequence[Dossier], variants: int) -> None:
    """Store each dossier as it is and as so many variants less one."""
    started = time.monotonic()
    with detente.open(path) as record:
        for n in range(variants):
            for dossier in dossiers:
                record.store.add(variant(dossier, n))
    print(f"{len(dossiers) * variants} documents stored in {time.monotonic() - started:.0f} s", flush=True)


def variant(dossier: Dossier, n: int) -> Dossier:
    """The same text by another publisher on a later day, every day that it names moved alike."""
    old = dossier.document
    document = replace(
        old, name=f"{old.name}-{n}", publisher=f"{old.publisher or 'Press'} {n}", published=_moved(old.published, n)
    )
    made = {f.id: _at(f, document, n) for f in dossier.findings}
    ids = {id_: f.id for id_, f in made.items()}
    problems = (replace(p, doc=document.id, where=_span(p.where, document)) for p in dossier.problems)
    return replace(
        dossier,
        document=document,
        findings=tuple({f.id: f for f in (_linked(f, ids) for f in made.values())}.values()),
        problems=tuple(problems),
    )


def report(record: detente.Record) -> int:
    """Time each question; return 1 where one is slower than its bar."""
    counts = record.store.counts()
    findings = sum(n for name, n in counts.items() if name not in {"documents", "problems"})
    print(f"{counts['documents']} documents, {findings} findings")
    id_ = _to_compare(record)
    ids = [d.id for d in record.store.documents()[:: max(1, counts["documents"] // ROUNDS)]]
    taken = {
        "search": [t for _ in range(ROUNDS) for t in _searches(record)],
        "brief": [seconds(lambda: _brief(record)) for _ in range(ROUNDS)],
        "compare": [seconds(lambda: _compare(record, id_)) for _ in range(ROUNDS)],
        "page": [seconds(lambda: _page(record)) for _ in range(ROUNDS)],
        "document": [seconds(lambda: record.dossier(id_)) for id_ in ids],  # noqa: B023  called at once
    }
    missed = [told(name, t, BARS[name], judged_at=0.95 if name == "search" else 0.5) for name, t in taken.items()]
    print(f"verify: {seconds(record.store.check):.0f} s (no bar)")
    return int(any(missed))


def _searches(record: detente.Record) -> Iterator[float]:
    for words, given in SEARCHES:
        narrowed = dict(given)
        states = narrowed.pop("states", ())
        yield seconds(lambda: record.search(words, *states, **narrowed))  # noqa: B023  called at once


def _brief(record: detente.Record) -> None:
    record.brief("US", "CN")


def _page(record: detente.Record) -> None:
    record.relationship("US", "CN", layers=PAGE)


def _compare(record: detente.Record, id_: str) -> None:
    record.contacts("US", "CN").compare(id_)


def _to_compare(record: detente.Record) -> str:
    return max(record.contacts("US", "CN"), key=lambda told: (len(told[1]), told[0].reports, told[0].id))[0].id


def told(name: str, taken: Sequence[float], bar: float, *, judged_at: float) -> bool:
    """Print times beside their bar; whether the time at that share of them misses it."""
    ordered = sorted(taken)
    median, slow, judged = (ordered[min(len(ordered) - 1, int(at * len(ordered)))] for at in (0.5, 0.95, judged_at))
    verdict = "" if judged <= bar else "  MISSED"
    print(f"{name}: p50 {median:.3f} s, p95 {slow:.3f} s, bar {bar:.3f} s{verdict}", flush=True)
    return judged > bar


def seconds(work: Callable[[], object]) -> float:
    """Time of the processor that it takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def _cut(document: Document, words: int) -> Document:
    ends = [m.end() for m in re.finditer(r"\S+", document.text)]
    return replace(document, text=document.text[: ends[min(words, len(ends)) - 1]])


def _spread(documents: Sequence[Document], wanted: int) -> list[Document]:
    step = max(1, len(documents) // max(1, wanted))
    return list(documents[::step][:wanted])


def _at(finding: Finding, document: Document, n: int) -> Finding:
    raw = finding_to_json(finding)
    moved = {name: _moved(value, n) if name in DATES else value for name, value in raw.items()}
    return finding_from_json(finding.layer, moved, document)


def _linked(finding: Finding, ids: dict[str, str]) -> Finding:
    linked: dict[str, Any] = {}
    for name in LINKS:
        value = getattr(finding, name, None)
        if value:
            linked[name] = ids[value] if isinstance(value, str) else tuple(ids[id_] for id_ in value)
    return replace(finding, **linked) if linked else finding


def _span(span: Any, document: Document) -> Any:
    return document.span(span.start, span.end) if span else None


def _moved(iso: str | None, n: int) -> str | None:
    """A whole day is moved, a month or year stays."""
    if iso is None or len(iso) != len("YYYY-MM-DD"):
        return iso
    return (date.fromisoformat(iso) + timedelta(days=DAYS_APART * n)).isoformat()


if __name__ == "__main__":
    sys.exit(main())
