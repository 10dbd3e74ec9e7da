"""The words by which English refers to people, bodies and groups, from the ontology's data."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from detente.ontology.lexicon import lexicon

Gender = Literal["male", "female", "group", "thing"]
HeadKind = Literal["office", "legislator", "ordinary"]
Words = tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """`mentions.yaml` as sets of lower-case words; genders by honorific and pronoun; groups as tuples of words.

    `full_names` gives the given names that a short form may stand for.
    """

    styles: frozenset[str]
    style_parts: frozenset[str]
    honorifics: Mapping[str, Gender | None]
    heads: Mapping[str, HeadKind]
    bare_heads: frozenset[str]
    modifiers: frozenset[str]
    connectors: frozenset[str]
    particles: frozenset[str]
    lineage: frozenset[str]
    kin: frozenset[str]
    house_titles: frozenset[str]
    house_words: frozenset[str]
    name_stoppers: frozenset[str]
    no_surnames: frozenset[str]
    qualifiers: frozenset[str]
    vague_heads: frozenset[str]
    namesake_things: frozenset[str]
    named_for: frozenset[str]
    place_openers: frozenset[str]
    postal_codes: frozenset[str]
    crown: str
    legends: Mapping[str, str]
    titled_legends: Mapping[str, str]
    doctors: frozenset[str]
    tempests: frozenset[str]
    stage_words: frozenset[str]
    suffixes: frozenset[str]
    female_names: frozenset[str]
    male_names: frozenset[str]
    given_like_states: frozenset[str]
    full_names: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, Gender]
    group_words: Mapping[Words, Literal["words", "leaders"]]
    document_heads: frozenset[str]
    papers: frozenset[str]
    palaces: frozenset[str]
    counterparts: frozenset[str]
    loose_heads: Mapping[str, list[str]]
    ranks: frozenset[str]
    other_holders: frozenset[str]
    candidacies: frozenset[str]
    unshared_titles: frozenset[str]
    spouse_titles: frozenset[str]
    learned_words: frozenset[str]
    quantities: frozenset[str]
    implied_states: Mapping[str, str]
    known_states: tuple[str, ...]
    body_anaphors: frozenset[str]
    body_heads: frozenset[str]
    home_bodies: Mapping[str, str]
    department_states: frozenset[str]
    meeting_verbs: frozenset[str]
    meeting_nouns: frozenset[str]
    place_prepositions: frozenset[str]
    place_verbs: frozenset[str]
    former_words: frozenset[str]
    speech_verbs: frozenset[str]
    crediting_verbs: frozenset[str]
    high_roles: frozenset[str]
    leading_roles: frozenset[str]
    collective_roles: frozenset[str]
    memory: int
    long_memory: int
    host_roles: tuple[str, ...]
    colleague_roles: tuple[str, ...]
    local_roles: tuple[str, ...]
    regional_roles: frozenset[str]
    known_legislators: frozenset[str]
    member_roles: frozenset[str]
    called_once: frozenset[str]
    titled_roles: frozenset[str]
    rare_given: int
    rare_surname: int
    foreign_titles: frozenset[str]
    royal_titles: frozenset[str]
    lone_legislators: frozenset[str]
    short_titles: Mapping[str, str]
    kept_titles: Mapping[str, frozenset[str]]
    address: frozenset[str]
    surname_titles: frozenset[str]
    guest_titles: frozenset[str]
    informants: frozenset[str]
    informed: frozenset[str]
    account_openings: tuple[str, ...]
    meeting_with_verbs: frozenset[str]
    numbers: Mapping[str, int]

    def in_title(self, lower: str) -> bool:
        """Whether the word may stand in a title: its head or what goes with one."""
        return lower in self.heads or lower in self.modifiers


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    raw = lexicon("mentions")
    return Vocabulary(
        styles=frozenset(raw["styles"]["heads"]),
        style_parts=frozenset(raw["styles"]["parts"]),
        honorifics=_honorifics(raw["honorifics"]),
        heads={word: kind for kind, words in raw["heads"].items() for word in words},
        bare_heads=frozenset(raw["bare_heads"]),
        modifiers=frozenset(raw["modifiers"]),
        connectors=frozenset(raw["connectors"]),
        particles=frozenset(raw["name_particles"]),
        house_titles=frozenset(raw["house_titles"]),
        house_words=frozenset(raw["house_words"]),
        lineage=frozenset(raw["lineage"]),
        kin=frozenset(raw["kin"]),
        no_surnames=frozenset(raw["no_surnames"]),
        qualifiers=frozenset(raw["qualifiers"]),
        vague_heads=frozenset(raw["vague_heads"]),
        namesake_things=frozenset(raw["namesake_things"]),
        named_for=frozenset(raw["named_for"]),
        place_openers=frozenset(raw["place_openers"]),
        postal_codes=frozenset(raw["postal_codes"]),
        crown=raw["crown"],
        legends=raw["legends"],
        titled_legends=raw["titled_legends"],
        doctors=frozenset(raw["doctors"]),
        tempests=frozenset(raw["tempests"]),
        name_stoppers=frozenset(raw["name_stoppers"]),
        stage_words=frozenset(raw["stage_words"]),
        suffixes=frozenset(raw["name_suffixes"]),
        female_names=frozenset(fold(name) for name in raw["female_given_names"]),
        male_names=frozenset(fold(name) for name in raw["male_given_names"]),
        given_like_states=frozenset(raw["given_like_states"]),
        full_names=_full_names(raw["short_given_names"]),
        pronouns={word: row["gender"] for row in raw["pronouns"].values() for word in row["words"]},
        group_words={tuple(phrase.split()): kind for kind, phrases in raw["groups"].items() for phrase in phrases},
        document_heads=frozenset(raw["documents"]["heads"]),
        papers=frozenset(raw["documents"]["papers"]),
        palaces=frozenset(raw["palaces"]),
        counterparts=frozenset(raw["counterparts"]),
        loose_heads=raw["loose_heads"],
        ranks=frozenset(raw["ranks"]),
        other_holders=frozenset(raw["other_holders"]),
        candidacies=frozenset(raw["candidacies"]),
        unshared_titles=frozenset(raw["unshared_titles"]),
        spouse_titles=frozenset(raw["spouse_titles"]),
        learned_words=frozenset(raw["learned_words"]),
        quantities=frozenset(raw["quantities"]),
        implied_states=raw["implied_states"],
        known_states=tuple(raw["known_states"]),
        body_anaphors=frozenset(raw["anaphors"]["body"]),
        body_heads=frozenset(raw["body_heads"]),
        home_bodies=raw["home_bodies"],
        department_states=frozenset(raw["department_states"]),
        meeting_verbs=frozenset(raw["meeting_verbs"]),
        meeting_nouns=frozenset(raw["meeting_nouns"]),
        place_prepositions=frozenset(raw["place_prepositions"]),
        place_verbs=frozenset(raw["place_verbs"]),
        former_words=frozenset(raw["former_words"]),
        speech_verbs=frozenset(lexicon("speech")["verbs"]),
        crediting_verbs=frozenset(raw["crediting_verbs"]),
        collective_roles=frozenset(raw["roles"]["collective"]),
        leading_roles=frozenset(raw["roles"]["leading"]),
        memory=raw["memory"],
        long_memory=raw["long_memory"],
        high_roles=frozenset(raw["roles"]["high"]),
        host_roles=tuple(raw["roles"]["hosts"]),
        colleague_roles=tuple(raw["roles"]["colleagues"]),
        local_roles=tuple(raw["roles"]["local"]),
        regional_roles=frozenset(raw["roles"]["regional"]),
        known_legislators=frozenset(raw["roles"]["known_legislators"]),
        member_roles=frozenset(raw["roles"]["members"]),
        called_once=frozenset(raw["roles"]["recalled"]),
        titled_roles=frozenset(raw["roles"]["titled"]),
        rare_given=raw["rare"]["given"],
        rare_surname=raw["rare"]["surname"],
        foreign_titles=frozenset(raw["foreign_titles"]),
        royal_titles=frozenset(raw["royal_titles"]),
        lone_legislators=frozenset(raw["lone_legislators"]),
        short_titles=raw["short_titles"],
        kept_titles={whose: frozenset(titles) for whose, titles in raw["kept_titles"].items()},
        surname_titles=frozenset(raw["surname_titles"]),
        guest_titles=frozenset(raw["guest_titles"]),
        address=frozenset(raw["address"]),
        informants=frozenset(raw["informants"]["heads"]),
        informed=frozenset(raw["informants"]["known_by"]),
        account_openings=tuple(raw["account_openings"]),
        meeting_with_verbs=frozenset(raw["meeting_with_verbs"]),
        numbers=raw["group_sizes"],
    )


def _full_names(raw: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    shorts = {short for shorts in raw.values() for short in shorts}
    return {fold(s): frozenset(fold(full) for full, known in raw.items() if s in known) for s in shorts}


def _honorifics(raw: Mapping[str, Any]) -> dict[str, Gender | None]:
    genders: dict[str, Gender | None] = {"male": "male", "female": "female", "neutral": None}
    return {word: genders[kind] for kind, words in raw.items() for word in words}


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The word without case and accents, so that Erdoğan is Erdogan."""
    if word.isascii():
        return word.casefold()
    bare = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold()


def gender_of(given: Words) -> Gender | None:
    """What the first of these folded given names tells."""
    raw, first = vocabulary(), given[:1]
    if not raw.female_names.isdisjoint(first):
        return "female"
    return None if raw.male_names.isdisjoint(first) else "male"
