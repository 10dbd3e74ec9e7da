"""The closed lists of values that findings may take, with labels to show."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from detente.errors import ChoiceError
from detente.ontology.lexicon import table

KINDS: Mapping[str, Mapping[str, str]] = MappingProxyType(table("kinds")["kinds"])
"""Labels by value, by the name of the list: `engagement_kind`, `channel_status` and so on."""


def label_of(kind: str, value: str) -> str:
    """How to show a value of a closed list; ChoiceError lists the valid names."""
    if kind not in KINDS:
        raise ChoiceError(f"no list '{kind}'; there are {', '.join(KINDS)}")
    if value not in KINDS[kind]:
        raise ChoiceError(f"'{value}' is no {kind}; there are {', '.join(KINDS[kind])}")
    return KINDS[kind][value]
