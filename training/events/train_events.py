"""Train the coder of events and write its weights; one command, nothing random.

    python training/events/train_events.py [-o FILE]

Reads written.jsonl and the events of sampled.jsonl that name both actors. Without `-o` nothing is written: the command
then only measures, by cross-validation over sentences.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.decomposition import PCA
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from detente.extract.event_coder import Dense
from detente.extract.event_features import ROLES, features, players
from detente.extract.event_pair import pair_in
from detente.extract.event_status import status_features
from detente.model.document import Document
from detente.ontology.plover import QUADS
from detente.reading.english import read_english
from detente.reading.parse import load_model
from detente.settings import Settings

HERE = Path(__file__).parent
FOLDS = 5
STRENGTH = 0.1
"""Inverse of the regularisation of types; chosen by cross-validation."""
STATUS_STRENGTH = 1.0
SEEN = 2
"""In how many sentences a feature must stand to be given weights."""
FAINT = 0.02
"""A feature none of whose weights is above this is left out of the shipped table."""
PARTS = 60
"""How many principal components of a word vector are kept."""
WEIGHT = 1.7
"""How much more the components of vectors count than features; chosen by cross-validation."""
STEPS = 300


@dataclass(frozen=True)
class Example:
    """One event: its sentence, what is seen of its pair and of its status, and what it is."""

    sentence: str
    type: str
    status: str
    seen: Mapping[str, float]
    standing: Mapping[str, float]
    roles: tuple[tuple[str, ...], ...]


def main() -> int:
    """Measure, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--out", type=Path)
    arguments = parser.parse_args()
    examples = list(read_examples())
    vectors = Vectors(examples)
    print(f"{len(examples)} events in {len({e.sentence for e in examples})} sentences")
    measure(examples, vectors)
    if arguments.out:
        text = json.dumps(weights_of(examples, vectors), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        arguments.out.write_text(text.replace("],", "],\n") + "\n", encoding="utf-8")
    return 0


def read_examples() -> Iterator[Example]:
    """All events with both actors, in the order of the files."""
    settings = Settings()
    for text, event in told():
        reading = read_english(Document(text), settings)
        pair = pair_in(reading, event["source"], event["target"])
        roles = tuple(tuple(t.lemma for t in tokens) for tokens in players(pair).values())
        standing = status_features(pair, event["type"])
        yield Example(text, event["type"], event["status"], features(pair), standing, roles)


def told() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each event with its sentence."""
    for row in _lines("written.jsonl"):
        yield row["text"], row
    for row in _lines("sampled.jsonl"):
        yield from ((row["text"], event) for event in row["events"] if event["source"] and event["target"])


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


class Vectors:
    """The principal components of words, and of the roles of each example."""

    def __init__(self, examples: Sequence[Example]) -> None:
        nlp = load_model(Settings().model)
        listed = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
        words = sorted({w for kind in ("noun", "verb", "adj") for w in listed[kind] if nlp.vocab.has_vector(w)})
        table = np.array([nlp.vocab[w].vector for w in words])
        table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
        found = PCA(PARTS, svd_solver="full").fit(table)
        self.dense = Dense(found.mean_.round(4), found.components_.round(4), np.zeros(0))
        self.rows = np.array([self._row(nlp.vocab, e) for e in examples])

    def _row(self, vocab: Any, example: Example) -> Any:
        row = np.zeros((len(ROLES), PARTS))
        for place, lemmas in enumerate(example.roles):
            if lemmas:
                row[place] = np.mean([self.dense.reduced(vocab[lemma].vector) for lemma in lemmas], axis=0)
        return WEIGHT * row.ravel()


@dataclass(frozen=True)
class Model:
    """A fitted regression with the names of its columns; the columns of vectors come last."""

    names: DictVectorizer
    regression: LogisticRegression

    def likelihoods(self, seen: Sequence[Mapping[str, float]], dense: Any = None) -> Any:
        """One row of likelihoods for each example."""
        return self.regression.predict_proba(_joined(self.names.transform(seen), dense))


def fit(seen: Sequence[Mapping[str, float]], right: Sequence[str], strength: float, dense: Any = None) -> Model:
    """A multinomial regression on named features, and on vectors where there are any."""
    counts = Counter(name for found in seen for name in found)
    names = DictVectorizer()
    table = names.fit_transform([{n: x for n, x in found.items() if counts[n] >= SEEN} for found in seen])
    regression = LogisticRegression(C=strength, max_iter=STEPS)
    return Model(names, regression.fit(_joined(table, dense), right))


def _joined(table: Any, dense: Any) -> Any:
    return table if dense is None else hstack([table, csr_matrix(dense)]).tocsr()


def measure(examples: Sequence[Example], vectors: Vectors) -> None:
    """Cross-validate over sentences: types, quads, cooperation or conflict, statuses."""
    types, statuses = ([""] * len(examples) for _ in range(2))
    for train, test in GroupKFold(FOLDS).split(examples, groups=[e.sentence for e in examples]):
        model = fit([examples[i].seen for i in train], [examples[i].type for i in train], STRENGTH, vectors.rows[train])
        guess(types, test, model, model.likelihoods([examples[i].seen for i in test], vectors.rows[test]))
        standing = fit([examples[i].standing for i in train], [examples[i].status for i in train], STATUS_STRENGTH)
        guess(statuses, test, standing, standing.likelihoods([examples[i].standing for i in test]))
    gold = [e.type for e in examples]
    for name, of in (("root", yielding), ("quad", QUADS.__getitem__), ("binary", cooperative)):
        print(f"  {name} macro-F1 {100 * f1_score([of(t) for t in gold], [of(t) for t in types], average='macro'):.1f}")
    print(f"  16 types macro-F1 {100 * f1_score(gold, types, average='macro'):.1f}")
    names = sorted({e.status for e in examples})
    scores = f1_score([e.status for e in examples], statuses, average=None, labels=names)
    print("  status F1", ", ".join(f"{name} {100 * score:.1f}" for name, score in zip(names, scores, strict=True)))


def guess(into: list[str], places: Sequence[int], model: Model, likelihoods: Any) -> None:
    """Set the most likely class at each place."""
    for place, row in zip(places, likelihoods, strict=True):
        into[place] = str(model.regression.classes_[row.argmax()])


def yielding(type_: str) -> str:
    """The type, with CONCEDE and RETREAT as one."""
    return "YIELD" if type_ in {"CONCEDE", "RETREAT"} else type_


def cooperative(type_: str) -> bool:
    """Whether a type is cooperation."""
    return QUADS[type_] <= 2


def weights_of(examples: Sequence[Example], vectors: Vectors) -> dict[str, Any]:
    """The weights as they ship."""
    types = fit([e.seen for e in examples], [e.type for e in examples], STRENGTH, vectors.rows)
    statuses = fit([e.standing for e in examples], [e.status for e in examples], STATUS_STRENGTH)
    named = len(types.names.get_feature_names_out())
    roles = WEIGHT * types.regression.coef_.T[named:].reshape(len(ROLES), PARTS, -1)
    dense = vectors.dense
    return {
        "source": "training/events; self-written and public-domain and CC BY sentences, codes of this project",
        "updated": "2026-11-30",
        "types": _table(types),
        "statuses": _table(statuses),
        "vectors": {
            "mean": _rounded(dense.mean, 4),
            "components": [_rounded(row, 4) for row in dense.components],
            "roles": {r: [_rounded(row, 3) for row in part] for r, part in zip(ROLES, roles, strict=True)},
        },
    }


def _table(model: Model) -> dict[str, Any]:
    rows = dict(zip(model.names.get_feature_names_out(), model.regression.coef_.T, strict=False))
    rows["always"] = rows["always"] + model.regression.intercept_
    kept = {name: _rounded(row, 2) for name, row in rows.items() if abs(row).max() >= FAINT}
    return {"classes": [str(c) for c in model.regression.classes_], "weights": kept}


def _rounded(row: Any, places: int) -> list[float]:
    return [round(float(x), places) for x in row]


if __name__ == "__main__":
    sys.exit(main())
