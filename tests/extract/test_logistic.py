"""Judges add up weights of named features and tell what likelihood a sum stands for."""

import pytest

from detente.extract.logistic import added, likelihood_of


def test_features_add_their_weights_as_often_as_named_and_unknown_ones_nothing():
    assert added({"a": 1.5, "b": -0.5}, ["a", "b", "a", "c"]) == 2.5
    assert added({}, ["a"]) == 0


@pytest.mark.parametrize(("total", "likelihood"), [(0.0, 0.5), (2.0, 0.880797), (-2.0, 0.119203)])
def test_a_sum_stands_for_a_likelihood(total, likelihood):
    assert likelihood_of(total) == pytest.approx(likelihood, abs=1e-6)
