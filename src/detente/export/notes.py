"""Footnotes: one for each stretch of a document that a brief cites, however often."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from detente.export.page import Note
from detente.export.wording import Wording
from detente.model.document import Document
from detente.model.findings import Finding
from detente.model.span import Span
from detente.model.view import Entry

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
        widest = [s for s in given if not any(_within(s, o) and o != s for o in given)]
        return tuple(self._numbers.setdefault(span, len(self._numbers) + 1) for span in widest)

    def cite_entry(self, entry: Entry[Finding], *first: Span) -> tuple[int, ...]:
        """Cite `first`, the words of the best finding, and one stretch of each further document that reports it.

        At most eight notes in all; how many documents report it stands beside the line.
        """
        best = dict.fromkeys((*first, *entry.best.evidence[:3]))
        cited = {span.doc for span in best}
        for words in (finding.evidence[0] for finding in entry.findings):
            if len(best) >= _MOST:
                break
            if words.doc not in cited:
                cited.add(words.doc)
                best[words] = None
        return self.cite(list(best)[:_MOST])

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
        return Note(
            number,
            publisher=document.publisher or "publisher not stated",
            published=self._wording.date(document.published),
            words=span.text,
            text=document.text,
            start=span.start,
            title=document.title,
            url=document.url if (document.url or "").startswith(("http://", "https://")) else None,
            doc=document.id,
            official=self._wording.states(document.account_of) if document.account_of else None,
        )


def _within(span: Span, other: Span) -> bool:
    return span.doc == other.doc and other.start <= span.start and span.end <= other.end
