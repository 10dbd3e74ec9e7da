"""Pairs of neighbouring places in a document that may tell one thing differently, each described by what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from detente.extract.accounts import Account, Accounts, classes_in, words_of
from detente.extract.discrepancy_figures import Count, counted
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.text.clauses import SUBJECTS, Actors, subject_of
from detente.text.reading import Token

_REACH = 2
"""Sentences between the two places."""
_FEWEST = 3
"""Words of a part of a sentence that can be an account of its own."""
_UNREAD = frozenset({"heading", "byline"})
_SHORT = 12
"""Words of a short place."""
_MARKS = frozenset('"“”„«»')
_LEADING_IN = frozenset({"according", ":"})
"""What tells who speaks, beside verbs."""
_NO_COUNT = frozenset({"DATE", "TIME", "ORDINAL"})


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """The names under which each word is listed."""
    known = lexicon("discrepancies")
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys((*known["telling"], *known["answering"], "nots", "ones")):
        for word in known[name]:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


@dataclass(eq=False)
class Place:
    """A sentence, or a part of one between two marks: what it says, and who says it."""

    accounts: Accounts
    actors: Actors
    tokens: list[Token]
    at: int
    sums: dict[tuple[str, str], float] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """Its words without the marks at its ends."""
        words = [t for t in self.tokens if t.pos not in {"PUNCT", "SPACE"}] or self.tokens
        return self.accounts.reading.span(words[0].start, words[-1].end)

    @cached_property
    def told(self) -> list[Account]:
        """The accounts that begin or run on in it."""
        start, end = self.tokens[0].start, self.tokens[-1].end
        return [a for a in self.accounts.in_sentence(self.at) if a.span.start < end and start < a.span.end]

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Its words in their plain form."""
        return frozenset({t.lemma for t in self.tokens})

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes of things told of: "exercise" and "drill" are one."""
        return classes_in(self.lemmas)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its words that can link it to another place."""
        whole = len(self.tokens) == len(self.accounts.sentences[self.at].tokens)
        return self.accounts.stems_of(self.at) if whole else self.accounts.stems_in(self.tokens)

    @cached_property
    def states(self) -> tuple[str, ...]:
        """The states named or spoken for in it, in order."""
        return self.actors.named(self.tokens[0].start, self.tokens[-1].end)

    @cached_property
    def counts(self) -> list[Count]:
        """The figures told in it."""
        return counted(self.tokens) if self.numbers or self.has("ones") else []

    @cached_property
    def numbers(self) -> list[Token]:
        """Its numbers that are no day or time."""
        return [t for t in self.tokens if t.pos == "NUM" and t.ent not in _NO_COUNT]

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Its verbs in their plain form."""
        return frozenset(t.lemma for t in self.tokens if t.pos == "VERB")

    @cached_property
    def traits(self) -> tuple[str, ...]:
        """What it is like by itself, in words for the judge."""
        return tuple(dict.fromkeys(_traits(self)))

    @cached_property
    def times(self) -> frozenset[tuple[str, str]]:
        """Lengths, clock times and days told in it, each with its kind."""
        found = self.accounts.reading.times_in(self.tokens[0].start, self.tokens[-1].end)
        return frozenset((t.kind, str(t.minutes or t.clock or (t.when.day if t.when else t.start))) for t in found)

    @cached_property
    def voices(self) -> tuple[tuple[str, ...], ...]:
        """Who is said to speak in it: for each verb of saying the states behind its subject, none where unknown."""
        telling = (t for t in self.tokens if t.pos == "VERB" or t.lower in _LEADING_IN)
        found = [self.actors.of(subject) for t in telling if (subject := _speaker_of(t)) is not None]
        found += [(a.state,) if a.state else () for a in self.told]
        return tuple(dict.fromkeys(found))

    @cached_property
    def side(self) -> str | None:
        """The state that speaks in it: the first that is known; "" where someone speaks who is of none."""
        known = [voice[0] for voice in self.voices if voice]
        return known[0] if known else "" if self.voices else None

    @property
    def heard(self) -> str:
        """Whether a state, someone else or only the writer speaks in it."""
        return "narrated" if self.side is None else "told" if self.side else "someone"

    @cached_property
    def stances(self) -> list[str]:
        """In which ways it may answer another account: a denial, a name, a version, a figure."""
        found = [name for name in lexicon("discrepancies")["answering"] if self.has(name)]
        if any(a.refutes or a.denies for a in self.told) or self.has("nots"):
            found.append("no")
        if any(t.lower == "it" and t.head.lemma == "be" and t.dep in SUBJECTS for t in self.tokens):
            found.append("it was")
        if any(t.pos == "NUM" for t in self.tokens):
            found.append("number")
        return found

    def has(self, name: str) -> bool:
        """Whether it holds one of the words listed under `name`."""
        return name in self.listed

    @cached_property
    def listed(self) -> frozenset[str]:
        """The names under which its words are listed."""
        names = _names()
        return frozenset(name for lemma in names.keys() & self.lemmas for name in names[lemma])


@dataclass(frozen=True, eq=False)
class Pair:
    """Two places in the order of the text; `apart` counts sentences, `mark` is what parts them within one."""

    a: Place
    b: Place
    apart: int
    mark: str = ""


def _speaker_of(token: Token) -> Token | None:
    """The word for whoever speaks: the subject of a verb of saying, the source after "according to" or before ":"."""
    if token.pos == "VERB" and (token.lemma in words_of("saying") or token.lemma in words_of("denying")):
        return subject_of(token)
    if token.lower == "according":
        to = next((c for c in token.children if c.lower == "to"), None)
        return to.child("pobj") if to else None
    if token.text == ":" and token.head.end <= token.start and token.head.pos in {"PROPN", "NOUN"}:
        return token.head
    return None


def pairs(accounts: Accounts, actors: Actors) -> Iterator[Pair]:
    """Sentences up to two apart, and the parts of one sentence, where anyone speaks in either."""
    whole = [Place(accounts, actors, s.tokens, n) for n, s in enumerate(accounts.sentences)]
    for place in whole:
        kind = accounts.sentences[place.at].paragraph.kind
        if kind in _UNREAD:
            continue
        for before in whole[max(0, place.at - _REACH) : place.at]:
            heard = before.side is not None or place.side is not None
            if heard and accounts.sentences[before.at].paragraph.kind not in _UNREAD:
                yield Pair(before, place, place.at - before.at)
        if place.side is not None:
            yield from _within(place)


@cache
def _breaks() -> dict[str, str]:
    """The words and marks that part a sentence, each with the name of its kind."""
    return {word: name for name, words in lexicon("discrepancies")["breaks"].items() for word in words}


def _within(place: Place) -> Iterator[Pair]:
    """The parts of a sentence on either side of each of its marks."""
    parts = [(mark, p) for mark, p in _parts(place) if len(p.tokens) >= _FEWEST]
    for n, (mark, later) in enumerate(parts):
        for k in range(max(0, n - _REACH), n):
            yield Pair(parts[k][1], later, 0, mark if k == n - 1 else "far")


def _parts(place: Place) -> Iterator[tuple[str, Place]]:
    breaks, opening = _breaks(), words_of("after_comma")
    mark = ""
    found: list[Token] = []
    for token, after in zip(place.tokens, [*place.tokens[1:], None], strict=True):
        told = breaks.get(token.lower)
        comma = token.text == "," and after is not None and after.lower in opening
        if found and (told or comma):
            yield mark, Place(place.accounts, place.actors, found, place.at)
            mark, found = told or after.lower if after else "", []
        found.append(token)
    if found and mark:
        yield mark, Place(place.accounts, place.actors, found, place.at)


def _traits(place: Place) -> Iterator[str]:
    """Which classes of words it holds, whether it is quoted and what its verbs are."""
    turns, texts = _turns(), {t.text for t in place.tokens}
    yield from (f"{turns[word]} {word}" for word in turns.keys() & {t.lower for t in place.tokens})
    yield from (f"root {t.tag}" for t in place.tokens if t.head is t and t.pos in {"VERB", "AUX"})
    yield from place.listed & _telling()
    middle = place.tokens[len(place.tokens) // 2].start
    yield f"quoted {place.accounts.reading.quotation_at(middle) is not None}"
    yield f"marks {not _MARKS.isdisjoint(texts)}"
    yield f"short {len(place.tokens) <= _SHORT}"
    yield f"told {min(2, len(place.told))}"
    if place.tokens[0].text[0] in _MARKS:
        yield "opens quoted"
    if "?" in texts:
        yield "asks"
    if any(not a.asserts for a in place.told):
        yield "asks or lists"
    yield from (f"says {verb}" for verb in place.verbs & _acts_of_speech())


@cache
def _telling() -> frozenset[str]:
    return frozenset(lexicon("discrepancies")["telling"])


@cache
def _acts_of_speech() -> frozenset[str]:
    return words_of("saying") | words_of("denying") | words_of("naming")


@cache
def _turns() -> dict[str, str]:
    """Words that deny or turn what is told, each with the name of its kind."""
    return dict.fromkeys(words_of("turns"), "turn") | dict.fromkeys(words_of("nots"), "word")
