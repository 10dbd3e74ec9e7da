"""Words that stand for two parties at once: "Mr Sullivan and Director Wang", "the two leaders", "both sides"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from detente.model.dossier import Party
from detente.ontology.offices import PEOPLE, Person, tenures_in
from detente.resolve.players import Player, matches
from detente.resolve.posts import Post, read_post
from detente.resolve.sheet import Draft, Sheet
from detente.resolve.titles import state_behind
from detente.resolve.words import vocabulary
from detente.text.reading import Token

Table = tuple[Player, ...]


_PAIR = 2
_DETERMINERS = frozenset({"the", "both", "all"})

REACH = 25
"""How many tokens may stand between two people who meet."""


@dataclass(frozen=True, slots=True)
class Encounter:
    """People told to have met, at the token where that is known."""

    at: int
    people: Table


def find_coordinations(sheet: Sheet) -> None:
    """Add a group over "A and B", "A of Chile and B of Peru" and "A, B and C": people, or states."""
    drafts = sorted(sheet.drafts, key=lambda d: d.first)
    chain: list[Draft] = []
    for draft in drafts:
        if chain and draft.first in _state_of(sheet, chain[-1]):
            continue
        link = _link(sheet, chain[-1], draft) if chain else None
        if link and _same_kind(sheet, chain[-1], draft):
            chain.append(draft)
            if link == "and":
                _add_group(sheet, chain)
                chain = []
        else:
            chain = [draft]


def _link(sheet: Sheet, a: Draft, b: Draft) -> str | None:
    """Whether "and" or a comma is all that stands between two mentions, beside the state of a person."""
    between = [t for t in sheet.tokens[a.last + 1 : b.first] if t.tag != "DT" and t.i not in _state_of(sheet, a)]
    texts = [t.lower for t in between]
    if not sheet.same_paragraph(a.last, b.first) or sheet.tokens[a.last].tag == "POS":
        return None
    if texts in (["and"], [",", "and"], ["&"]):
        return "and"
    return "comma" if texts == [","] else None


def _same_kind(sheet: Sheet, a: Draft, b: Draft) -> bool:
    kinds = {_kind(a), _kind(b)}
    return kinds in ({"person"}, {"state"}) and name_of(sheet, a) != name_of(sheet, b)


def _kind(draft: Draft) -> str:
    if draft.player:
        return "person"
    return draft.party.kind if draft.party else ""


def name_of(sheet: Sheet, draft: Draft) -> str:
    """The name of the party that the draft means."""
    party = sheet.cast.party(draft.player) if draft.player else draft.party
    return party.name if party else ""


def _add_group(sheet: Sheet, chain: list[Draft]) -> None:
    names = [name_of(sheet, draft) for draft in chain]
    party = Party(name=joined(names), kind="group")
    core = (chain[0].first, chain[-1].last)
    sheet.groups.append(Draft(*core, "group", core, party=party))


def joined(names: list[str]) -> str:
    """`A and B`, `A, B and C`."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 2 else " and ".join(names)


def find_encounters(sheet: Sheet) -> list[Encounter]:
    """Those whom the text brings to one table, in its order: two, and whoever is named along with the second."""
    found = []
    people = sorted((d for d in sheet.drafts if d.player), key=lambda d: d.first)
    for n, (a, b) in enumerate(pairwise(people)):
        if a.player is b.player or not sheet.same_paragraph(a.first, b.first) or b.first - a.last > REACH:
            continue
        if _brought_together(sheet, a, b):
            more = _named_along(sheet, people[n + 1 :])
            met = dict.fromkeys(d.player for d in (a, *more) if d.player)
            found.append(Encounter(more[-1].last, tuple(met)))
    return found


def _named_along(sheet: Sheet, people: list[Draft]) -> list[Draft]:
    """The first of these and those joined to them: "President Yoon of Korea and Prime Minister Kishida of Japan"."""
    along = people[:1]
    for a, b in pairwise(people):
        between = [t for t in sheet.tokens[a.last + 1 : b.first] if t.i not in _state_behind(sheet, a.last)]
        joins = {t.lower for t in between if t.tag != "DT"}
        if not joins or not joins <= {",", "and"} or b.player in {d.player for d in along}:
            break
        along.append(b)
    return along


def _state_behind(sheet: Sheet, last: int) -> range:
    """The tokens of "of the Republic of Korea" behind a name."""
    end = state_behind(sheet, last)
    return range(last + 1, end + 1) if end else range(0)


def _state_of(sheet: Sheet, draft: Draft) -> range:
    """The same behind the name of a person, nothing for others."""
    return _state_behind(sheet, draft.last) if draft.player else range(0)


def _brought_together(sheet: Sheet, a: Draft, b: Draft) -> bool:
    words = sheet.words
    between = sheet.tokens[a.last + 1 : b.first]
    if any(t.text in {".", ";"} for t in between):
        return False
    if any(t.lemma in words.meeting_verbs and t.pos == "VERB" for t in between):
        return True
    joined_by = {t.lower for t in between if t.pos in {"ADP", "CCONJ"}}
    if "with" in joined_by and any(t.lemma in words.meeting_with_verbs and t.pos == "VERB" for t in between):
        return True
    noun = any(t.lemma in words.meeting_nouns or t.lower in words.meeting_nouns for t in between)
    if noun and "with" in joined_by:
        return True
    if a.first and sheet.tokens[a.first - 1].lower == "between" and "and" in joined_by:
        return True
    before = sheet.tokens[max(0, a.first - 6) : a.first]
    after = sheet.tokens[b.last + 1 : b.last + 6]
    coordinated = [t.lower for t in between if t.tag != "DT"] == ["and"]
    return coordinated and any(t.lemma in words.meeting_nouns | words.meeting_verbs for t in (*before, *after))


def find_group_phrases(sheet: Sheet, encounters: list[Encounter]) -> None:
    """Add "the two leaders", "both sides" and their like."""
    longest = max(len(phrase) for phrase in sheet.words.group_words)
    i = 0
    while i < len(sheet.tokens):
        size = _phrase_at(sheet, i, longest)
        if size and sheet.free(i, i + size - 1):
            _add_phrase(sheet, i, i + size - 1, encounters)
        i += size or 1


def _phrase_at(sheet: Sheet, i: int, longest: int) -> int:
    if sheet.tokens[i].tag not in {"DT", "PDT", "CC"} and sheet.tokens[i].lower not in {
        "both",
        "either",
        "each",
        "all",
    }:
        return 0
    for size in range(min(longest, len(sheet.tokens) - i), 1, -1):
        phrase = tuple(t.lower for t in sheet.tokens[i : i + size])
        if phrase in sheet.words.group_words:
            return size if _ends_phrase(sheet.tokens[i + size - 1]) else 0
    return 0


def _ends_phrase(last: Token) -> bool:
    """Whether "the two" and its like head their phrase, unlike in "the two cities"."""
    return last.dep not in {"compound", "nummod", "amod", "nmod"}


def _add_phrase(sheet: Sheet, first: int, last: int, encounters: list[Encounter]) -> None:
    phrase = tuple(t.lower for t in sheet.tokens[first : last + 1])
    party = Party(name=" ".join(phrase), kind="group")
    if sheet.words.group_words[phrase] == "leaders":
        size = next((sheet.words.numbers[w] for w in phrase if w in sheet.words.numbers), None)
        met = table_party(sheet, table_at(sheet, encounters, first), size)
        party = _of_states(sheet, phrase, last) or met or _of_title(sheet, phrase, size) or party
    sheet.add(Draft(first, last, "group", (first, last), party=party))


def _of_states(sheet: Sheet, phrase: tuple[str, ...], last: int) -> Party | None:
    """The foreign ministers of Chile and Peru: whoever held that office in each on the day."""
    post = _one_of(phrase)
    if (
        sheet.on is None
        or not post.roles
        or post.head in sheet.words.vague_heads
        or last + 1 >= len(sheet.tokens)
        or sheet.tokens[last + 1].lower != "of"
    ):
        return None
    return _all_holders(sheet, _states_behind(sheet, last + 2), post, last)


def of_states_before(sheet: Sheet, first: int, words: str) -> Party | None:
    """The Chilean and Peruvian foreign ministers: whoever held that office in each on the day.

    `first` is the first token of the plural `words` behind the names of the states.
    """
    states, before = _states_ahead(sheet, first)
    told = sheet.words.group_words.get(("the", *words.casefold().split())) == "leaders"
    if sheet.on is None or not told or len(states) < _PAIR or sheet.tokens[before].lower not in _DETERMINERS:
        return None
    post = read_post(words.removesuffix("s"))
    return _all_holders(sheet, states, post, first) if post.roles and post.head not in sheet.words.vague_heads else None


def _all_holders(sheet: Sheet, states: list[str], post: Post, at: int) -> Party | None:
    holders = [_holder(state, post.roles, sheet.on) for state in states] if sheet.on else []
    people = tuple(sheet.cast.enter_person(person, at) for person in holders if person)
    return table_party(sheet, people) if len(people) == len(holders) else None


def _states_ahead(sheet: Sheet, at: int) -> tuple[list[str], int]:
    """The states listed right before token `at` with only commas and "and" between them, and the token before all."""
    ending = {last: (first, name.code) for first, (last, name) in sheet.state_at.items()}
    found: list[str] = []
    at -= 1
    while at >= 0 and (at in ending or sheet.tokens[at].lower in {",", "and"}):
        if at in ending:
            at, code = ending[at]
            found.insert(0, code)
        at -= 1
    return found, max(at, 0)


def _holder(state: str, roles: tuple[str, ...], on: str) -> Person | None:
    held = {t.person_id for t in tenures_in([state], roles[:1], on) if not t.acting}
    return PEOPLE[held.pop()] if len(held) == 1 else None


def _states_behind(sheet: Sheet, at: int) -> list[str]:
    """The states listed from token `at` on, with nothing but articles, commas and "and" between them."""
    found: list[str] = []
    while at < len(sheet.tokens):
        named = sheet.state_at.get(at)
        if named:
            found.append(named[1].code)
            at = named[0]
        elif sheet.tokens[at].lower not in {"the", ",", "and"}:
            break
        at += 1
    return found


def _one_of(phrase: tuple[str, ...]) -> Post:
    """The office of which the phrase is the plural: "the two foreign ministers"."""
    words = [w for w in phrase if w not in _DETERMINERS and w not in vocabulary().numbers]
    return read_post(" ".join(words).removesuffix("s"))


def _of_title(sheet: Sheet, phrase: tuple[str, ...], size: int | None) -> Party | None:
    """Those of the document who hold such an office, in its order, where there are two or as many as it says."""
    post = _one_of(phrase)
    people = [p for p in sheet.cast.players if (post.roles or post.official) and matches(p, post, sheet.on)]
    states = {sheet.cast.party(p).state for p in people}
    fit = len(people) == len(states) == (size or _PAIR)
    return table_party(sheet, tuple(people), size) if fit else None


def table_at(sheet: Sheet, encounters: list[Encounter], at: int) -> Table:
    """The people who meet there: of the only encounter, or the last in this paragraph or the one above."""
    tables = {frozenset(id(p) for p in e.people) for e in encounters}
    if len(tables) == 1:
        return encounters[0].people
    here = sheet.tokens[at].sentence.paragraph.index
    near = [e for e in encounters if e.at < at and here - sheet.tokens[e.at].sentence.paragraph.index <= 1]
    return near[-1].people if near else ()


def table_party(sheet: Sheet, people: Table, size: int | None = None) -> Party | None:
    """All by name, as one group; only the first two where `size` is two, nobody where there are fewer than it says."""
    met = people[:2] if size == 2 else people
    if len(met) < 2 or (size and len(met) != size):
        return None
    return Party(name=joined([sheet.cast.party(p).name for p in met]), kind="group")
