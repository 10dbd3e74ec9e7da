"""The closed list of issues and the words that tell them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from detente.ontology.lexicon import table
from detente.ontology.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of the closed list; `label` is how to show it."""

    name: str
    label: str


_RAW: Mapping[str, Mapping[str, Any]] = table("issues")["issues"]
ISSUES: Mapping[str, Issue] = MappingProxyType({name: Issue(name, raw["label"]) for name, raw in _RAW.items()})


def issues_in(text: str) -> tuple[str, ...]:
    """The issues that a text names, in the order of their first words; weak words count only where no other does."""
    return tuple(named_in(text) or _counted(text, "weak"))


def named_in(text: str) -> Counter[str]:
    """How often the text names each issue by a word that means it whatever else is said, in the order of the text."""
    return _counted(text, "cues")


def _counted(text: str, key: str) -> Counter[str]:
    return Counter(issue for _, _, phrase in _phrases().find(text) for issue in _issues_of(key).get(phrase, ()))


@cache
def _phrases() -> Phrases:
    lists = ("cues", "weak", "not_in")
    return Phrases((word for raw in _RAW.values() for key in lists for word in raw.get(key, ())), ignore_case=True)


@cache
def _issues_of(key: str) -> Mapping[str, tuple[str, ...]]:
    issues: dict[str, tuple[str, ...]] = {}
    for name, raw in _RAW.items():
        for word in raw.get(key, ()):
            issues[word] = (*issues.get(word, ()), name)
    return issues
