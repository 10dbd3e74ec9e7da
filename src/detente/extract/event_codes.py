"""The mode of an act, what it is about, and the sector of a side, by the words of `event_codes.yaml`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from detente.model.findings import EventType, Sector
from detente.ontology.bodies import body_named
from detente.ontology.lexicon import lexicon
from detente.ontology.roles import role_of
from detente.ontology.states import STATES
from detente.text.reading import Mention, Token

_Entries = tuple[tuple[str, tuple[frozenset[str], ...]], ...]


def mode_of(type_: EventType, head: Token, words: Collection[Token]) -> str | None:
    """The first mode of the type that the head tells alone, else that the words of the act tell; None for none."""
    for told in ({head.lemma, head.lower}, {form for t in words for form in (t.lemma, t.lower)}):
        found = next(_told(_modes().get(type_, ()), told), None)
        if found is not None:
            return found
    return None


def contexts_of(words: Collection[Token]) -> tuple[str, ...]:
    """What the words of a sentence are about, in the order of the codebook."""
    return tuple(_told(_contexts(), {form for t in words for form in (t.lemma, t.lower)}))


def sector_of(head: Token | None, mention: Mention | None) -> Sector | None:
    """The sector of a side: of the office or body that is named, else of the word that heads it; None for others."""
    if mention is not None and (named := _sector_of_mention(mention)) is not None:
        return named
    if head is None:
        return None
    told = _by_word().get(head.lemma) or _by_word().get(head.lower.removesuffix("s"))
    return told or ("BUS" if head.lower in _firms() else None)


def home_of(word: str) -> tuple[str, ...]:
    """The state in which an armed group or a firm is at home, by a word in small letters; () where it is neither."""
    firm = _firms().get(word)
    return (firm,) if firm else tuple(lexicon("event_codes")["homes"].get(word, ()))


def fought_by(state: str, day: str) -> str | None:
    """The state that another wages war on, on that ISO day."""
    wars = lexicon("event_codes")["wars"]
    return next((war["on"] for war in wars if war["by"] == state and war["since"] <= day), None)


def _sector_of_mention(mention: Mention) -> Sector | None:
    party = mention.party
    if party.role is not None:
        return _by("offices").get(party.role) or ("GOV" if role_of(party.role).speaks_for_state else None)
    if party.kind == "body":
        body = body_named(party.name)
        return _by("bodies").get(body.role, "GOV") if body is not None else None
    if party.kind == "state" and party.state is not None:
        return "IGO" if STATES[party.state].kind == "organisation" else "GOV"
    return None


def _told(entries: _Entries, words: Collection[str]) -> Iterator[str]:
    told = frozenset(words)
    return (name for name, listed in entries if any(entry <= told for entry in listed))


@cache
def _modes() -> Mapping[str, _Entries]:
    return {type_: _split(modes) for type_, modes in lexicon("event_codes")["modes"].items()}


@cache
def _contexts() -> _Entries:
    return _split(lexicon("event_codes")["contexts"])


def _split(listed: Mapping[str, list[str]]) -> _Entries:
    return tuple((name, tuple(frozenset(entry.split()) for entry in entries)) for name, entries in listed.items())


@cache
def _by(what: str) -> Mapping[str, Sector]:
    return {word: sector for sector, words in lexicon("event_codes")["sectors"][what].items() for word in words}


@cache
def _firms() -> Mapping[str, str]:
    return {name: state for state, names in lexicon("event_codes")["firms"].items() for name in names}


def _by_word() -> Mapping[str, Sector]:
    return _by("words")
