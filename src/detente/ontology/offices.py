"""Who held which office when.

Dates are ISO strings cut to the known precision. A tenure counts for a day that either of its bounds may mean, so
on the day of a handover both the old and the new holder are found, the new one first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeVar

from detente.ontology.lexicon import rows
from detente.ontology.names import name_key, name_keys
from detente.ontology.ranks import office_rank

Confidence = Literal["high", "medium", "low"]
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who holds or held office; `name` is the usual one in English press.

    `family` is what the press calls the person by, `native` the name in its own script or "".
    """

    id: str
    name: str
    family: str
    given: str = ""
    native: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """A post; `role` is its class, `title` its usual name and `titles` further ones."""

    id: str
    state: str
    role: str
    title: str
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """One stretch of someone in an office; `end` is None while it lasts. `source` may be "unverified"."""

    office_id: str
    person_id: str
    start: str
    end: str | None
    acting: bool
    confidence: Confidence
    source: str

    def covers(self, on: str | None) -> bool:
        """Whether it may hold on a day, month or year; None is any time."""
        if on is None:
            return True
        return _not_after(self.start, on) and (self.end is None or _not_after(on, self.end))


def _not_after(a: str, b: str) -> bool:
    """Whether ISO date `a` may be no later than `b`: a month reaches from its first to its last day."""
    common = min(len(a), len(b))
    return a[:common] <= b[:common]


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("; ") if part)


def _tenure(row: Mapping[str, str]) -> Tenure:
    confidence: Confidence = row["confidence"]  # type: ignore[assignment]  # the schema test checks the values
    end, acting = row["end"] or None, row["acting"] == "1"
    return Tenure(row["office"], row["person"], row["start"], end, acting, confidence, row["source"])


def _person(row: Mapping[str, str]) -> Person:
    return Person(row["id"], row["name"], row["family"], row["given"], row["native"], _split(row["aliases"]))


def _office(row: Mapping[str, str]) -> Office:
    return Office(row["id"], row["state"], row["role"], row["title"], _split(row["titles"]))


PEOPLE: Mapping[str, Person] = MappingProxyType({row["id"]: _person(row) for row in rows("offices/people")})
OFFICES: Mapping[str, Office] = MappingProxyType({row["id"]: _office(row) for row in rows("offices/offices")})
TENURES: tuple[Tenure, ...] = tuple(_tenure(row) for row in rows("offices/tenures"))


def holders(office_id: str, on: str | None = None) -> list[Person]:
    """Whoever may have held an office on a date, the one in full office and the latest first; None: ever."""
    found = sorted((t for t in _by_office().get(office_id, ()) if t.covers(on)), key=_preference)
    return [PEOPLE[person] for person in dict.fromkeys(t.person_id for t in found)]


def is_unverified(person_id: str | None, office_id: str | None) -> bool:
    """Whether no source that was checked tells on which days someone held an office."""
    held = [t for t in _by_person().get(person_id or "", ()) if t.office_id == office_id]
    return bool(held) and all("unverified" in t.source for t in held)


def tenures_of(person_id: str, on: str | None = None) -> list[Tenure]:
    """The tenures someone may have had on a date, by the rank of the office; None: all ever."""
    found = [t for t in _by_person().get(person_id, ()) if t.covers(on)]
    return sorted(found, key=lambda t: (office_rank(OFFICES[t.office_id].role), _preference(t)))


def main_office(person_id: str, on: str | None = None) -> tuple[Office, Tenure] | None:
    """The highest office someone held on a date, the latest of several; None where there is none."""
    found = tenures_of(person_id, on)
    return (OFFICES[found[0].office_id], found[0]) if found else None


def tenures_in(states: Iterable[str], roles: Iterable[str], on: str | None = None) -> list[Tenure]:
    """Tenures in offices of these states and role classes, in the order of the roles, then the best first."""
    index = _offices_by_role()
    found: list[Tenure] = []
    for role in roles:
        offices = [office for state in states for office in index.get((state, role), ())]
        held = [t for office in offices for t in _by_office().get(office.id, ()) if t.covers(on)]
        found.extend(sorted(held, key=_preference))
    return found


def people_named(words: str) -> list[Person]:
    """Everyone called so in full: name or alias in any order of family and given name, accents or not."""
    index = _by_key()
    for key in dict.fromkeys(name_keys(words)):
        if found := index.get(key):
            return [PEOPLE[person] for person in found]
    return []


def people_surnamed(surname: str) -> list[Person]:
    """Everyone whom the press may call by this one name."""
    index = _by_surname()
    for key in dict.fromkeys(name_keys(surname)):
        if found := index.get(key):
            return [PEOPLE[person] for person in found]
    return []


def _preference(tenure: Tenure) -> tuple[bool, list[int]]:
    return tenure.acting, [-ord(c) for c in tenure.start]


@cache
def _by_office() -> Mapping[str, list[Tenure]]:
    return _grouped((t.office_id, t) for t in TENURES)


@cache
def _by_person() -> Mapping[str, list[Tenure]]:
    return _grouped((t.person_id, t) for t in TENURES)


def offices_of(state: str) -> list[Office]:
    """All offices of a state."""
    return _offices_by_state().get(state, [])


@cache
def _offices_by_state() -> Mapping[str, list[Office]]:
    return _grouped((office.state, office) for office in OFFICES.values())


@cache
def _offices_by_role() -> Mapping[tuple[str, str], list[Office]]:
    return _grouped(((o.state, o.role), o) for o in OFFICES.values())


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, list[V]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)


@cache
def _by_key() -> Mapping[str, tuple[str, ...]]:
    pairs: dict[tuple[str, str], None] = {}
    for person in PEOPLE.values():
        full = [a for a in person.aliases if " " in a]
        orders = [f"{person.given} {person.family}", f"{person.family} {person.given}"] if person.given else []
        for spelling in (person.name, *full, *orders):
            pairs |= dict.fromkeys((key, person.id) for key in name_keys(spelling))
    return {key: tuple(people) for key, people in _grouped(pairs).items()}


@cache
def _by_surname() -> Mapping[str, tuple[str, ...]]:
    pairs: dict[tuple[str, str], None] = {}
    for person in PEOPLE.values():
        for spelling in (person.family, *(a for a in person.aliases if " " not in a)):
            pairs |= dict.fromkeys((key, person.id) for key in (name_key(spelling), *_without_article(spelling)))
    return {key: tuple(people) for key, people in _grouped(pairs).items()}


def _without_article(family: str) -> list[str]:
    head, _, rest = family.replace("-", " ").partition(" ")
    return [name_key(rest)] if rest and head.casefold() in {"al", "el"} else []
