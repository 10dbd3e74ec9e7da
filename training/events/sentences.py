"""The sampled sentences in the part of their document that is read with them, for the judge and its bench."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from detente.model.document import Document
from detente.reading.dateline import dated
from detente.resolve.issuer import with_issuer

HERE = Path(__file__).parent
OPENING, BEFORE, AFTER = 500, 400, 100
"""How much of a document is read (code points): its opening, and what stands before and after the sentence."""
_BLOCK = re.compile(r"\n\s*\n")
_STOP = re.compile(r"[.!?]\s+|\n\s*\n")


class Placed(NamedTuple):
    """A row of the samples, and where its sentence stands (code points) in the words that are read of its document."""

    row: Mapping[str, Any]
    document: Document
    start: int
    end: int


def rows_of(name: str) -> list[dict[str, Any]]:
    """The rows of a file of this folder."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def placed(rows: Iterable[Mapping[str, Any]], corpora: Path) -> Iterator[Placed]:
    """Each sentence in its document, found whatever its white space; alone where the document is not at hand."""
    rows = list(rows)
    documents = _documents(corpora, {row["doc"] for row in rows})
    for row in rows:
        source = documents.get(row["doc"], {"title": None, "text": ""})
        found = re.search(r"\s+".join(map(re.escape, row["text"].split())), source["text"])
        text, start = _part(source["text"], *found.span()) if found else (row["text"], 0)
        end = start + (found.end() - found.start() if found else len(text))
        facts = {"title": source["title"], "published": row["date"], "publisher": row["publisher"]}
        yield Placed(row, with_issuer(dated(Document(text, name=row["id"], **facts))), start, end)


def _part(text: str, start: int, end: int) -> tuple[str, int]:
    """The opening of a text and the paragraphs around `[start:end]`, long ones cut; and where `start` stands in it."""
    cuts = [0, *(m.end() for m in _BLOCK.finditer(text)), len(text)]
    opening = max(c for c in cuts if c <= OPENING)
    low = max(*(c for c in cuts if c <= max(0, start - BEFORE)), min(start, _sentence_end(text, start - 2 * BEFORE)))
    high = min(*(c for c in cuts if c >= end), max(end, _sentence_end(text, end + AFTER)))
    if low <= opening:
        return text[:high], start
    head = text[:opening].rstrip()
    return f"{head}\n\n{text[low:high]}", len(head) + 2 + start - low


def _sentence_end(text: str, place: int) -> int:
    """The end of the sentence in which a place lies, as far as a full stop tells; 0 before the text."""
    found = _STOP.search(text, max(0, place))
    return 0 if place <= 0 else found.end() if found else len(text)


def _documents(corpora: Path, wanted: Collection[str]) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for name in ("whitehouse.jsonl.gz", "wikinews.jsonl.gz"):
        if (corpora / name).is_file():
            with gzip.open(corpora / name, "rt", encoding="utf-8") as lines:
                found |= {raw["id"]: raw for line in lines if (raw := json.loads(line))["id"] in wanted}
    return found
