"""Two places of a document that do not agree, before they become a finding."""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.findings import DiscrepancyKind, Size
from detente.model.span import Span


@dataclass(frozen=True, slots=True)
class Clash:
    """`a` and `b` tell `about` differently; `confidence` from 0 to 1."""

    kind: DiscrepancyKind
    a: Span
    b: Span
    about: str
    confidence: float
    size: Size | None = None

    def meets(self, other: Clash) -> bool:
        """Whether both pair the same two places, or give the same answer to different ones."""
        crossed = self.a.overlaps(other.b) and self.b.overlaps(other.a)
        return crossed or self.b.overlaps(other.b)
