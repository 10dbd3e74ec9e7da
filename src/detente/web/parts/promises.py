"""Commitments with what is known of them: decided by a person, or their date passed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from detente.analysis.entries import published_of
from detente.analysis.followup import Step, known_steps
from detente.export.phrases import Phrases
from detente.model.findings import Commitment
from detente.model.view import Entry, View
from detente.ontology.kinds import label_of
from detente.web.claims import Claim, Claims

OPEN = "open"
STATES = {
    OPEN: "open",
    "repeated": "told again",
    "in_progress": "in progress",
    "kept": "kept",
    "broken": "not kept",
    "disputed": "disputed",
    "lapsed": "date passed",
}
"""How a commitment stands, as it is shown."""
_SHOWN = 25


@dataclass(frozen=True)
class Promise:
    """A commitment: by whom, to whom, what, how firm, when due, and how it stands."""

    claim: Claim
    by: str
    to: str
    what: str
    firmness: str
    made: str
    due: str | None
    state: str
    state_label: str
    rating: int | None
    because: str | None


@dataclass(frozen=True)
class Promises:
    """The latest commitments; `states` counts all of them by how they stand."""

    latest: tuple[Promise, ...]
    total: int
    states: tuple[tuple[str, int], ...]


def promises(view: View, claims: Claims) -> Promises:
    """Commitments of a view, the latest first."""
    ordered = sorted(view.commitments, key=lambda e: published_of(view, e) or "", reverse=True)
    counts = Counter(STATES[_state(view, entry)[0]] for entry in ordered)
    latest = tuple(promise_of(view, entry, claims) for entry in ordered[:_SHOWN])
    return Promises(latest, len(ordered), tuple(counts.most_common()))


def promise_of(view: View, entry: Entry[Commitment], claims: Claims) -> Promise:
    """One commitment."""
    phrases, best = Phrases(claims.wording), entry.best
    state, step = _state(view, entry)
    return Promise(
        claim=claims.of(entry, quotes=1),
        by=claims.wording.states(best.by),
        to=phrases.to(best),
        what=best.what,
        firmness=label_of("strength", best.strength) + (" (to refrain)" if best.polarity == "refrain" else ""),
        made=claims.wording.date(published_of(view, entry)),
        due=claims.wording.date(best.due) if best.due else None,
        state=state,
        state_label=STATES[state],
        rating=step.rating if step else None,
        because=step.because if step else None,
    )


def _state(view: View, entry: Entry[Commitment]) -> tuple[str, Step | None]:
    """The last step that is known and tells how it stands; that it was told again leaves it open."""
    steps = [step for step in known_steps(view, entry) if step.decision or step.state == "lapsed"]
    return (steps[-1].state, steps[-1]) if steps else (OPEN, None)
