"""Cue words from the language data, found in a stretch of a text."""

from __future__ import annotations

from functools import cache
from typing import Any

from detente.ontology.lexicon import lexicon
from detente.ontology.phrases import Phrases


def cues_in(text: str, start: int, end: int, name: str, *path: str) -> list[tuple[int, int]]:
    """Where (code points) the phrases listed under `path` in the lexicon `name` stand within `[start:end]`."""
    return [(low, high) for low, high, _ in _phrases(name, *path).within(text, start, end)]


@cache
def _phrases(name: str, *path: str) -> Phrases:
    return Phrases(_at(name, *path), ignore_case=True)


def _at(name: str, *path: str) -> Any:
    """What stands under `path` in the lexicon `name`."""
    found: Any = lexicon(name)
    for key in path:
        found = found[key]
    return found


def labels_in(text: str, start: int, end: int, name: str, *path: str) -> list[tuple[int, int, str]]:
    """Where phrases stand within `[start:end]`, each with the name of its list among those under `path`."""
    label_of, phrases = _labelled(name, *path)
    return [(low, high, label_of[phrase]) for low, high, phrase in phrases.within(text, start, end)]


@cache
def _labelled(name: str, *path: str) -> tuple[dict[str, str], Phrases]:
    label_of = {phrase: label for label, phrases in _at(name, *path).items() for phrase in phrases}
    return label_of, Phrases(label_of, ignore_case=True)
