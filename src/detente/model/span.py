"""A stretch of a document's text: the only way a finding may cite."""

from __future__ import annotations

from typing import NamedTuple, Self

from detente.errors import SpanError


class _Place(NamedTuple):
    doc: str
    start: int
    end: int
    text: str


class Span(_Place):
    """`text` stands at `[start:end]` (Unicode code points) of the document `doc`.

    Made by `Document.span`, which cuts the words from the text itself. A tuple, since a record holds millions.
    """

    __slots__ = ()

    def __new__(cls, doc: str, start: int, end: int, text: str) -> Self:
        """SpanError for a stretch that is none, or words of another length."""
        if not 0 <= start < end or len(text) != end - start:
            raise SpanError(f"no span: [{start}:{end}] of document {doc} with {len(text)} characters")
        return tuple.__new__(cls, (doc, start, end, text))

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
