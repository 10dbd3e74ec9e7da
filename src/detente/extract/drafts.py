"""A statement in the making: a cue, the words that it governs, and whoever they are given to."""

from __future__ import annotations

from dataclasses import dataclass

from detente.extract.cues import Cue
from detente.extract.ranges import Content
from detente.extract.speakers import Source
from detente.model.findings import Act


@dataclass(frozen=True)
class Draft:
    """`listed` where its cue is in the list of speech; `confidence` is None until it has been judged."""

    cue: Cue
    content: Content
    source: Source | None
    reported_by: str | None = None
    listed: bool = True
    act: Act = "speech"
    confidence: float | None = None

    @property
    def start(self) -> int:
        """Where its words begin."""
        return min(r[0] for r in self.content.ranges)

    @property
    def end(self) -> int:
        """Where its words end."""
        return max(r[1] for r in self.content.ranges)

    @property
    def speaker(self) -> str | None:
        """The speaker's name."""
        return self.source.party.name if self.source and self.source.party else None

    def holds(self, offset: int) -> bool:
        """Whether the place is inside the content."""
        return any(a <= offset < b for a, b in self.content.ranges)
