"""Bodies that are known by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from detente.ontology.lexicon import lexicon
from detente.ontology.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Body:
    """A body and the state it belongs to."""

    name: str
    state: str | None


def bodies_in(text: str) -> list[tuple[int, int, Body]]:
    """Every body named in the text with its start and end in code points."""
    known = lexicon("mentions")["known_bodies"]
    return [(start, end, Body(*known[phrase])) for start, end, phrase in _phrases().find(text)]


@cache
def _phrases() -> Phrases:
    return Phrases(lexicon("mentions")["known_bodies"])
