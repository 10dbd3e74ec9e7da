"""Bodies and states that act: "the White House", "the Chinese Foreign Ministry", "Beijing"."""

from __future__ import annotations

from itertools import pairwise

from detente.model.dossier import Party
from detente.ontology.bodies import BODIES, Body, body_named, ministry
from detente.ontology.states import STATES, state_named
from detente.resolve.posts import state_in
from detente.resolve.sheet import Draft, Sheet
from detente.resolve.titles import np_left
from detente.text.reading import Token

_MODIFIES = frozenset({"compound", "amod", "nmod", "npadvmod", "quantmod"})
_MARKS = frozenset("\"'“”‘’")
_LOWER = frozenset({"of", "the", "and", "for", "in"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
_DETERMINERS = _ARTICLES | {"its", "their", "his", "her"}


def find_bodies(sheet: Sheet) -> None:
    """Add a draft for every body that the ontology knows or that its head word shows."""
    for first, (last, body) in sheet.body_at.items():
        state = sheet.state_at.get(first)
        if not (state and state[0] == last) and sheet.free(first, last) and not _mere_modifier(sheet, first, last):
            _add(sheet, first, last, Party(name=body.name, kind="body", state=body.state))
    sheet.drafts.sort(key=lambda d: d.first)
    for token in sheet.tokens:
        if token.lower in sheet.words.body_heads and sheet.held[token.i] is None and token.pos in {"NOUN", "PROPN"}:
            _described_body(sheet, token)
    _find_organisations(sheet)
    _find_abbreviations(sheet)


def _find_abbreviations(sheet: Sheet) -> None:
    """What stands in brackets behind a body names it from then on: "the Ministry of Foreign Affairs (MFA)"."""
    called: dict[str, Party] = {}
    for token in sheet.tokens[2:-1]:
        marks = sheet.tokens[token.i - 1].text + sheet.tokens[token.i + 1].text
        before = sheet.held[token.i - 2]
        if marks == "()" and token.text.isupper() and before and before.party and before.party.kind == "body":
            called[token.text] = before.party
        held = sheet.held[token.i]
        if token.text not in called or _mere_modifier(sheet, token.i, token.i):
            continue
        if held is None:
            _add(sheet, token.i, token.i, called[token.text])
        elif held.via == "body" and held.core == (token.i, token.i):
            held.party = called[token.text]


def _find_organisations(sheet: Sheet) -> None:
    """What the parser holds for an organisation and nobody knows better: a company, an agency, a paper."""
    named = [d.party for d in sheet.drafts if d.party and d.party.kind == "body" and " " in d.party.name]
    fuller = {party.name.rsplit(" ", 1)[-1]: party for party in named}
    for name in sheet.reading.names:
        within = _behind_marks(sheet.reading.tokens_in(name.start, name.end))
        tokens = [t for t in within if t.tag not in {"DT", "POS"}]
        if name.label != "ORG" or not tokens or not sheet.free(tokens[0].i, tokens[-1].i):
            continue
        if any(t.text[0].isupper() for t in tokens) and not _mere_modifier(sheet, tokens[0].i, tokens[-1].i):
            words = sheet.words_of(tokens[0].i, tokens[-1].i)
            state = state_named(words)
            if state and state.via == "capital" and words not in sheet.words.palaces:
                continue
            party = Party(name=words, kind="body", state=state_in(words))
            if state and state.via not in {"capital", "metonym"}:
                party = Party(name=STATES[state.code].name, kind="state", state=state.code)
            _add(sheet, tokens[0].i, tokens[-1].i, fuller.get(words, party))
            fuller.setdefault(words.rsplit(" ", 1)[-1], party)


def _behind_marks(tokens: list[Token]) -> list[Token]:
    """The tokens of a name behind a quotation that ends in it: "talks with Oslo' The Nobel Institute"."""
    ends = [n for n, (a, b) in enumerate(pairwise(tokens)) if a.text in _MARKS and b.lower in _ARTICLES]
    return tokens[ends[-1] + 1 :] if ends else tokens


def find_states(sheet: Sheet) -> None:
    """Add a draft wherever a state's name or metonym stands for an actor, not for a place or a quality."""
    for first, (last, name) in sheet.state_at.items():
        if sheet.free(first, last) and name.via != "adjective" and not _mere_modifier(sheet, first, last):
            if name.via in {"capital", "metonym"} and _is_place(sheet, first, last):
                continue
            party = _named_state(sheet, first, last, name.code)
            draft = Draft(_with_article(sheet, first), last, "state", (first, last), party=party)
            sheet.add(draft)


def _named_state(sheet: Sheet, first: int, last: int, code: str) -> Party:
    words = sheet.words_of(first, last)
    if words in sheet.words.palaces:
        return Party(name=words, kind="body", state=code)
    return Party(name=STATES[code].name, kind="state", state=code)


def _add(sheet: Sheet, first: int, last: int, party: Party) -> None:
    sheet.add(Draft(_with_article(sheet, first), last, "body", (first, last), party=party))


def _with_article(sheet: Sheet, first: int) -> int:
    before = first - 1
    article = before >= 0 and sheet.tokens[before].lower == "the" and sheet.held[before] is None
    return before if article and sheet.same_paragraph(before, first) else first


def _mere_modifier(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the words only qualify a noun after them: "US officials", "State Department briefing"."""
    root = sheet.root(first, last)
    return root.dep in _MODIFIES and root.head.i > last and root.head.pos in {"NOUN", "PROPN", "ADJ"}


def _is_place(sheet: Sheet, first: int, last: int) -> bool:
    root = sheet.root(first, last)
    if root.dep == "pobj" and root.head.lower in sheet.words.place_prepositions:
        return True
    travels = root.head.lemma if root.dep == "dobj" else root.head.head.lemma if root.dep == "pobj" else ""
    return travels in sheet.words.place_verbs


def _described_body(sheet: Sheet, head: Token) -> None:
    """A body by its head word: with a state's or leader's name before it, or one named earlier in the text."""
    if head.dep in _MODIFIES and head.head.i > head.i and head.head.pos in {"NOUN", "PROPN"}:
        return
    first = _behind_marks(list(sheet.tokens[np_left(sheet, head) : head.i + 1]))[0].i
    last = _complement(sheet, head)
    while first < head.i and (sheet.tokens[first].tag == "POS" or sheet.tokens[first].lower in _DETERMINERS):
        first += 1
    words = sheet.words_of(first, last)
    party = (
        _led_by(sheet, first, head)
        or _owned_by(sheet, head, words)
        or _of_state(sheet, words)
        or _taken_up(sheet, head, first, last)
    )
    if party:
        _add(sheet, first, last, party)


def _complement(sheet: Sheet, head: Token) -> int:
    """The last token of "of Foreign Affairs" after "Ministry"."""
    of = head.i + 1
    if of >= len(sheet.tokens) or sheet.tokens[of].lower != "of" or sheet.tokens[of].head is not head:
        return head.i
    last = head.i
    for token in sheet.tokens[of : of + 7]:
        if head not in token.ancestors() or token.pos in {"PUNCT", "CCONJ"} or sheet.held[token.i]:
            break
        last = token.i
    return last if last > of else head.i


def _led_by(sheet: Sheet, first: int, head: Token) -> Party | None:
    """The Biden administration: the state is its leader's."""
    for i in range(first, head.i):
        text = sheet.tokens[i].text
        players = sheet.cast.called(text) if text[0].isupper() else []
        states = {party.state for p in players if (party := sheet.cast.party(p)).state}
        if len(states) == 1:
            return Party(name=sheet.words_of(first, head.i), kind="body", state=states.pop())
    return None


def _owned_by(sheet: Sheet, head: Token, words: str) -> Party | None:
    """Nawaz Sharif's office, Maduro's government: the body is its leader's."""
    owner = head.child("poss")
    draft = sheet.held[owner.i] if owner else None
    if draft is None or draft.player is None:
        return None
    leader = sheet.cast.party(draft.player)
    return Party(name=f"{leader.name}'s {words}", kind="body", state=leader.state)


def _of_state(sheet: Sheet, words: str) -> Party | None:
    """A body of a named state, called throughout as the document first calls it."""
    known = body_named(words)
    if known:
        own = known.id in BODIES
        name = known.name if own else sheet.body_names.setdefault(known.id, _as_title(_of_adjective(words), known))
        return Party(name=name, kind="body", state=known.state)
    state = state_in(words)
    return Party(name=_of_adjective(words), kind="body", state=state) if state else None


def _of_adjective(words: str) -> str:
    """Pakistan's Foreign Ministry: Pakistani Foreign Ministry."""
    owner, _, rest = words.replace("’", "'").partition("'s ")
    state = state_named(owner) if rest else None
    return f"{STATES[state.code].adjective} {rest}" if state and state.via == "name" else words


def _as_title(words: str, body: Body) -> str:
    """Chinese foreign ministry: Chinese Foreign Ministry, as the class of bodies is written."""
    if body.name.rsplit(" ", 1)[-1].islower():
        return words
    return " ".join(w if w in _LOWER else w[0].upper() + w[1:] for w in words.split())


def _taken_up(sheet: Sheet, head: Token, first: int, last: int) -> Party | None:
    """The body last named with these words; "the foreign ministry" of nobody yet named is the home state's."""
    words = sheet.words_of(first, last).casefold()
    if head.lower not in sheet.words.body_anaphors:
        return None
    for draft in reversed(sheet.drafts):
        party = draft.party
        if party and party.kind == "body" and draft.first < head.i and _ends(party.name.casefold(), words):
            return party
    role, home = sheet.words.home_bodies.get(words), _context(sheet, head)
    body = ministry(home, role) if role and home else None
    name = sheet.body_names.setdefault(body.id, body.name) if body else ""
    return Party(name=name, kind="body", state=body.state) if body else None


def _ends(name: str, words: str) -> bool:
    return name.endswith(words) or (" " not in words and f"{words} of " in name)


def _context(sheet: Sheet, head: Token) -> str | None:
    """The state whose body an unqualified one is: the dateline's, else the one named last before it."""
    place = sheet.state_at.get(head.i + 2)
    if place and sheet.tokens[head.i + 1].lower in {"in", "at"}:
        return place[1].code
    departments = sheet.words.department_states if head.lower == "ministry" else frozenset()
    if sheet.cast.home and sheet.cast.home not in departments:
        return sheet.cast.home
    before = [name.code for i, (_, name) in sheet.state_at.items() if i < head.i and name.code not in departments]
    return before[-1] if before else None
