"""Train the judge of positions and write its weights; the whole of it is one command, and nothing in it is random.

    PYTHONPATH=training python training/positions/train_positions.py --gold DIR [-o FILE [--keep-issues]]

DIR holds texts/, dossiers/ and index.json as `bench/quality.py` reads them. Without `-o` nothing is written: the
command then only measures, by cross-validation over documents, how often the issue of a view is right and how well
views rank. With `--keep-issues` the weights that choose among issues stay as FILE has them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from annotated import Gold, characters_at, documents_of, is_near, read_layers
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from detente.extract.position_judge import Draft, PositionJudge, closing_traits, links, opening_traits
from detente.extract.positions import position_drafts
from detente.model.document import Document
from detente.pipeline import READERS
from detente.text.reading import Reading

FOLDS = 6
STRENGTH_TOLD, STRENGTH_ABOUT = 0.1, 0.3
"""Inverse of the regularisation of the two models; chosen by cross-validation."""
SEEN = 3
"""In how many documents a feature must stand to be given a weight."""
LIKELY, LOST = 0.25, 0.01
"""Of the views at least so likely this share may fall by what their words add by themselves."""
Names = tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """One draft: its document, the features of how it is told, those of each issue, and which of them are right.

    The first `opening` features of how it is told are of the words alone.
    """

    document: str
    told: Names
    about: tuple[Names, ...]
    right: tuple[bool, ...]
    held: bool
    weight: float
    opening: int


@dataclass(frozen=True)
class Model:
    """The weights of both models."""

    told: dict[str, float]
    about: dict[str, float]

    def likely(self, example: Example) -> float:
        """How likely the words are a view."""
        return float(1 / (1 + np.exp(-sum(self.told.get(name, 0.0) for name in example.told))))

    def foremost(self, example: Example) -> int:
        """Which of the issues is the likeliest."""
        scores = [sum(self.about.get(name, 0.0) for name in names) for names in example.about]
        return scores.index(max(scores))


def main() -> int:
    """Measure, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("-o", "--out", type=Path)
    parser.add_argument("--keep-issues", action="store_true")
    arguments = parser.parse_args()
    examples = read_examples(arguments.gold)
    measure(examples)
    if arguments.out:
        model = fit(examples)
        kept = json.loads(arguments.out.read_text(encoding="utf-8"))["about"] if arguments.keep_issues else None
        content = {
            "source": "training/positions; public-domain and self-written texts, annotations of this project",
            "opens": _opens(model, examples),
            "told": _rounded(model.told),
            "about": kept or _rounded(model.about),
        }
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace(',"', ',\n"')
        arguments.out.write_text(text + "\n", encoding="utf-8")
    return 0


def _opens(model: Model, examples: Sequence[Example]) -> float:
    """What the opening of a view that is told must add up to, but for the share `LOST` of them."""
    told = [e.told[: e.opening] for e in examples if e.held and model.likely(e) >= LIKELY]
    return round(float(np.quantile([sum(model.told.get(name, 0.0) for name in names) for names in told], LOST)), 3)


def _rounded(weights: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in sorted(weights.items()) if round(value, 3)}


def read_examples(folder: Path) -> list[Example]:
    """All drafts of the documents whose positions are annotated."""
    annotated = [(document, gold["positions"]) for document, gold in documents_of(folder) if "positions" in gold]
    annotated.sort(key=lambda pair: pair[0].name)
    return [example for document, gold in annotated for example in _examples_of(document, gold)]


def _examples_of(document: Document, gold: Sequence[Gold]) -> list[Example]:
    if document.language not in READERS:
        return []
    reading, found = read_layers(document, {"statements"})
    annotated = [(g["state"], g["issue"], characters_at(document.text, g["evidence"])) for g in gold]
    drafts = (draft for _, draft in position_drafts(reading, found, PositionJudge({}, {})))
    return [_example(draft, reading, annotated) for draft in drafts]


def _example(draft: Draft, reading: Reading, annotated: Sequence[tuple[str, str, frozenset[int]]]) -> Example:
    opening = tuple(opening_traits(draft.holding, reading))
    span = draft.holding.span
    mine = frozenset(n for n in range(span.start, span.end) if not span.text[n - span.start].isspace())
    near = {issue for state, issue, theirs in annotated if state == draft.state and is_near(mine, theirs)}
    return Example(
        document=span.doc,
        told=(*opening, *closing_traits(draft, reading)),
        about=tuple(tuple(links(link, draft.holding)) for link in draft.links),
        right=tuple(link.issue in near for link in draft.links),
        held=bool(near),
        weight=len(draft.holding.states) ** -0.5,
        opening=len(opening),
    )


def fit(examples: Sequence[Example]) -> Model:
    """Both models: whether words are a view, from all drafts; what about, from those with an issue that is right."""
    documents = [e.document for e in examples]
    index = _index([e.told for e in examples], documents)
    whether = LogisticRegression(C=STRENGTH_TOLD, max_iter=3000)
    weights = [e.weight for e in examples]
    whether.fit(_matrix([e.told for e in examples], index), [e.held for e in examples], sample_weight=weights)
    told = dict(zip(index, map(float, whether.coef_[0]), strict=True))
    told["always"] = told.get("always", 0.0) + float(whether.intercept_[0])
    return Model(told, _choice([e for e in examples if any(e.right)]))


def _index(rows: Sequence[Names], documents: Sequence[str]) -> dict[str, int]:
    """Columns of the features that stand in enough documents."""
    seen = Counter(name for name, _ in {(name, doc) for row, doc in zip(rows, documents, strict=True) for name in row})
    return {name: n for n, name in enumerate(sorted(name for name, times in seen.items() if times >= SEEN))}


def _matrix(rows: Sequence[Names], index: dict[str, int]) -> csr_matrix:
    at = [(n, index[name]) for n, row in enumerate(rows) for name in set(row) if name in index]
    places = tuple(zip(*at, strict=True)) if at else ((), ())
    return csr_matrix((np.ones(len(at)), places), shape=(len(rows), len(index)))


def _choice(examples: Sequence[Example]) -> dict[str, float]:
    """Weights under which the right issues of each example outweigh its others (a conditional logit)."""
    rows = [names for e in examples for names in e.about]
    index = _index(rows, [e.document for e in examples for _ in e.about])
    x = _matrix(rows, index)
    group = np.repeat(np.arange(len(examples)), [len(e.about) for e in examples])
    right = np.array([float(r) for e in examples for r in e.right])
    weight = np.array([e.weight for e in examples])

    def loss(b: Any) -> tuple[float, Any]:
        scores = x @ b
        parts = np.exp(scores - np.maximum.reduceat(scores, np.unique(group, return_index=True)[1])[group])
        share = parts / np.bincount(group, parts)[group]
        good = np.bincount(group, share * right)
        slope = x.T @ ((share - share * right / good[group]) * weight[group])
        return float(b @ b / (2 * STRENGTH_ABOUT) - weight @ np.log(good)), slope + b / STRENGTH_ABOUT

    found = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return dict(zip(index, map(float, found.x), strict=True))


def measure(examples: Sequence[Example]) -> None:
    """Cross-validate over documents: how well views rank, and how often the likeliest issue is right."""
    groups = [e.document for e in examples]
    likely, hits, of = np.zeros(len(examples)), 0, 0
    for train, test in GroupKFold(FOLDS).split(examples, groups=groups):
        model = fit([examples[n] for n in train])
        for n in test:
            likely[n] = model.likely(examples[n])
            if any(examples[n].right):
                of, hits = of + 1, hits + examples[n].right[model.foremost(examples[n])]
    held = [e.held for e in examples]
    print(f"{len(set(groups))} documents, {len(examples)} drafts, {sum(held)} of them views")
    print(f"views: AUROC {roc_auc_score(held, likely):.3f}; issue right in {hits / of:.3f} of {of}")


if __name__ == "__main__":
    sys.exit(main())
