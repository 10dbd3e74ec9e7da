"""The items of lists: those with a mark each, and lines that are set under each other on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from detente.text.reading import Reading, Token

_HARD_BREAK = re.compile(r"[ \u00a0]{2}\n")


def items_of(reading: Reading) -> Iterator[list[Token]]:
    """The tokens of each item; of a paragraph the lines that end in two spaces."""
    text = reading.document.text
    for paragraph in reading.paragraphs:
        tokens = reading.tokens_in(paragraph.start, paragraph.end)
        breaks = [n for n, (a, b) in enumerate(pairwise(tokens), 1) if _HARD_BREAK.search(text[a.end : b.start])]
        if paragraph.kind == "bullet":
            yield tokens
        elif breaks:
            yield from (tokens[a:b] for a, b in pairwise((0, *breaks, len(tokens))))
