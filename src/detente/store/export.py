"""The canonical export: two records that hold the same give the same bytes, however they came to hold it."""

from __future__ import annotations

from detente.model.codec import decision_to_json, document_to_json, dossier_to_json
from detente.store.record import Record
from detente.store.rows import dumped

_DECIMALS = 4


def canonical_export(record: Record, *, known_at: str | None = None) -> str:
    """One JSON line per document with what it says, sorted by code point, then the log of decisions in its order.

    As the record held it at a day or moment (UTC), by default now; no times of recording of documents.
    """
    lines = []
    for dossier in record.dossiers(known_at=known_at):
        said = _rounded(dossier_to_json(dossier))
        lines.append(dumped({"document": document_to_json(dossier.document), "dossier": said}))
    log = [dumped({"decision": decision_to_json(decision)}) for decision in record.decisions(until=known_at)]
    return "".join(f"{line}\n" for line in [*sorted(lines), *log])


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, _DECIMALS)
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return value
