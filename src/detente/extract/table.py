"""The chain of extractors, in the order in which they run; a new one is a module and a line here."""

from __future__ import annotations

from detente.extract.statements import extract_statements
from detente.text.chain import Extractor

EXTRACTORS: tuple[Extractor, ...] = (Extractor("statements", 1, gives="statements", extract=extract_statements),)

UNSEEN: tuple[str, ...] = ()
"""What the extractors do not look for yet, in words for the reader of a brief."""
