"""Speakers known by surname whom others call by their first name: "Mara, it's yours" before "MS. QUILL:"."""

from __future__ import annotations

from detente.resolve.directory import given_names
from detente.resolve.floor import Floor
from detente.resolve.players import Player
from detente.resolve.sheet import Draft, Sheet
from detente.text.reading import Token

_BEFORE = frozenset({",", ".", "?", "!", ":", "—", "–", "--", ")"})
_AFTER = frozenset({",", ".", "?", "!", "—", "–", "--"})
_GREETINGS = frozenset({"hi", "hello", "hey", "dear", "welcome", "thanks"})
_REACH = 60
"""How many tokens from the label of a turn its speaker may be called by the first name."""


def name_speakers(sheet: Sheet, floor: Floor) -> None:
    """Give the speakers of turns whom one surname tells the first name by which the turns beside theirs call them."""
    for n in range(len(floor.turns)):
        player = floor.speaker_of(n)
        if player is None or player.person is not None or len(player.words) != 1:
            continue
        called = _handed_over(sheet, floor, n) or _answered(sheet, floor, n)
        if called is not None:
            _link(sheet, player, called)


def _handed_over(sheet: Sheet, floor: Floor, n: int) -> Token | None:
    """The first name said last before this turn."""
    if n == 0:
        return None
    said = [t for part in floor.turns[n - 1].parts for t in sheet.inside(*part)]
    return next((t for t in reversed(said[-_REACH:]) if _is_called(sheet, t)), None)


def _answered(sheet: Sheet, floor: Floor, n: int) -> Token | None:
    """The first name said at once after this turn."""
    if n + 1 == len(floor.turns) or not floor.turns[n + 1].parts:
        return None
    said = list(sheet.inside(*floor.turns[n + 1].parts[0]))
    opening = said[: _REACH // 4]
    return next((t for t in opening if _is_called(sheet, t)), None)


def _is_called(sheet: Sheet, token: Token) -> bool:
    """Whether a given name of nobody yet known is set off: "Thank you, Mara!"."""
    draft = sheet.held[token.i]
    free = draft is None or (draft.first == draft.last and _is_nobody(draft))
    if not free or token.tag != "NNP" or not token.text.istitle():
        return False
    if token.lower not in given_names() and token.ent != "PERSON":
        return False
    before, after = sheet.tokens[token.i - 1], sheet.tokens[min(token.i + 1, len(sheet.tokens) - 1)]
    opens = not sheet.same_paragraph(before.i, token.i) or before.text in _BEFORE or before.lower in _GREETINGS
    return opens and after.text in _AFTER


def _link(sheet: Sheet, player: Player, called: Token) -> None:
    """Let every mention of that first name alone mean the speaker."""
    sheet.cast.rename(player, f"{called.text} {player.name}")
    for token in sheet.tokens:
        if token.text == called.text and token.tag == "NNP" and token.i not in sheet.in_state:
            draft = sheet.held[token.i]
            if draft is None and _stands_alone(sheet, token):
                draft = sheet.add(Draft(token.i, token.i, "surname", (token.i, token.i)))
            if draft is not None and draft.core == (token.i, token.i) and (draft.player is None or _is_nobody(draft)):
                draft.player = player


def _is_nobody(draft: Draft) -> bool:
    return draft.player is not None and draft.player.person is None and len(draft.player.words) == 1


def _stands_alone(sheet: Sheet, token: Token) -> bool:
    beside = (sheet.tokens[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(sheet.tokens))
    return not any(t.tag == "NNP" for t in beside)
