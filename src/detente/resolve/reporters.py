"""Correspondents called on by their first name: "Nandita with Reuters", "Jeff, go ahead"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from detente.ontology.lexicon import table
from detente.resolve.floor import Floor
from detente.resolve.players import Player
from detente.resolve.sheet import Draft, Sheet
from detente.text.reading import Token

_AFTER = 8
"""How many tokens behind a first name may name the outlet."""
_SET_OFF = frozenset({",", ".", "?", "!", "—", "–", "--", ":"})


def name_reporters(sheet: Sheet, floor: Floor) -> None:
    """Give those whom a transcript calls by one unknown first name the full name that a correspondent bears."""
    if not any(turn.asks for turn in floor.turns) or sheet.cast.home not in sheet.reading.document.account_of:
        return
    for token in sheet.tokens:
        if token.tag == "NNP" and token.lower in _correspondents() and not floor.is_asked(token.i):
            _name(sheet, token)


def _name(sheet: Sheet, token: Token) -> None:
    draft = sheet.held[token.i] or Draft(token.i, token.i, "surname", (token.i, token.i))
    player = draft.player
    known = player is not None and (player.person is not None or len(player.words) > 1)
    if draft.title or draft.first < draft.last or (player is None and sheet.held[token.i]):
        return
    named = _correspondents()[token.lower]
    found = [name for name, outlets in named.items() if any(_follows(sheet, draft, o) for o in outlets)]
    if known and (player is None or _is_introduced(sheet, player)):
        return
    if not found and not known and len(named) == 1 and _is_called(sheet, draft):
        found = list(named)
    if len(found) == 1:
        draft.player = player if player and not known else sheet.cast.enter_stranger(token.text, token.i)
        sheet.cast.rename(draft.player, found[0])
        if sheet.held[token.i] is None:
            sheet.add(draft)


def _is_introduced(sheet: Sheet, player: Player) -> bool:
    """Whether the document calls someone by more than a first name."""
    return any(d.player is player and (d.title or d.core[0] < d.core[1]) for d in sheet.drafts)


def _follows(sheet: Sheet, draft: Draft, outlet: str) -> bool:
    """Whether the outlet is named right behind."""
    after = " ".join(t.lower for t in sheet.tokens[draft.last + 1 : draft.last + 1 + _AFTER])
    return f" {outlet} " in f" {after} "


def _is_called(sheet: Sheet, draft: Draft) -> bool:
    """Whether the name stands apart on both sides: "Good point, Mara, but"."""
    before, after = sheet.tokens[draft.first - 1].text, sheet.tokens[min(draft.last + 1, len(sheet.tokens) - 1)].text
    opens = not sheet.same_paragraph(draft.first - 1, draft.first) or before in _SET_OFF
    return opens and after in _SET_OFF


@cache
def _correspondents() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Full names with the words for their outlets, by the first name in small letters."""
    raw = table("correspondents")
    found: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for outlet, names in raw["people"].items():
        for name in names:
            found[name.split()[0].casefold()][name] = tuple(raw["outlets"][outlet])
    return found
