"""One entry in one line: the frame is the brief's, everything in it is the finding's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.export.page import Run
from detente.export.wording import (
    UNKNOWN,
    Wording,
    capitalised,
    counted,
    incident_kind,
    kind_name,
    length,
    listed,
    minutes_between,
    shortened,
)
from detente.model.findings import (
    Assessment,
    ChannelReport,
    Commitment,
    Engagement,
    Event,
    Finding,
    Incident,
    Statement,
)
from detente.model.span import Span
from detente.model.view import Entry

Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Phrases:
    """Findings as runs of a line, in the names of a wording."""

    wording: Wording

    def of(self, finding: Finding) -> Runs:
        """What happened, without its date."""
        match finding:
            case Engagement():
                return self.engagement(finding)
            case Incident():
                return (Run(self.incident(finding) + ": "), *quoted(finding.evidence))
            case Commitment():
                return self.commitment(finding)
            case ChannelReport():
                return self.channel(finding)
            case Event():
                return (Run(self.event(finding) + ": "), *quoted(finding.evidence))
            case _:
                return quoted(finding.evidence)

    def name(self, finding: Finding) -> str:
        """A few words by which another line can point to it."""
        match finding:
            case Engagement():
                place = f", {finding.place}" if finding.place else ""
                return f"{kind_name(finding.kind).lower()}{place}, {self.wording.dates(finding)}"
            case Incident():
                return f"{self.incident(finding)}, {self.wording.date(finding.date, finding.date_basis)}"
            case Commitment():
                return f"{self.wording.states(finding.by)}: {shortened(finding.what)}"
            case ChannelReport():
                return f"{kind_name(finding.kind).lower()} line {finding.status}"
            case _:
                return f"“{shortened(finding.evidence[0].text)}”"

    def engagement(self, engagement: Engagement) -> Runs:
        """Kind, who, where, and what became of it unless it was held."""
        who = listed(list(dict.fromkeys(engagement.participants))) or self.wording.states(engagement.states)
        place = f", {engagement.place}" if engagement.place else ""
        head = Run(f"{kind_name(engagement.kind)} of {who}{place}")
        if engagement.status == "held":
            return (head,)
        because = (Run("; reason given: "), *quoted([engagement.reason])) if engagement.reason else ()
        return (head, Run(": "), Run(self.status(engagement), "strong"), *because)

    def status(self, engagement: Engagement) -> str:
        """The status, and who refused."""
        by = f" by {self.wording.state(engagement.refused_by)}" if engagement.refused_by else ""
        return engagement.status + by

    def clock(self, engagement: Engagement, disputed: str | None) -> Runs:
        """Clock times and stated length; where the two differ and a discrepancy says so, a link to it."""
        start, end, stated = engagement.start, engagement.end, engagement.duration_min
        times = f"{start}–{end}" if start and end else f"from {start}" if start else f"until {end}" if end else ""
        said = length(stated) if stated is not None else ""
        if not (start and end and said and minutes_between(start, end) != stated):
            return (Run(", ".join(filter(None, (times, said))) or UNKNOWN),)
        by_clock = f"{times} ({length(minutes_between(start, end))} by the clock); stated length {said}"
        link = (Run("; "), Run("accounts disagree", "plain", disputed)) if disputed else ()
        return (Run(by_clock), *link)

    def incident(self, incident: Incident) -> str:
        """Kind, by whom and against whom, as far as known."""
        by = f" by {self.wording.states(incident.by)}" if incident.by else ""
        against = f" against {self.wording.states(incident.against)}" if incident.against else ""
        return f"{incident_kind(incident.kind)}{by}{against}"

    def event(self, event: Event) -> str:
        """Type, who to whom, and how it stands unless it was done."""
        whom = event.recipient or self.wording.states(event.to) if event.recipient or event.to else ""
        actor = event.actor or (self.wording.states(event.by) if event.by else UNKNOWN)
        standing = f" ({event.status})" if event.status != "actual" else ""
        return f"{actor}{f' towards {whom}' if whom else ''}: {event.type}{standing}"

    def commitment(self, commitment: Commitment) -> Runs:
        """By whom, to whom, how firm, and what."""
        whom = self.to(commitment)
        to = f" to {whom}" if whom else ""
        head = f"{self.wording.states(commitment.by)}{to}, {self.firmness(commitment)}: "
        return (Run(head), Run(shortened(commitment.what)))

    def to(self, commitment: Commitment) -> str:
        """To whom; states that undertake something together do so to each other."""
        if len(commitment.by) > 1 and set(commitment.to) == set(commitment.by):
            return "each other"
        return self.wording.states(commitment.to) if commitment.to else ""

    def due(self, finding: Finding) -> Runs:
        """The deadline of a commitment that has one."""
        if not isinstance(finding, Commitment) or not finding.due:
            return ()
        return (Run(f" (due {self.wording.date(finding.due)})"),)

    def firmness(self, commitment: Commitment) -> str:
        """How firm it is, and whether it is to refrain."""
        return commitment.strength + (" (to refrain)" if commitment.polarity == "refrain" else "")

    def channel(self, report: ChannelReport) -> Runs:
        """Which line, how it stands, since when."""
        since = f" since {self.wording.date(report.since)}" if report.since else ""
        return (Run(f"{kind_name(report.kind)} line: "), Run(report.status, "strong"), Run(since))

    def statement(self, statement: Statement) -> Runs:
        """Who said what; marks stand only around what the document gives as direct speech."""
        to = f" to {statement.addressee}" if statement.addressee else ""
        via = f" (according to {statement.reported_by})" if statement.reported_by else ""
        head = Run(f"{capitalised(statement.speaker or 'speaker not stated')}{to}{via}: ")
        said = statement.content or statement.evidence
        if statement.mode == "direct" and statement.content:
            return (head, *quoted(said))
        return (head, Run(shortened(" … ".join(s.text for s in said)), "words"))

    def assessment(self, assessment: Assessment) -> Runs:
        """The words, who used them, and which way they point."""
        by = assessment.by or "the writer"
        return (*quoted(assessment.evidence), Run(f" ({by}; {assessment.direction})", "aside"))


def quoted(spans: Iterable[Span]) -> Runs:
    """Each stretch as a quotation, cut where it is long, with an ellipsis between them."""
    runs: list[Run] = []
    for span in spans:
        runs += [Run(" … ")] if runs else []
        runs.append(Run(shortened(span.text), "quote"))
    return tuple(runs)


def reported(entry: Entry[Finding]) -> Runs:
    """The number of documents that report it, where there is more than one, and whether a person has looked."""
    copies = f" ({'1 a copy' if entry.copies == 1 else f'{entry.copies} copies'})" if entry.copies else ""
    parts = [counted(entry.reports, "report") + copies] if entry.reports > 1 else []
    parts += ["reviewed"] if entry.reviewed else []
    return (Run(f" · {', '.join(parts)}", "aside"),) if parts else ()
