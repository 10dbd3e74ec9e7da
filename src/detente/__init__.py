"""Reads accounts of dealings between states and keeps the cited record.

import detente

dossier = detente.read(text, published="2023-06-20")
with detente.open("record.db") as record:
    record.add("articles/")
    record.relationship("US", "CN").engagements.to_frame()
"""

from detente.api import Added, Record, code_events, code_table, migrate, open, read, read_files, restore  # noqa: A004
from detente.errors import (
    ChoiceError,
    ConflictError,
    DateError,
    DecisionError,
    DetenteError,
    DocumentError,
    FindingError,
    InputError,
    ModelError,
    RecordError,
    SpanError,
)
from detente.model.decision import Decision, Review
from detente.model.document import Document
from detente.model.dossier import Dossier, Party, Problem
from detente.model.findings import Finding
from detente.model.span import Span
from detente.model.view import Entry, View
from detente.relationship import Entries, Relationship
from detente.settings import Settings
from detente.sources.source import SourceOptions

__all__ = [
    "Added",
    "ChoiceError",
    "ConflictError",
    "DateError",
    "Decision",
    "DecisionError",
    "DetenteError",
    "Document",
    "DocumentError",
    "Dossier",
    "Entries",
    "Entry",
    "Finding",
    "FindingError",
    "InputError",
    "ModelError",
    "Party",
    "Problem",
    "Record",
    "RecordError",
    "Relationship",
    "Review",
    "Settings",
    "SourceOptions",
    "Span",
    "SpanError",
    "View",
    "code_events",
    "code_table",
    "migrate",
    "open",
    "read",
    "read_files",
    "restore",
]
