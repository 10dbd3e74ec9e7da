"""Add the same documents in several orders, each of them several times, and compare the canonical exports.

python bench/orders.py --corpus whitehouse.jsonl.gz [--documents N] [--orders N] [--times N] [--every N] [--seed N]

Documents are read once; what is measured is the record. The exit status is 1 where two exports differ.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from detente.model.document import Document
from detente.pipeline import read_document
from detente.settings import Settings
from detente.sources.jsonl import parse_jsonl
from detente.sources.source import SourceOptions
from detente.store.export import canonical_export
from detente.store.record import open_record


def main() -> int:
    """Print one line for each order with the digest of its export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--orders", type=int, default=3)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if not arguments.corpus.exists():
        print(f"no corpus at {arguments.corpus}: orders are not compared here")
        return 0
    settings, chance = Settings(), random.Random(arguments.seed)
    parsed = (d for d in parse_jsonl(arguments.corpus, SourceOptions(), settings) if isinstance(d, Document))
    chosen = islice(parsed, 0, arguments.documents * arguments.every, arguments.every)
    dossiers = [read_document(document, settings) for document in chosen]
    digests = set()
    with tempfile.TemporaryDirectory() as folder:
        for order in range(arguments.orders):
            started = time.monotonic()
            with open_record(Path(folder) / f"{order}.db") as record:
                for _ in range(arguments.times):
                    chance.shuffle(dossiers)
                    for dossier in dossiers:
                        record.add(dossier)
                digest = hashlib.sha256(canonical_export(record).encode("utf-8", "surrogatepass")).hexdigest()
                sound = record.check() == []
            digests.add(digest)
            print(
                f"order {order + 1}: {len(dossiers)} documents added {arguments.times} times, export {digest[:16]}, "
                f"{'sound' if sound else 'NOT sound'}, {time.monotonic() - started:.0f} s",
                flush=True,
            )
    print("all exports are the same, to the byte" if len(digests) == 1 else "exports DIFFER")
    return 1 if len(digests) > 1 or not sound else 0


if __name__ == "__main__":
    sys.exit(main())
