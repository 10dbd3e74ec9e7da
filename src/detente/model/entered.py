"""Values of fields as a person types them."""

from __future__ import annotations

from typing import Any, get_args, get_origin, get_type_hints

from detente.errors import FindingError
from detente.model.codec import span_to_json
from detente.model.document import Document
from detente.model.findings import Finding
from detente.model.span import Span

_BETWEEN_ITEMS = ","
_BETWEEN_SPANS = "…"


def entered(finding: Finding, name: str, typed: str, document: Document) -> Any:
    """The JSON value of a field from what was typed; nothing typed is unknown, a list has commas between its items.

    Words of the text are typed as they stand there, several stretches with … between them; of several places that have
    them, the one nearest to the finding's evidence is meant. FindingError for words that are not in the text and for
    an unknown field.
    """
    hints = get_type_hints(type(finding))
    if name not in hints:
        raise FindingError(f"{finding.layer} have no {name} to change")
    hint, typed = hints[name], typed.strip()
    kinds = {hint, *get_args(hint)}
    if get_origin(hint) is tuple:
        cites = Span in kinds
        items = [item.strip() for item in typed.split(_BETWEEN_SPANS if cites else _BETWEEN_ITEMS)]
        return [_words(finding, item, document) if cites else item for item in items if item]
    if not typed:
        return None
    if Span in kinds:
        return _words(finding, typed, document)
    return int(typed) if int in kinds and typed.isdecimal() else typed


def as_typed(value: object) -> str:
    """How a person would type the value that a field has."""
    if isinstance(value, Span):
        return value.text
    if isinstance(value, tuple):
        between = f" {_BETWEEN_SPANS} " if any(isinstance(item, Span) for item in value) else f"{_BETWEEN_ITEMS} "
        return between.join(as_typed(item) for item in value)
    return "" if value is None else str(value)


def _words(finding: Finding, words: str, document: Document) -> dict[str, Any]:
    around = min(finding.evidence).start
    places, at = [], document.text.find(words)
    while at >= 0:
        places.append(at)
        at = document.text.find(words, at + 1)
    if not places:
        raise FindingError(f"{document.name}: '{words}' does not stand in the text; type it as it stands there")
    nearest = min(places, key=lambda place: abs(place - around))
    return span_to_json(document.span(nearest, nearest + len(words)))
