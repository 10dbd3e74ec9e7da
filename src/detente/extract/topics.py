"""What a document is about as a whole, for words in it that name no issue of their own."""

from __future__ import annotations

from collections import Counter

from detente.ontology.issues import named_in
from detente.text.reading import Reading

_IN_TITLE = 3
"""How many times a name in the title or headline counts."""
_OPENING = 3
"""The opening, where a name counts twice: so many paragraphs."""
_SURE = 3
"""So often (weighed) an issue is named at least where the document is about it."""


def topic_of(reading: Reading) -> str | None:
    """The issue that the document names most, its title and opening counting more; None where none stands out.

    That it is about the relationship of two states goes without saying.
    """
    document = reading.document
    counts: Counter[str] = Counter()
    heads = [p for p in reading.paragraphs[:2] if p.kind == "headline"]
    titles = {document.title or "", *(document.text[h.start : h.end] for h in heads)}
    for weight, text in ((_IN_TITLE, " \n ".join(sorted(titles))), (1, document.text), (1, _opening(reading))):
        for issue, count in named_in(text).items():
            counts[issue] += weight * count
    counts.pop("bilateral_relationship", None)
    ranked = counts.most_common(1)
    return ranked[0][0] if ranked and ranked[0][1] >= _SURE else None


def _opening(reading: Reading) -> str:
    body = [p for p in reading.paragraphs if p.kind == "body"][:_OPENING]
    return reading.document.text[body[0].start : body[-1].end] if body else ""
