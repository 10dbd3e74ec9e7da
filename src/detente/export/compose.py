"""A view as a brief: which sections there are, in which order, under which heading."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from detente.export import sections, sections_of_words
from detente.export.notes import Notes
from detente.export.page import Block, Section, Sheet
from detente.export.phrases import Phrases
from detente.export.questions import Questions
from detente.export.sections import Desk
from detente.export.wording import Wording, counted, listed, spelled
from detente.model.findings import LAYERS
from detente.model.view import View

NOTHING = "None found in these documents."
SECTIONS: tuple[tuple[str, str, str, Callable[[Desk], tuple[Block, ...]]], ...] = (
    ("lead", "In short", NOTHING, sections.lead),
    ("cast", "Who is who", "Nobody is named in these documents.", sections.cast),
    ("timeline", "What the period brought", NOTHING, sections.timeline),
    ("engagements", "Meetings, calls and visits", NOTHING, sections.engagements),
    ("positions", "What each side holds", NOTHING, sections_of_words.positions),
    ("channels", "Lines of contact", NOTHING, sections_of_words.channels),
    ("commitments", "What was promised", NOTHING, sections.commitments),
    ("incidents", "What strained or eased relations", NOTHING, sections.incidents),
    ("discrepancies", "Where accounts disagree", NOTHING, sections_of_words.discrepancies),
    ("assessments", "How each side calls the state of things", NOTHING, sections_of_words.assessments),
    ("ahead", "Planned or due next", NOTHING, sections.ahead),
    ("problems", "What could not be read", "Nothing was marked as unread.", sections_of_words.problems),
    ("unseen", "What the program does not see yet", "Nothing is listed here.", sections_of_words.unseen),
    ("statements", "What was said", NOTHING, sections_of_words.statements),
    ("accounts", "Whose accounts these are", "There are no documents in this view.", sections_of_words.accounts),
)
"""Key, title, what an empty section says, and who writes it; a brief prints them in this order."""


def compose(view: View, analysis: Questions, *, names: Mapping[str, str], unseen: tuple[str, ...] = ()) -> Sheet:
    """Write every section of the brief. `names` are display names by state code and by issue."""
    wording = Wording(names, view.states)
    notes = Notes(view.documents, wording)
    desk = Desk(view, analysis, wording, Phrases(wording), notes, unseen)
    written = tuple(Section(key, title, empty, write(desk)) for key, title, empty, write in SECTIONS)
    return Sheet(wording.states(view.states), _facts(desk), written, notes.all())


def _facts(desk: Desk) -> tuple[tuple[str, str], ...]:
    view = desk.view
    entries = [entry for layer in LAYERS for entry in getattr(view, layer)]
    reviewed = sum(1 for entry in entries if entry.reviewed)
    return (
        ("Period", _period(view)),
        ("As of", _as_of(view)),
        ("Documents", _documents(desk)),
        ("Entries", f"{len(entries)}, of which {reviewed} reviewed by a person"),
        ("Quotation marks", "enclose the words of the document cited"),
    )


def _period(view: View) -> str:
    since = f"from {spelled(view.since)}" if view.since else ""
    until = f"until {spelled(view.until)}" if view.until else ""
    return " ".join(filter(None, (since, until))) or "not bounded"


def _as_of(view: View) -> str:
    published = f"what was published by {spelled(view.as_of)}" if view.as_of else ""
    recorded = f"what was recorded by {view.known_at}" if view.known_at else ""
    return listed([part for part in (published, recorded) if part]) or "all that is in the record"


def _documents(desk: Desk) -> str:
    documents = desk.view.documents.values()
    publishers = sorted({d.publisher for d in documents if d.publisher})
    days = sorted(d.published for d in documents if d.published)
    between = f", {spelled(days[0])} to {spelled(days[-1])}" if days and days[0] != days[-1] else ""
    between = between or (f", {spelled(days[0])}" if days else "")
    sources = f" from {counted(len(publishers), 'publisher')} ({'; '.join(publishers)})" if publishers else ""
    return f"{len(documents)}{sources}{between}"
