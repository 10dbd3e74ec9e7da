"""Someone whom a document names: by which names, in which posts, and who that is on the document's day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from detente.model.dossier import Party
from detente.ontology.offices import OFFICES, Office, Person, tenures_of
from detente.ontology.roles import role_of
from detente.resolve.directory import Words, fits, fitted, is_spelling_of, means, short_names, spelled
from detente.resolve.posts import Post
from detente.resolve.words import Gender, vocabulary


@dataclass(eq=False)
class Player:
    """Someone the document names: `name` in the fullest form, `posts` as it states them, `first` the first token."""

    name: str
    first: int
    words: Words
    person: Person | None = None
    posts: list[Post] = field(default_factory=list)
    gender: Gender | None = None

    @property
    def given(self) -> Words:
        """The words of the given name; those of the whole name where the two cannot be told apart."""
        return spelled(self.person.given if self.person else self.name)

    @property
    def shorts(self) -> frozenset[str]:
        """Single words that may stand for the player."""
        if self.person:
            return short_names(self.person)
        return frozenset({self.words[0], self.words[-1]}) if self.words else frozenset()


def matches(player: Player, post: Post, on: str | None) -> bool:
    """Whether a stated post may be the player's, by the ontology or by what the document says of them."""
    if player.person and on and tenures_of(player.person.id, on):
        return fits(player.person, post, on) or _is_told(player, post)
    for own in player.posts:
        elsewhere = post.state and own.state and own.state != post.state
        if elsewhere or (own.roles and not post.former and (own.former or _of_old(player, own, on))):
            continue
        shared = set(own.roles) & set(post.roles)
        if own.label != post.label:
            shared -= vocabulary().collective_roles
        if shared if post.roles else own.head == post.head:
            return True
    return False


def _is_told(player: Player, post: Post) -> bool:
    """Whether the document gives the player this title of two words or more in these words."""
    words = post.words.casefold()
    return " " in words and not post.former and any(own.words.casefold() == words for own in player.posts)


def _of_old(player: Player, post: Post, on: str | None) -> bool:
    """Whether the document calls someone by a title they had left by the day: "President Abraham Lincoln"."""
    return player.person is not None and on is not None and fitted(player.person, post, on)


def party_of(player: Player, on: str | None, state_of: Callable[[Post], str | None]) -> Party:
    """Who someone is on a day; `state_of` tells for whom the holder of a post speaks."""
    name = _written(player)
    person_id = player.person.id if player.person else None
    office = _office(player, on)
    if office:
        speaks = role_of(office.role).speaks_for_state
        return Party(
            name=name,
            kind="person",
            state=office.state if speaks else None,
            person_id=person_id,
            office=office.title,
            office_id=office.id,
            role=office.role,
        )
    if (old := _left(player, on)) is not None:
        return Party(name=name, kind="person", person_id=person_id, office=f"former {old.title}")
    post = max(player.posts, key=lambda p: (bool(p.kind), p.official, len(p.words)), default=Post(""))
    state = state_of(post)
    placed = post.roles and post.official and state and post.head not in vocabulary().vague_heads
    return Party(
        name=name,
        kind="person",
        state=state,
        person_id=person_id,
        office=post.words or None,
        role=post.roles[0] if placed else None,
    )


def _written(player: Player) -> str:
    """The full name as the document spells it; for one known by another name, the name in the data."""
    if player.person is None or is_spelling_of(player.name, player.person.name):
        return player.name
    return player.person.name


def _left(player: Player, on: str | None) -> Office | None:
    """The office that the document names the player by though it ended before the day: "President Kennedy"."""
    if player.person is None or on is None:
        return None
    past = [OFFICES[t.office_id] for t in tenures_of(player.person.id) if t.end and t.end <= on]
    bare = all(post.words.casefold() == post.head for post in player.posts)
    told = [post for post in player.posts if post.roles or bare]
    if any(_is_new(post, past) for post in player.posts):
        return None
    return next((office for post in told for office in past if means(post, office)), None)


def _is_new(post: Post, past: list[Office]) -> bool:
    """Whether a title of several words, of a state or a known class, is none of the offices that someone has left."""
    whole = post.official and bool(post.state or post.roles) and post.words.casefold() != post.head
    return whole and not any(means(post, office) for office in past)


def _office(player: Player, on: str | None) -> Office | None:
    """The office held on the day: the one that the document states, else the highest; none where the day is unknown."""
    if player.person is None:
        return None
    stated = [p for p in player.posts if p.roles and not p.former]
    held = [OFFICES[t.office_id] for t in tenures_of(player.person.id, on)]
    for post in stated:
        for office in held:
            if means(post, office):
                return office
    if not held or not on:
        return None
    told = {w for p in player.posts if not p.former for w in spelled(p.words)} - _FILLERS
    nearest = max(held, key=lambda o: len(told.intersection(spelled(o.title))))
    several = held[0].role in vocabulary().collective_roles and nearest.role == held[0].role
    if several and len(told.intersection(spelled(nearest.title))) > 1:
        return nearest
    return min((o for o in held if o.role == held[0].role), key=_by_state)


_FILLERS = frozenset({"of", "the", "for", "to", "and", "united", "states", "us", "white", "house", "president"})
"""Words of titles that tell one office from another no better than none."""


def _by_state(office: Office) -> int:
    """The best known state first, so that a king of several realms is that one's."""
    known = vocabulary().known_states
    return known.index(office.state) if office.state in known else len(known)
