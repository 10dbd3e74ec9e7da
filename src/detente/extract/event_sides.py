"""Who does what to whom: the actor and the recipient of an act as its sentence and the document tell them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from detente.extract.event_codes import fought_by, home_of, sector_of
from detente.extract.event_drafts import Draft
from detente.extract.event_scene import Scene
from detente.extract.event_words import event_words
from detente.extract.speech import speech_words
from detente.model.findings import EventType, Sector
from detente.ontology.lexicon import lexicon
from detente.ontology.states import STATES
from detente.text.clauses import joined, modal, phrase_of
from detente.text.reading import Token

_OF_ANY_SECTOR = frozenset({"group"})
"""Acts like an actor, and tells no sector ("a working group")."""
_SPEAKER = frozenset({"i", "we", "our", "my", "us", "me", "ours"})
_STATELESS = frozenset({"armed", "crowd", "press"})
"""Kinds of actor that a government's account names without their state being its own."""
_SPOKEN: frozenset[EventType] = frozenset({"ACCUSE", "REQUEST", "SUPPORT"})
_RIVALS = frozenset({"PTY", "LEG", "OPP", "CVL"})
"""Whom a government's own account blames by telling what they do."""
_BETWEEN: frozenset[EventType] = frozenset({"CONSULT", "COOPERATE"})
"""What several who act together do with each other."""
_HARM: frozenset[EventType] = frozenset({"COERCE", "ASSAULT"})
_OUTLAWS = frozenset({"REB", "CRM"})
_PEOPLE = frozenset({"person", "unnamed"})
_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
_DUTY = frozenset({"should", "must", "shall"})
_NAMED = frozenset({"ORG", "PERSON"})
_PLACES = frozenset({"GPE", "NORP"})
_DAYS = frozenset({"DATE", "TIME"})
_BESIDE = frozenset({"amod", "compound", "poss"})
_ABROAD = frozenset({"ally", "partner", "counterpart", "world"})
"""Who is no doubt of other states, nobody knows which."""
_ANYWHERE = _ABROAD | {"leader", "country", "nation", "region", "government"}
"""Who may be, where a document names other states at all."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an act; all is unknown where nobody is told."""

    name: str | None = None
    states: tuple[str, ...] = ()
    sector: Sector | None = None


def sides_of(scene: Scene, draft: Draft, type_: EventType) -> tuple[Side, Side]:
    """The actor and the recipient of an act of this type."""
    if _is_content(scene, draft, type_):
        spoken_to = _recipient(scene, draft.actor, ())
        at_home = not spoken_to.states and (_acts(scene, draft.actor) or _at_home(scene, draft))
        spoken_to = _told_elsewhere(scene, spoken_to, draft.actor, scene.own) if at_home else spoken_to
        return Side(states=scene.own, sector="GOV" if scene.own else None), spoken_to
    patient = _patient(draft) if type_ in _HARM else None
    actor = _actor(scene, draft) if patient is None or draft.actor is not None else _where(scene, draft)
    by = scene.own if scene.issuer in actor.states else actor.states[:1]
    others = tuple(s for s in actor.states if s not in by)
    noun, met = scene.towards(draft), _other_side(scene, by)
    whom = patient or noun
    recipient = _recipient(scene, whom, by)
    between = others or met
    if between and (_is_shared(draft, type_, others, noun) or (met and _is_topic(draft, type_, noun))):
        recipient = Side(states=between)
    elif not recipient.states:
        attack = type_ == "ASSAULT" and bool(by) and not set(by) & {*scene.own}
        told = others or (_victim(scene, draft, by) if attack else _only_other(scene, draft, by))
        body = bool(told) and all(STATES[state].kind == "organisation" for state in told)
        elsewhere = (met if body else ()) or told or met or _of_title(scene, by)
        recipient = _told_elsewhere(scene, recipient, whom, elsewhere)
    if not recipient.states and by == scene.own and (_acts(scene, noun) or _at_home(scene, draft)):
        recipient = _told_elsewhere(scene, recipient, whom, scene.own)
    return (replace(actor, states=by) if others and set(others) & set(recipient.states) else actor), recipient


def _told_elsewhere(scene: Scene, side: Side, noun: Token | None, states: tuple[str, ...]) -> Side:
    """A side whose states its own words do not tell; a thing is nobody and gives way to them ("signed a treaty")."""
    somebody = noun is None or noun.ent in _PLACES or _is_somebody(scene, noun)
    return replace(side, states=states) if somebody or not states else Side(states=states)


def _is_shared(draft: Draft, type_: EventType, others: Sequence[str], noun: Token | None) -> bool:
    """Whether it is done by several together, and to nobody else: what its words name besides is what they talk of."""
    together = others or draft.head.lemma in lexicon("event_codes")["topics"]
    of_two = type_ in _BETWEEN or (type_ == "AGREE" and bool(others) and not _is_helped(draft, noun))
    return bool(together) and of_two and not _is_met(noun)


def _is_helped(draft: Draft, noun: Token | None) -> bool:
    """Whether words say that something is done for it: "agreed to go on supporting Peru", "to Peru's security"."""
    if noun is None:
        return False
    first = draft.head.sentence.tokens[0].i
    between = draft.head.sentence.tokens[draft.head.i + 1 - first : noun.i + 1 - first]
    return any(word.lemma in lexicon("event_codes")["helping"] for word in (*between, noun.head))


def _is_topic(draft: Draft, type_: EventType, noun: Token | None) -> bool:
    """Whether what looks like the recipient is what both sides of a contact deal with ("consultations on the war")."""
    if type_ not in _BETWEEN | {"AGREE"} or noun is None:
        return False
    return any(t.lower in _ABOUT for t in (noun, *noun.ancestors()) if draft.head.i < t.i < noun.i)


def _of_title(scene: Scene, by: Sequence[str]) -> tuple[str, ...]:
    """The one state beside the issuer's that the title names, where the issuer's people act."""
    named = scene.titled
    return named if by and tuple(by) == scene.own and len(named) == 1 else ()


def _patient(draft: Draft) -> Token | None:
    """Whom a participle or a clause behind a noun tells to suffer it: "_Chileans_ who are held in Peru"."""
    verb = draft.head
    clause = verb.dep == "relcl" and verb.child("nsubjpass") is not None
    described = verb.tag == "VBN" and (verb.dep in {"acl", "amod"} or clause)
    return verb.head if described and verb.head.pos in {"NOUN", "PROPN"} else None


def _where(scene: Scene, draft: Draft) -> Side:
    """Those in whose land it is done, where nobody is told to do it."""
    inside = (c.child("pobj") for c in draft.head.children if c.lower == "in")
    return next((Side(states=states) for noun in inside if (states := scene.whom(noun))), Side(states=scene.own))


def _acts(scene: Scene, noun: Token | None) -> bool:
    """Whether it is somebody who may act and is no doubt of the issuer's own: "our farmers", no "partners"."""
    if noun is None or not _is_somebody(scene, noun):
        return False
    return not _may_be_abroad(scene, noun) or noun.child("compound") is not None


def _may_be_abroad(scene: Scene, noun: Token) -> bool:
    """Whether it may be of another state; a word before it may say that it is of the writer's: "local governments"."""
    domestic = any(c.lower in lexicon("event_codes")["domestic"] for c in noun.children if c.dep in _BESIDE)
    return not domestic and noun.lemma in (_ABROAD if scene.alone else _ANYWHERE)


def _is_somebody(scene: Scene, noun: Token) -> bool:
    """Whether it is named, or of a sector: somebody, no thing."""
    return noun.ent in _NAMED or sector_of(noun, scene.actors.mention(noun)) is not None


def _is_met(noun: Token | None) -> bool:
    """Whether words say that somebody is met "with"."""
    return noun is not None and noun.head.lower == "with"


def _is_person(scene: Scene, noun: Token | None) -> bool:
    """Whether somebody is named or called by an office: who receives a guest acts, who receives help does not."""
    mention = scene.actors.mention(noun) if noun is not None else None
    return noun is not None and (noun.ent == "PERSON" or (mention is not None and mention.party.kind in _PEOPLE))


def _is_content(scene: Scene, draft: Draft, type_: EventType) -> bool:
    """Whether the words tell what the other side does, and the writer's own voice is the act ("Chile must stop")."""
    doer, verb = draft.actor, draft.head.lemma
    if doer is not None and verb in lexicon("event_codes")["receiving"] and doer.lower not in _SPEAKER:
        return not _is_person(scene, scene.towards(draft))
    if type_ not in _SPOKEN or doer is None or doer.lower in _SPEAKER:
        return False
    if type_ == "REQUEST":
        return modal(draft.governor) in _DUTY or verb == "need"
    if verb in speech_words().verbs or draft.tells.get(type_):
        return False
    states = scene.named_by(doer)
    other = bool(states) and scene.issuer not in states
    return bool(scene.own) and (other or (type_ == "ACCUSE" and sector_of(doer, None) in _RIVALS))


def _actor(scene: Scene, draft: Draft) -> Side:
    """Who does it: of the states that it stands for or, of people who speak for none, whose name it has."""
    noun = draft.actor
    if noun is None:
        return Side(states=scene.own)
    words = phrase_of(noun)
    found = scene.states_of(noun) or scene.actors.named(words[0].start, words[-1].end)[:1]
    if not found and noun.lower == "both":
        found = scene.actors.sides
    stateless = _STATELESS.intersection(event_words().actors.get(noun.lemma, ()))
    outlaw = sector_of(noun, scene.actors.mention(noun)) in _OUTLAWS
    return _side(scene, noun, found or (() if stateless or outlaw else scene.own))


def _recipient(scene: Scene, noun: Token | None, by: Sequence[str]) -> Side:
    if noun is None:
        return Side()
    words, acts = noun.subtree(), _is_somebody(scene, noun)
    found = scene.whom(noun)
    thing = not acts and noun.ent not in _PLACES
    if found and set(found) <= set(by):
        others = _named_with(scene, noun, by)
        if not others and (thing or noun.dep in _BESIDE):
            return Side()
        found = others or found
    if not found and acts:
        found = scene.actors.named(words[0].start, words[-1].end)
    return _side(scene, noun, tuple(s for s in found if s not in by) or found)


def _named_with(scene: Scene, noun: Token, by: Sequence[str]) -> tuple[str, ...]:
    """Other states in the name itself: "the Chile-Peru treaty", "the government and people of Peru"."""
    whose = [c.subtree() for part in joined(noun) for c in part.children if c.lower == "of"]
    stretches = [(phrase_of(noun)[0].start, noun.end), *((w[0].start, w[-1].end) for w in whose)]
    return tuple(dict.fromkeys(s for a, b in stretches for s in scene.actors.named(a, b) if s not in by))


def _victim(scene: Scene, draft: Draft, by: Sequence[str]) -> tuple[str, ...]:
    """Whom an attack of another state is on: the one other state that the sentence names, or that defends itself there.

    Else the one that the document tells elsewhere, or that it is known to wage war on. Who tells of it is not whom it
    concerns.
    """
    known = {*by, *scene.own}
    named = _named_besides(scene, draft, known)
    if len(named) > 1:
        facing = next((w for w in draft.head.ancestors() if w.lemma in lexicon("event_codes")["defending"]), None)
        before = scene.actors.named(facing.sentence.start, facing.start) if facing is not None else ()
        named = [s for s in before if s not in known][-1:]
    if named:
        return tuple(named)
    told = scene.attacked.get(by[0]) or fought_by(by[0], scene.reading.document.published or "")
    return (told,) if told else ()


def _at_home(scene: Scene, draft: Draft) -> bool:
    """Whether no sentence, title or contact that the text is of names another state, or partners of no name."""
    if _named_besides(scene, draft, scene.own) or len(scene.actors.met) > 1 or scene.titled:
        return False
    return not any(_may_be_abroad(scene, t) for t in draft.head.sentence.tokens)


def _named_besides(scene: Scene, draft: Draft, known: Collection[str]) -> list[str]:
    """States that the sentence of the act names beside those known."""
    sentence = draft.head.sentence
    return [s for s in scene.actors.named(sentence.start, sentence.end) if s not in known]


def _only_other(scene: Scene, draft: Draft, by: Sequence[str]) -> tuple[str, ...]:
    """The one state that the sentence names beside the actor's; where the writer's own people act, beside theirs."""
    named = _named_besides(scene, draft, {*by, *scene.own} if set(by) <= set(scene.own) else by)
    return tuple(named) if by and len(named) == 1 else ()


def _other_side(scene: Scene, by: Sequence[str]) -> tuple[str, ...]:
    """The other state of an account of a contact between two."""
    met = scene.actors.met
    return tuple(s for s in met if s not in by) if len(met) == 2 and by and by[0] in met else ()


def _side(scene: Scene, noun: Token, states: tuple[str, ...]) -> Side:
    mention = scene.actors.mention(noun)
    words = _name_in(phrase_of(noun))
    named = mention.party.name if mention is not None and mention.party.kind in {"person", "body", "state"} else None
    text = scene.reading.span(words[0].start, words[-1].end).text
    states = states or home_of(noun.lower)
    sector = None if noun.lemma in _OF_ANY_SECTOR else sector_of(noun, mention)
    name = named or (None if noun.pos == "PRON" else " ".join(text.split()))
    several = len(states) > 1 and len(joined(noun)) > 1
    return Side(None if several else name, states, sector)


def _name_in(words: list[Token]) -> list[Token]:
    """The words of a noun without a mark at their end and without the day of a dateline before them."""
    last = max((n for n, t in enumerate(words) if t.pos != "PUNCT"), default=0)
    first = next((n for n, t in enumerate(words[:last]) if t.ent not in _DAYS and t.pos != "PUNCT"), 0)
    return words[first : last + 1]
