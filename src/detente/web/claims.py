"""Entries as claims: what is said in the program's neutral words, beside the document's own and the way to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.analysis.entries import date_of
from detente.export.phrases import Phrases
from detente.export.wording import Wording, capitalised, kind_name, shortened
from detente.model.document import Document
from detente.model.findings import (
    Assessment,
    ChannelReport,
    Commitment,
    Discrepancy,
    Engagement,
    Event,
    Finding,
    Incident,
    Position,
    Statement,
)
from detente.model.span import Span
from detente.model.view import Entry
from detente.ontology.kinds import label_of
from detente.web.ways import Ways, to_words

_QUOTES = 3


@dataclass(frozen=True)
class Quote:
    """Words of a document, whose it is, and the address at which they stand in it.

    `words` are one line, cut where they are long; `day` spells `published`; `official` names the states whose account
    the document is.
    """

    words: str
    path: str
    doc: str
    start: int
    end: int
    publisher: str
    published: str | None
    day: str
    official: str | None


@dataclass(frozen=True)
class Claim:
    """An entry in one line, with the words it rests on.

    `date` is the ISO date that it tells, `when` the same in words; `status` how it stands where its kind has that;
    `reports` counts documents, `copies` those of another's text, `reviewed` reports that a person decided on.
    """

    id: str
    layer: str
    says: str
    date: str | None
    when: str
    status: str | None
    path: str
    quotes: tuple[Quote, ...]
    reports: int
    copies: int
    reviewed: int
    confidence: float


@dataclass(frozen=True)
class Claims:
    """Makes claims of the entries of a view."""

    documents: Mapping[str, Document]
    wording: Wording
    ways: Ways

    def of(self, entry: Entry[Finding], *, quotes: int = _QUOTES) -> Claim:
        """The claim of an entry: the words of its best finding, then one stretch of each further document."""
        best = entry.best
        spans = dict.fromkeys(words_of(best)[:quotes])
        cited = {span.doc for span in spans}
        further = (words_of(f)[0] for f in entry.findings)
        for span in further:
            if len(spans) < quotes and span.doc not in cited:
                cited.add(span.doc)
                spans[span] = None
        dated = date_of(best) if not isinstance(best, Commitment) else None
        return Claim(
            id=entry.id,
            layer=best.layer,
            says=self.says(best),
            date=dated,
            when=self.when(best),
            status=getattr(best, "status", None),
            path=self.path(entry),
            quotes=self.quotes(spans),
            reports=entry.reports,
            copies=entry.copies,
            reviewed=entry.reviewed,
            confidence=best.confidence,
        )

    def path(self, entry: Entry[Finding]) -> str:
        """The page that tells most of an entry."""
        match entry.best:
            case ChannelReport(kind=kind):
                return self.ways.channel(kind)
            case best:
                return self.ways.entry(best.layer, entry.id)

    def quotes(self, spans: Iterable[Span]) -> tuple[Quote, ...]:
        """Words with whose document they are of."""
        return tuple(self.quote(span) for span in spans)

    def quote(self, span: Span) -> Quote:
        """One stretch of words."""
        return quote_of(span, self.documents[span.doc], self.wording)

    def when(self, finding: Finding) -> str:
        """The days that it tells, as precise as they are known."""
        if isinstance(finding, Engagement):
            return self.wording.dates(finding)
        return self.wording.date(date_of(finding), getattr(finding, "date_basis", None))

    def says(self, finding: Finding) -> str:
        """What is claimed, in neutral words; a promise in the document's."""
        phrases = Phrases(self.wording)
        match finding:
            case Engagement():
                who = phrases.engagement(finding)[0].text
                return who if finding.status == "held" else f"{who}: {phrases.status(finding)}"
            case Incident():
                return phrases.incident(finding)
            case Commitment():
                return "".join(run.text for run in phrases.commitment(finding))
            case ChannelReport():
                return "".join(run.text for run in phrases.channel(finding))
            case Event():
                return phrases.event(finding)
            case _:
                return self._says_who(finding)

    def _says_who(self, finding: Finding) -> str:
        """Whose words they are, and on what: the words themselves stand beside."""
        match finding:
            case Position(state=state, issue=issue):
                return f"{self.wording.state(state)} on {self.wording.issue(issue)}"
            case Statement(speaker=speaker, addressee=addressee, reported_by=reporter):
                to = f" to {addressee}" if addressee else ""
                via = f", according to {reporter}" if reporter else ""
                return capitalised(speaker or "speaker not stated") + to + via
            case Assessment(by=by, direction=direction):
                return f"{capitalised(by or 'the writer')}: {label_of('direction', direction)}"
            case Discrepancy(kind=kind, about=about, size=size):
                far = f", {size}" if size else ""
                return f"{capitalised(label_of('discrepancy_kind', kind))}: {self.wording.issue(about)}{far}"
            case _:
                return kind_name(finding.layer)


def quote_of(span: Span, document: Document, wording: Wording) -> Quote:
    """One stretch of words of a document."""
    return Quote(
        words=shortened(span.text),
        path=to_words(span),
        doc=span.doc,
        start=span.start,
        end=span.end,
        publisher=document.publisher or "publisher not stated",
        published=document.published,
        day=wording.date(document.published),
        official=wording.states(document.account_of) if document.account_of else None,
    )


def words_of(finding: Finding) -> tuple[Span, ...]:
    """The words that show a finding best."""
    match finding:
        case Statement(content=content) if content:
            return content
        case Discrepancy(a=a, b=b):
            return (a, b)
        case _:
            return finding.evidence
