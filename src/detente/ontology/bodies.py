"""Bodies of states and official organs, and the press that is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from detente.ontology.lexicon import table
from detente.ontology.states import STATES, State

_CITY_OF_EMBASSY = re.compile(r"\s+(?:in|at)\s+.*$")


@dataclass(frozen=True, slots=True)
class Body:
    """A body that speaks under its own name; `state` is None for those that speak for none (the press).

    `role` is its class: foreign_ministry, embassy, organ (official media), press and so on.
    """

    id: str
    name: str
    state: str | None
    aliases: tuple[str, ...]
    role: str

    @property
    def is_press(self) -> bool:
        """Whether it reports: official organs and the ordinary press."""
        return self.role in {"organ", "press"}


def _body(body_id: str, raw: Mapping[str, Any]) -> Body:
    return Body(body_id, raw["name"], raw["state"], tuple(raw["aliases"]), raw["role"])


BODIES: Mapping[str, Body] = MappingProxyType(
    {body_id: _body(body_id, raw) for body_id, raw in table("bodies")["bodies"].items()}
)
"""Bodies with names of their own; those by pattern ("Chinese Foreign Ministry") come from `body_named`."""


def body_named(words: str, default_state: str | None = None) -> Body | None:
    """The body that these words name and nothing else, ministries and embassies of every state included.

    "The" and a possessive at the end are left aside, and so is where an embassy stands. Words without any capital
    letter name no body. "The Foreign Ministry" alone is that of `default_state`.
    """
    bare = _bare(words)
    if not any(c.isupper() for c in bare):
        return None
    candidates = [bare, _CITY_OF_EMBASSY.sub("", bare) if "mbassy" in bare else bare]
    if default_state:
        candidates.append(f"{STATES[default_state].adjective} {bare}")
    return next((found for found in map(_named, candidates) if found), None)


def _named(words: str) -> Body | None:
    return _own_names().get(words) or _pattern_names().get(words.casefold())


def ministry(state: str, role: str) -> Body | None:
    """The body of a state by its class, such as its `foreign_ministry`."""
    own = next((b for b in BODIES.values() if (b.state, b.role) == (state, role)), None)
    return own or next((b for b in _pattern_bodies() if (b.state, b.role) == (state, role)), None)


def _bare(words: str) -> str:
    straight = re.sub(r"\s+", " ", words.strip().replace("’", "'"))
    return re.sub(r"'s?$", "", re.sub(r"^[Tt]he ", "", straight)).replace(" of the ", " of ")


@cache
def _own_names() -> Mapping[str, Body]:
    return {_bare(name): body for body in BODIES.values() for name in (body.name, *body.aliases)}


@cache
def _pattern_names() -> Mapping[str, Body]:
    own = {name.casefold(): body for name, body in _own_names().items() if " " in name}
    names = {name.casefold(): body for body in _pattern_bodies() for name in body.aliases}
    return names | own | {name.replace(" of the ", " of "): body for name, body in own.items()}


@cache
def _pattern_bodies() -> tuple[Body, ...]:
    patterns: Mapping[str, Any] = table("bodies")["patterns"]
    return tuple(
        _of_state(state, key, raw)
        for state in STATES.values()
        if state.kind != "organisation"
        for key, raw in patterns.items()
    )


def _of_state(state: State, key: str, raw: Mapping[str, Any]) -> Body:
    spellings = tuple(dict.fromkeys(_spellings(state, raw["names"])))
    return Body(f"{state.code.lower()}_{key}", spellings[0], state.code, spellings, raw["role"])


def _spellings(state: State, patterns: list[str]) -> Iterator[str]:
    adjectives = state.adjectives or (state.name,)
    names = (state.name, *state.aliases)
    for pattern in patterns:
        for adjective in adjectives if "{adjective}" in pattern else adjectives[:1]:
            for name in names if "{name}" in pattern else names[:1]:
                yield pattern.format(adjective=adjective, name=name)
