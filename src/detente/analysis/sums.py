"""Sums over events of which each is only likely: the exact distribution, and what of it to show."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from detente.model.series import Estimate

_TENTHS = 10
_TAIL = 0.05
_ROUNDING = 1e-9


def estimate(events: Iterable[tuple[float, float]]) -> Estimate:
    """The sum of weights, each counted with its likelihood and independently of the others, weights to a tenth.

    The distribution is exact: two points for each event, folded into that of the events before.
    """
    steps = [(likelihood, round(weight * _TENTHS)) for likelihood, weight in events]
    lowest = sum(min(step, 0) for _, step in steps)
    highest = sum(max(step, 0) for _, step in steps)
    chances = np.zeros(highest - lowest + 1)
    chances[-lowest] = 1.0
    for likelihood, step in steps:
        # Nothing is carried around the end: the array has room for the sum of all steps.
        chances = (1 - likelihood) * chances + likelihood * np.roll(chances, step)
    upto = np.cumsum(chances)
    low, high = (int(np.searchsorted(upto, share - _ROUNDING)) + lowest for share in (_TAIL, 1 - _TAIL))
    expected = sum(likelihood * step for likelihood, step in steps)
    return Estimate.within(expected / _TENTHS, low / _TENTHS, high / _TENTHS)
