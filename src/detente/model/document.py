"""Immutable text with where and when it appeared."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from detente.errors import DocumentError, SpanError
from detente.model.span import Span
from detente.model.when import When


@dataclass(frozen=True)
class Document:
    """A text as it stood at one address on one day.

    `name` is the stem of the file it came from; `published` an ISO date cut to what is known; `language` an
    ISO 639-1 code; `account_of` the codes of the states whose official account it is; `predecessor` the id of
    the document that this one is an edited version of. Raises DocumentError for empty text and NUL characters.
    """

    text: str
    name: str = "document"
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str = "en"
    account_of: tuple[str, ...] = ()
    predecessor: str | None = None

    def __post_init__(self) -> None:
        if not self.text or self.text.isspace():
            raise DocumentError(f"{self.name}: no text in it; give a document with words")
        if "\0" in self.text:
            raise DocumentError(f"{self.name}: has NUL characters, so it is no text; convert it first")
        if self.published is not None:
            When.from_iso(self.published)

    @cached_property
    def text_id(self) -> str:
        """Sha256 of the text, in hexadecimal: the same words, wherever they appeared."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def id(self) -> str:
        """24 hexadecimal digits over the text and where and when it appeared."""
        parts = (self.text_id, self.publisher or "", self.published or "", self.url or "", self.title or "")
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]

    def span(self, start: int, end: int) -> Span:
        """Cut the words at `[start:end]`; SpanError where there are none."""
        if not 0 <= start < end <= len(self.text):
            raise SpanError(f"{self.name}: no words at [{start}:{end}]; its text has {len(self.text)} characters")
        # What Span asks of its fields was just asked.
        return tuple.__new__(Span, (self.id, start, end, self.text[start:end]))

    def trimmed(self, start: int, end: int) -> Span:
        """Cut `[start:end]` without white space at its ends."""
        words = self.text[start:end]
        lead = len(words) - len(words.lstrip())
        return self.span(start + lead, start + lead + len(words.strip()))

    def holds(self, span: Span) -> bool:
        """Whether the span's words really stand there."""
        return span.doc == self.id and self.text[span.start : span.end] == span.text
