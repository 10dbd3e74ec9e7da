"""Names of the text to the people they mean."""

from __future__ import annotations

from dataclasses import replace

from detente.model.dossier import Problem
from detente.ontology.offices import OFFICES, PEOPLE, Person, people_named, people_surnamed, tenures_of
from detente.ontology.roles import role_of
from detente.resolve.directory import called_by_given, fits, given_names, is_full, means, names_in, spelled, titled_in
from detente.resolve.named import full_names_of_title
from detente.resolve.players import Player, matches
from detente.resolve.posts import Post, read_post
from detente.resolve.sheet import Draft, Sheet
from detente.resolve.titles import CAPITAL, title_of_row
from detente.resolve.words import Gender, gender_of

_TOP = frozenset({"head_of_state", "head_of_government"})
"""Whose titles are mixed up: "President" for a prime minister."""
_OF_TOWN = "mayor"
"""Of whom there are too many for a first name to tell one, but where he is at home."""
_ROW = 6
"""The next name of a row stands within so many tokens."""


def link_full_names(sheet: Sheet) -> None:
    """Make a player of every name of two words or more, those of the ontology in the document's title among them."""
    for words in names_in(spelled(sheet.title)):
        people = people_named(" ".join(words))
        if len(people) == 1:
            sheet.cast.enter_person(people[0], 0)
    for person in titled_in(sheet.title, sheet.on):
        sheet.cast.enter_person(person, 0)
    for name in full_names_of_title(sheet.title):
        sheet.cast.introduce(name, 0, Post(""), None)
    for draft in _in_order(sheet):
        if draft.player is None and is_full(sheet.name_of(draft)):
            posts, gender = _stated(sheet, draft)
            draft.player = sheet.cast.introduce(
                sheet.name_of(draft), draft.core[0], posts[0] if posts else Post(""), gender
            )
            for post in posts[1:]:
                sheet.cast.tell(draft.player, post, gender)
            if draft.player.person is None:
                draft.player.posts = [_placed(sheet, draft, post) for post in draft.player.posts]


def _placed(sheet: Sheet, draft: Draft, post: Post) -> Post:
    """A foreign post without a state, with the one other state that the sentence names: "In Peru, … Minister Quill"."""
    foreign = post.official and not sheet.words.foreign_titles.isdisjoint(post.words.casefold().split())
    if not foreign or post.state or sheet.cast.abroad or sheet.cast.home not in sheet.words.department_states:
        return post
    named = (sheet.state_at.get(t.i) for t in sheet.tokens[draft.first].sentence.tokens)
    codes = {found[1].code for found in named if found and found[1].via not in CAPITAL} - {sheet.cast.home}
    return replace(post, state=codes.pop()) if len(codes) == 1 else post


def link_labels(sheet: Sheet) -> None:
    """Give every label of a turn that is one word the player it means."""
    _link_singles(sheet, [d for d in _in_order(sheet) if d.name])


def link_titled_names(sheet: Sheet) -> None:
    """Give every name of one word with a title the player it means, never one of two."""
    _link_singles(sheet, [d for d in _in_order(sheet) if d.title])


def link_single_names(sheet: Sheet) -> None:
    """Give every other name of one word the player it means; those with a title first."""
    link_titled_names(sheet)
    _link_singles(sheet, _in_order(sheet))


def _link_singles(sheet: Sheet, drafts: list[Draft]) -> None:
    for draft in drafts:
        if draft.player is not None or not draft.core:
            continue
        posts, gender = _stated(sheet, draft)
        post = next((p for p in posts if p.head), Post(""))
        draft.player = _relative(sheet, draft) or _of_pair(sheet, draft) or _player(sheet, draft, post, gender)
        draft.via = "surname" if draft.first == draft.core[0] else draft.via
        for stated in posts or [Post("")]:
            sheet.cast.tell(draft.player, stated, gender)


def _in_order(sheet: Sheet) -> list[Draft]:
    return sorted((d for d in sheet.drafts if d.via in {"name", "surname"}), key=lambda d: d.first)


def _stated(sheet: Sheet, draft: Draft) -> tuple[list[Post], Gender | None]:
    titles = [t for t in (draft.title or _shared_title(sheet, draft)).split(" | ") if t]
    words = {w.casefold() for title in titles for w in title.split()}
    genders = {g for w in words if (g := sheet.words.honorifics.get(w))}
    gender = genders.pop() if len(genders) == 1 else None
    return [post for title in titles if (post := read_post(_one(sheet, title))).words], gender


def _shared_title(sheet: Sheet, draft: Draft) -> str:
    """The title that one plural gives to several: Fields in "Representatives Carter and Fields"."""
    title = title_of_row(sheet, sheet.root(*draft.core))
    return title if _is_plural(sheet, title.rpartition(" ")[2]) else ""


def _is_plural(sheet: Sheet, word: str) -> bool:
    return word.endswith("s") and word[:-1].casefold() in sheet.words.heads


def _one(sheet: Sheet, title: str) -> str:
    """The title as one of several bears it: "Representatives" as "Representative"."""
    start, space, last = title.rpartition(" ")
    return f"{start}{space}{last[:-1]}" if _is_plural(sheet, last) else title


def _relative(sheet: Sheet, draft: Draft) -> Player | None:
    """Whom "my brother Jimmy" means: of the host's family, else somebody whom no one else knows."""
    name, before = sheet.name_of(draft), [t.lower for t in sheet.tokens[max(0, draft.core[0] - 2) : draft.core[0]]]
    if before[:1] not in [["my"], ["our"]] or before[1] not in sheet.words.kin or sheet.cast.called(name):
        return None
    return sheet.cast.relative(name, draft.core[0])


def _of_pair(sheet: Sheet, draft: Draft) -> Player | None:
    """Who shares the surname of the next: Mara of "Mara and Theo Quill", unless the document knows her otherwise."""
    name, behind = sheet.name_of(draft), draft.last + 2
    other = sheet.held[behind] if behind < len(sheet.tokens) and sheet.tokens[behind - 1].lower == "and" else None
    if draft.title or other is None or other.title or not is_full(sheet.name_of(other)):
        return None
    if not given_names().issuperset({name.casefold(), sheet.tokens[behind].lower}):
        return None
    beside = sheet.tokens[other.core[1]]
    strangers = other.player is not None and other.player.person is None and not people_surnamed(name)
    if not strangers or beside.dep != "conj" or beside.head is not sheet.tokens[draft.last]:
        return None
    if sheet.cast.called(name) or sheet.cast.called_by_given(name):
        return None
    return sheet.cast.introduce(
        f"{name} {sheet.tokens[other.core[1]].text}", draft.core[0], Post(""), gender_of(spelled(name))
    )


def _player(sheet: Sheet, draft: Draft, post: Post, gender: Gender | None) -> Player:
    surname = sheet.name_of(draft)
    players = [p for p in sheet.cast.called(surname) if gender is None or p.gender in {None, gender}]
    if post.former:
        players = [p for p in players if p.person is None or not fits(p.person, post, sheet.on)]
    players += [] if post.head or gender else _hosts_surnamed(sheet, surname, players)
    fitting = [p for p in players if matches(p, post, sheet.on)] if post.head else []
    fitting = fitting or [p for p in players if p.person and _once(sheet, p.person, post)]
    if len(fitting) == 1:
        return fitting[0]
    behind = post.head and draft.first == draft.core[0] and not players
    given = _by_given(sheet, draft, surname, post) if behind else []
    if len(given) == 1:
        return sheet.cast.enter_person(given[0], draft.core[0])
    told = post if post.head else _qualified(sheet, draft)
    people = _people(sheet, draft, surname, told)
    if ((draft.name and not post.head) or _is_doctor(sheet, draft)) and not people:
        people = _officials(sheet, surname)
    people = people or ([] if players or told.head or _is_guest(sheet, draft) else sheet.cast.historic(surname))
    if players and not people and not fitting:
        people = _of_old(sheet, surname, post, players)
    if not players and not people and not _takes_surname(sheet, draft):
        anyone = not _is_guest(sheet, draft) and not post.head
        named = sheet.cast.called_by_given(surname, others=anyone)
        players = [p for p in named if gender is None or p.gender in {None, gender}]
        people = [] if players else _by_given(sheet, draft, surname, post)
        people = people or [p for p in people_surnamed(surname) if not players and _once(sheet, p, told)]
        people = people or ([] if players or post.head else _of_series(sheet, draft, people_surnamed(surname)))
    if len(people) != 1 and not players:
        people = _legend(sheet, draft, post, people) or people
    people = [p for p in people if p in sheet.cast.locals] or _of_series(sheet, draft, people) or people
    people = [p for p in people if gender is None or gender_of(spelled(p.given)) in {None, gender}]
    if not players or ((post.roles or people) and post.head and len(people) == 1 and not fitting):
        return _outside(sheet, draft, surname, people)
    if len(players) == 1:
        return players[0]
    meant = _nearest(sheet, draft, fitting or players) or (None if post.head else _first_host(sheet, players))
    return meant or _ambiguous(sheet, draft, surname, [p.name for p in players])


def _of_series(sheet: Sheet, draft: Draft, people: list[Person]) -> list[Person]:
    """The one who led between those named before and behind: the younger Bush of "Clinton, Bush and Obama"."""
    if len(people) < 2:
        return []
    before, after = _named_beside(sheet, draft.first, -1), _named_beside(sheet, draft.last, 1)
    earlier, later = ([s for p in people_surnamed(n) for s in _led_since(sheet, p)] for n in (before, after))
    return [p for p in people if any(a < s < b for s in _led_since(sheet, p) for a in earlier for b in later)]


def _named_beside(sheet: Sheet, i: int, step: int) -> str:
    """The name before or behind in a row, over what is not written large: "Bush the elder, and Clinton"; or empty."""
    reach = sheet.tokens[i + step : i + step * _ROW : step] if i + step >= 0 else []
    name = next((t for t in reach if t.text[0].isupper()), None)
    parted = name is not None and any(t.lower in {",", "and"} for t in reach[: abs(name.i - i)])
    return name.text if name and parted else ""


def _led_since(sheet: Sheet, person: Person) -> list[str]:
    """The days on which someone came to lead the home state."""
    offices = ((t.start, OFFICES[t.office_id]) for t in tenures_of(person.id))
    return [start for start, o in offices if o.state == sheet.cast.home and o.role == "head_of_state"]


def _of_old(sheet: Sheet, surname: str, post: Post, players: list[Player]) -> list[Person]:
    """Whoever once bore a title that none of the players ever did: Secretary Clinton beside President Clinton."""
    people = [p for p in people_surnamed(surname) if _once(sheet, p, post)]
    other = all(p.person not in people and post.head not in {own.head for own in p.posts} for p in players)
    return people if other else []


def _by_given(sheet: Sheet, draft: Draft, name: str, post: Post) -> list[Person]:
    """Those in the stated post whose given name it is; a sheikh is of a house ("bin Zayed")."""
    people = [p for p in called_by_given(name) if post.head and fits(p, post, sheet.on)]
    if post.head == _OF_TOWN:
        people = [p for p in people if p in sheet.cast.locals]
    titled_so = any(_once(sheet, p, post) for p in people_surnamed(name))
    people = people or [p for p in called_by_given(name) if post.roles and not titled_so and _once(sheet, p, post)][:2]
    if not post.roles:
        return people if len(people) == 1 and _is_at_home(sheet, people[0]) else []
    noble = not sheet.words.house_titles.isdisjoint(draft.title.casefold().split())
    housed = [p for p in people if not sheet.words.house_words.isdisjoint(spelled(p.name))]
    return housed if noble and housed else people


def _is_at_home(sheet: Sheet, person: Person) -> bool:
    return any(OFFICES[t.office_id].state == sheet.cast.home for t in tenures_of(person.id, sheet.on))


def _takes_surname(sheet: Sheet, draft: Draft) -> bool:
    """Whether "Ms." stands before the name, which then is nobody's first."""
    title = draft.title.casefold()
    return title in sheet.words.surname_titles and title not in sheet.words.doctors and not draft.name


def _is_guest(sheet: Sheet, draft: Draft) -> bool:
    """Whether a title of clergy or guests stands before the name: "Father Mara"."""
    return not sheet.words.guest_titles.isdisjoint(draft.title.casefold().split())


def _is_doctor(sheet: Sheet, draft: Draft) -> bool:
    """Whether a doctorate is all that stands before the name: "Dr. Fauci"."""
    return draft.title.casefold().rstrip(".") in sheet.words.doctors


def _legend(sheet: Sheet, draft: Draft, post: Post, people: list[Person]) -> list[Person]:
    """Whom everybody means by a surname alone though long gone: Roosevelt; of several so titled the same one."""
    name = sheet.name_of(draft).casefold()
    titled = PEOPLE.get(sheet.words.titled_legends.get(name, ""))
    legend = PEOPLE.get(sheet.words.legends.get(name, ""))
    doctor = titled is not None and _is_doctor(sheet, draft)
    if titled and (titled in people or doctor):
        return [titled]
    return [legend] if legend and (legend in people or not (people or post.head)) else []


def _qualified(sheet: Sheet, draft: Draft) -> Post:
    """The post that a word before the name tells though it heads no title: "Justice Thomas"."""
    before = sheet.tokens[draft.first - 1] if draft.first else None
    told = before is not None and before.text.istitle() and before.lower in sheet.words.modifiers
    return Post(before.text, head=before.lower) if before and told else Post("")


def _officials(sheet: Sheet, surname: str) -> list[Person]:
    """Those of the home state's government who bear the name of a speaker in its own transcript."""
    home, on = sheet.cast.home, sheet.on
    if on is None or home not in sheet.reading.document.account_of:
        return []
    offices = {p: [OFFICES[t.office_id] for t in tenures_of(p.id, on)] for p in people_surnamed(surname)}
    return [p for p, held in offices.items() if any(o.state == home and role_of(o.role).speaks_for_state for o in held)]


def _hosts_surnamed(sheet: Sheet, surname: str, known: list[Player]) -> list[Player]:
    """Hosts of this surname who are no players yet."""
    hosts = [h for h in people_surnamed(surname) if h in sheet.cast.hosts and all(p.person is not h for p in known)]
    return [sheet.cast.enter_person(host, 0) for host in hosts]


def _first_host(sheet: Sheet, players: list[Player]) -> Player | None:
    """The foremost host of one name: Biden alone is the President, not one of his house."""
    hosts = [p for host in sheet.cast.hosts for p in players if p.person is host]
    return hosts[0] if hosts else None


def _people(sheet: Sheet, draft: Draft, surname: str, post: Post) -> list[Person]:
    """People of the ontology who may be meant: by the stated post on the day, else by a high office."""
    if not post.head:
        return sheet.cast.prominent(surname) or sheet.cast.remembered(surname) or _legislators(sheet, draft, surname)
    now = [p for p in people_surnamed(surname) if fits(p, post, sheet.on)]
    if not post.former:
        return now or _at_home(sheet, surname, post) or _at_the_top(sheet, surname, post)
    return [p for p in people_surnamed(surname) if p not in now and _once(sheet, p, post)]


def _legislators(sheet: Sheet, draft: Draft, surname: str) -> list[Person]:
    return sheet.cast.legislators(surname) if not draft.title else []


def _once(sheet: Sheet, person: Person, post: Post) -> bool:
    """Whether a title is someone's of old: "President Kennedy", "Congressman Lewis"."""
    full = (t for t in tenures_of(person.id) if not t.acting)
    started = (OFFICES[t.office_id] for t in full if sheet.on and t.start <= sheet.on)
    return bool(post.head) and any(means(post, office) for office in started)


def _at_home(sheet: Sheet, surname: str, post: Post) -> list[Person]:
    """Those of the home state whose bearers keep such a title: Ambassador Tai, the trade representative."""
    home, on, kept = sheet.cast.home, sheet.on, sheet.words.kept_titles
    words = post.words.casefold().split()
    plain = words[-1:] == [post.head] and all(sheet.words.in_title(w) for w in words)
    if on is None or home not in sheet.reading.document.account_of or not plain:
        return []
    if not sheet.words.qualifiers.isdisjoint(words):
        return []
    held = {p: [OFFICES[t.office_id] for t in tenures_of(p.id, on)] for p in people_surnamed(surname)}
    at_home = {p: [role_of(o.role) for o in offices if o.state == home] for p, offices in held.items()}
    wanted = [speaks for speaks, whose in ((True, "government"), (False, "legislature")) if post.head in kept[whose]]
    return [p for p, roles in at_home.items() if any(role.speaks_for_state in wanted for role in roles)]


def _at_the_top(sheet: Sheet, surname: str, post: Post) -> list[Person]:
    """Those who lead a state or a government and are called by the other title; nobody where it was one of old."""
    called, royal = people_surnamed(surname), post.head in sheet.words.royal_titles
    if sheet.on is None or royal or not _TOP.intersection(post.roles) or any(_once(sheet, p, post) for p in called):
        return []
    offices = {p: [OFFICES[t.office_id] for t in tenures_of(p.id, sheet.on)] for p in called}
    return [p for p, held in offices.items() if any(o.role in _TOP and post.state in {None, o.state} for o in held)]


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
