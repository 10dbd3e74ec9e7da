"""Score who is meant by a mention: the person and the office held on the document's day.

python bench/names.py --corpora DIR [--half tune|unseen] [--misses]     DIR holds whitehouse.jsonl.gz

`names.jsonl` holds one mention a row: the document's address in the corpus, the sha256 of its text, offsets in code
points, the person, the office in words (with `also` for other names of it, `office_id` where the ontology has it), the
state, and the half. `docs/names.md` tells how the rows were drawn, read and settled.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from detente.model.document import Document
from detente.model.dossier import Party
from detente.ontology.names import name_words
from detente.ontology.offices import PEOPLE, people_named
from detente.ontology.states import STATES
from detente.pipeline import READERS
from detente.reading.dateline import dated
from detente.resolve.directory import is_spelling_of, same_given
from detente.resolve.issuer import with_issuer
from detente.resolve.people import resolve_mentions
from detente.settings import Settings
from detente.text.reading import Mention
from halves import asked, documents_of, floors_of, lines_of

VERDICTS = ("right", "wrong person", "wrong office", "not found")
KINDS = frozenset({"person", "unnamed"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
PAIR = 2
FILLERS = frozenset({"of", "the", "for", "to", "and", "at", "in", "united", "states", "us", "white", "house", "s"})
FORMER = frozenset({"former", "late", "then"})


@dataclass(frozen=True, slots=True)
class Row:
    """One mention as it was read; `office` is None for whoever held none on the day."""

    doc: str
    sha256: str
    start: int
    end: int
    mention: str
    person: str | None
    office: str | None
    state: str | None
    half: str
    office_id: str | None = None
    also: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, line: str) -> Row:
        """Read one line of the file."""
        raw = json.loads(line)
        return cls(**{**raw, "also": tuple(raw.get("also", ()))})


def main() -> int:
    """Print a table by halves and compare with names_floors.json; exit status 1 below a floor."""
    chosen = asked(__doc__, "names and offices are", "print each row that is not right")
    if chosen is None:
        return 0
    rows = [row for line in lines_of("names.jsonl") if (row := Row.from_json(line)).half in chosen.halves]
    counts: dict[str, Counter[str]] = {half: Counter() for half in chosen.halves}
    for row, verdict, party in score_rows(rows, chosen.corpus):
        counts[row.half][verdict] += 1
        if chosen.misses and verdict != "right":
            print(f"{verdict}: {row.doc} {row.mention!r}: {row.person}, {row.office}; read as {party}")
    return hold_to_floors(counts)


def score_rows(rows: list[Row], corpus: Path) -> Iterator[tuple[Row, str, Party | None]]:
    """Each row with its verdict and who was read there; SystemExit where the corpus is another one."""
    documents = documents_of({row.doc for row in rows}, corpus)
    for name, group in groupby(sorted(rows, key=lambda r: (r.doc, r.start)), key=lambda r: r.doc):
        document = documents.get(name)
        mentions = mentions_of(document) if document else []
        for row in group:
            if document is None or document.text_id != row.sha256:
                sys.exit(f"{corpus}: {name} is missing or reads otherwise; names.jsonl belongs to another corpus")
            party = party_at(mentions, row)
            yield row, verdict_of(row, party), party


def mentions_of(document: Document) -> list[Mention]:
    """The mentions of the document, read as the pipeline reads them."""
    document = with_issuer(dated(document))
    return resolve_mentions(READERS[document.language](document, Settings()))


def party_at(mentions: list[Mention], row: Row) -> Party | None:
    """Whom the person's mention with most of the row's words means; of several the shortest."""
    shared = [(min(m.end, row.end) - max(m.start, row.start), m) for m in mentions if m.party.kind in KINDS]
    best = max(((n, m.start - m.end, m.party) for n, m in shared if n > 0), key=lambda t: t[:2], default=None)
    return best[2] if best else None


def verdict_of(row: Row, party: Party | None) -> str:
    """One of VERDICTS."""
    if party is None:
        return "not found"
    if row.person is not None and not same_person(row.person, party):
        return "wrong person"
    return "right" if same_office(row, party) else "wrong office"


def same_person(name: str, party: Party) -> bool:
    """By the ontology where it knows both, else by the name itself in any spelling."""
    known = [person.id for person in people_named(name)]
    if known and party.person_id:
        return party.person_id in known
    person = PEOPLE.get(party.person_id or "")
    return any(same_name(name, other) for other in (party.name, *((person.name, *person.aliases) if person else ())))


def same_name(name: str, other: str) -> bool:
    """Whether the words of one hold those of the other, or both are one in two spellings: Mohammed and Mohamed."""
    a, b = (tuple(w for w in name_words(n) if w not in SUFFIXES) for n in (name, other))
    if min(len(a), len(b)) < PAIR:
        return False
    short_form = a[-1] == b[-1] and same_given(a, b[:1])
    return set(a) <= set(b) or set(b) <= set(a) or short_form or is_spelling_of(" ".join(a), " ".join(b))


def same_office(row: Row, party: Party) -> bool:
    """By id, else by words: those of the row, or of another name for the office, stand in what was read.

    Whose spouse someone is, is no office. One known to no data may be read by its title in the mention itself.
    """
    read = set(name_words(party.office or "")) | (set(name_words(party.name)) if party.kind == "unnamed" else set())
    wanted = [set(name_words(words)) - FILLERS for words in (row.office or "", *row.also)]
    if row.office is None or FORMER & set(name_words(row.office)):
        spouse = party.role == "first_lady"
        return spouse or (party.office_id is None and (party.role is None or bool(FORMER & read)))
    if party.office_id and row.office_id:
        named = state_words(party)
        return party.office_id == row.office_id or read - FILLERS - named in [words - named for words in wanted]
    if party.state not in {None, row.state}:
        return False
    as_written = len(read) >= PAIR and not row.office_id and read <= set(name_words(row.mention))
    return as_written or any(words and words <= read | state_words(party) for words in wanted)


def state_words(party: Party) -> set[str]:
    """The words by which the office's state may be named, which the office itself need not repeat."""
    state = STATES.get(party.state or "")
    return {w for words in (state.name, state.adjective) for w in name_words(words)} if state else set()


def hold_to_floors(counts: dict[str, Counter[str]]) -> int:
    """Print each half's counts; exit status 1 where the share of right ones fell below its floor."""
    floors = floors_of("names_floors.json")
    fallen = 0
    for half, found in counts.items():
        share = round(100 * found["right"] / max(1, found.total()), 1)
        verdict = "ok" if share >= floors[half] else "BELOW"
        fallen += share < floors[half]
        told = ", ".join(f"{found[name]} {name}" for name in VERDICTS)
        print(f"names {half}: {told} of {found.total()}; right {share} (at least {floors[half]}) {verdict}")
    return int(fallen > 0)


if __name__ == "__main__":
    sys.exit(main())
