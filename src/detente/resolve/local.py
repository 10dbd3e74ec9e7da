"""Governors and mayors, whom the place tells that is named close by or where something is said."""

from __future__ import annotations

import re
from functools import cache

from detente.ontology.lexicon import table
from detente.ontology.offices import OFFICES, PEOPLE, tenures_in, tenures_of
from detente.resolve.players import Player
from detente.resolve.posts import Post
from detente.resolve.sheet import Sheet

NEAR = 30
"""How many tokens around "the governor" may tell whose."""


def holder_near(sheet: Sheet, first: int, last: int, role: str) -> Player | None:
    """The governor or mayor of the one place named around tokens `first` to `last`, in the state's own account."""
    home, on = sheet.cast.home, sheet.on
    if on is None or home not in sheet.reading.document.account_of or role not in sheet.words.local_roles:
        return None
    near = sheet.tokens[max(0, first - NEAR) : last + NEAR]
    text = " ".join(sheet.reading.document.text[near[0].start : near[-1].end].split())
    held = [t for t in tenures_in([home], [role], on) if not t.acting]
    places = {t.person_id: OFFICES[t.office_id].title.partition(" of ")[2] for t in held}
    told = _places_in(text, home, frozenset(filter(None, places.values())))
    people = [person for person, place in places.items() if place in told]
    return sheet.cast.enter_person(PEOPLE[people[0]], first) if len(people) == 1 else None


def holder_here(sheet: Sheet, post: Post) -> Player | None:
    """The mayor or governor of the place where the remarks are made."""
    for person in sheet.cast.locals:
        titles = (OFFICES[t.office_id].title.partition(" of ")[0].casefold() for t in tenures_of(person.id, sheet.on))
        if post.head in titles:
            return sheet.cast.enter_person(person, 0)
    return None


def _places_in(text: str, home: str, places: frozenset[str]) -> set[str]:
    """Those of the places that the text names, themselves or by one of their cities; none inside a longer name."""
    within = _within(home)
    words = sorted(places | within.keys(), key=lambda name: (-len(name), name))
    found = re.findall(rf"\b(?:{'|'.join(map(re.escape, words))})\b", text)
    return {name for name in found if name in places} | {within[name] for name in found if name in within} & places


@cache
def _within(home: str) -> dict[str, str]:
    """The part of a state in which each of its cities lies."""
    regions: dict[str, list[str]] = table("regions")["regions"].get(home, {})
    return {city: region for region, cities in regions.items() for city in cities}
