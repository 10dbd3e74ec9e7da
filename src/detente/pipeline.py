"""One article's way through the house: the only place where the rooms meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.extract.event_coder import CodedEvent, Coder
from detente.extract.event_pair import pair_in
from detente.extract.table import EXTRACTORS
from detente.model.document import Document
from detente.model.dossier import Dossier, Problem
from detente.reading.dateline import dated
from detente.reading.english import read_english
from detente.reading.parse import vector_of
from detente.resolve.causes import link_findings
from detente.resolve.issuer import with_issuer
from detente.resolve.people import resolve_mentions
from detente.resolve.subject import states_concerned
from detente.settings import Settings
from detente.text.chain import Found, check_chain
from detente.text.reading import Reading

READERS = {"en": read_english}
"""The reader of each language, by its ISO 639-1 code; a new language is a module of `reading` and a line here."""


def read_document(document: Document, settings: Settings) -> Dossier:
    """All that one document says, each item checked against its words; ModelError when no parser is installed."""
    document = with_issuer(dated(document))
    if document.language not in READERS:
        return _unread(document)

    reading = prepared(document, settings)

    check_chain(EXTRACTORS)
    found = Found()
    for step in EXTRACTORS:
        found.findings.extend(step.extract(reading, found))

    return Dossier(
        document=document,
        states=states_concerned(reading, found.findings),
        people=reading.people,
        findings=tuple(link_findings(found.findings)),
        problems=(*_undated(document), *reading.problems),
    )


def prepared(document: Document, settings: Settings) -> Reading:
    """A document with all its layers, as extractors see it."""
    reading = READERS[document.language](document, settings)
    reading.mentions = resolve_mentions(reading)
    return reading


def coded(rows: Iterable[tuple[str, str, str]], settings: Settings) -> Iterator[CodedEvent]:
    """What the source does to the target in each sentence, given as sentence, source and target."""
    coder = Coder(vector_of(settings.model))
    reading: Reading | None = None
    for sentence, source, target in rows:
        # The parser takes no empty text; a mark says as little.
        text = sentence.replace("\0", " ") if sentence.replace("\0", "").strip() else "."
        if reading is None or reading.document.text != text:
            reading = read_english(Document(text, name="sentence"), settings)
        yield coder.code(pair_in(reading, source, target))


def _unread(document: Document) -> Dossier:
    """A text in a language that is not read yet is kept and findable, and said to be unread."""
    message = f"its language ({document.language}) is not read yet; the text is kept and can be searched"
    return Dossier(document=document, problems=(Problem(kind="language", message=message, doc=document.id),))


def _undated(document: Document) -> tuple[Problem, ...]:
    if document.published:
        return ()
    message = "no date of publication; give one with --published, or days like 'on Monday' stay unresolved"
    return (Problem(kind="date", message=message, doc=document.id),)
