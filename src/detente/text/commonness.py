"""How much a word tells: the fewer sentences on dealings between states have it, the more."""

from __future__ import annotations

from functools import lru_cache
from math import log

from detente.ontology.lexicon import weights
from detente.text.wordings import stem_of

_ROOT = 6
"""Words with the same first letters of their stems are one word in its forms ("negotiate", "negotiation")."""
_REMEMBERED = 50_000


@lru_cache(maxsize=_REMEMBERED)
def root_of(word: str) -> str:
    """What the forms of a word share, derived ones too."""
    return stem_of(word)[:_ROOT]


def rarity_of(root: str) -> float:
    """From 0 (in every sentence) to about 8 (in fewer than were counted): minus the logarithm of its share."""
    counted = weights("commonness")
    return -log(min(1.0, counted["shares"].get(root, counted["least"])))
