"""Trees that the parser builds wrong again and again, set right before anybody reads them."""

from __future__ import annotations

from collections.abc import Iterable

from detente.text.reading import Token


def mend(tokens: Iterable[Token]) -> None:
    """Set right the trees of one text, in place."""
    for token in tokens:
        if token.lower == "with" and token.dep in {"mark", "prep"}:
            _companion(token)


def _companion(preposition: Token) -> None:
    """Read "spoke with Ms Doe to discuss X": she is whom one spoke with, not the subject of "discuss"."""
    aim = preposition.head if preposition.dep == "mark" else preposition.child("pcomp")
    if aim is None or aim.head is aim or not any(c.dep == "aux" and c.lower == "to" for c in aim.children):
        return
    person = next((c for c in aim.children if c.dep == "nsubj" and preposition.i < c.i < aim.i), None)
    verb = aim.head if preposition.dep == "mark" else preposition.head
    if person is None or verb is aim or verb.i > preposition.i:
        return
    _hang(preposition, verb, "prep")
    _hang(person, preposition, "pobj")
    _hang(aim, verb, "advcl")


def _hang(token: Token, head: Token, dep: str) -> None:
    if token.head is not token:
        token.head.children.remove(token)
    token.head, token.dep = head, dep
    head.children = sorted([*head.children, token], key=lambda t: t.i)
