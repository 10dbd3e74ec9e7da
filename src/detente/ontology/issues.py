"""The closed list of issues and the words that tell them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

from detente.ontology.lexicon import table
from detente.ontology.phrases import Phrases

Level = Literal["cues", "hints", "weak"]
LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of the closed list; `label` is how to show it.

    `state` is the state that others call an issue ("North Korea"); it is none of that state's own.
    `concerning` is the state without which nothing is about the issue. `takes_in` are issues that it covers
    when they are named together with it.
    """

    name: str
    label: str
    state: str | None = None
    concerning: str | None = None
    takes_in: frozenset[str] = frozenset()


class IssueWords(NamedTuple):
    """Words at `[start:end]` of a text that tell these issues: cues, else hints, else weak words."""

    start: int
    end: int
    issues: tuple[str, ...]
    level: Level


def _issue(name: str, raw: Mapping[str, Any]) -> Issue:
    return Issue(name, raw["label"], raw.get("state"), raw.get("concerning"), frozenset(raw.get("takes_in", ())))


_RAW: Mapping[str, Mapping[str, Any]] = table("issues")["issues"]
ISSUES: Mapping[str, Issue] = MappingProxyType({name: _issue(name, raw) for name, raw in _RAW.items()})


def issue_words(text: str) -> list[IssueWords]:
    """All words of a whole text that tell an issue, in order."""
    return _telling(_phrases().within(text, 0, len(text)))


def _telling(found: Iterable[tuple[int, int, str]]) -> list[IssueWords]:
    known = _told_by()
    return [IssueWords(start, end, *known[phrase]) for start, end, phrase in found if phrase in known]


def issues_in(text: str) -> tuple[str, ...]:
    """The issues that a few words name, in the order of their first words, by the strongest words that there are."""
    words = _telling(_phrases().find(text))
    told = ([w for w in words if w.level == level] for level in LEVELS)
    return tuple(dict.fromkeys(issue for word in next(filter(None, told), ()) for issue in word.issues))


@cache
def _phrases() -> Phrases:
    lists = (*LEVELS, "not_in")
    return Phrases((word for raw in _RAW.values() for key in lists for word in raw.get(key, ())), ignore_case=True)


@cache
def _told_by() -> Mapping[str, tuple[tuple[str, ...], Level]]:
    """The issues that each phrase tells, and how strongly: as a cue before a hint, as a hint before a weak word."""
    return {phrase: (issues, level) for level in reversed(LEVELS) for phrase, issues in _issues_of(level).items()}


def _issues_of(key: str) -> Mapping[str, tuple[str, ...]]:
    issues: dict[str, tuple[str, ...]] = {}
    for name, raw in _RAW.items():
        for word in raw.get(key, ()):
            issues[word] = (*issues.get(word, ()), name)
    return issues
