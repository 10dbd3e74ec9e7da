"""How likely a draft tells a political act, and of which type: a small trained linear model over what the rules saw.

The weights and how they were made: `training/events/` in the repository. Features of the sentence, of the draft's head
and of its surroundings each add a weight to the sum for "any act"; where that is enough, features of the head and the
words of the sentence add one for each type.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from detente.extract.event_drafts import Draft
from detente.extract.event_marks import head_marks, scene_marks, words_in
from detente.extract.event_scene import Scene
from detente.extract.logistic import added, likelihood_of
from detente.model.findings import EventType
from detente.ontology.lexicon import weights
from detente.text.reading import Sentence

WORDS = 0.5
"""How much each word of a sentence counts, beside the features of a draft."""


@dataclass(frozen=True)
class Judge:
    """Weights of features: `any_act` of an act at all, `of_words` of words of the sentence, `of_types` per class.

    What sentence and head add up to must reach `opens` before the surroundings are asked.
    """

    any_act: Mapping[str, float]
    of_types: Mapping[str, Sequence[float]]
    classes: tuple[EventType, ...]
    opens: float = -math.inf

    def of_sentence(self, sentence: Sentence, scene: Scene) -> float:
        """What a sentence adds for each of its drafts."""
        words = WORDS * added(self.any_act, words_in(sentence))
        return words + added(self.any_act, set(scene.around(sentence)))

    def likelihood(self, draft: Draft, scene: Scene, base: float) -> float:
        """The probability that the draft tells an act; `base` is what its sentence adds."""
        total = base + added(self.any_act, set(head_marks(draft)))
        if total < self.opens:
            return 0.0
        return likelihood_of(total + added(self.any_act, set(scene_marks(draft, scene))))

    def types(self, draft: Draft, words: Iterable[str]) -> dict[EventType, float]:
        """The likelihood of each type, given that it is an act; `words` are the features of its sentence's words."""
        sums = [0.0] * len(self.classes)
        for size, names in ((1.0, set(head_marks(draft))), (WORDS, words)):
            for row in (row for name in names if (row := self.of_types.get(name)) is not None):
                sums = [total + size * weight for total, weight in zip(sums, row, strict=True)]
        top = max(sums)
        shares = [math.exp(total - top) for total in sums]
        return {name: share / sum(shares) for name, share in zip(self.classes, shares, strict=True)}


@lru_cache(maxsize=1)
def judge() -> Judge:
    """Read the shipped weights once."""
    raw: Mapping[str, Any] = weights("event_finding")
    classes = tuple(cast(EventType, name) for name in raw["classes"])
    return Judge(raw["any_act"], raw["of_types"], classes, raw["opens"])
