"""Logistic regressions over named features, as several judges are trained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression


def fit_named(
    rows: Sequence[Sequence[str]],
    right: Sequence[bool],
    strength: float,
    seen: int,
    counts: Callable[[str], float] = lambda _: 1.0,
) -> dict[str, float]:
    """The weight of each feature that stands in at least `seen` rows, the intercept in that of `always`.

    `strength` is the inverse of the regularisation, `counts` what a feature counts where it holds.
    """
    times = Counter(name for names in rows for name in names)
    known = {name: counts(name) for name, n in times.items() if n >= seen}
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([{n: known[n] for n in names if n in known} for names in rows])
    logistic = LogisticRegression(C=strength, max_iter=500).fit(table, right)
    named = zip(vectorizer.get_feature_names_out(), logistic.coef_[0], strict=True)
    weights = {name: float(weight) * known[name] for name, weight in named}
    weights["always"] += float(logistic.intercept_[0])
    return weights
