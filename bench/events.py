"""Score the coder of events on sentences with PLOVER codes (PLV, its training half: measured, never trained on).

python bench/events.py --plv PLV_train.tsv [--classes]

Macro-F1 of the root (CONCEDE and RETREAT are one class YIELD), of the quad and of cooperation against conflict, all
from the one type that `detente events code` gives. Only figures are printed: nobody who tunes looks at single rows.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import detente
from detente.ontology.plover import QUADS
from detente.sources.tsv import read_tsv

FLOORS = Path(__file__).parent / "events_floors.json"
YIELD = frozenset({"CONCEDE", "RETREAT"})


def main() -> int:
    """Print the figures; exit status 1 where one is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plv", type=Path, required=True)
    parser.add_argument("--classes", action="store_true", help="print F1, precision and recall of each class too")
    options = parser.parse_args()
    if not options.plv.is_file():
        print(f"no table at {options.plv}: the coder of events is not measured here")
        return 0
    table = read_tsv(options.plv)
    rows = zip(*(table.column(name) for name in ("sentence", "source", "target")), strict=True)
    found = [event.type for event in detente.code_events(rows)]
    gold, quads = table.column("gold_root"), [int(quad) for quad in table.column("gold_penta")]
    roots = ["YIELD" if type_ in YIELD else type_ for type_ in found]
    told = [QUADS[type_] for type_ in found]
    print(f"events: {len(found)} sentences coded")
    if options.classes:
        for name in sorted(set(gold)):
            print(f"  {name:10}", " ".join(f"{100 * figure:5.1f}" for figure in f1(gold, roots, name)))
    figures = {
        "root": macro_f1(gold, roots),
        "quad": macro_f1(quads, told),
        "binary": macro_f1([quad > 2 for quad in quads], [quad > 2 for quad in told]),
    }
    return report(figures)


def macro_f1(gold: Sequence[object], found: Sequence[object]) -> float:
    """The mean F1 of the classes of the gold, in hundredths."""
    classes = set(gold)
    return 100 * sum(f1(gold, found, name)[0] for name in classes) / len(classes)


def f1(gold: Sequence[object], found: Sequence[object], name: object) -> tuple[float, float, float]:
    """F1, precision and recall of a class."""
    right = sum(g == f == name for g, f in zip(gold, found, strict=True))
    there, told = sum(g == name for g in gold), sum(f == name for f in found)
    return 2 * right / max(1, there + told), right / max(1, told), right / max(1, there)


def report(figures: dict[str, float]) -> int:
    """Print figures with their floors; 1 where one is below."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    fallen = 0
    for name, figure in figures.items():
        verdict = "ok" if figure >= floors[name] else "BELOW"
        fallen += figure < floors[name]
        print(f"  {name} macro-F1 {figure:.1f} (floor {floors[name]}) {verdict}")
    return int(fallen > 0)


if __name__ == "__main__":
    sys.exit(main())
