"""Whom a description means: the holder of an office, the person told of before, someone's counterpart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from detente.ontology.offices import PEOPLE, offices_of, people_surnamed, tenures_in
from detente.ontology.roles import holder_described
from detente.resolve.directory import fits, fitted, spelled
from detente.resolve.local import holder_near
from detente.resolve.players import Player, matches
from detente.resolve.posts import Post
from detente.resolve.sheet import Draft, Sheet
from detente.text.reading import Token

PLURAL = frozenset({"NNS", "NNPS"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several", "many", "any"})
_YOURS = frozenset({"your"})
_OURS = frozenset({"our"})
_CROWNS = frozenset({"king", "queen", "emperor", "empress", "sultan"})
_ASIDES = frozenset({"(", "["})
_BECOMING = (["for"], ["be"], ["become"], ["became"])
"""Before a title without an article: what one wants to be, or is chosen for."""
PLACES = frozenset({"GPE", "LOC", "ORG", "FAC"})
_OF_VERB = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
_WITHIN = frozenset({"pobj", "prep", "conj"})


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that describes someone: its tokens, its words without what cannot name, and what they say."""

    first: int
    last: int
    head: Token
    words: str
    post: Post

    @property
    def plural(self) -> bool:
        """Whether more than one is meant."""
        return self.head.tag in PLURAL or self.words.casefold().startswith("attorneys ")


def player_meant(sheet: Sheet, description: Description, before: list[Draft], speaker: Player | None) -> Player | None:
    """The person of the document who holds such an office, else the holder of the day; no `speaker` means himself."""
    post = description.post
    first_word = sheet.tokens[description.first]
    alone = first_word.sentence.paragraph.kind == "bullet" and description.first == description.last
    if description.plural or alone or _of_no_day(sheet, description):
        return None
    if post.former:
        return _former_holder(sheet, description, before)
    if first_word.lower in _INDEFINITE:
        return _named_next(sheet, description)
    if (whose := _owner(sheet, description)) is not None:
        return _own(sheet, description, before, whose)
    if post.head in sheet.words.styles | sheet.words.counterparts:
        styled = post.head in sheet.words.styles
        return _styled(sheet, before, post.head) if styled else _counterpart(sheet, description, before)
    elsewhere = _of_another_place(sheet, description)
    return None if elsewhere else _of_couple(sheet, description) or _of_post(sheet, description, before, speaker)


def _of_couple(sheet: Sheet, description: Description) -> Player | None:
    """The President of "President and First Lady Quill" and "President and Mrs. Quill"."""
    joined = sheet.tokens[description.last + 1 : description.last + 3]
    spouse = sheet.held[joined[-1].i] if len(joined) > 1 and joined[0].lower == "and" else None
    if spouse is None or spouse.title.casefold() not in sheet.words.spouse_titles:
        return None
    surname = spelled(sheet.name_of(spouse))[-1]
    fitting = [p for p in people_surnamed(surname) if fits(p, description.post, sheet.on)]
    return sheet.cast.enter_person(fitting[0], description.first) if len(fitting) == 1 else None


def _of_no_day(sheet: Sheet, description: Description) -> bool:
    """Whether it tells no holder: "every president", "served as Vice President", "running for President"."""
    first = sheet.tokens[description.first]
    told = sheet.tokens[description.first : description.head.i]
    before = [t.lower for t in sheet.tokens[max(0, first.i - 2) : first.i]]
    sought = before[-1:] == ["for"] and before[0] in sheet.words.candidacies
    becomes = first.text.islower() and before[-1:] in _BECOMING
    serves = (sought or becomes or before[-1:] == ["as"]) and not any(t.tag == "DT" for t in told)
    return serves or any(t.lower in sheet.words.other_holders for t in told)


def _of_another_place(sheet: Sheet, description: Description) -> bool:
    """Whether "leader of Transnistria" names whose leader it is and that is no state: no holder at home is meant."""
    behind = sheet.tokens[description.head.i + 1 : description.last + 1]
    named = any(t.pos == "PROPN" and t.ent in PLACES for t in behind)
    return named and description.post.state is None and not description.post.roles


def _of_post(sheet: Sheet, description: Description, before: list[Draft], speaker: Player | None) -> Player | None:
    """Who holds the office: on the side that tells it, among those named, by the directory."""
    post = description.post
    near = holder_near(sheet, description.first, description.last, post.head)
    if (told := near or _guest(sheet, description, speaker)) is not None:
        return told
    if _lowered(sheet, description) and (own := _holder_at_home(sheet, description)) is not None:
        return own
    if _capital(description):
        first = next((d.player for d in before if d.player and _may_be(sheet, d.player, post)), None)
        known = _holder_at_home(sheet, description) or _called_so(sheet, post, before) or first
        return known or _holder_abroad(sheet, description)
    beside = _facing(sheet, description)
    others = (d.player for d in reversed(before) if d.player and d.player not in beside)
    last = next((player for player in others if _may_be(sheet, player, post)), None)
    later = [p for p in sheet.cast.players if post.roles and matches(p, post, sheet.on) and p not in beside]
    known = last or (later[0] if len(later) == 1 else None)
    foreign = is_foreign(sheet, post)
    return known or _holder(sheet, description, post.state or (sheet.cast.abroad if foreign else sheet.cast.home))


def is_foreign(sheet: Sheet, post: Post) -> bool:
    """Whether the home state has nobody of such a title, as one that has departments has no ministers."""
    words = post.words.casefold().split()
    return sheet.cast.home in sheet.words.department_states and not sheet.words.foreign_titles.isdisjoint(words)


def _holder_abroad(sheet: Sheet, description: Description) -> Player | None:
    """Who holds in the state that the text is about an office that the home state does not have: "the King"."""
    foreign = sheet.cast.abroad and is_foreign(sheet, description.post)
    return _holder(sheet, description, sheet.cast.abroad) if foreign else None


def _guest(sheet: Sheet, description: Description, speaker: Player | None) -> Player | None:
    """Whom a speaker means by a title that is also his own: the only other bearer whose state the text is about.

    A quotation and a stage direction are nobody's own words.
    """
    post, first, abroad = description.post, description.first, sheet.cast.abroad
    aside = sheet.quoted[first] or sheet.tokens[first - 1].text in _ASIDES
    if speaker is None or abroad is None or aside or post.state or not post.roles:
        return None
    if not matches(speaker, post, sheet.on):
        return None
    others = (p for p in sheet.cast.players if p is not speaker and matches(p, post, sheet.on))
    there = [p for p in others if sheet.cast.party(p).state == abroad]
    return there[0] if len(there) == 1 else None


def _capital(description: Description) -> bool:
    """Whether it is "The President" of an official account, which means its own side's."""
    return not description.post.state and description.last > description.first and description.head.text[0].isupper()


def _lowered(sheet: Sheet, description: Description) -> bool:
    """Whether it is "the president" of an official account that never writes "the President"."""
    head = description.head.text
    plain = not description.post.state and description.last == description.first + 1 and head.islower()
    official = sheet.cast.home in sheet.reading.document.account_of
    return plain and official and f"he {head.title()}" not in sheet.reading.document.text


def _facing(sheet: Sheet, description: Description) -> set[Player]:
    """Who does or suffers in the same clause what the one described does not: nobody meets himself."""
    verb = _verb_of(description.head)
    held = {sheet.held[t.i] for t in description.head.sentence.tokens} if verb is not None else set()
    return {d.player for d in held if d is not None and d.player and _verb_of(sheet.tokens[d.last]) is verb}


def _verb_of(token: Token) -> Token | None:
    """The verb whose subject or object a noun is, directly or behind a preposition."""
    inner = token
    while inner.dep in _WITHIN and inner.head is not inner:
        inner = inner.head
    if inner.pos == "VERB":
        return inner
    return inner.head if inner.dep in _OF_VERB and inner.head.pos == "VERB" else None


def _called_so(sheet: Sheet, post: Post, before: list[Draft]) -> Player | None:
    """The player first given a title with the same head."""
    players = (d.player for d in before if d.player and _may_be(sheet, d.player, post))
    return next((p for p in players if post.head in {own.head for own in p.posts}), None)


def _owner(sheet: Sheet, description: Description) -> str | None:
    """The state of "our Minister" in its own account, and that of "your Prime Minister"."""
    possessor = sheet.tokens[description.first - 1].lower
    if possessor in _YOURS:
        return sheet.cast.abroad
    home = sheet.cast.home
    return home if possessor in _OURS and home in sheet.reading.document.account_of else None


def _own(sheet: Sheet, description: Description, before: list[Draft], state: str) -> Player | None:
    """The one of the state who was last named and may be meant, else its holder of the office."""
    named = (d.player for d in reversed(before) if d.player and _may_be(sheet, d.player, description.post))
    own = next((p for p in named if sheet.cast.party(p).state == state), None)
    return own or _holder(sheet, description, state)


def _styled(sheet: Sheet, before: list[Draft], style: str) -> Player | None:
    """His Majesty: whoever was last so called, else the last of royal title."""
    royal = sheet.words.royal_titles
    for draft in reversed(before):
        words = {t.lower for t in sheet.tokens[draft.first : draft.core[0]]}
        if draft.player and words & (sheet.words.styles | royal):
            return draft.player
    return _crowned_guest(sheet, style)


def _crowned_guest(sheet: Sheet, style: str) -> Player | None:
    """His Majesty: the head of the state that the document's title is about, where it calls him a king by name."""
    if style != "majesty" or not (sheet.cast.abroad and sheet.on):
        return None
    held = {t.person_id for t in tenures_in([sheet.cast.abroad], ["head_of_state"], sheet.on)}
    person = PEOPLE[held.pop()] if len(held) == 1 else None
    named = pairwise(spelled(sheet.title))
    crowned = person is not None and any(a in _CROWNS and b in spelled(person.name) for a, b in named)
    return sheet.cast.enter_person(person, 0) if person is not None and crowned else None


def _may_be(sheet: Sheet, player: Player, post: Post) -> bool:
    """Whether the words may take up the player again: by office, or loosely ("the diplomat", "the French minister")."""
    if post.head in sheet.words.royal_titles and not post.state and post.head not in {p.head for p in player.posts}:
        return post.head in (sheet.cast.party(player).office or "").casefold().split()
    if matches(player, post, sheet.on):
        return True
    party = sheet.cast.party(player)
    loose = sheet.words.loose_heads.get(post.head, ())
    same_state = post.state in {None, party.state}
    return not post.roles and same_state and any(part in (party.role or "") for part in loose)


def _counterpart(sheet: Sheet, description: Description, before: list[Draft]) -> Player | None:
    """His German counterpart: the one who holds the office of the person last named in that other state."""
    players = [d.player for d in before if d.player]
    role = sheet.cast.party(players[-1]).role if players else None
    if not role or not description.post.state or sheet.on is None:
        return None
    held = {t.person_id for t in tenures_in([description.post.state], [role], sheet.on) if not t.acting}
    return sheet.cast.enter_person(PEOPLE[held.pop()], description.first) if len(held) == 1 else None


def _named_next(sheet: Sheet, description: Description) -> Player | None:
    """The only player with that very office, if the name follows within this paragraph or the next."""
    post = description.post
    if not post.state or not post.roles:
        return None
    players = [p for p in sheet.cast.players if p.person and fits(p.person, post, sheet.on)]
    if len(players) != 1 or players[0].first < description.first:
        return None
    return players[0] if sheet.paragraphs_between(description.first, players[0].first) <= 1 else None


def _holder_at_home(sheet: Sheet, description: Description) -> Player | None:
    """Who holds at home the very office that the words name: "the Prime Minister" is nobody in Washington."""
    home, roles = sheet.cast.home, description.post.roles
    titles = [title for o in offices_of(home) if o.role in roles for title in (o.title, *o.titles)] if home else []
    named = any(description.post.head in title.casefold().split() for title in titles)
    return _holder(sheet, description, home) if named else None


def _holder(sheet: Sheet, description: Description, state: str | None) -> Player | None:
    """The one who held the office on the day; nobody where several did or the day is unknown."""
    post = description.post
    if sheet.on is None or not post.roles:
        return None
    ours = _capital(description) and len(post.roles) == 1
    if not post.state and not ours and post.roles[0] not in sheet.words.high_roles:
        return None
    held = holder_described(description.words, sheet.on, state)
    if post.roles[0] in sheet.words.collective_roles and len({office.id for _, office, _ in held}) > 1:
        return None
    full = [row for row in held if not row[2].acting and row[1].id == held[0][1].id]
    if len(full) != 1 and len(held) != 1:
        return None
    return sheet.cast.enter_person((full or held)[0][0], description.first)


def _former_holder(sheet: Sheet, description: Description, before: list[Draft]) -> Player | None:
    """The former President: the one last spoken of, else the last who held the office; "a former" one is nobody."""
    post, on = description.post, sheet.on
    state = post.state or sheet.cast.home
    if on is None or state is None or not post.roles or sheet.tokens[description.first].lower in _INDEFINITE:
        return None
    wanted = replace(post, state=state)
    people = {d.player.person: d.player for d in reversed(before) if d.player and d.player.person}
    spoken = [p for person, p in people.items() if fitted(person, wanted, on) and not fits(person, wanted, on)]
    known = not spoken and post.roles[0] in sheet.words.high_roles
    past = holder_described(description.words, on, state) if known else []
    player = spoken[0] if spoken else sheet.cast.enter_person(past[0][0], description.first) if past else None
    if player is not None:
        sheet.cast.tell(player, wanted, None)
    return player
