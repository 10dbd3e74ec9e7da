"""Documents that speak: "the Commerce Department statement said", "according to the white paper"."""

from __future__ import annotations

from detente.model.dossier import Party
from detente.ontology.lexicon import lexicon
from detente.ontology.states import STATES
from detente.resolve.known_bodies import bodies_in
from detente.resolve.sheet import Draft, Sheet
from detente.resolve.titles import np_left
from detente.text.reading import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ISSUING = frozenset({"from", "by", "of"})
REACH = 2
"""How many paragraphs back the body that issued "the statement" may be named."""


def find_documents(sheet: Sheet) -> None:
    """Add a draft for every speaking document whose issuer is known."""
    known: list[Draft] = []
    for token in sheet.tokens:
        if token.lower not in sheet.words.document_heads or sheet.held[token.i] or token.pos not in {"NOUN", "PROPN"}:
            continue
        first = np_left(sheet, token)
        paper = " ".join(t.lower for t in sheet.tokens[token.i - 1 : token.i + 1]) in sheet.words.papers
        party = _paper(sheet, token, known) if paper else _issuer(sheet, token, first) or _taken_up(sheet, token, known)
        if party is None:
            party = _last_to_speak(sheet, token) if not paper and _speaks(sheet, token) else None
        if party:
            draft = Draft(first, token.i, "body", (first, token.i), party=party)
            known.append(draft)
            if _speaks(sheet, token):
                sheet.add(draft)


def _speaks(sheet: Sheet, token: Token) -> bool:
    if token.dep in _SUBJECTS:
        return token.head.lemma in sheet.words.speech_verbs
    return token.dep == "pobj" and token.head.lower == "to" and token.head.head.lower == "according"


def _issuer(sheet: Sheet, token: Token, first: int) -> Party | None:
    """The body in the words themselves, before them with a possessive, or after "from"."""
    for _, _, body in bodies_in(sheet.words_of(first, token.i)):
        return Party(name=body.name, kind="body", state=body.state)
    for child in token.children:
        source = child.child("pobj") if child.lower in _ISSUING else child if child.dep == "poss" else None
        draft = sheet.held[source.i] if source else None
        if draft and draft.party and draft.party.kind in {"body", "state"}:
            return draft.party
    return _who_made_it(sheet, token)


def _who_made_it(sheet: Sheet, token: Token) -> Party | None:
    """Whoever "issued a statement" or "made public a letter", be it a person."""
    maker = (
        token.head.child("nsubj") if token.dep == "dobj" and token.head.lemma in lexicon("speech")["issuing"] else None
    )
    draft = sheet.held[maker.i] if maker else None
    if draft is None:
        return None
    return sheet.cast.party(draft.player) if draft.player else draft.party


def _paper(sheet: Sheet, token: Token, known: list[Draft]) -> Party | None:
    """China's white paper: of the state named with it, or the one that the text has already spoken of."""
    for part in token.subtree():
        draft = sheet.held[part.i]
        state = draft.party.state if draft and draft.party else None
        if state and state in STATES:
            words = sheet.words_of(token.i - 1, token.i).lower()
            return Party(name=f"{STATES[state].name}'s {words}", kind="body", state=state)
    return _taken_up(sheet, token, known)


def _taken_up(sheet: Sheet, token: Token, known: list[Draft]) -> Party | None:
    """Whose document "the document", "the white paper" or "the statement" names again."""
    for draft in reversed(known):
        again = token.lower in {"document", sheet.tokens[draft.last].lower}
        if draft.party and (again or draft.party.name.endswith(token.lower)):
            return draft.party
    return None


def _last_to_speak(sheet: Sheet, token: Token) -> Party | None:
    """The body that made "the statement": the last one that spoke close before."""
    if token.lower != "statement":
        return None
    for draft in sorted((d for d in sheet.drafts if d.first < token.i), key=lambda d: -d.first):
        if sheet.paragraphs_between(draft.first, token.i) > REACH:
            return None
        root = sheet.root(draft.first, draft.last)
        spoke = root.dep in _SUBJECTS and root.head.lemma in sheet.words.speech_verbs
        if spoke and draft.party and draft.party.kind == "body":
            return draft.party
    return None
