"""Names of states that mean something at home where nothing shows the state itself: Georgia, USA."""

from __future__ import annotations

import re
from functools import cache

from detente.model.document import Document
from detente.ontology.lexicon import lexicon


def namesakes_in(document: Document, home: str | None) -> frozenset[str]:
    """Codes of states that a document does not mean by their name.

    `home` is the state in which the text is at home; elsewhere words beside the name must show that another thing is
    meant.
    """
    text = f"{document.title or ''}\n{document.text}"
    rows = lexicon("mentions")["namesakes"].items()
    meant = (
        code
        for code, row in rows
        if row["name"] in text
        and (home == row["home"] or _any_of(code, "beside").search(text))
        and not _any_of(code, "unless").search(text)
    )
    return frozenset(meant)


@cache
def _any_of(code: str, what: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, lexicon("mentions")["namesakes"][code][what]))
    return re.compile(rf"\b(?:{words})\b")
