"""Bodies that are known by names of their own, in running text."""

from __future__ import annotations

from functools import cache

from detente.ontology.bodies import BODIES, Body
from detente.ontology.phrases import Phrases


def bodies_in(text: str) -> list[tuple[int, int, Body]]:
    """Every such body in the text with its start and end in code points, in the order of the text."""
    names = _names()
    return [(start, end, names[phrase]) for start, end, phrase in _phrases().find(text)]


@cache
def _names() -> dict[str, Body]:
    return {name: body for body in BODIES.values() for name in (body.name, *body.aliases)}


@cache
def _phrases() -> Phrases:
    return Phrases(_names())
