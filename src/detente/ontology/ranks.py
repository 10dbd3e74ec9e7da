"""The order of offices, and the line of contact that each keeps up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from detente.ontology.lexicon import table


def office_rank(role: str) -> int:
    """0 for the highest class of office; ambassadors to any state rank alike; OntologyError never: unknown is last."""
    ranks = _ranks()
    return ranks.get(_general(role), len(ranks))


def line_of(role: str) -> str | None:
    """The kind of channel that holders of the office keep up ("leader", "military" …); None where it is none."""
    return _lines().get(_general(role))


def _general(role: str) -> str:
    return "ambassador" if role.startswith("ambassador_to_") else role


@cache
def _lines() -> Mapping[str, str]:
    return {role: kind for kind, roles in table("roles")["lines"].items() for role in roles}


@cache
def _ranks() -> Mapping[str, int]:
    return {role: i for i, role in enumerate(table("roles")["roles"])}
