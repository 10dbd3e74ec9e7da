"""What a brief asks of a view. `detente.analysis` answers it; whoever composes the two hands it in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from detente.model.document import Document
from detente.model.findings import (
    Assessment,
    ChannelReport,
    Commitment,
    DiscrepancyKind,
    Engagement,
    Finding,
    Position,
    Size,
    Statement,
)
from detente.model.span import Span
from detente.model.view import Entry, View

AnyEntry = Entry[Finding]
Happening = tuple[AnyEntry, str, bool, tuple[AnyEntry, ...]]
"""An entry, its ISO date, whether that is only the day of the report, and the entries that led to it."""
Member = tuple[str, str | None, str, tuple[str, ...], int, Span | None, int, tuple[str, ...]]
"""Name, state, kind, offices, number of entries, the words that name them, rank, offices of unverified days."""
Account = tuple[str | None, tuple[str, ...], tuple[Document, ...]]
"""Publisher, the states whose official account it is, documents."""
Stance = tuple[str, Mapping[str, tuple[Entry[Position], ...]]]
"""Issue, and what each state holds on it."""
ChannelLine = tuple[tuple[Entry[ChannelReport], ...], tuple[ChannelReport, ...]]
"""Entries of one line of contact, the latest first, and reports of an earlier status."""
Dispute = tuple[AnyEntry, DiscrepancyKind, str, tuple[Span, ...], tuple[Span, ...], Size | None]
"""An entry, what kind of point it is and which, the words of either side, and how far figures are apart."""
Marked = tuple[tuple[str, bool], ...]
"""Stretches of a text, each with whether it differs from another text."""
Collation = tuple[Entry[Statement], tuple[Span, ...], Span, Marked, Marked, Size | None]
"""A statement, where its words are quoted, the official passage, both with what differs, and how much that tells."""
Lead = tuple[
    tuple[Entry[Engagement], ...],
    tuple[Entry[ChannelReport], ...],
    tuple[Entry[Commitment], ...],
    tuple[AnyEntry, ...],
]
"""Latest contacts, lines cut or restored, open promises, what comes next."""


class Questions(Protocol):
    """The analyses that a brief shows, as functions of a view."""

    def lead(self, view: View) -> Lead:
        """What a reader should see first."""

    def cast(self, view: View) -> tuple[Member, ...]:
        """Who is who."""

    def timeline(self, view: View) -> tuple[Happening, ...]:
        """What the period brought, in order of time."""

    def undated(self, view: View) -> tuple[AnyEntry, ...]:
        """What happened on a day that no document gives."""

    def positions(self, view: View) -> tuple[Stance, ...]:
        """What each side holds, issue by issue."""

    def channels(self, view: View) -> tuple[ChannelLine, ...]:
        """Lines of contact, each with its latest report first."""

    def assessments(self, view: View) -> Mapping[str, tuple[Entry[Assessment], ...]]:
        """How each side calls the state of things."""

    def statements(self, view: View) -> Mapping[str, tuple[Entry[Statement], ...]]:
        """What was said for each state."""

    def contested(self, view: View) -> Mapping[str, tuple[AnyEntry, ...]]:
        """By entry id, the discrepancies that cite the same words."""

    def disputes(self, view: View) -> tuple[Dispute, ...]:
        """What documents tell differently of one entry."""

    def quotations(self, view: View) -> tuple[Collation, ...]:
        """What others quote beside the official text of the occasion."""

    def ahead(self, view: View) -> tuple[AnyEntry, ...]:
        """What is planned or due next."""

    def accounts(self, view: View) -> tuple[Account, ...]:
        """Whose accounts the view rests on."""
