"""Documents, findings and dossiers to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, asdict, fields
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from detente.errors import FindingError, SpanError
from detente.model.decision import Decision
from detente.model.document import Document
from detente.model.dossier import SCHEMA_VERSION, Dossier, Party, Problem
from detente.model.findings import LAYERS, NOT_CLAIMED, Finding
from detente.model.span import Span
from detente.model.when import When

Json = dict[str, Any]

_DATES = frozenset({"date", "end_date", "said_on", "since", "due", "when"})


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


def edited(finding: Finding, changes: Mapping[str, Any], document: Document) -> Finding:
    """The finding with some fields given anew, as JSON spells them.

    FindingError for a field that is not there to change or a value that none of its kind has; SpanError where the
    words of a span are not in the text.
    """
    known = {f.name: f for f in fields(finding) if f.name not in NOT_CLAIMED}
    if unknown := sorted(set(changes) - set(known)):
        raise FindingError(f"{finding.layer} have no {', '.join(unknown)} to change; there are {', '.join(known)}")
    made = finding_from_json(finding.layer, finding_to_json(finding) | dict(changes), document)
    for name in changes:
        _check_value(made, name)
    return made


def proposal_to_json(finding: Finding) -> Json:
    """A finding with its layer and its document, as a decision keeps it."""
    return finding_to_json(finding) | {"layer": finding.layer, "doc": finding.evidence[0].doc}


def proposal_of(raw: Mapping[str, Any], document: Document) -> Finding:
    """Inverse of `proposal_to_json`."""
    return finding_from_json(raw["layer"], raw, document)


def as_edited(decision: Decision, document: Document) -> Finding:
    """What an edit made of its proposal."""
    return edited(proposal_of(decision.about[0], document), decision.changes, document)


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
    return head | lists | {"problems": [problem_to_json(p) for p in dossier.problems]}


def dossier_from_json(raw: Mapping[str, Any], document: Document) -> Dossier:
    """Inverse of `dossier_to_json`, given the document whose words it cites."""
    if raw.get("schema_version", SCHEMA_VERSION) != SCHEMA_VERSION:
        raise FindingError(f"a dossier of schema version {raw['schema_version']}; this program reads {SCHEMA_VERSION}")
    if raw["id"] != document.id:
        raise FindingError(f"this dossier belongs to document {raw['id']}, not to {document.id}")
    return Dossier(
        document=document,
        states=tuple(raw["states"]),
        people=tuple(Party(**{f.name: p.get(f.name) for f in fields(Party)}) for p in raw["people"]),
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


def decision_to_json(decision: Decision) -> Json:
    """Every field under its own name, with the hash."""
    return asdict(decision) | {"about": list(decision.about), "hash": decision.hash}


def decision_from_json(raw: Mapping[str, Any]) -> Decision:
    """Inverse of `decision_to_json`; the hash is not looked at."""
    return Decision(**{k: v for k, v in raw.items() if k != "hash"} | {"about": tuple(raw["about"])})


def _check_value(finding: Finding, name: str) -> None:
    value, hint = getattr(finding, name), get_type_hints(type(finding))[name]
    if not _fits(value, hint):
        choices = [c for part in (hint, *get_args(hint)) if get_origin(part) is Literal for c in get_args(part)]
        told = f"; there are {', '.join(choices)}" if choices else ""
        raise FindingError(f"{value!r} is no {name} of {finding.layer}{told}")
    if name in _DATES and value is not None:
        When.from_iso(value)


def _fits(value: object, hint: Any) -> bool:
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    if get_origin(hint) is tuple:
        return isinstance(value, tuple) and all(_fits(item, get_args(hint)[0]) for item in value)
    if isinstance(hint, UnionType) or get_args(hint):
        return any(_fits(value, part) for part in get_args(hint))
    return isinstance(value, hint) and not isinstance(value, bool)


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
