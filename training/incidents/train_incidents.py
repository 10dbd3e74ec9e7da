"""Train the judge of incidents and write its weights; one command, nothing random.

    PYTHONPATH=training python training/incidents/train_incidents.py --gold DIR [-o FILE]

DIR holds texts/, dossiers/ and index.json like every set of gold dossiers. Without `-o` nothing is written: the command
then only measures, by cross-validation over documents.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from annotated import documents_of, pairs_matched, read_layers, tokens_at, tokens_in
from linear import fit_named
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from detente.extract.incident_drafts import Draft, all_drafts, words_of
from detente.extract.incident_judge import (
    ROLES,
    Scene,
    first_features,
    opening_features,
    roles,
    second_features,
    weighed,
)
from detente.extract.incidents import LEAST, same_words
from detente.extract.logistic import added
from detente.model.span import Span
from detente.reading.parse import load_model
from detente.settings import Settings
from detente.text.chain import Found
from detente.text.clauses import Actors
from detente.text.reading import Reading

FOLDS = 10
MATCH = 0.2
"""How much of the words (Jaccard) a draft must share with an annotated incident to hit it, as the scorer has it."""
CLOSE, SHARE = 0.3, 0.6
"""How well a draft must match an incident to be right, and how well by the best draft's measure."""
STRENGTH = 0.1
"""Inverse of the regularisation; chosen by cross-validation."""
SEEN = 2
"""In how many drafts a feature must stand to be given a weight."""
FAINT = 0.15
"""A word whose weight is below this in every role is left out of the table."""
LITTLE = 0.01
"""A feature of a small model whose weight is below this is left out."""
LOST = {"opens": 0.08, "least": 0.02}
"""The shares of the right drafts, of those that would be told, that may fall to the first, cheap questions."""
THINNED = 0.4
"""How many incidents real press has a text (3.3) for each that the press texts written for the training have (8.2)."""
EARLIER = ("statements", "engagements", "channels", "positions", "commitments")


@dataclass(frozen=True)
class Example:
    """One draft: the number of its document, how well it matches each incident, features and words.

    `right` where it is among the best tellings of an incident of the gold. The first `heading` features are those of
    the head, the first `clausal` those of head and clause.
    """

    document: int
    draft: Draft
    words: Span
    matches: tuple[float, ...]
    right: bool
    names: tuple[str, ...]
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    heading: int
    clausal: int


@dataclass
class Model:
    """Weights of features by name, and one vector per role whose product with a word's vector is the word's weight."""

    names: dict[str, float] = field(default_factory=dict)
    vectors: dict[str, Any] = field(default_factory=dict)


def main() -> int:
    """Measure, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("-o", "--out", type=Path)
    arguments = parser.parse_args()
    gold, examples = read_examples(arguments.gold)
    print(
        f"{len(gold)} documents, {sum(gold)} incidents, {len(examples)} drafts, {sum(e.right for e in examples)} right"
    )
    limits = measure(examples, gold)
    if arguments.out:
        shipped = weights_of(fit(examples), small(examples), limits)
        text = json.dumps(shipped, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        arguments.out.write_text(text.replace('],"', '],\n"') + "\n", encoding="utf-8")
    return 0


def read_examples(folder: Path) -> tuple[list[int], list[Example]]:
    """How many incidents each document has, and all drafts of all documents."""
    gold: list[int] = []
    examples: list[Example] = []
    for number, (document, dossier) in enumerate(documents_of(folder)):
        reading, found = read_layers(document, EARLIER)
        told = [tokens_at(reading, incident["evidence"]) for incident in dossier.get("incidents") or []]
        examples += _examples(number, reading, found, told)
        gold.append(len(told))
    return gold, examples


def _examples(number: int, reading: Reading, found: Found, told: Sequence[frozenset[int]]) -> Iterator[Example]:
    actors = Actors(reading)
    scene = Scene(reading, actors, found)
    drafts = list(all_drafts(reading, actors, lambda _: True))
    spans = [words_of(reading, draft) for draft in drafts]
    matches = [_matches(reading, span, told) for span in spans]
    best = [max((row[n] for row in matches), default=0.0) for n in range(len(told))]
    for draft, span, row in zip(drafts, spans, matches, strict=True):
        right = any(m >= max(CLOSE, SHARE * top) for m, top in zip(row, best, strict=True))
        played = tuple((role, tuple(lemmas)) for role, lemmas in roles(draft))
        heading = dict.fromkeys(sorted(set(opening_features(draft.head))))
        clausal = {**heading, **dict.fromkeys(sorted(set(first_features(draft))))}
        names = tuple({**clausal, **dict.fromkeys(sorted(set(second_features(draft, scene))))})
        yield Example(number, draft, span, row, right, names, played, len(heading), len(clausal))


def _matches(reading: Reading, span: Span, told: Sequence[frozenset[int]]) -> tuple[float, ...]:
    mine = tokens_in(reading, span.start, span.end)
    return tuple(len(mine & words) / max(1, len(mine | words)) for words in told)


class Vectors:
    """The unit vectors of words, by lemma."""

    def __init__(self) -> None:
        self._nlp = load_model(Settings().model)
        self._known: dict[str, Any] = {}

    def of(self, lemma: str) -> Any:
        """The unit vector of a word; zeros for one that has none."""
        if lemma not in self._known:
            vector = self._nlp.vocab[lemma].vector
            self._known[lemma] = vector / (np.linalg.norm(vector) or 1.0)
        return self._known[lemma]

    def words(self) -> list[str]:
        """Words of the language that have a vector."""
        index = self._nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
        words = {w for kind in ("noun", "verb", "adj") for w in index[kind] if w.isalpha()}
        return sorted(w for w in words if self._nlp.vocab.has_vector(w))

    def row(self, example: Example) -> Any:
        """The mean vector of each role, one after the other."""
        row = np.zeros((len(ROLES), self._nlp.vocab.vectors_length), dtype=np.float32)
        for role, lemmas in example.roles:
            if lemmas:
                row[ROLES.index(role)] = np.mean([self.of(lemma) for lemma in lemmas], axis=0)
        return row.ravel()


def fit(examples: Sequence[Example], vectors: Vectors | None = None, dense: Any = None) -> Model:
    """Features and vectors together in one logistic regression."""
    vectors = vectors or Vectors()
    dense = np.array([vectors.row(e) for e in examples]) if dense is None else dense
    seen = Counter(name for e in examples for name in e.names)
    vectorizer = DictVectorizer()
    named = vectorizer.fit_transform([{n: 1.0 for n in e.names if seen[n] >= SEEN} for e in examples])
    rows = hstack([named, csr_matrix(dense)]).tocsr()
    logistic = LogisticRegression(C=STRENGTH, max_iter=500).fit(rows, [e.right for e in examples])
    coefficients = logistic.coef_[0]
    model = Model(dict(zip(vectorizer.get_feature_names_out(), coefficients, strict=False)))
    model.names["always"] += float(logistic.intercept_[0])
    parts = coefficients[len(model.names) :].reshape(len(ROLES), -1)
    model.vectors = dict(zip(ROLES, parts, strict=True))
    return model


def predict(model: Model, examples: Sequence[Example], dense: Any) -> Any:
    """The likelihood of each example."""
    scores = dense @ np.concatenate([model.vectors[role] for role in ROLES])
    scores += np.array([sum(model.names.get(n, 0.0) for n in e.names) for e in examples])
    return 1 / (1 + np.exp(-scores))


def small(examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """The models of the head, and of head and clause, alone, over drafts that no rule spells out."""
    asked = [e for e in examples if e.draft.act is None]
    right = [e.right for e in asked]
    return {
        "opening": fit_named([e.names[: e.heading] for e in asked], right, STRENGTH, SEEN),
        "clause": fit_named([e.names[: e.clausal] for e in asked], right, STRENGTH, SEEN),
    }


def measure(examples: Sequence[Example], gold: Sequence[int]) -> dict[str, float]:
    """Cross-validate over documents, scored as the bench does; the limits of the two small models."""
    vectors = Vectors()
    dense = np.array([vectors.row(e) for e in examples])
    groups = [e.document for e in examples]
    held, sums = np.zeros(len(examples)), np.zeros((2, len(examples)))
    for train, test in GroupKFold(FOLDS).split(examples, groups=groups):
        model = fit([examples[i] for i in train], vectors, dense[train])
        held[test] = predict(model, [examples[i] for i in test], dense[test])
        first = small([examples[i] for i in train])
        for i in test:
            e = examples[i]
            sums[:, i] = (added(first["opening"], e.names[: e.heading]), added(first["clause"], e.names[: e.clausal]))
    held = np.array([weighed(float(p), e.draft) for p, e in zip(held, examples, strict=True)])
    print(f"average precision {average_precision_score([e.right for e in examples], held):.3f}")
    asked = np.array([e.draft.act is None for e in examples])
    told = asked & (held >= LEAST) & np.array([e.right for e in examples])
    limits = {name: round(float(np.quantile(sums[n][told], lost)), 3) for n, (name, lost) in enumerate(LOST.items())}
    opened = sums[0] >= limits["opens"]
    passed = opened & (sums[1] >= limits["least"])
    print(f"of {asked.sum()} drafts {(asked & opened).sum()} and then {(asked & passed).sum()} pass {limits}")
    held = np.where(asked & ~passed, 0.0, held)
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        hits, told = _hits(examples, held, least)
        figures = (f"{_f1(hits, told, sum(gold), share):.3f}" for share in (1.0, THINNED))
        print(f"  at {least}: P {hits / max(1, told):.3f} R {hits / sum(gold):.3f} F1", ", thinned ".join(figures))
    return limits


def _f1(hits: int, told: int, there: int, share: float) -> float:
    """F1 where of the incidents only a share is there, and as much is told wrongly as before."""
    return 2 * share * hits / (share * hits + (told - hits) + share * there)


def _hits(examples: Sequence[Example], likelihood: Any, least: float) -> tuple[int, int]:
    """How many of the told incidents are right, and how many are told."""
    kept: dict[int, list[Example]] = {}
    for n in np.argsort(-likelihood, kind="stable"):
        mine = kept.setdefault(examples[n].document, [])
        if likelihood[n] >= least and not any(same_words(examples[n].words, e.words) for e in mine):
            mine.append(examples[n])
    hits = sum(pairs_matched([e.matches for e in mine], MATCH) for mine in kept.values())
    return hits, sum(map(len, kept.values()))


def weights_of(model: Model, first: Mapping[str, Mapping[str, float]], limits: Mapping[str, float]) -> dict[str, Any]:
    """The weights as they ship."""
    vectors = Vectors()
    words = vectors.words()
    table = np.array([vectors.of(w) for w in words]) @ np.array([model.vectors[r] for r in ROLES]).T
    kept = {
        w: [round(float(x), 2) for x in row] for w, row in zip(words, table, strict=True) if abs(row).max() >= FAINT
    }
    return {
        "source": "training/incidents; public-domain and self-written texts, annotations of this project",
        "updated": "2026-11-30",
        **limits,
        **{name: {n: round(x, 3) for n, x in weights.items() if abs(x) >= LITTLE} for name, weights in first.items()},
        "weights": {n: round(float(x), 3) for n, x in model.names.items()},
        "words": kept,
    }


if __name__ == "__main__":
    sys.exit(main())
