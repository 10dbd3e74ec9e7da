"""Where a contact was, in the words of the text."""

from __future__ import annotations

import re

from detente.extract.engagement_cues import Cue, word_set
from detente.extract.engagement_reach import PLACES, about, follows
from detente.ontology.states import STATES, state_named
from detente.text.clauses import joined
from detente.text.reading import Name, Reading, Token


def place_of(cue: Cue, reading: Reading) -> str | None:
    """The place in the words of the text, the narrower one first: "Istana", "Woodside, California"."""
    if cue.stop and cue.reach is not None:
        return _place_within(cue.reach, reading)
    for word in _clause_words(cue):
        if word.dep == "prep" and word.lower in word_set("place_prepositions"):
            for noun in joined(pobj) if (pobj := word.child("pobj")) else ():
                if (place := _named_place(noun, reading)) and about(word, cue):
                    return place
    named = next((reading.document.text[c.start : c.end] for c in cue.head.children if _names_place(c)), None)
    return named or _place_behind(cue, reading)


def _place_within(reach: tuple[int, int], reading: Reading) -> str | None:
    """The place named in these code points, with the land behind it."""
    inside = [n for n in reading.names if n.label in PLACES and reach[0] <= n.start < reach[1]]
    text = reading.document.text[inside[0].start : inside[-1].end] if inside else ""
    return re.sub(r"\s+", " ", text) or None


def _place_behind(cue: Cue, reading: Reading) -> str | None:
    """The first place with "in" or "at" behind the cue, with only names and prepositions between them."""
    for word in cue.head.sentence.tokens:
        place = word.child("pobj") if word.lower in {"in", "at"} and word.i > cue.head.i else None
        if place is not None and follows(word.start, cue, reading) and (found := _named_place(place, reading)):
            return found
    return None


def _names_place(token: Token) -> bool:
    return token.dep == "compound" and token.ent in {"GPE", "FAC"} and "-" not in token.text


def _clause_words(cue: Cue) -> list[Token]:
    words = cue.head.subtree()
    if cue.anchor is not None:
        words = sorted({*words, *cue.anchor.subtree()}, key=lambda t: t.i)
    return words


def _named_place(noun: Token, reading: Reading) -> str | None:
    name = _name_at(noun, reading)
    if name is None and noun.lemma not in word_set("place_words"):
        return None
    start = name.start if name else min(t.start for t in noun.subtree())
    end = name.end if name else noun.end
    follow = noun.child("appos")
    if follow is not None and follow.ent in PLACES:
        end = follow.end
    text = reading.document.text
    here = re.sub(r"\s+", " ", _without_ending(text[start:end])).removeprefix("the ")
    if noun.lemma == "capital" and (capital := _capital(noun, reading)):
        return capital
    owner = noun.child("poss")
    if owner is not None and owner.ent in PLACES and owner.text not in here:
        here = f"{here}, {text[owner.start : owner.end]}"
    return here if name and name.label == "GPE" else f"{here}{_around_it(noun, here, reading)}"


def _around_it(noun: Token, here: str, reading: Reading) -> str:
    """The town and region behind a building: ", Woodside, California"."""
    towns = [p for c in noun.children if c.lower == "in" and (p := c.child("pobj")) and p.ent == "GPE"]
    town = _named_place(towns[0], reading) if towns else None
    return f", {town}" if town and town not in here else ""


def _without_ending(words: str) -> str:
    """The name without a preposition that was taken for its end."""
    *front, last = words.split(" ")
    return " ".join(front) if front and last in word_set("name_endings") else words


def _capital(noun: Token, reading: Reading) -> str | None:
    """The name of "the Austrian capital"."""
    before = reading.tokens_in(min(t.start for t in noun.subtree()), noun.start)
    states = [s for t in before if t.ent in {"NORP", "GPE"} and (s := state_named(t.text)) is not None]
    return STATES[states[0].code].capital if states else None


def _name_at(noun: Token, reading: Reading) -> Name | None:
    return next((n for n in reading.names if n.start <= noun.start < n.end and n.label in PLACES), None)
