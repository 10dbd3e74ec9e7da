"""Who is who: the people of a view by state, with the offices they held on the days of the documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from detente.analysis.entries import all_entries
from detente.model.document import Document
from detente.model.dossier import Party
from detente.model.findings import Assessment, Commitment, Engagement, Finding, Statement
from detente.model.span import Span
from detente.model.view import View
from detente.ontology.ranks import office_rank

_SHOWN = ("person", "unnamed", "body")


class Member(NamedTuple):
    """Someone in the cast; `appearances` counts entries, `words` is where a document first names them.

    `rank` is that of the highest office held, 0 for the highest class there is.
    """

    name: str
    state: str | None
    kind: str
    offices: tuple[str, ...]
    appearances: int
    words: Span | None
    rank: int


def cast(view: View) -> tuple[Member, ...]:
    """The view's own states first, then others by code, then those of no known state.

    Within a state named people come before unnamed ones and bodies, the highest office first, then those in most
    entries.
    """
    seen = Counter(name for entry in all_entries(view) for name in set(names_in(entry.best)))
    ordered = sorted(view.documents.values(), key=lambda d: (d.published or "9999", d.id))
    texts = [(document, document.text.lower()) for document in ordered]
    members = [_member(texts, same, seen) for same in _grouped(view.people)]
    return tuple(sorted(members, key=lambda m: (*_place(view, m.state), *_standing(m), m.name)))


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
    shown = sorted((p for p in people if p.kind in _SHOWN), key=lambda p: (p.person_id is None, p.state is None))
    groups: dict[tuple[str, str | None], list[Party]] = {}
    known: dict[str, tuple[str, str | None]] = {}
    for party in shown:
        key = (party.person_id or party.name, party.state)
        if party.kind == "person" and (party.person_id is None or party.state is None):
            key = known.get(party.name, key)
        known.setdefault(party.name, key)
        groups.setdefault(key, []).append(party)
    return list(groups.values())


def _member(texts: Sequence[tuple[Document, str]], same: list[Party], seen: Counter[str]) -> Member:
    first = same[0]
    offices = tuple(dict.fromkeys(p.office for p in same if p.office))
    appearances = sum(seen[name] for name in {p.name for p in same})
    words = _naming(texts, first)
    rank = min(office_rank(p.role or "") for p in same)
    return Member(first.name, first.state, first.kind, offices, appearances, words, rank)


def _standing(member: Member) -> tuple[int, int, int]:
    return _SHOWN.index(member.kind), member.rank, -member.appearances


def _naming(texts: Sequence[tuple[Document, str]], party: Party) -> Span | None:
    """Find the full name in the earliest document that has it, else a part of a person's name.

    `texts` are documents, earliest first, each with its text in lower case: a pattern is slow where nothing is found.
    """
    words = party.name.split()
    parts = (words[-1], words[0]) if party.kind == "person" else ()
    for wanted in dict.fromkeys((party.name, *parts)):
        pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)", 0 if party.kind == "person" else re.IGNORECASE)
        lower = wanted.lower()
        for document, text in texts:
            if lower in text and (found := pattern.search(document.text)):
                return document.span(found.start(), found.end())
    return None


def _place(view: View, state: str | None) -> tuple[int, str]:
    if state is None:
        return len(view.states) + 1, ""
    return (view.states.index(state), "") if state in view.states else (len(view.states), state)
