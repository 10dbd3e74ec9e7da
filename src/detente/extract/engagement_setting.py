"""When, where and how long a contact was, and what its clause tells of aim, reason and announcement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from detente.extract.engagement_cues import Cue, cue_words, named_contacts, phrasal, word_set
from detente.extract.engagement_standing import told_by
from detente.model.span import Span
from detente.model.when import When
from detente.ontology.states import STATES, state_named
from detente.text.clauses import bounds, joined
from detente.text.reading import Name, Reading, TimeExpression, Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LEADING = frozenset({"nsubj", "npadvmod"})
"""What the parser takes "the last time" for in "the last time they met was in November"."""
_REACH = 8
_REACH_OF_DAY = 40
"""So many code points behind a day stands the noun that it belongs to."""
_DAY = 1440
"""Minutes."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the clause of a contact tells beside who took part.

    `ahead`: its time is "next week", "the coming days"; `over_by`: the last day it may have been, of "a few days ago".
    """

    when: When | None = None
    until: When | None = None
    start: str | None = None
    end: str | None = None
    minutes: int | None = None
    place: str | None = None
    ahead: bool = False
    over_by: date | None = None


def about(token: Token, cue: Cue) -> bool:
    """Whether a word of time or place hangs on the contact, with no other verb or thing in between."""
    members = {cue.head.i}
    if cue.anchor is not None:
        members.add(cue.anchor.i)
        members |= {t.i for c in (cue.anchor, *cue.anchor.children) for t in c.children if t.dep == "xcomp"}
    members |= {
        c.i for c in cue.head.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in word_set("arranging")
    }
    members |= _time_told_of(cue.head) | _what_for(cue.head)
    members |= {n.i for t in cue.mine for n in joined(t)} if cue.act and _set_off(token) else set()
    node = token
    for _ in range(_REACH):
        if node.i in members:
            return True
        if node is not token and node.pos in {"VERB", "AUX", "NOUN"} and not _transparent(node):
            return False
        if node.head is node:
            return False
        node = node.head
    return False


def _set_off(token: Token) -> bool:
    """Whether it stands in words between commas, as in "the ministers, in Oslo on Friday, did not agree"."""
    words = token.sentence.tokens
    first = words[0].i
    before = next((t for t in reversed(words[: token.i - first]) if t.text == "," or t.pos in {"VERB", "AUX"}), None)
    after = next((t for t in words[token.i - first :] if t.text == "," or t.pos in {"VERB", "AUX"}), None)
    return before is not None and after is not None and before.text == after.text == ","


def _what_for(verb: Token) -> set[int]:
    """The contact that somebody is hosted for, with its verb: the visit of "will host Ms Doe for a visit on 3 May"."""
    if verb.pos != "VERB":
        return set()
    things = (c.child("pobj") for c in verb.children if c.lower == "for")
    contacts = named_contacts() | set(cue_words()["nouns"]["visit"])
    return {thing.i for thing in things if thing is not None and thing.lemma in contacts}


def _time_told_of(verb: Token) -> set[int]:
    """The "was" of "the last time that they met was in November"."""
    if any(c.lemma == "time" and c.dep == "npadvmod" for c in verb.children):
        return {c.i for c in verb.children if c.lemma == "be" and c.dep == "conj" and c.child("nsubj") is None}
    noun = verb.head
    told = verb.dep in {"relcl", "acl"} and noun.lemma == "time" and noun.dep in _LEADING and noun.head.lemma == "be"
    return {noun.head.i} if told else set()


def _transparent(node: Token) -> bool:
    return node.lemma in word_set("transparent") or node.ent in {"DATE", "TIME", "EVENT"} | _PLACES


def setting_of(cue: Cue, reading: Reading) -> Setting:
    """Time, place and length told in the clause of the contact."""
    times = _within_reach(list(_times(cue, reading)), cue)
    dates = [t for t in times if t.kind == "date" and t.when is not None]
    nearest = min(dates, key=lambda t: _distance(t, cue), default=None)
    loose = next((t for t in times if t.kind == "date"), None)
    clocks = [t for t in times if t.kind == "clock"]
    length = next((t.minutes for t in times if t.kind == "duration" and _is_length(t, reading)), None)
    when, until = (nearest.when, nearest.until) if nearest else (None, None)
    if cue.kind == "visit" and cue.head.lemma in word_set("ending_stays") and when and length:
        when, until = _since_arrival(when, length)
    if cue.leaving or cue.answering:
        when = until = None
    return Setting(
        when=when,
        until=until,
        start=_clock(clocks, reading, opening=True),
        end=_clock(clocks, reading, opening=False),
        minutes=length,
        place=place_of(cue, reading),
        ahead=_lies_ahead(nearest or loose),
        over_by=_over_by(times, reading.document.published),
    )


def _lies_ahead(time: TimeExpression | None) -> bool:
    """Whether it is a time to come: "next week", "the coming days"."""
    return time is not None and time.text.lower().startswith(tuple(cue_words()["ahead_of_now"]))


def _over_by(times: list[TimeExpression], published: str | None) -> date | None:
    """The last day that "a few days ago" or "earlier this week" may mean, where either tells no day."""
    if not published:
        return None
    words = (t.text.lower() for t in times if t.kind == "date" and (t.when is None or t.when.precision != "day"))
    least = [days for w in words for told, days in cue_words()["over_for_days"].items() if re.search(told, w)]
    return When.from_iso(published).interval.latest - timedelta(days=max(least)) if least else None


def _since_arrival(left: When, minutes: int) -> tuple[When, When | None]:
    """First and last day of a stay of so many days by its last: "ended four days in Oslo on Sunday"."""
    days = minutes // _DAY
    if left.precision != "day" or days < 2:
        return left, None
    arrived = left.interval.latest - timedelta(days=days - 1)
    return When.from_iso(arrived.isoformat(), basis="inferred"), left


def repeated(cue: Cue, reading: Reading) -> bool:
    """Whether it is told as what recurs: "to meet once a year"."""
    sentence = cue.head.sentence
    often = [t for t in reading.times_in(sentence.start, sentence.end) if t.kind == "set"]
    return any(about(token, cue) for t in often for token in reading.tokens_in(t.start, t.end))


def _within_reach(times: list[TimeExpression], cue: Cue) -> list[TimeExpression]:
    """Those in the cue's own part of a clause that tells several contacts; all of them where it has none."""
    start, end = cue.reach or (0, cue.head.sentence.end)
    return [t for t in times if start <= t.start < end] or times


def _times(cue: Cue, reading: Reading) -> Iterator[TimeExpression]:
    sentence = cue.head.sentence
    for time in reading.times_in(sentence.start, sentence.end):
        tokens = reading.tokens_in(time.start, time.end)
        if (
            any(_since(t) for t in tokens) != cue.since
            or (not cue.since and _compared(time, cue, reading))
            or _of_the_act(tokens, cue)
            or _of_another(time, cue, reading)
        ):
            continue
        inside = cue.stop and cue.reach is not None and cue.reach[0] <= time.start < cue.reach[1]
        if inside or any(about(t, cue) for t in tokens) or _beside(time, cue) or _follows(time.start, cue, reading):
            yield time


def _since(token: Token) -> bool:
    """Whether it tells of an earlier time to compare with: "their first meeting since March"."""
    above = list(token.ancestors())[:3]
    return any(t.lower in word_set("back") for t in above if t.pos in {"ADP", "SCONJ"})


def _of_the_act(tokens: list[Token], cue: Cue) -> bool:
    """Whether it is when a contact was called off or refused: "on Friday put off a visit"."""
    verb = cue.anchor
    if verb is None or not tokens or tokens[-1].i > cue.head.i:
        return False
    return told_by(phrasal(verb), "verbs") in {"cancelled", "postponed", "declined"}


def _of_another(time: TimeExpression, cue: Cue, reading: Reading) -> bool:
    """Right before the noun for another contact: "their talks followed up on the November 2022 summit"."""
    if cue.head.pos == "VERB":
        return False
    after = reading.tokens_in(time.end, time.end + _REACH_OF_DAY)
    behind = next((t for t in after if t.pos not in {"ADJ", "PUNCT", "PART"} and t.dep != "compound"), None)
    return behind is not None and behind is not cue.head and behind.lemma in named_contacts()


def _compared(time: TimeExpression, cue: Cue, reading: Reading) -> bool:
    """Behind "since" and a name: "their first meeting since Bali a year earlier"."""
    between = reading.tokens_in(cue.head.end, time.start)
    return any(t.lower in word_set("back") and t.dep == "prep" for t in between)


def _beside(time: TimeExpression, cue: Cue) -> bool:
    """Right behind or before the noun: "the November 2022 meeting", "the Woodside summit last November"."""
    if cue.head.pos not in {"NOUN", "PROPN"}:
        return False
    return 0 <= time.start - cue.head.end <= 2 or 0 <= cue.head.start - time.end <= 2


def _follows(start: int, cue: Cue, reading: Reading) -> bool:
    """Behind the cue with nothing but names and prepositions between them."""
    if start < cue.head.end:
        return False
    between = reading.tokens_in(cue.head.end, start)
    light = {"ADP", "PROPN", "DET", "ADJ", "CCONJ", "PART", "NUM", "ADV"}
    named = [(m.start, m.end) for m in reading.mentions_in(cue.head.end, start)]
    return all(
        t.pos in light or t.text in {",", "-"} or _transparent(t) or any(a <= t.start < b for a, b in named)
        for t in between
    )


def _distance(time: TimeExpression, cue: Cue) -> int:
    precise = 0 if time.when and time.when.precision == "day" else 1000
    return precise + abs(time.start - cue.head.start)


def _is_length(time: TimeExpression, reading: Reading) -> bool:
    """A length of the contact, not "within two hours", "in five years", "an hour before"."""
    before = reading.document.text[max(0, time.start - 8) : time.start].lower().split()
    after = reading.document.text[time.end : time.end + 10].lower().split()
    apart = {"in", "within", "after", "every", "the", "since"}
    return not (before and before[-1] in apart) and not (
        after and after[0] in {"before", "after", "ago", "later", "earlier"}
    )


def _clock(clocks: list[TimeExpression], reading: Reading, *, opening: bool) -> str | None:
    words = (
        ("start", "began", "begin", "from", "open", "at") if opening else ("end", "until", "finish", "conclud", "to ")
    )
    for clock in clocks:
        before = reading.document.text[max(0, clock.start - 14) : clock.start].lower()
        ending = any(w in before for w in ("end", "until", "finish", "conclud")) or before.endswith(" to ")
        if ending != opening and (not opening or any(w in before for w in words)):
            return clock.clock
    return None


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
    inside = [n for n in reading.names if n.label in _PLACES and reach[0] <= n.start < reach[1]]
    text = reading.document.text[inside[0].start : inside[-1].end] if inside else ""
    return re.sub(r"\s+", " ", text) or None


def _place_behind(cue: Cue, reading: Reading) -> str | None:
    """The first place with "in" or "at" behind the cue, with only names and prepositions between them."""
    for word in cue.head.sentence.tokens:
        place = word.child("pobj") if word.lower in {"in", "at"} and word.i > cue.head.i else None
        if place is not None and _follows(word.start, cue, reading) and (found := _named_place(place, reading)):
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
    if follow is not None and follow.ent in _PLACES:
        end = follow.end
    text = reading.document.text
    here = re.sub(r"\s+", " ", _without_ending(text[start:end])).removeprefix("the ")
    if noun.lemma == "capital" and (capital := _capital(noun, reading)):
        return capital
    owner = noun.child("poss")
    if owner is not None and owner.ent in _PLACES and owner.text not in here:
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
    return next((n for n in reading.names if n.start <= noun.start < n.end and n.label in _PLACES), None)


def aims_of(cue: Cue, reading: Reading) -> Span | None:
    """Find "to discuss …" behind the contact."""
    holders = [t for t in (cue.head, cue.anchor) if t is not None]
    for holder in holders:
        for child in holder.children:
            if child.tag == "VB" and child.dep in {"advcl", "xcomp", "acl"} and child.i > holder.i and _to(child):
                return reading.span(*bounds(child))
    return None


def _to(verb: Token) -> bool:
    return any(c.lower == "to" for c in verb.children if c.dep == "aux")


def reason_of(word: Token | None, cue: Cue, reading: Reading) -> Span | None:
    """Why a contact was called off or refused: "over …", "because …"; or the sentence before "As a result, …"."""
    verb = word if word is not None and word.pos in {"VERB", "AUX"} else cue.verb
    if verb is None:
        return None
    for told in verb.subtree():
        if told.i > verb.i and told.dep == "prep" and told.children and told.lower in word_set("reason_prepositions"):
            return reading.span(told.start, told.subtree()[-1].end)
    for child in verb.children:
        if child.dep == "advcl" and any(m.lower in {"because", "after", "since", "as"} for m in child.children):
            return reading.span(*bounds(child))
    return _sentence_before(cue, reading)


def _sentence_before(cue: Cue, reading: Reading) -> Span | None:
    sentence = cue.head.sentence
    opening = reading.document.text[sentence.start : sentence.end].lower()
    if not opening.startswith(tuple(cue_words()["result_openers"])):
        return None
    before = [s for s in reading.sentences if s.end <= sentence.start]
    return reading.span(before[-1].start, before[-1].end) if before else None


def announcement_of(cue: Cue, reading: Reading) -> Span | None:
    """The clause that tells how or when the contact was made public."""
    verb = cue.head.head if cue.head.pos == "NOUN" else None
    if verb is None or verb.lemma not in word_set("announcing") or verb.pos != "VERB":
        return None
    return reading.span(*bounds(verb))


def outcome_of(cue: Cue, reading: Reading) -> Span | None:
    """Find what a contact led to: "the talks produced …"."""
    verb = cue.anchor
    if verb is None or cue.head.dep != "nsubj" or verb.lemma not in word_set("ending_verbs"):
        return None
    if verb.child("dobj") is None and not any(c.lower in {"in", "with", "without"} for c in verb.children):
        return None
    return reading.span(*bounds(verb))
