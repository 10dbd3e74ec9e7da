"""Where the rate of events changed: the best cutting of a series into stretches of one rate each.

It is the cutting that PELT finds (Killick, Fearnhead, Eckley 2012, JASA 107, 1590), by the full search it shortens
(Jackson et al. 2005, IEEE Signal Processing Letters 12, 105). Costs are those of Poisson counts; since events come in
bursts, they are divided by how much more than such counts these vary from one period to the next. The penalty is three
times the logarithm of the length, as in the modified BIC (Zhang, Siegmund 2007, Biometrics 63, 22).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.floating[Any]]

SHORTEST = 3
"""A rate holds for so many periods at least: less is a burst."""
_PENALTY = 3.0


def changes(counts: Sequence[int]) -> tuple[int, ...]:
    """The places from which on another rate holds, in order; none where there is nothing or too little."""
    n = len(counts)
    if n < 2 * SHORTEST or not any(counts):
        return ()
    upto = np.concatenate(([0.0], np.cumsum(counts)))
    penalty = _PENALTY * log(n) * dispersion(counts)
    best, came_from = np.full(n + 1, np.inf), [0] * (n + 1)
    best[0] = -penalty
    for end in range(SHORTEST, n + 1):
        starts = np.arange(end - SHORTEST + 1)
        costs = best[starts] + cost(upto[end] - upto[starts], end - starts) + penalty
        came_from[end] = int(np.argmin(costs))
        best[end] = costs[came_from[end]]
    found = []
    end = n
    while came_from[end]:
        end = came_from[end]
        found.append(end)
    return tuple(reversed(found))


def cost(totals: Numbers, lengths: NDArray[np.integer[Any]]) -> Numbers:
    """Twice the negative log-likelihood of stretches of a constant rate, without what no cutting changes."""
    found: Numbers = -2 * totals * np.log(np.maximum(totals, 1.0) / lengths)
    return found


def dispersion(counts: Sequence[int]) -> float:
    """Variance by mean, from differences of neighbours, which a step in the rate hardly raises; 1 at least."""
    values = np.asarray(counts, dtype=float)
    return max(1.0, float(np.mean(np.diff(values) ** 2) / 2 / values.mean()))
