"""How an entry came to be one: its reports in the order of publication, and why each was joined to the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from detente.model.decision import ABOUT_TWO
from detente.model.document import Document
from detente.model.findings import ChannelReport, Commitment, Engagement, Event, Finding, Incident, Position, Statement
from detente.model.view import Entry, View
from detente.text.canonical import search_words

_WORDS_SHOWN = 5


class Report(NamedTuple):
    """One report of an entry: `status` is what it tells of it, where its kind has one.

    `because` says what it has in common with the reports before it, or who decided; empty for the first.
    """

    finding: Finding
    document: Document
    status: str | None
    because: str


def history(view: View, entry: Entry[Finding]) -> tuple[Report, ...]:
    """The reports of an entry, earliest published first: proposed, planned, held, each with its reason to be there."""
    told = []
    for n, finding in enumerate(entry.findings):
        because = _because(view, finding, entry.findings[:n]) if n else ""
        told.append(Report(finding, view.documents[finding.evidence[0].doc], _status(finding), because))
    return tuple(told)


def _status(finding: Finding) -> str | None:
    return getattr(finding, "status", None) or getattr(finding, "strength", None)


def _because(view: View, finding: Finding, earlier: Sequence[Finding]) -> str:
    """What the finding shares with the one before that is most like it; a person's word goes before all."""
    decided = _decided(view, finding, earlier)
    if decided:
        return decided
    shared = max((list(_shared(finding, other)) for other in earlier), key=len)
    return ", ".join(shared) or "no other thing of its kind is told of"


def _decided(view: View, finding: Finding, earlier: Sequence[Finding]) -> str | None:
    proposals = {view.reviews[f.id].proposal.id if f.id in view.reviews else f.id for f in earlier}
    review = view.reviews.get(finding.id)
    for decision in reversed(review.decisions if review else ()):
        if decision.kind in ABOUT_TWO and {decision.subject, decision.other} & proposals:
            reason = f": {decision.reason}" if decision.reason else ""
            return f"decided by {decision.by} on {decision.at[:10]}{reason}"
    return None


def _shared(a: Finding, b: Finding) -> Iterator[str]:
    """What both tell alike, in words."""
    match a, b:
        case Engagement(), Engagement():
            yield from _same_date(a.date, b.date)
            yield from _same_people(a.participants, b.participants)
            if a.kind == b.kind:
                yield f"both a {a.kind.replace('_', ' ')}"
        case ChannelReport(), ChannelReport():
            yield f"the {a.kind} line of {', '.join(sorted(a.states))}"
        case Position(), Position():
            yield f"{a.state} on {a.issue}"
        case Statement(), Statement():
            yield f"the same words of {a.speaker}"
        case Incident(), Incident():
            yield from _same_date(a.date, b.date)
            yield f"{a.kind} by {', '.join(a.by) or 'nobody named'}"
            yield from _same_words(" ".join(s.text for s in a.evidence), " ".join(s.text for s in b.evidence))
        case Event(), Event():
            yield from _same_date(a.date, b.date)
            yield f"{a.type} by {', '.join(a.by) or 'nobody named'}"
            yield from _same_words(a.evidence[0].text, b.evidence[0].text)
        case Commitment(), Commitment():
            yield f"{a.polarity} by {', '.join(a.by)}"
            yield from _same_words(a.what, b.what)
        case _:
            return


def _same_date(a: str | None, b: str | None) -> Iterator[str]:
    if a and b:
        yield f"on {max(a, b, key=len)}" if a == b else f"{min(a, b, key=len)} holds {max(a, b, key=len)}"


def _same_people(a: Sequence[str], b: Sequence[str]) -> Iterator[str]:
    both = [name for name in a if name in b]
    if both:
        yield "with " + ", ".join(both)


def _same_words(a: str, b: str) -> Iterator[str]:
    theirs = set(search_words(b))
    both = sorted({word for word in search_words(a) if word in theirs}, key=len, reverse=True)[:_WORDS_SHOWN]
    if both:
        yield "words in common: " + ", ".join(both)
