"""Offices as words describe them: "the top US diplomat", "Iran's president", "former Secretary of State"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from detente.ontology.lexicon import table
from detente.ontology.offices import OFFICES, PEOPLE, Office, Person, Tenure, offices_of, tenures_in
from detente.ontology.states import StateName, states_in

AMBASSADOR = "ambassador"
_ABROAD = re.compile(r"\b(?:ambassador|envoy|representative)\s+(?:to|in)\s+(?:the\s+)?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?|['’]s?")


@dataclass(frozen=True, slots=True)
class Role:
    """A class of office; `title` is how to write it. Legislators do not speak for their state."""

    name: str
    title: str
    speaks_for_state: bool = True


@dataclass(frozen=True, slots=True)
class RoleMatch:
    """What a description says: of which state, which classes of office (the likeliest first), and how it is held.

    `label` holds the words that name the office, in the spelling of the data.
    """

    state: str | None
    roles: tuple[str, ...]
    label: str
    former: bool = False
    acting: bool = False
    deputy: bool = False


ROLES: Mapping[str, Role] = MappingProxyType(
    {name: Role(name, raw["title"], raw.get("speaks_for_state", True)) for name, raw in table("roles")["roles"].items()}
)


def role_of(name: str) -> Role:
    """The class of office by its name, `ambassador_to_XX` included."""
    return ROLES[AMBASSADOR if name.startswith("ambassador_to_") else name]


def role_described(words: str) -> RoleMatch | None:
    """What a description of an office without a person's name says; None where it describes none.

    A seat of government is part of the title ("Kremlin spokesman") or names the state ("White House national
    security adviser").
    """
    flags, whole = _without_flags(_spelled(words))
    if whole in _whole_titles():
        state, roles = _whole_titles()[whole]
        return RoleMatch(state, roles, whole, former="former" in flags, acting="acting" in flags)
    for seats in (False, True):
        sender, receiver, rest = _without_states(words, seats=seats)
        flags, bare = _without_flags(_spelled(rest))
        for deputy, label in ((False, bare), (True, _without_deputy(bare))):
            if found := _labelled(label, sender, receiver):
                return RoleMatch(*found, label, former="former" in flags, acting="acting" in flags, deputy=deputy)
    return None


def holder_described(
    words: str, on: str | None = None, default_state: str | None = None
) -> list[tuple[Person, Office, Tenure]]:
    """Who held the described office on a date, the best first; empty where the state or the holder is unknown.

    Of several classes that the words may mean, the first that has a holder counts. "Former" gives those who had
    left by then, the latest first; without a date, all who ever held it.
    """
    match = role_described(words)
    if match is None or match.deputy:
        return []
    state = match.state or default_state
    if state is None:
        return []
    for role in _concrete(match.roles, state):
        held = _former(state, role, on) if match.former else tenures_in([state], [role], on)
        if narrowed := _narrowed(held, match):
            return [(PEOPLE[t.person_id], OFFICES[t.office_id], t) for t in _once(narrowed)]
    return []


def _former(state: str, role: str, on: str | None) -> list[Tenure]:
    present = {t.person_id for t in tenures_in([state], [role], on)} if on else set()
    past = [t for t in tenures_in([state], [role]) if t.end and (on is None or t.end <= on)]
    return [t for t in past if t.person_id not in present]


def _narrowed(held: list[Tenure], match: RoleMatch) -> list[Tenure]:
    """Only those in acting office, or under exactly the title that was said, where there are any."""
    titled = [t for t in held if match.label in _title_labels(OFFICES[t.office_id])]
    titled = titled or [t for t in held if not _titled_otherwise(OFFICES[t.office_id], match.label)]
    return [t for t in titled if t.acting == match.acting] or titled


def _once(tenures: Iterable[Tenure]) -> list[Tenure]:
    return list({t.person_id: t for t in reversed(list(tenures))}.values())[::-1]


def _concrete(roles: Iterable[str], state: str) -> Iterator[str]:
    for role in roles:
        if role == AMBASSADOR:
            yield from sorted({o.role for o in offices_of(state) if o.role.startswith("ambassador_to_")})
        else:
            yield role


def _without_states(words: str, *, seats: bool = False) -> tuple[str | None, str | None, str]:
    """The state an office belongs to, the state an ambassador is sent to, and the words without both.

    `seats`: seats of government are states' names here, not parts of titles.
    """
    sender = receiver = None
    rest = ""
    done = 0
    for start, end, name in states_in(words):
        if name.via == "metonym" and not seats:
            continue
        if _ABROAD.search(words[:start]):
            receiver = receiver or name.code
        else:
            sender = sender or name.code
        rest += words[done:start]
        done = end
    return sender, receiver, rest + words[done:]


def _spelled(words: str) -> list[str]:
    spelling: Mapping[str, str] = table("roles")["spelling"]
    found = [w.casefold().replace("’", "'") for w in _WORD.findall(words)]
    parted = [p for w in found for p in (w.split("-", 1) if w.startswith(("ex-", "then-")) else [w])]
    return " ".join(spelling.get(w, w) for w in parted).split()


def _without_flags(words: list[str]) -> tuple[set[str], str]:
    raw = table("roles")
    flags = {flag for flag in ("former", "acting") for w in words if w in raw["flags"][flag]}
    dropped = {w for flag in ("former", "acting") for w in raw["flags"][flag]}
    kept = [w for w in words if w not in dropped]
    return flags, _trimmed(kept)


def _trimmed(words: list[str]) -> str:
    fillers = set(table("roles")["fillers"])
    while words and words[0] in fillers:
        words = words[1:]
    while words and (words[-1] in fillers or words[-1] in {"to", "in"}):
        words = words[:-1]
    return " ".join(words)


def _without_deputy(label: str) -> str:
    first, _, rest = label.partition(" ")
    return rest if first in table("roles")["flags"]["deputy"] else ""


def _labelled(label: str, sender: str | None, receiver: str | None) -> tuple[str | None, tuple[str, ...]] | None:
    meanings = _labels().get(label)
    if not meanings:
        return None
    if receiver and AMBASSADOR in meanings.get(None, ()):
        return sender, (f"ambassador_to_{receiver}",)
    if sender:
        roles = meanings.get(sender) or meanings.get(None)
        return (sender, roles) if roles else None
    if None in meanings:
        return None, meanings[None]
    if len(meanings) == 1:
        return next(iter(meanings.items()))
    return None, tuple(dict.fromkeys(role for roles in meanings.values() for role in roles))


@cache
def _labels() -> Mapping[str, Mapping[str | None, tuple[str, ...]]]:
    """Classes by label and state; None stands for any state."""
    raw = table("roles")
    labels: dict[str, dict[str | None, tuple[str, ...]]] = {}
    for role, entry in raw["roles"].items():
        for state, words in [(None, entry["labels"]), *entry.get("in", {}).items()]:
            for word in words:
                meanings = labels.setdefault(word, {})
                meanings[state] = (*meanings.get(state, ()), role)
    for office in OFFICES.values():
        for word in _title_labels(office):
            if None not in labels.get(word, {}):
                labels.setdefault(word, {}).setdefault(office.state, (office.role,))
    for entry in raw["loose"]:
        for word in entry["labels"]:
            labels.setdefault(word, {}).update(_loose(entry, raw["parliamentary"]))
    return labels


def may_be_called(office: Office, label: str) -> bool:
    """Whether the label may mean this office: it is no title of another in its state and class, nor a rival."""
    titled = _offices_titled(office.state, office.role).get(label)
    return office.id in titled if titled is not None else not _titled_otherwise(office, label)


@lru_cache(maxsize=5_000)
def _titled_otherwise(office: Office, label: str) -> bool:
    """Whether the label is of a set of titles that excludes the office: no president is called Prime Minister."""
    sets: list[list[str]] = table("roles")["exclusive"]
    own = [titles for titles in sets if not _title_labels(office).isdisjoint(titles)]
    return bool(own) and any(label in titles for titles in sets) and not any(label in titles for titles in own)


@cache
def _offices_titled(state: str, role: str) -> Mapping[str, frozenset[str]]:
    """Ids of the offices of one class in one state by the labels that are their titles."""
    found: dict[str, set[str]] = {}
    for office in offices_of(state):
        if office.role == role:
            for label in _title_labels(office):
                found.setdefault(label, set()).add(office.id)
    return {label: frozenset(ids) for label, ids in found.items()}


@cache
def _title_labels(office: Office) -> frozenset[str]:
    titles = (office.title, *office.titles)
    own = [title for title in titles if all(_tells_state(name, office) for _, _, name in states_in(title))]
    parted = {_without_flags(_spelled(_without_states(title)[2]))[1] for title in own}
    return frozenset(parted | {_without_flags(_spelled(title))[1] for title in titles})


def _tells_state(name: StateName, office: Office) -> bool:
    """Whether a name in a title says whose office it is: not Georgia in "Governor of Georgia"."""
    return office.role.startswith("ambassador_to_") or (name.code == office.state and name.via != "capital")


@cache
def _whole_titles() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """State and class of the offices in whose title a place or body stands: "Director General of the IAEA"."""
    found: dict[str, set[tuple[str, str]]] = {}
    for office in OFFICES.values():
        for title in (office.title, *office.titles):
            if states_in(title):
                found.setdefault(_without_flags(_spelled(title))[1], set()).add((office.state, office.role))
    one = {label: next(iter(offices)) for label, offices in found.items() if len(offices) == 1}
    return {label: (state, (role,)) for label, (state, role) in one.items()}


def _loose(entry: Mapping[str, Any], parliamentary: Iterable[str]) -> dict[str | None, tuple[str, ...]]:
    meanings: dict[str | None, tuple[str, ...]] = {None: tuple(entry["roles"])}
    for state, roles in entry.get("in", {}).items():
        states = parliamentary if state == "parliamentary" else [state]
        meanings |= dict.fromkeys(states, tuple(roles))
    return meanings
