"""Bodies that are known by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from detente.ontology.lexicon import lexicon
from detente.ontology.phrases import phrase_pattern


@dataclass(frozen=True, slots=True)
class Body:
    """A body and the state it belongs to."""

    name: str
    state: str | None


def bodies_in(text: str) -> list[tuple[int, int, Body]]:
    """Every body named in the text with its start and end in code points."""
    known = lexicon("mentions")["known_bodies"]
    return [(m.start(), m.end(), Body(*known[" ".join(m[0].split())])) for m in _pattern().finditer(text)]


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(phrase_pattern(lexicon("mentions")["known_bodies"]))
