"""One entry with all its reports: who told it when, in which words, why each report was joined, what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from detente.analysis.chronology import entries_by_finding
from detente.analysis.disputes import Dispute
from detente.analysis.joining import history
from detente.analysis.standing import contested
from detente.export.phrases import Phrases
from detente.export.wording import capitalised, length
from detente.model.decision import Decision, Review
from detente.model.findings import Commitment, Discrepancy, Engagement, Finding, Incident, Statement
from detente.model.view import Entry, View
from detente.web.claims import Claim, Claims, Quote, words_of
from detente.web.parts.disagreements import Disagreement, between, within


@dataclass(frozen=True)
class Fact:
    """What is held of an entry under a label, with its words where they are cited."""

    label: str
    text: str
    quote: Quote | None


@dataclass(frozen=True)
class Decided:
    """What a person decided on a report."""

    number: int
    kind: str
    by: str
    at: str
    reason: str | None


@dataclass(frozen=True)
class ReportRow:
    """One report: `because` says why it was joined to those before it, `standing` how it stands after review."""

    id: str
    document: str
    day: str
    status: str | None
    quotes: tuple[Quote, ...]
    because: str
    confidence: float
    standing: str
    decisions: tuple[Decided, ...]


@dataclass(frozen=True)
class Way:
    """A link to another entry."""

    label: str
    path: str


@dataclass(frozen=True)
class Told:
    """An entry: its claim, facts, reports, what led to it, what it led to, and where accounts of it differ."""

    claim: Claim
    facts: tuple[Fact, ...]
    reports: tuple[ReportRow, ...]
    because_of: tuple[Way, ...]
    led_to: tuple[Way, ...]
    disagreements: tuple[Disagreement, ...]


def told(view: View, entry: Entry[Finding], claims: Claims, disputes: tuple[Dispute, ...]) -> Told:
    """All that a view holds on one entry; `disputes` are those of the view."""
    by_finding = entries_by_finding(view)
    causes = dict.fromkeys(by_finding[i] for f in entry.findings for i in f.because_of if i in by_finding)
    ours = {f.id for f in entry.findings}
    effects = dict.fromkeys(
        other for id_, other in by_finding.items() for f in other.findings if id_ == f.id and ours & set(f.because_of)
    )
    found = [between(d, claims) for d in disputes if d.entry.id == entry.id]
    found += [within(d, claims) for d in cast(tuple[Entry[Discrepancy], ...], contested(view).get(entry.id, ()))]
    return Told(
        claim=claims.of(entry),
        facts=tuple(_facts(entry.best, claims)),
        reports=tuple(_reports(view, entry, claims)),
        because_of=tuple(way_to(cause, claims) for cause in causes if cause.id != entry.id),
        led_to=tuple(way_to(effect, claims) for effect in effects if effect.id != entry.id),
        disagreements=tuple(found),
    )


def way_to(entry: Entry[Finding], claims: Claims) -> Way:
    """The link to an entry, under a few words."""
    return Way(capitalised(Phrases(claims.wording).name(entry.best)), claims.path(entry))


def _facts(finding: Finding, claims: Claims) -> Iterator[Fact]:
    match finding:
        case Engagement():
            yield from _of_contact(finding, claims)
        case Commitment():
            if finding.condition:
                yield Fact("On condition that", finding.condition, None)
            if finding.reported_by:
                yield Fact("Through the account of", finding.reported_by, None)
        case Statement():
            if finding.office:
                yield Fact("Office", finding.office, None)
            if finding.said_on:
                yield Fact("Said on", claims.wording.date(finding.said_on, finding.date_basis), None)
        case Incident():
            yield Fact("When", claims.when(finding), None)
            yield Fact("Effect", {"strain": "strains relations", "ease": "eases relations"}[finding.effect], None)


def _of_contact(contact: Engagement, claims: Claims) -> Iterator[Fact]:
    yield Fact("When", claims.when(contact), None)
    times = " to ".join(filter(None, (contact.start, contact.end)))
    if times:
        yield Fact("Local time", times, None)
    if contact.duration_min is not None:
        yield Fact("Length told", length(contact.duration_min), None)
    if contact.place:
        yield Fact("Where", contact.place, None)
    yield Fact("Status", Phrases(claims.wording).status(contact), None)
    named = {"announced": "Announced", "reason": "Reason given", "aims": "Aims", "outcome": "Outcome"}
    for field, label in named.items():
        span = getattr(contact, field)
        if span is not None and span.doc in claims.documents:
            quote = claims.quote(span)
            yield Fact(label, quote.words, quote)


def _reports(view: View, entry: Entry[Finding], claims: Claims) -> Iterator[ReportRow]:
    for report in history(view, entry):
        review = view.reviews.get(report.finding.id)
        yield ReportRow(
            id=report.finding.id,
            document=report.document.id,
            day=claims.wording.date(report.document.published),
            status=report.status,
            quotes=claims.quotes(words_of(report.finding)[:3]),
            because=report.because,
            confidence=report.finding.confidence,
            standing=review.status if review else "proposed",
            decisions=decisions_of(review),
        )


def decisions_of(review: Review | None) -> tuple[Decided, ...]:
    """What people decided on a finding, the earliest first."""
    return tuple(decided(d) for d in (review.decisions if review else ()))


def decided(decision: Decision) -> Decided:
    """A decision in a line."""
    at = decision.at[:16].replace("T", " ")
    return Decided(decision.number, decision.kind, decision.by, at, decision.reason)
