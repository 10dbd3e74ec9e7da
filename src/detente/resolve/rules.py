"""Which rules link reports: a version that nobody has to remember to raise."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import cache
from pathlib import Path

ROOMS = ("model", "ontology", "text", "resolve")
"""What linking rests on, code and data."""
_KINDS = frozenset({".py", ".yaml", ".json", ".csv"})


@cache
def rules() -> str:
    """The version of the rules that this program links by."""
    return version_of(Path(__file__).parent.parent)


def version_of(home: Path) -> str:
    """The digest, in hexadecimal, of every file of a program's folder that may bear on what is put together."""
    found = hashlib.sha256(unicodedata.unidata_version.encode())
    for path in sorted(p for room in ROOMS for p in (home / room).rglob("*") if p.suffix in _KINDS):
        found.update(path.relative_to(home).as_posix().encode())
        found.update(path.read_bytes())
    return found.hexdigest()
