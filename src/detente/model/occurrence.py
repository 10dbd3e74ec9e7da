"""A place where a formulation stands, and in whose mouth."""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.document import Document
from detente.model.findings import Statement
from detente.model.span import Span
from detente.model.when import When

REPORTER = "reporter"
"""Who asks in a transcript, without a name."""
_MARKS = frozenset("\"“„«‘'")


@dataclass(frozen=True, kw_only=True)
class Occurrence:
    """Words of a document that are a form of the phrase asked for.

    `statement` is the one whose content holds them, None in the writer's own voice.
    """

    span: Span
    document: Document
    statement: Statement | None = None

    @property
    def states(self) -> tuple[str, ...]:
        """For whom the words are said: the speaker's state, else those whose account the document is.

        What an account tells in its own words of speakers of no state ("the two agreed that …") is its own wording,
        and so is a speech that it prints. Words that it quotes from such a speaker, and a reporter's question, are not.
        """
        if self.statement is not None and self.statement.state:
            return (self.statement.state,)
        if self.statement is not None and self.statement.mode != "indirect" and not self._is_spoken:
            return ()
        return self.document.account_of

    @property
    def _is_spoken(self) -> bool:
        """Whether they stand in a printed speech or transcript, in no quotation, and nobody asks them as a reporter."""
        if self.statement is None or self.statement.speaker == REPORTER:
            return False
        starts = (span.start for span in self.statement.content if span.start <= self.span.start < span.end)
        return not any(self.document.text[max(0, at - 1) : at + 1].strip()[:1] in _MARKS for at in starts)

    @property
    def speaker(self) -> str | None:
        """Who says them, None in the writer's own voice."""
        return self.statement.speaker if self.statement else None

    @property
    def rendered(self) -> bool:
        """Whether somebody else tells these words: a press report, or the account of another state."""
        return not set(self.states) & set(self.document.account_of)

    @property
    def day(self) -> str | None:
        """When they were said, where they are quoted and that is told; else when they appeared (ISO).

        Who tells what another said chooses the words on the day of telling.
        """
        said = self.statement.said_on if self.statement and self.statement.mode != "indirect" else None
        return said or self.document.published

    @property
    def known_by(self) -> str | None:
        """The last day on which they can have been said: a month ends, and nothing appears before it was said (ISO)."""
        appeared = self.document.published and When.from_iso(self.document.published).interval.latest.isoformat()
        said = self.day and When.from_iso(self.day).interval.latest.isoformat()
        return min(filter(None, (said, appeared)), default=None)
