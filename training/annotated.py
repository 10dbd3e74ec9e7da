"""Annotated documents as the training commands read them, and where their annotations stand."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from detente.extract.table import EXTRACTORS
from detente.model.document import Document
from detente.pipeline import prepared
from detente.reading.dateline import dated
from detente.resolve.issuer import with_issuer
from detente.settings import Settings
from detente.text.chain import Found
from detente.text.reading import Reading

NEAR, LONG, MARGIN = 0.1, 3, 200
"""Words are annotated ones where they share this much and are not much longer, as the scorer has it."""
Gold = Mapping[str, Any]


def documents_of(folder: Path) -> Iterator[tuple[Document, Gold]]:
    """Each document of a folder of gold dossiers as its file has it, with its dossier, in the order of the index."""
    for stem, facts in json.loads((folder / "index.json").read_text(encoding="utf-8")).items():
        dossier = json.loads((folder / "dossiers" / f"{stem}.json").read_text(encoding="utf-8"))
        text = (folder / "texts" / f"{stem}.txt").read_bytes().decode("utf-8")
        yield (
            Document(text, name=stem, published=facts["date"], publisher=facts["publisher"], title=facts["title"]),
            dossier,
        )


def read_layers(document: Document, layers: Collection[str]) -> tuple[Reading, Found]:
    """A document, dated and with its issuer, and what the program finds of these layers in it."""
    reading, found = prepared(with_issuer(dated(document)), Settings()), Found()
    for step in EXTRACTORS:
        if step.gives in layers:
            found.findings.extend(step.extract(reading, found))
    return reading, found


def range_of(text: str, evidence: str | Gold) -> range:
    """Where an annotated place stands in the text (code points); ValueError where it does not."""
    words, nth = (evidence, 1) if isinstance(evidence, str) else (evidence["text"], evidence.get("nth", 1))
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return range(start, start + len(words))


def characters_at(text: str, evidence: Sequence[str | Gold]) -> frozenset[int]:
    """Code points of annotated places that are no white space."""
    return frozenset(n for item in evidence for n in range_of(text, item) if not text[n].isspace())


def tokens_at(reading: Reading, evidence: Sequence[str | Gold]) -> frozenset[int]:
    """The numbers of the words of annotated places."""
    places = (range_of(reading.document.text, item) for item in evidence)
    return frozenset(n for place in places for n in tokens_in(reading, place.start, place.stop))


def tokens_in(reading: Reading, start: int, end: int) -> frozenset[int]:
    """The numbers of the words within `[start:end]`, without marks."""
    return frozenset(t.i for t in reading.tokens_in(start, end) if t.pos not in {"PUNCT", "SPACE"})


def is_near(mine: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether code points are near enough to annotated ones to be meant by them."""
    shared = len(mine & theirs)
    close = shared >= NEAR * len(mine | theirs) or shared >= len(mine) / 2
    return bool(shared) and close and len(mine) <= LONG * len(theirs) + MARGIN


def pairs_matched(matches: Sequence[Sequence[float]], least: float) -> int:
    """How many of what is told (a row each) pair with one annotation (a column) each, the best matches first."""
    pairs = sorted(((m, a, b) for a, row in enumerate(matches) for b, m in enumerate(row) if m >= least), reverse=True)
    told: set[int] = set()
    annotated: set[int] = set()
    for _, a, b in pairs:
        if a not in told and b not in annotated:
            told.add(a)
            annotated.add(b)
    return len(told)
