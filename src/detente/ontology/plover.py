"""The code scheme of political events: PLOVER's 16 types as POLECAT has them, their quads, modes and intensities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from detente.errors import ChoiceError
from detente.ontology.lexicon import rows

SCHEME = "plover-16/2021"
"""Name and version of the scheme: PLOVER 0.8 with POLECAT's REQUEST for requests and demands."""

QUADS: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
        **dict.fromkeys(("COOPERATE", "AID", "CONCEDE", "RETREAT"), 2),
        **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
        **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
    }
)
"""Each type's quad: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict; CONCEDE is with RETREAT."""

TYPES = tuple(QUADS)
_MUTUAL = frozenset({"CONSULT", "COOPERATE"})
_ONE_WAY = frozenset({"visit"})
STATUSES = ("actual", "planned", "refused", "denied", "hypothetical")
SCALE = "plover-scores-0.8"
"""The scale of intensity that is used where none is named: the manual's score of each type, -9.3 to 7.6."""


@cache
def modes() -> Mapping[str, tuple[str, ...]]:
    """The modes that the codebook has for each type; types without any are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows("plover/modes"):
        found[row["type"]].append(row["mode"])
    return MappingProxyType({type_: tuple(names) for type_, names in found.items()})


def intensity(type_: str, mode: str = "", scale: str = SCALE) -> float:
    """The intensity of a type, or of a mode of it where the scale has one; ChoiceError for a scale there is none of."""
    scores = _scales().get(scale)
    if scores is None:
        raise ChoiceError(f"no scale '{scale}' of intensity; there are {', '.join(_scales())}")
    return scores.get((type_, mode), scores[type_, ""])


def codes(type_: str, mode: str | None) -> dict[str, Any]:
    """What follows from a type and a mode, by the fields of an event: quad, intensity, scale, scheme."""
    score = intensity(type_, mode or "")
    return {"quad": QUADS[type_], "intensity": score, "scale": SCALE, "scheme": SCHEME}


def is_mutual(type_: str, mode: str | None) -> bool:
    """Whether what is done is done by both sides: they talk or work together, while a visit has a guest and a host."""
    return type_ in _MUTUAL and mode not in _ONE_WAY


@cache
def _scales() -> Mapping[str, Mapping[tuple[str, str], float]]:
    found: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    for row in rows("plover/intensity"):
        found[row["scale"]][row["type"], row["mode"]] = float(row["value"])
    return found
