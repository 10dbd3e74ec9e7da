"""Train the judge of engagements and write its weights; one command, nothing random.

    PYTHONPATH=training python training/engagements/train_engagements.py --gold DIR [-o FILE]

DIR holds texts/, dossiers/ and index.json like every set of gold dossiers. Without `-o` nothing is written: the command
then only measures, by cross-validation over documents.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from annotated import Gold, characters_at, documents_of, is_near
from linear import fit_named
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from detente.extract.engagement_choice import LEAST, LEAST_OFFICIAL, least_for, surely_told, told_twice
from detente.extract.engagement_drafts import all_drafts
from detente.extract.engagement_gathering import Gathering
from detente.extract.engagement_judge import Judge, Scene, features, opening_features
from detente.extract.engagement_merge import Contact, merged
from detente.extract.logistic import added
from detente.model.document import Document
from detente.pipeline import prepared
from detente.reading.dateline import dated
from detente.resolve.issuer import with_issuer
from detente.settings import Settings

FOLDS = 10
STRENGTH = 0.05
"""Inverse of the regularisation; chosen by cross-validation."""
SEEN = 2
"""In how many drafts a feature must stand to be given a weight."""
LOST = 0.03
"""The share of the right drafts, of those that would be told, that may fall to the opening question."""
ALIKE = 0.5
"""How much of their participants (Jaccard) two contacts must share, where both name any."""


@dataclass(frozen=True)
class Example:
    """One draft of a document, with its features and the annotated contacts that it may be."""

    contact: Contact
    names: tuple[str, ...]
    opening: frozenset[str]
    meets: frozenset[int]


@dataclass(frozen=True)
class Read:
    """A document: how many contacts are annotated, how many the rules tell, which of them are right, its drafts."""

    official: bool
    gold: int
    told: int
    right: frozenset[int]
    examples: tuple[Example, ...]
    least: float


def main() -> int:
    """Measure, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("-o", "--out", type=Path)
    arguments = parser.parse_args()
    documents = list(read_documents(arguments.gold))
    opens = measure(documents)
    if arguments.out:
        examples = [e for d in documents for e in d.examples]
        content = {
            "source": "training/engagements; public-domain and self-written texts, annotations of this project",
            "updated": "2026-11-30",
            "opens": opens,
            "opening": fit_opening(examples),
            "told": fit(examples),
        }
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace(',"', ',\n"')
        arguments.out.write_text(text + "\n", encoding="utf-8")
    return 0


def read_documents(folder: Path) -> Iterator[Read]:
    """Each document with what the rules tell of it and what they leave open."""
    for document, dossier in documents_of(folder):
        yield _read(with_issuer(dated(document)), dossier.get("engagements") or [])


def _read(document: Document, gold: Sequence[Gold]) -> Read:
    gathering = Gathering(prepared(document, Settings()))
    known = [c for c in merged(gathering.gather()) if c.tellings]
    words = [characters_at(document.text, g["evidence"]) for g in gold]
    right = _one_to_one([_met(c, gold, words) for c in known])
    scene = Scene(gathering.reading, gathering.roster.actors, known)
    examples = [
        Example(
            draft.contact,
            tuple(sorted(set(features(draft, scene)))),
            frozenset(opening_features(draft.cue, wide=draft.wide)),
            _met(surely_told(draft.contact, gathering.roster), gold, words) - right,
        )
        for draft in all_drafts(gathering, known, Judge({}).may_tell)
    ]
    official = bool(document.account_of)
    return Read(official, len(gold), len(known), right, tuple(examples), least_for(document))


def _met(contact: Contact, gold: Sequence[Gold], words: Sequence[frozenset[int]]) -> frozenset[int]:
    """The annotated contacts that it may be, as the scorer has it."""
    mine = frozenset(n for s in contact.evidence() for n in range(s.start, s.end) if not s.text[n - s.start].isspace())
    return frozenset(
        n
        for n, (one, theirs) in enumerate(zip(gold, words, strict=True))
        if _fits(contact, one) and is_near(mine, theirs)
    )


def _fits(contact: Contact, one: Gold) -> bool:
    day, told = contact.setting.when.day if contact.setting.when else None, one.get("date")
    if (contact.kind == "visit") != (one["kind"] == "visit"):
        return False
    if day and told and not day.startswith(told) and not told.startswith(day):
        return False
    names, theirs = [p.name for p in contact.sides.parties], one.get("participants") or []
    if not names or not theirs:
        return bool(set(contact.states) & set(one.get("states") or []))
    shared = len(_matched(names, theirs))
    return shared / (len(names) + len(theirs) - shared) >= ALIKE


def _matched(names: Sequence[str], theirs: Sequence[str]) -> set[int]:
    """Which of the annotated participants are named: with all words of a name, or half of a description's."""
    found: set[int] = set()
    for name in names:
        words = set(re.findall(r"\w+", name.casefold()))
        for n, other in enumerate(theirs):
            wanted = set(re.findall(r"\w+", other.casefold()))
            if n not in found and (wanted <= words or len(words & wanted) >= len(words | wanted) / 2):
                found.add(n)
                break
    return found


def _one_to_one(meets: Sequence[Collection[int]]) -> frozenset[int]:
    """The annotated contacts that are told, each by one contact only."""
    taken: set[int] = set()
    for found in meets:
        taken |= set(sorted(set(found) - taken)[:1])
    return frozenset(taken)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each feature."""
    return _rounded(fit_named([e.names for e in examples], [bool(e.meets) for e in examples], STRENGTH, SEEN))


def fit_opening(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each feature of the word that may tell a contact, by these alone."""
    rows = [tuple(sorted(e.opening)) for e in examples]
    return _rounded(fit_named(rows, [bool(e.meets) for e in examples], STRENGTH, SEEN))


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: round(weight, 3) for name, weight in weights.items() if round(weight, 3)}


def predict(weights: Mapping[str, float], examples: Sequence[Example]) -> Any:
    """The likelihood of each example."""
    return 1 / (1 + np.exp(-np.array([sum(weights.get(n, 0.0) for n in e.names) for e in examples])))


def measure(documents: Sequence[Read]) -> float:
    """Cross-validate over documents, with what the rules tell; what the opening of a draft must add up to."""
    held: list[Any] = [None] * len(documents)
    opened: list[Any] = [None] * len(documents)
    for train, test in GroupKFold(FOLDS).split(documents, groups=range(len(documents))):
        examples = [e for n in train for e in documents[n].examples]
        weights, opening = fit(examples), fit_opening(examples)
        for n in test:
            held[n] = predict(weights, documents[n].examples)
            opened[n] = np.array([added(opening, e.opening) for e in documents[n].examples])
    right = [bool(e.meets) for d in documents for e in d.examples]
    print(f"{len(documents)} documents, {len(right)} drafts, {sum(right)} right")
    print(f"average precision {average_precision_score(right, np.concatenate(held)):.3f}")
    limits = np.concatenate([np.full(len(d.examples), d.least) for d in documents])
    sure = (np.concatenate(held) >= limits) & np.array(right)
    opens = round(float(np.quantile(np.concatenate(opened)[sure], LOST)), 3)
    print(f"{(np.concatenate(opened) >= opens).sum()} drafts open from {opens} on")
    held = [np.where(sums >= opens, p, 0.0) for p, sums in zip(held, opened, strict=True)]
    for official in (False, True):
        mine = [(d, p) for d, p in zip(documents, held, strict=True) if d.official == official]
        gold = sum(d.gold for d, _ in mine)
        for least in (1.0, 0.3, LEAST, 0.4, 0.45, LEAST_OFFICIAL):
            pairs = [_counted(replace(d, least=least), p) for d, p in mine]
            hits, told = (sum(column) for column in zip(*pairs, strict=True))
            figures = f"P {hits / told:.3f} R {hits / gold:.3f} F1 {2 * hits / (told + gold):.3f}"
            print(f"  {'official' if official else 'press'} at {least}: {figures}")
    return opens


def _counted(document: Read, likelihood: Any) -> tuple[int, int]:
    """How many contacts are right, and how many are told."""
    kept: list[Example] = []
    for n in np.argsort(-likelihood, kind="stable"):
        example = document.examples[n]
        if likelihood[n] >= document.least and not any(told_twice(example.contact, k.contact) for k in kept):
            kept.append(example)
    return len(document.right) + len(_one_to_one([e.meets for e in kept])), document.told + len(kept)


if __name__ == "__main__":
    sys.exit(main())
