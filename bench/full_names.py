"""How often a person is given in full, with the office of the day, where a statement is attributed to the right one.

python bench/full_names.py --gold DIR

DIR as for bench/quality.py. A statement counts where its words are those of an annotated one (the scorer's match) whose
speaker has a name of two words or more, and where it names that person by any word of it. Exit status 1 below LEAST.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import score
from detente.ontology.states import state_named
from quality import predict

LEAST = 95.0
"""The share in full, in hundredths, that is asked for."""
FIELD = "content"


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    folder: Path = parser.parse_args().gold
    if not (folder / "dossiers").is_dir():
        print(f"no gold dossiers at {folder}: full names are not measured here")
        return 0
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        predict(folder, index, Path(scratch))
        pairs = [pair for stem in index for pair in attributed(folder, Path(scratch), stem)]
    full = [(found, gold) for found, gold in pairs if words(gold["speaker"]) <= words(found["speaker"])]
    holders = [found for found, gold in full if gold["state"]]
    titled = 100 * sum(bool(found["office"]) for found in holders) / len(holders)
    share = 100 * len(full) / len(pairs)
    print(f"full names: {len(full)} of {len(pairs)} attributions to the right person ({share:.1f} %; at least {LEAST})")
    print(
        f"  with the office of the day: {titled:.1f} % of the {len(holders)} that speak for a state (at least {LEAST})"
    )
    return int(min(share, titled) < LEAST)


def attributed(folder: Path, predicted: Path, stem: str) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Statements with the annotated ones that they match, of one text, where both mean one person."""
    text = score.Text((folder / "texts" / f"{stem}.txt").read_text(encoding="utf-8"))
    gold = json.loads((folder / "dossiers" / f"{stem}.json").read_text(encoding="utf-8")).get("statements", [])
    found = json.loads((predicted / f"{stem}.json").read_text(encoding="utf-8"))["statements"]
    for wanted in gold:
        if not is_name(wanted["speaker"]):
            continue
        rated = [(score.jac(text.tokens(s[FIELD]), text.tokens(wanted[FIELD])), n) for n, s in enumerate(found)]
        likeness, best = max(rated, default=(0.0, 0))
        if likeness >= 0.5 and words(found[best]["speaker"]) & words(wanted["speaker"]):
            yield found[best], wanted


def is_name(speaker: str | None) -> bool:
    """Whether a speaker is a person with a full name: two to four words, all capitalised, and none a body's."""
    parts = (speaker or "").split()
    capitals = 2 <= len(parts) <= 4 and all(p[0].isupper() for p in parts)
    return capitals and not words(speaker) & BODIES and state_named(speaker or "") is None


BODIES = frozenset(
    {"ministry", "department", "house", "government", "states", "council", "commission", "agency", "union"}
)
"""Words of capitalised names that are no person's."""


def words(name: str | None) -> frozenset[str]:
    """The words of a name, without accents and case."""
    return frozenset(score.fold(name).replace("-", " ").split())


if __name__ == "__main__":
    sys.exit(main())
