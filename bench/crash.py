"""Kill a process that adds documents, again and again, and see whether the record stays whole.

python bench/crash.py [--texts FOLDER_OR_CORPUS] [--documents N] [--kills N] [--inside N] [--seed N]

Documents are read once. Then processes add them to a record and get SIGKILL at random moments, at least `inside` of
them while a transaction is open that has written something. After each death the record must be sound and hold every
document whose adding was acknowledged; once a record is full, its export must be that of an uninterrupted one, to the
byte, and the next record is begun. The exit status is 1 where anything was wrong.
"""

from __future__ import annotations

import argparse
import mmap
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from detente.api import read_files
from detente.model.dossier import Dossier
from detente.store.export import canonical_export
from detente.store.record import open_record

IDLE, WRITING = 0, 1
LONGEST_WAIT = 0.02
"""Seconds between the first write of a transaction and the kill, at most: about as long as an adding takes."""


@dataclass
class Tally:
    """What happened in all."""

    kills: int = 0
    inside: int = 0
    records: int = 0
    faults: int = 0


class Board:
    """Two numbers that a process shares with the one that watches it, readable after its death."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, 8)

    def reset(self) -> None:
        """Nothing is open, nothing acknowledged."""
        self._memory[:] = bytes(8)

    @property
    def state(self) -> int:
        """IDLE, or WRITING: a transaction is open that has written."""
        return self._memory[0]

    @state.setter
    def state(self, value: int) -> None:
        self._memory[0] = value

    @property
    def acknowledged(self) -> int:
        """How many documents were added and said to be."""
        return int.from_bytes(self._memory[4:8], "little")

    @acknowledged.setter
    def acknowledged(self, value: int) -> None:
        self._memory[4:8] = value.to_bytes(4, "little")


def main() -> int:
    """Print the counts, and one line for each fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=Path(__file__).parents[1] / "examples" / "us-china-2023")
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--inside", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    dossiers = list(islice(read_files(arguments.texts), arguments.documents))
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_often(dossiers, Path(folder), arguments.kills, arguments.inside, random.Random(arguments.seed))
    print(
        f"{tally.kills} kills, {tally.inside} inside an open transaction that had written; "
        f"{tally.records} records filled and compared; {tally.faults} faults"
    )
    return 1 if tally.faults else 0


def kill_often(dossiers: Sequence[Dossier], folder: Path, kills: int, inside: int, chance: random.Random) -> Tally:
    """Kill until both numbers are reached, then let the last record be filled."""
    with open_record(folder / "whole.db") as record:
        for dossier in dossiers:
            record.add(dossier)
        whole = canonical_export(record)
    board, tally, path = Board(), Tally(), folder / "0.db"
    while tally.kills < kills or tally.inside < inside:
        # Four in five wait for a transaction; the rest strike whenever it may be, in opening and committing too.
        killed = _add_and_kill(dossiers, path, board, wait_for_write=chance.random() < 0.8, chance=chance)
        tally.kills += killed
        tally.inside += killed and board.state == WRITING
        tally.faults += _faults(path, dossiers[: board.acknowledged])
        if not killed:
            tally.records += 1
            tally.faults += _differs(path, whole)
            path = folder / f"{tally.records}.db"
    with open_record(path) as record:
        for dossier in dossiers:
            record.add(dossier)
    tally.records += 1
    tally.faults += _differs(path, whole)
    return tally


def _add_and_kill(
    dossiers: Sequence[Dossier], path: Path, board: Board, *, wait_for_write: bool, chance: random.Random
) -> bool:
    """Whether the process was killed before it was done."""
    board.reset()
    pid = os.fork()
    if pid == 0:
        _add_all(dossiers, path, board)
        os._exit(0)
    if wait_for_write:
        while board.state != WRITING and not _gone(pid):
            time.sleep(0)
        time.sleep(chance.uniform(0, LONGEST_WAIT))
    else:
        time.sleep(chance.uniform(0, 10 * LONGEST_WAIT))
    try:
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    except (ProcessLookupError, ChildProcessError):
        return False
    return os.WIFSIGNALED(status)


def _gone(pid: int) -> bool:
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _add_all(dossiers: Sequence[Dossier], path: Path, board: Board) -> None:
    def wrote(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("INSERT"):
            board.state = WRITING

    def ends(_connection: Any) -> None:
        # Told before SQLite commits: whoever dies as WRITING dies inside the transaction.
        board.state = IDLE

    event.listen(Engine, "after_cursor_execute", wrote)
    event.listen(Engine, "commit", ends)
    with open_record(path) as record:
        for n, dossier in enumerate(dossiers, start=1):
            record.add(dossier)
            board.acknowledged = n


def _faults(path: Path, acknowledged: Sequence[Dossier]) -> int:
    if not path.exists():
        return 0
    with open_record(path) as record:
        wrong = record.check()
        held = {dossier.document.id: len(dossier.findings) for dossier in record.dossiers()}
    for dossier in acknowledged:
        if held.get(dossier.document.id) != len({f.id for f in dossier.findings}):
            wrong.append(f"{dossier.document.name}: was acknowledged and is not held whole")
    for line in wrong:
        print(f"{path.name}: {line}", flush=True)
    return len(wrong)


def _differs(path: Path, whole: str) -> bool:
    with open_record(path) as record:
        differs = canonical_export(record) != whole
    if differs:
        print(f"{path.name}: is not what an uninterrupted run gives", flush=True)
    return differs


if __name__ == "__main__":
    sys.exit(main())
