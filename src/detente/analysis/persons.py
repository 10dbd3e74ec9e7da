"""Who is who: the people of a view by state, with the offices they held on the days of the documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from detente.analysis.entries import all_entries
from detente.model.document import Document
from detente.model.dossier import Party
from detente.model.findings import Assessment, Commitment, Engagement, Finding, Statement
from detente.model.span import Span
from detente.model.view import View

_SHOWN = ("person", "unnamed", "body")


class Member(NamedTuple):
    """Someone in the cast; `appearances` counts entries, `words` is where a document first names them."""

    name: str
    state: str | None
    kind: str
    offices: tuple[str, ...]
    appearances: int
    words: Span | None


def cast(view: View) -> tuple[Member, ...]:
    """The view's own states first, then others by code, then those of no known state.

    Within a state named people come before unnamed ones and bodies, those in most entries first.
    """
    seen = Counter(name for entry in all_entries(view) for name in set(names_in(entry.best)))
    members = [_member(view, same, seen) for same in _grouped(view.people)]
    return tuple(sorted(members, key=lambda m: (_place(view, m.state), _SHOWN.index(m.kind), -m.appearances, m.name)))


def names_in(finding: Finding) -> Iterator[str]:
    """The people and bodies that a finding names."""
    match finding:
        case Statement():
            yield from (n for n in (finding.speaker, finding.addressee, finding.reported_by) if n)
        case Engagement():
            yield from finding.participants
        case Commitment(reported_by=str() as name) | Assessment(by=str() as name):
            yield name
        case _:
            return


def _grouped(people: Iterable[Party]) -> list[list[Party]]:
    groups: dict[tuple[str, str | None], list[Party]] = {}
    for party in people:
        if party.kind in _SHOWN:
            groups.setdefault((party.person_id or party.name, party.state), []).append(party)
    return list(groups.values())


def _member(view: View, same: list[Party], seen: Counter[str]) -> Member:
    first = same[0]
    offices = tuple(dict.fromkeys(p.office for p in same if p.office))
    appearances = sum(seen[name] for name in {p.name for p in same})
    return Member(first.name, first.state, first.kind, offices, appearances, _naming(view.documents.values(), first))


def _naming(documents: Iterable[Document], party: Party) -> Span | None:
    """Find the full name in the earliest document that has it, else a part of a person's name."""
    ordered = sorted(documents, key=lambda d: (d.published or "9999", d.id))
    words = party.name.split()
    parts = (words[-1], words[0]) if party.kind == "person" else ()
    for wanted in dict.fromkeys((party.name, *parts)):
        pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)", 0 if party.kind == "person" else re.IGNORECASE)
        for document in ordered:
            if found := pattern.search(document.text):
                return document.span(found.start(), found.end())
    return None


def _place(view: View, state: str | None) -> tuple[int, str]:
    if state is None:
        return len(view.states) + 1, ""
    return (view.states.index(state), "") if state in view.states else (len(view.states), state)
