"""Deciding on a finding. Every form says which decision its page had last: nobody overrides another unknowingly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Form, Request
from fastapi.responses import HTMLResponse, Response

from detente.errors import ChoiceError, ConflictError, DecisionError, InputError
from detente.model.codec import edited
from detente.model.decision import ABOUT_ONE, Decision, Review, in_force
from detente.model.document import Document
from detente.model.findings import Finding
from detente.web.acts.back import leading_back, way_back
from detente.web.frame import frame_of
from detente.web.parts.cards import Card, Editing, card, editable, shown
from detente.web.parts.told import Decided, decided
from detente.web.shelf import Shelf, ShelfOf
from detente.web.show import page_html
from detente.web.visits import VisitorOf

_FIELD = "field-"
"""Before the name of each field of a finding in a form."""


@dataclass(frozen=True)
class Wanted:
    """What a form asked for: the kind of decision, its reason, and the fields that were given anew, as typed."""

    kind: str
    reason: str = ""
    changes: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Anew:
    """A finding to decide on anew: why, what others decided `meanwhile`, what was `wanted`, how it stands now."""

    title: str
    message: str
    meanwhile: tuple[Decided, ...]
    wanted: Wanted
    card: Card
    editing: Editing | None
    back: str


@dataclass(frozen=True)
class Sent:
    """A form on one finding: `seen` is the number of the last decision that its page had, `back` where it leads."""

    request: Request
    shelf: Shelf
    by: str
    finding: str
    seen: int
    back: str

    def decide(self, wanted: Wanted, make: Callable[[], Decision]) -> Response:
        """Decide, unless somebody did since; then, and where it makes no sense, show the finding to decide anew."""
        review, document = self.look()
        later = self._later(review)
        try:
            if not later:
                make()
                return leading_back(self.back)
        except ConflictError:
            later = self._later(self.look()[0])
        except InputError as reason:
            return self._anew(400, document, "This was not decided", f"{reason}.", (), wanted)
        said = "It was decided on after you loaded your page. Yours was not kept; look at both, then decide anew."
        return self._anew(409, document, "Decided meanwhile", said, later, wanted)

    def look(self) -> tuple[Review, Document]:
        """How the finding stands now, and its document."""
        return self.shelf.record.store.review(self.finding)

    def _later(self, review: Review) -> tuple[Decided, ...]:
        return tuple(decided(d) for d in review.decisions if d.number > self.seen)

    def _anew(
        self, status: int, document: Document, title: str, message: str, later: tuple[Decided, ...], wanted: Wanted
    ) -> Response:
        reviewed = self.shelf.reviewed(document.id)
        one = next((one for one in shown(reviewed) if one.proposal.id == self.finding), None)
        if one is None:
            raise ChoiceError(f"finding '{self.finding}' stands together with another now; load its document again")
        page = Anew(
            title=title,
            message=message,
            meanwhile=later,
            wanted=wanted,
            card=card(one, self.shelf.claims_in(reviewed.dossier), reviewed.seen),
            editing=_retyped(one.finding, self.finding, wanted.changes) if wanted.changes is not None else None,
            back=self.back,
        )
        return HTMLResponse(page_html("anew.html.j2", page=page, frame=frame_of(self.request, None)), status)


def _sent(
    request: Request,
    shelf: ShelfOf,
    visitor: VisitorOf,
    finding: Annotated[str, Form()],
    seen: Annotated[int, Form()],
    back: Annotated[str, Form()] = "/",
) -> Sent:
    return Sent(request, shelf, visitor.name, shelf.record.store.proposal_id(finding), seen, way_back(back))


async def _typed(request: Request) -> dict[str, str]:
    """The fields of a finding as they were typed; a browser ends lines otherwise than texts do."""
    form = await request.form()
    given = {name.removeprefix(_FIELD): value for name, value in form.items() if name.startswith(_FIELD)}
    return {name: value.replace("\r\n", "\n") for name, value in given.items() if isinstance(value, str)}


SentOf = Annotated[Sent, Depends(_sent)]
Typed = Annotated[dict[str, str], Depends(_typed)]
Reason = Annotated[str, Form()]


def accept(sent: SentOf) -> Response:
    """It is right as it stands."""
    return sent.decide(Wanted("accept"), lambda: sent.shelf.record.accept(sent.finding, by=sent.by, seen=sent.seen))


def reject(sent: SentOf, reason: Reason = "") -> Response:
    """It is wrong, and why."""

    def make() -> Decision:
        return sent.shelf.record.reject(sent.finding, reason, by=sent.by, seen=sent.seen)

    return sent.decide(Wanted("reject", reason), make)


def edit(sent: SentOf, given: Typed, reason: Reason = "") -> Response:
    """Some of its fields are otherwise: those that were typed anew."""
    review, document = sent.look()
    changes = _changed(_as_seen(review, document, sent.seen), given)

    def make() -> Decision:
        if not changes:
            raise DecisionError("no field was given anew; change one, or accept the finding")
        return sent.shelf.record.edit(sent.finding, changes, by=sent.by, reason=reason.strip() or None, seen=sent.seen)

    return sent.decide(Wanted("edit", reason, changes), make)


def same(sent: SentOf, other: Annotated[str, Form()]) -> Response:
    """It is about the same thing as another one."""
    return sent.decide(Wanted("same"), lambda: sent.shelf.record.same(sent.finding, other, by=sent.by, seen=sent.seen))


def undo(sent: SentOf, number: Annotated[int, Form()]) -> Response:
    """Take a decision back."""
    return sent.decide(Wanted("undo"), lambda: sent.shelf.record.undo(number, by=sent.by, seen=sent.seen))


def _as_seen(review: Review, document: Document, seen: int) -> Finding:
    """The finding as it stood when its page was made."""
    told = [d for d in in_force(d for d in review.decisions if d.number <= seen) if d.kind in ABOUT_ONE]
    return edited(review.proposal, told[-1].changes, document) if told and told[-1].kind == "edit" else review.proposal


def _changed(finding: Finding, given: Mapping[str, str]) -> dict[str, str]:
    """What was typed otherwise than it stood."""
    stood = {field.name: field.typed.replace("\r\n", "\n").strip() for field in editable(finding)}
    return {name: value for name, value in given.items() if value.strip() != stood.get(name)}


def _retyped(finding: Finding, id_: str, changes: Mapping[str, str]) -> Editing:
    """The fields as they stand now, with what was typed in place of those that were changed."""
    return Editing(id_, tuple(replace(f, typed=changes.get(f.name, f.typed)) for f in editable(finding)))
