"""A view as JSON: every entry with its reports, the finding to show, and all findings behind it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from detente.export.questions import Collation, Dispute, Marked, Questions
from detente.model.codec import (
    decision_to_json,
    document_to_json,
    dossier_to_json,
    finding_to_json,
    problem_to_json,
    span_to_json,
)
from detente.model.decision import Review
from detente.model.document import Document
from detente.model.dossier import Dossier, Party, Problem
from detente.model.findings import LAYERS, Finding
from detente.model.span import Span
from detente.model.view import Entry, View
from detente.ontology.offices import is_unverified

Json = dict[str, Any]


def view_to_json(view: View) -> Json:
    """The view's bounds, its documents without their texts, people, entries by layer, problems, and reviews.

    `reviews` gives, by the id of a finding as it stands, what was proposed and what was decided.
    """
    head: Json = {
        "states": list(view.states),
        "since": view.since,
        "until": view.until,
        "as_of": view.as_of,
        "known_at": view.known_at,
        "documents": [_source(d) for d in sorted(view.documents.values(), key=lambda d: (d.published or "", d.id))],
        "people": to_json(view.people),
    }
    lists: Json = {layer: to_json(getattr(view, layer)) for layer in LAYERS}
    return head | lists | {"problems": to_json(view.problems), "reviews": to_json(view.reviews)}


def entry_to_json(entry: Entry[Finding]) -> Json:
    """`reports` counts documents, `copies` those with another's text, `reviewed` findings that a person decided on."""
    return {
        "id": entry.id,
        "reports": entry.reports,
        "copies": entry.copies,
        "reviewed": entry.reviewed,
        "best": finding_to_json(entry.best),
        "findings": [finding_to_json(f) for f in entry.findings],
    }


def dispute_to_json(dispute: Dispute) -> Json:
    """`entry` is the id of what is in dispute; `a` and `b` the words of either side."""
    entry, kind, about, a, b, size = dispute
    return {"entry": entry.id, "kind": kind, "about": about, "size": size, "a": _cited(a), "b": _cited(b)}


def collation_to_json(collation: Collation) -> Json:
    """`entry` is the id of the statement; `words` and `told` are the quotation and the passage in stretches."""
    entry, quoted, official, words, told, size = collation
    return {
        "entry": entry.id,
        "size": size,
        "quoted": _cited(quoted),
        "official": _cited([official]),
        "words": _marked(words),
        "told": _marked(told),
    }


def review_to_json(review: Review) -> Json:
    """`carried` is the score by which decisions on an earlier proposal were found again; else null."""
    return {
        "status": review.status,
        "proposal": finding_to_json(review.proposal),
        "decisions": [decision_to_json(d) for d in review.decisions],
        "carried": review.carried,
    }


def party_to_json(party: Party) -> Json:
    """Every field; `days_unverified` where no checked source tells when the office was held."""
    return asdict(party) | {"days_unverified": is_unverified(party.person_id, party.office_id)}


def read_to_json(dossier: Dossier) -> Json:
    """A dossier as `detente read --json` prints it: the people with what is known of their offices."""
    return dossier_to_json(dossier) | {"people": to_json(dossier.people)}


def to_json(value: object) -> Any:
    """Whatever an analysis answers as plain JSON values; named tuples become objects."""
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        items = [to_json(item) for item in value]
        names = getattr(value, "_fields", None)
        return dict(zip(names, items, strict=True)) if names else items
    return value


def write_view_json(
    view: View, analysis: Questions, *, names: Mapping[str, str] | None = None, unseen: tuple[str, ...] = ()
) -> str:
    """Write the view, its disputes and quotations, the ids of its timeline and of what lies ahead, two spaces deep."""
    happenings = [
        {"id": entry.id, "date": date, "because_of": [cause.id for cause in causes]}
        for entry, date, _, causes in analysis.timeline(view)
    ]
    extra = {
        "timeline": happenings,
        "disputes": [dispute_to_json(dispute) for dispute in analysis.disputes(view)],
        "quotations": [collation_to_json(collation) for collation in analysis.quotations(view)],
        "ahead": [entry.id for entry in analysis.ahead(view)],
        "names": {state: (names or {}).get(state, state) for state in view.states},
        "unseen": list(unseen),
    }
    return json.dumps(view_to_json(view) | extra, ensure_ascii=False, indent=2) + "\n"


def _source(document: Document) -> Json:
    raw = document_to_json(document)
    del raw["text"]
    return {"id": document.id, "text_id": document.text_id} | raw


def _cited(spans: Iterable[Span]) -> list[Json]:
    """Spans with the documents in which they stand."""
    return [{"doc": span.doc, **span_to_json(span)} for span in spans]


def _marked(words: Marked) -> list[Json]:
    return [{"text": text, "differs": differs} for text, differs in words]


_WRITERS: tuple[tuple[type, Callable[[Any], Json]], ...] = (
    (Entry, entry_to_json),
    (Review, review_to_json),
    (Finding, finding_to_json),
    (Problem, problem_to_json),
    (Span, span_to_json),
    (Document, _source),
    (Party, party_to_json),
)
