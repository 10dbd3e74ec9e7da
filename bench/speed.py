"""Time the whole reading against a plain parse of the same texts with the same model, in one run on one core.

python bench/speed.py --texts DIR
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from detente.model.document import Document
from detente.pipeline import read_document
from detente.reading.parse import load_model
from detente.settings import Settings
from detente.text.paragraphs import split_paragraphs

ROUNDS = 5


def main() -> None:
    """Print the median ratio over rounds that take turns, so that a noisy machine weighs on both alike."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    folder = parser.parse_args().texts
    texts = [p.read_bytes().decode("utf-8") for p in sorted(folder.glob("*.txt"))]
    if not texts:
        print(f"no texts at {folder}: speed is not measured here")
        return
    settings = Settings()
    nlp = load_model(settings.model)
    words = sum(len(t.split()) for t in texts)

    def parse_only() -> None:
        for text in texts:
            for _ in nlp.pipe(text[p.start : p.end].replace("\n", " ") for p in split_paragraphs(text)):
                pass

    def read_all() -> None:
        for text in texts:
            read_document(Document(text, published="2023-06-20"), settings)

    parse_only()
    read_all()
    pairs = [(_seconds(parse_only), _seconds(read_all)) for _ in range(ROUNDS)]
    ratio = statistics.median(whole / plain for plain, whole in pairs)
    plain, whole = (statistics.median(p[n] for p in pairs) for n in (0, 1))
    print(
        f"{len(texts)} texts, {words} words; plain parse {words / plain:.0f} words/s, whole reading {words / whole:.0f}"
    )
    print(f"whole reading / plain parse: {ratio:.2f} (median of {ROUNDS} rounds; at most 2.0)")


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
