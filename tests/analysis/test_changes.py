"""Where the rate of events changed."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.changes import _PENALTY, SHORTEST, changes, cost, dispersion


def total_cost(counts, places):
    ends = (0, *places, len(counts))
    upto = np.concatenate(([0.0], np.cumsum(counts)))
    parts = pairwise(ends)
    costs = sum(float(cost(np.array([upto[b] - upto[a]]), np.array([b - a]))[0]) for a, b in parts)
    return costs + len(places) * _PENALTY * np.log(len(counts)) * dispersion(counts)


@given(st.lists(st.integers(0, 12), min_size=6, max_size=14).filter(any))
def test_no_other_cutting_costs_less(counts):
    inner = range(SHORTEST, len(counts) - SHORTEST + 1)
    every = [c for size in range(4) for c in combinations(inner, size)]
    allowed = [c for c in every if all(b - a >= SHORTEST for a, b in pairwise(c))]
    assert total_cost(counts, changes(counts)) == pytest.approx(min(total_cost(counts, c) for c in allowed))


@pytest.mark.parametrize(
    ("counts", "places"),
    [
        ([1] * 12 + [8] * 12, (12,)),
        ([2, 1, 3] * 8, ()),
        ([0] * 20 + [30, 0, 0] + [0] * 20, ()),
        ([6] * 20 + [0] * 20 + [6] * 20, (20, 40)),
        ([0] * 40, ()),
        ([5, 0, 9], ()),
        ([], ()),
    ],
)
def test_a_lasting_step_is_found_and_a_burst_is_not(counts, places):
    assert changes(counts) == places


def test_a_steady_rate_seldom_seems_to_change_and_a_tripled_one_does():
    draw = np.random.default_rng(20240310)
    steady = sum(bool(changes(list(draw.poisson(5, 60)))) for _ in range(60))
    tripled = sum(bool(changes([*draw.poisson(3, 30), *draw.poisson(9, 30)])) for _ in range(60))
    assert steady <= 3
    assert tripled == 60
