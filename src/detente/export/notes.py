"""Footnotes: one for each stretch of a document that a brief cites, however often."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from detente.export.page import Note
from detente.export.wording import Wording
from detente.model.document import Document
from detente.model.findings import Finding
from detente.model.span import Span
from detente.model.view import Entry

_BREAK = re.compile(r"\n[^\S\n]*\n")
_AROUND = 300
_MOST = 8


class Notes:
    """Numbers spans in the order in which they are first cited."""

    def __init__(self, documents: Mapping[str, Document], wording: Wording) -> None:
        self._documents = documents
        self._wording = wording
        self._numbers: dict[Span, int] = {}

    def cite(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Give each span its number, the same one again for the same words.

        A span that lies within another of the same call needs no note of its own.
        """
        given = list(dict.fromkeys(spans))
        widest = [s for s in given if not any(o != s and _within(s, o) for o in given)]
        return tuple(self._numbers.setdefault(span, len(self._numbers) + 1) for span in widest)

    def cite_entry(self, entry: Entry[Finding], *first: Span) -> tuple[int, ...]:
        """Cite `first`, the words of the best finding, and one stretch of each further document that reports it.

        At most eight notes in all; how many documents report it stands beside the line.
        """
        best = (*first, *entry.best.evidence[:3])
        further: dict[str, Span] = {}
        for finding in entry.findings:
            further.setdefault(finding.evidence[0].doc, finding.evidence[0])
        cited = {span.doc for span in best}
        spans = dict.fromkeys((*best, *(span for doc, span in further.items() if doc not in cited)))
        return self.cite(list(spans)[:_MOST])

    def cite_opening(self, document: Document) -> tuple[int, ...]:
        """Cite the first line of a document, for what concerns all of it."""
        body = document.text.lstrip()
        start = len(document.text) - len(body)
        line = body.split("\n", 1)[0].rstrip()[:120]
        return self.cite([document.trimmed(start, start + len(line))])

    def all(self) -> tuple[Note, ...]:
        """The notes cited so far, by number."""
        return tuple(self._note(number, span) for span, number in self._numbers.items())

    def _note(self, number: int, span: Span) -> Note:
        document = self._documents.get(span.doc)
        if document is None:
            return Note(number, "publisher not stated", "date not stated", span.text)
        before, after = surroundings(document.text, span.start, span.end)
        return Note(
            number,
            publisher=document.publisher or "publisher not stated",
            published=self._wording.date(document.published),
            words=span.text,
            before=before,
            after=after,
            title=document.title,
            url=document.url if (document.url or "").startswith(("http://", "https://")) else None,
            official=self._wording.states(document.account_of) if document.account_of else None,
        )


def _within(span: Span, other: Span) -> bool:
    return span.doc == other.doc and other.start <= span.start and span.end <= other.end


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Cut what stands before and after `[start:end]` in its paragraph, 300 characters each at most.

    Paragraphs are parted by blank lines. A cut falls between words and is marked with an ellipsis.
    """
    breaks = [m.end() for m in _BREAK.finditer(text, 0, start)]
    opening = breaks[-1] if breaks else 0
    following = _BREAK.search(text, end)
    closing = following.start() if following else len(text)
    before, after = text[opening:start].lstrip(), text[end:closing].rstrip()
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return before, after
