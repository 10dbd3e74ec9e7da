"""Reading English: blocks, dateline, syntax, names, quotations and times."""

from __future__ import annotations

from collections.abc import Iterator

from detente.model.document import Document
from detente.model.dossier import Problem
from detente.reading.dateline import find_dateline
from detente.reading.mending import mend
from detente.reading.parse import load_model, parse
from detente.reading.times import find_times
from detente.settings import Settings
from detente.text.paragraphs import split_paragraphs
from detente.text.quotes import find_quotations
from detente.text.reading import Paragraph, Quotation, Reading


def read_english(document: Document, settings: Settings) -> Reading:
    """Fill all layers but `mentions`; ModelError when the pipeline is not installed."""
    paragraphs = list(_without_dateline(document.text, split_paragraphs(document.text)))
    nlp = load_model(settings.model)
    tokens, names = parse(document.text, paragraphs, nlp, settings.max_paragraph_chars)
    mend(tokens)
    reading = Reading(document, paragraphs, tokens, names=names)
    reading.quotations = find_quotations(document.text, paragraphs)
    reading.times = find_times(reading)
    reading.problems = [_unclosed(document, q) for q in reading.quotations if not q.closed and not q.runs_on]
    return reading


def _without_dateline(text: str, paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """A dateline becomes a byline of its own, so that it does not glue to the sentence after it."""
    index = 0
    for paragraph in paragraphs:
        line = find_dateline(text, paragraph.start, paragraph.end) if paragraph.index < 4 else None
        if line is None:
            parts = [paragraph]
        else:
            parts = [
                Paragraph(0, paragraph.start, line.start, "headline"),
                Paragraph(0, line.start, line.end, "byline"),
                Paragraph(0, line.end, paragraph.end),
            ]
        for part in parts:
            if text[part.start : part.end].strip():
                part.index = index
                index += 1
                yield part


def _unclosed(document: Document, quotation: Quotation) -> Problem:
    where = document.trimmed(quotation.start, quotation.end)
    return Problem(
        kind="quotation",
        message="a quotation without its closing mark; read to its cue or to the end of its paragraph",
        doc=document.id,
        where=where,
    )
