"""Names of people in the token stream: those the ontology knows, those the parser sees, and what follows a title."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from detente.ontology.states import state_named
from detente.resolve.directory import Words, full_names, given_names, spelled
from detente.resolve.lists import items_of
from detente.resolve.sheet import Draft, Sheet
from detente.resolve.titles import add_titles
from detente.resolve.words import vocabulary
from detente.text.reading import Token

NOT_IN_NAMES = frozenset({"ADP", "DET", "VERB", "AUX", "PRON", "CCONJ", "SCONJ", "NUM", "ADV"})
_LONGEST = 5
_PAIR = 2
_REACH = 12
"""How many tokens behind the comma the title of a listed name may have its head."""
_BREAKS = frozenset({"—", "--", ";", ":", "(", ")", "?", "!"})
_HEADING = frozenset({"nsubj", "nsubjpass", "appos", "pobj", "dobj", "dative", "attr", "conj"})
"""What a name of one word may be in its clause."""
_DASHES = frozenset({"—", "–", "--"})
_PLACE_LINE = 12
"""A line of more tokens before the first turn of a transcript is more than a place and a time."""


def find_names(sheet: Sheet) -> None:
    """Add a draft for every full or titled name, first the names, then the titles around them."""
    bodies = {i for first, (last, _) in sheet.body_at.items() for i in range(first, last + 1)}
    opening = _opening(sheet)
    guessed = (*_listed(sheet), *_recognised(sheet), *_unrecognised(sheet), *_titled(sheet))
    found = [*_known(sheet), *(span for span in guessed if span[0] not in opening)]
    for first, last in found:
        taken = bodies & set(range(first, last + 1)) or names_a_thing(sheet, first, last)
        if sheet.free(first, last) and not taken:
            draft = sheet.add(Draft(first, last, "name", (first, last)))
            _take_suffix(sheet, draft)
            _take_lineage(sheet, draft)
    for draft in sorted(sheet.drafts, key=lambda d: d.first):
        if not draft.name:
            add_titles(sheet, draft)


def names_a_thing(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a name is a ship's, a place's or a building's: "the USS Halsey", "Austin, TX", "William County"."""
    if sheet.tokens[last].text[-1] == "-" or (first == last and sheet.tokens[first].text in sheet.tempests):
        return True
    before = next((t.lower for t in reversed(sheet.tokens[max(0, first - 3) : first]) if not _titular(sheet, t)), "")
    after = [t.text for t in sheet.tokens[last + 1 : last + 4] if t.tag != "POS"][:2]
    thing = after[:1] and after[0].istitle() and after[0].casefold() in sheet.words.namesake_things
    thing = thing or _opens_long_name(sheet, last)
    place = first == last and after[:1] == [","] and after[-1] in sheet.words.postal_codes
    return before in sheet.words.place_openers or bool(thing) or place


def _opens_long_name(sheet: Sheet, last: int) -> bool:
    """Whether capitals behind a name lead on to what is named for them: "the Mara Quill Safe Harbours Act"."""
    for token in sheet.tokens[last + 1 : last + _LONGEST + 2]:
        if token.text.istitle() and token.lower in sheet.words.named_for:
            return token.i > last + 1
        if not (token.text.istitle() or token.lower in {"of", "for", "and"}):
            break
    return False


def _opening(sheet: Sheet) -> frozenset[int]:
    """Tokens of the lines that tell place and time before the first turn of a transcript."""
    before = min((d.first for d in sheet.drafts), default=0)
    found: set[int] = set()
    for paragraph in dict.fromkeys(t.sentence.paragraph for t in sheet.tokens[:before]):
        tokens = list(paragraph.tokens)
        if len(tokens) <= _PLACE_LINE and not any(t.pos == "VERB" for t in tokens):
            found |= {t.i for t in tokens if t.i < before}
    return frozenset(found)


def _known(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Full names of the ontology, the longest at each place."""
    names = full_names()
    past = -1
    for token in sheet.tokens:
        if token.i <= past or not token.text[0].isupper():
            continue
        ends = [end for words in names.get(spelled(token.text)[:1], ()) if (end := _match(sheet, token.i, words)) > 0]
        if ends:
            past = max(ends)
            yield token.i, past


def full_names_of_title(title: str) -> Iterator[str]:
    """Names in a document's title that open with a given name: "… in Conversation with Mara Quill at the Harbour"."""
    runs = (list(run) for capital, run in groupby(title.split(), key=lambda w: w[:1].isupper()) if capital)
    for run in runs:
        name = [w.strip(",;:|") for w in run]
        short = len(name) in {_PAIR, _PAIR + 1} and name[0].casefold() in given_names()
        if short and not any(vocabulary().in_title(w.casefold()) or state_named(w) for w in name):
            yield " ".join(name).removesuffix("’s").removesuffix("'s")


def _match(sheet: Sheet, i: int, words: Words) -> int:
    """The last token of these words from token `i` on, over hyphens and middle initials; 0 where they do not stand."""
    start, n, last = i, 0, 0
    while n < len(words):
        if i >= len(sheet.tokens) or not sheet.same_paragraph(start, i):
            return 0
        text = sheet.tokens[i].text
        parts = spelled(text)
        if parts and words[n : n + len(parts)] == parts:
            n, last = n + len(parts), i
        elif n == 0 or (parts and not _initial(text)) or _parts_names(text, words[n]):
            return 0
        i += 1
    return last if sheet.tokens[last].text[0].isupper() or sheet.tokens[last - 1].text == "-" else 0


def _parts_names(text: str, following: str) -> bool:
    """Whether a mark stands between two names, as in "Nixon, Bush, George W. Bush" and "Senator Quill—Mara—you"."""
    return text in _BREAKS | _DASHES or (text == "," and following not in vocabulary().suffixes)


def _initial(text: str) -> bool:
    return len(text.rstrip(".")) == 1 and text[0].isupper()


def _listed(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Who opens an item of a list with a title behind the name: "- Mara Quill, Executive Secretary, …"."""
    for tokens in items_of(sheet.reading):
        comma = next((n for n, t in enumerate(tokens[: _LONGEST + 1]) if t.text == ","), 0)
        name = tokens[1:comma] if tokens and tokens[0].lower in sheet.words.honorifics else tokens[:comma]
        titled = any(t.lower in sheet.words.heads for t in tokens[comma + 1 : comma + _REACH])
        named = len(name) > 1 and (titled or name[0].lower in given_names())
        if named and all(_of_name(sheet, t) for t in (name[1:] if _given_like_state(sheet, name[0]) else name)):
            yield name[0].i, name[-1].i


def _given_like_state(sheet: Sheet, token: Token) -> bool:
    """Whether a state's name of one word before a surname is a given name: "Jordan Avery", "Chad Miller"."""
    after = sheet.tokens[token.i + 1] if token.i + 1 < len(sheet.tokens) else token
    alone = token.i in sheet.state_at and sheet.state_at[token.i][0] == token.i
    surname = after.tag == "NNP" and after.i not in sheet.in_state and not _titular(sheet, after)
    return alone and surname and token.text in sheet.words.given_like_states


def _of_name(sheet: Sheet, token: Token) -> bool:
    words = sheet.words
    if token.lower in words.particles:
        return True
    thing = token.lower in words.body_heads or token.lower in words.name_stoppers or token.i in sheet.in_state
    capital = token.text[0].isupper() and (token.text[1:].islower() or _initial(token.text) or "-" in token.text)
    return capital and not thing and not _titular(sheet, token)


def _recognised(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """What the parser holds for people, without titles, possessives and the names of states."""
    for name in sheet.reading.names:
        if name.label != "PERSON":
            continue
        for part in _parts(sheet.reading.tokens_in(name.start, name.end)):
            tokens = _trimmed(sheet, part)
            if tokens and _plausible(sheet, tokens):
                yield tokens[0].i, tokens[-1].i


def _parts(tokens: list[Token]) -> list[list[Token]]:
    """What a dash parts where somebody begins anew, and a comma in a row: "Mara — Mara Quill", "Mara, Theo"."""
    runs = groupby(tokens, key=lambda t: _parts_names(t.text, _following(tokens, t)))
    return [list(run) for parts, run in runs if not parts]


def _following(tokens: list[Token], token: Token) -> str:
    """The token behind this one in small letters; empty behind the last."""
    return next((t.lower for t in tokens if t.i == token.i + 1), "")


def _unrecognised(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """A given name with what may be a surname that the parser holds for nothing, or for a body of just that name."""
    spans = {(n.start, n.end) for n in sheet.reading.names if n.label == "ORG"}
    for token, after in pairwise(sheet.tokens):
        if token.tag != "NNP" or after.tag != "NNP" or token.lower not in given_names() or token.ent != after.ent:
            continue
        alone = token.ent == "" or (token.start, after.end) in spans
        beside = (sheet.tokens[i] for i in (token.i - 1, after.i + 1) if 0 <= i < len(sheet.tokens))
        single = not any(t.tag == "NNP" and t.ent == token.ent for t in beside)
        if alone and single and _of_name(sheet, token) and _of_name(sheet, after) and token.end < after.start:
            yield token.i, after.i


def _trimmed(sheet: Sheet, tokens: list[Token]) -> list[Token]:
    words = sheet.words
    while tokens and (_titular(sheet, tokens[0]) or tokens[0].pos == "DET" or not tokens[0].text[0].isalpha()):
        if len(tokens) == 2 and _given_like_state(sheet, tokens[0]):
            break
        tokens = tokens[1:]
    while tokens and (
        tokens[-1].tag == "POS" or not tokens[-1].text[0].isalpha() or tokens[-1].lower in words.suffixes
    ):
        tokens = tokens[:-1]
    return tokens


def _titular(sheet: Sheet, token: Token) -> bool:
    words = sheet.words
    titular = token.lower in words.honorifics or words.in_title(token.lower) or token.lower in words.connectors
    return titular or token.i in sheet.state_at


def _plausible(sheet: Sheet, tokens: list[Token]) -> bool:
    """Two words or more in capitals that head their phrase, none of them a state."""
    rest = tokens[1:] if len(tokens) == 2 and _given_like_state(sheet, tokens[0]) else tokens
    if any(t.i in sheet.state_at or t.pos in NOT_IN_NAMES for t in rest):
        return False
    if len(tokens) == 1 and (
        tokens[0].text.isupper() or tokens[0].lower in sheet.words.stage_words | sheet.words.no_surnames
    ):
        return False
    opening = set() if len(tokens) > 1 and tokens[0].lower in given_names() else {tokens[0].lower}
    if sheet.words.name_stoppers & {*opening, tokens[-1].lower}:
        return False
    capitals = [t for t in tokens if t.text[0].isupper() and t.text[0].isalpha()]
    if not capitals or (len(tokens) == 1 and tokens[0].tag in {"NNS", "NNPS"}):
        return False
    root = sheet.root(tokens[0].i, tokens[-1].i)
    modifies = (
        root.dep in {"compound", "amod", "nmod", "npadvmod"}
        and root.head.pos == "NOUN"
        and root.head.i == tokens[-1].i + 1
    )
    titled = tokens[0].i > 0 and sheet.tokens[tokens[0].i - 1].lower in sheet.words.honorifics
    return not modifies and (len(capitals) >= 2 or titled or root.dep in _HEADING)


def _titled(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """A capitalised name after an honorific or a title: "DPM Heng", "Secretary Blinken", "Mr. Jubeir"."""
    words = sheet.words
    companies = _companies(sheet)
    for token in sheet.tokens[:-1]:
        honorific = token.lower in words.honorifics
        title = token.lower in words.heads and token.text[0].isupper()
        if not (honorific or title) or token.i in companies:
            continue
        last = token.i
        for following in sheet.tokens[token.i + 1 : token.i + 1 + _LONGEST]:
            surname = (
                token.lower in words.surname_titles
                and last == token.i
                and following.text.istitle()
                and following.lower in words.royal_titles
            )
            if not (surname or _names_on(sheet, following, last)):
                break
            last = following.i
        if sheet.tokens[token.i + 1].text == "-":
            continue
        if title and _leads_to_title(sheet, token.i, last):
            continue
        while last > token.i and not sheet.tokens[last].text[0].isupper() and sheet.tokens[last - 1].text != "-":
            last -= 1
        if last > token.i:
            yield token.i + 1, last


def _leads_to_title(sheet: Sheet, first: int, last: int) -> bool:
    """Whether another title is right behind: "Environmental" of "Chief Environmental Economist" is no name."""
    after = sheet.tokens[min(last + 1, len(sheet.tokens) - 1)]
    head = after.text.istitle() and after.lower in sheet.words.heads and after.tag == "NNP"
    return first < last and head and sheet.same_paragraph(last, after.i)


def _companies(sheet: Sheet) -> set[int]:
    """Where an organisation's name opens with what may be a title: "General Motors"."""
    firsts = (sheet.reading.token_at(n.start) for n in sheet.reading.names if n.label == "ORG" and " " in n.text)
    return {t.i for t in firsts if t and t.lower in sheet.words.modifiers}


def _names_on(sheet: Sheet, token: Token, last: int) -> bool:
    words = sheet.words
    if not sheet.same_paragraph(token.i, last) or token.i in sheet.state_at or sheet.held[token.i]:
        return False
    if token.lower in words.name_stoppers:
        return False
    if token.text == "-" or (last >= 0 and sheet.tokens[last].text == "-" and token.text.isalpha()):
        return sheet.reading.document.text[token.start - 1].isalpha() or token.text.isalpha()
    if token.lower in words.particles:
        return True
    capital = token.text[0].isupper() and token.text[0].isalpha() and not token.text.isupper() | _initial(token.text)
    return (capital or _initial(token.text)) and token.pos in {"PROPN", "NOUN", "ADJ"} and not _titular(sheet, token)


def _take_suffix(sheet: Sheet, draft: Draft) -> None:
    """Hold ", Jr." as well."""
    i = draft.last + 1
    if i < len(sheet.tokens) and sheet.tokens[i].text == ",":
        i += 1
    if i < len(sheet.tokens) and sheet.tokens[i].lower in sheet.words.suffixes:
        sheet.widen(draft, draft.last, i)


def _take_lineage(sheet: Sheet, draft: Draft) -> None:
    """Hold "Al Nahyan" and "ibn Al Hussein" behind a ruler's name as well."""
    i = draft.last + 1
    while i < len(sheet.tokens) and sheet.tokens[i].lower in sheet.words.lineage:
        i += 1
    lineage = draft.last + 1 < i < len(sheet.tokens) and sheet.tokens[i].text[0].isupper() and sheet.free(i, i)
    if lineage and sheet.same_paragraph(draft.first, i) and i not in sheet.state_at:
        sheet.widen(draft, draft.last, i)
