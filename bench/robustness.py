"""Read a whole corpus and count what must never happen: a crash, or a citation that is not in its document.

python bench/robustness.py --corpus whitehouse.jsonl.gz [--every N] [--first K] [--seconds S]

Reads every Nth document from the Kth on, for S seconds of wall time at most. The exit status is 1 where
anything went wrong.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import fields
from itertools import islice
from pathlib import Path

from detente.errors import DetenteError
from detente.model.document import Document
from detente.model.findings import Finding
from detente.model.span import Span
from detente.pipeline import read_document
from detente.settings import Settings
from detente.sources.jsonl import parse_jsonl
from detente.sources.source import SourceOptions


def main() -> int:
    """Print one line for each failure and the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    arguments = parser.parse_args()
    if not arguments.corpus.exists():
        print(f"no corpus at {arguments.corpus}: robustness is not measured here")
        return 0
    settings = Settings()
    documents = parse_jsonl(arguments.corpus, SourceOptions(), settings)
    started, read, findings, failures = time.monotonic(), 0, 0, 0
    for document in islice((d for d in documents if isinstance(d, Document)), arguments.first, None, arguments.every):
        if time.monotonic() - started > arguments.seconds:
            break
        count, wrong = _check(document, settings)
        read, findings, failures = read + 1, findings + count, failures + len(wrong)
        for line in wrong:
            print(f"{document.name}: {line}", flush=True)
    print(f"{read} documents, {findings} findings, {failures} failures")
    return 1 if failures else 0


def _check(document: Document, settings: Settings) -> tuple[int, list[str]]:
    """How many findings a document has, and what went wrong in it."""
    try:
        dossier = read_document(document, settings)
    except (DetenteError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return 0, [traceback.format_exc(limit=-2).replace("\n", " | ")]
    wrong = [
        f"{s} is not in the text"
        for f in dossier.findings
        for s in _spans(f)
        if document.text[s.start : s.end] != s.text
    ]
    return len(dossier.findings), wrong


def _spans(finding: Finding) -> Iterator[Span]:
    for field in fields(finding):
        value = getattr(finding, field.name)
        yield from (v for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, Span))


if __name__ == "__main__":
    sys.exit(main())
