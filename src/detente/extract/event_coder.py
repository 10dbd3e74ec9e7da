"""Which PLOVER type the act of a source on a target is, and how far it stands as done: two trained models together.

A linear model sees what is named of the syntax, an encoder reads the words; how both were made: `training/events/` in
the repository.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.extract.event_encoder import Heard, encoder, shares
from detente.extract.event_features import ROLES, features, players
from detente.extract.event_pair import Pair
from detente.extract.event_status import status_features
from detente.extract.event_words import types_of
from detente.ontology.lexicon import weights
from detente.ontology.plover import QUADS, SCALE, intensity
from detente.text.reading import Token

Numbers = NDArray[np.float64]
VectorOf = Callable[[str], Numbers]
"""Gives the vector of a lemma, 300 numbers; zeros where it has none."""
SYNTAX = 1 / 3
"""How much the linear model counts beside the encoder, in the logarithm of the likelihoods."""
UNSEEN = 0.5
"""What is left of the confidence for each actor that does not stand in the sentence."""


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """The act of a source on a target: its type with the likelihood of each, and what follows from the type.

    `mode` is None where the codebook has none for the type; `trigger` are the words that tell the act, None where
    nothing in the sentence does; `quad` counts from 1 to 4 as `ontology/plover.py` has it; `intensity` is on the scale
    `scale`; `confidence` is between 0 and 1.
    """

    type: str
    mode: str | None
    status: str
    confidence: float
    likelihoods: Mapping[str, float]
    trigger: str | None = None
    scale: str = SCALE

    @property
    def quad(self) -> int:
        """The quad of its type."""
        return QUADS[self.type]

    @property
    def intensity(self) -> float:
        """The intensity of its type."""
        return intensity(self.type, scale=self.scale)


@dataclass(frozen=True)
class Weights:
    """A multinomial logistic model: per feature one weight for each of its classes."""

    classes: tuple[str, ...]
    rows: Mapping[str, Numbers]

    def sums(self, found: Mapping[str, float]) -> Numbers:
        """What the features add for each class."""
        known = [(size, row) for name, size in found.items() if (row := self.rows.get(name)) is not None]
        return np.sum([size * row for size, row in known], axis=0) if known else np.zeros(len(self.classes))


@dataclass(frozen=True)
class Dense:
    """Word vectors reduced to their principal components, and per role and component one weight for each class."""

    mean: Numbers
    components: Numbers
    roles: Numbers

    def reduced(self, vector: Numbers) -> Numbers:
        """The components of a word's vector, scaled to length one first; zeros for a word that has none."""
        length = float(np.linalg.norm(vector))
        return self.components @ (vector / length - self.mean) if length else np.zeros(len(self.components))


class Coder:
    """Codes pairs of actors; keeps the reduced vectors of the words that it met."""

    def __init__(self, vector_of: VectorOf) -> None:
        self._vector_of = vector_of
        self._types, self._dense, self._statuses = shipped()
        self._reduced: dict[str, Numbers] = {}

    def code(self, pair: Pair) -> CodedEvent:
        """The most likely type, mode and status of the act of the source on the target."""
        heard = encoder().hear(pair)
        likelihoods = pooled(self._seen(pair), heard.types)
        best = likeliest(likelihoods)
        missing = [pair.source, pair.target].count(None)
        return CodedEvent(
            type=best,
            mode=heard.mode(best),
            status=self._status(pair, best, heard),
            confidence=round(likelihoods[best] * UNSEEN**missing, 3),
            likelihoods=likelihoods,
            trigger=trigger_of(pair, best),
        )

    def _seen(self, pair: Pair) -> dict[str, float]:
        """The likelihood of each type by the linear model."""
        sums = self._types.sums(features(pair))
        for place, role in enumerate(players(pair).values()):
            if role:
                sums = sums + np.mean([self._of(t.lemma) for t in role], axis=0) @ self._dense.roles[place]
        return dict(zip(self._types.classes, shares(sums).tolist(), strict=True))

    def _of(self, lemma: str) -> Numbers:
        if lemma not in self._reduced:
            self._reduced[lemma] = self._dense.reduced(self._vector_of(lemma))
        return self._reduced[lemma]

    def _status(self, pair: Pair, type_: str, heard: Heard) -> str:
        seen = shares(self._statuses.sums(status_features(pair, type_)))
        return likeliest(pooled(dict(zip(self._statuses.classes, seen.tolist(), strict=True)), heard.statuses))


def pooled(seen: Mapping[str, float], heard: Mapping[str, float]) -> dict[str, float]:
    """Two opinions in one: the logarithms of their likelihoods added by their shares."""
    names = list(heard)
    logs = [SYNTAX * log(seen[n] + TINY) + (1 - SYNTAX) * log(heard[n] + TINY) for n in names]
    return dict(zip(names, shares(np.array(logs)).tolist(), strict=True))


TINY = 1e-9


def likeliest(likelihoods: Mapping[str, float]) -> str:
    """The class with the highest likelihood."""
    return max(likelihoods, key=lambda name: likelihoods[name])


@lru_cache(maxsize=1)
def shipped() -> tuple[Weights, Dense, Weights]:
    """Read the shipped weights once: those of types, of vectors and of statuses."""
    raw: Mapping[str, Any] = weights("events")
    dense = raw["vectors"]
    roles = np.array([dense["roles"][role] for role in ROLES])
    return (
        _weights(raw["types"]),
        Dense(np.array(dense["mean"]), np.array(dense["components"]), roles),
        _weights(raw["statuses"]),
    )


def _weights(raw: Mapping[str, Any]) -> Weights:
    return Weights(tuple(raw["classes"]), {name: np.array(row) for name, row in raw["weights"].items()})


def trigger_of(pair: Pair, type_: str) -> str | None:
    """The words that tell an act of this type: a verb with its particle and object, or a noun."""
    tokens = [t for role in list(players(pair).values())[:5] for t in role]
    listed = sorted(tokens, key=lambda t: -types_of(t).get(type_, 0))
    if not listed:
        return None
    parts = [listed[0], *(c for c in listed[0].children if c.dep in {"prt", "neg"})]
    return " ".join(t.text for t in sorted(parts, key=_place))


def _place(token: Token) -> int:
    return token.i
