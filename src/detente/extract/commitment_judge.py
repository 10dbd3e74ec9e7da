"""How likely a draft tells an undertaking: a small trained model over named features, with its weights as data.

The weights and how they were made: `training/commitments/` in the repository. What the rules say of a draft is a
feature like any other.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from detente.extract.commitment_drafts import WIDE, Draft
from detente.extract.logistic import added, likelihood_of
from detente.extract.scene import Scene, Undertaking, cues, is_idle, is_sum
from detente.extract.speech import speech_words
from detente.model.findings import Statement
from detente.ontology.lexicon import weights
from detente.text.clauses import auxiliaries, conditional, happened, modal, negated, subject_of
from detente.text.reading import Token

_PARTICLES = frozenset({"mark", "prt", "neg", "advmod"})
_THINGS = frozenset({"dobj", "nsubjpass", "xcomp", "ccomp", "acl", "attr", "acomp"})
_GROUPS = ("threat", "meeting", "stage", "agenda", "views", "own", "journey", "prediction")
_MANY = 3
_COMING = frozenset({"will", "shall", "'ll", "’ll", "wo"})


@dataclass(frozen=True)
class Judge:
    """A logistic model, a weight per feature, and two small ones that let few wide drafts through to it.

    What the head of a wide draft adds up to by `opening` must reach `opens`, and with its clause by `clause` must reach
    `least`, before more is asked.
    """

    weights: Mapping[str, float]
    opening: Mapping[str, float] = field(default_factory=dict)
    clause: Mapping[str, float] = field(default_factory=dict)
    opens: float = -math.inf
    least: float = -math.inf

    def first(self, draft: Draft) -> float | None:
        """What its head and its clause add; None for a wide draft that has too little to show."""
        names = set(opening_features(draft))
        if draft.rule == WIDE and added(self.opening, names) < self.opens:
            return None
        names.update(first_features(draft))
        if draft.rule == WIDE and added(self.clause, names) < self.least:
            return None
        return added(self.weights, names)

    def likelihood(self, first: float, told: Told, scene: Scene) -> float:
        """The probability that it tells an undertaking."""
        return likelihood_of(first + added(self.weights, set(second_features(told, scene))))


@dataclass(frozen=True)
class Told:
    """A draft with its undertaking, how its party was found, and what rules told in the same sentence."""

    draft: Draft
    undertaking: Undertaking
    way: str
    extent: tuple[int, int]
    beside: tuple[tuple[int, int], ...]


@lru_cache(maxsize=1)
def judge() -> Judge:
    """Read the shipped weights once."""
    raw: Mapping[str, Any] = weights("commitments")
    return Judge(raw["weights"], raw["opening"], raw["clause"], raw["opens"], raw["least"])


def opening_features(draft: Draft) -> list[str]:
    """Name what its head alone shows."""
    head, above = draft.told, draft.told.head
    pos, lemma = head.pos, head.lemma
    names = ["always", f"word={pos}:{lemma}", f"form={head.tag} {head.dep}", f"tag={head.tag}", f"dep={head.dep}"]
    names += [f"under={above.lemma} {head.dep}", f"above={above.tag} {head.dep}", f"root={head is above}"]
    names += [f"class={c} {head.tag}" for c in classes(lemma)]
    names += [f"above={c} {head.dep}" for c in classes(above.lemma)]
    if pos == "VERB":
        helped = " ".join(auxiliaries(head))
        names += [f"helped={helped} {head.tag}", f"helped={helped} {head.dep}"]
    return names


def first_features(draft: Draft) -> Iterator[str]:
    """Name what the words about its head show."""
    head, above = draft.told, draft.told.head
    yield f"paragraph={head.sentence.paragraph.kind} {head.dep}"
    yield f"paragraph={head.sentence.paragraph.kind} {head.tag}"
    for child in head.children:
        if child.dep in _PARTICLES:
            yield f"{child.dep}={child.lower}"
        elif child.dep in _THINGS:
            yield f"{child.dep}={child.lemma}"
            yield f"has={child.dep}"
            yield from (f"{child.dep}={c}" for c in classes(child.lemma))
        elif child.dep == "prep":
            yield f"prep={child.lower} {head.lemma}"
            yield f"prep={child.lower} {head.pos}"
        elif child.dep in {"poss", "amod", "compound", "det"}:
            yield f"{child.dep}={child.lower}"
            yield f"has={child.dep}"
    if head.pos == "VERB":
        yield from _mood(head)
    if head is not above:
        yield f"above={above.lemma}"
        if above.pos in {"VERB", "AUX"}:
            yield f"above {head.dep}: {' '.join(auxiliaries(above))} {above.tag} {negated(above)}"
            yield f"above {above.dep}"


def _mood(verb: Token) -> Iterator[str]:
    """How a verb tells what it tells, and of whom."""
    marks = (("would", modal(verb)), ("not", negated(verb)), ("if", conditional(verb)))
    mood = " ".join(name for name, there in marks if there)
    helper = modal(verb)
    yield f"mood={verb.tag} {mood}"
    yield f"modal={helper}"
    yield f"happened={happened(verb)} {verb.dep}"
    yield from (f"idle={group} {bool(helper)}" for group in _GROUPS if is_idle(verb, group))
    subject = subject_of(verb)
    if subject is None:
        yield "subject=none"
        return
    yield from (f"subject={subject.lower} {helper}", f"subject={subject.lemma}", f"subject={subject.ent} {subject.pos}")
    yield f"subject={subject.ent} {subject.pos} {helper} {verb.tag}"


def second_features(told: Told, scene: Scene) -> Iterator[str]:
    """Name what the document around a draft shows."""
    draft, undertaking = told.draft, told.undertaking
    head, deed, by = draft.told, undertaking.deed, undertaking.by
    form = scene.form
    yield from (f"rule={draft.rule}", f"rule={draft.rule} {form}", f"form={form}")
    yield f"way={told.way} {draft.rule != WIDE}"
    yield f"way={told.way} {head.tag}"
    yield f"by={min(_MANY, len(by))} {form}"
    yield f"by={min(_MANY, len(by))} {head.tag} {told.way}"
    yield f"pair={bool(set(by) & set(scene.actors.pair))}"
    yield f"deed={deed.lemma}"
    yield f"deed={deed.pos} {head.pos}"
    yield from (f"deed={c}" for c in classes(deed.lemma))
    yield from (f"deed idle={group}" for group in _GROUPS if is_idle(deed, group))
    if deed is not head:
        yield f"tells={head.lemma} {deed.tag}"
        thing = deed.child("dobj")
        if thing is not None:
            yield f"thing={thing.lemma}"
    yield from _built(told, scene)
    yield from _spoken(told, scene)
    yield from _about(told, scene)
    inside = sum(a <= head.start < b for a, b in told.beside)
    same = any(a == told.extent[0] and b == told.extent[1] for a, b in told.beside)
    yield f"beside={min(2, inside)} {same} {draft.rule == WIDE}"


def _built(told: Told, scene: Scene) -> Iterator[str]:
    """How deed, form, governor and voice go together, in classes of words."""
    head, deed, by = told.draft.told, told.undertaking.deed, told.undertaking.by
    form, above = form_of(head), governor(head)
    above_form = form_of(above) if above is not None else "root"
    statement = scene.statement(head)
    whose = _whose(statement, by)
    number = "several" if len(by) > 1 else "one"
    subject = subject_of(head) if head.pos == "VERB" else None
    acts = "nobody" if subject is None else "acts" if scene.acts(subject) else "thing"
    yield from (f"form={form} {whose}", f"form={form} {head.dep}", f"form={form} {told.way} {number}")
    yield from (f"acts={acts} {form}", f"acts={acts} {form} {whose}", f"acts={acts} {form} {scene.form}")
    for one in manners(head.lemma):
        yield from (f"head={one} {form}", f"head={one} {form} {number}")
        for two in manners(deed.lemma) if deed is not head else ("itself",):
            yield from (f"does={one} {two}", f"does={one} {two} {form}")
    for two in manners(above.lemma) if above is not None else ("root",):
        yield from (f"governed={two} {form}", f"governed={two} {above_form} {head.dep}", f"governed={two} {number}")
        yield from (f"governed={two} {one}" for one in manners(head.lemma))
    if statement is not None and statement.cue is not None:
        words = scene.reading.tokens_in(statement.cue.start, statement.cue.end)
        root = next((t for t in words if t.pos in {"VERB", "NOUN", "ADJ"}), None)
        for two in manners(root.lemma) if root is not None else ("none",):
            yield from (f"voiced={two} {form} {whose}", f"voiced={two} {form} {acts}")


def _whose(statement: Statement | None, by: tuple[str, ...]) -> str:
    """Whose words they are: of one who would do it, of another state, of nobody known."""
    if statement is None:
        return "none"
    if not statement.state:
        return "nobody"
    return "own" if statement.state in by else "other"


def _spoken(told: Told, scene: Scene) -> Iterator[str]:
    """Whether it is told by somebody, whose words they are, and under what word of saying."""
    head, by = told.draft.told, told.undertaking.by
    statement = scene.statement(head)
    if statement is None:
        yield f"spoken=no {scene.form}"
        yield f"spoken=no {head.tag} {scene.form}"
    else:
        whose = _whose(statement, by)
        yield from (f"spoken={statement.act} {whose}", f"spoken={statement.mode} {scene.form}")
        yield f"spoken={whose} {head.tag} {modal(head) if head.pos == 'VERB' else ''}"
        if statement.cue is not None:
            cue = statement.cue.text.lower().split()[0]
            yield from (f"cue={cue}", f"cue={cue} {whose}")
    above = next((t for t in head.ancestors() if t.pos == "VERB" and t.lemma in speech_words().verbs), None)
    yield f"saying={above.lemma if above is not None else 'no'} {modal(head) if head.pos == 'VERB' else head.dep}"
    yield f"quoted={scene.reading.quotation_at(head.start) is not None}"
    yield f"engaged={scene.engaged(head)} {head.pos}"


def _about(told: Told, scene: Scene) -> Iterator[str]:
    """Which states, dates and words stand in it."""
    start, end = told.extent
    by, sentence = set(told.undertaking.by), told.draft.told.sentence
    named = set(scene.actors.named(start, end))
    around = set(scene.actors.named(sentence.start, sentence.end))
    yield f"others={min(2, len(named - by))} {min(2, len(around - by))} {len(by) > 1}"
    yield f"outward={scene.outward(told.undertaking)}"
    yield f"length={min(8, (end - start) // 30)} {told.draft.told.pos}"
    times = [t for t in scene.reading.times_in(start, end) if t.kind == "date"]
    published = scene.reading.document.published
    day = next((t.when.day for t in times if t.when is not None and t.when.day), None)
    yield f"dated={_dated(day, published) if times else 'no'}"
    yield f"sum={is_sum(told.undertaking.deed)}"
    words = {t.lemma for t in scene.reading.tokens_in(start, end)}
    yield from (f"inside={c}" for c in {k for w in words for k in classes(w)})
    yield from (f"inside={w}" for w in words)


def _dated(day: str | None, published: str | None) -> str:
    """Whether a day (ISO, cut to the known precision) is past when a document is published, or to come."""
    if not day or not published:
        return "unknown"
    return "to come" if day[:10] > published[: len(day)] else "past"


@cache
def classes(lemma: str) -> tuple[str, ...]:
    """The lists of the language data that hold a word."""
    listed = tuple(name for name, words in cues().items() if isinstance(words, frozenset | dict) and lemma in words)
    meant = tuple(name for name, words in cues()["manners"].items() if lemma in words)
    return tuple(name for name in listed if name not in {"no_undertaking", "followup", "manners"}) + meant


@cache
def manners(lemma: str) -> tuple[str, ...]:
    """What a word means, by the language data."""
    return tuple(name for name, words in cues()["manners"].items() if lemma in words) or ("other",)


def form_of(word: Token) -> str:
    """In what form a word tells a deed: with a modal, as an infinitive, as done, in the passive, as a noun."""
    if word.pos != "VERB":
        owned = "owned" if word.child("poss") else "the" if any(c.lower == "the" for c in word.children) else "a"
        return f"noun {owned}"
    helped = auxiliaries(word)
    helper = modal(word) or ("to" if "to" in helped else word.tag)
    if helper in _COMING:
        helper = "will"
    passive = " passive" if word.child("auxpass", "nsubjpass") else ""
    have = " have" if {"have", "has", "had"} & set(helped) else ""
    return f"{helper}{have}{passive}{' not' if negated(word) else ''}"


def governor(word: Token) -> Token | None:
    """The word of content on which a word hangs, past what it is joined to; None at the root of its sentence."""
    token = word
    while token.dep == "conj" and token.head is not token:
        token = token.head
    token, below = token.head, token
    while token is not below and token.pos in {"ADP", "AUX", "SCONJ", "PART"} and token.lemma != "be":
        token, below = token.head, token
    return None if token is below else token
