"""Sums over uncertain events."""

from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.sums import estimate

likely = st.integers(0, 10).map(lambda n: n / 10)
weight = st.integers(-93, 76).map(lambda n: n / 10)


@given(st.lists(st.tuples(likely, weight), max_size=7))
def test_bounds_are_those_of_every_way_the_events_may_have_been(events):
    ways: dict[int, float] = {}
    for taken in product((0, 1), repeat=len(events)):
        total = sum(round(w * 10) for (_, w), t in zip(events, taken, strict=True) if t)
        chance = prod(p if t else 1 - p for (p, _), t in zip(events, taken, strict=True))
        ways[total] = ways.get(total, 0.0) + chance
    found = estimate(events)
    assert found.expected == pytest.approx(sum(total * chance for total, chance in ways.items()) / 10)
    low, high = (quantile(ways, share) for share in (0.05, 0.95))
    assert found.low == pytest.approx(min(low, found.expected))
    assert found.high == pytest.approx(max(high, found.expected))


def quantile(ways, share):
    """The least total that is not exceeded with this chance."""
    below = 0.0
    for total in sorted(ways):
        below += ways[total]
        if below > share - 1e-9:
            return total / 10
    raise AssertionError


def test_one_doubtful_event_has_its_mean_within_its_bounds():
    assert tuple(estimate([(0.03, 7.0)])) == (pytest.approx(0.21), 0.0, pytest.approx(0.21))


def test_what_is_sure_has_no_width_and_nothing_is_nothing():
    assert tuple(estimate([(1.0, 7.4), (1.0, -2.0)])) == (5.4, 5.4, 5.4)
    assert tuple(estimate([])) == (0.0, 0.0, 0.0)
