"""What changed from one version of a text to the next, paragraph by paragraph."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from detente.text.paragraphs import split_paragraphs


class Change(NamedTuple):
    """Paragraphs that stood in the one version and stand in the other; one of the two may be empty."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def changes(before: str, after: str) -> list[Change]:
    """The changes in the order of the text; line breaks inside a paragraph do not count."""
    old, new = _paragraphs(before), _paragraphs(after)
    blocks = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    return [Change(tuple(old[i:j]), tuple(new[k:m])) for kind, i, j, k, m in blocks if kind != "equal"]


def _paragraphs(text: str) -> list[str]:
    return [" ".join(text[p.start : p.end].split()) for p in split_paragraphs(text)]
