"""Train the judge that finds events in texts and write its weights; one command, nothing random.

    PYTHONPATH=training/events python training/events/train_finding.py --corpora DIR [-o FILE]

Whether a word tells an act is learned from sampled.jsonl and further.jsonl, each sentence read within its document; of
which type, from their events and written.jsonl. For whether a word tells an act, words count by their vectors too, so
that one that was never seen counts like its neighbours: what a vector adds is worked out for every known word and
written as the word's own weight. Whether a sentence tells any act is learned besides from its words and pairs of
neighbours alone; how much that counts beside its drafts, from what cross-validation says of sampled.jsonl. Without `-o`
nothing is written: the command then only measures.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sentences import Placed, placed, rows_of
from sklearn.decomposition import PCA
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from detente.extract.event_drafts import drafts_in
from detente.extract.event_judge import SPREAD, WORDS
from detente.extract.event_marks import scene_marks, terms_in, words_in
from detente.extract.event_scene import Scene
from detente.extract.logistic import odds_of
from detente.extract.table import EXTRACTORS
from detente.model.document import Document
from detente.ontology.lexicon import weights
from detente.pipeline import prepared
from detente.reading.english import read_english
from detente.reading.parse import load_model
from detente.settings import Settings
from detente.text.chain import Found
from detente.text.clauses import Actors
from detente.text.reading import Reading

FOLDS = 5


class Prior(NamedTuple):
    """Inverse of the regularisation, and in how many drafts a feature must stand to be given a weight."""

    strength: float
    least: int


ANY_ACT, TYPES = Prior(0.15, 3), Prior(0.5, 2)
WRITTEN = 0.2
"""The weight of a written sentence for types; like the priors chosen by cross-validation."""
FAINT = 0.02
"""A feature whose weights are all below this is left out of the table."""
PLACES: tuple[tuple[str, ...], ...] = (
    ("head=VERB:", "head=AUX:"),
    ("head=NOUN:", "head=ADJ:", "head=PROPN:"),
    ("dobj=",),
    ("recipient word=",),
    ("actor word=",),
    ("has ",),
)
"""Where a word counts by its vector: the features that name one there."""
PARTS = 60
"""How many principal components of a vector are kept."""
NEARNESS = (0.25, 0.25, 0.25, 0.25, 0.25, 0.08)
"""How much the components count beside features, by place; chosen by cross-validation."""
FAINT_BY_VECTOR = 0.12
"""A word that was never seen and whose vector adds less is left out of the table."""
LOST = 0.005
"""The share of the right drafts that may fall before their surroundings are asked; most would fall later."""
BY_TERMS, LEAST_TERMS = 20, 3
"""Of terms: the inverse of the regularisation, and in how many sentences one must stand to be given a weight."""
FAINT_TERM = 0.05
"""A term whose weight is below this is left out of the table."""
OVERLOOKED = 0.01
"""The share of the sentences with an act that may be left out by their terms; most would fall later."""


@dataclass(frozen=True)
class Example:
    """One draft of a sentence: its types by the labels, and what is seen of it, each with its size.

    `terms` are those of its sentence, `opening` the features of its sentence and head, `seen` all, `told` those that
    its type goes by.
    """

    sentence: str
    terms: frozenset[str]
    types: tuple[str, ...]
    opening: Mapping[str, float]
    seen: Mapping[str, float]
    told: Mapping[str, float]


class Examples(NamedTuple):
    """The drafts of the sampled sentences, those of the further ones, and the written events."""

    sampled: Sequence[Example]
    further: Sequence[Example]
    written: Sequence[Example]


class Looked(NamedTuple):
    """What cross-validation tells of sentences: the least sum of terms, and what drafts and terms count together."""

    looks: float
    together: tuple[float, ...]


def main() -> int:
    """Measure, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("-o", "--out", type=Path)
    arguments = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        sampled, further = (
            [
                e
                for found in pool.map(examples_at, placed(rows_of(name), arguments.corpora), chunksize=50)
                for e in found
            ]
            for name in ("sampled.jsonl", "further.jsonl")
        )
    settings = Settings()
    alone = ((p, read_english(p.document, settings)) for p in written_rows())
    written = [e for p, reading in alone for e in examples_of(p, reading, Found()) if e.types]
    return shipped(Examples(sampled, further, written), arguments.out)


def shipped(examples: Examples, out: Path | None) -> int:
    """Measure, and write the weights where there is a file for them."""
    looked = measure(examples)
    if out:
        text = json.dumps(weights_of(examples, looked), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        # A name may end with a comma.
        out.write_text(re.sub(r',"(?!:)', ',\n"', text) + "\n", encoding="utf-8")
    return 0


def written_rows() -> Iterator[Placed]:
    """The written sentences, each of one event and alone."""
    for row in rows_of("written.jsonl"):
        document = Document(row["text"], name=row["id"])
        yield Placed({**row, "events": [row]}, document, 0, len(row["text"]))


def examples_at(place: Placed) -> list[Example]:
    """The drafts of a row's sentence, read within its document."""
    return list(examples_of(place, *read(place.document)))


def read(document: Document) -> tuple[Reading, Found]:
    """A document and what the layers before events find in it."""
    reading, found = prepared(document, Settings()), Found()
    for step in EXTRACTORS:
        if step.gives != "events":
            found.findings.extend(step.extract(reading, found))
    return reading, found


def examples_of(place: Placed, reading: Reading, found: Found) -> Iterator[Example]:
    """The drafts of a row's sentence; none of one that has events whose words none of them tells."""
    scene = Scene(reading, Actors(reading), found)
    sentences = list(sentences_at(place, reading))
    terms = frozenset[str]().union(*map(terms_in, sentences))
    told = [(event["type"], trigger_of(place, reading, event)) for event in place.row["events"]]
    examples = []
    for sentence in sentences:
        around = dict.fromkeys(scene.around(sentence), 1.0)
        words = dict.fromkeys(words_in(sentence), WORDS)
        for draft in (d for d in drafts_in(sentence) if place.start <= d.head.start < place.end):
            types = tuple(type_ for type_, places in told if draft.head.i in places)
            head = dict.fromkeys(draft.marks, 1.0)
            seen = around | words | head | dict.fromkeys(scene_marks(draft, scene), 1.0)
            examples.append(Example(place.row["id"], terms, types, around | words | head, seen, words | head))
    return iter(examples if not told or any(e.types for e in examples) else ())


def sentences_at(place: Placed, reading: Reading) -> Iterator[Any]:
    """The sentences of the reading that share words with the row's."""
    return (s for s in reading.sentences if s.start < place.end and s.end > place.start)


def trigger_of(place: Placed, reading: Reading, event: Mapping[str, Any]) -> frozenset[int]:
    """The numbers of the words that tell an event by its label."""
    words = re.escape(" ".join((event["trigger"] or "").split())).replace(r"\ ", r"\s+")
    found = re.search(words, reading.document.text[place.start : place.end]) if words else None
    if found is None:
        return frozenset()
    start, end = place.start + found.start(), place.start + found.end()
    return frozenset(t.i for t in reading.tokens if t.start < end and t.end > start)


@dataclass(frozen=True)
class Model:
    """A fitted regression with the names of its columns."""

    names: DictVectorizer
    regression: LogisticRegression
    vectors: Vectors | None

    def likelihoods(self, seen: Sequence[Mapping[str, float]]) -> Any:
        """One row of likelihoods for each example."""
        table = self.names.transform(seen)
        return self.regression.predict_proba(hstack([table, self.vectors.rows(seen)]) if self.vectors else table)

    def weights(self) -> dict[str, float]:
        """The weight of each feature, for a model of two classes; what vectors add is in those of words."""
        named = self.names.get_feature_names_out()
        coefficients = self.regression.coef_[0]
        sums = dict(zip(named, map(float, coefficients[: len(named)]), strict=True))
        sums["always"] += float(self.regression.intercept_[0])
        for name, weight in self.vectors.weights(coefficients[len(named) :]) if self.vectors else ():
            if name in sums or abs(weight) >= FAINT_BY_VECTOR:
                sums[name] = sums.get(name, 0.0) + weight
        return sums


class Vectors:
    """The principal components of words that have a vector, as far as they are common or stand in the examples."""

    def __init__(self, examples: Sequence[Example]) -> None:
        nlp = load_model(Settings().model)
        told = {place_of(name)[1] for e in examples for name in e.seen} | set(weights("commonness")["shares"])
        words = sorted(word for word in told if word and word.isalpha() and nlp.vocab.has_vector(word))
        table = np.array([nlp.vocab[word].vector for word in words])
        table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
        found = PCA(PARTS, svd_solver="full").fit_transform(table)
        self.of_word = dict(zip(words, found / found.std(), strict=True))

    def rows(self, seen: Sequence[Mapping[str, float]]) -> csr_matrix:
        """For each example the components of its words, place by place."""
        rows = np.zeros((len(seen), len(PLACES), PARTS))
        for row, features in zip(rows, seen, strict=True):
            for name, size in features.items():
                place, word = place_of(name)
                if word in self.of_word:
                    row[place] += size * NEARNESS[place] * self.of_word[word]
        return csr_matrix(rows.reshape(len(seen), -1))

    def weights(self, coefficients: Any) -> Iterator[tuple[str, float]]:
        """What the vector of each word adds to the weight of each feature that names it."""
        for prefixes, near, row in zip(PLACES, NEARNESS, coefficients.reshape(len(PLACES), PARTS), strict=True):
            for word, parts in self.of_word.items():
                yield from ((prefix + word, near * float(parts @ row)) for prefix in prefixes)


def place_of(feature: str) -> tuple[int, str]:
    """Where the feature names a word, and which; "" for one that names none."""
    for n, prefixes in enumerate(PLACES):
        for prefix in prefixes:
            if feature.startswith(prefix):
                return n, feature[len(prefix) :]
    return 0, ""


def fit(
    seen: Sequence[Mapping[str, float]],
    right: Sequence[Any],
    prior: Prior,
    *,
    weighed: Any = None,
    vectors: Vectors | None = None,
) -> Model:
    """A logistic regression on named features that stand in at least so many examples, `weighed` one by one."""
    counts = Counter(name for found in seen for name in found)
    names = DictVectorizer()
    table: csr_matrix = names.fit_transform(
        [{n: x for n, x in found.items() if counts[n] >= prior.least} for found in seen]
    )
    if vectors is not None:
        table = hstack([table, vectors.rows(seen)]).tocsr()
    return Model(
        names, LogisticRegression(C=prior.strength, max_iter=500).fit(table, right, sample_weight=weighed), vectors
    )


def fit_any(examples: Sequence[Example], vectors: Vectors) -> Model:
    """Whether a draft tells an act."""
    return fit([e.seen for e in examples], [bool(e.types) for e in examples], ANY_ACT, vectors=vectors)


def fit_types(sampled: Sequence[Example], written: Sequence[Example]) -> Model:
    """Which type it tells; written sentences are more even than texts are, and count less."""
    told = [*(e for e in sampled if e.types), *written]
    weighed = [1.0] * (len(told) - len(written)) + [WRITTEN] * len(written)
    return fit([e.told for e in told], [e.types[0] for e in told], TYPES, weighed=weighed)


class Terms:
    """A logistic regression on the terms of sentences: rarer ones are bound less, long sentences weigh no more."""

    def __init__(self, sentences: Mapping[str, Sentence]) -> None:
        self.names = CountVectorizer(analyzer=list, binary=True, min_df=LEAST_TERMS)
        table = self.names.fit_transform([s.terms for s in sentences.values()])
        rarity = np.log(len(sentences) / np.asarray(table.sum(axis=0))[0])
        self.rarity = rarity / rarity.mean()
        right = [s.told for s in sentences.values()]
        self.regression = LogisticRegression(C=BY_TERMS, solver="liblinear").fit(self._sized(sentences, table), right)

    def _sized(self, sentences: Mapping[str, Sentence], table: Any) -> Any:
        return diags([(len(s.terms) + SPREAD) ** -0.5 for s in sentences.values()]) @ table @ diags(self.rarity)

    def sums(self, sentences: Mapping[str, Sentence]) -> Any:
        """What the terms of each sentence add up to."""
        table = self.names.transform([s.terms for s in sentences.values()])
        return self.regression.decision_function(self._sized(sentences, table))

    def weights(self) -> dict[str, float]:
        """The weight of each term, and of `always`."""
        sized = self.regression.coef_[0] * self.rarity
        told = zip(self.names.get_feature_names_out(), sized, strict=True)
        found = {term: round(float(x), 2) for term, x in told if abs(x) >= FAINT_TERM}
        return found | {"always": round(float(self.regression.intercept_[0]), 3)}


class Sentence(NamedTuple):
    """The terms of a sentence, and whether it tells any act."""

    terms: frozenset[str]
    told: bool


def sentences_of(examples: Sequence[Example]) -> dict[str, Sentence]:
    """The sentences of these drafts by name, in their order."""
    found: dict[str, Sentence] = {}
    for e in examples:
        told = bool(e.types) or (e.sentence in found and found[e.sentence].told)
        found[e.sentence] = Sentence(e.terms, told)
    return found


def measure(examples: Examples) -> Looked:
    """Cross-validate over sampled sentences: whether a draft, and a sentence, tells an act; and which type."""
    sampled, further, written = examples
    right, vectors = np.array([bool(e.types) for e in sampled]), Vectors([*sampled, *further])
    held, typed = np.zeros(len(sampled)), [""] * len(sampled)
    sums: dict[str, float] = {}
    for train, test in GroupKFold(FOLDS).split(sampled, groups=[e.sentence for e in sampled]):
        inside, outside = [*further, *(sampled[i] for i in train)], [sampled[i] for i in test]
        held[test] = fit_any(inside, vectors).likelihoods([e.seen for e in outside])[:, 1]
        types = fit_types(inside, written)
        for i, row in zip(test, types.likelihoods([e.told for e in outside]), strict=True):
            typed[i] = str(types.regression.classes_[row.argmax()])
        asked = sentences_of(outside)
        sums |= dict(zip(asked, map(float, Terms(sentences_of(inside)).sums(asked)), strict=True))
    told = [i for i, e in enumerate(sampled) if e.types]
    print(f"{len(sums)} sentences, {len(sampled)} drafts, {right.sum()} tell an act")
    print(f"  drafts: average precision {average_precision_score(right, held):.3f}")
    print(f"  types: {100 * sum(typed[i] in sampled[i].types for i in told) / len(told):.1f} % of {len(told)} right")
    return together(sampled, held, sums)


def together(sampled: Sequence[Example], held: Iterable[float], sums: Mapping[str, float]) -> Looked:
    """Weigh the likelihoods of drafts, held out, against the sums of terms; tell what is found at which likelihood."""
    asked, none = sentences_of(sampled), dict.fromkeys(sums, 1.0)
    for e, likelihood in zip(sampled, held, strict=True):
        none[e.sentence] *= 1 - likelihood
    seen = np.array([(odds_of(1 - none[name]), sums[name]) for name in asked])
    right = np.array([s.told for s in asked.values()])
    model = LogisticRegression(C=1e3).fit(seen, right)
    found = model.predict_proba(seen)[:, 1]
    for name, likely in (("drafts", seen[:, 0]), ("terms", seen[:, 1]), ("together", found)):
        print(f"  sentences, {name}: average precision {average_precision_score(right, likely):.3f}")
    for least in (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        hits = (found >= least) & right
        print(f"  at {least}: P {hits.sum() / max(1, (found >= least).sum()):.3f} R {hits.sum() / right.sum():.3f}")
    looks = float(np.quantile(seen[right, 1], OVERLOOKED))
    print(f"  not looked at: {100 * (seen[:, 1] < looks).mean():.0f} %")
    return Looked(looks, (float(model.intercept_[0]), *map(float, model.coef_[0])))


def weights_of(examples: Examples, looked: Looked) -> dict[str, Any]:
    """The weights as they ship."""
    drafts = [*examples.sampled, *examples.further]
    sums, types = fit_any(drafts, Vectors(drafts)).weights(), fit_types(drafts, examples.written)
    right = [sum(sums.get(name, 0.0) * size for name, size in e.opening.items()) for e in drafts if e.types]
    rows = dict(zip(types.names.get_feature_names_out(), types.regression.coef_.T, strict=True))
    rows["always"] = rows["always"] + types.regression.intercept_
    return {
        "source": "training/events; self-written and public-domain and CC BY sentences, labels of this project",
        "updated": "2026-11-30",
        "opens": round(float(np.quantile(right, LOST)), 2),
        "looks": round(looked.looks, 2),
        "together": [round(x, 3) for x in looked.together],
        "of_terms": Terms(sentences_of(drafts)).weights(),
        "any_act": {name: round(x, 3) for name, x in sums.items() if abs(x) >= FAINT / 2},
        "classes": [str(c) for c in types.regression.classes_],
        "of_types": {n: [round(float(x), 2) for x in row] for n, row in rows.items() if abs(row).max() >= FAINT},
    }


if __name__ == "__main__":
    sys.exit(main())
