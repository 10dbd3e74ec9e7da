"""The kind of an act and whether it eases, from the words that tell it, where no frame of the data says so."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from detente.model.findings import Effect, IncidentKind
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.text.reading import Token


def kind_told(head: Token, words: Span) -> IncidentKind:
    """The kind of the word that heads the act, else of the words nearest to it; `other` where none has one."""
    inside = [t for t in head.subtree() if words.start <= t.start < words.end and kind_listed(t.lemma)]
    nearest = min(inside, key=lambda t: (t is not head, t.head is not head, abs(t.i - head.i)), default=head)
    return kind_listed(nearest.lemma) or "other"


@cache
def kind_listed(lemma: str) -> IncidentKind | None:
    """The kind of act that a word points to."""
    return _kinds().get(lemma)


def kinds_listed(lemmas: Collection[str]) -> set[IncidentKind]:
    """The kinds of act that words point to."""
    known = _kinds()
    return {known[lemma] for lemma in lemmas if lemma in known}


@cache
def _kinds() -> dict[str, IncidentKind]:
    return {word: kind for kind, words in lexicon("incidents")["kinds"].items() for word in words}


def effect_of(head: Token) -> Effect:
    """Whether the word that heads the act, or what it is done to, tells of easing."""
    thing = head.child("dobj", "nsubjpass")
    return "ease" if eases([t.lemma for t in (head, thing) if t is not None]) else "strain"


def eases(lemmas: Collection[str]) -> bool:
    """Whether one of the words tells of easing."""
    return not _easing().isdisjoint(lemmas)


@cache
def _easing() -> frozenset[str]:
    return frozenset(lexicon("incidents")["easing"])


@cache
def manners_of(lemma: str) -> tuple[str, ...]:
    """What a word may do in the telling of an act: "violence", "coercion", "forces" and the like."""
    return _manners().get(lemma, ())


@cache
def _manners() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for manner, words in lexicon("incidents")["manners"].items():
        for word in words:
            found[word] = (*found.get(word, ()), manner)
    return found


@cache
def names_act(noun: str) -> bool:
    """Whether a noun may name an act: it is listed as one, or as a word of a kind or manner of acts."""
    return (
        noun in lexicon("incidents")["nouns"] or kind_listed(noun) is not None or bool(_ACTING & set(manners_of(noun)))
    )


_ACTING = frozenset({"violence", "advance", "coercion", "breaking", "refusing", "protest", "easing"})
