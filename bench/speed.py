"""Time the reading and its layers against a plain parse of the same texts with the same model, in one run on one core.

python bench/speed.py --texts DIR
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from detente.extract.table import EXTRACTORS
from detente.model.document import Document
from detente.pipeline import prepared, read_document
from detente.reading.parse import load_model
from detente.settings import Settings
from detente.text.chain import Found
from detente.text.paragraphs import split_paragraphs

ROUNDS = 5
BARS = {"statements": 0.30, "other layers": 0.20, "events": 0.10, "whole reading": 2.0}
"""At most so many times the cost of the plain parse."""
APART = frozenset({"statements", "events"})
"""Layers with a bar of their own."""


def main() -> None:
    """Print the median ratios over rounds that take turns, so that a noisy machine weighs on all alike."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    folder = parser.parse_args().texts
    texts = [p.read_bytes().decode("utf-8") for p in sorted(folder.glob("*.txt"))]
    if not texts:
        print(f"no texts at {folder}: speed is not measured here")
        return
    _round(texts)
    rounds = [_round(texts) for _ in range(ROUNDS)]
    words = sum(len(t.split()) for t in texts)
    plain = statistics.median(r["plain"] for r in rounds)
    print(f"{len(texts)} texts, {words} words; plain parse {words / plain:.0f} words/s")
    for name in (n for n in rounds[0] if n != "plain"):
        ratio = statistics.median(r[name] / r["plain"] for r in rounds)
        bar = f" (at most {BARS[name]:.2f})" if name in BARS else ""
        print(f"{name} / plain parse: {ratio:.3f}{bar}, median of {ROUNDS} rounds")


def _round(texts: Sequence[str]) -> dict[str, float]:
    """Seconds of processor time of each part."""
    settings = Settings()
    nlp = load_model(settings.model)

    def parse_only() -> None:
        for text in texts:
            for _ in nlp.pipe(text[p.start : p.end].replace("\n", " ") for p in split_paragraphs(text)):
                pass

    documents = [Document(text, published="2023-06-20") for text in texts]
    times = {"plain": _seconds(parse_only)}
    times["whole reading"] = _seconds(lambda: [read_document(d, settings) for d in documents])
    layers = dict.fromkeys((e.name for e in EXTRACTORS), 0.0)
    for document in documents:
        reading, found = prepared(document, settings), Found()
        for step in EXTRACTORS:
            started = time.process_time()
            found.findings.extend(step.extract(reading, found))
            layers[step.name] += time.process_time() - started
    return times | layers | {"other layers": sum(spent for name, spent in layers.items() if name not in APART)}


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
