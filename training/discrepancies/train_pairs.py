"""Train the judge of pairs of places that do not agree; the whole of it is one command, with every seed fixed.

    PYTHONPATH=training python training/discrepancies/train_pairs.py --gold DIR [-o FILE]

DIR holds texts/, dossiers/ and index.json, as for `bench/quality.py`. Without `-o` nothing is written: the command
then only measures, by cross-validation over documents.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from annotated import documents_of, range_of, read_layers
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from detente.extract.accounts import Accounts
from detente.extract.discrepancy_judge import LEAST, SUREST, features, openings
from detente.extract.discrepancy_pairs import Pair, pairs
from detente.model.document import Document
from detente.model.findings import Statement
from detente.model.span import Span
from detente.reading.dateline import dated
from detente.resolve.issuer import with_issuer
from detente.text.clauses import Actors

FOLDS = 9
SEED = 20261129
STRENGTH = 0.03
"""Inverse of the regularisation; chosen by cross-validation."""
SEEN = 3
"""In how many pairs a feature must stand to be given a weight."""
LOST = {"opens": 0.05, "hopeful": 0.02}
"""The shares that may fall to the cheap questions: of the pairs likely enough, and of the documents with one."""
SHARES = (0.1, 0.13, 0.16, 0.2, 0.3)
"""Likelihoods from which pairs are kept, each measured."""


@dataclass(frozen=True)
class Example:
    """One pair: its document, its places, the annotations that it meets, its features and those of its places alone."""

    document: str
    places: tuple[Span, Span]
    met: frozenset[int]
    features: dict[str, float]
    own: frozenset[str]


def main() -> int:
    """Measure, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("-o", "--out", type=Path)
    arguments = parser.parse_args()
    examples, annotated = read_examples(arguments.gold)
    names, matrix = _matrix(examples)
    labels = np.array([bool(e.met) for e in examples])
    print(f"{len(examples)} pairs, {labels.sum()} of them meet one of {annotated} annotations; {len(names)} features")
    limits = measure(examples, names, matrix, labels, annotated)
    if arguments.out:
        model = _fitted(matrix, labels)
        weights = {n: round(float(w), 3) for n, w in zip(names, model.coef_[0], strict=True) if abs(w) >= 0.001}
        weights["always"] = round(weights.get("always", 0.0) + float(model.intercept_[0]), 3)
        text = json.dumps({"weights": weights, **limits}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        arguments.out.write_text(text.replace(',"', ',\n"') + "\n", encoding="utf-8")
    return 0


def read_examples(gold: Path) -> tuple[list[Example], int]:
    """All pairs of all documents, and how many annotations there are."""
    examples: list[Example] = []
    annotated = 0
    for document, dossier in documents_of(gold):
        wanted = [(range_of(document.text, d["a"]), range_of(document.text, d["b"])) for d in dossier["discrepancies"]]
        annotated += len(wanted)
        examples.extend(_example(document.name, pair, wanted) for pair in _pairs_of(document))
    return examples, annotated


def _pairs_of(document: Document) -> Iterator[Pair]:
    """The pairs of a document as the program reads it; none in one side's own account, which it does not judge."""
    if with_issuer(dated(document)).account_of:
        return
    reading, found = read_layers(document, ("statements",))
    yield from pairs(Accounts(reading, found.of(Statement)), Actors(reading))


def _example(stem: str, pair: Pair, wanted: Sequence[tuple[range, range]]) -> Example:
    a, b = (range(p.span.start, p.span.end) for p in (pair.a, pair.b))
    met = {n for n, (x, y) in enumerate(wanted) if (_meet(a, x) and _meet(b, y)) or (_meet(a, y) and _meet(b, x))}
    told = dict.fromkeys(features(pair), 1.0)
    return Example(stem, (pair.a.span, pair.b.span), frozenset(met), told, frozenset(openings(pair)))


def _meet(a: range, b: range) -> bool:
    return a.start < b.stop and b.start < a.stop


def _matrix(examples: Sequence[Example]) -> tuple[list[str], csr_matrix]:
    seen = Counter(f for e in examples for f in e.features)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{f: v for f, v in e.features.items() if seen[f] >= SEEN} for e in examples])
    return list(vectors.get_feature_names_out()), matrix


def _fitted(matrix: csr_matrix, labels: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=1000, random_state=SEED).fit(matrix, labels)


def measure(
    examples: Sequence[Example], names: Sequence[str], matrix: csr_matrix, labels: np.ndarray, annotated: int
) -> dict[str, float]:
    """Print precision, recall and F1 of the pairs kept, from each likelihood, by cross-validation over documents.

    Returned are the limits of what the places by themselves must add up to.
    """
    shares, opened = np.zeros(len(examples)), np.zeros(len(examples))
    documents = [e.document for e in examples]
    for known, held in GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(matrix, labels, documents):
        model = _fitted(matrix[known], labels[known])
        shares[held] = model.predict_proba(matrix[held])[:, 1]
        weights = dict(zip(names, model.coef_[0], strict=True))
        opened[held] = [sum(weights.get(f, 0.0) for f in sorted(examples[n].own)) for n in held]
    for least in SHARES:
        kept = _kept(examples, shares, least)
        met = len({(e.document, n) for e in kept for n in sorted(e.met)[:1]})
        print(
            f"from {least}: {len(kept)} kept, precision {met / len(kept):.3f}, recall {met / annotated:.3f}, "
            f"F1 {2 * met / (len(kept) + annotated):.3f}"
        )
    limits = _limits(documents, opened, shares >= LEAST)
    print(f"{(opened >= limits['opens']).sum()} pairs reach {limits}")
    return limits


def _limits(documents: Sequence[str], opened: np.ndarray, told: np.ndarray) -> dict[str, float]:
    """What the places of a pair, and of a document's surest pairs, add up to in all but few that would be told."""
    sums: dict[str, list[float]] = defaultdict(list)
    for document, opening in zip(documents, opened, strict=True):
        sums[document].append(opening)
    with_one = {document for document, one in zip(documents, told, strict=True) if one}
    surest = [sum(sorted(sums[document], reverse=True)[:SUREST]) for document in sorted(with_one)]
    found = {"opens": opened[told], "hopeful": np.array(surest)}
    return {name: round(float(np.quantile(values, LOST[name])), 3) for name, values in found.items()}


def _kept(examples: Sequence[Example], shares: np.ndarray, least: float) -> list[Example]:
    """The likeliest pairs, without those that only part the same places otherwise."""
    kept: list[Example] = []
    for n in np.argsort(-shares, kind="stable"):
        if shares[n] < least:
            break
        if not any(_same(examples[n], other) for other in kept):
            kept.append(examples[n])
    return kept


def _same(one: Example, other: Example) -> bool:
    (a, b), (x, y) = one.places, other.places
    return one.document == other.document and ((a.overlaps(x) and b.overlaps(y)) or (a.overlaps(y) and b.overlaps(x)))


if __name__ == "__main__":
    sys.exit(main())
