"""What the judges of the layers have in common: the sum of the weights of named features, and its likelihood."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import repeat

_DOUBT = 1e-4


def added(weights: Mapping[str, float], names: Iterable[str]) -> float:
    """What features add, each as often as it is named; one without a weight adds nothing.

    To the last digit the same in whatever order they are named, so that a text is read alike by every process.
    """
    return math.fsum(map(weights.get, names, repeat(0.0)))


def likelihood_of(total: float) -> float:
    """The probability that a sum of weights stands for, between 0 and 1."""
    return 1 / (1 + math.exp(-total))


def odds_of(likelihood: float) -> float:
    """The sum of weights that a probability stands for; nothing is surer than 9,999 in 10,000."""
    known = min(max(likelihood, _DOUBT), 1 - _DOUBT)
    return math.log(known / (1 - known))
