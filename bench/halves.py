"""What benches on rows of the White House corpus share: options, the documents of their rows, floors of each half."""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from detente.model.document import Document

HERE = Path(__file__).parent
CORPUS = "whitehouse.jsonl.gz"
HALVES = ("tune", "unseen")
"""What rules were written on, and what nobody looked at meanwhile."""


class Asked(NamedTuple):
    """What a bench is to measure: the corpus, the halves of its rows, and whether to print each row that is wrong."""

    corpus: Path
    halves: tuple[str, ...]
    misses: bool


def asked(description: str | None, what: str, misses: str) -> Asked | None:
    """The options of the command; None, with a line that says so, where there is no corpus."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--misses", action="store_true", help=misses)
    options = parser.parse_args()
    corpus = options.corpora / CORPUS
    if not corpus.is_file():
        print(f"no corpus at {corpus}: {what} not measured here")
        return None
    return Asked(corpus, tuple(half for half in HALVES if options.half in {None, half}), options.misses)


def lines_of(name: str) -> list[str]:
    """The rows of a file beside the benches."""
    return (HERE / name).read_text(encoding="utf-8").splitlines()


def documents_of(names: set[str], corpus: Path) -> dict[str, Document]:
    """The documents of these addresses, with what the corpus tells of each."""
    found = {}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            raw: dict[str, Any] = json.loads(line)
            if raw["id"] in names:
                found[raw["id"]] = Document(
                    raw["text"],
                    name=raw["id"].rpartition("/")[2],
                    title=raw["title"],
                    url=raw["url"],
                    publisher=raw["publisher"],
                    published=raw["date"],
                    language=raw["language"],
                )
    return found


def floors_of(name: str) -> dict[str, Any]:
    """The floors by half, from a file beside the benches."""
    floors: dict[str, Any] = json.loads((HERE / name).read_text(encoding="utf-8"))
    return floors


def holds(told: str, shares: Mapping[str, float], floors: Mapping[str, float]) -> bool:
    """Print one half's shares (per cent) beside their floors; whether none is below."""
    low = [name for name, share in shares.items() if share < floors[name]]
    figures = ", ".join(f"{name} {share} (at least {floors[name]})" for name, share in shares.items())
    print(f"{told}; {figures} {'BELOW' if low else 'ok'}")
    return not low
