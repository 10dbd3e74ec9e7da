"""What each side's account tells of one contact, cut into items that can be laid side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from detente.analysis.circumstances import Circumstance, circumstances_in
from detente.model.document import Document
from detente.model.findings import Commitment, Engagement, Finding, Position, Statement
from detente.model.span import Span
from detente.model.view import Entry, View
from detente.model.when import same_moment
from detente.ontology.issues import issues_in
from detente.ontology.lexicon import lexicon
from detente.ontology.states import states_in
from detente.text.canonical import is_content_word, search_words
from detente.text.cuewords import cues_in
from detente.text.pieces import pieces_of
from detente.text.wordings import stem_of

F = TypeVar("F", bound=Finding)

_AGREEING = frozenset(stem_of(verb) for verb in ("agree", "decide", "reach"))
_MOST = 0.5
"""A finding belongs to a clause of which it holds more than this share, or which holds more than this share of it."""
_SOME = 0.3
"""A finding's own words stand for the clause where they are at least this share of it."""
_FEWEST = 2
"""A clause of fewer telling words tells nothing."""


class Item(NamedTuple):
    """One thing that an account tells.

    `teller` is the state whose account it is; `holders` those who say, hold or undertake it there, empty where the
    account names nobody; `clause` holds the words and what leads up to them; `common` where both sides issued the
    account; `rendered` where somebody else passes it on; `circumstance` where it tells of the contact itself. Words
    that no layer has read have no `finding`.
    """

    teller: str
    holders: tuple[str, ...]
    words: tuple[Span, ...]
    clause: Span
    issues: tuple[str, ...] = ()
    agreed: bool = False
    common: bool = False
    rendered: bool = False
    finding: Finding | None = None
    circumstance: Circumstance | None = None

    @property
    def text(self) -> str:
        """Its words as one line."""
        return " … ".join(span.line for span in self.words)


def items_told(view: View, contact: Entry[Engagement], teller: str) -> list[Item]:
    """All that the accounts of one state tell of the contact, in the order of the texts."""
    ids = dict.fromkeys(f.evidence[0].doc for f in contact.findings)
    layers = _Layers(
        _by_document(view.statements, ids),
        _by_document(view.commitments, ids),
        _by_document(view.positions, ids),
        _by_document(view.engagements, ids),
    )
    accounts = (_Account(view.documents[id_], layers, contact, teller) for id_ in ids)
    found = [item for account in accounts for item in account.items()]
    return sorted(found, key=lambda item: (item.rendered, item.words[0].doc, item.words[0].start))


class _Layers(NamedTuple):
    """What has been read in some documents, by document."""

    statements: Mapping[str, Sequence[Statement]]
    commitments: Mapping[str, Sequence[Commitment]]
    positions: Mapping[str, Sequence[Position]]
    engagements: Mapping[str, Sequence[Engagement]]


class _Account:
    """One document as an account of the contact."""

    def __init__(self, doc: Document, layers: _Layers, contact: Entry[Engagement], teller: str) -> None:
        self._doc, self._contact, self._teller = doc, contact.best, teller
        self._statements = layers.statements[doc.id]
        self._commitments = layers.commitments[doc.id]
        self._positions = layers.positions[doc.id]
        self._met = [span for f in contact.findings for span in f.evidence if span.doc == doc.id]
        self._common = bool(_joint().search(doc.title or ""))
        own = {f.id for f in contact.findings}
        held = [(span.start, f.id) for f in layers.engagements[doc.id] if f.status == "held" for span in f.evidence]
        self._whole = not held or min(held)[1] in own
        """Whether it opens with this contact: then words that no layer has read are taken to be on it as well."""

    def items(self) -> Iterator[Item]:
        """What the state's own account tells; of another document what it passes on."""
        if self._teller not in self._doc.account_of:
            for statement in self._statements:
                if self._teller in statement.account_of and self._of_the_contact(statement):
                    yield self._item(statement.content, statement.content[0], statement)._replace(rendered=True)
            return
        for start, end in pieces_of(self._doc.text):
            clause = self._doc.span(start, end)
            circumstances = self._circumstances(clause) if self._whole else []
            yield from circumstances
            if not circumstances and self._has_substance(clause):
                yield from self._undertakings(clause) or self._told_in(clause)

    def _circumstances(self, clause: Span) -> list[Item]:
        """How long the contact took and who asked for it, in a clause that tells of the contact."""
        if not (self._is_bare(clause) or self._cues(clause, "contacts")):
            return []
        told = circumstances_in(self._doc.text, clause.start, clause.end, self._contact.states)
        return [
            Item(self._teller, (), (self._doc.trimmed(c.start, c.end),), clause, common=self._common, circumstance=c)
            for c in told
        ]

    def _has_substance(self, clause: Span) -> bool:
        telling = {w for w in search_words(clause.text) if is_content_word(w) and w not in lexicon("tellings")["plain"]}
        return len(telling) >= _FEWEST and not self._cues(clause, "empty") and not self._is_bare(clause)

    def _is_bare(self, clause: Span) -> bool:
        """Whether it tells no more than that the contact took place."""
        return any(span.overlaps(clause) for span in self._met) or bool(self._cues(clause, "meeting"))

    def _cues(self, clause: Span, kind: str) -> list[tuple[int, int]]:
        return cues_in(self._doc.text, clause.start, clause.end, "tellings", kind)

    def _undertakings(self, clause: Span) -> list[Item]:
        """What was undertaken in a clause one by one, where it holds several."""
        inside = [c for c in self._commitments if all(_shared(s, clause) == len(s.text) for s in c.evidence)]
        apart = [c for n, c in enumerate(inside) if not any(_overlap(c, other) for other in inside[:n])]
        return [self._item(c.evidence, c.evidence[0], None) for c in apart] if len(apart) > 1 else []

    def _told_in(self, clause: Span) -> list[Item]:
        statement = _best(self._statements, clause, lambda s: s.content)
        if statement and not self._of_the_contact(statement):
            return []
        own = [span for s in (statement.content if statement else ()) if (span := self._part(s, clause))]
        if sum(len(span.text) for span in own) < _SOME * len(clause.text):
            own = [clause]
        item = self._item(tuple(own), clause, statement)
        return [item] if self._whole or item.finding else []

    def _item(self, words: tuple[Span, ...], clause: Span, statement: Statement | None) -> Item:
        commitment = _best(self._commitments, clause, lambda c: c.evidence)
        position = _best(self._positions, clause, lambda p: p.evidence)
        agreed = bool(commitment and len(commitment.by) > 1) or bool(statement and _agreeing(statement))
        holders = _sayers(statement) if statement else commitment.by if commitment else ()
        return Item(
            teller=self._teller,
            holders=holders or (self._contact.states if agreed else ()),
            words=words,
            clause=clause,
            issues=_issues(statement, position, words),
            agreed=agreed,
            common=self._common,
            finding=statement or commitment or position,
        )

    def _of_the_contact(self, statement: Statement) -> bool:
        """Whether it was said at the contact; a day after the account appeared is one that the words tell of."""
        later = statement.said_on and self._doc.published and statement.said_on > self._doc.published
        return bool(later) or same_moment(statement.said_on, self._contact.date)

    def _part(self, span: Span, clause: Span) -> Span | None:
        """The words of a span that stand in the clause."""
        start, end = max(span.start, clause.start), min(span.end, clause.end)
        return self._doc.trimmed(start, end) if self._doc.text[start:end].strip() else None


def _sayers(statement: Statement) -> tuple[str, ...]:
    """The state that the words name as saying it; nobody where none of them names a speaker."""
    if not (statement.source or statement.cue):
        return ()
    if statement.state:
        return (statement.state,)
    return tuple(name.code for _, _, name in states_in(statement.speaker or ""))[:1]


def _best(found: Sequence[F], clause: Span, words: Callable[[F], Sequence[Span]]) -> F | None:
    """The finding that holds most of the clause, or has most of its words in it."""
    shares = [(_share(words(finding), clause), -n) for n, finding in enumerate(found)]
    most, at = max(shares, default=(0.0, 0))
    return found[-at] if most > _MOST else None


def _share(spans: Sequence[Span], clause: Span) -> float:
    shared = sum(_shared(span, clause) for span in spans)
    return max(shared / len(clause.text), shared / sum(len(span.text) for span in spans))


def _by_document(entries: Iterable[Entry[F]], ids: Iterable[str]) -> Mapping[str, Sequence[F]]:
    """The findings of one layer in each of these documents, in the order of its text."""
    found: dict[str, list[F]] = {id_: [] for id_ in ids}
    for finding in (f for entry in entries for f in entry.findings):
        if finding.evidence[0].doc in found:
            found[finding.evidence[0].doc].append(finding)
    return {id_: sorted(told, key=lambda f: (f.evidence[0].start, f.id)) for id_, told in found.items()}


def _agreeing(statement: Statement) -> bool:
    return statement.cue is not None and bool({stem_of(w) for w in statement.cue.text.split()} & _AGREEING)


def _issues(statement: Statement | None, position: Position | None, words: Sequence[Span]) -> tuple[str, ...]:
    """Those that were read there, as far as the words name them; those that the words name where none was read."""
    named = tuple(dict.fromkeys(issue for span in words for issue in issues_in(span.text)))
    told = statement.issues if statement else (position.issue,) if position else ()
    return tuple(issue for issue in named if issue in told) or told or named


def _overlap(a: Finding, b: Finding) -> bool:
    return any(x.overlaps(y) for x in a.evidence for y in b.evidence)


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start)) if a.doc == b.doc else 0


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(lexicon("documents")["joint"], re.IGNORECASE)
