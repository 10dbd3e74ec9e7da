"""A document with the layers that extractors share, each computed once, in any language."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Literal

from detente.model.document import Document
from detente.model.dossier import Party, Problem
from detente.model.span import Span
from detente.model.when import When

ParagraphKind = Literal["headline", "heading", "byline", "bullet", "speaker", "body"]
_PLACE, _START = attrgetter("i"), attrgetter("start")


class Token:
    """A word or mark with its place in the text and in the syntax of its sentence.

    `pos` is a Universal POS tag, `tag` and `dep` those of the language's own treebank (English: Penn tags and
    ClearNLP labels); `head` is the token itself at a root; `i` counts through the whole document;
    `under` is filled when `subtree` is first asked.
    """

    __slots__ = (
        "children",
        "dep",
        "end",
        "ent",
        "head",
        "i",
        "lemma",
        "lower",
        "pos",
        "sentence",
        "start",
        "tag",
        "text",
        "under",
    )

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    ent: str
    head: Token
    children: list[Token]
    sentence: Sentence
    under: list[Token] | None

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, {self.pos}, {self.dep})"

    def subtree(self) -> list[Token]:
        """The token and all that hangs under it, in the order of the text; worked out once, so not to be changed."""
        if self.under is None:
            found, todo = [], [self]
            while todo:
                token = todo.pop()
                found.append(token)
                todo.extend(token.children)
            self.under = sorted(found, key=_PLACE)
        return self.under

    def ancestors(self) -> Iterator[Token]:
        """Heads, from the nearest to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these labels."""
        for child in self.children:
            if child.dep in deps:
                return child
        return None


@dataclass(eq=False)
class Sentence:
    """Code points `[start:end]` of the document; tokens in order."""

    start: int
    end: int
    tokens: list[Token]
    paragraph: Paragraph

    @cached_property
    def root(self) -> Token:
        """The token that heads the sentence, asked for once the reader has hung its words."""
        return next((t for t in self.tokens if t.head is t and t.pos != "SPACE"), self.tokens[0])

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in lower case, so that what asks for some of them is done at once where there are none."""
        return frozenset(t.lower for t in self.tokens)

    @cached_property
    def forms(self) -> frozenset[str]:
        """Its words in lower case and in their plain form, to ask the same where a list may hold either."""
        return self.words | {t.lemma for t in self.tokens}


@dataclass(eq=False)
class Paragraph:
    """A block of text between blank lines or bullet marks.

    `kind`: "headline" is a first line without a full stop, "heading" one further down, "byline" a line on who
    wrote or what else to read, "bullet" an item of a list, "speaker" a block of a transcript that opens with its
    speaker; all else is "body". `depth` counts the indentation levels of a bullet from 0.
    """

    index: int
    start: int
    end: int
    kind: ParagraphKind = "body"
    depth: int = 0
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def tokens(self) -> Iterator[Token]:
        """Tokens of all its sentences."""
        for sentence in self.sentences:
            yield from sentence.tokens


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    `[start:end]` includes the marks, `[inner_start:inner_end]` does not. `closed` is False when the mark at the
    end is missing; `runs_on` when the next paragraph opens with a mark that goes on with the same speech;
    `continues` when this one does so itself. `nested` stands inside another quotation.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    mark: Literal["double", "single"]
    closed: bool = True
    runs_on: bool = False
    continues: bool = False
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in the text; `label` is PERSON, ORG, GPE, LOC, NORP, FAC, EVENT or another OntoNotes type."""

    start: int
    end: int
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell when or how long.

    Dates: `when` to `until` (None: one moment). Clock times: `clock` as HH:MM. Lengths: `minutes`, `approximate`
    when the text says "around" or "over". `when` is None where the words cannot be resolved.
    """

    start: int
    end: int
    text: str
    kind: Literal["date", "clock", "duration", "set"]
    when: When | None = None
    until: When | None = None
    clock: str | None = None
    minutes: int | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to someone, resolved to whom as far as that can be known.

    `[start:end]` is the whole noun phrase that names; `head` the index of its head token. `via` tells what made
    the link, so that a reader can judge it.
    """

    start: int
    end: int
    head: int
    text: str
    party: Party
    via: Literal["name", "surname", "office", "description", "pronoun", "state", "body", "group"]


@dataclass(eq=False)
class Reading:
    """A Document with its shared layers. `mentions` and `author` are filled by resolution, the rest by the reader.

    `times` are in the order of the text; `author` is who says "I" in a text without turns, where its title tells.
    """

    document: Document
    paragraphs: list[Paragraph]
    tokens: list[Token]
    names: list[Name] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    author: Party | None = None

    def __post_init__(self) -> None:
        self._starts = [t.start for t in self.tokens]
        self._mention_of: dict[int, Mention] = {}
        self._mention_starts: list[int] = []
        self._in_order: list[Mention] = []
        self._indexed: list[Mention] | None = None

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences in the order of the text."""
        for paragraph in self.paragraphs:
            yield from paragraph.sentences

    @property
    def people(self) -> tuple[Party, ...]:
        """Everyone the mentions resolve to, each once, in the order of first mention."""
        return tuple(dict.fromkeys(m.party for m in self.mentions))

    def token_at(self, offset: int) -> Token | None:
        """The last token that starts at or before `offset`."""
        i = bisect_right(self._starts, offset) - 1
        return self.tokens[i] if i >= 0 else None

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """Tokens that start within `[start:end]`."""
        low, high = bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)
        return self.tokens[low:high]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The innermost quotation whose inside or marks hold `offset`."""
        holding = [q for q in self.quotations if q.start <= offset < q.end]
        return max(holding, key=lambda q: q.start, default=None)

    def mention_of(self, head: Token) -> Mention | None:
        """The mention whose head is this token, else the shortest whose words hold it."""
        self._index()
        return self._mention_of.get(head.i)

    def _index(self) -> None:
        """Make the indexes of mentions anew where resolution has filled them since."""
        if self._indexed is not self.mentions:
            self._indexed, self._mention_of = self.mentions, self._index_mentions()
            self._in_order = sorted(self.mentions, key=lambda m: m.start)
            self._mention_starts = [m.start for m in self._in_order]

    def _index_mentions(self) -> dict[int, Mention]:
        index: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: m.start - m.end):
            index.update((t.i, mention) for t in self.tokens_in(mention.start, mention.end))
        index.update((m.head, m) for m in sorted(self.mentions, key=lambda m: m.end - m.start))
        return index

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin within `[start:end]`, in the order of the text."""
        self._index()
        return self._in_order[bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)]

    def times_in(self, start: int, end: int) -> list[TimeExpression]:
        """Time expressions that begin within `[start:end]`."""
        return self.times[bisect_left(self.times, start, key=_START) : bisect_left(self.times, end, key=_START)]

    def span(self, start: int, end: int) -> Span:
        """Cite `[start:end]` without white space at its ends."""
        return self.document.trimmed(start, end)
