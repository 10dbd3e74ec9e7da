"""Turn a reader's lines into offsets: `align.py TEXTS LINES` checks, `-o FILE` also writes JSON Lines.

TEXTS holds one `NAME.txt` per document, LINES one `NAME.ann` per document in the form of GUIDE.md. Every line that
cannot be found in its text is told with its number; the exit status is 1 while there are any.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ACTS = {"S": "speech", "A": "attitude", "B": "belief", "I": "intention"}
_REACH = 6000
"""How many code points a content cut in its middle may span."""

Range = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """One attribution; offsets are code points of the document's text, `source` and `cue` None where there is none."""

    act: str
    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]


class UnreadableLineError(Exception):
    """A line that is not in the guide's form, or whose words are not in the text."""


def align(text: str, lines: list[str]) -> tuple[list[Attribution], list[str]]:
    """Return the attributions of one document in order, and one complaint for each line that fits nowhere."""
    found: list[Attribution] = []
    complaints: list[str] = []
    reached = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            attribution = _placed(text, line, reached)
        except UnreadableLineError as reason:
            complaints.append(f"line {number}: {reason}")
            continue
        found.append(attribution)
        reached = attribution.cue[0] if attribution.cue else attribution.content[0][0]
    return found, complaints


def _placed(text: str, line: str, reached: int) -> Attribution:
    parts = [p.strip() for p in re.split(r"(?<!\|)\|(?!\|)", line)]
    if len(parts) != 4 or parts[0] not in ACTS:
        raise UnreadableLineError(f"is not `ACT | source | cue | content`: {line[:80]}")
    contents = [_occurrences(text, c.strip()) for c in parts[3].split("||")]
    source = _places(text, parts[1])
    cue = _places(text, parts[2])
    first = min(contents[0], key=lambda r: (r[1] < reached - 200, abs(r[0] - reached)))
    anchors = [r for r in contents[0] if abs(r[0] - first[0]) < 1500] or [first]
    choices = itertools.product(_near(source, first), _near(cue, first), anchors)
    best = min(choices, key=lambda c: _spread(c, reached))
    content = [best[2]]
    for occurrences in contents[1:]:
        content.append(min(occurrences, key=lambda r: (r[0] < content[-1][1], abs(r[0] - content[-1][1]))))
    return Attribution(ACTS[parts[0]], best[0], best[1], tuple(content))


def _places(text: str, words: str) -> list[Range | None]:
    return [None] if words == "-" else list(_occurrences(text, words))


def _near(occurrences: list[Range | None], first: Range) -> list[Range | None]:
    """The few occurrences nearest to the content: all combinations of them are tried."""
    return sorted(occurrences, key=lambda r: 0 if r is None else min(abs(r[1] - first[0]), abs(r[0] - first[1])))[:8]


def _spread(choice: tuple[Range | None, Range | None, Range], reached: int) -> float:
    source, cue, content = choice
    gap = 0.0
    if cue:
        gap += _distance(cue, content) + (500 if _inside(cue, content) else 0)
        gap += 300 if cue[0] < reached else 0
    if source:
        gap += 0.5 * _distance(source, cue or content) + (300 if _inside(source, content) else 0)
    return gap + 0.01 * abs(content[0] - reached)


def _distance(a: Range, b: Range) -> int:
    return max(0, a[0] - b[1], b[0] - a[1])


def _inside(a: Range, b: Range) -> bool:
    return b[0] <= a[0] and a[1] <= b[1]


def _occurrences(text: str, words: str) -> list[Range]:
    """Where the words stand; whitespace of any kind counts as one space."""
    head, cut, tail = words.partition(" ... ")
    starts = [m.span() for m in re.finditer(_pattern(head), text)]
    if cut:
        ends = [m.span() for m in re.finditer(_pattern(tail), text)]
        closes = [(s, next((e for e in ends if s[1] <= e[0] <= s[0] + _REACH), None)) for s in starts]
        starts = [(s[0], e[1]) for s, e in closes if e]
    if not starts:
        raise UnreadableLineError(f"not in the text: {words[:90]}")
    return starts


def _pattern(words: str) -> str:
    plain = r"\s+".join(re.escape(w) for w in words.split())
    left = r"(?<!\w)" if re.match(r"\w", words) else ""
    right = r"(?!\w)" if re.search(r"\w$", words) else ""
    return left + plain + right


def main() -> int:
    """Check a folder of lines against its texts, and write the offsets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("lines", type=Path)
    parser.add_argument("-o", "--out", type=Path)
    arguments = parser.parse_args()
    failures, total, rows = 0, 0, []
    for path in sorted(arguments.lines.glob("*.ann")):
        text = (arguments.texts / f"{path.stem}.txt").read_text(encoding="utf-8")
        found, complaints = align(text, path.read_text(encoding="utf-8").splitlines())
        total += len(found)
        failures += len(complaints)
        for complaint in complaints:
            print(f"{path.name}: {complaint}")
        digest = hashlib.sha256(text.encode()).hexdigest()
        rows.append({"name": path.stem, "sha256": digest, "attributions": [vars(a) for a in found]})
    print(f"{len(rows)} documents, {total} attributions, {failures} lines not placed")
    if arguments.out:
        arguments.out.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
