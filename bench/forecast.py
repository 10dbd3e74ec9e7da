"""Score the forecasts of next month's events in a rolling backtest over a record, against climatology.

python bench/forecast.py --record R.db [--corpus whitehouse.jsonl.gz] [--dyads US:CN CN:US …]

With `--corpus`, documents of up to LONGEST code points that name China, Russia, Ukraine, Israel or Japan three times or
more are read into the record first; the same ones again change nothing. Every dyad with 36 whole months and ten events
of a side is scored as `detente forecast` does it; the last line tells how each model fares against climatology.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean

import detente
from detente.api import Record
from detente.model.document import Document
from detente.model.forecast import Forecast

NAMED = ("China|Chinese|Beijing|PRC", "Russia|Russian|Moscow", "Ukraine|Ukrainian|Kyiv", "Israel", "Japan")
TIMES = 3
LONGEST = 6000
DYADS = ("US:CN", "CN:US", "US:RU", "RU:US", "US:UA", "UA:US", "RU:UA", "US:IL", "IL:US", "US:JP", "JP:US")
FEWEST = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path, required=True)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--dyads", nargs="*", default=DYADS)
    asked = parser.parse_args()
    with detente.open(asked.record, create=asked.corpus is not None) as record:
        if asked.corpus:
            record.add(*documents(asked.corpus))
        report(record, asked.dyads)


def documents(corpus: Path) -> Iterator[Document]:
    """The documents of the corpus on the states named, in its order."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            text = raw["text"]
            if len(text) <= LONGEST and any(len(re.findall(names, text)) >= TIMES for names in NAMED):
                yield Document(
                    text,
                    name=Path(raw["id"]).name,
                    title=raw["title"],
                    url=raw["url"],
                    publisher=raw["publisher"],
                    published=raw["date"],
                    account_of=("US",),
                )


def report(record: Record, dyads: Sequence[str]) -> None:
    """One line for each dyad and side, then the means over all of them."""
    shares: dict[str, list[float]] = {}
    better: Counter[str] = Counter()
    for dyad in dyads:
        actor, recipient = dyad.split(":")
        told = record.relationship(actor, recipient).forecast(actor, recipient)
        for side in told.sides:
            plain, *others = side.outlooks
            if plain.crps == 0 or _events(record, dyad, side) < FEWEST:
                continue
            scores = ", ".join(f"{o.model} {o.crps:.2f} ({o.gain:+.2f} ± {o.error:.2f})" for o in others)
            print(f"{dyad} {side.side}, {side.scored} months: {plain.model} {plain.crps:.2f}; {scores}")
            for outlook in others:
                shares.setdefault(outlook.model, []).append(outlook.crps / plain.crps)
                better[outlook.model] += outlook.is_better
    for model, found in shares.items():
        print(f"{model}: CRPS {fmean(found):.3f} of climatology's, better in {better[model]} of {len(found)} series")


def _events(record: Record, dyad: str, side: Forecast) -> int:
    actor, recipient = dyad.split(":")
    return sum(record.relationship(actor, recipient).series(actor, recipient).counts(side.side))


if __name__ == "__main__":
    main()
