"""How likely a draft tells an act between states: a small trained model over what the rules saw.

The weights and how they were made: `training/incidents/` in the repository. A draft is described by features such as
`form=VBD` or `doer=body pair`, each with one weight, and by its words: the lexicon of the weights gives each word one
number per role that it may play in the draft, so that words never seen in training count like their neighbours.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from detente.extract.incident_drafts import Draft, words_of
from detente.extract.incident_frames import frames_of
from detente.extract.incident_kinds import eases, kind_listed, kinds_listed, manners_of, names_act
from detente.extract.incident_nouns import only_talked_of
from detente.extract.incident_reality import only_talk, presupposed, unproven, unreal
from detente.extract.logistic import added, likelihood_of
from detente.extract.speech import speech_words
from detente.model.findings import Commitment, Engagement, Statement
from detente.model.span import Span
from detente.ontology.lexicon import lexicon, weights
from detente.text.chain import Found
from detente.text.clauses import Actors, agent_of, auxiliaries, conditional, happened, modal, negated
from detente.text.reading import Reading, Token

ROLES = ("verb", "noun", "doer", "thing", "inside", "above")
"""What a word may be in a draft: its head, who does it, what it is done to, a word inside it, the word above it."""
_PLACES = {role: place for place, role in enumerate(ROLES)}
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_NAMES = frozenset({"GPE", "NORP", "PERSON", "DATE"})
SPELT_OUT = 0.6
_PARTICLES = frozenset({"mark", "advmod", "prep", "prt"})
_MANY = 3
_SURE = 0.65
"""A contact of less confidence rules out no act."""
_FIRST = 40
"""How many words of a draft are asked for their kind."""


@dataclass(frozen=True)
class Judge:
    """A logistic model, a weight per feature and per word one for each of ROLES, and two small ones before it.

    What the head of a draft adds up to by `opening` must reach `opens`, for there to be one, and with its clause by
    `clause` `least`, before more is asked; an act that the data spells out is asked all.
    """

    weights: Mapping[str, float]
    words: Mapping[str, Sequence[float]]
    opening: Mapping[str, float] = field(default_factory=dict)
    clause: Mapping[str, float] = field(default_factory=dict)
    opens: float = -math.inf
    least: float = -math.inf

    def may_tell(self, head: Token) -> bool:
        """Whether the word by itself, which is cheap to ask, leaves it likely enough."""
        return added(self.opening, set(opening_features(head))) >= self.opens

    def likelihood(self, draft: Draft, scene: Scene) -> float:
        """The probability that the draft tells an act between states."""
        names = {*opening_features(draft.head), *first_features(draft)}
        if draft.act is None and added(self.clause, names) < self.least:
            return 0.0
        names.update(second_features(draft, scene))
        return weighed(likelihood_of(added(self.weights, names) + self._of_words(draft)), draft)

    def _of_words(self, draft: Draft) -> float:
        """What the one word of each role adds, and on the mean each of those inside."""
        rows = [(_PLACES[role], row) for role, lemma in played(draft) if (row := self.words.get(lemma)) is not None]
        inside = words_inside(draft)
        within = [row[_PLACES["inside"]] for lemma in inside if (row := self.words.get(lemma)) is not None]
        return sum(row[place] for place, row in rows) + sum(within) / max(1, len(inside))


def weighed(likelihood: float, draft: Draft) -> float:
    """The likelihood of a draft; that of an act which the data spells out is at least `SPELT_OUT`."""
    return SPELT_OUT + (1 - SPELT_OUT) * likelihood if draft.act is not None else likelihood


def ruled_out(draft: Draft, scene: Scene) -> bool:
    """Whether it tells a contact, an undertaking or a mere charge, or what may be, is feared or only presupposed."""
    head = draft.head
    if {"engagement", "commitment"} & set(scene.found_at(head)):
        return True
    if draft.side == "noun":
        return only_talked_of(head)
    charge = head.lemma in lexicon("incidents")["accusing"]
    may_be = bool(modal(head)) or conditional(head) or unreal(head)
    return charge or may_be or only_talk(head) or presupposed(head, person=True) or _view_of_acts(head)


def _view_of_acts(verb: Token) -> bool:
    """What somebody thinks of acts that are no single ones ("deplored their attacks")."""
    thing = verb.child("dobj")
    return not manners_of(verb.lemma) and thing is not None and names_act(thing.lemma) and only_talked_of(thing)


@lru_cache(maxsize=1)
def judge() -> Judge:
    """Read the shipped weights once."""
    raw: Mapping[str, Any] = weights("incidents")
    return Judge(raw["weights"], raw["words"], raw["opening"], raw["clause"], raw["opens"], raw["least"])


class Scene:
    """What features ask of one document: its actors, and where other layers found something."""

    def __init__(self, reading: Reading, actors: Actors, found: Found) -> None:
        self.reading = reading
        self.actors = actors
        statements = found.of(Statement)
        self._cues = {s.cue.start for s in statements if s.cue is not None}
        self._covered = {
            "content": _chars(c for s in statements for c in s.content),
            "engagement": _chars(w for e in found.of(Engagement) if e.confidence >= _SURE for w in e.evidence),
            "commitment": _chars(w for c in found.of(Commitment) for w in c.evidence),
        }

    def found_at(self, token: Token) -> Iterator[str]:
        """The layers that have the word in one of their spans."""
        if token.start in self._cues:
            yield "cue"
        for layer, ranges in self._covered.items():
            if any(start <= token.start < end for start, end in ranges):
                yield layer


def _chars(spans: Any) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def roles(draft: Draft) -> Iterator[tuple[str, list[str]]]:
    """The lemmas that play each role in a draft."""
    yield from ((role, [lemma]) for role, lemma in played(draft))
    yield "inside", words_inside(draft)


def played(draft: Draft) -> Iterator[tuple[str, str]]:
    """The lemma of the one word that plays each role: its head, who does it, what it is done to, the word above."""
    head = draft.head
    yield draft.side, head.lemma
    if draft.doer is not None:
        yield "doer", draft.doer.lemma
    if draft.thing is not None:
        yield "thing", draft.thing.lemma
    if head.head is not head:
        yield "above", head.head.lemma


def words_inside(draft: Draft) -> list[str]:
    """The lemmas of the words of content under its head."""
    return [t.lemma for t in draft.inside if t is not draft.head and t.pos in _CONTENT and t.ent not in _NAMES]


def opening_features(head: Token) -> list[str]:
    """Name what the head of a draft alone shows."""
    names = ["always", f"pos={head.pos}", f"word={head.pos}:{head.lemma}", f"form={head.tag} {head.dep}"]
    names += [f"tag={head.tag}", f"dep={head.dep}", f"under={head.head.lemma} {head.dep}"]
    names += [f"manner={manner} {head.pos}" for manner in manners_of(head.lemma) or ("none",)]
    if (kind := kind_listed(head.lemma)) is not None:
        names.append(f"head={kind}")
    return names


def first_features(draft: Draft) -> Iterator[str]:
    """Name what a draft's words and form show, which is cheap to ask."""
    head, side = draft.head, draft.side
    yield f"under={head.head.pos} {head.dep}"
    yield f"paragraph={head.sentence.paragraph.kind}"
    yield f"length={min(6, (draft.inside[-1].end - draft.inside[0].start) // 30)} {side}"
    if draft.act is not None:
        yield from (f"act={side}", f"act={draft.act.frame.kind}", f"act={draft.act.frame.effect}")
    real = side == "verb" and happened(head)
    yield from _kinds(draft, real=real)
    yield from _manners(draft, real=real)
    if side == "verb":
        yield from _mood(head, real=real)
        yield from (f"{c.dep}={c.lower}" for c in head.children if c.dep in _PARTICLES)


def second_features(draft: Draft, scene: Scene) -> Iterator[str]:
    """Name what the document around a draft shows."""
    head, words = draft.head, words_of(scene.reading, draft)
    yield from (f"found={layer}" for layer in scene.found_at(head))
    yield f"quoted={scene.reading.quotation_at(head.start) is not None}"
    yield from _states(draft, words, scene)
    yield from _times(draft, words, scene)
    yield from _of_noun(head, scene) if draft.side == "noun" else _of_verb(draft, scene)


def _kinds(draft: Draft, *, real: bool) -> Iterator[str]:
    """The kinds of act that its head, what it is done to and its other words are listed under."""
    head, thing = draft.head, draft.thing
    for place, words in (("head", (head,)), ("thing", (thing,) if thing else ()), ("inside", draft.inside[:_FIRST])):
        lemmas = [t.lemma for t in words]
        kinds = kinds_listed(lemmas)
        yield from (f"{place}={kind}" for kind in kinds)
        yield f"{place}={bool(kinds)} {real} {head.pos}"
        if eases(lemmas):
            yield from (f"{place}=eases", f"{place}=eases {real}")


def _manners(draft: Draft, *, real: bool) -> Iterator[str]:
    """What its head does, with what it is done to and who does it, as the data sorts words."""
    head, doer, thing = draft.head, draft.doer, draft.thing
    own = manners_of(head.lemma) or ("none",)
    things = manners_of(thing.lemma) if thing is not None else ("nothing",)
    doers = manners_of(doer.lemma) if doer is not None else ("nobody",)
    for one in own:
        yield f"manner={one} {real}"
        yield from (f"manner={one} on {two}" for two in things or ("other",))
        yield from (f"manner={two} does {one}" for two in doers or ("other",))


def _states(draft: Draft, words: Span, scene: Scene) -> Iterator[str]:
    """How many states stand in its words and in its sentence."""
    actors, sentence = scene.actors, draft.head.sentence
    named = actors.named(words.start, words.end)
    yield f"states={min(_MANY, len(named))}"
    yield f"pair={len(set(named) & set(actors.pair))}"
    yield f"around={min(_MANY, len(actors.named(sentence.start, sentence.end)))}"


def _times(draft: Draft, words: Span, scene: Scene) -> Iterator[str]:
    """Whether its words have a date, and one that is past."""
    times = [t for t in scene.reading.times_in(words.start, words.end) if t.kind == "date"]
    yield f"dated={bool(times)} {draft.side}"
    published = scene.reading.document.published
    day = next((t.when.day for t in times if t.when is not None and t.when.day), None)
    if day and published:
        yield f"dated={'to come' if day[:10] > published else 'past'}"


def _of_verb(draft: Draft, scene: Scene) -> Iterator[str]:
    verb, subject, thing = draft.head, draft.doer, draft.head.child("dobj", "nsubjpass")
    passive = verb.child("auxpass", "agent") is not None
    doer, done_to = _party(scene.actors, agent_of(verb) if passive else subject), _party(scene.actors, thing)
    yield from (f"passive={passive}", f"doer={doer}", f"doer={doer} {happened(verb)}")
    yield from (f"thing={done_to}", f"parties={doer}, {done_to}")
    if subject is not None:
        yield from (f"doer={subject.lemma}", f"doer={subject.ent} {subject.pos}")
    if thing is not None:
        yield from (f"thing={thing.lemma}", f"thing={thing.ent}")
    listed = frames_of(verb.lemma)
    yield from (f"listed={frame.kind}" for frame in listed)
    yield from (f"listed={bool(listed)}", f"unproven={unproven(verb)}", f"spoken={_spoken(verb)} {verb.dep}")


def _mood(verb: Token, *, real: bool) -> Iterator[str]:
    helped = auxiliaries(verb)
    yield from (f"helped={word}" for word in helped)
    marks = (("would", modal(verb)), ("not", negated(verb)), ("if", conditional(verb)), ("to", "to" in helped))
    yield from (f"mood={verb.tag} {' '.join(name for name, there in marks if there)}", f"happened={real}")


def _spoken(verb: Token) -> str:
    """How far above it a verb of saying stands."""
    above = next((t for t in verb.ancestors() if t.pos == "VERB" and t.lemma in speech_words().verbs), None)
    return "no" if above is None else "near" if above is verb.head else "far"


def _party(actors: Actors, noun: Token | None) -> str:
    """What kind of party a noun names, and whether it stands for one of the document's states."""
    if noun is None:
        return "none"
    states, mention = actors.of(noun), actors.mention(noun)
    whose = "nobody" if not states else "pair" if set(states) <= set(actors.pair) else "state"
    return f"{'pronoun' if noun.pos == 'PRON' else mention.via if mention is not None else 'word'} {whose}"


def _of_noun(noun: Token, scene: Scene) -> Iterator[str]:
    yield f"listed={noun.lemma in lexicon('incidents')['nouns']}"
    for child in noun.children:
        if child.dep in {"prep", "agent"}:
            yield f"after={child.lower}"
            if scene.actors.of(child.child("pobj")):
                yield f"after={child.lower} state"
        elif child.dep in {"poss", "amod", "compound", "acl", "relcl"}:
            yield f"with={child.dep}"
            if child.dep != "relcl" and scene.actors.named(child.start, child.end):
                yield f"with={child.dep} state"
        elif child.dep == "det":
            yield f"with={child.lower}"
