"""What a search found, as JSON."""

from __future__ import annotations

from typing import Any

from detente.model.codec import finding_to_json, span_to_json
from detente.model.hits import Hit, Hits


def hits_to_json(found: Hits) -> dict[str, Any]:
    """`total` and `facets` count every hit, `hits` are the best; `finding` is null where the text alone was hit."""
    return {
        "total": found.total,
        "facets": {facet: dict(counts) for facet, counts in found.facets.items()},
        "hits": [_hit(hit) for hit in found.best],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    doc = hit.document
    return {
        "id": hit.id,
        "kind": hit.kind,
        "document": {"id": doc.id, "title": doc.title, "publisher": doc.publisher, "published": doc.published},
        "sentence": span_to_json(hit.sentence),
        "marks": [span_to_json(mark) for mark in hit.marks],
        "finding": finding_to_json(hit.finding) if hit.finding else None,
    }
