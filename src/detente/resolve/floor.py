"""Who has the floor: the turns of a transcript, or the one speaker of somebody's remarks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from detente.ontology.lexicon import lexicon
from detente.resolve.directory import prominent
from detente.resolve.players import Player
from detente.resolve.sheet import Draft, Sheet
from detente.text.turns import Turn, find_turns

_LONGEST_ACRONYM = 3


@dataclass(frozen=True)
class Floor:
    """The turns of a sheet in the order of the text; `host` speaks where there are none."""

    sheet: Sheet
    turns: tuple[Turn, ...]
    host: Player | None

    @property
    def spoken(self) -> bool:
        """Whether the text is what somebody said."""
        return bool(self.turns) or self.host is not None

    def speaker(self, token: int) -> Player | None:
        """Who says this token; None for a reporter and for whoever is not known."""
        at = self._turn(token)
        return self.host if at is None else self.speaker_of(at)

    def is_asked(self, token: int) -> bool:
        """Whether the token is part of a question of the press."""
        at = self._turn(token)
        return at is not None and self.turns[at].asks

    def neighbours(self, token: int, *, last_first: bool = False) -> Iterator[Player]:
        """Who speaks next after this token's turn and who spoke last before it, in this order or the other."""
        at = self._turn(token)
        if at is not None:
            order = (at - 1, at + 1) if last_first else (at + 1, at - 1)
            near = (self.speaker_of(n) for n in order if 0 <= n < len(self.turns))
            yield from (player for player in near if player)

    def _turn(self, token: int) -> int | None:
        start = self.sheet.tokens[token].start
        at = bisect_right([turn.start for turn in self.turns], start) - 1
        return at if at >= 0 else None

    def speaker_of(self, turn: int) -> Player | None:
        """Whom the label of this turn names."""
        inside = self.sheet.inside(self.turns[turn].start, self.turns[turn].end)
        drafts = (self.sheet.held[token.i] for token in inside)
        return next((draft.player for draft in drafts if draft and draft.player), None)


def find_labels(sheet: Sheet) -> tuple[Turn, ...]:
    """Add a draft for every name in the label of a turn ("PRESIDENT HALVORSEN:"); give back the turns."""
    document = sheet.reading.document
    turns = tuple(find_turns(document.text, sheet.reading.paragraphs))
    for turn in turns:
        if not turn.asks:
            _add_label(sheet, turn)
    return turns


def _add_label(sheet: Sheet, turn: Turn) -> None:
    words = sheet.words
    tokens = [t for t in sheet.inside(turn.start, turn.end) if t.i not in sheet.in_state]
    end = next((n for n, t in enumerate(tokens) if t.text == "("), len(tokens))
    joined = words.connectors | {"."}
    titular = [words.in_title(t.lower) or t.lower in words.honorifics or t.lower in joined for t in tokens[:end]]
    first = next((n for n, title in enumerate(titular) if not title), end)
    label = sheet.reading.document.text[turn.start : turn.end]
    inside = any(title and t.text != "-" for title, t in zip(titular[first:], tokens[first:end], strict=True))
    if first == end or inside or not tokens[first].text[0].isalpha() or label in _nameless():
        return
    core = (tokens[first].i, tokens[end - 1].i)
    draft = Draft(tokens[0].i, core[1], "name", core)
    draft.title = sheet.words_of(tokens[0].i, core[0] - 1).title() if first else ""
    draft.name = _small(sheet.words_of(*core))
    sheet.add(draft)


@cache
def _nameless() -> frozenset[str]:
    """Labels that name nobody: "MODERATOR"."""
    words = lexicon("transcripts")
    return frozenset(words["titles"]) | frozenset(words["bystanders"])


def _small(name: str) -> str:
    """A name in capitals as it is usually written."""
    return " ".join(w.title() if w.isupper() and len(w) > _LONGEST_ACRONYM - 1 else w for w in name.split())


def take_floor(sheet: Sheet, turns: tuple[Turn, ...]) -> Floor:
    """The floor of a sheet whose names are linked; the host is whoever the title says the remarks are by."""
    return Floor(sheet, turns, None if turns else _host(sheet))


def _host(sheet: Sheet) -> Player | None:
    for opening in lexicon("transcripts")["remarks"]:
        _, found, after = sheet.title.casefold().partition(opening)
        for word in after.split() if found else ():
            surname = word.strip(",;:").removesuffix("’s").removesuffix("'s")
            if players := sheet.cast.called(surname):
                return players[0] if len(players) == 1 else None
            if people := prominent(surname, sheet.on):
                return sheet.cast.enter_person(people[0], 0) if len(people) == 1 else None
    return None
