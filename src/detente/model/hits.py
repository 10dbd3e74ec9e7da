"""What is looked for in a record, and what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.model.document import Document
from detente.model.findings import LAYERS, Finding
from detente.model.span import Span

KINDS = (*LAYERS, "documents")
"""What can be found: findings of a layer, and texts."""
FACETS = ("kind", "state", "issue", "publisher", "year")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Words and what narrows them; the hit must fit all that is given.

    `words` are those of a search box, with phrases between quotation marks; `states` are codes that are all named;
    `person` is a name or part of one; `publisher` a part of its name. `since` and `until` bound the days that it
    concerns, `as_of` the day of publication, `known_at` the moment of recording (ISO, UTC). Only the `limit` best
    hits are given, but all are counted.
    """

    words: str
    states: tuple[str, ...] = ()
    person: str | None = None
    issue: str | None = None
    kind: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    known_at: str | None = None
    limit: int = 20


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A finding, as it stands after review, or a text that holds the words.

    `id` is that of the finding as it was proposed, or of the document; `sentence` the words in which it stands and
    `marks` those that were looked for, which may be none where a name or the title holds them.
    """

    id: str
    document: Document
    sentence: Span
    marks: tuple[Span, ...] = ()
    finding: Finding | None = None

    @property
    def kind(self) -> str:
        """The layer of the finding, or `documents`."""
        return self.finding.layer if self.finding else "documents"


@dataclass(frozen=True, kw_only=True)
class Hits:
    """The best hits, findings before texts; how many there are in all; and how many by each value of each facet."""

    best: tuple[Hit, ...] = ()
    total: int = 0
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
