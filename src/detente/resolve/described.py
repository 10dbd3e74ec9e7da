"""People by what they are: "the top US diplomat", "the Turkish leader", "a senior State Department official"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile

from detente.model.dossier import Party
from detente.ontology.offices import PEOPLE, offices_of, people_surnamed, tenures_in
from detente.ontology.roles import holder_described
from detente.resolve.cast import Player, matches
from detente.resolve.directory import fits, fitted, spelled
from detente.resolve.groups import of_states_before
from detente.resolve.posts import Post, read_post
from detente.resolve.sheet import Draft, Sheet
from detente.resolve.titles import np_left
from detente.text.reading import Token

PLACE_LIMIT = 5
"""A place behind a description has fewer tokens, its preposition included."""

COMPLEMENT_LIMIT = 10
"""A complement of more tokens ("minister of …") is no part of the title."""

GROUP_REACH = 3
"""How many paragraphs back a bare plural may look for the group it means."""

LONGEST_ACRONYM = 5
"""Longer words in capitals are no abbreviation."""

_PLURAL = frozenset({"NNS", "NNPS"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several", "many", "any"})
_DROPPED = frozenset({"the", "a", "an", "another", "one", "this", "that"})
_YOURS = frozenset({"your"})
_OURS = frozenset({"our"})
_COMPLEMENTS = frozenset({"of", "for", "to", "from"})
_ONE_OF = frozenset({"another", "one"})
_PLACES = frozenset({"GPE", "LOC", "ORG", "FAC"})
_PREDICATES = frozenset({"attr", "oprd", "acomp"})


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
        return self.head.tag in _PLURAL or self.words.casefold().startswith("attorneys ")


def find_descriptions(sheet: Sheet) -> None:
    """Add a draft for every description of someone that no name stands beside."""
    waiting = sorted((d for d in sheet.drafts if d.player), key=lambda d: -d.first)
    before: list[Draft] = []
    for token in sheet.tokens:
        while waiting and waiting[-1].first < token.i:
            before.append(waiting.pop())
        description = _description(sheet, token) or _informant(sheet, token)
        if description is None:
            _regroup(sheet, token, before)
            _add_one_of(sheet, token, before)
            continue
        draft = Draft(description.first, description.last, "description", (description.first, description.last))
        draft.player = _player(sheet, description, before)
        if draft.player is None:
            draft.party = of_states_before(sheet, description.first, description.words)
            draft.party = draft.party or _earlier(sheet, description, before) or _unnamed(sheet, description)
            _place(sheet, draft)
        if draft.player or draft.party:
            before.append(sheet.add(draft))


def _description(sheet: Sheet, token: Token) -> Description | None:
    words = sheet.words
    if token.lower not in words.heads or sheet.held[token.i] or token.pos not in {"NOUN", "PROPN"}:
        return None
    modifies = token.dep in {"compound", "amod", "nmod", "npadvmod"} and token.head.i > token.i
    if (token.dep in _PREDICATES and not _asked_about(token)) or (modifies and not _joined(sheet, token)):
        return None
    first = _quantity(sheet, token, np_left(sheet, token))
    last = _complement(sheet, token)
    named = (
        token.ent == "ORG" and token.text[0].isupper() and words.heads[token.lower] == "ordinary" and last == token.i
    )
    if named or (first == last and token.lower in words.royal_titles):
        return None
    if token.lower in words.bare_heads and last > token.i:
        return None
    styled = token.lower in sheet.words.styles
    while first < token.i and sheet.tokens[first].tag in {"CC", "RB", "POS", "PRP$"} and not styled:
        first += 1
    text = sheet.words_of(first, last)
    return Description(first, last, token, text, read_post(text))


def _joined(sheet: Sheet, token: Token) -> bool:
    """Whether "and" parts the title from the plural that it seems to qualify: "The President and House leaders"."""
    beside = [sheet.tokens[i].lower for i in (token.i - 1, token.i + 1) if 0 <= i < len(sheet.tokens)]
    return beside == ["the", "and"] and token.text.istitle() and token.head.tag in _PLURAL


def _asked_about(token: Token) -> bool:
    """Whether what looks like a predicate is whom a question is about: "Is the Governor getting a desk?"."""
    return token.head.pos == "AUX" and any(c.tag == "VBG" and c.i == token.i + 1 for c in token.children)


def _place(sheet: Sheet, draft: Draft) -> None:
    """Widen the draft of someone unnamed over where they are: "a senior diplomat in Brussels"."""
    after = sheet.tokens[draft.last + 1 : draft.last + 1 + PLACE_LIMIT]
    if draft.party is None or draft.party.kind != "unnamed" or not after or after[0].lower != "in":
        return
    name = list(takewhile(lambda t: t.text[0].isupper() and t.pos == "PROPN" and sheet.held[t.i] is None, after[1:]))
    if name and after[0].head.i == draft.last and name[0].ent in _PLACES:
        draft.party = replace(draft.party, name=f"{draft.party.name} in {sheet.words_of(name[0].i, name[-1].i)}")
        draft.last = name[-1].i


def _informant(sheet: Sheet, token: Token) -> Description | None:
    """Whoever is described by what they know: "two people familiar with the matter"."""
    after = sheet.tokens[token.i + 1].lower if token.i + 1 < len(sheet.tokens) else ""
    if token.lower not in sheet.words.informants or after not in sheet.words.informed or sheet.held[token.i]:
        return None
    first, last = np_left(sheet, token), token.i
    for inner in sheet.tokens[token.i + 1 : token.i + 1 + COMPLEMENT_LIMIT]:
        if inner.text in {",", ";", "."} or token not in inner.ancestors() or sheet.held[inner.i]:
            break
        last = inner.i
    words = sheet.words_of(first, last)
    return Description(first, last, token, words, Post(words, head=token.lower, kind="ordinary"))


def _add_one_of(sheet: Sheet, token: Token, before: list[Draft]) -> None:
    """Hold the "another" of "Two traders spoke; another said": one of the group described last in this paragraph."""
    speaks = token.dep == "nsubj" and token.head.lemma in sheet.words.speech_verbs
    if token.lower not in _ONE_OF or not speaks or sheet.held[token.i]:
        return
    near = (d for d in reversed(before) if d.party and sheet.same_paragraph(d.first, token.i))
    party = next((d.party for d in near if d.party and d.party.kind == "unnamed"), None)
    if party is not None:
        one = replace(party, name=_singular(sheet, party.name))
        before.append(sheet.add(Draft(token.i, token.i, "description", (token.i, token.i), party=one)))


def _singular(sheet: Sheet, name: str) -> str:
    """Two senior officials: senior official."""
    words = [w for n, w in enumerate(name.split()) if n or w not in sheet.words.numbers]
    lemmas = {t.lower: t.lemma for t in sheet.tokens if t.tag in _PLURAL}
    return " ".join(lemmas.get(w, w) for w in words)


def _regroup(sheet: Sheet, token: Token, before: list[Draft]) -> None:
    """Let "the leaders", where no two have met, take up the leaders described before."""
    draft = sheet.held[token.i]
    if draft is None or draft.via != "group" or draft.last != token.i or draft.party is None:
        return
    if draft.party.name == f"the {token.lower}":
        draft.party = _group_before(sheet, token, before) or draft.party


def _quantity(sheet: Sheet, head: Token, first: int) -> int:
    """The first token of "a group of former officials"."""
    of = sheet.tokens[first - 1] if first else head
    if of.lower == "of" and head.dep == "pobj" and of.head.lower in sheet.words.quantities and of.head.i == of.i - 1:
        return np_left(sheet, of.head)
    return first


def _complement(sheet: Sheet, head: Token) -> int:
    """The last token of "of state", "for the Chinese Foreign Ministry"; `head` itself where there is none."""
    i = head.i + 1
    following = [t.lower for t in sheet.tokens[i : i + 4] if t.text != "-"]
    if following[:2] == ["in", "chief"]:
        return next(t.i for t in sheet.tokens[i:] if t.lower == "chief")
    if i >= len(sheet.tokens) or sheet.tokens[i].lower not in _COMPLEMENTS or sheet.tokens[i].head is not head:
        return head.i
    inside = [t for t in sheet.tokens[i].subtree() if t.i > i]
    last = head.i
    for token in inside[:COMPLEMENT_LIMIT]:
        if token.i > i + COMPLEMENT_LIMIT or token.text in {",", ";", "(", "."} or token.pos in {"VERB", "AUX"}:
            break
        if sheet.held[token.i]:
            return head.i
        last = token.i
    return last


def _player(sheet: Sheet, description: Description, before: list[Draft]) -> Player | None:
    """The person of the document who holds such an office, else the holder of the day."""
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
        return _styled(sheet, before) if styled else _counterpart(sheet, description, before)
    elsewhere = _of_another_place(sheet, description)
    return None if elsewhere else _of_couple(sheet, description) or _of_post(sheet, description, before)


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
    serves = (sought or before[-1:] == ["as"]) and not any(t.tag == "DT" for t in told)
    return serves or any(t.lower in sheet.words.other_holders for t in told)


def _of_another_place(sheet: Sheet, description: Description) -> bool:
    """Whether "leader of Transnistria" names whose leader it is and that is no state: no holder at home is meant."""
    behind = sheet.tokens[description.head.i + 1 : description.last + 1]
    named = any(t.pos == "PROPN" and t.ent in _PLACES for t in behind)
    return named and description.post.state is None and not description.post.roles


def _of_post(sheet: Sheet, description: Description, before: list[Draft]) -> Player | None:
    """Who holds the office: on the side that tells it, among those named, by the directory."""
    post = description.post
    if _capital(description):
        first = next((d.player for d in before if d.player and _may_be(sheet, d.player, post)), None)
        return _holder_at_home(sheet, description) or _called_so(sheet, post, before) or first
    last = next((d.player for d in reversed(before) if d.player and _may_be(sheet, d.player, post)), None)
    later = [p for p in sheet.cast.players if post.roles and matches(p, post, sheet.on)]
    known = last or (later[0] if len(later) == 1 else None)
    return known or _holder(sheet, description, post.state or sheet.cast.home)


def _capital(description: Description) -> bool:
    """Whether it is "The President" of an official account, which means its own side's."""
    return not description.post.state and description.last > description.first and description.head.text[0].isupper()


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


def _styled(sheet: Sheet, before: list[Draft]) -> Player | None:
    """His Majesty: whoever was last so called, else the last of royal title."""
    royal = sheet.words.royal_titles
    for draft in reversed(before):
        words = {t.lower for t in sheet.tokens[draft.first : draft.core[0]]}
        if draft.player and words & (sheet.words.styles | royal):
            return draft.player
    return None


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


def _earlier(sheet: Sheet, description: Description, before: list[Draft]) -> Party | None:
    """The party that "the official" or "the spokesman" takes up again."""
    bare = description.first == description.last and description.plural
    definite = sheet.tokens[description.first].lower == "the" and description.last - description.first == 1
    if not bare and not definite:
        return None
    return (
        _group_before(sheet, description.head, before)
        if bare or description.plural
        else _one_before(description.head, before)
    )


def _one_before(head: Token, before: list[Draft]) -> Party | None:
    for draft in reversed(before):
        if draft.party and draft.party.kind == "unnamed" and draft.party.name.split()[-1:] == [head.lower]:
            return draft.party
    return None


def _group_before(sheet: Sheet, head: Token, before: list[Draft]) -> Party | None:
    """The described group that a bare plural takes up: "White House officials … officials said"."""
    for draft in reversed(before):
        described = draft.party and draft.party.kind == "unnamed" and draft.last > draft.first
        if described and sheet.tokens[draft.last].lower == head.lower:
            return draft.party if sheet.paragraphs_between(draft.first, head.i) <= GROUP_REACH else None
    return None


def _lowered(words: str) -> str:
    """A transcript's capitals taken back: "SENIOR OFFICIAL:" is a senior official."""
    return words.lower() if words.isupper() and len(words) > LONGEST_ACRONYM else words


def _unnamed(sheet: Sheet, description: Description) -> Party | None:
    post = description.post
    tokens = list(sheet.tokens[description.first : description.last + 1])
    while tokens and (tokens[0].lower in _DROPPED or not any(c.isalnum() for c in tokens[0].text)):
        tokens = tokens[1:]
    if not tokens:
        return None
    first = tokens[0]
    name = _lowered(sheet.words_of(first.i, tokens[-1].i))
    generic = first.i not in sheet.state_at and first.ent in {"", "CARDINAL"} and not first.text.isupper()
    if generic and (first.pos != "PROPN" or sheet.words.in_title(first.lower)):
        name = name[0].lower() + name[1:]
    role = post.roles[0] if len(post.roles) == 1 and post.official else None
    state = post.state if post.official else None
    return Party(name=name, kind="unnamed", state=state, office=post.words if post.former else None, role=role)
