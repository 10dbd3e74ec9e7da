"""Train the judge of commitments and write its weights; one command, nothing random.

    PYTHONPATH=training python training/commitments/train_commitments.py --gold DIR [-o FILE]

DIR holds texts/, dossiers/ and index.json like every set of gold dossiers. Without `-o` nothing is written: the command
then only measures, by cross-validation over documents.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from annotated import documents_of, pairs_matched, read_layers, tokens_at, tokens_in
from linear import fit_named
from sklearn.model_selection import GroupKFold

from detente.extract.commitment_drafts import WIDE, Draft
from detente.extract.commitment_judge import first_features, opening_features, second_features
from detente.extract.commitments import LEAST, LEAST_RULED, drafts_in, same_words, sentences_asked
from detente.extract.logistic import added
from detente.extract.scene import Scene
from detente.model.findings import Engagement, Statement
from detente.model.span import Span
from detente.text.chain import Found
from detente.text.reading import Reading

FOLDS = 6
MATCH = 0.3
"""How much of the words (Jaccard) a draft must share with an annotated commitment to hit it, as the scorer has it."""
SHARE = 0.75
"""How well a draft must match a commitment to be right, by the best draft's measure."""
STRENGTH = 0.05
"""Inverse of the regularisation; chosen by cross-validation."""
SEEN = 2
"""In how many drafts a feature must stand to be given a weight."""
LEXICAL = ("amod", "compound", "deed", "dobj", "inside", "nsubj", "subject", "tells", "thing", "under", "word")
"""Features that mostly name single words, which count less than the others, so that classes of words are preferred."""
LESS = 0.6
FAINT = 0.004
"""A feature whose weight is below this is left out."""
LOST = {"opens": 0.1, "least": 0.2}
"""The shares of the right wide drafts, of those that would be told, that may fall to the first, cheap questions."""
EARLIER = ("statements", "engagements")


@dataclass(frozen=True)
class Example:
    """One draft: the number of its document, how well it matches each commitment, and its features.

    `right` where it is among the best tellings of a commitment of the gold. The first `heading` features are those of
    the head, the first `clausal` those of head and clause.
    """

    document: int
    draft: Draft
    words: Span
    matches: tuple[float, ...]
    right: bool
    names: tuple[str, ...]
    heading: int
    clausal: int


def main() -> int:
    """Measure, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("-o", "--out", type=Path)
    arguments = parser.parse_args()
    gold, examples = read_examples(arguments.gold)
    right = sum(e.right for e in examples)
    print(f"{len(gold)} documents, {sum(gold)} commitments, {len(examples)} drafts, {right} right")
    limits = measure(examples, gold)
    if arguments.out:
        shipped = weights_of(fitted(examples), limits)
        text = json.dumps(shipped, ensure_ascii=False, sort_keys=True, indent=0)
        arguments.out.write_text(text + "\n", encoding="utf-8")
    return 0


def read_examples(folder: Path) -> tuple[list[int], list[Example]]:
    """How many commitments each document has, and all drafts of all documents."""
    gold: list[int] = []
    examples: list[Example] = []
    for number, (document, dossier) in enumerate(documents_of(folder)):
        commitments = dossier.get("commitments") or []
        examples += _examples(number, *read_layers(document, EARLIER), commitments)
        gold.append(len(commitments))
    return gold, examples


def _examples(
    number: int, reading: Reading, found: Found, commitments: Sequence[Mapping[str, Any]]
) -> Iterator[Example]:
    scene = Scene(reading, found.of(Statement), found.of(Engagement))
    gold = [(tokens_at(reading, c["evidence"]), set(c["by"])) for c in commitments]
    drafts = [told for sentence in sentences_asked(scene) for _, told in drafts_in(scene, sentence)]
    matches = [_matches(tokens_in(reading, *t.extent), set(t.undertaking.by), gold) for t in drafts]
    best = [max((row[n] for row in matches), default=0.0) for n in range(len(gold))]
    for told, row in zip(drafts, matches, strict=True):
        right = any(m >= max(MATCH, SHARE * top) for m, top in zip(row, best, strict=True))
        draft = told.draft
        heading = dict.fromkeys(opening_features(draft))
        clausal = {**heading, **dict.fromkeys(first_features(draft))}
        names = tuple({**clausal, **dict.fromkeys(second_features(told, scene))})
        yield Example(number, draft, reading.span(*told.extent), row, right, names, len(heading), len(clausal))


def _matches(words: frozenset[int], by: set[str], gold: Sequence[tuple[frozenset[int], set[str]]]) -> tuple[float, ...]:
    return tuple(len(words & told) / max(1, len(words | told)) if by & doers else 0.0 for told, doers in gold)


def fit(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> dict[str, float]:
    """The weight of each feature."""
    return fit_named(rows, right, STRENGTH, SEEN, _count)


def _count(name: str) -> float:
    """What a feature counts where it holds."""
    return LESS if name.partition("=")[0] in LEXICAL else 1.0


def fitted(examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """The model over all features, and over wide drafts those of the head and of head and clause alone."""
    wide = [e for e in examples if e.draft.rule == WIDE]
    right = [e.right for e in wide]
    return {
        "weights": fit([e.names for e in examples], [e.right for e in examples]),
        "opening": fit([e.names[: e.heading] for e in wide], right),
        "clause": fit([e.names[: e.clausal] for e in wide], right),
    }


def measure(examples: Sequence[Example], gold: Sequence[int]) -> dict[str, float]:
    """Cross-validate over documents, scored as the bench does; the limits of the two small models."""
    held = np.zeros((3, len(examples)))
    for train, test in GroupKFold(FOLDS).split(examples, groups=[e.document for e in examples]):
        models = fitted([examples[i] for i in train])
        for i in test:
            e = examples[i]
            asked = (e.names, e.names[: e.heading], e.names[: e.clausal])
            held[:, i] = [added(model, names) for model, names in zip(models.values(), asked, strict=True)]
    likelihood = 1 / (1 + np.exp(-held[0]))
    wide = np.array([e.draft.rule == WIDE for e in examples])
    told = wide & (likelihood >= LEAST) & np.array([e.right for e in examples])
    limits = {name: round(float(np.quantile(held[n][told], lost)), 3) for n, (name, lost) in enumerate(LOST.items(), 1)}
    passed = ~wide | ((held[1] >= limits["opens"]) & (held[2] >= limits["least"]))
    print(f"{(passed & wide).sum()} of {wide.sum()} wide drafts pass {limits}")
    for least in (LEAST, 0.2, 0.25, 0.35, 0.4):
        for ruled in (LEAST_RULED, 0.1, 0.2):
            kept = np.where(passed & (likelihood >= np.where(wide, least, ruled)), likelihood, 0.0)
            hits, count = _hits(examples, kept)
            precision, recall, f1 = hits / max(1, count), hits / sum(gold), 2 * hits / (count + sum(gold))
            print(f"  wide {least}, ruled {ruled}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    return limits


def _hits(examples: Sequence[Example], likelihood: Any) -> tuple[int, int]:
    """How many of the told commitments are right, and how many are told."""
    kept: dict[int, list[Example]] = {}
    for n in np.argsort(-likelihood, kind="stable"):
        mine = kept.setdefault(examples[n].document, [])
        if likelihood[n] > 0 and not any(same_words(examples[n].words, e.words) for e in mine):
            mine.append(examples[n])
    return sum(pairs_matched([e.matches for e in mine], MATCH) for mine in kept.values()), sum(map(len, kept.values()))


def weights_of(models: Mapping[str, Mapping[str, float]], limits: Mapping[str, float]) -> dict[str, Any]:
    """The weights as they ship."""
    return {
        "source": "training/commitments; public-domain and self-written texts, annotations of this project",
        "updated": "2026-11-29",
        **limits,
        **{key: {n: round(x, 3) for n, x in model.items() if abs(x) >= FAINT} for key, model in models.items()},
    }


if __name__ == "__main__":
    sys.exit(main())
