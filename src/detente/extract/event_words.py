"""What `events.yaml` says of a word: the types of act that it tells, alone or with the words that hang on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from detente.ontology.lexicon import lexicon
from detente.text.reading import Token

_DEEP = frozenset({"prep", "prt", "agent", "dobj", "pobj", "dative", "advmod", "xcomp"})
"""Labels of dependents whose own dependents still belong to a phrase ("call for the _release_ of")."""
_NOTHING: Mapping[str, int] = {}


class Telling(NamedTuple):
    """What a word tells: types, each with the words that must hang on it for that; all of those; the types without."""

    entries: tuple[tuple[str, frozenset[str]], ...]
    helping: frozenset[str]
    alone: Mapping[str, int]


@dataclass(frozen=True)
class EventWords:
    """The lexicon of events by lemma: `acts` maps a word to the types that it tells.

    `kinds` and `actors` map it to the kinds of thing, of doing and of actor that it is.
    """

    acts: Mapping[str, Telling]
    kinds: Mapping[str, tuple[str, ...]]
    actors: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def event_words() -> EventWords:
    """Read the lexicon once."""
    raw = lexicon("events")
    acts: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for type_, entries in raw["acts"].items():
        for entry in entries:
            words = entry.split()
            for word in set(words):
                acts[word].append((type_, frozenset(words) - {word}))
    return EventWords(
        {word: _telling(found) for word, found in acts.items()},
        _by_word({**_labelled("thing", raw["things"]), **_labelled("manner", raw["manners"])}),
        _by_word(raw["actors"]),
    )


def _telling(entries: list[tuple[str, frozenset[str]]]) -> Telling:
    helping = frozenset().union(*(others for _, others in entries))
    return Telling(tuple(entries), helping, {type_: 1 for type_, others in entries if not others})


def _labelled(label: str, kinds: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {f"{label} {kind}": words for kind, words in kinds.items()}


def _by_word(kinds: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for kind, words in kinds.items():
        for word in dict.fromkeys(words):
            found[word].append(kind)
    return {word: tuple(names) for word, names in found.items()}


def types_of(token: Token) -> Mapping[str, int]:
    """The types of act that a word tells: 2 where it does so with a word that hangs on it, 1 where alone."""
    telling = event_words().acts.get(token.lemma)
    if telling is None:
        return _NOTHING
    near = {word for word in _near(token) if word in telling.helping}
    if not near:
        return telling.alone
    found: dict[str, int] = {}
    for type_, others in telling.entries:
        if others <= near:
            found[type_] = max(found.get(type_, 0), 2 if others else 1)
    return found


def _near(token: Token) -> Iterator[str]:
    for child in token.children:
        yield child.lemma
        yield child.lower
        if child.dep in _DEEP:
            for word in child.children:
                yield word.lemma
                yield word.lower
