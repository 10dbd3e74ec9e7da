"""Quotations laid beside the official texts of about that day, against what a reader found.

python bench/quotations.py --corpora DIR [--half tune|unseen] [--misses]     DIR holds whitehouse.jsonl.gz

`quotations.jsonl` holds words that reporters and spokespersons quote in press briefings of the White House, and what a
reader (a large language model) said of them before the program ran: `same` words as an official text of about that day,
`differs`, with the words that do on either side, or `none` where no text of these days has the passage. Candidates were
found by a plain count of shared runs of three words. The place of the quotation is given, so that only the
comparison is measured; the texts looked at are all others of these days but press briefings, where others quote too.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from detente.analysis.quotations import Collation, Marked, quotations
from detente.model.document import Document
from detente.model.findings import Statement
from detente.model.view import Entry, View
from detente.text.canonical import search_words
from halves import asked, floors_of, holds, lines_of

AROUND = range(-3, 2)
"""Days of texts beside the day of the quotation."""
BRIEFINGS = "press-briefings/"


def main() -> int:
    """Print both halves beside their floors; exit status 1 below one."""
    options = asked(__doc__, "quotations are", "print rows of the tune half that come out wrong")
    if options is None:
        return 0
    rows = [json.loads(line) for line in lines_of("quotations.jsonl")]
    by_day = texts_by_day(options.corpus, rows)
    floors = floors_of("quotations_floors.json")
    sound = True
    for half in options.halves:
        chosen = [row for row in rows if row["half"] == half]
        found = [laid_beside(row, by_day) for row in chosen]
        told = f"{half}: {len(chosen)} quotations"
        sound &= holds(told, shares(chosen, found), floors[half])
        if options.misses and half == "tune":
            for row, collation in zip(chosen, found, strict=True):
                if not _is_right(row, collation) or not _is_marked(row, collation):
                    print(f"  {row['verdict']}, told as {_verdict(collation)}: {row['words']}")
    return 0 if sound else 1


def texts_by_day(corpus: Path, rows: Sequence[Mapping[str, Any]]) -> Mapping[date, list[dict[str, Any]]]:
    """The raw documents of the days around each quotation."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        raws = [raw for raw in map(json.loads, lines) if raw["date"]]
    names = {row["doc"] for row in rows}
    days = {_day(raw) + timedelta(n) for raw in raws if raw["id"] in names for n in AROUND}
    found: dict[date, list[dict[str, Any]]] = defaultdict(list)
    for raw in raws:
        if _day(raw) in days:
            found[_day(raw)].append(raw)
    return found


def laid_beside(row: Mapping[str, Any], by_day: Mapping[date, list[dict[str, Any]]]) -> Collation | None:
    """What the program says of one quotation, as if a press house printed it."""
    raw = next(raw for raws in by_day.values() for raw in raws if raw["id"] == row["doc"])
    quoting = _document(raw, "Press")
    officials = [_document(other, "The White House", "US") for other in _others(raw, row, by_day)]
    statement = Statement(
        evidence=(quoting.span(row["start"], row["end"]),),
        confidence=1.0,
        extractor="hand/1",
        speaker=None,
        state="US",
        mode="direct",
        content=(quoting.span(row["start"], row["end"]),),
    )
    entry = Entry(id=statement.id, best=statement, findings=(statement,))
    documents = {document.id: document for document in (quoting, *officials)}
    return next(iter(quotations(View(states=("US",), documents=documents, statements=(entry,)))), None)


def _others(
    raw: Mapping[str, Any], row: Mapping[str, Any], by_day: Mapping[date, list[dict[str, Any]]]
) -> Iterator[dict[str, Any]]:
    for n in AROUND:
        for other in by_day.get(_day(raw) + timedelta(n), ()):
            is_briefing = other["id"].startswith(BRIEFINGS) and other["id"] != row["official"]
            if not is_briefing and other["title"] != raw["title"]:
                yield other


def shares(rows: Sequence[Mapping[str, Any]], found: Sequence[Collation | None]) -> dict[str, float]:
    """Per cent of each verdict that come out right, and of the differing ones with exactly the words that do."""
    right: dict[str, list[bool]] = defaultdict(list)
    for row, collation in zip(rows, found, strict=True):
        right[row["verdict"]].append(_is_right(row, collation))
        if row["verdict"] == "differs":
            right["marked"].append(_is_right(row, collation) and _is_marked(row, collation))
    return {name: round(100 * sum(hits) / len(hits), 1) for name, hits in sorted(right.items())}


def _is_right(row: Mapping[str, Any], collation: Collation | None) -> bool:
    return bool(_verdict(collation) == row["verdict"])


def _verdict(collation: Collation | None) -> str:
    return "none" if collation is None else "differs" if collation.size else "same"


def _is_marked(row: Mapping[str, Any], collation: Collation | None) -> bool:
    if collation is None or row["verdict"] != "differs":
        return True
    return _differing(collation.words) == sorted(search_words(row["quoted"])) and _differing(collation.told) == sorted(
        search_words(row["told"])
    )


def _differing(words: Marked) -> list[str]:
    return sorted(word for text, differs in words if differs for word in search_words(text))


def _document(raw: Mapping[str, Any], publisher: str, *states: str) -> Document:
    return Document(
        raw["text"],
        name=raw["id"].rpartition("/")[2],
        url=raw["url"],
        publisher=publisher,
        published=raw["date"],
        account_of=states,
    )


def _day(raw: Mapping[str, Any]) -> date:
    return date.fromisoformat(raw["date"])


if __name__ == "__main__":
    sys.exit(main())
