"""What each side's account tells of one contact, cut into items that can be laid side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from detente.model.document import Document
from detente.model.findings import Commitment, Engagement, Finding, Position, Statement
from detente.model.span import Span
from detente.model.view import Entry, View
from detente.model.when import same_moment
from detente.ontology.issues import issues_in
from detente.text.wordings import stem_of

F = TypeVar("F", bound=Finding)

_AGREEING = frozenset(stem_of(verb) for verb in ("agree", "decide", "reach"))
_COVERED = 0.5
"""A finding whose words lie so far inside those of an earlier one tells no further item."""


class Item(NamedTuple):
    """One thing that an account tells.

    `teller` is the state whose account it is; `holders` those who say, hold or undertake it there, empty where the
    account names nobody; `rendered` where somebody else passes the account on.
    """

    teller: str
    holders: tuple[str, ...]
    words: tuple[Span, ...]
    issues: tuple[str, ...]
    agreed: bool
    rendered: bool
    finding: Finding

    @property
    def text(self) -> str:
        """Its words as one line."""
        return " … ".join(" ".join(span.text.split()) for span in self.words)


def items_told(view: View, contact: Entry[Engagement], teller: str) -> list[Item]:
    """All that the accounts of one state tell of the contact, in the order of the texts."""
    ids = dict.fromkeys(f.evidence[0].doc for f in contact.findings)
    told = _Told(
        _by_document(view.statements, ids), _by_document(view.commitments, ids), _by_document(view.positions, ids)
    )
    found = [item for id_ in ids for item in _in_document(told, contact, view.documents[id_], teller)]
    return sorted(found, key=lambda item: (item.rendered, item.words[0].doc, item.words[0].start))


class _Told(NamedTuple):
    """What some documents tell, by document."""

    statements: Mapping[str, Sequence[Statement]]
    commitments: Mapping[str, Sequence[Commitment]]
    positions: Mapping[str, Sequence[Position]]


def _in_document(told: _Told, contact: Entry[Engagement], doc: Document, teller: str) -> list[Item]:
    kept: list[Item] = []
    for item in _candidates(told, contact, doc, teller):
        if not any(_covered(item, other) for other in kept):
            kept.append(item)
    return kept


def _candidates(told: _Told, contact: Entry[Engagement], doc: Document, teller: str) -> Iterator[Item]:
    """Statements first, since their words are cut best; then undertakings and views that none of them tells.

    What was agreed is told undertaking by undertaking where a statement holds several.
    """
    official = teller in doc.account_of
    undertaken = told.commitments[doc.id] if official else ()
    for statement in told.statements[doc.id]:
        tells = official or teller in statement.account_of
        if tells and statement.act == "speech" and same_moment(statement.said_on, contact.best.date):
            agreed = _agreeing(statement)
            if agreed and sum(_within(c.evidence, statement.content) for c in undertaken) > 1:
                continue
            holders = (statement.state,) if statement.state else contact.best.states if agreed else ()
            yield Item(teller, holders, statement.content, statement.issues, agreed, not official, statement)
    if official:
        for commitment in undertaken:
            together = len(commitment.by) > 1
            issues = tuple(dict.fromkeys(issue for span in commitment.evidence for issue in issues_in(span.text)))
            yield Item(teller, commitment.by, commitment.evidence, issues, together, False, commitment)  # noqa: FBT003
        for position in told.positions[doc.id]:
            for span in position.evidence:
                yield Item(teller, (position.state,), (span,), (position.issue,), False, False, position)  # noqa: FBT003


def _by_document(entries: Iterable[Entry[F]], ids: Iterable[str]) -> Mapping[str, Sequence[F]]:
    """The findings of one layer in each of these documents, in the order of its text."""
    found: dict[str, list[F]] = {id_: [] for id_ in ids}
    for finding in (f for entry in entries for f in entry.findings):
        if finding.evidence[0].doc in found:
            found[finding.evidence[0].doc].append(finding)
    return {id_: sorted(told, key=lambda f: (f.evidence[0].start, f.id)) for id_, told in found.items()}


def _agreeing(statement: Statement) -> bool:
    return statement.cue is not None and bool({stem_of(w) for w in statement.cue.text.split()} & _AGREEING)


def _covered(item: Item, other: Item) -> bool:
    return _within(item.words, other.words)


def _within(words: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether more than half of the words are among the others."""
    length = sum(span.end - span.start for span in words)
    return sum(_shared(a, b) for a in words for b in others) > _COVERED * length


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start)) if a.doc == b.doc else 0
