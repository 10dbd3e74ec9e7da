"""What an account tells of the contact itself: how long it took, and which side had asked for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from detente.ontology.lexicon import lexicon
from detente.ontology.states import states_in

Kind = Literal["length", "asked"]


class Circumstance(NamedTuple):
    """Words `[start:end]` of a text on the contact; `value` is its minutes, or the state that asked for it.

    Who asked is None where the words do not tell.
    """

    kind: Kind
    start: int
    end: int
    value: int | str | None


def circumstances_in(text: str, start: int, end: int, states: Sequence[str]) -> list[Circumstance]:
    """Those told in a sentence `text[start:end]` on a contact of these states, in order."""
    found = [_length(match) for match in _lengths().finditer(text, start, end)]
    found += [_asked(text, start, match, states) for match in _asking().finditer(text, start, end)]
    return sorted(found, key=lambda c: c.start)


def _length(match: re.Match[str]) -> Circumstance:
    number = match["number"].lower()
    amount = float(number) if number[0].isdigit() else float(lexicon("times")["numbers"][number])
    amount += 0.5 if match["half"] else 0.0
    minutes = round(amount * lexicon("times")["units"][match["unit"].lower()])
    return Circumstance("length", *match.span(), minutes)


def _asked(text: str, start: int, match: re.Match[str], states: Sequence[str]) -> Circumstance:
    """The state is the one named in the words, else the one named last before them ("at the latter's request")."""
    named = _states(match[0], states)
    before = _states(text[start : match.start()], states)
    return Circumstance("asked", *match.span(), named[-1] if named else before[-1] if before else None)


def _states(words: str, states: Sequence[str]) -> list[str]:
    return [name.code for _, _, name in states_in(words) if name.code in states]


@cache
def _lengths() -> re.Pattern[str]:
    times = lexicon("times")
    number = "|".join(sorted(times["numbers"], key=len, reverse=True))
    unit = "|".join(name for name, minutes in times["units"].items() if minutes and minutes <= times["units"]["hour"])
    return re.compile(
        rf"\b(?:(?:for|lasted|took)\s+)?(?:(?:{'|'.join(times['approximations'])})\s+)?"
        rf"(?P<number>\d+(?:\.\d+)?|{number})(?P<half>\s+and\s+a\s+half)?[\s-]+(?P<unit>{unit})s?\b",
        re.IGNORECASE,
    )


@cache
def _asking() -> re.Pattern[str]:
    nouns = "|".join(lexicon("tellings")["asked"])
    return re.compile(
        rf"\b(?:at|on|upon)\s+(?:the\s+(?:\w+\s+)?(?:{nouns})\s+of\s+[^,.;]+?(?=[,.;]|$|\s+and\s)"
        rf"|(?:the\s+)?[^,.;]{{1,60}}?['’]s?\s+(?:{nouns})\b)",
        re.IGNORECASE,
    )
