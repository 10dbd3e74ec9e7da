"""How far two readers of the same documents agree: prints F1 of one against the other, both ways the same.

Two attributions agree where their contents share half their words (Jaccard) and their sources overlap or are both
missing.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MATCH = 0.5
Attribution = dict[str, Any]


def main() -> None:
    """Print the agreement of all documents that two readers annotated."""
    readings: dict[str, list[list[Attribution]]] = defaultdict(list)
    for line in (HERE / "annotations.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        readings[row["name"]].append(row["attributions"])
    twice = {name: found for name, found in readings.items() if len(found) > 1}
    total: Counter[str] = Counter()
    for first, second, *_ in twice.values():
        total += compare(first, second)
    both = total["first"] + total["second"]
    print(f"{len(twice)} documents read twice, {total['first']} and {total['second']} attributions")
    print(f"same content: F1 {200 * total['content'] / both:.1f}")
    print(f"same content and source: F1 {200 * total['source'] / both:.1f}")
    print(f"of these the same act: {100 * total['act'] / total['source']:.1f} %")


def compare(first: Sequence[Attribution], second: Sequence[Attribution]) -> Counter[str]:
    """Count the attributions of each reader, and the pairs with the same content, source, act."""
    pairs = sorted(
        ((_shared(a["content"], b["content"]), i, j) for i, a in enumerate(first) for j, b in enumerate(second)),
        reverse=True,
    )
    counts = Counter({"first": len(first), "second": len(second)})
    left, right = set(range(len(first))), set(range(len(second)))
    for share, i, j in pairs:
        if share < MATCH or i not in left or j not in right:
            continue
        left.discard(i)
        right.discard(j)
        counts["content"] += 1
        if _meet(first[i]["source"], second[j]["source"]):
            counts["source"] += 1
            counts["act"] += first[i]["act"] == second[j]["act"]
    return counts


def _shared(a: Sequence[Sequence[int]], b: Sequence[Sequence[int]]) -> float:
    """Jaccard of the code points."""
    x, y = ({n for start, end in ranges for n in range(start, end)} for ranges in (a, b))
    return len(x & y) / len(x | y)


def _meet(a: Sequence[int] | None, b: Sequence[int] | None) -> bool:
    if a is None or b is None:
        return a is b
    return a[0] < b[1] and b[0] < a[1]


if __name__ == "__main__":
    main()
