"""Names of the text to the people they mean."""

from __future__ import annotations

from detente.model.dossier import Problem
from detente.ontology.offices import Person, people_surnamed
from detente.resolve.cast import Player, matches
from detente.resolve.directory import called_by_given, fits, fitted, is_full, prominent, spelled
from detente.resolve.posts import Post, read_post
from detente.resolve.sheet import Draft, Sheet
from detente.resolve.words import Gender


def link_full_names(sheet: Sheet) -> None:
    """Make a player of every name of two words or more."""
    for draft in _in_order(sheet):
        if draft.player is None and is_full(sheet.name_of(draft)):
            posts, gender = _stated(sheet, draft)
            draft.player = sheet.cast.introduce(sheet.name_of(draft), draft.core[0], posts[0] if posts else Post(""), gender)
            for post in posts[1:]:
                sheet.cast.tell(draft.player, post, gender)


def link_single_names(sheet: Sheet) -> None:
    """Give every name of one word the player it means; never one of two."""
    for draft in _in_order(sheet):
        if draft.player is not None or not draft.core:
            continue
        posts, gender = _stated(sheet, draft)
        post = next((p for p in posts if p.head), Post(""))
        draft.player = _player(sheet, draft, post, gender)
        draft.via = "surname" if draft.first == draft.core[0] else draft.via
        for stated in posts or [Post("")]:
            sheet.cast.tell(draft.player, stated, gender)


def _in_order(sheet: Sheet) -> list[Draft]:
    return sorted((d for d in sheet.drafts if d.via in {"name", "surname"}), key=lambda d: d.first)


def _stated(sheet: Sheet, draft: Draft) -> tuple[list[Post], Gender | None]:
    titles = draft.title.split(" | ") if draft.title else []
    words = {w.casefold() for title in titles for w in title.split()}
    genders = [g for w in words if (g := sheet.words.honorifics.get(w))]
    return [post for title in titles if (post := read_post(title)).words], genders[0] if genders else None


def _player(sheet: Sheet, draft: Draft, post: Post, gender: Gender | None) -> Player:
    surname = sheet.name_of(draft)
    players = [p for p in sheet.cast.called(surname) if gender is None or p.gender in {None, gender}]
    fitting = [p for p in players if matches(p, post, sheet.on)] if post.head else []
    if len(fitting) == 1:
        return fitting[0]
    people = _people(sheet, surname, post)
    if not players and not people:
        players = [p for p in sheet.cast.called_by_given(surname) if gender is None or p.gender in {None, gender}]
        people = [] if players else [p for p in called_by_given(surname) if post.roles and fits(p, post, sheet.on)]
    if not players or (post.roles and len(people) == 1 and not fitting):
        return _outside(sheet, draft, surname, people)
    if len(players) == 1:
        return players[0]
    return _nearest(sheet, draft, fitting or players) or _ambiguous(sheet, draft, surname, [p.name for p in players])


def _people(sheet: Sheet, surname: str, post: Post) -> list[Person]:
    """People of the ontology who may be meant: by the stated post on the day, else by a high office."""
    if not post.head:
        return list(prominent(surname, sheet.on))
    known = people_surnamed(surname)
    return [p for p in known if fits(p, post, sheet.on)] or [p for p in known if _once(sheet, p, post)]


def _once(sheet: Sheet, person: Person, post: Post) -> bool:
    """Whether a high title is someone's of old: "President Kennedy"."""
    return sheet.on is not None and not sheet.words.high_roles.isdisjoint(post.roles) and fitted(person, post, sheet.on)


def _outside(sheet: Sheet, draft: Draft, surname: str, people: list[Person]) -> Player:
    if len(people) == 1:
        return sheet.cast.enter_person(people[0], draft.core[0])
    if people:
        return _ambiguous(sheet, draft, surname, [p.name for p in people])
    return sheet.cast.enter_stranger(surname, draft.core[0])


def _nearest(sheet: Sheet, draft: Draft, players: list[Player]) -> Player | None:
    """The one player introduced before, or the only one named close by (sentences, then paragraphs)."""
    before = [p for p in players if p.first < draft.first]
    if len(before) == 1:
        return before[0]
    named = [d for d in sheet.drafts if d.player in players and d.first < draft.first]
    for reach in (sheet.sentences_between, sheet.paragraphs_between):
        near = {d.player for d in named if reach(d.first, draft.first) <= 1}
        if near:
            return near.pop() if len(near) == 1 else None
    return None


def _ambiguous(sheet: Sheet, draft: Draft, surname: str, names: list[str]) -> Player:
    """A player known by surname alone; the problem is said once per surname."""
    known = sheet.cast.unplaced.get(surname)
    if known is not None:
        return known
    where = sheet.reading.span(sheet.tokens[draft.first].start, sheet.tokens[draft.last].end)
    sheet.problems.append(
        Problem(
            kind="person",
            message=f"'{surname}' may be any of several people; kept as written",
            doc=sheet.reading.document.id,
            where=where,
            alternatives=tuple(dict.fromkeys(names)),
        )
    )
    return sheet.cast.unplaced.setdefault(surname, Player(surname, draft.core[0], spelled(surname)))
