"""What may tell an undertaking: all that a rule finds, and widely each verb and each noun that names one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cache
from typing import NamedTuple

from detente.extract.arrangements import (
    arranged,
    concluded,
    considering,
    next_steps,
    obliged,
    ruled_out,
    to_happen,
    under_deal,
    was_agreed,
)
from detente.extract.provisions import funded, itemised, listed, no_intention, resumed, under_way
from detente.extract.scene import Scene, Undertaking, cues, strength_of
from detente.extract.undertaking_nouns import backed, nouns, signed
from detente.extract.undertakings import (
    ANNOUNCING,
    GOING,
    announced,
    committed,
    cue_verbs,
    offered,
    to_be_done,
    willing,
)
from detente.model.findings import Strength
from detente.text.clauses import SUBJECTS, auxiliaries, joined, phrase_of, subject_of
from detente.text.reading import Sentence, Token

WIDE = "wide"
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PREDICATES = frozenset({"ADJ", "VERB"})


class Rule(NamedTuple):
    """What a rule asks of words of some parts of speech, and whether it may ask those that an earlier one told.

    A sentence without any of its `words`, and of those of its `cues` (lists of the language data), is not asked.
    """

    ask: Callable[[Scene, Token], Iterator[Undertaking]]
    of: frozenset[str]
    again: bool = False
    cues: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()


RULES = (
    Rule(cue_verbs, frozenset({"VERB", "NOUN"}), cues=("tasking", "verbs")),
    Rule(committed, _PREDICATES, cues=("committed",)),
    Rule(offered, _VERBS, cues=("takes_object", "takes_sum")),
    Rule(signed, _VERBS, cues=("signing",)),
    Rule(announced, _VERBS, words=ANNOUNCING | GOING),
    Rule(was_agreed, _VERBS, cues=("mutual",)),
    Rule(concluded, _VERBS, cues=("concluding",)),
    Rule(arranged, _VERBS, again=True, cues=("deals",)),
    Rule(nouns, _NOUNS, again=True, cues=("nouns", "plans")),
    Rule(backed, _NOUNS, again=True, cues=("backing",)),
    Rule(to_happen, _VERBS | _PREDICATES, cues=("settled", "bound"), words=frozenset({"be"})),
    Rule(next_steps, _NOUNS, words=frozenset({"step"})),
    Rule(under_deal, _VERBS, cues=("deals",), words=frozenset({"term"})),
    Rule(obliged, _VERBS, cues=("binding",)),
    Rule(ruled_out, _VERBS, words=frozenset({"rule"})),
    Rule(considering, _VERBS, cues=("considering",)),
    Rule(to_be_done, _VERBS, cues=("in_its_hands",)),
    Rule(resumed, _VERBS, cues=("welcoming", "resuming", "announcing")),
    Rule(under_way, _VERBS, cues=("uniting", "explore", "begun")),
    Rule(willing, _PREDICATES, cues=("willing", "not_seeking")),
    Rule(no_intention, _NOUNS, cues=("intentions",)),
    Rule(funded, _NOUNS, cues=("announcements", "funds")),
    Rule(listed, _NOUNS, cues=("outcomes",)),
    Rule(itemised, _VERBS),
)
_HELPING = frozenset({"aux", "auxpass", "amod", "compound"})
_LISTS = (
    "nouns",
    "plans",
    "deals",
    "sealed",
    "resumed",
    "given",
    "outcomes",
    "announcements",
    "backing",
    "funds",
    "touch",
    "intentions",
    "steps",
    "signed",
)


class Draft(NamedTuple):
    """A word that may tell an undertaking, and the name of the rule that says so with what it says; else WIDE."""

    told: Token
    rule: str
    undertaking: Undertaking | None = None


def ruled(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """All that the rules find; what a cue verb carries is not told again by its complement."""
    told: list[tuple[int, int]] = []
    forms = sentence.forms
    for rule, telling in rules_asked():
        if telling and telling.isdisjoint(forms):
            continue
        for token in sentence.tokens:
            if token.pos not in rule.of:
                continue
            if told and not rule.again and any(start <= token.start < end for start, end in told):
                continue
            for undertaking in rule.ask(scene, token):
                told.append(undertaking.extent)
                if scene.outward(undertaking):
                    yield Draft(undertaking.told, rule.ask.__name__, undertaking)


@cache
def rules_asked() -> tuple[tuple[Rule, frozenset[str]], ...]:
    """Each rule with the words that a sentence needs one of; empty where any will do."""
    return tuple((rule, rule.words.union(*(cues()[name] for name in rule.cues))) for rule in RULES)


def wide(sentence: Sentence, told: Collection[int] = ()) -> Iterator[Draft]:
    """Each full verb, and each noun that may name an undertaking, without the words of these numbers."""
    listed_nouns = _nouns()
    for token in sentence.tokens:
        pos = token.pos
        likely = (pos == "VERB" and token.dep not in _HELPING) or (pos == "NOUN" and token.lemma in listed_nouns)
        if likely and token.i not in told:
            yield Draft(token, WIDE)


@cache
def _nouns() -> frozenset[str]:
    return frozenset().union(*(cues()[name] for name in _LISTS))


def deed_of(told: Token) -> Token:
    """What is to be done: what the word governs, else itself."""
    if told.pos == "VERB":
        deed = next(
            (c for c in told.children if c.i > told.i and c.dep in {"xcomp", "ccomp"} and c.pos == "VERB"), None
        )
        return deed or told
    return next((c for c in told.children if c.dep == "acl" and c.tag == "VB"), told)


def party_of(scene: Scene, told: Token) -> tuple[str, tuple[str, ...]]:
    """Who would undertake it, the nearest first, with the way that was found."""
    return next(((way, by) for way, by in _parties(scene, told) if by), ("nobody", ()))


def _parties(scene: Scene, told: Token) -> Iterator[tuple[str, tuple[str, ...]]]:
    if told.pos == "VERB":
        yield "subject", scene.by(subject_of(told))
    else:
        yield "subject", scene.by(told.child("poss"))
        yield "phrase", scene.members_named(phrase_of(told)[0].start, told.start)
        if told.dep in {"dobj", "pobj"}:
            yield "governor", scene.by(subject_of(told.head))
    yield "outcome", scene.outcome_of(told.sentence.paragraph)
    if (statement := scene.statement(told)) is not None:
        yield "statement", (statement.state,) if statement.state else ()
        yield "speakers", () if statement.state else scene.actors.acting_for(statement.speaker or "")
    if scene.of_several():
        yield "sides", scene.actors.sides
    yield "account", tuple(scene.reading.document.account_of)
    yield "named", scene.members_named(told.sentence.start, told.sentence.end)


def proposed(told: Token, by: tuple[str, ...]) -> Undertaking:
    """The undertaking that a word would tell."""
    deed = deed_of(told)
    verb = told.head if told.dep == "xcomp" else told
    planned = {told.lemma, verb.lemma} & (cues()["intending"] | cues()["plans"])
    strength: Strength = "intend" if planned else strength_of(deed, by)
    apart = tuple(
        other for other in (*joined(told)[1:], *(joined(deed)[1:] if deed is not told else ())) if _apart(other)
    )
    return Undertaking(told, deed, by, strength, 0.5, apart)


def _apart(other: Token) -> bool:
    return other.pos == "VERB" and (bool(auxiliaries(other)) or other.child("dobj", *SUBJECTS) is not None)
