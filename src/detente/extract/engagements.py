"""Contacts between representatives of states: held, planned, proposed, postponed, called off, refused.

Not read yet: contacts told only by what came of them ("reached a deal with") and the several meetings behind one
plural ("a series of meetings").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.extract.engagement_cues import Cue, word_set
from detente.extract.engagement_echo import called_off, definite, echoes, named_event
from detente.extract.engagement_finding import find_cues
from detente.extract.engagement_joint import between_the_two, joint_sides
from detente.extract.engagement_merge import Contact, Telling, fits, joined_setting, merged
from detente.extract.engagement_nesting import dated_by, held_within
from detente.extract.engagement_parties import Roster, Sides, settled
from detente.extract.engagement_parts import one_each, parts_of
from detente.extract.engagement_setting import (
    Setting,
    aims_of,
    announcement_of,
    outcome_of,
    reason_of,
    repeated,
    setting_of,
)
from detente.extract.engagement_status import refuser, status_of
from detente.extract.engagement_visits import ahead, host_states, is_place
from detente.model.dossier import Party
from detente.model.findings import Engagement, EngagementKind, EngagementStatus
from detente.model.span import Span
from detente.model.when import When
from detente.text.chain import Found
from detente.text.clauses import bounds, joined, phrase_of, subject_of
from detente.text.reading import Reading, Sentence, Token

LABEL = "engagements/1"
_UNLIKE = ({"held", "planned"}, {"held", "proposed"}, {"held", "declined"}, {"held", "cancelled"})
"""What is told of a contact of one standing is not told of one of the other."""
_LONGEST_CALL = 180
"""Two people who are told to have talked for so many minutes met."""
_NEAR = 5
"""A visit and a meeting told at most so many code points apart are told in one breath."""
_LONG = 320
"""A clause of more code points is cut down to the words for the contact and its sides."""


def extract_engagements(reading: Reading, found: Found) -> list[Engagement]:
    """Each contact once, with its best one to three tellings; visits know the meetings in them."""
    del found
    contacts = [c for c in merged(_Gathering(reading).gather()) if c.tellings]
    visits = [c for c in contacts if c.kind == "visit"]
    meetings = [c for c in contacts if c.kind != "visit"]
    within = [(m, next((v for v in visits if held_within(m, v)), None)) for m in meetings]
    for visit in visits:
        dated_by(visit, [m for m, holder in within if holder is visit])
    made = {id(v): _finding(v) for v in visits}
    others = [_within(m, v, made[id(v)]) if v is not None else _finding(m) for m, v in within]
    return sorted([*made.values(), *others], key=lambda e: e.evidence[0].start)


def _within(meeting: Contact, visit: Contact, found: Engagement) -> Engagement:
    """A meeting in a visit, which was where the visit was unless the text says otherwise, and when that was a day's."""
    told_at_once = any(m.span.start <= v.span.end + _NEAR and v.span.start <= m.span.end + _NEAR
                       for m in meeting.tellings for v in visit.tellings)  # fmt: skip
    day = visit.setting.when
    if meeting.setting.when is None and told_at_once and day is not None and day.precision in {"day", "month"}:
        meeting.setting = replace(meeting.setting, when=replace(day, basis="inferred"))
    return replace(_finding(meeting), part_of=found.id, place=meeting.setting.place or visit.setting.place)


class _Gathering:
    """Goes through a text once and keeps the contacts told so far, so that "it" and "the meeting" find theirs."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.roster = Roster(reading)
        self.told: list[Contact] = []
        self.awaiting: Cue | None = None

    def gather(self) -> list[Contact]:
        """Contacts in the order of their tellings, not yet merged."""
        cues: dict[int, list[Cue]] = {}
        for cue in find_cues(self.reading):
            cues.setdefault(cue.head.sentence.start, []).append(cue)
        for sentence in self.reading.sentences:
            before = len(self.told)
            for cue in cues.get(sentence.start, ()):
                self.told.extend(self._contacts(cue))
            self._by_pronoun(sentence)
            self.awaiting = next((c for c in cues.get(sentence.start, ()) if _expected(c)), None)
            self._by_aside(cues.get(sentence.start, []), self.told[before:])
        return self.told

    def _contacts(self, cue: Cue) -> Iterator[Contact]:
        status = status_of(cue)
        if status is None or repeated(cue, self.reading):
            return
        made = False
        for part in parts_of(cue, self.roster):
            contact = self._contact(part)
            if contact is None:
                continue
            made = True
            contact.status = self._dated_status(status[0], contact.setting)
            contact.earlier = part.earlier and contact.status == "held"
            contact.overdue = self._overdue(contact.setting)
            self._tell_circumstances(contact, part, status[1])
            yield from (replace(contact, sides=s, tellings=[*contact.tellings]) for s in one_each(contact.sides, part))
        if not made and not _expected(cue):
            self._attach(cue, status[0])

    def _dated_status(self, status: EngagementStatus, setting: Setting) -> EngagementStatus:
        """What lies after the day of publication is planned, whatever the tense."""
        published = self.reading.document.published
        if status == "held" and setting.ahead:
            return "planned"
        if status != "held" or setting.when is None or published is None:
            return status
        return "planned" if setting.when.interval.earliest > When.from_iso(published).interval.latest else status

    def _overdue(self, setting: Setting) -> bool:
        published = self.reading.document.published
        if setting.when is None or published is None:
            return False
        return setting.when.interval.latest < When.from_iso(published).interval.earliest

    def _contact(self, cue: Cue) -> Contact | None:
        match cue.kind:
            case "visit":
                return self._visit(cue)
            case "news_conference":
                return self._news_conference(cue)
            case _:
                return self._meeting(cue)

    def _meeting(self, cue: Cue) -> Contact | None:
        unknown = cue.theirs and not self.roster.parties(cue.theirs)
        if unknown and (cue.head.lemma == "meet" or (cue.wary and cue.head.pos == "VERB")):
            return None
        sides = self.roster.sides(cue)
        if not sides.parties and sides.generic and not cue.wary and not self.told:
            sides = settled(self.roster.paired(self.roster.parties([*cue.mine, *cue.theirs])))
        if len(sides.states) == 1 and cue.anchor is not None and not cue.theirs:
            sides = self._with_guest(cue, sides)
        together = joint_sides(cue, self.roster)
        if len({p.state for p in sides.parties if p.state}) < 2 or (together.people and not sides.people):
            sides = together
        if len(sides.states) < 2:
            sides = between_the_two(cue, self.roster)
        if len(sides.states) < 2:
            return None
        if cue.wary and cue.anaphoric and (cue.mine or len(sides.people) < 2):
            return None
        contact = self._made(cue, sides)
        if not sides.people and not self._substantial(contact, cue):
            return None
        known = next((k for k in reversed(self.told) if k.sides.names == sides.names), None)
        if cue.anaphoric and known is not None and (contact.setting.when is None or fits(known, contact.setting)):
            return None if contact.setting.when is None or known.setting.when is not None else contact
        return contact

    def _substantial(self, contact: Contact, cue: Cue) -> bool:
        """Whether a contact of states without people has a day, a place, a length or a verb that carries it."""
        setting = contact.setting
        told = setting.when or setting.place or setting.minutes or cue.verb
        return bool(told) or cue.head.lemma in word_set("ongoing")

    def _with_guest(self, cue: Cue, sides: Sides) -> Sides:
        """Find the guest of "while the minister hosted dinner" in the main clause."""
        verb = cue.anchor
        if verb is None or verb.dep not in {"advcl", "conj"} or verb.lemma != "host":
            return sides
        guest = subject_of(verb.head)
        return settled([*sides.parties, *self.roster.parties([guest] if guest is not None else [])])

    def _visit(self, cue: Cue) -> Contact | None:
        sides = self.roster.visitor(cue)
        visitors = [p for p in sides.parties if p.kind == "person" or (p.kind == "unnamed" and not _plural(p.name))]
        if visitors and not visitors[0].state:
            visitors = [self._of_delegation(visitors[0], cue), *visitors[1:]]
        if not visitors or not visitors[0].state:
            return None
        sides = settled(visitors)
        goals = [d for t in cue.destination for d in joined(t) if d.ent not in {"DATE", "TIME"}]
        target = self._states_of(goals, cue) - set(sides.states)
        place = next((_words(self.reading, g) for g in goals if is_place(g)), None)
        contact = self._made(cue, sides)
        contact.target = tuple(sorted(target))
        if not target and not goals and ahead(cue):
            contact.target = host_states(cue, sides, self.roster)[:1]
        contact.setting = replace(contact.setting, place=place or contact.setting.place)
        return contact

    def _of_delegation(self, leader: Party, cue: Cue) -> Party:
        """The leader of "a Sudanese delegation" with its state."""
        delegation = subject_of(cue.head) if cue.verb is cue.head else cue.head
        words = phrase_of(delegation) if delegation is not None else []
        codes = self.roster.actors.named(words[0].start, words[-1].end) if words else ()
        return replace(leader, state=codes[0]) if len(codes) == 1 else leader

    def _states_of(self, goals: list[Token], cue: Cue) -> set[str]:
        found: set[str] = set()
        for goal in goals:
            words = phrase_of(goal)
            last = goal.child("appos") or goal
            found |= set(self.roster.actors.named(words[0].start, max(goal.end, last.end))[-1:])
            found |= {p.state for p in self.roster.parties([goal]) if p.kind == "person" and p.state}
        if found or not any(g.ent == "GPE" for g in goals):
            return found
        sentence = cue.head.sentence
        contacts = any(t.lemma in {"talk", "meet", "meeting", "summit"} for t in sentence.tokens if t.i > goals[-1].i)
        return set(self.roster.actors.named(goals[-1].end, sentence.end)[:1]) if contacts else set()

    def _news_conference(self, cue: Cue) -> Contact | None:
        """One given abroad: the speaker's state is not that of the place."""
        verb = next((t for t in cue.head.ancestors() if t.pos == "VERB"), None)
        speaker = subject_of(verb) if verb is not None else None
        speakers = self.roster.parties([*cue.mine, *([speaker] if speaker is not None else [])])
        people = [p for p in speakers if p.kind == "person" and p.state]
        holders = [cue.head, *([cue.anchor] if cue.anchor is not None else [])]
        here = [c for h in holders for c in h.children if c.dep == "prep" and c.lower in {"in", "at"}]
        words = [t for c in here for t in c.subtree()]
        if not people:
            return None
        target = set(self.roster.actors.named(words[0].start, words[-1].end)) if words else set()
        contact = self._made(cue, settled(people[:1]))
        stay = self._latest("visit")
        if not target - {people[0].state} and stay is not None and stay.sides.names == contact.sides.names:
            target = set(stay.target) if stay.status == "held" and contact.setting.when is not None else set()
            contact.setting = replace(contact.setting, place=contact.setting.place or stay.setting.place)
        contact.target = tuple(sorted(target - {people[0].state}))
        return contact if contact.target else None

    def _made(self, cue: Cue, sides: Sides) -> Contact:
        setting = setting_of(cue, self.reading)
        if cue.apart and cue.reach is not None:
            setting = replace(setting, place=None)
        start, end = self._bounds(cue)
        worth = 0.0 + len(sides.people) + (setting.when is not None) + (setting.place is not None)
        worth += 2 * (setting.minutes is not None) + 0.5 * (cue.verb is not None)
        if cue.head.sentence.paragraph.kind in {"headline", "heading"}:
            worth -= 4
        telling = Telling(self.reading.span(start, end), worth)
        return Contact(cue.kind, "held", sides, setting, spoken=cue.spoken, tellings=[telling])

    def _bounds(self, cue: Cue) -> tuple[int, int]:
        """The clause or phrase that tells it; where that is long, the words from its first side to its last."""
        head = cue.anchor if cue.anchor is not None else cue.head
        aside = [c for c in head.children if c.i < head.i and (c.dep == "advcl" or c.child("pcomp") is not None)]
        start, end = bounds(head, shed=aside)
        if end - start <= _LONG:
            return start, end
        near = [cue.head, *([cue.anchor] if cue.anchor else []), *cue.mine, *cue.theirs, *cue.destination]
        inside = [t for n in near for t in phrase_of(n)]
        return min(t.start for t in inside if t.pos != "PUNCT"), max(t.end for t in inside)

    def _tell_circumstances(self, contact: Contact, cue: Cue, word: Token | None) -> None:
        contact.tellings = [replace(t, span=self._with_status(t.span, cue, word)) for t in contact.tellings]
        contact.aims = aims_of(cue, self.reading)
        contact.announced = announcement_of(cue, self.reading)
        contact.outcome = outcome_of(cue, self.reading)
        if contact.status in {"declined", "cancelled", "postponed"}:
            contact.reason = reason_of(word, cue, self.reading)
        if contact.status == "declined" and (who := refuser(word)) is not None:
            names = [p.name for p in self.roster.parties([who])]
            contact.refused_by = names[0] if names else None

    def _with_status(self, span: Span, cue: Cue, word: Token | None) -> Span:
        """The telling with the verb that tells its status: "is scheduled to visit", "rejected a request for talks"."""
        if word is None or word.pos != "VERB" or word is cue.head or cue.head not in word.subtree():
            return span
        aside = [c for c in word.children if c.i < word.i and (c.dep == "advcl" or c.child("pcomp") is not None)]
        start, end = bounds(word, shed=aside)
        wider = start <= span.start and span.end <= end and end - start <= _LONG
        return self.reading.span(start, end) if wider else span

    def _attach(self, cue: Cue, status: EngagementStatus) -> None:
        """Give what "the meeting lasted …" tells to the latest contact of its kind."""
        known = self._latest("visit" if cue.kind == "visit" else None)
        owners = {p.name for p in self.roster.parties(cue.mine) if p.kind == "person"}
        others = any(p.kind == "unnamed" and p.state is None for p in self.roster.parties(cue.mine))
        if others or (known is not None and {known.status, status} in _UNLIKE):
            return
        if known is None or cue.head.pos == "VERB" or not (definite(cue.head) or cue.mine) or named_event(cue.head):
            return
        if not owners <= known.sides.names or (cue.head.tag == "NNS" and cue.kind != "talks"):
            return
        if (known.kind == "call" or known.spoken) and cue.head.lemma not in word_set("of_calls"):
            return
        setting = setting_of(cue, self.reading)
        if not fits(known, setting):
            self.told.extend(self._by_its_clause(cue) if setting.when is not None else ())
            return
        contact = self._same_again(known, setting, self._bounds(cue))
        contact.outcome, contact.announced = outcome_of(cue, self.reading), announcement_of(cue, self.reading)
        self.told.append(contact)

    def _by_its_clause(self, cue: Cue) -> Iterator[Contact]:
        """Find who took part in "the meeting in March, where they agreed" by the pronoun of its clause."""
        pronouns = [t for t in cue.head.subtree() if t.pos == "PRON"]
        sides = settled(self.roster.parties(pronouns))
        if len(sides.people) > 1 and len(sides.states) > 1:
            yield self._made(cue, sides)

    def _latest(self, kind: str | None) -> Contact | None:
        fits = (c for c in reversed(self.told) if (c.kind == "visit") == (kind == "visit"))
        return next(fits, None)

    def _same_again(self, known: Contact, setting: Setting, where: tuple[int, int]) -> Contact:
        told = [setting.when, setting.place, setting.minutes, setting.start]
        worth = sum(t is not None for t in told) + (setting.minutes is not None)
        tellings = [Telling(self.reading.span(*where), worth)] if worth else []
        joint = joined_setting(setting, known.setting)
        return replace(known, setting=joint, tellings=tellings, aims=None)

    def _by_pronoun(self, sentence: Sentence) -> None:
        """Give what "it lasted 30 minutes" and "he called it off" tell to the contact that "it" is."""
        for verb, setting in echoes(sentence, self.reading) if self.told else ():
            known = self._latest(None) or self.told[-1]
            self.told.append(self._same_again(known, setting, bounds(verb)))
        ended, trip = called_off(sentence), self.awaiting
        if ended is not None and trip is not None:
            self.told.extend(self._called_off(trip, *ended))

    def _called_off(self, trip: Cue, who: Token, verb: Token, status: EngagementStatus) -> Iterator[Contact]:
        """The visit of "The trip had been planned for May. Mr Doe called it off", to the other state of the text."""
        sides = settled([p for p in self.roster.parties([who]) if p.kind == "person"])
        target = tuple(s for s in self.roster.actors.pair if s not in sides.states)[:1]
        if not sides.states or not target:
            return
        contact = self._made(trip, sides)
        contact.tellings.append(Telling(self.reading.span(*bounds(verb)), 2))
        contact.status, contact.target = status, target
        contact.overdue = self._overdue(contact.setting)
        contact.reason = reason_of(verb, trip, self.reading)
        yield contact

    def _by_aside(self, cues: list[Cue], made: list[Contact]) -> None:
        """Take "despite speaking briefly, …" for talks between the people of the main clause."""
        for cue in cues:
            alone = cue.head.pos == "VERB" and not cue.theirs and cue.head.dep in {"pcomp", "advcl"}
            if not alone or not made or subject_of(cue.head) not in {None, *_subjects(cue.head)}:
                continue
            status = status_of(cue)
            main = next((c for c in made if len(c.sides.people) > 1 and c.tellings), None)
            if status is None or main is None or cue.kind == "visit":
                continue
            opening = cue.head.head if cue.head.dep == "pcomp" else cue.head
            start, end = opening.subtree()[0].start, main.tellings[0].span.end
            telling = Telling(self.reading.span(start, max(end, opening.subtree()[-1].end)), 2)
            setting = replace(main.setting, minutes=None)
            self.told.append(Contact("talks", "held", main.sides, setting, spoken=True, tellings=[telling]))


def _subjects(verb: Token) -> tuple[Token, ...]:
    return tuple(s for t in verb.ancestors() if (s := subject_of(t)) is not None)


def _plural(name: str) -> bool:
    return name.endswith("s")


def _words(reading: Reading, goal: Token) -> str:
    """The place as a name: "the Republic of Korea" without its article."""
    name = next((n for n in reading.names if n.start <= goal.start < n.end), None)
    words = name.text if name else goal.text
    return " ".join(words.split()).removeprefix("the ").removesuffix("’s").removesuffix("'s")


def _expected(cue: Cue) -> bool:
    """Whether it tells of a visit by nobody in particular that had been planned: "the trip had been set for May"."""
    had = cue.anchor is not None and any(c.lower == "had" for c in cue.anchor.children)
    return cue.kind == "visit" and had and not cue.mine and (status_of(cue) or ("", None))[0] in {"planned", "held"}


def _confidence(contact: Contact) -> float:
    """A plain sum: named people on both sides, a day, a place, several tellings; less for vague ones."""
    score = 0.4 + 0.1 * min(2, len(contact.sides.people))
    score += 0.1 * (contact.setting.when is not None) + 0.05 * (contact.setting.place is not None)
    score += 0.05 * min(3, len(contact.tellings) - 1)
    score += 0.1 * (max(t.worth for t in contact.tellings) >= 3)
    score -= 0.15 * contact.sides.generic + 0.15 * (max(t.worth for t in contact.tellings) < 0)
    return round(min(0.95, max(0.3, score)), 2)


def _kind(contact: Contact) -> EngagementKind:
    """Take "spoke with" for a call where no place is told."""
    apart = contact.setting.place is None and (contact.setting.minutes or 0) < _LONGEST_CALL
    return "call" if contact.spoken and apart and contact.status == "held" else contact.kind


def _finding(contact: Contact) -> Engagement:
    setting = contact.setting
    return Engagement(
        evidence=contact.evidence(),
        confidence=_confidence(contact),
        extractor=LABEL,
        kind=_kind(contact),
        participants=tuple(p.name for p in contact.sides.parties),
        states=contact.states,
        date=setting.when.day if setting.when else None,
        end_date=setting.until.day if setting.until else None,
        date_basis=setting.when.basis if setting.when else None,
        start=setting.start,
        end=setting.end,
        duration_min=setting.minutes if contact.kind != "visit" else None,
        place=setting.place if contact.kind != "call" else None,
        status=contact.status,
        announced=contact.announced,
        refused_by=contact.refused_by,
        reason=contact.reason,
        aims=contact.aims,
        outcome=contact.outcome,
    )
