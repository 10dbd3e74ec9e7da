"""A stretch of a document's text: the only way a finding may cite."""

from __future__ import annotations

from dataclasses import dataclass

from detente.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text` stands at `[start:end]` (Unicode code points) of the document `doc`.

    Made by `Document.span`, which cuts the words from the text itself.
    """

    doc: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise SpanError(
                f"no span: [{self.start}:{self.end}] of document {self.doc} with {len(self.text)} characters"
            )

    @property
    def line(self) -> str:
        """Its words as one line."""
        return " ".join(self.text.split())

    def overlaps(self, other: Span) -> bool:
        """Whether both share a character of the same document."""
        return self.doc == other.doc and self.start < other.end and other.start < self.end

    def shares(self, other: Span, least: float) -> bool:
        """Whether both share at least this part of the characters of the shorter one; of one document."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return shared >= least * min(self.end - self.start, other.end - other.start)
