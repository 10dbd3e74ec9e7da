"""The days that a finding concerns."""

from __future__ import annotations

from datetime import date

from detente.model.findings import Assessment, Engagement, Event, Finding, Incident, Statement
from detente.model.when import Interval, When


def valid_days(finding: Finding) -> Interval | None:
    """Return the days that the finding concerns, where it tells them itself."""
    match finding:
        case Engagement(date=str(first)):
            return Interval(When.from_iso(first).interval.earliest, _end_of(first, finding.end_date))
        case Incident(date=str(day)) | Event(date=str(day)) | Statement(said_on=str(day)) | Assessment(when=str(day)):
            return When.from_iso(day).interval
        case _:
            return None


def _end_of(first: str, last: str | None) -> date:
    begun = When.from_iso(first).interval.latest
    return max(begun, When.from_iso(last).interval.latest) if last else begun
