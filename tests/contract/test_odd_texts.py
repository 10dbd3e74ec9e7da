"""Whatever happens to the marks and lines of a text, a reading ends and cites only words that are there."""

import random
from pathlib import Path

import pytest

from detente.model.codec import dossier_to_json
from detente.model.document import Document
from detente.pipeline import read_document
from detente.settings import Settings

EXAMPLES = sorted(Path("examples").rglob("*.txt"))
MARKS = "“”\"'‘’«»"


def _damaged(text: str, chance: random.Random) -> str:
    """The text with marks lost, doubled or swapped, and lines joined or torn, about one in five."""
    made = []
    for char in text:
        hit = chance.random() < 0.2
        if char in MARKS and hit:
            made.append(chance.choice(["", char + char, chance.choice(MARKS), f" {char}"]))
        elif char == "\n" and hit:
            made.append(chance.choice(["", " ", "\n\n\n", "\t"]))
        elif char in ".,;:" and chance.random() < 0.05:
            made.append(chance.choice(["", "—", char + "”", "\n"]))
        else:
            made.append(char)
    return "".join(made)


def _spans(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        own = [value] if {"start", "end", "text"} <= value.keys() else []
        return own + [s for v in value.values() for s in _spans(v)]
    return [s for v in value for s in _spans(v)] if isinstance(value, list) else []


@pytest.mark.parametrize("seed", range(12))
def test_damaged_texts_are_read_and_cited_rightly(seed):
    chance = random.Random(seed)
    text = _damaged(chance.choice(EXAMPLES).read_text(encoding="utf-8"), chance)
    dossier = dossier_to_json(read_document(Document(text, name="damaged", published="2023-06-20"), Settings()))
    spans = _spans(dossier)
    assert spans
    assert [s for s in spans if text[s["start"] : s["end"]] != s["text"]] == []
