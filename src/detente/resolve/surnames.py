"""Names of one word that stand alone: surnames that the document or the ontology can place, and first names."""

from __future__ import annotations

from detente.ontology.offices import people_surnamed
from detente.resolve.directory import fits, given_names
from detente.resolve.named import NOT_IN_NAMES, names_a_thing
from detente.resolve.posts import Post
from detente.resolve.sheet import Draft, Sheet
from detente.resolve.titles import add_titles, apposition_end, title_of_row
from detente.text.reading import Token

_SET_OFF = frozenset({",", ".", "?", "!", "—", "–", "--"})
_MAY_BE_PERSON = frozenset({"", "PERSON", "ORG", "GPE"})
"""What the parser may take a first name that stands alone for."""


def find_surnames(sheet: Sheet) -> None:
    """Add a draft wherever a surname that the document or the ontology can place stands alone."""
    organisations = [n for n in sheet.reading.names if n.label == "ORG" and " " in n.text]
    inside = {t.i for n in organisations for t in sheet.inside(n.start, n.end)}
    called = {sheet.name_of(d) for d in sheet.drafts if d.core[0] == d.core[1] and not d.title}
    for token in sheet.tokens:
        if sheet.held[token.i] or not _may_be_surname(sheet, token) or names_a_thing(sheet, token.i, token.i):
            continue
        outside = token.i not in inside
        known = sheet.cast.called(token.text) or (outside and sheet.cast.knows(token.text))
        if (
            known
            or _recalled(sheet, token, outside=outside)
            or (outside and _introduced(sheet, token))
            or _qualified(sheet, token)
            or _first_name(sheet, token, called)
            or _in_series(sheet, token)
            or (outside and _legendary(sheet, token))
        ):
            draft = sheet.add(Draft(token.i, token.i, "surname", (token.i, token.i)))
            add_titles(sheet, draft)


def _recalled(sheet: Sheet, token: Token, *, outside: bool) -> bool:
    """Whether it is the surname of one leader of old or of a legislator; `outside` of any body's name."""
    if token.ent != "PERSON":
        return False
    old = outside and (len(sheet.cast.remembered(token.text)) == 1 or sheet.cast.historic(token.text))
    return bool(old or sheet.cast.legislators(token.text))


def _legendary(sheet: Sheet, token: Token) -> bool:
    """Whether everybody means one long gone by the word, which no other name holds: Roosevelt, FDR; no place."""
    beside = [sheet.tokens[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(sheet.tokens)]
    alone = not any(t.tag == "NNP" for t in beside) and not any(c.dep in {"det", "poss"} for c in token.children)
    place = token.dep == "pobj" and token.head.lower in {"in", "to", "from", "at", "near"}
    return not place and token.lower in sheet.words.legends and alone and token.ent in _MAY_BE_PERSON - {"GPE"}


def _may_be_surname(sheet: Sheet, token: Token) -> bool:
    """A capitalised word that is neither part of another name nor a mere modifier."""
    if not token.text[0].isupper() or len(token.text) < 2 or token.pos in NOT_IN_NAMES or token.i in sheet.in_state:
        return False
    initials = token.text.isupper() and token.lower not in sheet.words.legends
    if initials or token.ent in {"DATE", "TIME"} or sheet.words.in_title(token.lower):
        return False
    if token.lower in sheet.words.no_surnames:
        return False
    if token.dep not in {"compound", "nmod", "amod", "npadvmod"} or token.head.i < token.i:
        return True
    after = sheet.tokens[token.i + 1]
    apart = token.dep == "npadvmod" and token.head.pos in {"VERB", "AUX"}
    return apart or _titled_by_neighbour(sheet, token) or after.tag == "POS"


def _qualified(sheet: Sheet, token: Token) -> bool:
    """Whether a word before a surname tells the office though it heads no title: "Justice Thomas"."""
    before = sheet.tokens[token.i - 1] if token.i else token
    if before.lower not in sheet.words.modifiers or not before.text.istitle() or sheet.held[before.i]:
        return False
    post = Post(before.text, head=before.lower)
    return any(fits(p, post, sheet.on) for p in people_surnamed(token.text))


def _introduced(sheet: Sheet, token: Token) -> bool:
    """A word that nobody knows, made a person by the apposition after it: "Abwag, the navy's spokesman, said"."""
    if token.tag != "NNP" or token.dep not in {"nsubj", "nsubjpass", "pobj", "dobj", "conj"}:
        return False
    told = [t.tag in {"DT", "PRP$"} or t.i in sheet.state_at for t in sheet.tokens[token.i + 2 : token.i + 3]]
    return told == [True] and apposition_end(sheet, Draft(token.i, token.i, "surname", (token.i, token.i))) is not None


def _first_name(sheet: Sheet, token: Token, called: set[str]) -> bool:
    """Someone by a given name that stands alone: "Kamala and I"; no common noun, no part of a name.

    `called` are the names of one word by which the parser sees somebody elsewhere in the document.
    """
    if token.tag != "NNP" or token.ent not in _MAY_BE_PERSON or any(c.dep in {"det", "amod"} for c in token.children):
        return False
    beside = [sheet.tokens[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(sheet.tokens)]
    alone = not any(t.tag == "NNP" and t.ent == token.ent != "" for t in beside) and beside[-1].text != "-"
    opens = beside[0].text == "," or token.sentence.tokens[0] is token
    anew = [t.text for t in sheet.tokens[token.i + 1 : token.i + 3]][1:] == [token.text]
    spoken_to = not anew and (token.dep == "appos" or (opens and beside[-1].text in _SET_OFF))
    known = token.text in called and token.lower in given_names()
    known = known or sheet.cast.may_be_given(token.text)
    return alone and (known or (not spoken_to and sheet.cast.may_be_colleague(token.text)))


def _in_series(sheet: Sheet, token: Token) -> bool:
    """Whether a title in the plural before another name is this one's too: "Senators Manchin and Sinema"."""
    title = title_of_row(sheet, token).rpartition(" ")[2].casefold() if token.tag == "NNP" else ""
    return title.endswith("s") and title[:-1] in sheet.words.heads


def _titled_by_neighbour(sheet: Sheet, token: Token) -> bool:
    before = sheet.tokens[token.i - 1].lower if token.i else ""
    return before in sheet.words.honorifics or before in sheet.words.heads
