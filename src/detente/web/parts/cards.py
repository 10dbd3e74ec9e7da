"""Findings of a document as cards: what is claimed, how it stands after review, what can be decided on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Annotated, Literal, get_args, get_origin, get_type_hints

from fastapi import Query

from detente.errors import ChoiceError
from detente.export.wording import kind_name
from detente.model.decision import ABOUT_ONE, Decision, Review, Status, in_force
from detente.model.dossier import spans_of
from detente.model.entered import as_typed
from detente.model.findings import NOT_CLAIMED, Event, Finding
from detente.model.judging import Reviewed
from detente.model.span import Span
from detente.model.view import Entry
from detente.web.claims import Claim, Claims
from detente.web.parts.told import Decided, decided

_FOLLOWING = {"quad", "intensity", "scale", "scheme"}
"""What of an event follows from its type and mode: nobody gives it by hand."""
_LABELS = {"duration_min": "Length in minutes", "a": "One account", "b": "The other account"}
"""Of fields whose name does not tell."""


@dataclass(frozen=True)
class Change:
    """A field that a person gave anew; both values as they are typed, empty for unknown."""

    label: str
    was: str
    now: str


@dataclass(frozen=True)
class Standing:
    """How a finding stands: every decision on it, the earliest first, and the latest in force that can be undone.

    `proposed` is what the machine claimed, where a person changed it; `carried` how surely (0 to 1) a decision on an
    earlier reading is about this one.
    """

    status: Status
    decisions: tuple[Decided, ...]
    latest: Decided | None
    told: Decided | None
    proposed: str | None
    changes: tuple[Change, ...]
    carried: float | None


@dataclass(frozen=True)
class Card:
    """A finding beside its text: `id` is that of the proposal, which stays; `at` is where its words begin.

    `seen` is the number of the last decision in the log when the card was made.
    """

    id: str
    claim: Claim
    at: int
    standing: Standing
    seen: int


@dataclass(frozen=True)
class Field:
    """A field of a finding to type anew; `choices` are all there are where the list is closed, `long` for words."""

    name: str
    label: str
    typed: str
    choices: tuple[str, ...]
    long: bool


@dataclass(frozen=True)
class Editing:
    """The fields of the finding that is being edited; `id` is that of its card."""

    id: str
    fields: tuple[Field, ...]


Edit = Annotated[str | None, Query(description="the id of the card whose fields are to be given anew")]


@dataclass(frozen=True)
class Shown:
    """A finding as it stands, with how it came to; `review` is None where nothing was decided."""

    finding: Finding
    review: Review | None

    @property
    def proposal(self) -> Finding:
        """What the machine proposed."""
        return self.review.proposal if self.review else self.finding

    @property
    def status(self) -> Status:
        """How it stands."""
        return self.review.status if self.review else "proposed"


def shown(reviewed: Reviewed) -> tuple[Shown, ...]:
    """Findings as they stand and those that were rejected, in the order of the text."""
    reviews = reviewed.judged.reviews
    found = [Shown(f, reviews.get(f.id)) for f in reviewed.judged.findings]
    found += [Shown(r.proposal, r) for r in reviews.values() if r.status == "rejected"]
    return tuple(sorted(found, key=lambda s: (_begins(s.finding), s.finding.layer, s.proposal.id)))


def card(one: Shown, claims: Claims, seen: int) -> Card:
    """The card of one finding."""
    alone: Entry[Finding] = Entry(id=one.finding.id, best=one.finding, findings=(one.finding,))
    return Card(one.proposal.id, claims.of(alone), _begins(one.finding), _standing(one, claims), seen)


def editing(id_: str | None, found: Iterable[Shown]) -> Editing | None:
    """The form for one of the findings; ChoiceError for an id of none."""
    if id_ is None:
        return None
    one = next((one for one in found if one.proposal.id == id_), None)
    if one is None:
        raise ChoiceError(f"no finding '{id_}' to edit here; load the page again without it")
    return Editing(id_, editable(one.finding))


def editable(finding: Finding) -> tuple[Field, ...]:
    """The fields that a person may give anew, with their values as typed: those of `detente decide edit`."""
    hints = get_type_hints(type(finding))
    left_out = NOT_CLAIMED | (_FOLLOWING if isinstance(finding, Event) else set())
    return tuple(
        _field(f.name, hints[f.name], getattr(finding, f.name)) for f in fields(finding) if f.name not in left_out
    )


def _label_of(name: str) -> str:
    """How to show the name of a field."""
    return _LABELS.get(name) or kind_name(name)


def _field(name: str, hint: object, value: object) -> Field:
    parts = (hint, *get_args(hint))
    closed = next((get_args(part) for part in parts if get_origin(part) is Literal), ())
    unknown = ("",) if closed and type(None) in parts else ()
    return Field(name, _label_of(name), as_typed(value), (*unknown, *closed), long=Span in parts or name == "what")


def _standing(one: Shown, claims: Claims) -> Standing:
    review = one.review
    if review is None:
        return Standing("proposed", (), None, None, None, (), None)
    standing = in_force(review.decisions)
    about_it = [d for d in standing if d.kind in ABOUT_ONE]
    edit = about_it[-1] if about_it and about_it[-1].kind == "edit" else None
    return Standing(
        status=review.status,
        decisions=tuple(decided(d) for d in review.decisions),
        latest=decided(standing[-1]) if standing else None,
        told=decided(about_it[-1]) if about_it else None,
        proposed=claims.says(review.proposal) if edit else None,
        changes=tuple(_changes(edit, one)) if edit else (),
        carried=review.carried,
    )


def _changes(edit: Decision, one: Shown) -> Iterator[Change]:
    for name in edit.changes:
        was, now = as_typed(getattr(one.proposal, name)), as_typed(getattr(one.finding, name))
        if was != now and name not in _FOLLOWING:
            yield Change(_label_of(name), was, now)


def _begins(finding: Finding) -> int:
    return min(spans_of(finding)).start
