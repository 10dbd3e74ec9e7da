"""Score two accounts laid side by side: are the items of each found, put together rightly, and labelled rightly.

python bench/accounts.py [--pairs p1 p3] [--misses]

`accounts/` holds eight pairs of accounts of one contact, read by hand before the program ran on them; docs/accounts.md
tells how. The contact is given, so that only the items and their alignment are measured. An item of the program matches
a read item when both have the same label and, on each side that has words, the words overlap: as places in the text,
shared ones of all (Jaccard) are at least 0.2, or those shared are at least half of the shorter of the two. Each matches
once, the most alike first. The program was tuned on the odd pairs; of the even ones only figures were looked at.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, cast

from detente.analysis.alignment import Row, side_by_side
from detente.analysis.telling import Item, items_told
from detente.model.document import Document
from detente.model.findings import Engagement, EngagementKind, Finding
from detente.model.span import Span
from detente.model.view import Entry, View
from detente.model.when import same_moment
from detente.pipeline import read_document
from detente.settings import Settings

HERE = Path(__file__).parent
LAYERS = ("statements", "commitments", "positions")
LABELS = ("both", "contradicted", "attributed_by_a", "attributed_by_b", "only_a", "only_b")
_JACCARD, _CONTAINED = 0.2, 0.5
_WORD = re.compile(r"\w+")

Places = frozenset[int]


class Told(NamedTuple):
    """An item as read or as found: its label, its words on each side, and where these words begin."""

    label: str
    words: tuple[str, str]
    places: tuple[Places, Places]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts of one contact and the items read in them."""

    name: str
    origin: str
    texts: tuple[Document, Document]
    contact: tuple[str, str, str, str]
    states: tuple[str, str]
    items: tuple[Told, ...]

    @classmethod
    def at(cls, folder: Path) -> Pair:
        """Read one folder; SystemExit where an item's words do not stand in its text."""
        raw = json.loads((folder / "pair.json").read_text(encoding="utf-8"))
        texts = _document(folder / "a.txt", raw["a"]), _document(folder / "b.txt", raw["b"])
        met = raw["contact"]
        items = tuple(_read_item(i, texts) for i in raw["items"])
        contact = met["kind"], met["date"], met["words_a"], met["words_b"]
        return cls(folder.name, raw["origin"], texts, contact, tuple(raw["sides"]), items)


class Score(NamedTuple):
    """Matched, found and read items."""

    matched: int
    found: int
    read: int

    @property
    def shares(self) -> dict[str, float]:
        """Precision, recall and F1 in per cent."""
        precision, recall = self.matched / max(1, self.found), self.matched / max(1, self.read)
        f1 = 2 * precision * recall / (precision + recall) if self.matched else 0.0
        return {"precision": _percent(precision), "recall": _percent(recall), "F1": _percent(f1)}


def main() -> int:
    """Print a line for each pair, origin, half and label; exit status 1 where a half fell below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", nargs="*", help="names of pairs (p1 …), else all")
    parser.add_argument("--misses", action="store_true", help="print each item that is missed or found too many")
    options = parser.parse_args()
    pairs = [Pair.at(folder) for folder in sorted((HERE / "accounts").iterdir())]
    chosen = [pair for pair in pairs if not options.pairs or pair.name in options.pairs]
    settings = Settings()
    found = {pair.name: found_in(pair, settings) for pair in chosen}
    if options.misses:
        for pair in chosen:
            show_misses(pair, found[pair.name])
    return report(chosen, found)


def found_in(pair: Pair, settings: Settings) -> list[Told]:
    """The program's items of a pair, laid side by side."""
    first, second = (_told(pair, n, settings) for n in (0, 1))
    return [_found_item(row) for row in side_by_side(first, second)]


def _told(pair: Pair, n: int, settings: Settings) -> list[Item]:
    dossier = read_document(pair.texts[n], settings)
    document, (kind, date, *words) = dossier.document, pair.contact
    start = document.text.index(words[n])
    met = Engagement(
        evidence=(document.span(start, start + len(words[n])),),
        confidence=1.0,
        extractor="hand/1",
        kind=cast(EngagementKind, kind),
        participants=(),
        states=pair.states,
        date=date,
        status="held",
    )
    contact: Entry[Engagement] = Entry(id=met.id, best=met, findings=(met,))
    others = (f for f in dossier.findings if isinstance(f, Engagement) and not same_moment(f.date, date))
    layers: dict[str, Any] = {layer: _entries(dossier.findings, layer) for layer in LAYERS}
    view = View(
        states=pair.states,
        documents={document.id: document},
        engagements=(contact, *(Entry(id=f.id, best=f, findings=(f,)) for f in others)),
        **layers,
    )
    return items_told(view, contact, pair.texts[n].account_of[0])


def _entries(findings: Iterable[Finding], layer: str) -> tuple[Entry[Any], ...]:
    return tuple(Entry(id=f.id, best=f, findings=(f,)) for f in findings if f.layer == layer)


def _document(path: Path, raw: dict[str, Any]) -> Document:
    account_of = (raw["side"],)
    facts = {key: raw[key] for key in ("title", "url", "publisher")}
    return Document(
        path.read_text(encoding="utf-8"), name=path.stem, published=raw["date"], account_of=account_of, **facts
    )


def _read_item(raw: dict[str, Any], texts: tuple[Document, Document]) -> Told:
    words = raw["a"] or "", raw["b"] or ""
    spans = []
    for document, text in zip(texts, words, strict=True):
        start = document.text.find(text) if text else 0
        if start < 0:
            sys.exit(f"{document.name}: has no words {text!r}")
        spans.append((document.span(start, start + len(text)),) if text else ())
    return Told(raw["label"], words, (_places(spans[0]), _places(spans[1])))


def _found_item(row: Row) -> Told:
    spans = [item.words if item else () for item in (row.first, row.second)]
    side = "a" if row.first else "b"
    label = {"only": f"only_{side}", "attributed": f"attributed_by_{side}"}.get(row.label, row.label)
    words = tuple(item.text if item else "" for item in (row.first, row.second))
    return Told(label, (words[0], words[1]), (_places(spans[0]), _places(spans[1])))


def _places(spans: Sequence[Span]) -> Places:
    """Where each word of the spans begins."""
    return frozenset(span.start + word.start() for span in spans for word in _WORD.finditer(span.text))


def overlap(a: Told, b: Told) -> float:
    """How much of their words two items of one label share, on the side where it is less; 0.0 where too little."""
    if a.label != b.label:
        return 0.0
    shares = [_shared(x, y) for x, y in zip(a.places, b.places, strict=True) if x or y]
    return min(shares)


def _shared(a: Places, b: Places) -> float:
    jaccard, contained = len(a & b) / len(a | b), len(a & b) / max(1, min(len(a), len(b)))
    return jaccard + contained if jaccard >= _JACCARD or contained >= _CONTAINED else 0.0


def matches(read: Sequence[Told], found: Sequence[Told]) -> list[tuple[int, int]]:
    """Which read item each found one matches, the most alike first."""
    alike = [(overlap(r, f), n, m) for n, r in enumerate(read) for m, f in enumerate(found)]
    taken: list[tuple[int, int]] = []
    for share, n, m in sorted(alike, key=lambda a: (-a[0], a[1], a[2])):
        if share and all(n != x and m != y for x, y in taken):
            taken.append((n, m))
    return taken


def show_misses(pair: Pair, found: Sequence[Told]) -> None:
    """Print what was read and not found, and what was found and not read."""
    matched = matches(pair.items, found)
    for name, items, at in (("missed", pair.items, 0), ("extra", found, 1)):
        known = {match[at] for match in matched}
        for n, item in enumerate(items):
            if n not in known:
                print(f"{name} {pair.name} {item.label}: {' | '.join(w.replace(chr(10), ' ') for w in item.words)}")


def report(pairs: Sequence[Pair], found: dict[str, list[Told]]) -> int:
    """Print the figures and hold the halves to accounts_floors.json."""
    floors = json.loads((HERE / "accounts_floors.json").read_text(encoding="utf-8"))
    groups = {pair.name: [pair] for pair in pairs}
    groups |= {origin: [p for p in pairs if p.origin == origin] for origin in ("corpus", "written")}
    groups |= {"tune": [p for p in pairs if _odd(p)], "unseen": [p for p in pairs if not _odd(p)], "all": list(pairs)}
    fallen = 0
    for name, members in groups.items():
        score = _score(members, found)
        floor = floors.get(name, 0.0)
        low = bool(members) and score.shares["F1"] < floor
        fallen += low
        held = f" (F1 at least {floor}) {'BELOW' if low else 'ok'}" if floor else ""
        print(f"accounts {name}: {_figures(score)}{held}")
    for label in LABELS:
        print(f"accounts {label}: {_figures(_score(pairs, found, label))}")
    return int(fallen > 0)


def _score(pairs: Iterable[Pair], found: dict[str, list[Told]], label: str | None = None) -> Score:
    total: Counter[str] = Counter()
    for pair in pairs:
        read, told = ([i for i in items if label in {None, i.label}] for items in (pair.items, found[pair.name]))
        total.update(matched=len(matches(read, told)), found=len(told), read=len(read))
    return Score(total["matched"], total["found"], total["read"])


def _figures(score: Score) -> str:
    shares = ", ".join(f"{name} {share}" for name, share in score.shares.items())
    return f"{score.read} read, {score.found} found, {score.matched} matched; {shares}"


def _odd(pair: Pair) -> bool:
    return int(pair.name[1:]) % 2 == 1


def _percent(share: float) -> float:
    return round(100 * share, 1)


if __name__ == "__main__":
    sys.exit(main())
