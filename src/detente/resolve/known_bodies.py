"""Bodies that are known by names of their own, in running text."""

from __future__ import annotations

from functools import cache

from detente.ontology.bodies import BODIES, Body
from detente.ontology.phrases import Phrases

_OF_A_STATE = ("National ", "national ")


def bodies_in(text: str) -> list[tuple[int, int, Body]]:
    """Every such body in the text with its start and end in code points, in the order of the text.

    A name with "National" before it is that of a state's own body: "National Security Council".
    """
    names = _names()
    found = _phrases().find(text)
    return [(start, end, names[phrase]) for start, end, phrase in found if not text.endswith(_OF_A_STATE, 0, start)]


@cache
def _names() -> dict[str, Body]:
    return {name: body for body in BODIES.values() for name in (body.name, *body.aliases)}


@cache
def _phrases() -> Phrases:
    return Phrases(_names())
