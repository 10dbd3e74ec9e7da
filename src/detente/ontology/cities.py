"""Cities besides the capitals, by the state in which they lie."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from detente.ontology.lexicon import table

_STATE_OF: Mapping[str, str] = MappingProxyType(
    {city: code for code, cities in table("cities")["cities"].items() for city in cities}
)


def state_of_city(words: str) -> str | None:
    """The code of the state of a city that is no capital, by its English name; None for all other words."""
    return _STATE_OF.get(" ".join(words.split()))
