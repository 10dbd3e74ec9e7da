"""Which words tell that a contact is planned, proposed, put off, called off or refused."""

from __future__ import annotations

from functools import cache
from typing import Literal

from detente.extract.engagement_cues import cue_words
from detente.model.findings import EngagementStatus

Part = Literal["verbs", "nouns", "modifiers"]
STATUSES: tuple[EngagementStatus, ...] = ("declined", "cancelled", "postponed", "proposed", "planned")


@cache
def _words(status: EngagementStatus, part: Part) -> frozenset[str]:
    return frozenset(cue_words()["status"][status].get(part, ()))


def told_by(word: str, part: Part) -> EngagementStatus | None:
    """The status that a word of this part of speech tells."""
    return next((s for s in STATUSES if word in _words(s, part)), None)


@cache
def ending_verbs() -> frozenset[str]:
    """Verbs of calling off, putting off and refusing: both sides stand with these."""
    return frozenset(w for s in ("declined", "cancelled", "postponed") for w in _words(s, "verbs"))
