"""A place where a formulation stands, and in whose mouth."""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.document import Document
from detente.model.findings import Statement
from detente.model.span import Span


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

        What an account tells in its own words of speakers of no state ("the two agreed that …") is its own wording;
        a quotation of such a speaker, as of a reporter who asks, is not.
        """
        if self.statement is not None and self.statement.state:
            return (self.statement.state,)
        if self.statement is not None and self.statement.mode != "indirect":
            return ()
        return self.document.account_of

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
        """When they were said, as far as known; else when they appeared (ISO)."""
        return (self.statement.said_on if self.statement else None) or self.document.published
