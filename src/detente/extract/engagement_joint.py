"""Sides that one phrase tells together: "officials of A and B", "the A-B council", "we, the leaders of A and B"."""

from __future__ import annotations

import re
from itertools import pairwise

from detente.extract.engagement_cues import CLAUSAL, Cue, word_set
from detente.extract.engagement_nouns import counted
from detente.extract.engagement_parties import Roster, Sides, settled
from detente.model.dossier import Party
from detente.ontology.states import STATES, states_in
from detente.text.clauses import phrase_of
from detente.text.reading import Token

_JOINED = re.compile(r"\W*(?:and|or|&)?\W*(?:the\s+)?", re.IGNORECASE)
_NOBODY = Sides((), ())
_BACK = 600
"""How far back (code points) "the two men" were named."""


def joint_sides(cue: Cue, roster: Roster) -> Sides:
    """Those who take part with all their states; nobody where no phrase of the cue names two states together."""
    attended = _at_a_summit(cue, roster)
    if attended.states:
        return attended
    near = (*cue.mine, *cue.theirs) if cue.theirs else ()
    for noun in (*cue.mine, *cue.theirs):
        told = _told_by(_spelled_out(noun), roster)
        others = [p for n in near if n is not noun for p in roster.parties([n])]
        if told.states and bool(near) == bool(others):
            states = dict.fromkeys([*(p.state for p in others if p.state), *told.states])
            return Sides((*others, *told.parties), tuple(states), generic=told.generic)
    return _NOBODY


def _spelled_out(noun: Token) -> Token:
    """The leaders of "we, the leaders of"."""
    return noun.child("appos") or noun


def _told_by(noun: Token, roster: Roster) -> Sides:
    parties = roster.parties([noun])
    people = settled([p for p in parties if p.kind == "person"])
    if people.parties:
        return people if len(people.states) > 1 else _NOBODY
    if named := roster.named_behind(noun):
        return settled(list(named))
    if _a_pair(noun) and (pair := _last_named(noun, roster)).states:
        return pair
    words = _words(noun)
    start, end = words[0].start, words[-1].end
    states = _named_together(roster.reading.document.text[start:end]) or _both(start, end, roster)
    if len(states) < 2:
        return _NOBODY
    bodies = tuple(p for p in parties if p.kind == "body")
    described = bodies or _by_office(noun, words, roster) or tuple(p for p in parties if p.kind == "unnamed")
    return Sides(
        described or tuple(Party(name=STATES[s].name, kind="state", state=s) for s in states), states, generic=True
    )


def _a_pair(noun: Token) -> bool:
    """Whether it is "the two" or "the two men"."""
    two = any(c.lower in {"two", "both"} for c in noun.children)
    return noun.lower in word_set("pairs") or (two and noun.lemma in word_set("people"))


def _last_named(noun: Token, roster: Roster) -> Sides:
    """The two people named before "the two" in the same sentence, before "the two men" in those just before."""
    start = noun.sentence.start - (0 if noun.lower in word_set("pairs") else _BACK)
    told = [m.party for m in roster.actors.within(start, noun.start) if m.party.kind == "person" and m.party.state]
    people = list({p.name: p for p in reversed(told)}.values())[:2]
    pair = settled(list(reversed(people)))
    return pair if len(pair.states) > 1 else _NOBODY


def _by_office(noun: Token, words: list[Token], roster: Roster) -> tuple[Party, ...]:
    """The "foreign ministers of A and B" in these words; nobody for "the two sides"."""
    if noun.lemma not in word_set("officials"):
        return ()
    told = [t for t in words if t.dep not in {"det", "poss", "predet"} or t.head is not noun]
    told = [t for t in told if t.lower not in {"two", "both"}]
    name = " ".join(roster.reading.document.text[told[0].start : told[-1].end].split())
    name = name[0].lower() + name[1:] if told[0].pos == "NOUN" else name
    return (Party(name=name, kind="unnamed"),)


def between_the_two(cue: Cue, roster: Roster) -> Sides:
    """The document's two states for talks whose sides go without saying: "after ten rounds of talks"."""
    noun, pair = cue.head, roster.actors.pair
    owned = noun.child("poss") is not None
    if noun.lemma in word_set("at_home") and noun.head.lower in {"for", "of"}:
        return _NOBODY
    if cue.kind != "talks" or noun.tag != "NNS" or owned or counted(noun) is noun or cue.theirs or len(pair) < 2:
        return _NOBODY
    parties = roster.parties(cue.mine)
    elsewhere = set(roster.actors.named(noun.sentence.start, noun.sentence.end)) - set(pair)
    if elsewhere or any(p.kind != "unnamed" or p.state for p in parties):
        return _NOBODY
    states = tuple(Party(name=STATES[s].name, kind="state", state=s) for s in pair)
    return Sides(tuple(parties) or states, pair, generic=True)


def _words(noun: Token) -> list[Token]:
    """The noun's phrase with what "of" or "from" adds to it, without clauses."""
    behind = [c for c in noun.children if c.lower in {"of", "from"}]
    inner = [t for c in behind for t in c.subtree() if t.dep not in CLAUSAL or t.pos in {"PROPN", "NOUN", "ADJ"}]
    return sorted({*phrase_of(noun), *inner}, key=lambda t: t.i)


def _named_together(words: str) -> tuple[str, ...]:
    """States named one beside the other, with no more than "and" or a mark in between."""
    named = states_in(words)
    gaps = [words[end:start] for (_, end, _), (start, _, _) in pairwise(named)]
    apart = any(not _JOINED.fullmatch(gap) for gap in gaps)
    return () if apart or len(named) < 2 else tuple(dict.fromkeys(name.code for _, _, name in named))


def _both(start: int, end: int, roster: Roster) -> tuple[str, ...]:
    """The document's two states for "commanders of the two sides"."""
    groups = [m for m in roster.actors.within(start, end) if m.party.kind == "group" and m.start > start]
    return roster.actors.pair if groups and not states_in(roster.reading.document.text[start:end]) else ()


def _at_a_summit(cue: Cue, roster: Roster) -> Sides:
    """Someone who attends "the A-B summit" meets those whom its name tells."""
    people = [p for p in roster.parties(cue.mine) if p.kind == "person" and p.state]
    if cue.kind != "summit" or cue.head.pos not in {"NOUN", "PROPN"} or cue.theirs or len(people) != 1:
        return _NOBODY
    named = states_in(roster.reading.document.text[phrase_of(cue.head)[0].start : cue.head.end])
    states = dict.fromkeys([*(p.state for p in people if p.state), *(name.code for _, _, name in named)])
    return Sides(tuple(people), tuple(states)) if len(states) > 1 else _NOBODY
