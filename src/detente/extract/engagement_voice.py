"""Whom "I", "you" and "we" stand for in remarks and joint texts."""

from __future__ import annotations

from functools import cached_property

from detente.extract.occasion import speakers_together
from detente.extract.transcripts import speaker_of
from detente.model.dossier import Party
from detente.ontology.states import STATES
from detente.text.clauses import Actors
from detente.text.reading import Reading, Token
from detente.text.turns import Turn, find_turns

_ONE = frozenset({"i", "me", "my"})
_OTHER = frozenset({"you", "your"})
_ALL = frozenset({"we", "us", "our"})


class Voices:
    """The speakers of a text's turns, or those who issue it together."""

    def __init__(self, reading: Reading, actors: Actors) -> None:
        self._reading = reading
        self._actors = actors

    def of(self, pronoun: Token) -> list[Party]:
        """Who is meant by a pronoun of the first or second person, or what government; nobody where that is unknown."""
        if pronoun.lower not in _ONE | _OTHER | _ALL or self._reading.quotation_at(pronoun.start) is not None:
            return []
        if not self._turns:
            author = self._reading.author if pronoun.lower in _ONE else None
            return self._signers if pronoun.lower in _ALL else [author] if author is not None and author.state else []
        at = next((i for i, (t, _) in enumerate(self._turns) if any(a <= pronoun.start < b for a, b in t.parts)), None)
        if at is None or (speaker := self._turns[at][1]).kind != "person" or not speaker.state:
            return self._answering(at) if at is not None and pronoun.lower in _OTHER else []
        others = [p for p in self._stage if p.state != speaker.state]
        if pronoun.lower in _ONE or len(others) != 1:
            told = _government(speaker) if pronoun.lower in _ALL and _speaks_for_others(speaker) else [speaker]
            return [] if pronoun.lower in _OTHER else told
        return others if pronoun.lower in _OTHER else [speaker, *others]

    def _answering(self, question: int) -> list[Party]:
        """Whom somebody without a name asks: the next to speak whose state is known."""
        return next(([p] for _, p in self._turns[question + 1 :] if p.kind == "person" and p.state), [])

    def states(self, pronoun: Token) -> tuple[str, ...]:
        """The states that "our" and "their" stand for."""
        people = tuple(dict.fromkeys(p.state for p in self.of(pronoun) if p.state))
        joint = pronoun.lower in _ALL and self._actors.joint and not self._turns
        return people if len(people) > 1 else self._actors.sides if joint else ()

    @property
    def several(self) -> bool:
        """Whether the text is a record of what several said in turn."""
        return bool(self._turns)

    @cached_property
    def _turns(self) -> list[tuple[Turn, Party]]:
        turns = find_turns(self._reading.document.text, self._reading.paragraphs)
        return [(t, speaker_of(t, self._reading)) for t in turns]

    @cached_property
    def _stage(self) -> list[Party]:
        """Everyone who speaks, once."""
        return list({p.name: p for _, p in self._turns if p.kind == "person" and p.state}.values())

    @cached_property
    def _signers(self) -> list[Party]:
        together = speakers_together(self._reading) if self._actors.joint else None
        known = {p.name: p for p in self._reading.people if p.kind == "person"}
        names = together.name.replace(" and ", ", ").split(", ") if together is not None else []
        people = [known[n] for n in names if n in known]
        return people if len(people) == len(names) else []


def _speaks_for_others(speaker: Party) -> bool:
    """Whether somebody is paid to say what others do: the "we" of a press secretary is the government."""
    return (speaker.role or "").endswith("spokesperson")


def _government(speaker: Party) -> list[Party]:
    """The state that somebody speaks for."""
    state = STATES.get(speaker.state or "")
    return [Party(name=state.name, kind="state", state=speaker.state)] if state is not None else []
