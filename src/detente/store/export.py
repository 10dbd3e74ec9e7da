"""The canonical export: two records that hold the same give the same bytes, however they came to hold it."""

from __future__ import annotations

from detente.model.codec import document_to_json, dossier_to_json
from detente.store.record import Record
from detente.store.rows import dumped

_DECIMALS = 4


def canonical_export(record: Record) -> str:
    """One JSON line per document with what it says now, sorted by code point; no times of recording."""
    lines = []
    for document in record.documents():
        dossier = dossier_to_json(record.dossier(document.id))
        lines.append(dumped({"document": document_to_json(document), "dossier": _rounded(dossier)}))
    return "".join(f"{line}\n" for line in sorted(lines))


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, _DECIMALS)
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return value
