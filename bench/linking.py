"""Score what is joined: whether reports of one contact in many documents become one entry, and of two stay two.

python bench/linking.py --corpora DIR [--half tune|unseen] [--misses]     DIR holds whitehouse.jsonl.gz

`linking.jsonl` and `linking_further.jsonl` hold one mention a row: the document's address in the corpus, its words, and
the contact they tell of; README.md tells how the rows were drawn and read. Each set is grouped by itself. A mention is
found where an engagement that the program reads in its document has evidence that shares words with it, and no more of
them with a mention of another contact. All engagements of these documents are grouped, and of any two found mentions
the grouping says whether they tell of one contact: precision and recall are of these pairs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from detente.model.document import Document
from detente.model.dossier import Dossier
from detente.model.findings import Engagement
from detente.pipeline import read_document
from detente.resolve.events import group_findings
from detente.settings import Settings
from halves import asked, documents_of, floors_of, holds, lines_of

SETS = ("linking", "linking_further")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that tell of a contact; `event` names the contact."""

    doc: str
    text: str
    event: str
    kind: str
    date: str | None
    participants: tuple[str, ...]
    split: str
    nth: int = 0

    @classmethod
    def from_json(cls, line: str) -> Mention:
        """Read one line of the file."""
        raw = json.loads(line)
        return cls(**{**raw, "participants": tuple(raw["participants"])})

    def place(self, document: Document) -> tuple[int, int]:
        """Where the words stand; SystemExit where they do not."""
        start = -1
        for _ in range(self.nth + 1):
            start = document.text.find(self.text, start + 1)
            if start < 0:
                sys.exit(f"{self.doc}: has no words {self.text!r}; linking.jsonl belongs to another corpus")
        return start, start + len(self.text)


class Found(NamedTuple):
    """A mention and the entry that the program puts it in."""

    mention: Mention
    entry: str


class Score(NamedTuple):
    """Pairs of found mentions: joined rightly, joined wrongly, parted wrongly."""

    right: int
    wrong: int
    parted: int

    @property
    def precision(self) -> float:
        """Share of the joined pairs that tell of one contact, in per cent."""
        return round(100 * self.right / max(1, self.right + self.wrong), 1)

    @property
    def recall(self) -> float:
        """Share of the pairs of one contact that are joined, in per cent."""
        return round(100 * self.right / max(1, self.right + self.parted), 1)


def main() -> int:
    """Print a line for each half and compare with linking_floors.json; exit status 1 below a floor."""
    chosen = asked(__doc__, "linking is", "print each pair that is joined or parted wrongly")
    if chosen is None:
        return 0
    fallen = 0
    for rows in SETS:
        mentions = [Mention.from_json(line) for line in lines_of(f"{rows}.jsonl")]
        halves = [half for half in chosen.halves if any(m.split == half for m in mentions)]
        if halves:
            found = find(mentions, read(mentions, chosen.corpus))
            if chosen.misses:
                show_misses([f for f in found if f.mention.split in halves])
            fallen += hold_to_floors(rows, mentions, found, halves)
    return int(fallen > 0)


def read(mentions: Iterable[Mention], corpus: Path) -> dict[str, Dossier]:
    """What the program reads in the documents of some mentions."""
    settings = Settings()
    documents = documents_of({m.doc for m in mentions}, corpus)
    return {name: read_document(document, settings) for name, document in documents.items()}


def find(mentions: Iterable[Mention], dossiers: Mapping[str, Dossier]) -> list[Found]:
    """Each mention that an engagement of its document shares words with, and the entry that holds this engagement."""
    engagements = {name: [f for f in d.findings if isinstance(f, Engagement)] for name, d in dossiers.items()}
    published = {d.document.id: d.document.published or "" for d in dossiers.values()}
    groups = group_findings([f for found in engagements.values() for f in found], published)
    entry_of = {f.id: group[0].id for group in groups for f in group}
    told = [
        (shared, mention, finding)
        for mention in mentions
        for shared, finding in told_at(mention, engagements[mention.doc], dossiers[mention.doc].document)
    ]
    told.sort(key=lambda t: t[0], reverse=True)
    event_of: dict[str, str] = {}
    return [
        Found(mention, entry_of[finding.id])
        for _, mention, finding in told
        if event_of.setdefault(finding.id, mention.event) == mention.event
    ]


def told_at(mention: Mention, engagements: Sequence[Engagement], document: Document) -> list[tuple[int, Engagement]]:
    """The engagement whose evidence shares most characters with the mention, and how many; of several the briefest."""
    start, end = mention.place(document)

    def shared(engagement: Engagement) -> tuple[int, int]:
        most = max(min(s.end, end) - max(s.start, start) for s in engagement.evidence)
        return most, -sum(len(s.text) for s in engagement.evidence)

    best = max(engagements, key=shared, default=None)
    return [(shared(best)[0], best)] if best and shared(best)[0] > 0 else []


def show_misses(found: Iterable[Found]) -> None:
    """Print each pair that the grouping gets wrong."""
    for a, b in combinations(found, 2):
        one, joined = a.mention.event == b.mention.event, a.entry == b.entry
        if one != joined and a.mention.doc != b.mention.doc:
            verdict = "parted" if one else "joined"
            print(f"{verdict}: {a.mention.event}: {a.mention.text!r} | {b.mention.event}: {b.mention.text!r}")


def score(found: Sequence[Found]) -> Score:
    """Judge every pair of found mentions."""
    counted = {(True, True): 0, (False, True): 0, (True, False): 0, (False, False): 0}
    for a, b in combinations(found, 2):
        counted[a.mention.event == b.mention.event, a.entry == b.entry] += 1
    return Score(counted[True, True], counted[False, True], counted[True, False])


def hold_to_floors(rows: str, mentions: Sequence[Mention], found: Sequence[Found], halves: Sequence[str]) -> int:
    """Print the figures of each half of a set; exit status 1 where one fell below its floor."""
    floors, held = floors_of("linking_floors.json")[rows], []
    for half in halves:
        here = [f for f in found if f.mention.split == half]
        told = sum(m.split == half for m in mentions)
        reached = score(here)
        shares = {"found": round(100 * len(here) / max(1, told), 1)}
        shares |= {"precision": reached.precision, "recall": reached.recall}
        held.append(holds(f"{rows} {half}: {len(here)} of {told} mentions found", shares, floors[half]))
    return int(not all(held))


if __name__ == "__main__":
    sys.exit(main())
