"""What surrounds a draft of an event: its document, the states in its sentence, what other layers found there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from detente.extract.event_codes import home_of, sector_of
from detente.extract.event_drafts import Draft, doer_of, objects_of
from detente.extract.event_words import types_of
from detente.model.findings import Commitment, Engagement, Incident, Statement
from detente.model.span import Span
from detente.ontology.cities import state_of_city
from detente.text.chain import Found
from detente.text.clauses import Actors, phrase_of
from detente.text.reading import Reading, Sentence, Token

_WORD = re.compile(r"[a-z]+")
_MANY = 3
_SPEAKER = frozenset({"i", "we", "our", "my", "us", "me", "ours"})
_BESIDE = frozenset({"amod", "compound", "poss"})
_NAMES = frozenset({"ORG", "PERSON"})
_AT = frozenset({"in", "at"})


class Scene:
    """What is asked of one document again and again."""

    def __init__(self, reading: Reading, actors: Actors, found: Found) -> None:
        self.reading = reading
        self.actors = actors
        document = reading.document
        self.issuer = document.account_of[0] if len(document.account_of) == 1 else None
        self.own = (self.issuer,) if self.issuer else ()
        self.genre = tuple(sorted(set(_WORD.findall((document.title or "").lower()))))
        statements = found.of(Statement)
        self._said = [(c.start, c.end, s.state) for s in statements for c in s.content if s.state]
        self.cues = {s.cue.start for s in statements if s.cue is not None}
        self._states: dict[Token, tuple[str, ...]] = {}
        self._whom: dict[Token, tuple[str, ...]] = {}
        self._covered = {
            "content": _Ranges(c for s in statements for c in s.content),
            "engagement": _Ranges(w for e in found.of(Engagement) for w in e.evidence),
            "commitment": _Ranges(w for c in found.of(Commitment) for w in c.evidence),
            "incident": _Ranges(w for i in found.of(Incident) for w in i.evidence),
        }

    def layers_at(self, token: Token) -> Iterator[str]:
        """The layers that have the word in one of their spans."""
        if token.start in self.cues:
            yield "cue"
        yield from (layer for layer, ranges in self._covered.items() if ranges.hold(token.start))

    def speaker_at(self, token: Token) -> tuple[str, ...]:
        """The state of whoever says the words in which a token stands."""
        return tuple(state for start, end, state in self._said if start <= token.start < end)[:1]

    def named_by(self, noun: Token | None) -> tuple[str, ...]:
        """The states that a noun names; worked out once, as the drafts of a sentence share their sides."""
        if noun is None:
            return ()
        if noun not in self._states:
            self._states[noun] = self.actors.of(noun)
        return self._states[noun]

    def states_of(self, noun: Token | None) -> tuple[str, ...]:
        """The states that a noun stands for; a "we" that names nobody is its speaker's, else the issuer's."""
        found = self.named_by(noun)
        if found or noun is None or noun.lower not in _SPEAKER:
            return found
        return self.speaker_at(noun) or self.own

    def whom(self, noun: Token | None) -> tuple[str, ...]:
        """The states that an act on a noun is done to: places, armed groups and firms count for where they are."""
        if noun is None:
            return ()
        if noun not in self._whom:
            self._whom[noun] = self.named_by(noun) or self._home_of(noun)
        return self._whom[noun]

    def _home_of(self, noun: Token) -> tuple[str, ...]:
        if noun.head.lower in _AT:
            return ()
        words = phrase_of(noun)
        city = state_of_city(" ".join(w.text for w in words[-2:])) or state_of_city(noun.text)
        return (city,) if city else next((home for w in words if (home := home_of(w.lower))), ())

    @cached_property
    def alone(self) -> bool:
        """Whether the document names no state but that whose account it is."""
        return bool(self.own) and not set(self.actors.named(0, len(self.reading.document.text))) - set(self.own)

    @cached_property
    def titled(self) -> tuple[str, ...]:
        """States that the title names beside the issuer's."""
        told = self.actors.states_told_in(self.reading.document.title or "")
        return tuple(dict.fromkeys(name.code for _, _, name in told if name.code not in self.own))

    @cached_property
    def attacked(self) -> Mapping[str, str]:
        """Whom the document tells each state to have attacked, most often."""
        told: dict[str, Counter[str]] = defaultdict(Counter)
        for sentence in self.reading.sentences:
            for word in sentence.tokens:
                if "ASSAULT" in types_of(word):
                    for by in self.actors.of(doer_of(word))[:1]:
                        told[by].update(s for noun in objects_of(word) for s in self.whom(noun) if s != by)
        return {state: others.most_common(1)[0][0] for state, others in told.items() if others}

    def towards(self, draft: Draft) -> Token | None:
        """Whom an act is done to: the nearest of another state, else the nearest that can act, else the nearest."""
        own = set(self.states_of(draft.actor)[:1] or self.own)
        able = (n for n in draft.others if n.dep not in _BESIDE and (n.ent in _NAMES or sector_of(n, None)))
        first = next(able, None)
        for noun in draft.others:
            placing = first is not None and noun.head.lower in _AT and first.i < noun.i
            if not placing and set(self.whom(noun)) - own:
                return noun
        return first or next(iter(draft.others), None)

    def around(self, sentence: Sentence) -> Iterator[str]:
        """Name what a sentence shows beside its words."""
        named = self.actors.named(sentence.start, sentence.end)
        foreign = [s for s in named if s != self.issuer]
        yield from (f"states={min(_MANY, len(named))}", f"foreign={min(_MANY, len(foreign))} {bool(self.issuer)}")
        yield f"pair={len(set(named) & set(self.actors.pair))}"
        people = {m.via for m in self.actors.within(sentence.start, sentence.end)}
        yield from (f"mention={via}" for via in people)
        yield f"paragraph={sentence.paragraph.kind}"
        yield f"official={bool(self.issuer)} met={min(_MANY, len(self.actors.met))}"
        yield f"quoted={self.reading.quotation_at(sentence.root.start) is not None}"
        yield f"length={min(6, len(sentence.tokens) // 8)}"
        yield f"ends={sentence.tokens[-1].text}"
        yield from (f"title={word}" for word in self.genre)


class _Ranges:
    """Stretches of text, asked whether a place lies in one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted((s.start, s.end) for s in spans)
        self._starts = [start for start, _ in self._spans]
        self._ends: list[int] = []
        for _, end in self._spans:
            self._ends.append(max(end, self._ends[-1] if self._ends else end))

    def hold(self, place: int) -> bool:
        """Whether any of them holds the place."""
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._ends[at]
