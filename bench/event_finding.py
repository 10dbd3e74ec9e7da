"""Score the events found in texts on 1,000 sentences drawn at random, each read three times by hand.

PYTHONPATH=training/events python bench/event_finding.py --corpora DIR [--misses]

A sentence has an event where two of its three readings have one. It is read within its document where the corpora are
at hand, else alone. Of sentences where the program and two readings have an event of one type, `actor` and
`recipient` are how often the state of that side is one that a reading gives, where any gives one: the readers had the
sentence alone, and the program may know better who "the leaders" are. Of what both sides do (talks, joint work) either
may stand first. `untold` is how often it gives one where no reading does. The half `unseen` is for nobody who tunes:
only figures.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sentences import Placed, placed, rows_of

from detente.model.findings import Event
from detente.ontology.plover import is_mutual
from detente.ontology.states import STATES
from detente.pipeline import read_document
from detente.settings import Settings

FLOORS = Path(__file__).parent / "event_finding_floors.json"
ENOUGH = 2
"""Of the three readings so many must agree."""
SIDES = {"actor": "source", "recipient": "target"}
"""What the readings call each side."""


@dataclass(frozen=True)
class Read:
    """A row, and the events that the program finds in its sentence."""

    row: Mapping[str, Any]
    events: tuple[Event, ...]

    @property
    def has(self) -> bool:
        """Whether it has an event by the readings."""
        return sum(bool(reading) for reading in self.row["readings"]) >= ENOUGH

    @property
    def types(self) -> frozenset[str]:
        """The types of event that enough readings give it."""
        given = Counter(type_ for reading in self.row["readings"] for type_ in {e["type"] for e in reading})
        return frozenset(type_ for type_, times in given.items() if times >= ENOUGH)


def main() -> int:
    """Print the figures of both halves; exit status 1 where one is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--misses", action="store_true", help="print what is wrong in the half to tune on")
    options = parser.parse_args()
    read = [Read(p.row, events_at(p)) for p in placed(rows_of("random.jsonl"), options.corpora)]
    return report(read, misses=options.misses)


def events_at(place: Placed) -> tuple[Event, ...]:
    """The events whose trigger stands in the row's sentence."""
    found = read_document(place.document, Settings()).events
    return tuple(e for e in found if place.start <= e.trigger.start < place.end)


def report(read: Sequence[Read], *, misses: bool) -> int:
    """Print figures with their floors; 1 where one is below."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    fallen = 0
    for half in ("tune", "unseen"):
        mine = [r for r in read if r.row["half"] == half]
        there, told = sum(r.has for r in mine), sum(bool(r.events) for r in mine)
        print(f"{half}: {len(mine)} sentences, {there} with an event, {told} found")
        for name, figure in figures(mine).items():
            floor = floors[half].get(name)
            fallen += floor is not None and figure < floor
            print(
                f"  {name} {figure:.1f}" + (f" (floor {floor}) {'ok' if figure >= floor else 'BELOW'}" if floor else "")
            )
        if misses and half == "tune":
            print("\n".join(wrong(mine)))
    return int(fallen > 0)


def figures(read: Sequence[Read]) -> dict[str, float]:
    """Precision and recall of sentences, types and states of matched events, in hundredths."""
    hits = [r for r in read if r.has and r.events]
    pairs = [(r, e) for r in read for e in once(r)]
    sides = [side for r, e in pairs for side in judged(r, e)]
    untold = [bool(told) for _, given, told in sides if not given]
    found = {
        "precision": share(len(hits), sum(bool(r.events) for r in read)),
        "recall": share(len(hits), sum(r.has for r in read)),
        "type": share(sum(bool(once(r)) for r in hits), len(hits)),
    }
    for name in SIDES:
        right = [bool(given & told) for side, given, told in sides if side == name and given]
        found[name] = share(sum(right), len(right))
    right = [bool(given & told) for _, given, told in sides if given]
    return found | {"sides": share(sum(right), len(right)), "untold": share(sum(untold), len(untold))}


def once(read: Read) -> list[Event]:
    """Of each type that both have the likeliest event."""
    matched = {e.type: e for e in sorted(read.events, key=lambda e: e.confidence) if e.type in read.types}
    return list(matched.values())


def judged(read: Read, event: Event) -> list[tuple[str, set[str], set[str]]]:
    """For each side the states that readings give it in events of this type, and those that the event gives it.

    Of what both sides do they are taken in the order that fits better.
    """
    given = [given_by(read, event.type, side) for side in SIDES.values()]
    told = [states_of(side) for side in (event.by, event.to)]
    orders = [told, told[::-1]] if is_mutual(event.type, event.mode) else [told]
    best = max(orders, key=lambda order: sum(bool(a & b) for a, b in zip(given, order, strict=True)))
    return list(zip(SIDES, given, best, strict=True))


def given_by(read: Read, type_: str, side: str) -> set[str]:
    """The states that any reading gives a side of events of this type."""
    return {e[f"{side}_state"] for reading in read.row["readings"] for e in reading if e["type"] == type_} - {None}


def states_of(side: Sequence[str]) -> set[str]:
    """Without organisations: the readings give states and the Union only."""
    return {s for s in side if STATES[s].kind != "organisation"}


def share(part: int, whole: int) -> float:
    """A part in hundredths of the whole."""
    return 100 * part / max(1, whole)


def wrong(read: Sequence[Read]) -> Iterator[str]:
    """Sentences that are found wrongly, missed, or given another type or side."""
    for r in read:
        told = [(e.type, e.by, e.to, e.trigger.text) for e in r.events]
        gold = [(e["type"], e["source_state"], e["target_state"], e["trigger"]) for e in r.row["readings"][0]]
        sides = [side for e in once(r) for side in judged(r, e)]
        fitting = sides and all(bool(given & of) for _, given, of in sides if given)
        if r.has != bool(told) or (r.has and not fitting):
            yield f"{'+' if r.has else '-'} {r.row['text'][:300]}\n    gold {gold}\n    told {told}"


if __name__ == "__main__":
    sys.exit(main())
