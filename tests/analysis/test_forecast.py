"""Forecasts of counts, and how they are scored."""

from datetime import date
from math import comb, exp, factorial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.forecast import (
    LEARNED,
    MODELS,
    SCORED,
    climatology,
    crps,
    decaying,
    forecast,
    moving_average,
    negative_binomial,
    scores,
)
from detente.model.forecast import Forecast, Outlook
from invented_acts import act, paper, reported, view_of

counted = st.lists(st.integers(0, 15), min_size=LEARNED, max_size=LEARNED + 12)


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.name)
@given(counts=counted)
def test_chances_are_of_every_count_and_sum_to_one(model, counts):
    chances = model.chances(counts)
    assert chances.sum() == pytest.approx(1)
    assert chances.min() >= 0


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.name)
@given(counts=counted, later=st.lists(st.integers(0, 15), min_size=1, max_size=4))
def test_a_month_is_scored_by_the_months_before_it_alone(model, counts, later):
    assert scores([*counts, *later], model)[: len(counts) - LEARNED] == scores(counts, model)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=8), st.integers(0, 20))
def test_the_score_is_mean_distance_less_half_the_distance_of_two_draws(members, count):
    far = np.mean([abs(m - count) for m in members])
    apart = np.mean([abs(m - other) for m in members for other in members])
    assert crps(np.bincount(members) / len(members), count) == pytest.approx(far - apart / 2)


@pytest.mark.parametrize(("shape", "chance"), [(1, 0.5), (3, 0.25), (2, 0.9)])
def test_the_negative_binomial_counts_failures_before_successes(shape, chance):
    exact = [comb(n + shape - 1, n) * chance**shape * (1 - chance) ** n for n in range(8)]
    assert list(negative_binomial(shape, chance)[:8]) == pytest.approx(exact, rel=1e-5)


def test_counts_that_vary_little_give_nearly_a_poisson():
    chances = moving_average([3] * 60)
    assert list(chances[:6]) == pytest.approx([exp(-3) * 3**n / factorial(n) for n in range(6)], rel=0.03)


def test_any_month_gone_by_may_come_again():
    assert list(climatology([0, 0, 2, 1])) == [0.5, 0.25, 0.25]


@pytest.mark.parametrize("model", [moving_average, decaying])
def test_what_was_long_ago_counts_less(model):
    risen, fallen = [1] * 30 + [9] * 12, [9] * 30 + [1] * 12
    mean = [float(np.arange(len(c)) @ c) for c in (model(risen), model(fallen))]
    assert mean[0] > 7
    assert mean[1] < 3


def test_bursts_make_the_decaying_model_wider_than_a_poisson():
    chances = decaying([0, 0, 9, 0, 0, 12, 0, 1] * 5)
    places = np.arange(len(chances))
    mean = float(places @ chances)
    assert float((places - mean) ** 2 @ chances) > 3 * mean


def outlook(gain, error, crps_=1.0):
    return Outlook("some model", (0.04, 0.06, 0.8, 0.1), crps_, gain, error)


@pytest.mark.parametrize(
    ("gain", "error", "better"),
    [(0.5, 0.1, True), (0.18, 0.1, False), (0.2, 0.1, True), (-0.5, 0.1, False), (1e-9, 0.0, False)],
)
def test_a_model_is_better_only_where_chance_would_hardly_make_it_so(gain, error, better):
    told = Forecast(side="conflict", scored=30, outlooks=(outlook(0, 0), outlook(gain, error)))
    assert (told.better is not None) == outlook(gain, error).is_better == better


def test_the_best_of_several_better_models_is_named_and_bounds_hold_nine_in_ten():
    told = Forecast(side="conflict", scored=30, outlooks=(outlook(0, 0), outlook(0.5, 0.1), outlook(0.7, 0.1, 0.8)))
    assert told.better == told.outlooks[2]
    assert tuple(told.better.estimate) == (pytest.approx(1.96), 1, 3)


def months(counts, last_day="28"):
    papers = [
        paper(f"{2020 + n // 12}-{n % 12 + 1:02}-{last_day}", text=f"Norway acted on Iceland, part {n}.")
        for n in range(len(counts))
    ]
    papers[-1] = paper(f"{papers[-1].published[:8]}31", text="Norway acted on Iceland at last.")
    acts = [
        reported(act(p, "ACCUSE", f"{p.published[:7]}-{day + 1:02}"))
        for p, count in zip(papers, counts, strict=True)
        for day in range(count)
    ]
    return view_of(papers, *acts)


def test_a_rise_that_lasts_makes_a_model_better_than_climatology():
    told = forecast(months([1] * 24 + [8] * 24), "NO", "IS")
    cooperation, conflict = told.sides
    assert (told.month, told.months, conflict.scored) == (date(2024, 1, 1), 48, 24)
    assert conflict.better is not None
    assert conflict.better.gain > 2
    assert conflict.better.estimate.expected == pytest.approx(8, abs=1)
    assert cooperation.better is None
    assert [o.model for o in conflict.outlooks] == [m.name for m in MODELS]
    assert (conflict.outlooks[0].gain, conflict.outlooks[0].error) == (0, 0)


def test_without_its_score_there_is_no_forecast():
    short = forecast(months([1] * 31), "NO", "IS")
    assert (short.sides, short.months, short.needed) == ((), 31, LEARNED + SCORED)
    assert forecast(view_of([]), "NO", "IS").month is None


def test_a_month_that_is_not_over_is_not_counted_and_neither_is_one_without_documents():
    view = months([1] * 43)
    begun = paper("2023-08-15", text="Norway acted on Iceland again.")
    later = view_of([*view.documents.values(), begun], *view.events)
    told = forecast(later, "NO", "IS")
    assert (told.month, told.months) == (date(2023, 8, 1), 43)
    kept = {d.id: d for d in view.documents.values() if d.published[:4] != "2021"}
    gap = view_of(list(kept.values()), *(e for e in view.events if e.best.evidence[0].doc in kept))
    assert forecast(gap, "NO", "IS").months == 31
