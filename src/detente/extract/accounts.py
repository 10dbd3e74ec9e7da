"""What each side says in a document, as accounts that can be set against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import chain, groupby
from operator import attrgetter

from detente.model.findings import Statement
from detente.model.span import Span
from detente.ontology.lexicon import lexicon
from detente.text.cuewords import cues_in
from detente.text.reading import Reading, Token

_SENTENCE = attrgetter("sentence")
_STEM = 6
"""Words are compared by so many first letters: "construct" and "construction" are one."""
_SHORTEST = 3
_LINKING = frozenset({"NOUN", "VERB", "ADJ", "NUM"})
_THINGS = frozenset({"", "PRODUCT", "EVENT", "FAC", "LAW", "WORK_OF_ART"})
"""Names of these types link accounts; those of people and countries stand everywhere."""
_SCRAP = 2
"""Content of so few words is the first part of a clause that its cue cuts in two."""
_COMMON = 5
"""A word that stands in so many sentences of a document or more links nothing in it."""


@cache
def words_of(name: str) -> frozenset[str]:
    """The words listed under `name`."""
    return frozenset(lexicon("discrepancies")[name])


@dataclass(frozen=True, slots=True)
class Account:
    """One side's words on something: `at` counts sentences, `stems` are its words that can link it to others.

    `denies`: its main clause says that something is not so; `refutes`: that no such thing was. `asserts`: it tells
    something, rather than demand it or list topics.
    """

    span: Span
    speaker: str
    state: str | None
    at: int
    paragraph: int
    stems: frozenset[str]
    denies: bool
    refutes: bool
    asserts: bool
    issues: tuple[str, ...]
    cue: str

    def differs_from(self, other: Account) -> bool:
        """Whether it is another side's: of another state, or one of the two of none that is known."""
        return self.speaker != other.speaker and (self.state is None or self.state != other.state)


class Accounts:
    """The accounts of one Reading, and the places of its sentences."""

    def __init__(self, reading: Reading, statements: Iterable[Statement]) -> None:
        self.reading = reading
        self.sentences = list(reading.sentences)
        self._at = {id(sentence): n for n, sentence in enumerate(self.sentences)}
        stems = [_stems(sentence.tokens) for sentence in self.sentences]
        spread = Counter(chain.from_iterable(stems))
        self._common = {stem for stem, n in spread.items() if n >= _COMMON} | words_of("common")
        self._sentence_stems = [frozenset(found - self._common) for found in stems]
        self.all = [account for s in statements for account in self._of(s)]
        self.all.sort(key=lambda account: account.span.start)
        self._by_sentence_at: dict[int, list[Account]] = {}
        for account in self.all:
            self._by_sentence_at.setdefault(account.at, []).append(account)

    def _of(self, statement: Statement) -> Iterator[Account]:
        """One account for each sentence of what is said: the longest of its parts there."""
        parts: dict[int, list[list[Token]]] = {}
        for span in statement.content:
            for at, tokens in self._by_sentence(span):
                parts.setdefault(at, []).append(tokens)
        for at, found in parts.items():
            yield self._account(statement, at, max(found, key=len), [t for tokens in found for t in tokens])

    def _by_sentence(self, span: Span) -> Iterator[tuple[int, list[Token]]]:
        for sentence, tokens in groupby(self.reading.tokens_in(span.start, span.end), key=_SENTENCE):
            yield self._at[id(sentence)], list(tokens)

    def at(self, token: Token) -> int:
        """The number of the token's sentence."""
        return self._at[id(token.sentence)]

    def in_sentence(self, at: int) -> list[Account]:
        """The accounts told in a sentence, in order."""
        return self._by_sentence_at.get(at, [])

    def whole(self, at: int) -> Span:
        """The words of a sentence."""
        return self.reading.span(self.sentences[at].start, self.sentences[at].end)

    def follows(self, offset: int, account: Account) -> bool:
        """Whether no colon at `offset` keeps what follows in its sentence from being the account of another."""
        token = self.reading.token_at(offset)
        held = token is not None and self.reading.document.text[offset : offset + 1] == ":"
        return not held or (token is not None and account.at == self.at(token))

    def stems_of(self, at: int) -> frozenset[str]:
        """The linking words of a sentence."""
        return self._sentence_stems[at]

    def stems_in(self, tokens: Iterable[Token]) -> frozenset[str]:
        """The linking words among some tokens."""
        return frozenset(_stems(tokens) - self._common)

    def _account(self, statement: Statement, at: int, longest: list[Token], tokens: list[Token]) -> Account:
        return Account(
            span=_carrying(self.reading, longest),
            speaker=statement.speaker or "",
            state=statement.state,
            at=at,
            paragraph=self.sentences[at].paragraph.index,
            stems=self.stems_in(tokens),
            denies=_denies(tokens) or self._calls_false(tokens),
            refutes=_refutes(tokens),
            asserts=_asserts(tokens) and not _demands(self.reading, statement),
            issues=tuple(i for i in statement.issues if i != "other"),
            cue=_lemma(self.reading, statement.cue),
        )

    def _calls_false(self, tokens: list[Token]) -> bool:
        text = self.reading.document.text
        return bool(cues_in(text, tokens[0].start, tokens[-1].end, "discrepancies", "denials"))


def _carrying(reading: Reading, tokens: list[Token]) -> Span:
    """The words, or from there to the end of their sentence where they hold no verb ("Rome", he said, "had …")."""
    scrap = len(tokens) <= _SCRAP and not any(t.pos in {"VERB", "AUX"} for t in tokens)
    return reading.span(tokens[0].start, tokens[0].sentence.end if scrap else tokens[-1].end)


def _stems(tokens: Iterable[Token]) -> set[str]:
    return {t.lemma[:_STEM] for t in tokens if _links(t)}


def _links(token: Token) -> bool:
    if token.pos not in _LINKING and (token.pos != "PROPN" or token.ent not in _THINGS):
        return False
    return len(token.text) >= _SHORTEST and token.text[0].isalpha() and token.dep not in {"aux", "auxpass"}


def classes_in(lemmas: AbstractSet[str]) -> frozenset[str]:
    """The classes of things that are told by several words: "exercise" and "drill" are one."""
    known = _classes()
    return frozenset(name for lemma in known.keys() & lemmas for name in known[lemma])


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    classes: dict[str, tuple[str, ...]] = {}
    for name, words in lexicon("discrepancies")["same"].items():
        for word in words:
            classes[word] = (*classes.get(word, ()), name)
    return classes


def _denies(tokens: list[Token]) -> bool:
    """Whether the main clause among the tokens is negated: "it knew of no letter", "none took part", "had yet to"."""
    nots = [t for t in tokens if t.lower in words_of("nots")]
    inside = {t.i for t in tokens} if nots else set()
    return any(_depth(t, inside) <= _NEAR_ROOT for t in nots)


_NEAR_ROOT = 2


def _refutes(tokens: list[Token]) -> bool:
    """Whether it tells that there was none of something: "it knew of no letter", "no aircraft was hit"."""
    nos = [t for t in tokens if t.lower == "no" and t.dep == "det"]
    inside = {t.i for t in tokens} if nos else set()
    if not any(_depth(t, inside) <= _NEAR_ROOT + 1 for t in nos):
        return False
    top = next((t for t in tokens if t.head.i not in inside or t.head is t), None)
    return top is not None and (top.tag == "VBD" or any(c.tag == "VBD" for c in top.children))


def _depth(token: Token, inside: set[int]) -> int:
    depth = 0
    while token.head is not token and token.head.i in inside:
        token, depth = token.head, depth + 1
    return depth


def _asserts(tokens: list[Token]) -> bool:
    return any(t.pos in {"VERB", "AUX"} and t.dep != "amod" for t in tokens)


def _demands(reading: Reading, statement: Statement) -> bool:
    return _lemma(reading, statement.cue) in lexicon("discrepancies")["demanding"]


def _lemma(reading: Reading, cue: Span | None) -> str:
    tokens = reading.tokens_in(cue.start, cue.end) if cue else []
    return next((t.lemma for t in tokens if t.pos == "VERB"), tokens[0].lemma if tokens else "")
