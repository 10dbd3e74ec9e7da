"""Forecasts of next month's events by simple models, each scored against climatology on the months gone by.

Counts are those that the record holds now; what was known at the time may have been less.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from math import exp, lgamma, log, log1p, sqrt
from statistics import fmean, stdev
from typing import Any, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from detente.analysis.series import series
from detente.model.forecast import Forecast, Forecasts, Outlook
from detente.model.series import Period, Side
from detente.model.view import View

Chances = NDArray[np.floating[Any]]

LEARNED = 24
"""Months before the first that is scored."""
SCORED = 12
"""Months that a score needs at least."""
_SMOOTHING = 0.3
"""The weight of the latest month in the moving average."""
_DISCOUNTS = (0.7, 0.8, 0.9, 0.95, 0.98, 1.0)
"""What a month still counts when another has gone by."""
_PRIOR = (0.5, 0.75)
"""Before the first month, one with half an event is known: the sum, and the sum of squares, of a Poisson count."""
_LEAST = 1e-3
_POISSON = 1.01
"""Variance by mean of a negative binomial that is as good as Poisson."""
_FAR = 20
"""Counts so many standard deviations above the mean are left out."""


class Model(NamedTuple):
    """A model by its name: counts of the months so far to the chances of 0, 1, 2 … events in the next one."""

    name: str
    chances: Callable[[Sequence[int]], Chances]


def forecast(view: View, actor: str, recipient: str) -> Forecasts:
    """What the view lets expect of the month after its last whole one, only together with its score."""
    periods = series(view, actor, recipient).periods
    whole = [period for period in periods if period.whole]
    seen = [period for period in whole if period.is_observed]
    enough = len(seen) >= LEARNED + SCORED
    return Forecasts(
        actor=actor,
        recipient=recipient,
        month=whole[-1].last + timedelta(days=1) if whole else None,
        months=len(seen),
        needed=LEARNED + SCORED,
        sides=tuple(_of_side(seen, side) for side in get_args(Side)) if enough else (),
    )


def scores(counts: Sequence[int], model: Model) -> list[float]:
    """The CRPS of each month from LEARNED on, forecast from the months before it and nothing else."""
    return [crps(model.chances(counts[:n]), counts[n]) for n in range(LEARNED, len(counts))]


def crps(chances: Chances, count: int) -> float:
    """The continuous ranked probability score of a count: the squared distance of two cumulative distributions."""
    upto = np.cumsum(np.pad(chances, (0, max(0, count + 1 - len(chances)))))
    return float(np.sum((upto - (np.arange(len(upto)) >= count)) ** 2))


def climatology(counts: Sequence[int]) -> Chances:
    """Any month gone by may come again."""
    found: Chances = np.bincount(counts) / len(counts)
    return found


def moving_average(counts: Sequence[int]) -> Chances:
    """An exponentially weighted mean (EWMA), with the spread that its errors so far have had."""
    mean, squares, means = fmean(counts[:SCORED]), 0.0, 0.0
    for count in counts:
        squares, means = squares + (count - mean) ** 2, means + mean
        mean += _SMOOTHING * (count - mean)
    return negative_binomial(*_spread(max(mean, _LEAST), squares / max(means, _LEAST)))


def decaying(counts: Sequence[int]) -> Chances:
    """A negative binomial with the mean and the variance of months that count less the longer they are gone.

    How much less is what would have made the months so far likeliest.
    """
    filtered = (_filtered(counts, discount) for discount in _DISCOUNTS)
    return negative_binomial(*max(filtered, key=lambda found: found[0])[1])


MODELS: tuple[Model, ...] = (
    Model("climatology", climatology),
    Model("moving average", moving_average),
    Model("decaying negative binomial", decaying),
)
"""Climatology is the one that others are held against."""


def negative_binomial(shape: float, chance: float) -> Chances:
    """The chances of 0, 1, 2 … failures before `shape` successes, each as likely as `chance`, as far as they matter."""
    mean, far = shape * (1 - chance) / chance, sqrt(shape * (1 - chance)) / chance
    logs = [_log_chance(n, shape, chance) for n in range(int(mean + _FAR * far) + 2)]
    found = np.array([exp(value) for value in logs])
    scaled: Chances = found / found.sum()
    return scaled


def _filtered(counts: Sequence[int], discount: float) -> tuple[float, tuple[float, float]]:
    """The log-likelihood of the counts, each by those before it, and the parameters that all of them lead to."""
    months, total, squares, likelihood = 1.0, *_PRIOR, 0.0
    for count in counts:
        likelihood += _log_chance(count, *_fitted(total / months, squares / months))
        months, total, squares = (discount * months + 1, discount * total + count, discount * squares + count**2)
    return likelihood, _fitted(total / months, squares / months)


def _fitted(mean: float, square: float) -> tuple[float, float]:
    """Shape and chance of the negative binomial of this mean and mean square."""
    mean = max(mean, _LEAST)
    return _spread(mean, (square - mean**2) / mean)


def _spread(mean: float, spread: float) -> tuple[float, float]:
    """Shape and chance by mean and by variance over mean; nearly a Poisson's where they vary less."""
    spread = max(spread, _POISSON)
    return mean / (spread - 1), 1 / spread


def _log_chance(count: int, shape: float, chance: float) -> float:
    return lgamma(count + shape) - lgamma(shape) - lgamma(count + 1) + shape * log(chance) + count * log1p(-chance)


def _of_side(seen: Sequence[Period], side: Side) -> Forecast:
    counts = [period.count(side) for period in seen]
    return Forecast(side=side, scored=len(counts) - LEARNED, outlooks=tuple(_outlooks(counts)))


def _outlooks(counts: Sequence[int]) -> Iterator[Outlook]:
    plain = scores(counts, MODELS[0])
    for model in MODELS:
        own = scores(counts, model)
        gains = [base - score for base, score in zip(plain, own, strict=True)]
        chances = tuple(float(chance) for chance in model.chances(counts))
        yield Outlook(model.name, chances, fmean(own), fmean(gains), stdev(gains) / sqrt(len(gains)))
