"""What states, unions and organisations are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, Literal

from detente.ontology.lexicon import table
from detente.ontology.phrases import Phrases

StateKind = Literal["state", "union", "territory", "organisation"]
Via = Literal["name", "adjective", "capital", "metonym"]

_ACRONYM_LETTERS = 5


@dataclass(frozen=True, slots=True)
class State:
    """One state, union, territory or organisation; `name` is the usual one in English press.

    `code` is ISO 3166-1 alpha-2 where there is one. The first of `adjectives` is the one to write with. `members`
    are given where a small group is no more than its states.
    """

    code: str
    name: str
    kind: StateKind
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()
    government_words: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    @property
    def adjective(self) -> str:
        """The adjective to write with, or the name."""
        return self.adjectives[0] if self.adjectives else self.name


@dataclass(frozen=True, slots=True)
class StateName:
    """A state as some words name it."""

    code: str
    via: Via


def _state(code: str, raw: Mapping[str, Any]) -> State:
    capitals = _listed(raw.get("capital", ()))
    lists = {
        key: tuple(raw.get(key, ())) for key in ("adjectives", "demonyms", "aliases", "government_words", "members")
    }
    return State(
        code=code,
        name=raw["name"],
        kind=raw.get("kind", "state"),
        capital=capitals[0] if capitals else None,
        metonyms=(*capitals[1:], *raw.get("metonyms", ())),
        **lists,
    )


def _listed(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


_RAW: Mapping[str, Mapping[str, Any]] = table("states")["states"]
STATES: Mapping[str, State] = MappingProxyType({code: _state(code, raw) for code, raw in _RAW.items()})


def members_of(code: str) -> tuple[str, ...]:
    """The states that act where this one is said to: its members for a small group, else itself."""
    return STATES[code].members or (code,)


def state_named(words: str) -> StateName | None:
    """The state that these words name and nothing else: name, adjective, demonym, capital or metonym.

    Case does not matter, but words without any capital letter name no state, and short acronyms must stand in
    capitals ("us" is never the United States).
    """
    bare = _bare(words)
    if not any(c.isupper() for c in bare):
        return None
    return _names().get(bare) or _folded_names().get(bare.casefold())


@lru_cache(maxsize=256)
def states_in(text: str) -> tuple[tuple[int, int, StateName], ...]:
    """Every state named in running text with its start and end in code points, in the order of the text.

    Proper names that only hold a state's name ("South China Sea", "Washington Post") do not count.
    """
    found = ((start, end, _names().get(words)) for start, end, words in _phrases().find(text))
    return tuple((start, end, name) for start, end, name in found if name)


def _spellings(state: State) -> Iterator[tuple[str, Via]]:
    silent = set(_RAW[state.code].get("silent", ()))
    capitals = set(_listed(_RAW[state.code].get("capital", ()))) - silent
    yield from ((word, "name") for word in (state.name, *state.aliases))
    yield from ((word, "adjective") for word in (*state.adjectives, *state.demonyms))
    yield from ((word, "capital") for word in capitals)
    yield from ((word, "metonym") for word in state.metonyms if word not in capitals | silent)


@cache
def _names() -> Mapping[str, StateName]:
    names: dict[str, StateName] = {}
    for state in STATES.values():
        for word, via in _spellings(state):
            names.setdefault(word, StateName(state.code, via))
    return names


@cache
def _folded_names() -> Mapping[str, StateName]:
    return {word.casefold(): name for word, name in _names().items() if not _is_acronym(word)}


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return letters.isupper() and len(letters) <= _ACRONYM_LETTERS


@cache
def _phrases() -> Phrases:
    exclusions = [name for names in table("states")["exclusions"].values() for name in names]
    return Phrases([*_names(), *exclusions], after=r"(?![\w$])")


def _bare(words: str) -> str:
    straight = re.sub(r"\s+", " ", words.strip().replace("’", "'"))
    without_article = re.sub(r"^[Tt]he\s+", "", straight)
    return re.sub(r"'s?$", "", without_article)
