"""The chain of extractors, in the order in which they run; a new one is a module and a line here."""

from __future__ import annotations

from detente.extract.assessments import extract_assessments
from detente.extract.channels import extract_channels
from detente.extract.commitments import extract_commitments
from detente.extract.discrepancies import extract_discrepancies
from detente.extract.engagements import extract_engagements
from detente.extract.events import extract_events
from detente.extract.incidents import extract_incidents
from detente.extract.positions import extract_positions
from detente.extract.statements import extract_statements
from detente.text.chain import Extractor

EXTRACTORS: tuple[Extractor, ...] = (
    Extractor("statements", 2, gives="statements", extract=extract_statements),
    Extractor("engagements", 2, gives="engagements", extract=extract_engagements),
    Extractor("channels", 1, gives="channels", extract=extract_channels, needs=("statements",)),
    Extractor("positions", 2, gives="positions", extract=extract_positions, needs=("statements",)),
    Extractor(
        "commitments",
        2,
        gives="commitments",
        extract=extract_commitments,
        needs=("statements", "engagements"),
    ),
    Extractor(
        "incidents",
        2,
        gives="incidents",
        extract=extract_incidents,
        needs=("statements", "engagements", "commitments"),
    ),
    Extractor(
        "discrepancies", 1, gives="discrepancies", extract=extract_discrepancies, needs=("statements", "engagements")
    ),
    Extractor("assessments", 1, gives="assessments", extract=extract_assessments, needs=("statements",)),
    Extractor(
        "events",
        1,
        gives="events",
        extract=extract_events,
        needs=("statements", "engagements", "commitments", "incidents"),
    ),
)

UNSEEN: tuple[str, ...] = (
    "interviews whose questions bear no label, and speech retold without any word of saying",
    "contacts told only by what came of them, and visits told only by a place and a day",
    "lines of contact that are named only by initials or by their host",
    "positions told over several sentences or by a list of topics, and changes of position within one document",
    "promises spread over several sentences, and conditions other than 'if'",
    "incidents told only by their result, and acts whose doer stands in another sentence",
    "two accounts of one contact that differ with no word of denial or contrast, and single dates that differ",
    "events told over several sentences, or by a noun that no list has",
    "whether a promise was kept",
)
"""What is not looked for yet, in words for the reader of a brief."""
