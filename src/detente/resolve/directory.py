"""The ontology's people by the words of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache

from detente.ontology.names import name_words
from detente.ontology.offices import OFFICES, PEOPLE, Office, Person, people_named, people_surnamed, tenures_of
from detente.ontology.roles import AMBASSADOR, may_be_called
from detente.resolve.posts import Post, read_post
from detente.resolve.words import vocabulary

Words = tuple[str, ...]

_ARTICLES = frozenset({"al", "el"})
_LONG = 4
"""Words of a title with fewer letters tell nothing."""
_LONGEST_STYLE = 2
"""Words of a title before a surname: "Prime Minister"."""
_COMPANY = frozenset({"by", "with", "and"})
"""Before those who take part, in the title of a document."""
_SHORTEST_GIVEN = 2
"""Given names of fewer letters are read as anything else first."""

spelled = lru_cache(maxsize=50_000)(name_words)


@cache
def full_names() -> Mapping[Words, tuple[Words, ...]]:
    """Every full name and alias as folded words, by its first word, the longest first."""
    names: defaultdict[Words, set[Words]] = defaultdict(set)
    for person in PEOPLE.values():
        orders = [f"{person.given} {person.family}", f"{person.family} {person.given}"] if person.given else []
        for spelling in (person.name, *person.aliases, *orders):
            words = spelled(spelling)
            if len(words) > 1:
                names[words[:1]].add(words)
    return {first: tuple(sorted(spellings, key=lambda w: (-len(w), w))) for first, spellings in names.items()}


def names_in(words: Words) -> Iterator[Words]:
    """The full names of the ontology that stand in these folded words, the longest at each place."""
    names, past = full_names(), 0
    for n in range(len(words)):
        longest = next((w for w in names.get(words[n : n + 1], ()) if words[n : n + len(w)] == w), ())
        if longest and n >= past:
            past = n + len(longest)
            yield longest


def titled_in(title: str, on: str | None) -> Iterator[Person]:
    """Whom a document's title names by office and surname on the day: "Remarks with President Falk of Norway"."""
    words = [w.strip(",;:|").removesuffix("’s").removesuffix("'s") for w in title.split()] if on else []
    for n, name in enumerate(words):
        titles = [words[max(0, n - k) : n] for k in (_LONGEST_STYLE, 1) if words[n - k - 1 : n - k] and n > k]
        posts = [read_post(" ".join(t)) for t in titles if words[n - len(t) - 1].casefold() in _COMPANY]
        told = (post for post in posts if n and name[:1].isupper() and post.roles)
        people = [p for post in told for p in people_surnamed(name) if fits(p, post, on)]
        if people and all(p is people[0] for p in people):
            yield people[0]


def called_by_given(name: str) -> tuple[Person, ...]:
    """Everyone whose given name it is, as rulers, Thais and Icelanders are called: "Prime Minister Katrín"."""
    return _by_given().get(spelled(name)[:1], ()) if len(spelled(name)) == 1 else ()


def same_given(given: Words, short: Words) -> bool:
    """Whether one word is a short form of a given name, or both are of the same one: "Bob" and "Robert" or "Bobby"."""
    if len(short) != 1 or not given:
        return False
    full = vocabulary().full_names
    ours, theirs = full.get(given[0], frozenset()), full.get(short[0], frozenset())
    return given[0] in theirs or short[0] in ours or not ours.isdisjoint(theirs)


@cache
def given_names() -> frozenset[str]:
    """Folded given names: the first of everyone in the ontology, those that have a short form or tell he or she."""
    known, full = vocabulary(), vocabulary().full_names
    first = {words[0] for words in _by_given() if len(words[0]) > _SHORTEST_GIVEN}
    told = known.female_names | known.male_names
    return frozenset(first | told | set(full) | {name for names in full.values() for name in names})


@cache
def _by_given() -> Mapping[Words, tuple[Person, ...]]:
    people: defaultdict[Words, list[Person]] = defaultdict(list)
    for person in PEOPLE.values():
        people[spelled(person.given)[:1]].append(person)
    return {given: tuple(found) for given, found in people.items() if given}


def is_full(name: str) -> bool:
    """Whether a name has two parts or more; an article is none ("Al-Kadhimi", "El Sisi")."""
    words = name.split()
    return len(words) > 1 and (len(words) > 2 or words[0].casefold() not in _ARTICLES or bool(people_named(name)))


@lru_cache(maxsize=5_000)
def short_names(person: Person) -> frozenset[str]:
    """The single words by which the press may call someone."""
    family = spelled(person.family)
    shorts = {"".join(family), family[-1]}
    if len(family) > 1 and len(family[0]) > 2:
        shorts.add(family[0])
    shorts |= {"".join(spelled(alias)) for alias in person.aliases if " " not in alias}
    return frozenset(shorts)


def fits(person: Person, post: Post, on: str | None) -> bool:
    """Whether someone held on the day an office that the stated post may mean."""
    return any(means(post, OFFICES[tenure.office_id]) for tenure in tenures_of(person.id, on))


def fitted(person: Person, post: Post, on: str) -> bool:
    """Whether someone had held such an office by that day."""
    held = (t for t in tenures_of(person.id) if t.start <= on)
    return any(means(post, OFFICES[t.office_id]) for t in held)


def means(post: Post, office: Office) -> bool:
    """Whether the stated post may be this office."""
    if post.state and office.state != post.state:
        return False
    if not post.roles:
        raw = vocabulary()
        commands = post.head in raw.ranks and any(part in office.role for part in raw.loose_heads[post.head])
        named = post.head not in raw.vague_heads and _neuter(post.head) in map(_neuter, office.title.casefold().split())
        return commands or (named and _equally_qualified(post, office))
    envoy = AMBASSADOR in post.roles and office.role.startswith(f"{AMBASSADOR}_to_")
    return (envoy or office.role in post.roles or _bears(office, post)) and may_be_called(office, post.label)


def _bears(office: Office, post: Post) -> bool:
    """Whether the title of a high office of another class opens so: the President of the European Commission."""
    titled = office.title.casefold().partition(" of ")[0] == post.label
    return titled and office.role in vocabulary().titled_roles


def _equally_qualified(post: Post, office: Office) -> bool:
    """Whether no word makes another office of the post: a state senator is no senator."""
    qualifiers, title = vocabulary().qualifiers, set(office.title.casefold().split())
    told = set(post.words.casefold().split())
    _, _, behind = post.words.casefold().partition(f"{post.head} of ")
    others = {w for known in office.titles for w in known.casefold().split()}
    complete = all(len(w) < _LONG or w in title | others for w in behind.split())
    return complete and not (qualifiers & told - title) and not ({"lieutenant"} & title - told)


def _neuter(head: str) -> str:
    """What a chairman and a chairwoman have in common with a chair."""
    return head.removesuffix("woman").removesuffix("man")


def only_so_called(person: Person) -> bool:
    """Whether nobody else bears this given name but ambassadors, whom hardly anybody knows by it."""
    others = (p for p in called_by_given(spelled(person.given)[0]) if p is not person) if person.given else (person,)
    return all(_only_ambassador(p) for p in others)


def _only_ambassador(person: Person) -> bool:
    held = tenures_of(person.id)
    return bool(held) and all(OFFICES[t.office_id].role.startswith(AMBASSADOR) for t in held)


def _by_surname_alone(surname: str) -> list[Person]:
    """Those of this surname, but no king whose one name is anybody's given name: "Charles"."""
    given = "".join(spelled(surname)) in given_names()
    return [p for p in people_surnamed(surname) if p.given or not given]


@lru_cache(maxsize=5_000)
def remembered(surname: str, on: str | None) -> tuple[Person, ...]:
    """Those of this surname who led a state in the years before the day, or will within a year: "Trump", "Merkel"."""
    if on is None:
        return ()
    raw = vocabulary()
    years = (str(int(on[:4]) - raw.memory), f"{int(on[:4]) + 1}{on[4:]}")
    return tuple(
        person
        for person in _by_surname_alone(surname)
        if any(
            OFFICES[t.office_id].role in raw.leading_roles and (t.end or t.start) > years[0] and t.start < years[1]
            for t in tenures_of(person.id)
        )
    )


@lru_cache(maxsize=5_000)
def prominent(surname: str, on: str | None) -> tuple[Person, ...]:
    """Those of this surname who hold a high office on the day; nobody where the day is unknown."""
    if on is None:
        return ()
    high = vocabulary().high_roles
    return tuple(
        person
        for person in _by_surname_alone(surname)
        if any(OFFICES[t.office_id].role in high for t in tenures_of(person.id, on))
    )


_ALIKE = 0.7
"""How alike two words must be to be one name in two spellings (share of letters in common)."""
_LONGER = 2
_SOUNDS = (("ks", "x"), ("ey", "ei"), ("iy", "y"))


def is_spelling_of(name: str, known: str) -> bool:
    """Whether two full names differ in spelling only: Sergei and Sergey Lavrov, but not Tony and Antony Blinken."""
    pair = [tuple(map(_sound, spelled(n.replace("-", " ")))) for n in (name, known)]
    return len(pair[0]) == len(pair[1]) and all(_alike(a, b) for a, b in zip(*pair, strict=True))


def _sound(word: str) -> str:
    """A word with the letters for one sound written in one way: "Aleksey" and "Alexei"."""
    for letters, usual in _SOUNDS:
        word = word.replace(letters, usual)
    return word


def _alike(word: str, other: str) -> bool:
    if {word, other} <= vocabulary().particles:
        return True
    near = word[:1] == other[:1] and abs(len(word) - len(other)) <= _LONGER
    return near and SequenceMatcher(None, word, other).ratio() >= _ALIKE
