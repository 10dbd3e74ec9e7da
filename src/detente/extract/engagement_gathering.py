"""Goes through a text and gathers every telling of a contact, with what later sentences add to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.extract.engagement_cues import Cue, word_set
from detente.extract.engagement_day import carried_over, looked_back_on, read_out
from detente.extract.engagement_echo import called_off, definite, echoes, named_event, set_off
from detente.extract.engagement_finding import find_cues
from detente.extract.engagement_merge import Contact, Telling, fits, joined_setting
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
from detente.extract.engagement_sides import both_sides
from detente.extract.engagement_status import not_since, status_of, told_as_done
from detente.extract.engagement_telling import telling_of, with_status, words_of
from detente.extract.engagement_verb_status import Told
from detente.extract.engagement_visits import Trip, conference_of, trip_of
from detente.model.findings import EngagementStatus
from detente.model.when import When
from detente.text.clauses import bounds, subject_of
from detente.text.reading import Reading, Sentence, Token

_UNLIKE = ({"held", "planned"}, {"held", "proposed"}, {"held", "declined"}, {"held", "cancelled"})
"""What is told of a contact of one standing is not told of one of the other."""
_LONG_OVER_DAYS = 180
_RECALLED = 1500
"""So many code points later "it" and "the meeting" still stand for a contact."""


class Gathering:
    """Goes through a text once and keeps the contacts told so far, so that "it" and "the meeting" find theirs."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.roster = Roster(reading)
        self.cues: list[Cue] = []
        self.told: list[Contact] = []
        self.unsettled: list[tuple[Cue, Told]] = []
        self.awaiting: Cue | None = None
        self.last: Sentence | None = None

    def gather(self) -> list[Contact]:
        """Contacts in the order of their tellings, not yet merged."""
        cues: dict[int, list[Cue]] = {}
        self.cues.extend(find_cues(self.reading))
        for cue in self.cues:
            cues.setdefault(cue.head.sentence.start, []).append(cue)
        for sentence in self.reading.sentences:
            before = len(self.told)
            for cue in cues.get(sentence.start, ()):
                self.told.extend(self._contacts(cue))
            self._by_pronoun(sentence)
            self.awaiting = next((c for c in cues.get(sentence.start, ()) if _expected(c)), None)
            self._by_aside(cues.get(sentence.start, []), self.told[before:])
            self.last = sentence
        return self.told

    def _contacts(self, cue: Cue) -> Iterator[Contact]:
        status = status_of(cue)
        if status is None and not_since(cue):
            cue, status = replace(cue, since=True), ("held", None)
        if status is None or repeated(cue, self.reading):
            return
        made = False
        for part in parts_of(cue, self.roster):
            contact = self._contact(part)
            if contact is None:
                continue
            made = True
            contact.status = self.dated_status(status, part, contact.setting)
            contact = carried_over(contact, part, self._latest(None), self.last, self.reading)
            contact = read_out(contact, part, self.told, self.reading)
            back = part.earlier or looked_back_on(part, contact, self.reading.document.published)
            contact.earlier = contact.status == "held" and (back or self._long_over(contact.setting))
            contact.overdue = self.is_overdue(contact.setting)
            self.tell_circumstances(contact, part, status[1])
            yield from (replace(contact, sides=s, tellings=[*contact.tellings]) for s in one_each(contact.sides, part))
        if not made and not _expected(cue):
            before = len(self.told)
            self.told.extend(self._another(cue, status[0]))
            if len(self.told) == before:
                self._attach(cue, status[0])
            if len(self.told) == before:
                self.unsettled.append((cue, status))

    def dated_status(self, told: tuple[EngagementStatus, Token | None], cue: Cue, setting: Setting) -> EngagementStatus:
        """What lies after publication is planned unless a verb tells it as done; what lies before was held."""
        status, word = told
        if status in {"planned", "proposed"} and self.is_overdue(setting) and not _said_of(word, cue):
            return "held"
        if status == "held" and told_as_done(cue):
            return status
        if status == "held" and setting.ahead:
            return "planned"
        return "planned" if status == "held" and self._ahead(setting) else status

    def is_overdue(self, setting: Setting) -> bool:
        """Whether its day lay before that of publication."""
        published = self.reading.document.published
        if setting.when is None or published is None:
            return False
        return setting.when.interval.latest < When.from_iso(published).interval.earliest

    def _ahead(self, setting: Setting) -> bool:
        """Whether its day lies after that of publication."""
        published = self.reading.document.published
        if setting.when is None or published is None:
            return False
        return setting.when.interval.earliest > When.from_iso(published).interval.latest

    def _just_told(self, contact: Contact, start: int) -> bool:
        """Whether "it" or "the meeting" can stand for a contact; where several speak, only just after it was told."""
        last = max((t.span.end for t in contact.tellings), default=start)
        return not self.roster.voices.several or start - last <= _RECALLED

    def _long_over(self, setting: Setting) -> bool:
        """Whether its day lay so long before publication that a talk with the press is hardly about it."""
        published = self.reading.document.published
        if setting.when is None or published is None or not self.roster.voices.several:
            return False
        return (When.from_iso(published).interval.earliest - setting.when.interval.latest).days > _LONG_OVER_DAYS

    def _contact(self, cue: Cue) -> Contact | None:
        match cue.kind:
            case "visit":
                trip = trip_of(cue, self.roster)
                return self._journey(cue, trip) if trip is not None else None
            case "news_conference":
                trip = conference_of(cue, self.roster)
                return self._conference(cue, trip) if trip is not None else None
            case _:
                return self._meeting(cue)

    def _journey(self, cue: Cue, trip: Trip) -> Contact:
        contact = self.made(cue, trip.sides)
        contact.target, contact.hosts = trip.target, trip.hosts
        contact.setting = replace(contact.setting, place=trip.place or contact.setting.place)
        return contact

    def _conference(self, cue: Cue, trip: Trip) -> Contact | None:
        """One given abroad, also in the course of the speaker's visit told before."""
        contact = self.made(cue, trip.sides)
        target, stay = trip.target, self._latest("visit")
        if not target and stay is not None and stay.sides.names == contact.sides.names:
            target = stay.target if stay.status == "held" and contact.setting.when is not None else ()
            contact.setting = replace(contact.setting, place=contact.setting.place or stay.setting.place)
        contact.target = tuple(s for s in target if s not in contact.sides.states)
        return contact if contact.target else None

    def _meeting(self, cue: Cue) -> Contact | None:
        sides = both_sides(cue, self.roster, first=not self.told)
        if not sides.states or (cue.wary and cue.anaphoric and (cue.mine or len(sides.people) < 2)):
            return None
        contact = self.made(cue, sides)
        if not sides.people and not self._substantial(contact, cue):
            return None
        if cue.act and not self._done_together(contact):
            return None
        known = next((k for k in reversed(self.told) if k.sides.names == sides.names), None)
        if cue.anaphoric and known is not None and (contact.setting.when is None or fits(known, contact.setting)):
            return None if contact.setting.when is None or known.setting.when is not None else contact
        return contact

    def _done_together(self, contact: Contact) -> bool:
        """Whether two named people did it on a day or at a place for which no contact of theirs is told.

        Unnamed people of two states need both the day and the place.
        """
        people, setting = {p.name for p in contact.sides.people}, contact.setting
        day = setting.when is not None and setting.when.precision == "day"
        told = (day or setting.place) if len(people) > 1 else (day and setting.place and not people)
        if len(contact.sides.states) < 2 or not told:
            return False
        return not any(people <= {p.name for p in k.sides.people} and fits(k, setting) for k in self.told)

    def _substantial(self, contact: Contact, cue: Cue) -> bool:
        """Whether a contact of states without people has a day, a place, a length or a verb that carries it."""
        setting = contact.setting
        told = setting.when or setting.place or setting.minutes
        vague = bool(cue.verb) or cue.head.lemma in word_set("ongoing")
        return bool(told) or (vague and not contact.sides.implied)

    def made(self, cue: Cue, sides: Sides) -> Contact:
        """The contact of these sides that a cue tells, held as far as is known."""
        setting = setting_of(cue, self.reading)
        if cue.apart and cue.reach is not None:
            setting = replace(setting, place=None)
        spans = words_of(cue)
        worth = 0.0 + len(sides.people) + (setting.when is not None) + (setting.place is not None)
        worth += 2 * (setting.minutes is not None) + 0.5 * (cue.verb is not None)
        if cue.head.sentence.paragraph.kind in {"headline", "heading"}:
            worth -= 4
        tellings = [Telling(self.reading.span(*span), worth) for span in spans]
        return Contact(cue.kind, "held", sides, setting, spoken=cue.spoken, cue=cue, tellings=tellings)

    def tell_circumstances(self, contact: Contact, cue: Cue, word: Token | None) -> None:
        """Add what its clause tells of aim, reason and outcome; `word` tells its status."""
        contact.tellings = [replace(t, span=with_status(t.span, cue, word, self.reading)) for t in contact.tellings]
        contact.aims = aims_of(cue, self.reading)
        contact.announced = announcement_of(cue, self.reading)
        contact.outcome = outcome_of(cue, self.reading)
        if contact.status in {"declined", "cancelled", "postponed"}:
            contact.reason = reason_of(word, cue, self.reading)
        if contact.status == "declined" and (who := _refuser(word)) is not None:
            names = [p.name for p in self.roster.parties([who])]
            contact.refused_by = names[0] if names else None

    def _attach(self, cue: Cue, status: EngagementStatus) -> None:
        """Give what "the meeting lasted …" tells to the latest contact of its kind."""
        known = self._latest("visit" if cue.kind == "visit" else None)
        if known is not None and not self._just_told(known, cue.head.start):
            known = None
        owners = {p.name for p in self.roster.parties(cue.mine) if p.kind == "person"}
        others = any(p.kind == "unnamed" and p.state is None for p in self.roster.parties(cue.mine))
        if others or (known is not None and {known.status, status} in _UNLIKE):
            return
        if known is None or cue.head.pos == "VERB" or not (definite(cue.head) or cue.mine) or named_event(cue.head):
            return
        if not owners <= known.sides.names or (cue.head.tag == "NNS" and cue.kind != "talks"):
            return
        setting = setting_of(cue, self.reading)
        other = (known.kind == "call" or known.spoken) and cue.head.lemma not in word_set("of_calls")
        if other or (known.status == "held" and self._ahead(setting)):
            return
        if not fits(known, setting):
            self.told.extend(self._by_its_clause(cue) if setting.when is not None else ())
            return
        contact = self._same_again(known, setting, telling_of(cue))
        contact.outcome, contact.announced = outcome_of(cue, self.reading), announcement_of(cue, self.reading)
        self.told.append(contact)

    def _another(self, cue: Cue, status: EngagementStatus) -> Iterator[Contact]:
        """One more of the same people ("a further meeting", "their first call"), or a gathering of its own name."""
        if cue.head.pos == "VERB" or cue.kind in {"visit", "letter", "news_conference"}:
            return
        known = self._latest(None)
        own_name = bool(cue.kind == "summit" and named_event(cue.head) and self.reading.document.account_of)
        if not own_name and (known is None or not set_off(cue.head)):
            return
        sides, setting = known.sides if known is not None else Sides((), ()), setting_of(cue, self.reading)
        if setting.when is None or not {p.name for p in self.roster.parties([*cue.mine, *cue.theirs])} <= sides.names:
            return
        if own_name:
            if any(c.setting.when is not None and fits(c, setting) for c in self.told):
                return
            sides = Sides((), sides.states or self.roster.actors.pair)
        elif known is not None and known.status == status and fits(known, setting):
            return
        if len(sides.states) > 1:
            contact = self.made(cue, sides)
            contact.status = self.dated_status((status, None), cue, contact.setting)
            yield contact

    def _by_its_clause(self, cue: Cue) -> Iterator[Contact]:
        """Find who took part in "the meeting in March, where they agreed" by the pronoun of its clause."""
        pronouns = [t for t in cue.head.subtree() if t.pos == "PRON"]
        sides = settled(self.roster.parties(pronouns))
        if len(sides.people) > 1 and len(sides.states) > 1:
            yield self.made(cue, sides)

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
            known = next((c for c in reversed(self.told) if c.kind not in {"visit", "letter"}), self.told[-1])
            if self._just_told(known, sentence.start):
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
        contact = self.made(trip, sides)
        contact.tellings.append(Telling(self.reading.span(*bounds(verb)), 2))
        contact.status, contact.target = status, target
        contact.overdue = self.is_overdue(contact.setting)
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


def _refuser(word: Token | None) -> Token | None:
    """Who does what a verb of refusal tells."""
    return subject_of(word) if word is not None and word.pos == "VERB" else None


def _subjects(verb: Token) -> tuple[Token, ...]:
    return tuple(s for t in verb.ancestors() if (s := subject_of(t)) is not None)


def _said_of(word: Token | None, cue: Cue) -> bool:
    """Whether the word of status is said of the contact itself: its verb, or a word or clause on the noun."""
    verbal = cue.head.pos in {"VERB", "AUX"} or (word is not None and word is cue.anchor)
    return verbal or (word is not None and (word.head is cue.head or cue.head.head is word))


def _expected(cue: Cue) -> bool:
    """Whether it tells of a visit by nobody in particular that had been planned: "the trip had been set for May"."""
    had = cue.anchor is not None and any(c.lower == "had" for c in cue.anchor.children)
    return cue.kind == "visit" and had and not cue.mine and (status_of(cue) or ("", None))[0] in {"planned", "held"}
