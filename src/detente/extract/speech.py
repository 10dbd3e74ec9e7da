"""How the language reports speech: the cue words of `speech.yaml`, typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from detente.ontology.lexicon import lexicon

PREPOSITIONS = frozenset({"of", "on", "for", "about", "against", "to", "with", "over", "at", "into", "after"})


@dataclass(frozen=True)
class Frames:
    """The ways in which one verb reports content; `limits` holds what stands after the dot in the data."""

    ways: frozenset[str]
    limits: frozenset[str]

    @classmethod
    def parse(cls, line: str) -> Frames:
        """From `that quote inf.weak`."""
        parts = [p.split(".") for p in line.split()]
        return cls(frozenset(p[0] for p in parts), frozenset(".".join(p) for p in parts if len(p) > 1))

    def __contains__(self, way: str) -> bool:
        return way in self.ways

    def weak(self, way: str) -> bool:
        """Whether that way is an undertaking rather than an utterance."""
        return f"{way}.weak" in self.limits


@dataclass(frozen=True)
class SpeechWords:
    """The file's tables; keys are lemmas."""

    verbs: Mapping[str, Frames]
    phrasal: Mapping[tuple[str, str], Frames]
    nouns: frozenset[str]
    topics: frozenset[str]
    concrete: frozenset[str]
    occasions: frozenset[str]
    impersonal: frozenset[str]
    provisions: frozenset[str]
    sides: frozenset[str]
    addressing: frozenset[str]
    accounts: frozenset[str]
    implicative: frozenset[str]
    causing: frozenset[str]
    enabling: frozenset[str]
    quoting: frozenset[str]
    issuing: frozenset[str]


@lru_cache(maxsize=1)
def speech_words() -> SpeechWords:
    """Read the data file once."""
    raw = lexicon("speech")
    phrasal = {key: Frames.parse(line) for key, line in raw["phrasal"].items()}
    return SpeechWords(
        verbs={lemma: Frames.parse(line) for lemma, line in raw["verbs"].items()},
        phrasal={(key.split(" ", 1)[0], key.split(" ", 1)[1]): frames for key, frames in phrasal.items()},
        nouns=frozenset(raw["nouns"]),
        topics=frozenset(raw["topics"]),
        concrete=frozenset(raw["concrete"]),
        occasions=frozenset(raw["occasions"]),
        impersonal=frozenset(raw["impersonal"]),
        provisions=frozenset(raw["provisions"]),
        sides=frozenset(raw["sides"]),
        addressing=frozenset(raw["addressing"]),
        accounts=frozenset(raw["accounts"]),
        implicative=frozenset(raw["implicative"]),
        causing=frozenset(raw["causing"]),
        enabling=frozenset(raw["enabling"]),
        quoting=frozenset(raw["quoting"]),
        issuing=frozenset(raw["issuing"]),
    )
