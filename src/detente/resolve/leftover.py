"""Whom titles mean that nothing else could tell: "the Prime Minister" of the title, "the Queen"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.ontology.offices import PEOPLE, Person, tenures_in
from detente.resolve.cast import Player, matches
from detente.resolve.posts import read_post
from detente.resolve.sheet import Draft, Sheet

_HEAD = "head_of_state"


def resolve_left_titles(sheet: Sheet) -> None:
    """Let a bare title in capitals be the only one of the document who bears it; a king is of the best known crown."""
    for draft in sheet.drafts:
        if draft.player is None and draft.party is not None and draft.party.kind == "unnamed" and _bare(sheet, draft):
            royal = sheet.tokens[draft.last].lower in sheet.words.royal_titles
            draft.player = _crowned(sheet, draft) if royal else _only_bearer(sheet, draft)


def _bare(sheet: Sheet, draft: Draft) -> bool:
    """Whether it is a title in capitals with nothing but its article: "the Prime Minister"."""
    title = sheet.tokens[draft.first + 1 : draft.last + 1]
    capital = all(t.text.istitle() for t in title)
    return bool(title) and capital and sheet.tokens[draft.first].lower == "the" and title[-1].lower in sheet.words.heads


def _only_bearer(sheet: Sheet, draft: Draft) -> Player | None:
    post = read_post(sheet.words_of(draft.first + 1, draft.last))
    found = [p for p in sheet.cast.players if post.roles and matches(p, post, sheet.on)]
    return found[0] if len(found) == 1 else None


def _crowned(sheet: Sheet, draft: Draft) -> Player | None:
    """Who is called so in the document, else who wears the crown best known in English."""
    title = sheet.tokens[draft.last]
    if sheet.on is None or draft.last != draft.first + 1:
        return None
    named = [p for p in sheet.cast.players if p.person and _is_called(p.person, title.text)]
    if named:
        return named[0] if len(named) == 1 else None
    told = {post.head for player in sheet.cast.players for post in player.posts}
    person = next(_of_crown(sheet, title.text, sheet.on), None) if sheet.words.royal_titles.isdisjoint(told) else None
    return sheet.cast.enter_person(person, draft.first) if person else None


def _of_crown(sheet: Sheet, title: str, on: str) -> Iterator[Person]:
    """Who bears the title on the day, then who bore it in the year before."""
    year_before = f"{int(on[:4]) - 1}{on[4:]}"
    for tenure in tenures_in([sheet.words.crown], [_HEAD]):
        recent = tenure.covers(on) or (tenure.end is not None and year_before < tenure.end <= on)
        if recent and _is_called(PEOPLE[tenure.person_id], title):
            yield PEOPLE[tenure.person_id]


def _is_called(person: Person, title: str) -> bool:
    """Whether someone is known by this title: "King Charles"."""
    return any(name.startswith(f"{title} ") for name in (person.name, *person.aliases))
