"""What a small fine-tuned language model reads in a sentence whose source and target are marked.

The model is all-MiniLM-L6-v2 with three heads, quantised to eight bits; how it was trained: `training/events/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.errors import ModelError
from detente.extract.event_pair import Actor, Pair
from detente.ontology.lexicon import DATA, weights

MARKS = ("[unused1]", "[unused2]", "[unused3]", "[unused4]")
"""Before and after the source, before and after the target: entries that the vocabulary keeps for such use."""
LONGEST = 128
"""How many word pieces of a sentence are read."""


@dataclass(frozen=True)
class Heard:
    """The likelihood of each type, of each status, and of each mode given its type; each adds up to 1."""

    types: Mapping[str, float]
    statuses: Mapping[str, float]
    modes: Mapping[tuple[str, str], float]

    def mode(self, type_: str) -> str | None:
        """The likeliest mode of a type; None where the codebook has none for it."""
        own = {mode: share for (of, mode), share in self.modes.items() if of == type_}
        return max(own, key=lambda mode: own[mode]) if own else None


class Encoder:
    """The model, ready to run on one core."""

    def __init__(self, session: Any, tokenizer: Any) -> None:
        self._session, self._tokenizer = session, tokenizer
        self._classes = weights("events_encoder")

    def hear(self, pair: Pair) -> Heard:
        """Read the sentence of a pair."""
        pieces = self._tokenizer.encode(marked(pair)).ids
        fed = {"pieces": np.array([pieces]), "mask": np.ones((1, len(pieces)), dtype=np.int64)}
        types, statuses, modes = (shares(sums[0].astype(np.float64)) for sums in self._session.run(None, fed))
        return Heard(
            dict(zip(self._classes["types"], types.tolist(), strict=True)),
            dict(zip(self._classes["statuses"], statuses.tolist(), strict=True)),
            {(m[0], m[1]): share for m, share in zip(self._classes["modes"], modes.tolist(), strict=True)},
        )


def shares(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """The likelihood of each class from what speaks for it."""
    powers: NDArray[np.float64] = np.exp(sums - sums.max())
    likelihoods: NDArray[np.float64] = powers / powers.sum()
    return likelihoods


def marked(pair: Pair) -> str:
    """The sentence on one line with its source and target between marks; of two that overlap, only the source."""
    text = pair.reading.document.text
    places = [(actor, marks) for actor, marks in zip((pair.source, pair.target), (MARKS[:2], MARKS[2:]), strict=True)]
    if pair.source and pair.target and pair.source.start < pair.target.end and pair.target.start < pair.source.end:
        places = places[:1]
    for actor, (opens, closes) in sorted(places, key=lambda place: place[0].start if place[0] else -1, reverse=True):
        if actor is not None:
            start, end = _letters(actor)
            text = f"{text[:start]}{opens} {text[start:end]} {closes}{text[end:]}"
    return " ".join(text.split())


def _letters(actor: Actor) -> tuple[int, int]:
    return actor.tokens[0].start, actor.tokens[-1].end


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """Load the shipped model once; ModelError where what runs it is not installed."""
    try:
        import onnxruntime  # noqa: PLC0415 - an extra: only tables of events need it
    except ImportError:
        message = "coding a table of events needs onnxruntime and tokenizers: install detente[events]"
        raise ModelError(message) from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = DATA.joinpath("english", "events_encoder.onnx").read_bytes()
    return Encoder(onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"]), tokenizer())


def tokenizer() -> Any:
    """How the model cuts a text into word pieces."""
    from tokenizers import BertWordPieceTokenizer  # noqa: PLC0415 - as above

    words = DATA.joinpath("english", "events_vocabulary.txt").read_text(encoding="utf-8").splitlines()
    made = BertWordPieceTokenizer({word: n for n, word in enumerate(words)}, lowercase=True)
    made.add_special_tokens(list(MARKS))
    made.enable_truncation(LONGEST)
    return made
