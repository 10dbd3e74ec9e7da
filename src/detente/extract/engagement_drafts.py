"""Words that may tell a contact of which the rules do not know both sides: drafts, for the judge to decide on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

from detente.extract.engagement_cues import Cue, cue_words, prepositions, word_set
from detente.extract.engagement_gathering import Gathering
from detente.extract.engagement_merge import Contact, days_agree
from detente.extract.engagement_nouns import noun_cue
from detente.extract.engagement_parties import Roster, settled
from detente.extract.engagement_status import status_of
from detente.extract.engagement_verb_status import Told
from detente.model.document import Document
from detente.ontology.cities import state_of_city
from detente.text.clauses import phrase_of, subject_of
from detente.text.reading import Sentence, Token

_PEOPLE = frozenset({"person", "unnamed", "body"})


@dataclass(frozen=True, slots=True)
class Draft:
    """What may be a contact.

    `wide` ones are told by a word that seldom tells one. `own` are the states that its own words name; its contact has
    those of the document too where they name fewer than two.
    """

    cue: Cue
    told: Told
    contact: Contact
    wide: bool
    own: tuple[str, ...]


class Gate(Protocol):
    """A cheap question about a cue before a draft is made of it."""

    def __call__(self, cue: Cue, *, wide: bool) -> bool:
        """Whether it is worth the making; `wide` where its word seldom tells a contact."""


def all_drafts(gathering: Gathering, known: Sequence[Contact], gate: Gate) -> Iterator[Draft]:
    """What the rules left open, and what other words may tell beside the contacts known, in the order of the text."""
    taken = {cue.head.i for cue in gathering.cues}
    calls = _press_call(gathering.reading.document)
    loose = [
        (c, told, False)
        for c, told in gathering.unsettled
        if gate(c, wide=False) and (c.theirs or c.kind != "call" or not calls) and not _meets_a_thing(c)
    ]
    for sentence in gathering.reading.sentences:
        if sentence.paragraph.kind != "byline":
            likely = [c for c in _wide_cues(sentence, taken) if gate(c, wide=True)]
            loose += [(c, t, True) for c in likely if (t := status_of(c)) is not None]
    for cue, told, wide in sorted(loose, key=lambda found: found[0].head.i):
        draft = _draft(gathering, cue, told, wide=wide)
        if draft is not None and not any(_within(draft.contact, k) for k in known):
            yield draft


def _meets_a_thing(cue: Cue) -> bool:
    """Whether it is no contact but a turn of phrase: "the plan met with criticism"."""
    return cue.head.lemma == "meet" and any(t.lemma in word_set("met_with") for t in cue.theirs)


def _press_call(document: Document) -> bool:
    """Whether it is the record of a call with reporters, so that "today's call" is this one."""
    return any(words in (document.title or "").lower() for words in cue_words()["press_calls"])


def _within(contact: Contact, known: Contact) -> bool:
    """Whether it stands in the words for a contact that the rules tell, and tells nothing else."""
    told = contact.tellings[0].span
    here = any(told.overlaps(t.span) for t in known.tellings)
    alike = (contact.kind == "visit") == (known.kind == "visit") and contact.status == known.status
    return here and alike and days_agree(contact.setting, known.setting)


def _wide_cues(sentence: Sentence, taken: set[int]) -> Iterator[Cue]:
    nouns, verbs = _wide("nouns"), _wide("verbs")
    for token in sentence.tokens:
        if token.i in taken:
            continue
        if token.pos in {"NOUN", "PROPN"} and (kind := nouns.get(token.lemma)) and not _counts(token):
            cue = noun_cue(token, kind)
            if cue is not None:
                yield cue
        elif token.pos == "VERB" and (kind := verbs.get(token.lemma)) and not _rules_alone(token):
            yield _told_by_verb(token, kind)


def _rules_alone(verb: Token) -> bool:
    """Whether what is signed or sent is one government's own instrument: "signed Executive Order 9066"."""
    made = verb.child("dobj", "nsubjpass")
    return made is not None and any(t.lower in word_set("instruments") for t in phrase_of(made))


def _counts(noun: Token) -> bool:
    """Whether it only counts something: "a third round of voting"; what is counted is asked for itself."""
    return noun.lemma in word_set("counting") and any(c.lower == "of" for c in noun.children)


def _told_by_verb(verb: Token, kind: str) -> Cue:
    subject, objects = subject_of(verb), [c for c in verb.children if c.dep in {"dobj", "dative"} and c.pos != "ADP"]
    led = [(c.lower, p) for c in prepositions(verb) if (p := c.child("pobj")) is not None]
    theirs = [p for word, p in led if word in {"with", "to"}] if kind != "visit" else []
    goals = [p for word, p in led if word in {"to", "in", "at", "into", "between", "for"}] + objects
    return Cue(
        verb,
        kind,  # type: ignore[arg-type]
        mine=(subject,) if subject is not None else (),
        theirs=tuple(theirs + objects) if kind != "visit" else (),
        destination=tuple(goals) if kind == "visit" else (),
    )


@cache
def _wide(part: str) -> dict[str, str]:
    """The kind of contact that each word may tell."""
    return {word: kind for kind, words in cue_words()["wide"][part].items() for word in words}


def _draft(gathering: Gathering, cue: Cue, told: Told, *, wide: bool) -> Draft | None:
    """The contact as far as its own words tell it; None where not even a state is known."""
    roster, visit = gathering.roster, cue.kind == "visit"
    parties = roster.parties(cue.mine if visit else (*cue.mine, *cue.theirs))
    sides = settled([p for p in parties if p.kind in _PEOPLE])
    own = tuple(dict.fromkeys([*(p.state for p in parties if p.state), *_states_near(cue, roster)]))
    states = own if len(own) > 1 else (*own, *(s for s in roster.actors.pair if s not in own))[:2]
    if not states or (cue.kind == "news_conference" and len(own) < 2):
        return None
    contact = gathering.made(cue, sides)
    contact.sides = replace(sides, states=states, implied=len(own) < 2)
    contact.target = states[1:] if visit else ()
    contact.status = gathering.dated_status(told, cue, contact.setting)
    contact.overdue = gathering.is_overdue(contact.setting)
    gathering.tell_circumstances(contact, cue, told[1])
    return Draft(cue, told, contact, wide, own)


def _states_near(cue: Cue, roster: Roster) -> tuple[str, ...]:
    """States in the words for the contact, its sides and its place."""
    found: list[str] = []
    for noun in (*cue.mine, *cue.theirs, *cue.destination, *([cue.head] if cue.head.pos != "VERB" else [])):
        words = phrase_of(noun)
        found += roster.actors.named(words[0].start, max(noun.end, words[-1].end))
        inner = [t for c in noun.children if c.lower in {"of", "from", "with", "between"} for t in c.subtree()[:8]]
        if inner:
            found += roster.actors.named(inner[0].start, inner[-1].end)
        city = state_of_city(noun.text) if noun.ent == "GPE" else None
        found += [city] if city is not None and noun in cue.destination else []
    return tuple(dict.fromkeys(found))
