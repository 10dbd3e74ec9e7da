"""People by what they are: "the top US diplomat", "the Turkish leader", "a senior State Department official"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from detente.model.dossier import Party
from detente.resolve.floor import Floor
from detente.resolve.groups import of_states_before
from detente.resolve.meant import PLACES, PLURAL, Description, player_meant
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

_DROPPED = frozenset({"the", "a", "an", "another", "one", "this", "that"})
_COMPLEMENTS = frozenset({"of", "for", "to", "from"})
_ONE_OF = frozenset({"another", "one"})
_PREDICATES = frozenset({"attr", "oprd", "acomp"})


def find_descriptions(sheet: Sheet, floor: Floor) -> None:
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
        draft.player = player_meant(sheet, description, before, floor.speaker(token.i))
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
    return beside == ["the", "and"] and token.text.istitle() and token.head.tag in PLURAL


def _asked_about(token: Token) -> bool:
    """Whether what looks like a predicate is whom a question is about: "Is the Governor getting a desk?"."""
    return token.head.pos == "AUX" and any(c.tag == "VBG" and c.i == token.i + 1 for c in token.children)


def _place(sheet: Sheet, draft: Draft) -> None:
    """Widen the draft of someone unnamed over where they are: "a senior diplomat in Brussels"."""
    after = sheet.tokens[draft.last + 1 : draft.last + 1 + PLACE_LIMIT]
    if draft.party is None or draft.party.kind != "unnamed" or not after or after[0].lower != "in":
        return
    name = list(takewhile(lambda t: t.text[0].isupper() and t.pos == "PROPN" and sheet.held[t.i] is None, after[1:]))
    if name and after[0].head.i == draft.last and name[0].ent in PLACES:
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
    lemmas = {t.lower: t.lemma for t in sheet.tokens if t.tag in PLURAL}
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
