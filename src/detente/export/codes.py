"""Codes of events as columns of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count

from detente.extract.event_coder import CodedEvent
from detente.text.tables import Table

COLUMNS = ("type", "mode", "quad", "intensity", "status", "confidence", "trigger")


def with_codes(table: Table, codes: Iterable[CodedEvent]) -> Table:
    """The table with one column more for each of COLUMNS; a name that the table has already gets a number."""
    names = [next(_free(name, table.columns)) for name in COLUMNS]
    return table.widened(names, [_fields(code) for code in codes])


def _free(name: str, taken: tuple[str, ...]) -> Iterator[str]:
    numbered = (f"{name}_{i}" for i in count(2))
    return (n for n in chain((name,), numbered) if n not in taken)


def _fields(code: CodedEvent) -> tuple[str, ...]:
    words = " ".join((code.trigger or "").split())
    return (
        code.type,
        code.mode or "",
        str(code.quad),
        f"{code.intensity:.1f}",
        code.status,
        f"{code.confidence:.3f}",
        words,
    )
