"""How often proposals were right, by what people decided on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

from detente.model.decision import ABOUT_ONE, Decision, in_force
from detente.model.findings import LAYERS
from detente.model.view import View

_Z = 1.96
"""Two-sided 95 per cent of the normal distribution."""


class Accuracy(NamedTuple):
    """One layer as one version of an extractor proposed it.

    `right` is the share that was accepted as it stood; `low` and `high` bound it at 95 per cent (Wilson's interval).
    """

    layer: str
    extractor: str
    accepted: int
    edited: int
    rejected: int
    right: float
    low: float
    high: float


def accuracy(view: View) -> tuple[Accuracy, ...]:
    """What the reviews of a view tell, in the order of the layers."""
    return measured({d.number: d for review in view.reviews.values() for d in review.decisions}.values())


def measured(log: Iterable[Decision]) -> tuple[Accuracy, ...]:
    """What a log tells: the latest decision in force on each proposal counts, also where it is proposed no more."""
    ordered = sorted(log, key=lambda d: d.number)
    latest = {d.subject: d for d in in_force(ordered) if d.kind in ABOUT_ONE}
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for decision in latest.values():
        proposal = decision.about[0]
        counts[proposal["layer"], proposal["extractor"]][ABOUT_ONE[decision.kind]] += 1
    layers = list(LAYERS)
    return tuple(_counted(*key, counts[key]) for key in sorted(counts, key=lambda k: (layers.index(k[0]), k[1])))


def _counted(layer: str, extractor: str, counts: Counter[str]) -> Accuracy:
    accepted, total = counts["accepted"], counts.total()
    low, high = wilson(accepted, total)
    return Accuracy(layer, extractor, accepted, counts["edited"], counts["rejected"], accepted / total, low, high)


def wilson(right: int, total: int) -> tuple[float, float]:
    """Bounds of a share, of `right` out of `total` (at least 1), that hold for small numbers and for 0 and 1 too."""
    share, spread = right / total, _Z * _Z / total
    middle = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * sqrt(share * (1 - share) / total + spread / (4 * total))
    return max(0.0, middle - half), min(1.0, middle + half)
