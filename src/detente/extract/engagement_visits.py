"""Who travels where: visits, and news conferences given abroad."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.extract.engagement_cues import Cue, word_set
from detente.extract.engagement_parties import Roster, Sides, settled
from detente.extract.engagement_standing import told_by
from detente.extract.engagement_status import status_of
from detente.model.dossier import Party
from detente.ontology.cities import state_of_city
from detente.text.clauses import joined, phrase_of, subject_of
from detente.text.reading import Reading, Token

_TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Trip:
    """Those who travel, the states that they go to, the place in the words of the text, and who receives them."""

    sides: Sides
    target: tuple[str, ...] = ()
    place: str | None = None
    hosts: tuple[Party, ...] = ()


def trip_of(cue: Cue, roster: Roster) -> Trip | None:
    """Read a visit; None where nobody of a known state travels."""
    sides = roster.visitor(cue)
    visitors = [p for p in sides.parties if p.kind in {"person", "unnamed"}]
    if visitors and not visitors[0].state:
        visitors = [_of_delegation(visitors[0], cue, roster), *visitors[1:]]
    if not visitors or not visitors[0].state:
        return None
    home = _states_of(cue.hosts, cue, roster) - {visitors[0].state}
    sides = settled([v for v in visitors if v.state not in home])
    # "a visit in May" names no place.
    named = [t for t in cue.destination if t.ent not in _TIMES]
    goals = [d for t in named for d in _joined_places(t, cue) if d.ent not in _TIMES and not _in_town(cue, d)]
    if named and not goals:
        return None
    target = tuple(sorted(_states_of(goals, cue, roster) - set(sides.states)))
    if not goals and (ahead(cue) or (cue.head.lemma == "visit" and cue.verb is cue.head)):
        target = host_states(cue, sides, roster)[:1]
    hosts = tuple(p for p in roster.parties(cue.hosts) if p.state and p.state not in sides.states)
    target = target or tuple(sorted(home))
    own = roster.reading.document.account_of
    if not goals and not target and len(own) == 1 and own[0] not in sides.states:
        # A government's own account of a foreigner's visit, as "President Doe's state visit", is of one to it.
        target = own
    if cue.destination and not goals and not target:
        return None
    place = next((place_words(roster.reading, g) for g in goals if is_place(g)), None)
    return Trip(sides, target, place, hosts)


def _joined_places(goal: Token, cue: Cue) -> list[Token]:
    """The places of one visit; those of "visits to A and B" are visits of their own."""
    return [goal] if goal.ent == "GPE" and cue.head.tag == "NNS" else joined(goal)


def _in_town(cue: Cue, goal: Token) -> bool:
    """Whether it is only a house: "went to the ministry"."""
    return cue.head.lemma in word_set("going") and goal.lemma in word_set("place_words") - {"capital", "city", "resort"}


def _of_delegation(leader: Party, cue: Cue, roster: Roster) -> Party:
    """The leader of "a Sudanese delegation" with its state."""
    delegation = subject_of(cue.head) if cue.verb is cue.head else cue.head
    words = phrase_of(delegation) if delegation is not None else []
    codes = roster.actors.named(words[0].start, words[-1].end) if words else ()
    return replace(leader, state=codes[0]) if len(codes) == 1 else leader


def _states_of(goals: Sequence[Token], cue: Cue, roster: Roster) -> set[str]:
    found: set[str] = set()
    for goal in goals:
        words = phrase_of(goal)
        last = goal.child("appos") or goal
        found |= set(roster.actors.named(words[0].start, max(goal.end, last.end))[-1:])
        found |= {p.state for p in roster.parties([goal]) if p.kind == "person" and p.state}
        city = state_of_city(place_words(roster.reading, goal)) if goal.ent else None
        found |= {city} if city is not None else set()
    if found or not any(g.ent == "GPE" for g in goals):
        return found
    sentence = cue.head.sentence
    contacts = any(t.lemma in {"talk", "meet", "meeting", "summit"} for t in sentence.tokens if t.i > goals[-1].i)
    return set(roster.actors.named(goals[-1].end, sentence.end)[:1]) if contacts else set()


def conference_of(cue: Cue, roster: Roster) -> Trip | None:
    """Read a news conference; its target is the state that its own words name, the speaker's own left out."""
    verb = next((t for t in cue.head.ancestors() if t.pos == "VERB"), None)
    speaker = subject_of(verb) if verb is not None else None
    speakers = roster.parties([*cue.mine, *([speaker] if speaker is not None else [])])
    people = [p for p in speakers if p.kind == "person" and p.state]
    holders = [cue.head, *([cue.anchor] if cue.anchor is not None else [])]
    here = [c for h in holders for c in h.children if c.dep == "prep" and c.lower in {"in", "at"}]
    words = [t for c in here for t in c.subtree()]
    target = set(roster.actors.named(words[0].start, words[-1].end)) if words else set()
    return Trip(settled(people[:1]), tuple(sorted(target - {people[0].state}))) if people else None


def place_words(reading: Reading, goal: Token) -> str:
    """The place as a name: "the Republic of Korea" without its article."""
    name = next((n for n in reading.names if n.start <= goal.start < n.end), None)
    words = name.text if name else goal.text
    return " ".join(words.split()).removeprefix("the ").removesuffix("’s").removesuffix("'s")


def ahead(cue: Cue) -> bool:
    """Whether it is a visit that had not been paid, told by a noun: "a visit planned for May"."""
    status = status_of(cue)
    near = [cue.head.child("amod"), *(c for c in cue.head.children if c.dep == "acl")]
    return status is not None and status[0] == "planned" and any(w is not None and _plans(w) for w in near)


def _plans(word: Token) -> bool:
    return told_by(word.lower, "modifiers") == "planned" or told_by(word.lemma, "verbs") == "planned"


def host_states(cue: Cue, sides: Sides, roster: Roster) -> tuple[str, ...]:
    """States that may be visited: those told before in the sentence, the last first, then those of the document."""
    told = roster.actors.named(cue.head.sentence.start, cue.head.start)
    return tuple(s for s in (*reversed(told), *roster.actors.pair) if s not in sides.states)


def is_place(goal: Token) -> bool:
    """Whether it is a place and not the person who asked for the visit."""
    return goal.ent != "PERSON" and bool(goal.ent or goal.pos == "PROPN")
