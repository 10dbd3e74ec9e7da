"""Where the title of a name begins and ends: before it, after a comma, or before a comma."""

from __future__ import annotations

from detente.resolve.sheet import Draft, Sheet
from detente.text.reading import Token

APPOSITION_LIMIT = 30
"""An apposition of more tokens than this is taken for something else."""

TITLE_LIMIT = 15
"""A title before a name has no more tokens than this."""

_BRACKETED = 3
"""Tokens of letters in brackets."""

STATE_LIMIT = 7
"""How many tokens may precede the name proper in "of the Socialist Republic of"."""

_OF = frozenset({"of", "for", "to"})
_OF_SEVERAL = frozenset({"minister", "secretary", "undersecretary"})
_AND = frozenset({"and", "&"})
_DETERMINERS = frozenset({"DT", "PRP$", "POS"})
_CLOSING = frozenset({",", ";", ".", ")", "(", ":", "—", "–", "--", '"', "”", "“", "!", "?"})
_OPENING_TAGS = frozenset({"DT", "PRP$", "JJ", "JJS", "JJR", "NN", "NNP", "NNS", "RB", "VBN", "CD", "NNPS"})
CAPITAL = frozenset({"capital", "metonym"})
"""How a state is named by where it is ruled from."""
_ROW_MARKS = frozenset({",", "and"})
_ENDS = frozenset({";", ":", "(", "|"})
_PLURAL = frozenset({"NNS", "NNPS"})


def add_titles(sheet: Sheet, draft: Draft) -> None:
    """Widen the draft of a name over its titles and collect their words in `draft.title`."""
    titles = []
    first = _before(sheet, draft.core[0], sheet.root(*draft.core))
    first = _chained(sheet, first) if first < draft.core[0] else _long_before(sheet, draft.core[0])
    inserted = _inserted(sheet, draft.core[0])
    first = min(first, _long_before(sheet, inserted)) if first == draft.core[0] and inserted else first
    if first < draft.core[0]:
        titles.append(sheet.words_of(first, draft.core[0] - 1) + _of_state(sheet, draft.last))
        coupled = _coupled(sheet, first)
        if coupled < first:
            titles.append(sheet.words_of(coupled, first - 2))
        sheet.widen(draft, _style_before(sheet, coupled), draft.core[0] - 1)
    left = _across_comma(sheet, draft)
    if left is not None and sheet.tokens[left].lower not in sheet.words.address:
        titles.append(sheet.words_of(left, draft.first - 2))
        sheet.widen(draft, left, draft.first - 1)
    last = _item_end(sheet, draft) or apposition_end(sheet, draft)
    if last is not None:
        titles.append(sheet.words_of(draft.last + 2, last))
        sheet.widen(draft, draft.last + 1, last)
    draft.title = " | ".join(t for t in titles if not _of_spouse_before(sheet, t))


def _of_spouse_before(sheet: Sheet, title: str) -> bool:
    """Whether it is the title of whom the name is joined to: "Ada Quill, Governor of Ohio & Mr. Ben Quill"."""
    before, _, behind = title.rpartition("&")
    return bool(before.strip()) and all(w.casefold() in sheet.words.honorifics for w in behind.split())


def title_of_row(sheet: Sheet, token: Token) -> str:
    """The title before the first name of the row in which a name stands: "Senators Quill, Bell and Tansley"."""
    head = token
    while head.dep == "conj" and head.head is not head:
        head = head.head
    first = sheet.held[head.i] if head is not token else None
    if first is not None and first.title and first is not sheet.held[token.i]:
        return first.title
    i = token.i - 1
    while i > 0 and sheet.tokens[i].lower in _ROW_MARKS:
        before = sheet.held[i - 1]
        if before is None or before.via not in {"name", "surname"} or before.title:
            return before.title if before else ""
        i = before.first - 1
    return ""


def _of_state(sheet: Sheet, last: int) -> str:
    """The words "of Malta" behind "Prime Minister Robert Abela"; empty where no state's name follows."""
    end = state_behind(sheet, last)
    return f" {sheet.words_of(last + 1, end)}" if end else ""


def state_behind(sheet: Sheet, last: int) -> int:
    """The last token of "of the Republic of Malta" behind a name that ends at `last`; 0 where none stands there."""
    if last + 1 >= len(sheet.tokens) or sheet.tokens[last + 1].lower != "of":
        return 0
    for token in sheet.tokens[last + 2 : last + 2 + STATE_LIMIT]:
        found = sheet.state_at.get(token.i)
        if found and found[1].via not in CAPITAL and sheet.same_paragraph(last, found[0]):
            return found[0]
        if token.lower not in {"of", "the"} and not token.text[0].isupper():
            return 0
    return 0


def _style_before(sheet: Sheet, first: int) -> int:
    """The first token of "His Majesty" before a title; `first` where none stands there."""
    i, styles = first, sheet.words.styles | sheet.words.style_parts
    while i > 0 and sheet.tokens[i - 1].lower in styles:
        i -= 1
    styled = (
        i > 0 and sheet.tokens[i].lower in styles and sheet.tokens[i - 1].tag == "PRP$" and sheet.free(i - 1, first - 1)
    )
    return i - 1 if styled and sheet.same_paragraph(i - 1, first) else first


def _long_before(sheet: Sheet, start: int) -> int:
    """The first token of a title with a complement of capitals: "Director of the Office of Grants Ann Bell"."""
    headed = start
    for token in reversed(sheet.tokens[max(0, start - TITLE_LIMIT) : start]):
        capital = token.text[0].isupper() and token.pos in {"PROPN", "NOUN", "ADJ"}
        joins = token.lower in sheet.words.connectors
        if sheet.held[token.i] or not (capital or joins) or not sheet.same_paragraph(token.i, start):
            break
        if capital and _heads_title(sheet, token) and sheet.tokens[token.i + 1].lower in _OF:
            headed = token.i
    return _before(sheet, headed + 1, sheet.tokens[headed]) if headed < start else start


def _inserted(sheet: Sheet, start: int) -> int:
    """The first token of letters in brackets before a name: "Director of the Harbour Board (HB) Ann Bell"; else 0."""
    piece = sheet.tokens[max(0, start - _BRACKETED) : start]
    marks = [t.text for t in (*piece[:1], *piece[-1:])]
    letters = len(piece) == _BRACKETED and marks == ["(", ")"] and piece[1].text.isupper()
    titled = letters and _long_before(sheet, piece[0].i) < piece[0].i
    return piece[0].i if titled and sheet.same_paragraph(piece[0].i, start) else 0


def _chained(sheet: Sheet, first: int) -> int:
    """The first token of a title that the found one only completes: "Head of the Office of the President Quill"."""
    start = first
    for token in reversed(sheet.tokens[max(0, first - TITLE_LIMIT) : first]):
        capital = token.text[0].isupper() and token.pos in {"PROPN", "NOUN", "ADJ"}
        joins = token.lower in _OF or token.lower == "the"
        if sheet.held[token.i] or not (capital or joins) or not sheet.same_paragraph(token.i, first):
            break
        if capital and _heads_title(sheet, token) and sheet.tokens[token.i + 1].lower in _OF:
            start = token.i
    return _before(sheet, start + 1, sheet.tokens[start]) if start < first else first


def _coupled(sheet: Sheet, first: int) -> int:
    """The first token of another title of the same person: "Crown Prince and Prime Minister Mara Quill".

    Behind an article, or where it is a president, the first title is another's: "the Chair and Secretary Quill".
    """
    end = first - 2
    if end < 0 or sheet.tokens[first - 1].lower not in _AND or not sheet.same_paragraph(end, first):
        return first
    head = sheet.tokens[end]
    left = _before(sheet, end + 1, head) if head.text[0].isupper() and sheet.held[end] is None else first
    if left >= end + 1 or not sheet.tokens[left].text[0].isupper():
        return first
    left = _chained(sheet, left)
    before = sheet.tokens[left - 1] if left else head
    another = sheet.tokens[left].tag in _DETERMINERS or before.tag in _DETERMINERS
    alone = sheet.words_of(left, end).casefold() in sheet.words.unshared_titles
    return first if another or alone else left


def np_left(sheet: Sheet, head: Token) -> int:
    """The first token of the noun phrase under `head`, so far as it stands in one piece before it."""
    first = head.i
    while first > 0 and sheet.same_paragraph(first - 1, head.i):
        token = sheet.tokens[first - 1]
        if sheet.held[token.i] or (token.pos in {"PUNCT", "VERB", "AUX", "SCONJ"} and not _hyphen(token, head)):
            break
        if head not in token.ancestors() or token.dep in {"relcl", "appos", "cc", "conj", "prep", "advmod", "mark"}:
            break
        first -= 1
    return first


def _hyphen(token: Token, head: Token) -> bool:
    participle = token.pos == "VERB" and token.tag in {"VBN", "VBG"} and token.dep == "amod" and token.head is head
    return participle or token.text in {"-", "–"} or (token.text in "“”\"'" and token.dep == "punct")


def _before(sheet: Sheet, start: int, root: Token) -> int:
    """The first token of the title that stands right before the token `start`; `start` where there is none.

    What qualifies the title hangs on `root`: the name itself or the title's head.
    """
    first, headed, i = start, False, start - 1
    while i >= 0 and sheet.same_paragraph(i, start) and not sheet.held[i]:
        token = sheet.tokens[i]
        state = _state_over(sheet, i)
        if _heads_title(sheet, token):
            headed, first = True, i
        elif state is not None:
            i = first = state
        elif headed and token.tag == "DT":
            if not _complement_of_title(sheet, i):
                return i
        elif token.lower not in sheet.words.connectors:
            if token.lower == "under" and sheet.tokens[i + 1].lower not in {"secretary", "-"}:
                break
            qualifies = _modifies(token, root) or _capital_beside(sheet, token)
            if not (token.lower in sheet.words.modifiers or (headed and qualifies)):
                break
            first = i
        elif not _joins(sheet, i, headed=headed):
            break
        i -= 1
    return first if headed else start


def _joins(sheet: Sheet, i: int, *, headed: bool) -> bool:
    """Whether a connector is inside a title, unlike "and" between two or "for" of "good news for President Dole"."""
    connector = sheet.tokens[i].lower
    if connector == "for":
        return not (headed and _heads_title(sheet, sheet.tokens[i + 1]))
    return connector != "and" or _joins_modifiers(sheet, i) or (headed and _joins_parts(sheet, i))


def _complement_of_title(sheet: Sheet, i: int) -> bool:
    """Whether "the President" only completes "Assistant to the President"."""
    return i > 1 and sheet.tokens[i - 1].lower == "to" and sheet.tokens[i - 2].lower in sheet.words.heads


def _heads_title(sheet: Sheet, token: Token) -> bool:
    singular_head = token.lower in sheet.words.heads and token.tag not in _PLURAL
    after = sheet.tokens[token.i + 1] if token.i + 1 < len(sheet.tokens) else token
    shared = token.text[0].isupper() and token.lower.endswith("s") and token.lower[:-1] in sheet.words.heads
    return singular_head or token.lower in sheet.words.honorifics or (shared and after.tag == "NNP")


def _joins_modifiers(sheet: Sheet, i: int) -> bool:
    before, after = sheet.tokens[i - 1].lower, sheet.tokens[i + 1].lower
    return before in sheet.words.modifiers and before not in sheet.words.heads and after in sheet.words.modifiers


def _joins_parts(sheet: Sheet, i: int) -> bool:
    """Whether "and" stands inside "Senior Relief and Reconstruction Coordinator": between two qualities of the head."""
    words, parts = sheet.words, (sheet.tokens[i - 1], sheet.tokens[i + 1])
    plain = all(t.text[0].isupper() and t.ent != "PERSON" and sheet.held[t.i] is None for t in parts)
    titles = any(t.lower in words.heads or t.lower in words.honorifics or t.i in sheet.state_at for t in parts)
    return plain and not titles and parts[0].dep in {"compound", "amod", "nmod"}


def _modifies(token: Token, root: Token) -> bool:
    fits = token.pos in {"PROPN", "ADJ", "NOUN"} and token.dep in {"compound", "amod", "nmod"}
    return fits and token.ent not in {"PERSON", "DATE", "TIME"} and root in token.ancestors()


def _capital_beside(sheet: Sheet, token: Token) -> bool:
    """Whether a word in capitals stands between parts of a title: "Chief Environmental Economist"."""
    before = sheet.tokens[token.i - 1] if token.i else token
    between = token.text.istitle() and before.text.istitle() and sheet.words.in_title(before.lower)
    return between and token.pos in {"PROPN", "ADJ", "NOUN"} and token.ent not in {"PERSON", "DATE", "TIME"}


def _state_over(sheet: Sheet, i: int) -> int | None:
    """The first token of a state's name or adjective that ends at token `i`."""
    for first in range(i, max(-1, i - 5), -1):
        found = sheet.state_at.get(first)
        if found and found[0] >= i:
            possessive = i + 1 < len(sheet.tokens) and sheet.tokens[i + 1].tag == "POS"
            return first if found[1].via not in CAPITAL or possessive else None
    return None


def _across_comma(sheet: Sheet, draft: Draft) -> int | None:
    """The first token of "Iran's president" in "Iran's president, Hassan Rouhani,"."""
    at = draft.first - 2
    if at < 0 or sheet.tokens[at + 1].text != "," or not sheet.same_paragraph(at, draft.first):
        return None
    name = sheet.root(*draft.core)
    if _in_list(sheet, draft.last + 1):
        return None
    head = name.head if name.dep == "appos" else _head_before(sheet, at)
    if not head.i <= at or head.lower not in sheet.words.heads or head.tag in {"NNS", "NNPS"} or sheet.held[head.i]:
        return None
    if name.dep != "appos" and not _closes(sheet, draft.last + 1):
        return None
    if any(t.text in _CLOSING or sheet.held[t.i] for t in sheet.tokens[head.i : at + 1]):
        return None
    left = np_left(sheet, head)
    return None if _complement_of_title(sheet, left) else left


def _in_list(sheet: Sheet, i: int) -> bool:
    """Whether one more follows: "the mayor, Ann Bell, and the guests" tells three."""
    return [t.lower for t in sheet.tokens[i : i + 2]] == [",", "and"]


def _head_before(sheet: Sheet, at: int) -> Token:
    """The head of "the Prime Minister of Singapore", which ends at `at`; the token there if none is found."""
    for i in range(at, max(-1, at - 8), -1):
        token = sheet.tokens[i]
        if token.lower in sheet.words.heads and (i == at or sheet.tokens[i + 1].tag == "IN"):
            return token
        if token.text in _CLOSING or token.pos in {"VERB", "AUX"}:
            break
    return sheet.tokens[at]


def _closes(sheet: Sheet, i: int) -> bool:
    return i >= len(sheet.tokens) or sheet.tokens[i].text in _CLOSING or not sheet.same_paragraph(i - 1, i)


def _item_end(sheet: Sheet, draft: Draft) -> int | None:
    """The last token of an item that only names someone and tells the post: "- Ann Bell, Director, Harbour Board"."""
    tokens = list(sheet.tokens[draft.first].sentence.paragraph.tokens)
    rest = [t for t in tokens if t.i > draft.last]
    item = sheet.tokens[draft.first].sentence.paragraph.kind == "bullet" and tokens[0].i == draft.first
    if not item or len(rest) < 2 or rest[0].text != "," or len(rest) > APPOSITION_LIMIT:
        return None
    heads = any(t.lower in sheet.words.heads and t.tag not in _PLURAL for t in rest)
    plain = not any(_finite(t) or t.text in _ENDS for t in rest) and _names_no_other(sheet, rest)
    return rest[-1].i if heads and plain else None


def _names_no_other(sheet: Sheet, tokens: list[Token]) -> bool:
    """Whether nobody else is named but whom the post serves: "Adviser to Mayor Ann Bell"."""
    held = next((n for n, t in enumerate(tokens) if sheet.held[t.i]), None)
    led = [t.lower for t in tokens[:held]]
    last = max((n for n, word in enumerate(led) if word in {"to", ",", "and"}), default=0)
    return held is None or (led[last] == "to" and any(word in sheet.words.heads for word in led[:last]))


def apposition_end(sheet: Sheet, draft: Draft) -> int | None:
    """The last token of "the Saudi foreign minister" in "Mr. Jubeir, the Saudi foreign minister, said"."""
    start = draft.last + 2
    if start >= len(sheet.tokens) or sheet.tokens[start - 1].text != "," or not sheet.same_paragraph(start, draft.last):
        return None
    if sheet.tokens[start].tag not in _OPENING_TAGS or sheet.tokens[start].lower in sheet.words.address:
        return None
    end, headed, bound, listed = start, False, False, 0
    for token in sheet.tokens[start : start + APPOSITION_LIMIT]:
        listed = (_has_parts(sheet, start, token) and _parts_end(sheet, token.i)) or listed
        if token.i > listed and (_closes(sheet, token.i) or (token.tag in {"WP", "WDT"}) or _finite(token)):
            break
        if sheet.held[token.i]:
            return None
        headed = headed or _heads_apposition(sheet, token, start)
        bound = bound or (token.dep == "appos" and draft.core[0] <= token.head.i <= draft.core[1])
        end = token.i + 1
    closed = _closes(sheet, end) or sheet.tokens[end].tag in {"WP", "WDT"}
    return end - 1 if headed and end > start and (closed or bound) else None


def _has_parts(sheet: Sheet, start: int, comma: Token) -> bool:
    """Whether a comma stands in a title of those who lead a department, which may have several parts."""
    led = any(t.lower in _OF_SEVERAL for t in sheet.tokens[start : comma.i])
    return comma.text == "," and led and any(t.lower in _OF for t in sheet.tokens[start : comma.i])


def _parts_end(sheet: Sheet, comma: int) -> int:
    """The last token of an office's further parts: "for Trade, Energy, and Ports"; 0 where there is no such row."""
    last, joined = comma, False
    for token in sheet.tokens[comma + 1 : comma + TITLE_LIMIT]:
        part = token.text.istitle() and token.i not in sheet.in_state and not sheet.held[token.i]
        if token.lower in sheet.words.heads or (last == comma and not part):
            return 0
        if not (part or token.lower in _ROW_MARKS) or (joined and not part):
            break
        joined = joined or token.lower == "and"
        last = token.i
    told = any(t.ent in {"DATE", "GPE", "PERSON"} for t in sheet.tokens[comma:last])
    after = sheet.tokens[last + 1] if last + 1 < len(sheet.tokens) else sheet.tokens[last]
    return last if joined and sheet.tokens[last].text.istitle() and not told and not _finite(after) else 0


def _finite(token: Token) -> bool:
    return token.tag in {"VBD", "VBZ", "VBP", "MD"} or (token.pos == "AUX" and token.tag != "VBG")


def _heads_apposition(sheet: Sheet, token: Token, start: int) -> bool:
    singular = token.lower in sheet.words.heads and token.tag not in {"NNS", "NNPS"}
    return singular and not any(t.pos in {"ADP", "VERB"} for t in sheet.tokens[start : token.i] if t.tag != "VBN")
