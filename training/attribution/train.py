"""Train the judge of attributions and write its weights; the whole of it is one command, with every seed fixed.

    python training/attribution/train.py --corpora DIR [-o FILE]

DIR holds the two open corpora named in README.md; each text is checked against the hash in `documents.jsonl` before
it is read. Without `-o` nothing is written: the command then only measures, by cross-validation over documents.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from detente.extract.drafts import Draft
from detente.extract.judge import CLASSES, NONE, features
from detente.extract.stances import word_of
from detente.extract.statements import LEAST, all_drafts
from detente.model.document import Document
from detente.pipeline import prepared
from detente.reading.parse import load_model
from detente.settings import Settings
from detente.text.reading import Reading

HERE = Path(__file__).parent
FOLDS = 10
SEED = 20261123
MATCH = 0.5
"""How much of the words (Jaccard) a draft must share with an annotation to be the same one."""
STRENGTH = 0.18
"""Inverse of the regularisation of the judge; chosen by cross-validation."""
SEEN = 2
"""In how many drafts a feature must stand to be given a weight."""
KINDS = ("verb", "adj", "noun")
_ANTECEDENT = 80
"""How far before a relative pronoun (code points) the words may end that it stands for: readers gave either."""
Vector = dict[str, float]
Words = dict[str, list[float]]


@dataclass(frozen=True)
class Example:
    """One draft: the document it is from, its cue word, its class and its features (affinity still to come)."""

    document: str
    word: str
    label: str
    draft: Draft
    reading: Reading


def main() -> int:
    """Measure, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("-o", "--out", type=Path)
    arguments = parser.parse_args()
    examples = read_examples(arguments.corpora)
    print(
        f"{len({e.document for e in examples})} documents, {len(examples)} drafts", Counter(e.label for e in examples)
    )
    measure(examples)
    if arguments.out:
        weights = fit(examples)
        text = json.dumps(weights, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        arguments.out.write_text(text.replace('],"', '],\n"') + "\n", encoding="utf-8")
    return 0


def read_examples(corpora: Path) -> list[Example]:
    """All drafts of all annotated documents with their labels."""
    annotations: dict[str, list[dict[str, Any]]] = {}
    for line in (HERE / "annotations.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        annotations.setdefault(row["name"], row["attributions"])
    settings, examples = Settings(), []
    for name, document in documents(corpora):
        reading = prepared(document, settings)
        gold = [_words_of(a["content"], reading) | {"act": a["act"], "source": a["source"]} for a in annotations[name]]
        for draft in all_drafts(reading, None):
            label = _label(draft, gold, reading)
            examples.append(Example(name, word_of(draft.cue.head), label, draft, reading))
    return examples


def documents(corpora: Path) -> Iterable[tuple[str, Document]]:
    """The annotated texts, each checked by its hash; ValueError names the first that differs."""
    rows = [json.loads(line) for line in (HERE / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {(c, r["id"]): r["text"] for c in ("wikinews", "whitehouse") for r in _corpus(corpora / f"{c}.jsonl.gz")}
    for row in rows:
        if row["corpus"] == "written":
            text = (HERE / "written" / f"{row['name']}.txt").read_text(encoding="utf-8")
        else:
            text = texts[row["corpus"], row["id"]][row["start"] : row["end"]]
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"the text of {row['name']} is not the one that was annotated")
        yield row["name"], Document(text, title=row["title"], published=row["date"], publisher=row["publisher"])


def _corpus(path: Path) -> Iterable[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _words_of(ranges: Iterable[Sequence[int]], reading: Reading) -> dict[str, Any]:
    return {"words": frozenset(t.i for a, b in ranges for t in reading.tokens_in(a, b) if t.pos != "PUNCT")}


def _label(draft: Draft, gold: Sequence[Mapping[str, Any]], reading: Reading) -> str:
    """The act of the annotation that has the same words and source; "none" where there is none."""
    mine = _words_of(draft.content.ranges, reading)["words"]
    best, label = 0.0, NONE
    for attribution in gold:
        shared = len(mine & attribution["words"]) / max(1, len(mine | attribution["words"]))
        if shared >= MATCH and shared > best and _same_source(draft, attribution["source"], reading):
            best, label = shared, attribution["act"]
    return label


def _same_source(draft: Draft, source: Sequence[int] | None, reading: Reading) -> bool:
    if source is None or draft.source is None:
        return source is None and draft.source is None
    relative = reading.document.text[draft.source.start : draft.source.end].lower() in ("who", "which", "that")
    return draft.source.start - (_ANTECEDENT if relative else 0) < source[1] and source[0] < draft.source.end


def affinities(examples: Sequence[Example]) -> Words:
    """How near each word of the language stands to the cue words of each class, by its vector.

    A word of the examples is judged by a model that has not seen it, so that the judge learns how far to trust this.
    """
    nlp = load_model(Settings().model)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for e in examples:
        counts[e.word][e.label] += 1
    table: Words = {}
    for kind in KINDS:
        seen = sorted(w for w in counts if w.startswith(f"{kind}:"))
        x = np.array([_vector(nlp, w) for w in seen])
        groups = np.array([int(hashlib.sha256(w.encode()).hexdigest(), 16) % 5 for w in seen])
        for g in range(5):
            model = _word_model(x[groups != g], [counts[w] for w, k in zip(seen, groups, strict=True) if k != g])
            _into(table, model, [w for w, k in zip(seen, groups, strict=True) if k == g], x[groups == g])
        known = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")[kind]
        unseen = sorted(f"{kind}:{w}" for w in known if f"{kind}:{w}" not in counts and nlp.vocab.has_vector(w))
        _into(table, _word_model(x, [counts[w] for w in seen]), unseen, np.array([_vector(nlp, w) for w in unseen]))
    return table


def _vector(nlp: Any, word: str) -> Any:
    vector = nlp.vocab[word.partition(":")[2].split()[0]].vector
    return vector / (np.linalg.norm(vector) or 1.0)


def _word_model(x: Any, counts: Sequence[Counter[str]]) -> LogisticRegression:
    rows, labels, shares = [], [], []
    for n, count in enumerate(counts):
        for label, times in count.items():
            rows.append(n)
            labels.append(label)
            shares.append(times / (sum(count.values()) + 2))
    model = LogisticRegression(C=10.0, max_iter=500)
    return model.fit(x[rows], labels, sample_weight=shares)


def _into(table: Words, model: LogisticRegression, words: Sequence[str], x: Any) -> None:
    if not len(words):
        return
    order = [list(model.classes_).index(c) if c in model.classes_ else None for c in CLASSES]
    for word, row in zip(words, model.predict_proba(x), strict=True):
        table[word] = [round(float(row[k]), 2) if k is not None else 0.0 for k in order]


def fit(examples: Sequence[Example]) -> dict[str, Any]:
    """The judge's weights as they ship."""
    words = affinities(examples)
    vectors = [dict(features(e.draft, e.reading, words)) for e in examples]
    model, names = _train(vectors, [e.label for e in examples])
    right = Counter(e.word for e in examples if e.label != NONE)
    kept = {w: v for w, v in words.items() if right[w] or v[0] < _HOPELESS}
    return {
        "source": "training/attribution; public-domain, CC BY and self-written texts, annotations of this project",
        "updated": "2026-11-30",
        "words": {w: kept[w] for w in sorted(kept)},
        "weights": {n: [round(float(c), 3) for c in column] for n, column in zip(names, model.T, strict=True)},
    }


_HOPELESS = 0.85
"""A word that is this likely to attribute nothing, and never did in the data, is no candidate."""


def _train(vectors: Sequence[Vector], labels: Sequence[str]) -> tuple[Any, list[str]]:
    seen = Counter(f for v in vectors for f in v)
    vectorizer = DictVectorizer()
    x: csr_matrix = vectorizer.fit_transform([{f: n for f, n in v.items() if seen[f] >= SEEN} for v in vectors])
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(x, labels)
    order = [list(model.classes_).index(c) for c in CLASSES]
    coefficients = model.coef_[order]
    coefficients[:, vectorizer.vocabulary_["always"]] += model.intercept_[order]
    return coefficients, list(vectorizer.get_feature_names_out())


def predict(weights: Any, names: Sequence[str], vectors: Sequence[Vector]) -> Any:
    """Probabilities of the classes, one row a draft."""
    index = {n: i for i, n in enumerate(names)}
    scores = np.zeros((len(vectors), len(CLASSES)))
    for row, vector in enumerate(vectors):
        for feature, value in vector.items():
            if feature in index:
                scores[row] += weights[:, index[feature]] * value
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True)


def measure(examples: Sequence[Example]) -> None:
    """Cross-validate over documents: ranking, calibration and what each threshold keeps."""
    words = affinities(examples)
    vectors = [dict(features(e.draft, e.reading, words)) for e in examples]
    labels = np.array([e.label for e in examples])
    groups = [e.document for e in examples]
    held = np.zeros((len(examples), len(CLASSES)))
    for train, test in GroupKFold(FOLDS).split(vectors, labels, groups):
        weights, names = _train([vectors[i] for i in train], list(labels[train]))
        held[test] = predict(weights, names, [vectors[i] for i in test])
    right = 1 - held[:, 0]
    truth = labels != NONE
    shipped = _shipped(examples, right)
    listed = np.array([e.draft.listed for e in examples])
    for name, rows in (("all", truth | True), ("listed", listed), ("unlisted", ~listed), ("as shipped", shipped)):
        ranked, gap = roc_auc_score(truth[rows], right[rows]), calibration_error(right[rows], truth[rows])
        print(f"{name}: {rows.sum()} drafts, AUROC {ranked:.3f}, expected calibration error {gap:.3f}")
        for threshold in (0.2, 0.3, 0.5, 0.7):
            kept = rows & (right >= threshold)
            acts = np.array(CLASSES)[1:][held[kept][:, 1:].argmax(axis=1)]
            same = np.mean(acts[truth[kept]] == labels[kept][truth[kept]])
            recall = truth[kept].sum() / truth[rows].sum()
            print(
                f"  at {threshold}: {kept.sum()} kept, right {truth[kept].mean():.3f},",
                f"recall {recall:.3f}, act {same:.3f}",
            )


def _shipped(examples: Sequence[Example], right: Any) -> Any:
    """Which drafts a reading keeps: the likeliest of each cue, above the least that is shown."""
    best: dict[tuple[str, int], int] = {}
    for n, e in enumerate(examples):
        key = (e.document, e.draft.cue.head.i)
        if key not in best or right[n] > right[best[key]]:
            best[key] = n
    kept = np.zeros(len(examples), dtype=bool)
    kept[[n for n in best.values() if examples[n].draft.listed or right[n] >= LEAST]] = True
    return kept


def calibration_error(confidence: Any, truth: Any, bins: int = 10) -> float:
    """Expected calibration error over bins of equal width."""
    bin_of = np.minimum((confidence * bins).astype(int), bins - 1)
    filled = [bin_of == b for b in range(bins) if (bin_of == b).any()]
    return float(sum(abs(confidence[b].mean() - truth[b].mean()) * b.mean() for b in filled))


if __name__ == "__main__":
    sys.exit(main())
