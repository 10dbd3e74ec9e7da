"""How a formulation fares over time: who used it first, in which forms, how often, and whether it was dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from detente.model.occurrence import Occurrence


class Variant(NamedTuple):
    """One spelling of the formulation: its words, how often they stand there, and where they stand first and last."""

    words: str
    times: int
    first: Occurrence
    last: Occurrence


class Wording(NamedTuple):
    """How one state uses a formulation; `state` is None for the press and for speakers of no known state.

    `uses` stand in order of time, undated ones last; `years` counts the documents that have it by year; `last` is
    the latest dated use.
    """

    state: str | None
    uses: tuple[Occurrence, ...]
    variants: tuple[Variant, ...]
    years: Mapping[str, int]

    @property
    def first(self) -> Occurrence:
        """The earliest use."""
        return self.uses[0]

    @property
    def last(self) -> Occurrence:
        """The latest dated use, the last of all where none is dated."""
        return next((use for use in reversed(self.uses) if use.day), self.uses[-1])


def wordings(found: Iterable[Occurrence], *, states: Sequence[str] = (), official: bool = True) -> tuple[Wording, ...]:
    """One wording per state, that of the earliest user first; only of these states where some are named.

    With `official`, only words that a state's own account tells count; else renderings by others do too.
    """
    by_state: dict[str | None, list[Occurrence]] = {}
    for use in found:
        if official and use.rendered:
            continue
        for state in use.states or (None,):
            if not states or state in states:
                by_state.setdefault(state, []).append(use)
    made = [_wording(state, uses) for state, uses in by_state.items()]
    return tuple(sorted(made, key=lambda w: (_day(w.first), w.state or "")))


def _wording(state: str | None, uses: list[Occurrence]) -> Wording:
    ordered = sorted(uses, key=lambda use: (_day(use), use.document.id, use.span.start))
    documents = {use.document.id: _day(use)[:4] for use in ordered if use.day}
    return Wording(state, tuple(ordered), _variants(ordered), dict(sorted(Counter(documents.values()).items())))


def _variants(ordered: Sequence[Occurrence]) -> tuple[Variant, ...]:
    """Spellings told apart by their letters and hyphens, not by case or line breaks; the most frequent first."""
    groups: dict[str, list[Occurrence]] = {}
    for use in ordered:
        groups.setdefault(use.span.line.casefold(), []).append(use)
    made = [Variant(u[0].span.line, len(u), u[0], u[-1]) for u in groups.values()]
    return tuple(sorted(made, key=lambda v: (-v.times, v.words)))


def _day(use: Occurrence) -> str:
    return use.known_by or "9999"
