"""Documents, findings and dossiers to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, asdict, fields
from typing import Any

from detente.errors import FindingError, SpanError
from detente.model.document import Document
from detente.model.dossier import SCHEMA_VERSION, Dossier, Party, Problem
from detente.model.findings import LAYERS, Finding
from detente.model.span import Span

Json = dict[str, Any]


def span_to_json(span: Span) -> Json:
    """`{"start": a, "end": b, "text": "…"}` in code points."""
    return {"start": span.start, "end": span.end, "text": span.text}


def span_from_json(raw: Mapping[str, Any], document: Document) -> Span:
    """Check the words against the text; SpanError where they differ."""
    span = document.span(raw["start"], raw["end"])
    if span.text != raw["text"]:
        raise SpanError(
            f"{document.name}: the text has '{span.text}' at [{span.start}:{span.end}], not '{raw['text']}'"
        )
    return span


def document_to_json(document: Document) -> Json:
    """Every field, text included."""
    return asdict(document) | {"account_of": list(document.account_of)}


def document_from_json(raw: Mapping[str, Any]) -> Document:
    """Inverse of `document_to_json`."""
    return Document(**{**raw, "account_of": tuple(raw.get("account_of", ()))})


def finding_to_json(finding: Finding) -> Json:
    """Every field under its own name, spans as objects, with the id."""
    return {"id": finding.id} | {f.name: _plain(getattr(finding, f.name)) for f in fields(finding)}


def finding_from_json(layer: str, raw: Mapping[str, Any], document: Document) -> Finding:
    """Inverse of `finding_to_json`; FindingError for an unknown layer or a missing field."""
    if layer not in LAYERS:
        raise FindingError(f"no layer '{layer}'; there are {', '.join(LAYERS)}")
    kind = LAYERS[layer]
    given = {f.name: _typed(raw[f.name], document) for f in fields(kind) if f.name in raw}
    missing = [f.name for f in fields(kind) if f.name not in given and _required(f)]
    if missing:
        raise FindingError(f"{document.name}: {layer} without {', '.join(missing)}")
    return kind(**given)


def dossier_to_json(dossier: Dossier) -> Json:
    """Spell out the contract of `detente read --json`; changes are additions, or a new `schema_version`."""
    doc = dossier.document
    head: Json = {
        "schema_version": SCHEMA_VERSION,
        "doc": doc.name,
        "id": doc.id,
        "title": doc.title,
        "publisher": doc.publisher,
        "published": doc.published,
        "language": doc.language,
        "account_of": list(doc.account_of),
        "states": list(dossier.states),
        "people": [asdict(p) for p in dossier.people],
    }
    lists: Json = {name: [finding_to_json(f) for f in dossier.of(kind)] for name, kind in LAYERS.items()}
    return head | lists | {"events": [], "problems": [problem_to_json(p) for p in dossier.problems]}


def dossier_from_json(raw: Mapping[str, Any], document: Document) -> Dossier:
    """Inverse of `dossier_to_json`, given the document whose words it cites."""
    if raw.get("schema_version", SCHEMA_VERSION) != SCHEMA_VERSION:
        raise FindingError(f"a dossier of schema version {raw['schema_version']}; this program reads {SCHEMA_VERSION}")
    if raw["id"] != document.id:
        raise FindingError(f"this dossier belongs to document {raw['id']}, not to {document.id}")
    return Dossier(
        document=document,
        states=tuple(raw["states"]),
        people=tuple(Party(**p) for p in raw["people"]),
        findings=tuple(finding_from_json(layer, item, document) for layer in LAYERS for item in raw.get(layer, ())),
        problems=tuple(problem_from_json(p, document) for p in raw["problems"]),
    )


def problem_to_json(problem: Problem) -> Json:
    """Every field, the span as an object."""
    return {f.name: _plain(getattr(problem, f.name)) for f in fields(problem)}


def problem_from_json(raw: Mapping[str, Any], document: Document) -> Problem:
    """Inverse of `problem_to_json`."""
    where = span_from_json(raw["where"], document) if raw["where"] else None
    return Problem(**{**raw, "where": where, "alternatives": tuple(raw["alternatives"])})


def _plain(value: object) -> Any:
    if isinstance(value, Span):
        return span_to_json(value)
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def _typed(value: Any, document: Document) -> Any:
    if isinstance(value, list):
        return tuple(span_from_json(v, document) if isinstance(v, Mapping) else v for v in value)
    if isinstance(value, Mapping):
        return span_from_json(value, document)
    return value


def _required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING
