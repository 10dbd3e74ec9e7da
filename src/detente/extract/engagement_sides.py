"""Who took part in a contact, as far as its own clause and the two states of the document tell it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from detente.extract.engagement_cues import Cue, word_set
from detente.extract.engagement_joint import between_the_two, joint_sides
from detente.extract.engagement_parties import Roster, Sides, settled
from detente.model.dossier import Party
from detente.ontology.states import STATES
from detente.text.clauses import phrase_of, subject_of

_NOBODY = Sides((), ())
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def both_sides(cue: Cue, roster: Roster, *, first: bool) -> Sides:
    """All who took part; nobody where that stays open. `first`: no contact was told before in the text."""
    if cue.theirs and not roster.parties(cue.theirs) and _needs_partner(cue):
        return _NOBODY
    sides = _by_office(cue, roster)
    if len(sides.states) < 2:
        sides = _in_clause(cue, roster, first=first)
    if cue.summons:
        sides = _summoned(cue, sides, roster)
    for way in _WAYS:
        if len(sides.states) > 1:
            break
        sides = way(cue, roster)
    return sides


def _summoned(cue: Cue, sides: Sides, roster: Roster) -> Sides:
    """Leave the ministry or the state out where the envoy is told."""
    guests = [p for p in roster.parties(cue.theirs) if p.kind in {"person", "unnamed"}]
    people = tuple(p for p in sides.parties if p.kind in {"person", "unnamed"})
    return replace(sides, parties=people) if guests and people else sides


def _needs_partner(cue: Cue) -> bool:
    return cue.head.lemma == "meet" or (cue.wary and cue.head.pos == "VERB")


def _in_clause(cue: Cue, roster: Roster, *, first: bool) -> Sides:
    sides = roster.sides(cue)
    if not sides.parties and sides.generic and not cue.wary and first:
        sides = settled(roster.paired(roster.parties([*cue.mine, *cue.theirs])))
    if len(sides.states) == 1 and cue.anchor is not None and not cue.theirs:
        sides = _with_guest(cue, sides, roster)
    several = len({p.state for p in sides.parties if p.state}) > 1
    if several and sides.people:
        return sides
    together = joint_sides(cue, roster)
    return together if together.people or not several else sides


def _with_guest(cue: Cue, sides: Sides, roster: Roster) -> Sides:
    """Find the guest of "while the minister hosted dinner" in the main clause."""
    verb = cue.anchor
    if verb is None or verb.dep not in {"advcl", "conj"} or verb.lemma != "host":
        return sides
    guest = subject_of(verb.head)
    return settled([*sides.parties, *roster.parties([guest] if guest is not None else [])])


def _among_themselves(cue: Cue, roster: Roster) -> Sides:
    """The document's own states for officials of no told state: "the foreign ministers met", "our ministers met"."""
    parties = roster.parties(cue.mine)
    owned = next((states for t in cue.mine if (states := roster.owners(t))), ())
    told = any(roster.actors.named(phrase_of(t)[0].start, t.end) for t in cue.mine)
    if cue.theirs or cue.wary or not parties or told or any(p.state or p.kind in {"group", "body"} for p in parties):
        return _NOBODY
    states = owned or roster.actors.pair
    several = len(parties) > 1 or (parties[0].kind == "unnamed" and parties[0].name.split()[-1].endswith("s"))
    if len(states) < 2 or not several:
        return _NOBODY
    named = [p for p in parties if p.kind == "person"]
    return Sides(tuple(named or parties), states, generic=not named, implied=True)


def _with_foreigners(cue: Cue, roster: Roster) -> Sides:
    """Those of one state with others whose states are not told: "spoke with Arab leaders", "and his counterparts"."""
    heads = [*cue.mine, *cue.theirs]
    parties = roster.parties(heads)
    foreign = [p for p in parties if p.kind == "unnamed" and not p.state and _foreign(p)]
    people = [p for p in parties if p not in foreign]
    states = tuple(dict.fromkeys(p.state for p in people if p.state))
    if not foreign or len(states) != 1 or any(p.kind not in {"person", "unnamed"} for p in people):
        return _NOBODY
    return Sides(tuple(parties), states, generic=True)


def _foreign(party: Party) -> bool:
    return party.name.split()[-1].lower() in word_set("foreigners")


def _from_one_side(cue: Cue, roster: Roster) -> Sides:
    """A letter or a summons of which only one side is told, in a text on two states: it went to the other."""
    sent = cue.kind == "letter" and cue.head.pos == "NOUN"
    if not (sent or cue.summons):
        return _NOBODY
    sides = settled([p for p in roster.parties([*cue.mine, *cue.theirs]) if p.kind != "group"])
    opposite = [s for s in roster.actors.pair if s not in sides.states]
    if len(sides.states) != 1 or len(opposite) != 1:
        return _NOBODY
    return replace(sides, states=(sides.states[0], opposite[0]))


def _with_the_issuer(cue: Cue, roster: Roster) -> Sides:
    """A government and whom it met, in its own account: "the conversation with Ms Roe" is nobody else's."""
    issuers = roster.reading.document.account_of
    definite = any(c.lower in _DEFINITE for c in cue.head.children)
    nobody = cue.mine or cue.head.pos != "NOUN" or not definite or roster.possessors(cue.head)
    if nobody or len(issuers) != 1:
        return _NOBODY
    others = settled(roster.parties(cue.theirs))
    if not others.people or len(others.states) != 1 or set(issuers) <= {*others.states}:
        return _NOBODY
    return settled([Party(name=STATES[issuers[0]].name, kind="state", state=issuers[0]), *others.parties])


def _by_office(cue: Cue, roster: Roster) -> Sides:
    """The last one named before for "the minister" who acts with one of another state."""
    subject = next(iter(cue.mine), None)
    if subject is None or subject.lower not in word_set("officials") or [c.lower for c in subject.children] != ["the"]:
        return _NOBODY
    others = settled(roster.parties(cue.theirs))
    known = any(p.kind == "person" and p.name not in others.names for p in roster.parties([subject]))
    if known or len(others.states) != 1 or not others.people:
        return _NOBODY
    before = [m.party for m in roster.reading.mentions_in(0, subject.start) if m.party.kind == "person"]
    named = [p for p in before if p.state and p.state not in others.states]
    return settled([named[-1], *others.parties]) if named else _NOBODY


_WAYS: tuple[Callable[[Cue, Roster], Sides], ...] = (
    _with_the_issuer,
    between_the_two,
    _among_themselves,
    _from_one_side,
    _with_foreigners,
)
