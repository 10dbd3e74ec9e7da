"""Whom titles mean that nothing else could tell: "the Governor", "the speaker of the House", "the Queen"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.ontology.offices import PEOPLE, Person, tenures_in
from detente.ontology.roles import holder_described
from detente.resolve.floor import Floor
from detente.resolve.local import NEAR, holder_near
from detente.resolve.meant import is_foreign
from detente.resolve.players import Player, matches
from detente.resolve.posts import read_post
from detente.resolve.sheet import Draft, Sheet

_HEAD = "head_of_state"
_SINGULAR = frozenset({"NN", "NNP"})


def resolve_left_titles(sheet: Sheet, floor: Floor) -> None:
    """Find whom the titles behind "the" and "my" mean that are nobody's yet; nobody where it cannot be told."""
    for draft in sheet.drafts:
        left = draft.player is None and draft.party is not None and draft.party.kind == "unnamed"
        if left and sheet.tokens[draft.first].lower == "the" and draft.first < draft.last:
            draft.player = _meant(sheet, draft)
        elif left and draft.first and sheet.tokens[draft.first - 1].lower == "my" and _heads_home(sheet, floor, draft):
            draft.player = _exact_holder(sheet, draft, draft.first)


def _heads_home(sheet: Sheet, floor: Floor, draft: Draft) -> bool:
    """Whether the foremost of the home state says it, in no quotation."""
    speaker = floor.speaker(draft.first)
    return speaker is not None and speaker.person in sheet.cast.hosts[:1] and not sheet.quoted[draft.first]


def _meant(sheet: Sheet, draft: Draft) -> Player | None:
    title = sheet.tokens[draft.first + 1 : draft.last + 1]
    if not all(t.text.istitle() for t in title):
        return _exact_holder(sheet, draft, draft.first + 1) or _local_holder(sheet, draft)
    if title[-1].tag not in _SINGULAR or title[-1].lower not in sheet.words.heads:
        return None
    royal = title[-1].lower in sheet.words.royal_titles
    return _crowned(sheet, draft) if royal else _bearer(sheet, draft) or _exact_holder(sheet, draft, draft.first + 1)


def _bearer(sheet: Sheet, draft: Draft) -> Player | None:
    """The only one of the document who bears the title, else the one of them named last."""
    post = read_post(sheet.words_of(draft.first + 1, draft.last))
    if not (post.roles or post.head) or post.head in sheet.words.vague_heads or post.former:
        return None
    found = [p for p in sheet.cast.players if matches(p, post, sheet.on)]
    before = [d for d in sheet.drafts if d.player in found and d.first < draft.first]
    last = max(before, key=lambda d: d.first, default=None)
    return found[0] if len(found) == 1 else last.player if last else None


def _exact_holder(sheet: Sheet, draft: Draft, first: int) -> Player | None:
    """Who holds in the state whose own account it is the office of exactly this title, which opens at token `first`."""
    home, words = sheet.cast.home, sheet.words_of(first, draft.last)
    post = read_post(words)
    if sheet.on is None or home not in sheet.reading.document.account_of or post.former or not post.roles:
        return None
    if len(post.label.split()) == 1 or is_foreign(sheet, post):
        return None
    held = holder_described(words, sheet.on, home)
    people = {person for person, office, tenure in held if office.state == home and not tenure.acting}
    return sheet.cast.enter_person(people.pop(), draft.first) if len(people) == 1 else None


def _local_holder(sheet: Sheet, draft: Draft) -> Player | None:
    """The mayor or governor of the one place named close by, else the one who is given the title there."""
    head = sheet.tokens[draft.first + 1].lower
    if head not in sheet.words.local_roles or sheet.cast.home not in sheet.reading.document.account_of:
        return None
    if (meant := holder_near(sheet, draft.first, draft.last, head)) is not None:
        return meant
    close = (d for d in sheet.drafts if d.player and draft.first - NEAR <= d.first <= draft.last + NEAR)
    told = {d.player for d in close if head in d.title.casefold().split()}
    return told.pop() if len(told) == 1 else None


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
