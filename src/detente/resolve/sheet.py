"""The working copy of a reading while its mentions are being resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from detente.model.dossier import Party, Problem
from detente.ontology.bodies import Body
from detente.ontology.lexicon import lexicon
from detente.ontology.offices import OFFICES, PEOPLE, Person, tenures_in, tenures_of
from detente.ontology.states import STATES, StateName, state_named, states_in
from detente.resolve.cast import Cast
from detente.resolve.directory import only_so_called, prominent
from detente.resolve.known_bodies import bodies_in
from detente.resolve.players import Player
from detente.resolve.posts import state_in
from detente.resolve.words import Vocabulary, vocabulary
from detente.text.namesakes import namesakes_in
from detente.text.reading import Mention, Reading, Token

OPENING = 200
"""Code points at the start of a text that may name the place."""

Via = Literal["name", "surname", "office", "description", "pronoun", "state", "body", "group"]


@dataclass(eq=False)
class Draft:
    """A mention in the making: tokens `first` to `last` inclusive, the name itself in `core`.

    It refers to a person of the document (`player`) or to any other `party`. `title` holds what is said of the person,
    `name` the name where the text does not write it as usual.
    """

    first: int
    last: int
    via: Via
    core: tuple[int, int]
    party: Party | None = None
    player: Player | None = None
    title: str = ""
    name: str = ""


@dataclass(eq=False)
class Sheet:
    """A reading with who holds each token, which tokens are quoted, and which name a state."""

    reading: Reading
    words: Vocabulary
    cast: Cast
    drafts: list[Draft] = field(default_factory=list)
    groups: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    body_names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tokens = self.reading.tokens
        self.held: list[Draft | None] = [None] * len(self.tokens)
        self.quoted = self._quoted()
        order = {id(s): n for n, s in enumerate(dict.fromkeys(t.sentence for t in self.tokens))}
        self.sentence_of = [order[id(t.sentence)] for t in self.tokens]
        self.cast.home = self._home()
        self.namesakes = namesakes_in(self.reading.document, self.cast.home)
        self.state_at = self._states()
        self.in_state = frozenset(i for first, (last, _) in self.state_at.items() for i in range(first, last + 1))
        self.body_at = self._bodies()
        self.tempests = self._tempests()
        self.cast.abroad = self._abroad()
        self.cast.hosts = self._hosts()
        self.cast.colleagues = self._colleagues()
        self.cast.locals = self._locals()
        self.cast.named = self._named()
        self.cast.near = self.cast.named | set(self.words.known_states)

    @property
    def on(self) -> str | None:
        """The document's day."""
        return self.reading.document.published

    def add(self, draft: Draft) -> Draft:
        """Let the draft hold its tokens; those that another holds already stay with it."""
        self.drafts.append(draft)
        for i in range(draft.first, draft.last + 1):
            self.held[i] = self.held[i] or draft
        return draft

    def free(self, first: int, last: int) -> bool:
        """Whether nobody holds any of these tokens."""
        return not any(self.held[first : last + 1])

    def name_of(self, draft: Draft) -> str:
        """The name itself, without titles."""
        return draft.name or self.words_of(*draft.core)

    def widen(self, draft: Draft, first: int, last: int) -> None:
        """Let the draft hold more tokens."""
        draft.first, draft.last = min(draft.first, first), max(draft.last, last)
        for i in range(draft.first, draft.last + 1):
            self.held[i] = self.held[i] or draft

    def words_of(self, first: int, last: int) -> str:
        """The words of tokens `first` to `last`, line breaks as spaces."""
        return " ".join(self.reading.document.text[self.tokens[first].start : self.tokens[last].end].split())

    def same_paragraph(self, a: int, b: int) -> bool:
        """Whether both tokens stand in one paragraph."""
        return self.tokens[a].sentence.paragraph is self.tokens[b].sentence.paragraph

    def sentences_between(self, a: int, b: int) -> int:
        """How many sentences token `b` stands after token `a`."""
        return self.sentence_of[b] - self.sentence_of[a]

    def paragraphs_between(self, a: int, b: int) -> int:
        """How many paragraphs token `b` stands after token `a`."""
        return self.tokens[b].sentence.paragraph.index - self.tokens[a].sentence.paragraph.index

    def root(self, first: int, last: int) -> Token:
        """The token of the stretch that hangs on something outside it."""
        for i in range(last, first - 1, -1):
            token = self.tokens[i]
            outside = token.head is token or not first <= token.head.i <= last
            if outside and token.pos not in {"PUNCT", "DET", "PART", "ADP", "CCONJ"}:
                return token
        return self.tokens[last]

    def inside(self, start: int, end: int) -> Iterator[Token]:
        """Tokens that start within code points `[start:end]`."""
        return iter(self.reading.tokens_in(start, end))

    def _quoted(self) -> bytearray:
        marks = bytearray(len(self.tokens))
        for quotation in self.reading.quotations:
            for token in self.inside(quotation.inner_start, quotation.inner_end):
                marks[token.i] = 1 if quotation.closed else marks[token.i] or 2
        return marks

    def _states(self) -> dict[int, tuple[int, StateName]]:
        """The first token of each state's name, with the last token and whom it names."""
        found = {}
        for start, end, name in states_in(self.reading.document.text):
            if name.code in self.namesakes:
                continue
            tokens = self.reading.tokens_in(start, end)
            if tokens and tokens[0].start == start:
                found[tokens[0].i] = (tokens[-1].i, name)
        return found

    def _tempests(self) -> frozenset[str]:
        """Names of storms and operations: "Ida" where "Hurricane Ida" stands somewhere."""
        return frozenset(
            b.text for a, b in pairwise(self.tokens) if a.lower in self.words.tempests and a.text.istitle()
        )

    def _bodies(self) -> dict[int, tuple[int, Body]]:
        """The first token of each known body's name, with the last token and the body."""
        found = {}
        for start, end, body in bodies_in(self.reading.document.text):
            tokens = self.reading.tokens_in(start, end)
            if tokens and tokens[0].start == start:
                found[tokens[0].i] = (tokens[-1].i, body)
        return found

    def _home(self) -> str | None:
        """The state in which the text is at home: whose account it is, or where its dateline stands."""
        document = self.reading.document
        if len(document.account_of) == 1:
            return document.account_of[0]
        if document.publisher and (state := state_in(document.publisher)):
            return state
        for paragraph in self.reading.paragraphs[:5]:
            if paragraph.kind == "byline":
                place = document.text[paragraph.start : paragraph.end].split("(")[0].split(",")[0].strip(" -–—")
                name = state_named(place.title())
                if name:
                    return name.code
        return self._accounting()

    def _named(self) -> frozenset[str]:
        """The states that the text and its title name, and its own."""
        titled = {name.code for _, _, name in states_in(self.title)}
        named = {name.code for _, name in self.state_at.values()}
        return frozenset({self.cast.home or ""} | titled | named)

    def _hosts(self) -> tuple[Person, ...]:
        """Who leads the state whose own account the document is."""
        home, on = self.cast.home, self.on
        if on is None or home not in self.reading.document.account_of:
            return ()
        led = tenures_in([home], self.words.host_roles, on)
        return tuple(PEOPLE[person] for person in dict.fromkeys(t.person_id for t in led if not t.acting))

    def _colleagues(self) -> tuple[Person, ...]:
        """Who holds a high office at home in the state's own account, and its leaders of old of a name that tells."""
        home, on = self.cast.home, self.on
        if on is None or home not in self.reading.document.account_of or self._by_spouse():
            return ()
        held = [t.person_id for t in tenures_in([home], self.words.colleague_roles, on)]
        led = [t.person_id for t in tenures_in([home], self.words.leading_roles) if self._not_long_ago(t.end, on)]
        old = (p for p in led if only_so_called(PEOPLE[p]))
        return tuple(PEOPLE[p] for p in dict.fromkeys([*held, *old]))

    def _by_spouse(self) -> bool:
        """Whether it is a speech of a leader's wife or husband, whose first names are not those of the government."""
        title = self.title.casefold()
        openings = (
            f"{opening} {spouse}"
            for opening in lexicon("transcripts")["remarks"]
            for spouse in self.words.spouse_titles
        )
        return any(opening in title for opening in openings)

    def _locals(self) -> tuple[Person, ...]:
        """The governor and the mayor of the place where the account's words are spoken."""
        home, on = self.cast.home, self.on
        if on is None or home not in self.reading.document.account_of:
            return ()
        where = f"{self.title}\n{self.reading.document.text[:OPENING]}"
        held = tenures_in([home], self.words.local_roles, on)
        places = {t.person_id: OFFICES[t.office_id].title.partition(" of ")[2] for t in held if not t.acting}
        return tuple(PEOPLE[person] for person, place in places.items() if place and place in where)

    def _not_long_ago(self, end: str | None, on: str) -> bool:
        return end is not None and str(int(on[:4]) - self.words.memory) < end <= on

    def _accounting(self) -> str | None:
        """Whose account an untold source gives: "Readout of President Biden's call …" is of whom it names first."""
        title = self.title
        if not title.startswith(self.words.account_openings):
            return None
        seats = [(start, body.state) for start, _, body in bodies_in(title) if body.state in STATES]
        people = [
            (title.find(word), OFFICES[t.office_id].state)
            for word in dict.fromkeys(title.replace("’s", "").replace("'s", "").split())
            for person in prominent(word, self.on)[:1]
            for t in tenures_of(person.id, self.on)[:1]
        ]
        return min([*seats, *people])[1] if seats or people else None

    def _abroad(self) -> str | None:
        """The one other state that the title names, else the one where an official account was spoken."""
        named = {name.code for _, _, name in states_in(self.title)} - {self.cast.home}
        if not named and self.cast.home in self.reading.document.account_of:
            opening = self.reading.document.text[:OPENING]
            named = {name.code for _, _, name in states_in(opening)} - {self.cast.home}
        return named.pop() if len(named) == 1 else None

    @property
    def title(self) -> str:
        """The title of the document, else its headline."""
        document = self.reading.document
        heads = (document.text[p.start : p.end] for p in self.reading.paragraphs[:2] if p.kind == "headline")
        return document.title or next(heads, "")


def open_sheet(reading: Reading) -> Sheet:
    """A fresh sheet over the reading."""
    return Sheet(reading, vocabulary(), Cast(reading.document.published))


def to_mention(sheet: Sheet, draft: Draft) -> Mention | None:
    """The finished mention; None where nothing is known of whom it means."""
    party = sheet.cast.party(draft.player) if draft.player else draft.party
    if party is None:
        return None
    start, end = sheet.tokens[draft.first].start, sheet.tokens[draft.last].end
    head = _head(sheet, draft)
    return Mention(start, end, head.i, sheet.reading.document.text[start:end], party, draft.via)


def _head(sheet: Sheet, draft: Draft) -> Token:
    """The name itself, or the title that it stands in apposition to."""
    name = sheet.root(*draft.core)
    titled = name.dep == "appos" and draft.first <= name.head.i <= draft.last
    return name.head if titled else name
