"""Turns of a transcript or interview: blocks that open with their speaker, and what he says until the next one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from detente.ontology.lexicon import lexicon
from detente.text.reading import Paragraph

_CAPITAL = "".join(c for c in map(chr, (*range(0x250), *range(0x1E00, 0x1F00))) if c.isupper())
"""Capital letters of the Latin script, with and without marks: "PRESIDENT NAUSĖDA", "PRESIDENT THƯỞNG"."""
_CAPITALS = re.compile(
    rf"(?P<name>[{_CAPITAL}](?:[{_CAPITAL}.'’-]*[{_CAPITAL}.])?(?:[ \xa0][{_CAPITAL}][{_CAPITAL}.'’-]*)*"
    r"(?:[ \xa0]\([^)\n]{2,60}\))?):[ \xa0\n]"
)
_ASKED = re.compile(r"(?P<name>Q)[ \xa0\n]+(?=[A-Z(“\"—-])")
_NAMED = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?:[ \xa0][A-Z][\w.'’-]*){0,3}):[ \xa0\n]")
_STAGE = re.compile(r"[\[(][^\])]*[\])]")
_WORD = re.compile(r"\w+")
_CLOSE = re.compile(r"\(?END\)?|\d{1,2}:\d\d [AP]\.?M\.?.{0,30}")
_OFTEN = 2
"""A name that stands before fewer blocks may be a heading."""
_INTERVIEW = 4
"""So many blocks that open with a name in small letters make an interview."""


@dataclass(frozen=True)
class Turn:
    """`[start:end]` are the words that name the speaker; `parts` what he says, one stretch of text for each block.

    `asks` where the label is that of a question ("Q") and names nobody.
    """

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    asks: bool = False


def find_turns(text: str, paragraphs: Sequence[Paragraph]) -> list[Turn]:
    """Turns in the order of the text; none in a text that is no transcript. Voices from the crowd are left out."""
    labels = _speakers([_label(text, p) for p in paragraphs])
    found: list[Turn] = []
    speaking: re.Match[str] | None = None
    parts: list[tuple[int, int]] = []
    for paragraph, label in zip(paragraphs, labels, strict=True):
        block = (paragraph.start, paragraph.end)
        closes = label is not None or _CLOSE.fullmatch(text, *block) is not None
        if closes:
            found += _closed(speaking, parts, text)
            speaking, parts = label, []
        if speaking is not None:
            parts.append((speaking.end(), paragraph.end) if label else block)
    return found + _closed(speaking, parts, text)


def _label(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    for form in (_CAPITALS, _ASKED, _NAMED):
        if found := form.match(text, paragraph.start, paragraph.end):
            return found
    return None


def _speakers(labels: Sequence[re.Match[str] | None]) -> list[re.Match[str] | None]:
    """Those that name a speaker, by their title, their number or the questions between them."""
    words = lexicon("transcripts")
    titles, headings = tuple(words["titles"]), frozenset(words["headings"])
    times = Counter(m["name"] for m in labels if m)
    asked = any(m and m["name"] in words["askers"] for m in labels)
    small = [m["name"] for m in labels if m and m.re is _NAMED and times[m["name"]] >= _OFTEN]
    interview = len(small) >= _INTERVIEW and len(set(small)) >= _OFTEN

    def names_speaker(label: re.Match[str]) -> bool:
        name = label["name"]
        if name.upper() in headings:
            return False
        if label.re is _NAMED:
            return interview and times[name] >= _OFTEN
        return (
            label.re is _ASKED or name.startswith(titles) or times[name] >= _OFTEN or (asked and len(name.split()) < 4)
        )

    return [m if m and names_speaker(m) else None for m in labels]


def _closed(label: re.Match[str] | None, parts: Sequence[tuple[int, int]], text: str) -> list[Turn]:
    words = lexicon("transcripts")
    said = tuple((a, b) for a, b in parts if _WORD.search(_STAGE.sub("", text[a:b])))
    if label is None or not said or label["name"] in words["bystanders"]:
        return []
    return [Turn(*label.span("name"), said, asks=label["name"] in words["askers"])]
