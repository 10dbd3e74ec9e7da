"""How many events one state may do to another in the next month, with how good such forecasts have been."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from detente.model.series import Estimate, Side

_SURE = 1.96
"""One-sided 97.5 per cent of the normal distribution: two models are tried, and one in twenty may seem better."""
_LEAST_GAIN = 0.005
"""Less would be shown as none."""
_TAIL = 0.05
_ROUNDING = 1e-9


class Outlook(NamedTuple):
    """What one model expects, and its score over past months.

    `chances` are those of 0, 1, 2 … events. `crps` is the mean continuous ranked probability score, in events, 0 at
    best; `gain` is how much lower it is than climatology's, on average of the same months, `error` the standard error.
    """

    model: str
    chances: tuple[float, ...]
    crps: float
    gain: float
    error: float

    @property
    def is_better(self) -> bool:
        """Whether it was better than climatology by more than chance would make it."""
        return self.gain > max(_SURE * self.error, _LEAST_GAIN)

    @property
    def estimate(self) -> Estimate:
        """The expected count, and the counts between which it lies nine times in ten."""
        upto = list(accumulate(self.chances))
        low, high = (next(n for n, sum_ in enumerate(upto) if sum_ >= s - _ROUNDING) for s in (_TAIL, 1 - _TAIL))
        return Estimate.within(sum(n * chance for n, chance in enumerate(self.chances)), low, high)


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """The events of one side in the next month: climatology's outlook, then those of the other models.

    `scored` is how many past months each was scored on.
    """

    side: Side
    scored: int
    outlooks: tuple[Outlook, ...]

    @property
    def better(self) -> Outlook | None:
        """The best of the models that are better than climatology, None where there is none."""
        return min((o for o in self.outlooks if o.is_better), key=lambda o: o.crps, default=None)


@dataclass(frozen=True, kw_only=True)
class Forecasts:
    """What the actor may do to the recipient in the month that begins with `month`.

    `months` of the record can be counted on: whole ones in which documents appeared. Where they are fewer than
    `needed` to score a forecast there is none, and `sides` is empty; `month` is None where there are no events.
    """

    actor: str
    recipient: str
    month: date | None
    months: int
    needed: int
    sides: tuple[Forecast, ...]
