"""The people of one document: who is introduced, by which names they are called, and what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from detente.model.dossier import Party
from detente.ontology.offices import (
    OFFICES,
    Office,
    Person,
    Tenure,
    people_named,
    people_surnamed,
    tenures_in,
    tenures_of,
)
from detente.ontology.roles import AMBASSADOR, role_of
from detente.resolve.directory import (
    Words,
    called_by_given,
    fits,
    fitted,
    given_names,
    is_spelling_of,
    means,
    prominent,
    remembered,
    same_given,
    short_names,
    spelled,
)
from detente.resolve.posts import Post
from detente.resolve.words import Gender, gender_of, vocabulary


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


class Cast:
    """All players, found by full name and by surname, on the document's day.

    `home` is the state in which the text is at home, `abroad` the one that it is about, `named` all those that it
    names, `near` these and those that everybody knows, `hosts` those whom everyone at home knows by their first name,
    `colleagues` those whom the speakers of an account may speak of so, `locals` those in office where it is spoken.
    """

    def __init__(self, on: str | None, home: str | None = None) -> None:
        self.on = on
        self.home = home
        self.abroad: str | None = None
        self.named: frozenset[str] = frozenset()
        self.near: frozenset[str] = frozenset()
        self.hosts: tuple[Person, ...] = ()
        self.colleagues: tuple[Person, ...] = ()
        self.locals: tuple[Person, ...] = ()
        self.players: list[Player] = []
        self.unplaced: dict[str, Player] = {}
        self._by_name: dict[Words, Player] = {}
        self._by_short: defaultdict[str, list[Player]] = defaultdict(list)
        self._parties: dict[Player, Party] = {}

    def introduce(self, name: str, at: int, post: Post, gender: Gender | None) -> Player:
        """The player of this full name, a new one if there is none yet."""
        words = tuple(w for w in spelled(name) if len(w) > 1) or spelled(name)
        player = self._by_name.get(words) or self._variant(words)
        if player is None:
            person = self._known(name, post)
            player = next((p for p in self.players if person and p.person is person), None)
            player = player or self._enter(Player(name, at, words, person))
            self._by_name[words] = player
        elif player.person is None and post.head:
            person = self._known(name, post)
            player.person = None if any(p.person is person for p in self.players) else person
        if len(name) > len(player.name):
            player.name = name
        self.tell(player, post, gender)
        return player

    def enter_person(self, person: Person, at: int) -> Player:
        """The player who is this person of the ontology."""
        found = next((p for p in self.players if p.person is person), None)
        return found or self._enter(Player(person.name, at, spelled(person.name), person))

    def enter_stranger(self, name: str, at: int) -> Player:
        """A player known by one name only."""
        return self._enter(Player(name, at, spelled(name)))

    def rename(self, player: Player, name: str) -> None:
        """Give a player known by one name the full one."""
        player.name, player.words = name, spelled(name)
        people = people_named(name)
        player.person = people[0] if len(people) == 1 else None
        for short in player.shorts:
            if player not in self._by_short[short]:
                self._by_short[short].append(player)

    def tell(self, player: Player, post: Post, gender: Gender | None) -> None:
        """Note what the document says of a player."""
        if post.words and post not in player.posts:
            player.posts.append(post)
        player.gender = player.gender or gender or gender_of(player.given)

    def called(self, surname: str) -> list[Player]:
        """The players who may be called so, in the order of introduction."""
        words = spelled(surname)
        return self._by_short.get(words[-1], []) if words else []

    def knows(self, surname: str) -> bool:
        """Whether the word may stand for a player or for the holder of a high office."""
        return bool(self.called(surname) or self.prominent(surname))

    def prominent(self, surname: str) -> list[Person]:
        """Those of this surname who hold a high office on the day in a state that the text is near to."""
        return [p for p in prominent(surname, self.on) if self._near(p, surname)]

    def remembered(self, surname: str) -> list[Person]:
        """Those of this surname who led such a state not long ago."""
        return [p for p in remembered(surname, self.on) if self._near(p, surname)]

    def historic(self, surname: str) -> list[Person]:
        """The one of this surname in the whole ontology, if they once held a high office at home: Dr. Kissinger."""
        found, vocab = people_surnamed(surname), vocabulary()
        if len(found) != 1 or self.on is None or surname.casefold() in given_names():
            return []
        since = str(int(self.on[:4]) - vocab.long_memory)
        past = (OFFICES[t.office_id] for t in tenures_of(found[0].id) if t.end and since < t.end <= self.on)
        return found if any(o.state == self.home and o.role in vocab.called_once for o in past) else []

    def legislators(self, surname: str) -> list[Person]:
        """The one well known legislator of the state's own account who bears a rare surname."""
        found = people_surnamed(surname) if self.colleagues else []
        roles = vocabulary().known_legislators
        serving = [p for p in found if any(self._sits(t, roles) for t in tenures_of(p.id, self.on))]
        return serving if len(serving) == 1 and len(found) <= vocabulary().rare_surname else []

    def _sits(self, tenure: Tenure, roles: frozenset[str]) -> bool:
        office = OFFICES[tenure.office_id]
        return office.state == self.home and office.role in roles

    def _near(self, person: Person, surname: str) -> bool:
        """Whether the text is near to someone's state; a surname that is also a first name needs the state named."""
        near = self.named if surname.casefold() in given_names() else self.near
        return not near.isdisjoint(OFFICES[t.office_id].state for t in tenures_of(person.id))

    def party(self, player: Player) -> Party:
        """Who the player is on the document's day."""
        if player not in self._parties:
            self._parties[player] = _party(player, self.on, self._state_of)
        return self._parties[player]

    def called_by_given(self, name: str, *, others: bool = True) -> list[Player]:
        """The players whose given name it is, in full or short: "Jake", "Bob", "President Sheikh Mohamed".

        Where nobody of the document is called so, `others` are looked for in office at home and in leaders' families.
        """
        words = spelled(name)
        for host in self.hosts:
            if _is_given(host, words):
                self.enter_person(host, 0)
        exact = [p for p in self.players if words in {p.given[: len(words)], p.words[: len(words)]}]
        found = exact or [p for p in self.players if same_given(p.given, words)]
        if found or not others:
            return found
        known = self._kin_called(words) or self._colleagues_called(words) or self._locals_called(words)
        return [self.enter_person(p, 0) for p in known]

    def _locals_called(self, words: Words) -> list[Person]:
        return [p for p in self.locals if _is_given(p, words)]

    def _colleagues_called(self, words: Words) -> list[Person]:
        found = [p for p in self.colleagues if spelled(p.given)[:1] == words]
        if found or not words or people_surnamed(words[0]):
            return found if len(found) == 1 else []
        named = called_by_given(words[0])
        serving = [p for p in named if self._serves(p)] if len(named) <= vocabulary().rare_given else []
        return serving if len(serving) == 1 else []

    def _kin_called(self, words: Words) -> list[Person]:
        """Those of a host's or another leader's family of this given name: Beau, in the words of a Biden."""
        led = [p.person for p in self.players if p.person and _led(p.person)]
        families = dict.fromkeys(person.family for person in (*self.hosts[:1], *led))
        kin = (p for family in families for p in people_surnamed(family) if _is_kin(p))
        return [p for p in kin if spelled(p.given)[:1] == words or same_given(spelled(p.given), words)]

    def relative(self, name: str, at: int) -> Player:
        """The one of the host's family of this given name, else a stranger."""
        found = self._kin_called(spelled(name))
        return self.enter_person(found[0], at) if len(found) == 1 else self.enter_stranger(name, at)

    def _serves(self, person: Person) -> bool:
        """Whether someone holds an office of the home state, not of a place in it, on the day of its own account."""
        held = (OFFICES[t.office_id] for t in tenures_of(person.id, self.on)) if self.colleagues else ()
        local = vocabulary().regional_roles | {"representative"}
        return any(o.state == self.home and o.role not in local for o in held)

    def may_be_given(self, name: str) -> bool:
        """Whether it is the given name of a player or a host."""
        words = spelled(name)
        known = (*self.hosts, *self.locals)
        hosted = any(_is_given(host, words) for host in known) or bool(self._kin_called(words))
        return bool(words) and (hosted or any(p.given[:1] == words or same_given(p.given, words) for p in self.players))

    def may_be_colleague(self, name: str) -> bool:
        """Whether one of those who work with the speaker is called so."""
        return bool(self._colleagues_called(spelled(name)))

    def _state_of(self, post: Post) -> str | None:
        """For whom a holder of this post speaks: the state it names, else the text's own or the one it is about."""
        if not post.official or post.state:
            return post.state if post.official else None
        return self.abroad if self._elsewhere(post) else self.home

    def _elsewhere(self, post: Post) -> bool:
        """Whether the home state has no such office, or has someone else in it."""
        if self.home is None:
            return False
        vocab = vocabulary()
        foreign = self.home in vocab.department_states and bool(
            set(post.words.casefold().split()) & vocab.foreign_titles
        )
        return foreign or (post.roles[:1] == ("head_of_state",) and bool(tenures_in([self.home], post.roles, self.on)))

    def _known(self, name: str, post: Post) -> Person | None:
        people = people_named(name) or [p for p in people_surnamed(name) if fits(p, post, self.on)]
        if len(people) > 1:
            people = [p for p in people if fits(p, post, self.on)] or self._in_office(people)
        return people[0] if len(people) == 1 and not self._is_namesake(people[0], post) else None

    def _is_namesake(self, person: Person, post: Post) -> bool:
        """Whether someone is but an ambassador to states that the text is not near to, and no title tells that."""
        roles = [OFFICES[t.office_id].role for t in tenures_of(person.id, self.on)]
        far = (role.startswith(f"{AMBASSADOR}_to_") and role[-2:] not in self.near for role in roles)
        return bool(roles) and all(far) and not fits(person, post, self.on)

    def _in_office(self, people: list[Person]) -> list[Person]:
        """Those of one name who are in office; all where one is a mere member and another once held a high office."""
        vocab = vocabulary()
        held = {p: {OFFICES[t.office_id].role for t in tenures_of(p.id, self.on)} for p in people}
        members = all(roles <= vocab.member_roles for roles in held.values())
        known = (OFFICES[t.office_id].role in vocab.called_once for p in people for t in tenures_of(p.id))
        return people if members and any(known) else [p for p in people if held[p]]

    def _variant(self, words: Words) -> Player | None:
        """A player of the same name in fuller or shorter form: Recep Tayyip Erdogan, Tayyip Erdogan."""
        for player in self._by_short.get(words[-1], []):
            shorter, longer = sorted((set(words), set(player.words)), key=len)
            if shorter <= longer and len(shorter) > 1:
                return player
        return None

    def _enter(self, player: Player) -> Player:
        player.gender = player.gender or gender_of(player.given)
        self.players.append(player)
        for short in player.shorts:
            self._by_short[short].append(player)
        return player


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


def _led(person: Person) -> bool:
    return any(OFFICES[t.office_id].role == "head_of_state" for t in tenures_of(person.id))


def _is_kin(person: Person) -> bool:
    """Whether someone is known for whose family they are: in no office of the state but that of a spouse."""
    minor = vocabulary().regional_roles | {"first_lady"}
    return all(OFFICES[t.office_id].role in minor for t in tenures_of(person.id))


def _is_given(person: Person, words: Words) -> bool:
    given = spelled(person.given)
    return given[: len(words)] == words or same_given(given, words)


def _of_old(player: Player, post: Post, on: str | None) -> bool:
    """Whether the document calls someone by a title they had left by the day: "President Abraham Lincoln"."""
    return player.person is not None and on is not None and fitted(player.person, post, on)


def _party(player: Player, on: str | None, state_of: Callable[[Post], str | None]) -> Party:
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
    return next((office for post in told for office in past if means(post, office)), None)


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
