"""The order of offices: who is named by which one when a person holds several."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from detente.ontology.lexicon import table


def office_rank(role: str) -> int:
    """0 for the highest class of office; ambassadors to any state rank alike; OntologyError never: unknown is last."""
    ranks = _ranks()
    general = "ambassador" if role.startswith("ambassador_to_") else role
    return ranks.get(general, len(ranks))


@cache
def _ranks() -> Mapping[str, int]:
    return {role: i for i, role in enumerate(table("roles")["roles"])}
