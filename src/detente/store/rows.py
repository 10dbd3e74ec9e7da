"""Documents and findings to rows and back; what of a finding is asked for in queries."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from sqlalchemy import Column, Table

from detente.model.document import Document
from detente.model.dossier import Party, Problem
from detente.model.findings import (
    LAYERS,
    LINKS,
    NOT_CLAIMED,
    Assessment,
    ChannelReport,
    Commitment,
    Engagement,
    Event,
    Finding,
    Incident,
    Position,
    Statement,
)
from detente.model.span import Span
from detente.model.when import When

Row = dict[str, Any]
Stored = Mapping[Any, Any]
"""A row as it was loaded."""
_NO_LINKS = "{}"
UNHELD: Row = {"confidence": 0.0, "extractor": "", "links": _NO_LINKS}
"""A finding as it is claimed, whenever it was held."""
UNREAD: Row = {"name": "", "language": "", "account_of": "[]", "predecessor": None}
"""A document without what a reading tells of it."""
_DIGITS = 16


def document_row(document: Document) -> Row:
    """Spell out one row of `documents`."""
    return {
        "id": document.id,
        "text": document.text,
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "published": document.published,
        "public_by": last_day(document.published) if document.published else None,
    }


def reading_facts(document: Document) -> Row:
    """Columns of `readings` that tell of the document what is no part of its id."""
    return {
        "name": document.name,
        "language": document.language,
        "account_of": dumped(document.account_of),
        "predecessor": document.predecessor,
    }


def document_from_row(row: Stored) -> Document:
    """Inverse of `document_row` and `reading_facts`: a row of both tables."""
    return Document(
        text=row["text"],
        name=row["name"],
        title=row["title"],
        url=row["url"],
        publisher=row["publisher"],
        published=row["published"],
        language=row["language"],
        account_of=tuple(json.loads(row["account_of"])),
        predecessor=row["predecessor"],
    )


def finding_row(finding: Finding) -> Row:
    """Spell out one row of `findings`; a span stands in the body as its start and its end."""
    body = {f.name: _packed(getattr(finding, f.name)) for f in fields(finding) if f.name not in NOT_CLAIMED}
    return {
        "id": finding.id,
        "doc_id": finding.evidence[0].doc,
        "layer": finding.layer,
        "body": dumped(body),
    }


def holding_facts(finding: Finding) -> Row:
    """Columns of `holdings` that tell of the finding what is no part of its id."""
    links = {name: value for name in LINKS if (value := getattr(finding, name, None)) not in (None, ())}
    return {
        "finding_id": finding.id,
        "confidence": float(finding.confidence),
        "extractor": finding.extractor,
        "links": dumped(links),
    }


def digest(values: object) -> str:
    """16 hexadecimal digits by which a change of what no id covers is found."""
    return hashlib.sha256(dumped(values).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def finding_from_row(row: Stored, document: Document) -> Finding:
    """Inverse of `finding_row` and `holding_facts`: a row of both tables, which knows its id.

    The words are cut from the text again; SpanError where there are none.
    """
    shape = _shape(row["layer"])
    given = shape.unclaimed | json.loads(row["body"])
    if row["links"] != _NO_LINKS:
        given |= json.loads(row["links"])
    for name in shape.span:
        if given[name] is not None:
            given[name] = document.span(*given[name])
    for name in shape.spans:
        given[name] = tuple([document.span(*place) for place in given[name]])
    for name in shape.plain:
        given[name] = tuple(given[name])
    # It was checked when it was first made, and `check` works its id out again: both take longer than all of loading.
    finding = object.__new__(shape.kind)
    vars(finding).update(given, confidence=row["confidence"], extractor=row["extractor"], id=row["id"])
    return finding


def party_row(party: Party) -> Row:
    """Spell out one row of `people` without its document."""
    return dict(vars(party))


def party_columns(people: Table) -> list[Column[Any]]:
    """The columns that `party_row` fills, in the order of a party's fields."""
    return [people.c[f.name] for f in fields(Party)]


def party_of(values: Iterable[Any]) -> Party:
    """Inverse of `party_row`: the values of the `party_columns`."""
    return Party(**{f.name: value for f, value in zip(fields(Party), values, strict=True)})


def problem_row(problem: Problem) -> Row:
    """Spell out one row of `problems` without its document."""
    return {
        "kind": problem.kind,
        "message": problem.message,
        "start": problem.where.start if problem.where else None,
        "end": problem.where.end if problem.where else None,
        "alternatives": dumped(problem.alternatives),
    }


def problem_from_row(row: Stored, document: Document) -> Problem:
    """Inverse of `problem_row`."""
    return Problem(
        kind=row["kind"],
        message=row["message"],
        doc=document.id,
        where=None if row["start"] is None else document.span(row["start"], row["end"]),
        alternatives=tuple(json.loads(row["alternatives"])),
    )


def states_of(finding: Finding) -> frozenset[str]:
    """States that the finding itself names; empty where it names none."""
    match finding:
        case Engagement() | ChannelReport():
            return frozenset(finding.states)
        case Commitment() | Event():
            return frozenset((*finding.by, *finding.to))
        case Incident():
            return frozenset((*finding.by, *finding.against))
        case Assessment():
            return frozenset(finding.states)
        case Statement() | Position() if finding.state:
            return frozenset((finding.state,))
        case _:
            return frozenset()


def last_day(iso: str) -> str:
    """Return the last day that an ISO date of any precision may mean."""
    return When.from_iso(iso).interval.latest.isoformat()


def dumped(value: object) -> str:
    """JSON with one spelling for equal values."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _packed(value: object) -> object:
    if isinstance(value, Span):
        return value.start, value.end
    return tuple(_packed(item) for item in value) if isinstance(value, tuple) else value


@dataclass(frozen=True)
class _Shape:
    """Which fields of a layer hold a span or none, tuples of spans, and tuples of anything else."""

    kind: type[Finding]
    unclaimed: Mapping[str, Any]
    span: tuple[str, ...]
    spans: tuple[str, ...]
    plain: tuple[str, ...]


@cache
def _shape(layer: str) -> _Shape:
    kind = LAYERS[layer]
    told = get_type_hints(kind)
    hints = {f.name: told[f.name] for f in fields(kind)}
    lists = {name: get_args(hint) for name, hint in hints.items() if get_origin(hint) is tuple}
    return _Shape(
        kind=kind,
        unclaimed={f.name: f.default for f in fields(kind) if f.default is not MISSING},
        span=tuple(name for name, hint in hints.items() if name not in lists and Span in (hint, *get_args(hint))),
        spans=tuple(name for name, held in lists.items() if Span in held),
        plain=tuple(name for name, held in lists.items() if Span not in held),
    )
