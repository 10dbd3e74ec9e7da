"""What documents tell differently of one and the same thing: lengths, days, numbers, outcomes, denials.

Within one document the extractor of discrepancies looks; here what is compared are the reports that were put together.
Who tells a thing anew corrects what they told before, and so does a report that says that it corrects: no dispute is
left of these. Figures that can both be right as exactly as they are told ("around 30 minutes", 35) are none either.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from detente.analysis.circumstances import circumstances_in
from detente.model.document import Document
from detente.model.findings import (
    ChannelReport,
    Commitment,
    DiscrepancyKind,
    Engagement,
    Finding,
    Incident,
    Size,
)
from detente.model.span import Span
from detente.model.view import Entry, View
from detente.model.when import Interval, When
from detente.ontology.lexicon import lexicon
from detente.text.commonness import root_of
from detente.text.context import sentence_around
from detente.text.cuewords import cues_in
from detente.text.figures import ROUNDING_MIN, Hedge, figures_in, hedge_of, may_agree, size_of

_ZONES_APART = 1
"""The same hour may be of two days in two zones."""
_CUT = frozenset({"suspended", "refused"})
_CALLED_OFF = frozenset({"cancelled", "declined", "postponed"})
_MINUTES_A_DAY = 24 * 60
_NEAR = 40
"""Code points between a word of denying and what it denies."""


class Dispute(NamedTuple):
    """What documents tell differently of one entry.

    `a` are the words of those who tell what most tell, `b` of others, one stretch from each, earliest published first;
    `size` is how far figures are apart, None where it is no matter of figures.
    """

    entry: Entry[Finding]
    kind: DiscrepancyKind
    about: str
    a: tuple[Span, ...]
    b: tuple[Span, ...]
    size: Size | None


class _Claim(NamedTuple):
    """What one document tells on one `point`, on which all must agree; `value` is a figure, days, or what holds."""

    kind: DiscrepancyKind
    point: Hashable
    about: str
    value: Any
    span: Span
    hedge: Hedge | None = None


def disputes(view: View) -> tuple[Dispute, ...]:
    """Every dispute between documents of the view on one engagement, commitment, incident or line of contact."""
    told = (*view.engagements, *view.commitments, *view.channels, *view.incidents)
    return tuple(dispute for entry in told if entry.reports > 1 for dispute in disputes_on(view, entry))


def disputes_on(view: View, entry: Entry[Finding]) -> tuple[Dispute, ...]:
    """Those on one entry."""
    points: dict[Hashable, list[_Claim]] = {}
    for finding in entry.findings:
        document = view.documents.get(finding.evidence[0].doc)
        for claim in _once(_claims(finding, document, entry)) if document else ():
            points.setdefault((claim.kind, claim.point), []).append(claim)
    found: dict[tuple[tuple[Span, ...], tuple[Span, ...]], Dispute] = {}
    for claims in points.values():
        differ = len({claim.value for claim in claims}) > 1
        for dispute in _between(entry, _standing(view, claims)) if differ else ():
            found.setdefault((dispute.a, dispute.b), dispute)
    return tuple(found.values())


def _between(entry: Entry[Finding], claims: list[_Claim]) -> Iterator[Dispute]:
    """What most tell against each other thing that cannot be right beside it."""
    by_value: dict[Hashable, list[_Claim]] = {}
    for claim in claims:
        by_value.setdefault(claim.value, []).append(claim)
    ranked = sorted(by_value.values(), key=len, reverse=True)
    for others in ranked[1:]:
        lead, other = ranked[0][0], others[0]
        if _at_odds(lead, other):
            a, b = (tuple(claim.span for claim in side) for side in (ranked[0], others))
            yield Dispute(entry, lead.kind, lead.about, a, b, _size(lead, other))


def _at_odds(a: _Claim, b: _Claim) -> bool:
    match a.value, b.value:
        case Interval() as ours, Interval() as theirs:
            return max((theirs.earliest - ours.latest).days, (ours.earliest - theirs.latest).days) > _ZONES_APART
        case float() as ours, float() as theirs:
            return not may_agree(ours, theirs, (a.hedge, b.hedge), _rounding(a))
        case ours, theirs:
            return bool(ours != theirs)


def _size(a: _Claim, b: _Claim) -> Size | None:
    if not isinstance(a.value, float):
        return None
    return size_of(b.value, a.value, approximate=bool(a.hedge or b.hedge), rounding=_rounding(a))


def _rounding(claim: _Claim) -> float:
    return ROUNDING_MIN if claim.kind == "duration" else 0


def _standing(view: View, claims: list[_Claim]) -> list[_Claim]:
    """The claims that nobody has corrected since: the last of each voice, and none before a correction."""
    last: dict[str, _Claim] = {}
    for claim in claims:
        document = view.documents[claim.span.doc]
        if _corrects(document, claim.span):
            last = {voice: kept for voice, kept in last.items() if kept.value == claim.value}
        voice = document.publisher or document.url or document.id
        last.pop(voice, None)
        last[voice] = claim
    return list(last.values())


def _corrects(document: Document, span: Span) -> bool:
    """Whether its sentence says that it corrects what was told before."""
    start, end = sentence_around(document.text, span.start, span.end)
    return bool(cues_in(document.text, start, end, "discrepancies", "correcting"))


def _once(claims: Iterable[_Claim]) -> list[_Claim]:
    """Claims on points of which the report tells one thing; of "two ships … five ships" nobody knows which is meant."""
    told = list(claims)
    values: dict[Hashable, set[Any]] = {}
    for claim in told:
        values.setdefault((claim.kind, claim.point), set()).add(claim.value)
    once = {(c.kind, c.point): c for c in reversed(told) if len(values[c.kind, c.point]) == 1}
    return [claim for claim in told if once.get((claim.kind, claim.point)) is claim]


def _claims(finding: Finding, document: Document, entry: Entry[Finding]) -> Iterator[_Claim]:
    match finding:
        case Engagement():
            yield from _of_contact(finding, document, entry)
            spans = (*finding.evidence, *filter(None, (finding.outcome,)))
            # Its length has its own way to be told.
            yield from (c for c in _numbers(document, spans) if c.point not in _lengths())
        case Commitment():
            yield from _day("due", "when it is due", finding.due, finding.evidence[0])
            yield from _numbers(document, finding.evidence)
            yield _truth("whether it was promised", finding, document, told=True)
        case ChannelReport():
            yield from _of_line(finding, document)
        case Incident():
            yield from _day("date", "when it was", finding.date, finding.evidence[0])
            yield from _numbers(document, finding.evidence)
            yield _truth("whether it was so", finding, document, told=True)


def _of_line(report: ChannelReport, document: Document) -> Iterator[_Claim]:
    """Since when a line stands as it does, and whether it is open; by time of report, since it may be cut again."""
    published, words = document.published or "", report.evidence[0]
    point = f"{report.status} in {published[: len('YYYY-MM')]}"
    yield from _day(point, f"since when the line is {report.status}", report.since, words)
    if report.status != "proposed" and published:
        stands = "cut" if report.status in _CUT else "open"
        yield _Claim("outcome", published, "whether the line is open", stands, words)


def _of_contact(report: Engagement, document: Document, entry: Entry[Finding]) -> Iterator[_Claim]:
    """Length, day and whether it took place; an announcement is held to nothing."""
    if report.status in {"planned", "proposed"}:
        return
    held = report.status == "held"
    if held or _told_after(document, report.date or getattr(entry.best, "date", None)):
        yield _truth("whether it took place", report, document, told=held)
    if held:
        yield from _length(report, document)
        yield from _day("date", "when it was", report.date, report.evidence[0], report.end_date)


def _told_after(document: Document, date: str | None) -> bool:
    """Whether a document appeared when the day of the contact was over: calling off is no denial before."""
    if not date or not document.published:
        return False
    return When.from_iso(document.published).interval.earliest > When.from_iso(date).interval.latest


def _length(report: Engagement, document: Document) -> Iterator[_Claim]:
    """The stated length, else that by the clock."""
    about = "length of the engagement"
    for span in report.evidence:
        for c in circumstances_in(document.text, span.start, span.end, report.states):
            if c.kind == "length" and c.value in {
                report.duration_min,
                *((c.value,) if not report.duration_min else ()),
            }:
                hedge = hedge_of(document.text[c.start : c.end])
                yield _Claim("duration", "length", about, float(c.value or 0), document.span(c.start, c.end), hedge)
                return
    if report.duration_min is not None:
        yield _Claim("duration", "length", about, float(report.duration_min), report.evidence[0])
    elif report.start and report.end:
        first, last = (int(clock[:2]) * 60 + int(clock[3:5]) for clock in (report.start, report.end))
        yield _Claim("duration", "length", about, float((last - first) % _MINUTES_A_DAY), report.evidence[0])


def _day(point: str, about: str, date: str | None, span: Span, until: str | None = None) -> Iterator[_Claim]:
    if date:
        first, last = When.from_iso(date).interval, When.from_iso(until or date).interval
        yield _Claim("date", point, about, Interval(first.earliest, max(first.latest, last.latest)), span)


def _numbers(document: Document, spans: Iterable[Span]) -> Iterator[_Claim]:
    """Every figure under each word that may name what it counts."""
    for span in dict.fromkeys(spans):
        for figure in figures_in(document.text, span.start, span.end):
            words = document.trimmed(figure.start, figure.end)
            about = words.text.split()[-1].lower()
            yield from (_Claim("number", thing, about, figure.value, words, figure.hedge) for thing in figure.things)


@cache
def _lengths() -> frozenset[str]:
    return frozenset(map(root_of, lexicon("times")["units"]))


def _truth(about: str, finding: Finding, document: Document, *, told: bool) -> _Claim:
    span = finding.evidence[0]
    return _Claim("denial", about, about, told and not _denied(document, span), span)


def _denied(document: Document, span: Span) -> bool:
    """Whether the words stand under a word of denying, as in "denied that the two met"."""
    first = max(0, span.start - _NEAR)
    near = document.text[first : min(span.end, span.start + _NEAR)]
    denials = cues_in(near, 0, len(near), "discrepancies", "denied")
    return bool(denials) and first + denials[-1][0] >= sentence_around(document.text, span.start, span.end)[0]
