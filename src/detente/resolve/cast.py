"""The people of one document: who is introduced, by which names they are called, and what they are."""

from __future__ import annotations

from collections import defaultdict

from detente.model.dossier import Party
from detente.ontology.offices import (
    OFFICES,
    Person,
    Tenure,
    people_named,
    people_surnamed,
    tenures_in,
    tenures_of,
)
from detente.ontology.roles import AMBASSADOR
from detente.resolve.directory import (
    Words,
    called_by_given,
    fits,
    given_names,
    prominent,
    remembered,
    same_given,
    spelled,
)
from detente.resolve.players import Player, party_of
from detente.resolve.posts import Post
from detente.resolve.words import Gender, gender_of, vocabulary


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
            self._parties[player] = party_of(player, self.on, self._state_of)
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
        return [self.enter_person(p, 0) for p in known or self._leaders_called(words)]

    def _locals_called(self, words: Words) -> list[Person]:
        return [p for p in self.locals if _is_given(p, words)]

    def _colleagues_called(self, words: Words) -> list[Person]:
        found = [p for p in self.colleagues if spelled(p.given)[:1] == words]
        if found or not words or any(words[0] in spelled(p.family) for p in people_surnamed(words[0])):
            return found if len(found) == 1 else []
        named = called_by_given(words[0])
        serving = [p for p in named if self._serves(p)] if len(named) <= vocabulary().rare_given else []
        return serving if len(serving) == 1 else []

    def _leaders_called(self, words: Words) -> list[Person]:
        """The one leader of this rare given name whose state an official account names: "easy to follow Ursula"."""
        named = called_by_given(words[0]) if words and self.colleagues else ()
        abroad: frozenset[str | None] = self.named - {self.home}
        led = [p for p in named if any(_leads(t, abroad) for t in tenures_of(p.id, self.on))]
        return led if len(led) == 1 and len(named) <= vocabulary().rare_given else []

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
        """Whether one of those who work with the speaker, at home or as leader abroad, is called so."""
        words = spelled(name)
        return bool(self._colleagues_called(words) or self._leaders_called(words))

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
        """A player of the same name in fuller or shorter form: Tayyip and Recep Tayyip Erdogan, Bob and Robert."""
        for player in self._by_short.get(words[-1], []):
            shorter, longer = sorted((set(words), set(player.words)), key=len)
            short_form = words[1:] == player.words[1:] and same_given(player.words, words[:1])
            if (shorter <= longer or short_form) and len(shorter) > 1:
                return player
        return None

    def _enter(self, player: Player) -> Player:
        player.gender = player.gender or gender_of(player.given)
        self.players.append(player)
        for short in player.shorts:
            self._by_short[short].append(player)
        return player


def _leads(tenure: Tenure, states: frozenset[str | None]) -> bool:
    office = OFFICES[tenure.office_id]
    return office.state in states and office.role in {"head_of_state", "head_of_government"}


def _led(person: Person) -> bool:
    return any(OFFICES[t.office_id].role == "head_of_state" for t in tenures_of(person.id))


def _is_kin(person: Person) -> bool:
    """Whether someone is known for whose family they are: in no office of the state but that of a spouse."""
    minor = vocabulary().regional_roles | {"first_lady"}
    return all(OFFICES[t.office_id].role in minor for t in tenures_of(person.id))


def _is_given(person: Person, words: Words) -> bool:
    given = spelled(person.given)
    return given[: len(words)] == words or same_given(given, words)
