"""Score suggested steps: whether later words that tell what became of a promise are found, and others let be.

python bench/followup.py --corpora DIR [--half tune|unseen] [--misses]     DIR holds whitehouse.jsonl.gz

`followup.jsonl` holds pairs of a promise's words and later words, each with its document: with a `state`, the later
words are a step of it; without one, they look like one and are none. The promise's words are given, so that only the
suggestions are measured, among all sentences of all these documents. Precision is of the suggested ones of these pairs,
recall of those with a state; `state` is the share of the right suggestions that also tell which step it is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.analysis.followup import Later, Step, suggested
from detente.model.document import Document
from detente.model.span import Span
from detente.model.view import View
from halves import asked, documents_of, floors_of, holds, lines_of


@dataclass(frozen=True, slots=True)
class Pair:
    """A promise and later words, each as document and text; `state` is None where these are no step of it."""

    earlier: tuple[str, str]
    later: tuple[str, str]
    state: str | None
    split: str

    @classmethod
    def from_json(cls, line: str) -> Pair:
        """Read one line of the file."""
        raw = json.loads(line)
        earlier, later = ((raw[key]["doc"], raw[key]["text"]) for key in ("earlier", "later"))
        return cls(earlier, later, raw["state"], raw["split"])


def main() -> int:
    """Print a line for each half and compare with followup_floors.json; exit status 1 below a floor."""
    chosen = asked(__doc__, "suggested steps are", "print each pair that is suggested or left out wrongly")
    if chosen is None:
        return 0
    pairs = [Pair.from_json(line) for line in lines_of("followup.jsonl")]
    documents = documents_of({doc for p in pairs for doc, _ in (p.earlier, p.later)}, chosen.corpus)
    steps = judge(pairs, documents)
    if chosen.misses:
        for pair, step in steps:
            if pair.split in chosen.halves and bool(step) != bool(pair.state):
                print(f"{'left out' if pair.state else 'suggested'}: {pair.earlier[1]!r} | {pair.later[1]!r}")
    return hold_to_floors(steps, chosen.halves)


def judge(pairs: Sequence[Pair], documents: Mapping[str, Document]) -> list[tuple[Pair, Step | None]]:
    """Each pair with the step that is suggested of its promise at its later words, None where there is none."""
    later = Later(View(states=(), documents={d.id: d for d in documents.values()}))
    judged = []
    for pair in pairs:
        promise, words = place(documents, *pair.earlier), place(documents, *pair.later)
        steps = suggested([promise], documents[pair.earlier[0]].published, later)
        judged.append((pair, next((s for s in steps if s.span and s.span.overlaps(words)), None)))
    return judged


def place(documents: Mapping[str, Document], name: str, text: str) -> Span:
    """The span of words; SystemExit where they do not stand in their document."""
    document = documents.get(name)
    start = document.text.find(text) if document else -1
    if document is None or start < 0:
        sys.exit(f"{name}: has no words {text!r}; followup.jsonl belongs to another corpus")
    return document.span(start, start + len(text))


def hold_to_floors(steps: Sequence[tuple[Pair, Step | None]], halves: Sequence[str]) -> int:
    """Print each half's figures; exit status 1 where one fell below its floor."""
    floors, held = floors_of("followup_floors.json"), []
    for half in halves:
        here = [(pair, step) for pair, step in steps if pair.split == half]
        told = [(pair, step) for pair, step in here if step]
        right = [(pair, step) for pair, step in told if pair.state]
        whole = sum(bool(pair.state) for pair, _ in here)
        named = sum(pair.state == step.state for pair, step in right)
        figure_of = {
            "precision": round(100 * len(right) / max(1, len(told)), 1),
            "recall": round(100 * len(right) / max(1, whole), 1),
            "state": round(100 * named / max(1, len(right)), 1),
        }
        held.append(holds(f"follow-up {half}: {len(told)} of {len(here)} pairs suggested", figure_of, floors[half]))
    return int(not all(held))


if __name__ == "__main__":
    sys.exit(main())
