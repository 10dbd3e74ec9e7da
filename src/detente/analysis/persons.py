"""Who is who: the people of a view by state, with the offices they held on the days of the documents."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from detente.analysis.entries import all_entries
from detente.model.document import Document
from detente.model.dossier import Party
from detente.model.findings import Assessment, Commitment, Engagement, Finding, Statement
from detente.model.span import Span
from detente.model.view import View
from detente.ontology.offices import is_unverified
from detente.ontology.ranks import office_rank

_WORD = re.compile(r"\w+")
_SHOWN = ("person", "unnamed", "body")


class Member(NamedTuple):
    """Someone in the cast; `appearances` counts entries, `words` is where a document first names them.

    `rank` is that of the highest office held, 0 for the highest class there is; `unverified` are those of `offices`
    of which no checked source tells the days.
    """

    name: str
    state: str | None
    kind: str
    offices: tuple[str, ...]
    appearances: int
    words: Span | None
    rank: int
    unverified: tuple[str, ...] = ()


def cast(view: View) -> tuple[Member, ...]:
    """The view's own states first, then others by code, then those of no known state.

    Within a state named people come before unnamed ones and bodies, the highest office first, then those in most
    entries.
    """
    seen = Counter(name for entry in all_entries(view) for name in set(names_in(entry.best)))
    texts = _Texts(sorted(view.documents.values(), key=lambda d: (d.published or "9999", d.id)))
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


class _Texts:
    """Texts in which names are looked for: the words of each are listed once, since most names stand in few texts."""

    def __init__(self, documents: Iterable[Document]) -> None:
        earliest: dict[str, Document] = {}
        for document in documents:
            earliest.setdefault(document.text, document)
        self._told = [(document, _lowered(text)) for text, document in earliest.items()]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for n, (_, text) in enumerate(self._told):
            for word in set(_WORD.findall(text)):
                self._by_word[word].append(n)

    def first_with(self, words: str, *, as_written: bool) -> Span | None:
        """Where they stand first, in the documents as given; in whatever case, unless only as they are written."""
        lower = _lowered(words)
        holding = [self._by_word.get(word, []) for word in _WORD.findall(lower)]
        for n in min(holding, key=len) if holding else range(len(self._told)):
            document, text = self._told[n]
            at = text.find(lower)
            while at >= 0:
                end = at + len(words)
                stands_alone = not (_is_in_word(text[at - 1 : at]) or _is_in_word(text[end : end + 1]))
                if stands_alone and not (as_written and document.text[at:end] != words):
                    return document.span(at, end)
                at = text.find(lower, at + 1)
        return None


def _lowered(text: str) -> str:
    """In small letters, each character where it was: a few have no small letter of one character."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _member(texts: _Texts, same: list[Party], seen: Counter[str]) -> Member:
    first = same[0]
    offices = tuple(dict.fromkeys(p.office for p in same if p.office))
    appearances = sum(seen[name] for name in {p.name for p in same})
    words = _naming(texts, first)
    rank = min(office_rank(p.role or "") for p in same)
    unverified = tuple(dict.fromkeys(p.office for p in same if p.office and is_unverified(p.person_id, p.office_id)))
    return Member(first.name, first.state, first.kind, offices, appearances, words, rank, unverified)


def _standing(member: Member) -> tuple[int, int, int]:
    return _SHOWN.index(member.kind), member.rank, -member.appearances


def _naming(texts: _Texts, party: Party) -> Span | None:
    """Find the full name in the earliest document that has it, else a part of a person's name."""
    words = party.name.split()
    parts = (words[-1], words[0]) if party.kind == "person" else ()
    wanted = dict.fromkeys((party.name, *parts))
    found = (texts.first_with(words, as_written=party.kind == "person") for words in wanted)
    return next(filter(None, found), None)


def _place(view: View, state: str | None) -> tuple[int, str]:
    if state is None:
        return len(view.states) + 1, ""
    return (view.states.index(state), "") if state in view.states else (len(view.states), state)
