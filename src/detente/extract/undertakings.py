"""How English tells that a state undertakes something: each rule finds the words, the deed, who and how firmly.

Those told by a noun alone are in `provisions`. Not read yet: promises spread over two sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.model.findings import Statement, Strength
from detente.ontology.lexicon import lexicon
from detente.ontology.states import states_in
from detente.text.clauses import (
    FINITE,
    Actors,
    asides,
    auxiliaries,
    bounds,
    conditional,
    happened,
    joined,
    modal,
    negated,
    phrase_of,
    subject_of,
)
from detente.text.cuewords import cues_in
from detente.text.reading import Paragraph, Reading, Token

_ANNOUNCING = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})


@dataclass(frozen=True, slots=True)
class Undertaking:
    """`told` heads the words that carry it, `deed` the verb of what is to be done; `shed` tells other undertakings."""

    told: Token
    deed: Token
    by: tuple[str, ...]
    strength: Strength
    confidence: float
    shed: tuple[Token, ...] = ()

    @property
    def extent(self) -> tuple[int, int]:
        """Code points of the clause that tells it, without finite clauses joined to it, which tell other acts."""
        others = [v for v in joined(self.told)[1:] if v.tag in FINITE or "do" in {c.lemma for c in v.children}]
        return bounds(self.told, shed=(*self.shed, *others, *asides(self.told)))


@cache
def cues() -> dict[str, Any]:
    """The words of undertaking, each list as a set."""
    raw = lexicon("commitments")
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in raw.items()}


@cache
def _verbs_of(*groups: str) -> frozenset[str]:
    return frozenset(verb for group in groups for verb in lexicon("commitments")["no_undertaking"][group])


def _idle(deed: Token, *groups: str) -> bool:
    """Whether a deed undertakes nothing towards another; with a particle ("take over") most are other verbs."""
    return deed.lemma in _verbs_of(*groups) and (deed.child("prt") is None or deed.lemma in _verbs_of("journey"))


class Scene:
    """One document: who may undertake something, and whose words a sentence gives."""

    def __init__(self, reading: Reading, statements: list[Statement]) -> None:
        self.reading = reading
        self.actors = Actors(reading)
        self._contents = [(span, s) for s in statements for span in s.content]
        agreed = re.compile(lexicon("commitments")["agreement_words"], re.IGNORECASE)
        heads = [p for p in reading.paragraphs[:2] if p.kind == "headline"]
        self._headed = {state for head in heads for state in self.actors.named(head.start, head.end)}
        self._headed |= {name.code for _, _, name in states_in(reading.document.title or "")}
        self._agreed = {p.index for p in reading.paragraphs if agreed.search(reading.document.text, p.start, p.end)}

    def statement(self, token: Token) -> Statement | None:
        """The statement whose content holds the token; the shortest such."""
        holding = [(c.end - c.start, s) for c, s in self._contents if c.start <= token.start < c.end]
        return min(holding, key=lambda pair: pair[0], default=(0, None))[1]

    def by(self, subject: Token | None) -> tuple[str, ...]:
        """The states that a subject stands for; "we" and "our teams" are those of the speaker."""
        if subject is None:
            return ()
        states = self.actors.of(subject)
        if states:
            return states
        statement = self.statement(subject)
        words = {subject.lower} | {c.lower for c in subject.children if c.dep == "poss"}
        if words & {"we", "i", "our", "us"} and statement and statement.state:
            return (statement.state,)
        return ()

    def narrated_by_state(self, subject: Token) -> bool:
        """Whether the subject is a state or body rather than a person on a journey."""
        mention = self.actors.mention(subject)
        if mention is None:
            return subject.pos == "PRON" or subject.lemma in cues()["bodies"]
        return mention.party.kind in {"state", "group", "body"}

    def acts(self, subject: Token) -> bool:
        """Whether the subject can undertake something: a person or body, not a plan, a policy or a support."""
        return self.narrated_by_state(subject) or self.actors.mention(subject) is not None

    def outward(self, undertaking: Undertaking) -> bool:
        """Whether it concerns another: several states undertake it, or a second one or a partner is named around it."""
        if len(undertaking.by) != 1:
            return True
        document, paragraph = self.reading.document, undertaking.told.sentence.paragraph
        lead = self._lead(paragraph)
        near = {*self.actors.named(paragraph.start, paragraph.end), *self.actors.named(lead.start, lead.end)}
        partners = cues_in(document.text, paragraph.start, paragraph.end, "commitments", "partnership")
        return bool((near | self._headed) - set(undertaking.by) or partners)

    def of_several(self) -> bool:
        """Whether the document tells what its sides do together: a joint text, or both are in its title."""
        sides = self.actors.sides
        return len(sides) > 1 and (self.actors.joint or set(sides) <= self._headed)

    def agreed_list(self, paragraph: Paragraph) -> bool:
        """Whether a list item stands under words of agreement: the title, or the lines that lead in to the list."""
        return paragraph.kind == "bullet" and bool({0, self._lead(paragraph).index} & self._agreed)

    def _lead(self, paragraph: Paragraph) -> Paragraph:
        """The lines that lead in to the list of an item; any other paragraph itself."""
        lead = paragraph
        while lead.kind == "bullet" and lead.index > 0:
            lead = self.reading.paragraphs[lead.index - 1]
        return lead


def _strength(deed: Token, by: tuple[str, ...], one: Strength = "promised") -> Strength:
    in_touch = deed.lemma in cues()["staying"] and {t.lemma for t in deed.subtree()} & cues()["touch"]
    if in_touch or deed.lemma in cues()["touch"]:
        return "explore"
    if deed.lemma in cues()["explore"]:
        return "explore"
    return "agreed" if len(by) > 1 else one


def told_as_real(verb: Token) -> bool:
    """Told as done or as standing: finite, not denied, under no condition or modal."""
    if negated(verb) or conditional(verb):
        return False
    return happened(verb) or (verb.tag in FINITE | {"VBG"} and not modal(verb) and verb.pos == "VERB")


def _cue_verbs(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "agreed to explore X", "pledged that it would not X", "committed to X-ing", "tasked their teams to X"."""
    tasked = verb.lemma in cues()["tasking"]
    if not (tasked or verb.lemma in cues()["verbs"]) or verb.pos != "VERB" or not told_as_real(verb):
        return
    by = _undertaking_with(scene, verb)
    if not by or (len(by) < 2 and (tasked or verb.lemma in cues()["joint_only"])):
        return
    deed = _complement(verb)
    if (
        deed is None
        or _foretold(scene, deed)
        or (tasked and verb.child("auxpass"))
        or any(t.lower == "following" for t in deed.subtree())
        or (_idle(deed, "threat", "journey") and len(by) < 2)
    ):
        return
    yield Undertaking(verb, deed, by, _firmness(verb, deed, by), 0.8)


def _foretold(scene: Scene, deed: Token) -> bool:
    """Whether a clause tells what some thing will bring about ("agreed that the ban will hurt trade")."""
    thing = deed.child("nsubj") if deed.dep == "ccomp" else None
    return thing is not None and not scene.acts(thing)


def _undertaking_with(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Who stands behind a verb of undertaking; an unresolved "they" that agrees is the sides of the document."""
    subject = subject_of(verb)
    by = scene.by(subject) or (scene.by(verb.sentence.root.child("nsubj")) if verb.dep == "conj" else ())
    if by or subject is None or verb.lemma not in cues()["mutual"]:
        return by
    return scene.actors.sides if subject.lower == "they" and scene.actors.mention(subject) is None else ()


def _firmness(verb: Token, deed: Token, by: tuple[str, ...]) -> Strength:
    return "intend" if verb.lemma in cues()["intending"] else _strength(deed, by)


def _committed(scene: Scene, word: Token) -> Iterator[Undertaking]:
    """As in "we are committed to working together", "both remain dedicated to talks"."""
    told = word.head if word.dep == "acomp" else word
    bound = word.dep == "acomp" or word.child("auxpass")
    if word.lower not in cues()["committed"] or not bound or negated(told) or conditional(told) or modal(told):
        return
    by, prep = scene.by(subject_of(told)), next((c for c in word.children if c.dep == "prep" and c.lower == "to"), None)
    deed = (prep.child("pcomp") or prep.child("pobj")) if prep else None
    if by and deed and deed.lemma not in cues()["views"] and _tangible(scene, deed, by):
        yield Undertaking(told, deed, by, _strength(deed, by), 0.6)


def _tangible(scene: Scene, deed: Token, by: tuple[str, ...]) -> bool:
    """Whether a deed told by a noun is more than a cause: several states share it, it names another, or it is talks."""
    if deed.pos not in {"NOUN", "PROPN"} or len(by) > 1 or deed.lemma in cues()["touch"]:
        return True
    words = deed.subtree()
    return bool(set(scene.actors.named(words[0].start, words[-1].end)) - set(by))


def _offered(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "pledged a further loan", "promised aid to X"."""
    if (
        verb.lemma not in cues()["takes_object"]
        or verb.pos != "VERB"
        or not told_as_real(verb)
        or verb.child("xcomp", "ccomp")
    ):
        return
    thing, by = verb.child("dobj"), scene.by(subject_of(verb))
    if by and thing is not None and thing.pos == "NOUN" and thing.lemma not in cues()["views"]:
        yield Undertaking(verb, thing, by, _strength(thing, by), 0.6)


def _complement(verb: Token) -> Token | None:
    """The verb (or noun after "on", "to") of what is undertaken; None where the complement tells a view or a fact."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep in {"xcomp", "ccomp", "advcl"} and child.tag == "VB" and auxiliaries(child)[:1] == ["to"]:
            return _explored(child)
        if child.dep == "ccomp" and modal(child) in _ANNOUNCING | {"should"}:
            return _explored(child)
        if child.dep == "prep" and child.lower in {"to", "on"}:
            inner = child.child("pcomp") or child.child("pobj")
            if inner and inner.lemma not in cues()["views"] and verb.lemma in cues()["takes_noun"]:
                return inner
    return None


def _explored(deed: Token) -> Token:
    """As in "continue to consult" is the consulting."""
    inner = deed.child("xcomp") if deed.lemma in {"continue", "seek"} else None
    return inner or deed


def _announced(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "China will suspend X" in a provision; "we will not X" and "it would X" in a speaker's own words."""
    if verb.pos != "VERB" or verb.dep == "relcl" or modal(verb) not in _ANNOUNCING or conditional(verb):
        return
    subject = subject_of(verb)
    by = scene.by(subject)
    deed = _explored(verb)
    statement = scene.statement(verb)
    provision = statement is None and verb.sentence.paragraph.kind == "bullet"
    if (
        subject is None
        or not by
        or not scene.acts(subject)
        or deed.lemma in cues()["states_of_being"]
        or (not provision and _idle(deed, "threat", "own", "journey", "prediction") and not _for_partners(deed))
    ):
        return
    hearsay = modal(verb) == "would" or verb.dep == "ccomp"
    if statement is None and (hearsay or not scene.narrated_by_state(subject)):
        return
    if statement is not None and statement.state and statement.state not in by:
        return
    agreed: Strength = "agreed" if provision and scene.agreed_list(verb.sentence.paragraph) else "promised"
    strength, confidence = _strength(deed, by, agreed), 0.85 if provision else 0.5
    numbered = [v for v in joined(deed) if v is not deed and _numbered(scene.reading, v)]
    yield Undertaking(verb, deed, by, strength, confidence, tuple(numbered))
    for other in numbered:
        yield Undertaking(other, other, by, strength, confidence)


def _numbered(reading: Reading, verb: Token) -> bool:
    """As in "(2) adopt …" within a sentence is a provision of its own."""
    before = reading.document.text[max(verb.sentence.start, verb.start - 6) : verb.start]
    return re.search(r"\(\w{1,3}\)\s*$", before) is not None


def _for_partners(deed: Token) -> bool:
    """Whether a deed of defence is for others: "defend our allies" is, "defend its interests" is not."""
    whom = deed.child("dobj")
    return whom is not None and any(t.lemma in cues()["partners"] for t in joined(whom))


def _nouns(scene: Scene, noun: Token) -> Iterator[Undertaking]:
    """As in "its commitment to defending X", "their agreement to ban X", "the commitments that A and B made"."""
    if noun.lemma not in cues()["nouns"] or noun.pos != "NOUN":
        return
    deed = _noun_complement(noun)
    if deed is None or not (by := _owners(scene, noun, deed)) or not _tangible(scene, deed, by):
        return
    yield Undertaking(noun, deed, by, _strength(deed, by), 0.55)


def _owners(scene: Scene, noun: Token, deed: Token) -> tuple[str, ...]:
    """Whose undertaking it is: the possessor, whoever makes it, or whoever speaks of it."""
    if deed.dep == "relcl":
        return scene.by(subject_of(deed))
    owner = noun.child("poss")
    if owner is not None:
        return scene.by(owner)
    named = scene.actors.named(phrase_of(noun)[0].start, noun.start)[:1]
    if named:
        return named
    statement = scene.statement(noun)
    if statement and statement.state:
        return (statement.state,)
    voiced = noun.dep == "dobj" and noun.head.lemma in cues()["voicing"] and happened(noun.head)
    return scene.by(subject_of(noun.head)) if voiced else ()


def _made_by(verb: Token) -> bool:
    """As in "the commitments that A and B made"; one merely "made in May" is nobody's."""
    return verb.lemma in {"make", "undertake", "give"} and (verb.dep == "relcl" or verb.child("agent") is not None)


def _noun_complement(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep in {"acl", "relcl"} and (child.tag == "VB" or _made_by(child)):
            return child
        if child.dep == "prep" and child.lower == "to":
            deed = child.child("pcomp") or child.child("pobj")
            if deed and deed.lemma not in cues()["ideals"]:
                return deed
    return None


def _signed(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "signed an agreement with X": binding on whoever signs and whoever it is with."""
    if verb.lemma not in cues()["signing"] or verb.pos != "VERB" or not happened(verb):
        return
    thing = verb.child("dobj", "nsubjpass")
    if thing is None or not any(t.lemma in cues()["signed"] for t in joined(thing)):
        return
    start, end = bounds(verb)
    subject = subject_of(verb)
    signing = scene.by(subject if subject is not thing else None)
    by = dict.fromkeys((*signing, *scene.actors.named(start, end)))
    if signing and len(by) > 1:
        yield Undertaking(verb, thing, tuple(by), "binding", 0.7)


def _willing(scene: Scene, word: Token) -> Iterator[Undertaking]:
    """As in "we are willing to X", "China does not seek X"."""
    if word.lemma not in cues()["willing"] and word.lemma not in cues()["not_seeking"]:
        return
    statement = scene.statement(word)
    if (statement is None and not scene.actors.joint) or conditional(word):
        return
    by = scene.by(subject_of(word.head if word.dep in {"acomp", "attr"} else word))
    if not by or (statement and statement.state and statement.state not in by):
        return
    deed = word.child("xcomp", "acl")
    strength = cues()["willing"].get(word.lemma)
    if (
        strength
        and word.dep == "acomp"
        and word.head.lemma == "be"
        and deed
        and not _idle(deed, "threat")
        and not negated(word.head)
    ):
        yield Undertaking(word.head, deed, by, _strength(deed, by, strength), 0.45)
    elif word.lemma in cues()["not_seeking"] and word.pos == "VERB" and negated(word):
        yield Undertaking(word, word, by, "promised", 0.5)


_Rule = Callable[[Scene, Token], Iterator[Undertaking]]
RULES: tuple[tuple[_Rule, bool], ...] = (
    (_cue_verbs, False),
    (_committed, False),
    (_offered, False),
    (_signed, False),
    (_announced, False),
    (_nouns, True),
    (_willing, False),
)
"""Each rule, and whether it may speak again of words inside what an earlier one told."""
