"""Time the pages of the web application over a record of 14,000 documents, and weigh the first, against the bars.

python bench/web.py --corpus whitehouse.jsonl.gz [--record big.db] [--documents N] [--variants N] [--words N]

The record is that of bench/big_record.py. Time is that of the processor, from the request to the whole answer, with
what the client in the same process takes. Every page on two states is asked for many times, with the filters of its
form, and the pages of other states for the first time, once the application had time to make them ready; the first
answer after a start, after a document was added, and of an earlier day are told beside it. The exit status is 1 where
a bar is missed.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import starmap
from pathlib import Path
from time import process_time, sleep
from urllib.parse import urlencode

from fastapi.testclient import TestClient

import detente
from big_record import SEARCHES, asked, big_record, seconds, told
from detente.settings import Settings
from detente.web.app import create_app

BARS = {"relationship": 0.500, "document": 0.150, "search": 0.250}
"""Seconds of one processor at the 95th percentile of repeated requests."""
MOST_BYTES = 300_000
"""Of the first page with all that it loads, as it is, not packed."""
NARROWED: tuple[Mapping[str, str], ...] = (
    {},
    {"since": "2014", "until": "2014"},
    {"since": "2015-06", "until": "2015-06"},
    {"issue": "nuclear_arms"},
    {"issue": "trade"},
    {"reviewed": "no"},
    {"new": "2016-01-01"},
)
_LOOK_SECONDS = 4.0
_IDLE = 0.02
"""The part of a processor that a server which nobody asks takes at most."""
ROUNDS = 5
PAIRS = 10
"""States two and two, those with most documents."""
DOCUMENTS = 60


def main() -> int:
    """Print the times of each page beside its bar."""
    assert __doc__ is not None
    with big_record(asked(__doc__)) as record:
        return report(record) if record else 0


def report(record: Path) -> int:
    """Time each page; return 1 where one is slower than its bar or the first weighs more than its own."""
    with serving(record) as client:
        # The states with most documents: what the list of relationships leads to first.
        page, *others = [str(pair["path"]) for pair in client.get("/index.json").json()["pairs"][:PAIRS]]
    print(f"relationship: {page}")
    with serving(record) as client:
        _first("relationship, asked for at once after a start", client, page)
        _rest()
        _first("relationship, first as of a day", client, f"{page}?as_of=2016-06-30")
    with serving(record) as client:
        _rest()
        _first("relationship, first once it was made ready", client, page)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(record, folder))
        with serving(copy) as client:
            client.get(page)
            _rest()
            with detente.open(copy) as opened:
                dossier = opened.dossier(opened.store.documents_of(opened.store.publishers()[0].name, limit=1)[0].id)
                opened.add(replace(dossier.document, title="The same text, told again", published="2030-01-01"))
            _first("relationship, asked for at once after a document was added", client, page)
    with serving(record) as client:
        _rest()
        firsts = told("first visits", [_asked(client, other) for other in others], BARS["relationship"], judged_at=0.95)
        return int(any([firsts, *_repeated(client, record, page), _weight(client, page)]))


@contextmanager
def serving(record: Path) -> Iterator[TestClient]:
    """The application over the record, started anew."""
    with TestClient(create_app(Settings(record=record)), base_url="http://localhost") as client:
        yield client


def _rest() -> None:
    """Wait until nothing is made ready any more."""
    before = -1.0
    while process_time() - before > _IDLE * _LOOK_SECONDS:
        before = process_time()
        sleep(_LOOK_SECONDS)


def _first(name: str, client: TestClient, path: str) -> None:
    print(f"{name}: {_asked(client, path):.3f} s (no bar)", flush=True)


def _repeated(client: TestClient, record: Path, page: str) -> Iterator[bool]:
    paths = [f"{page}?{urlencode(narrowed)}" for narrowed in NARROWED]
    yield _told("relationship", [_asked(client, path) for _ in range(ROUNDS) for path in paths])
    with detente.open(record, create=False) as opened:
        ids = [d.id for d in opened.store.documents()]
    every = max(1, len(ids) // DOCUMENTS)
    yield _told("document", [_asked(client, f"/document/{id_}") for id_ in ids[::every]])
    yield _told("search", [_asked(client, path) for _ in range(ROUNDS) for path in starmap(_search, SEARCHES)])


def _told(name: str, taken: Sequence[float]) -> bool:
    return told(name, taken, BARS[name], judged_at=0.95)


def _search(words: str, narrowed: Mapping[str, object]) -> str:
    given = {name: value for name, value in narrowed.items() if name != "states"}
    states = narrowed.get("states", ())
    assert isinstance(states, tuple)
    return f"/search?{urlencode({'q': words, 'state': ','.join(states), **given})}"


def _weight(client: TestClient, first: str) -> bool:
    """Whether the pages that a visitor sees first weigh too much with their style, script and icon."""
    heaviest = 0
    for path in ("/", first):
        page = client.get(path)
        loaded = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text))
        weight = len(page.content) + sum(len(client.get(file).content) for file in loaded)
        print(f"{path}: {weight / 1000:.0f} kB with {len(loaded)} files, bar {MOST_BYTES / 1000:.0f} kB")
        heaviest = max(heaviest, weight)
    return heaviest > MOST_BYTES


def _asked(client: TestClient, path: str) -> float:
    def ask() -> None:
        answer = client.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"

    return seconds(ask)


if __name__ == "__main__":
    sys.exit(main())
