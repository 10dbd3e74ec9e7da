"""How likely a sentence tells a political act, which draft of it does, and of which type: small trained linear models.

The weights and how they were made: `training/events/` in the repository. Words of the sentence and pairs of neighbours
say first whether it is worth a look. Features of the sentence, of a draft's head and of its surroundings each add a
weight to the sum for "any act"; both together tell whether the sentence has one. Where it has, features of the head and
the words of the sentence add a weight for each type.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, cast

from detente.extract.event_drafts import Draft
from detente.extract.event_marks import scene_marks, terms_in, words_in
from detente.extract.event_scene import Scene
from detente.extract.logistic import added, likelihood_of, odds_of
from detente.model.findings import EventType
from detente.ontology.lexicon import weights
from detente.text.reading import Sentence

WORDS = 0.5
"""How much each word of a sentence counts, beside the features of a draft."""
ROOM = 3.5
"""How much a draft's surroundings add at most; in one of a hundred sampled drafts they add more."""
SPREAD = 20
"""Terms of a sentence count less the more there are, as if each sentence had so many further ones."""


@dataclass(frozen=True)
class Judge:
    """Weights of features: `any_act` of an act at all, `of_terms` of a sentence with one, `of_types` per class.

    What sentence and head add up to must reach `opens` at least before the surroundings are asked, and what the terms
    of a sentence add up to `looks` before its drafts are. `together` holds what both count for the sentence: a
    constant, the log-odds that any draft tells an act, and the sum of the terms.
    """

    any_act: Mapping[str, float]
    of_types: Mapping[str, Sequence[float]]
    classes: tuple[EventType, ...]
    opens: float = -math.inf
    of_terms: Mapping[str, float] = field(default_factory=dict)
    looks: float = -math.inf
    together: tuple[float, float, float] = (0.0, 1.0, 0.0)

    def first_look(self, sentence: Sentence) -> float:
        """What the terms of a sentence add up to; in a text of sentences without any act far below 0."""
        terms = terms_in(sentence)
        return self.of_terms.get("always", 0.0) + added(self.of_terms, terms) / math.sqrt(len(terms) + SPREAD)

    def of_all(self, any_draft: float, look: float) -> float:
        """The probability that a sentence tells an act, by that of any draft to tell one and the sum of its terms."""
        constant, drafts, terms = self.together
        return likelihood_of(constant + drafts * odds_of(any_draft) + terms * look)

    def of_sentence(self, sentence: Sentence, scene: Scene) -> float:
        """What a sentence adds for each of its drafts."""
        words = WORDS * added(self.any_act, words_in(sentence))
        return words + added(self.any_act, set(scene.around(sentence)))

    def opening(self, least: float, look: float) -> float:
        """What sentence and head must add up to, if a draft is to make a sentence of this look as likely as `least`."""
        constant, drafts, terms = self.together
        return max(self.opens, (odds_of(least) - constant - terms * look) / drafts - ROOM)

    def likelihood(self, draft: Draft, scene: Scene, base: float, opening: float) -> float:
        """The probability that the draft tells an act, 0 below the opening; `base` is what its sentence adds."""
        total = base + added(self.any_act, draft.marks)
        if total < opening:
            return 0.0
        return likelihood_of(total + added(self.any_act, set(scene_marks(draft, scene))))

    def types(self, draft: Draft, words: Sequence[float]) -> dict[EventType, float]:
        """The likelihood of each type, given that it is an act; `words` is what its sentence adds for each."""
        sums = [head + word for head, word in zip(self._of_types(draft.marks), words, strict=True)]
        top = max(sums)
        shares = [math.exp(total - top) for total in sums]
        return {name: share / sum(shares) for name, share in zip(self.classes, shares, strict=True)}

    def types_of_words(self, names: Iterable[str]) -> list[float]:
        """What the words of a sentence, named as features, add for each type."""
        return [WORDS * told for told in self._of_types(names)]

    def _of_types(self, names: Iterable[str]) -> Iterator[float]:
        none = (0.0,) * len(self.classes)
        return map(math.fsum, zip(none, *(row for name in names if (row := self.of_types.get(name))), strict=True))


@lru_cache(maxsize=1)
def judge() -> Judge:
    """Read the shipped weights once."""
    raw: Mapping[str, Any] = weights("event_finding")
    classes = tuple(cast(EventType, name) for name in raw["classes"])
    together = cast(tuple[float, float, float], tuple(raw["together"]))
    return Judge(raw["any_act"], raw["of_types"], classes, raw["opens"], raw["of_terms"], raw["looks"], together)
