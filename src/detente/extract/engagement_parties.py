"""Who takes part in a contact: people in full, bodies and states only where a side has no person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from detente.extract.engagement_cues import Cue, coming_along, word_set
from detente.extract.engagement_voice import Voices
from detente.model.dossier import Party
from detente.ontology.offices import OFFICES, people_named, tenures_of
from detente.ontology.states import STATES, state_named, states_in
from detente.text.clauses import actors_of, joined, phrase_of, subject_of
from detente.text.reading import Mention, Reading, Token

_REACH = 10
_NAME = r"[A-Z][\w.’'-]*"
_LISTED = re.compile(
    rf"(?:\s+of\s+(?:the\s+)?{_NAME}(?:\s+{_NAME})*)?(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:{_NAME}\s+){{0,4}}"
)
"""What stands between two names of a list: "… of Norway, and Prime Minister …"."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Those who take part, and the states they speak for.

    `generic` when someone is told only as a number of people; `implied` when a state goes without saying.
    """

    parties: tuple[Party, ...]
    states: tuple[str, ...]
    generic: bool = False
    implied: bool = False

    @property
    def people(self) -> tuple[Party, ...]:
        """The named ones."""
        return tuple(p for p in self.parties if p.kind == "person")

    @property
    def names(self) -> frozenset[str]:
        """Their names, to compare by."""
        return frozenset(p.name for p in self.parties)

    def joined(self, other: Sides) -> Sides:
        """Those of both tellings of one contact."""
        both = settled([*self.parties, *other.parties])
        states = tuple(dict.fromkeys([*both.states, *self.states, *other.states]))
        return replace(both, states=states, implied=self.implied and other.implied)


class Roster:
    """The people and states of one Reading, by the words that mean them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.actors = actors_of(reading)
        self.voices = Voices(reading, self.actors)
        self._by_name = {m.party.name: m.party for m in reading.mentions if m.party.kind != "group"}
        self._known: dict[tuple[int, bool], list[Party]] = {}
        self._state_of: dict[str, str] = {}
        for mention in reading.mentions:
            if mention.party.kind == "person" and mention.party.state is None:
                state = self._placed(mention.party, mention).state
                if state is not None:
                    self._state_of.setdefault(mention.party.name, state)

    def mentions_of(self, noun: Token, *, apart: bool = False) -> list[Mention]:
        """The mentions that a noun phrase and (unless `apart`) all joined to it stand for, one for each part."""
        found: list[Mention] = []
        for part in [noun] if apart else joined(noun):
            mention = self._alone(part) if apart else self.actors.mention(part) or self._around(part)
            if mention is not None and mention not in found:
                found.append(mention)
        return found

    def _alone(self, noun: Token) -> Mention | None:
        """The mention of one person that a coordination begins with."""
        told = [m for m in self.reading.mentions_in(noun.sentence.start, noun.end) if m.party.kind != "group"]
        named = (m for m in told if m.start <= noun.start < m.end and m.party.kind == "person")
        return next((m for m in told if m.head == noun.i), None) or next(named, None)

    def _around(self, noun: Token) -> Mention | None:
        words = phrase_of(noun)
        held = [m for m in self.actors.within(words[0].start, noun.end) if m.end >= noun.end]
        within = [m for m in held if m.head <= noun.i or (m.start <= noun.start and m.party.kind == "person")]
        if within:
            return min(within, key=lambda m: m.end - m.start)
        holding = self.reading.mention_of(noun) if noun.pos in {"NOUN", "PROPN"} else None
        return holding if holding is not None and holding.party.kind == "person" else None

    def parties(self, nouns: Iterable[Token], *, apart: bool = False) -> list[Party]:
        """Each once; a pair ("the two leaders") as the people in it where they are known."""
        found: dict[str, Party] = {}
        for noun in nouns:
            known = self._known.get((noun.i, apart))
            if known is None:
                known = self._known[noun.i, apart] = self._parties_of(noun, apart=apart)
            for party in known:
                found.setdefault(party.name, party)
        return list(found.values())

    def _parties_of(self, noun: Token, *, apart: bool) -> list[Party]:
        told = self._named_after(noun, apart=apart) or self._of_mentions(noun, apart=apart) or self.voices.of(noun)
        if told and not apart:
            told = [*told, *self._listed_on(noun), *self._speaking(noun)]
        found = [*(told or self._described(noun) or self._as_said(noun))]
        if noun.dep in {"compound", "amod"} and (state := state_named(noun.text)) is not None:
            found.append(Party(name=STATES[state.code].name, kind="state", state=state.code))
        return found

    def _speaking(self, noun: Token) -> list[Party]:
        """The speaker of "Mr Roe and I"."""
        return [p for t in joined(noun) if t.pos == "PRON" for p in self.voices.of(t)]

    def _listed_on(self, noun: Token) -> list[Party]:
        """Whom a list names on, with marks, "and", titles and states between them, where the parse breaks it."""
        known = [m for m in self.mentions_of(noun) if m.party.kind == "person"]
        end = min((m.end for m in known), default=noun.sentence.end)
        found: list[Party] = []
        for mention in self.reading.mentions_in(end, noun.sentence.end):
            head = self.reading.tokens[mention.head]
            if mention.party.kind != "person" or mention.start < end:
                continue
            parted = head.dep == "nsubj" and head.head is not noun.head
            if parted or _LISTED.fullmatch(self.reading.document.text, end, mention.start) is None:
                break
            found.append(self._placed(mention.party, mention))
            end = mention.end
        return found

    def _as_said(self, noun: Token) -> list[Party]:
        """The state or body that speaks of itself: "Norway says it is ready to talk"."""
        verb = noun.head
        if noun.lower != "it" or noun.dep != "nsubj" or verb.dep != "ccomp":
            return []
        speaker = verb.head.child("nsubj")
        told = self._of_mentions(speaker, apart=False) if speaker is not None else []
        return [p for p in told if p.state]

    def _of_mentions(self, noun: Token, *, apart: bool) -> list[Party]:
        return [
            self._placed(party, self._own(party, mention))
            for mention in self.mentions_of(noun, apart=apart)
            for party in ([mention.party] if apart else self._members(mention.party))
        ]

    def _named_after(self, noun: Token, *, apart: bool) -> list[Party]:
        """The people of "her counterpart, Ms Doe, and the envoy, Mr Roe", with the states that their titles name."""
        parts = [noun] if apart else joined(noun)
        named = {part.i: self._apposed(part) for part in parts}
        if not any(named.values()):
            return []
        return [p for part in parts for p in named[part.i] or self._of_mentions(part, apart=True)]

    def _apposed(self, noun: Token) -> list[Party]:
        names = noun.child("appos")
        if names is None or noun.pos != "NOUN":
            return []
        people = [p for p in self._of_mentions(names, apart=False) if p.kind == "person"]
        of = [t for c in noun.children if c.lower == "of" for t in c.subtree()]
        text = self.reading.document.text
        told = [text[words[0].start : words[-1].end] for words in (phrase_of(noun), of) if words]
        codes = [name.code for words in told for _, _, name in states_in(words)]
        codes = list(dict.fromkeys(codes)) if len(people) > 1 else codes[:1]
        codes = codes if len(codes) == len(people) else codes[:1] * len(people) if len(codes) == 1 else []
        states: list[str | None] = [*codes] or [None] * len(people)
        return [
            replace(p, state=p.state or state, role=p.role or noun.text)
            for p, state in zip(people, states, strict=True)
        ]

    def _described(self, noun: Token) -> list[Party]:
        """Unnamed people of one state whom resolution does not know: "a group of Korean nurses"."""
        words = [*phrase_of(noun), *(t for c in noun.children if c.lower == "of" for t in c.subtree())]
        nations = [t for t in words if t.ent == "NORP" and t.pos == "ADJ"]
        states = {s.code for t in nations if (s := state_named(t.text)) is not None}
        people = noun.tag == "NNS" or noun.lemma in word_set("delegations")
        if len(states) != 1 or not people:
            return []
        told = [t for t in words if t.dep not in {"det", "poss"} or t.head is not noun]
        name = " ".join(self.reading.document.text[told[0].start : max(t.end for t in told)].split())
        return [Party(name=name, kind="unnamed", state=states.pop())]

    def owners(self, noun: Token) -> tuple[str, ...]:
        """The states of "our ministers" and "the two countries' ministers"."""
        owner = noun.child("poss")
        return self.voices.states(owner) or self.actors.of(owner) if owner is not None else ()

    def _own(self, party: Party, mention: Mention) -> Mention:
        """The mention of one member of a group inside that of the group."""
        inside = self.reading.mentions_in(mention.start, mention.end)
        return next((m for m in inside if m.party.name == party.name), mention)

    def named_behind(self, noun: Token) -> tuple[Party, ...]:
        """The people of "the Greek and Turkish ministers, A and B" with their states; nobody where numbers differ."""
        names = noun.child("appos")
        people = [p for p in self.parties([names]) if p.kind == "person"] if names is not None else []
        words = self.reading.document.text[phrase_of(noun)[0].start : names.start] if names is not None else ""
        codes = tuple(dict.fromkeys(name.code for _, _, name in states_in(words)))
        if len(people) < 2 or len(people) != len(codes):
            return ()
        return tuple(replace(p, state=p.state or code) for p, code in zip(people, codes, strict=True))

    def _placed(self, party: Party, mention: Mention) -> Party:
        """The party with the one state that its own phrase names, else that of the side whose account the text is."""
        head = self.reading.tokens[mention.head]
        words = self.reading.document.text[min(mention.start, phrase_of(head)[0].start) : mention.end]
        codes = tuple(dict.fromkeys(name.code for _, _, name in states_in(words)))
        sure = party.state is not None and (party.person_id is not None or party.state in codes or len(codes) != 1)
        if sure or party.kind not in {"person", "unnamed"}:
            return party
        told = self._state_of.get(party.name)
        codes = codes or self._behind(head, mention) or self._titled(party) or ((told,) if told else ())
        codes = codes or self._of_its_state(head, mention) or self._in_office_then(party, head)
        if not codes and len(self.reading.document.account_of) == 1 and mention.party.kind == "person":
            codes = self.reading.document.account_of
        return replace(party, state=codes[0]) if len(codes) == 1 else party

    def _behind(self, head: Token, mention: Mention) -> tuple[str, ...]:
        """The state of "the president of Chad, head of the Union": the first that "of" names."""
        of = next((c for c in head.children if c.lower == "of"), None)
        end = max([mention.end, *(t.end for t in (of.subtree()[:_REACH] if of is not None else ()))])
        return self.actors.named(mention.start, end)[:1]

    def _of_its_state(self, head: Token, mention: Mention) -> tuple[str, ...]:
        """The state named last before "its foreign minister, Ms Doe"."""
        first = self.reading.token_at(min(mention.start, phrase_of(head)[0].start))
        if first is None or first.lower != "its":
            return ()
        return tuple(self.actors.named(first.sentence.start, first.start)[-1:])

    def _in_office_then(self, party: Party, head: Token) -> tuple[str, ...]:
        """The state for which someone held office on a day that the sentence tells: "visited Oslo in 2011"."""
        if party.person_id is None:
            return ()
        times = self.reading.times_in(head.sentence.start, head.sentence.end)
        days = [t.when.day for t in times if t.when is not None]
        offices = (OFFICES[t.office_id] for day in days for t in tenures_of(party.person_id, day))
        return tuple(dict.fromkeys(office.state for office in offices if office.state))

    def _titled(self, party: Party) -> tuple[str, ...]:
        """The state that the title names behind this person: "Call with President Doe of Chad"."""
        _, _, whom = (self.reading.document.title or "").partition(" with ")
        names = [w for w in party.name.split() if w in whom.replace(",", " ").split()]
        after = whom.partition(names[-1])[2] if names else ""
        return tuple(name.code for _, _, name in states_in(after))[:1] if party.kind == "person" else ()

    def _members(self, party: Party) -> list[Party]:
        if party.kind != "group":
            return [party]
        names = party.name.replace(", and ", ", ").replace(" and ", ", ").split(", ")
        on = self.reading.document.published
        known = [p for n in names if (p := self._by_name.get(n) or _of_the_directory(n, on)) is not None]
        return known if len(known) > 1 else [party]

    def possessors(self, noun: Token) -> list[Party]:
        """Whose it is by the mark in front of it, where the parse has lost that: "A and B's long, two-hour talk"."""
        words = noun.sentence.tokens
        at = noun.i - words[0].i
        for token in reversed(words[max(0, at - _REACH) : at]):
            if token.tag == "POS":
                ending = [
                    m for m in self.reading.mentions if m.end == token.start and m.party.kind in {"person", "group"}
                ]
                widest = max(ending, key=lambda m: m.end - m.start, default=None)
                return self._members(widest.party) if widest is not None else []
            if token.pos in {"VERB", "AUX", "PRON"} and token.tag not in {"VBN", "VBG"}:
                return []
        return []

    def state_parties(self, noun: Token) -> list[Party]:
        """The two states of "the US-China talks"."""
        words = phrase_of(noun)
        codes = self.actors.named(words[0].start, noun.start)
        return [Party(name=STATES[c].name, kind="state", state=c) for c in codes] if len(codes) > 1 else []

    def sides(self, cue: Cue) -> Sides:
        """Both sides of a contact as far as its own clause tells them."""
        mine, theirs = self.parties([*cue.mine, *coming_along(cue)]), self.parties(cue.theirs, apart=cue.apart)
        if cue.head.pos in {"NOUN", "PROPN"}:
            mine += [p for p in self.possessors(cue.head) if p not in mine]
        told = {*_states(mine), *_states(theirs)}
        mine, theirs = self._facing(mine, theirs), self._facing(theirs, mine)
        if not theirs and cue.head.pos in {"NOUN", "PROPN"}:
            mine = self.state_parties(cue.head) or mine
        if len(mine) == 1 and not theirs and cue.head.pos == "VERB":
            mine += self._lost(cue.mine[0], mine[0])
        if theirs and not set(_states(mine)) - set(_states(theirs)) and cue.head.pos in {"NOUN", "PROPN"}:
            mine += [p for p in self._from_clause(cue.head) if p.state not in _states(theirs)]
        if not mine and not theirs and cue.mine and all(t.pos == "PRON" for t in cue.mine):
            mine = self._from_clause(cue.head)
        if theirs and not set(_states(mine)) - set(_states(theirs)):
            return Sides((), ())
        sides = settled(mine + [t for t in theirs if t not in mine])
        return replace(sides, implied=not sides.people and not told.issuperset(sides.states))

    def _facing(self, parties: list[Party], others: list[Party]) -> list[Party]:
        """Officials of no known state who face one of the document's two states speak for the other."""
        opposite = [s for s in self.actors.pair if s not in _states(others)]
        if _states(parties) or len(_states(others)) != 1 or len(opposite) != 1:
            return parties
        return [replace(p, state=opposite[0]) if _official(p) else p for p in parties]

    def _lost(self, subject: Token, first: Party) -> list[Party]:
        """Others joined to the subject that the parse took for something else: "A of Norway and B met"."""
        inside = [t for t in subject.subtree() if t.i > subject.i and t.dep in {"conj", "appos"}]
        found = [m.party for t in inside if (m := self.actors.mention(t)) is not None]
        return [p for p in found if p.kind == "person" and p.name != first.name and p.state != first.state]

    def paired(self, parties: list[Party]) -> list[Party]:
        """Take "the two countries" alone for the two states of the document."""
        if any(p.kind != "group" for p in parties) or not parties or len(self.actors.pair) < 2:
            return parties
        return [Party(name=STATES[c].name, kind="state", state=c) for c in self.actors.pair]

    def visitor(self, cue: Cue) -> Sides:
        """Those who travel."""
        return settled(self.parties(cue.mine, apart=cue.apart))

    def _from_clause(self, noun: Token) -> list[Party]:
        """Find the other side of "after talks with the king, the minister flew home" in the subject."""
        verbs = [t for t in noun.ancestors() if t.pos in {"VERB", "AUX"}][:2]
        subjects = [s for v in verbs if (s := subject_of(v)) is not None and noun not in s.subtree()]
        subject = next(iter(subjects), None)
        if subject is None:
            return []
        owner = subject.child("poss")
        return self.parties([subject]) or (self.parties([owner]) if owner is not None else [])


def _of_the_directory(name: str, on: str | None) -> Party | None:
    """Someone whom the text only means: one of "the foreign ministers of Chile and Peru"."""
    people = people_named(name) if on else []
    states = {OFFICES[t.office_id].state for p in people for t in tenures_of(p.id, on)}
    if len(people) != 1 or len(states) != 1:
        return None
    return Party(name=name, kind="person", person_id=people[0].id, state=states.pop())


def _official(party: Party) -> bool:
    """Whether someone of no told state speaks for one: a named person with an office, or an unnamed envoy."""
    if party.kind == "unnamed":
        return bool({w.lower().removesuffix("s") for w in party.name.split()} & word_set("officials"))
    return party.kind == "person" and bool(party.office or party.role)


def _states(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.state for p in parties if p.state))


def settled(parties: list[Party]) -> Sides:
    """Where a side has a named person, its bodies, its state and its unnamed people are left out."""
    parties = list({p.name: p for p in parties}.values())
    personal = {p.state for p in parties if p.kind == "person"}
    kept = [p for p in parties if p.kind == "person" or (p.state not in personal and p.kind != "group")]
    described = [p for p in kept if p.kind == "unnamed"]
    if described:
        kept = [p for p in kept if p.kind not in {"state", "body"} or p.state not in {d.state for d in described}]
    named_people = [p for p in kept if p.kind == "person"]
    if len(_states(named_people)) > 1:
        kept = [p for p in kept if p.kind == "person" or p.state]
    groups = any(p.kind == "group" for p in parties)
    generic = groups or any(p.kind == "unnamed" and _many(p.name) for p in kept)
    return Sides(tuple(kept), _states([*kept, *(p for p in parties if p.kind != "group")]), generic)


def _many(name: str) -> bool:
    words = name.split()
    return bool(words) and any(
        w.endswith("s") and w.lower() not in {"affairs", "states"} for w in words[-1:] + words[:1]
    )
