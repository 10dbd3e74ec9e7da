"""Entries as a table, one row each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from importlib import import_module
from typing import Any

from detente.errors import InputError
from detente.model.findings import Finding
from detente.model.span import Span
from detente.model.view import Entry

_PARTED = "; "


def to_frame(entries: Iterable[Entry[Finding]]) -> Any:
    """Make a pandas DataFrame of flat columns: spans as their words, dates as ISO strings, lists parted by "; ".

    `documents` holds the ids of the documents that report the entry. Raises InputError without pandas.
    """
    try:
        pandas = import_module("pandas")
    except ImportError as reason:
        raise InputError("a frame needs pandas; install it with: pip install 'detente[frames]'") from reason
    return pandas.DataFrame([row_of(entry) for entry in entries])


def row_of(entry: Entry[Finding]) -> dict[str, Any]:
    """One entry as flat values by column."""
    documents = dict.fromkeys(f.evidence[0].doc for f in entry.findings)
    head = {
        "id": entry.id,
        "layer": entry.best.layer,
        "reports": entry.reports,
        "copies": entry.copies,
        "reviewed": entry.reviewed,
        "documents": _PARTED.join(documents),
    }
    return head | {f.name: _flat(getattr(entry.best, f.name)) for f in fields(entry.best)}


def _flat(value: object) -> object:
    if isinstance(value, Span):
        return value.text
    if isinstance(value, tuple):
        return _PARTED.join(str(_flat(item)) for item in value)
    return value
