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
    words: Any = lexicon(name)
    for key in path:
        words = words[key]
    return Phrases(words, ignore_case=True)
