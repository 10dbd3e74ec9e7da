"""How well each layer is read in new texts, as it was measured for this version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from detente.ontology.lexicon import table


@dataclass(frozen=True)
class Measured:
    """F1 in hundredths over so many texts, or sentences drawn at random, that nobody who tunes has looked at."""

    f1: float
    texts: int | None = None
    sentences: int | None = None


MEASURED: Mapping[str, Measured] = MappingProxyType(
    {layer: Measured(**figure) for layer, figure in table("measured")["figures"].items()}
)
"""By layer; a layer that was not measured so is not in it."""
