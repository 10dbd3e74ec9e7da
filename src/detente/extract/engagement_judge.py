"""How likely a draft is a contact not told yet: a small trained model over what the rules saw.

The weights and how they were made: `training/engagements/` in the repository. A draft is described by features such as
`head=session` or `date=past day`, each with one weight; their sum is the score of a logistic regression.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from detente.extract.engagement_cues import Cue, word_set
from detente.extract.engagement_drafts import Draft
from detente.extract.engagement_echo import named_event
from detente.extract.engagement_merge import Contact, fits, group_of
from detente.extract.engagement_nouns import counted
from detente.extract.logistic import added, likelihood_of
from detente.ontology.lexicon import weights
from detente.text.clauses import Actors, conditional, happened, modal, negated, subject_of
from detente.text.reading import Reading, Token

_MANY = 3


@dataclass(frozen=True)
class Judge:
    """A logistic model, a weight per feature, and a small one: a cue whose word adds up to less is asked no more.

    What the word adds up to by `opening` must reach `opens`.
    """

    weights: Mapping[str, float]
    opening: Mapping[str, float] = field(default_factory=dict)
    opens: float = -math.inf

    def may_tell(self, cue: Cue, *, wide: bool) -> bool:
        """Whether the word by itself, which is cheap to ask, leaves it likely enough."""
        return added(self.opening, set(opening_features(cue, wide=wide))) >= self.opens

    def likelihood(self, draft: Draft, scene: Scene) -> float:
        """The probability that the draft tells a contact that the text has not told yet."""
        return likelihood_of(added(self.weights, set(features(draft, scene))))


@lru_cache(maxsize=1)
def judge() -> Judge:
    """Read the shipped weights once."""
    raw = weights("engagements")
    return Judge(raw["told"], raw["opening"], raw["opens"])


@dataclass(frozen=True)
class Scene:
    """What features ask of one document: its actors, and the contacts that the rules found in it."""

    reading: Reading
    actors: Actors
    known: Sequence[Contact]


def features(draft: Draft, scene: Scene) -> Iterator[str]:
    """Describe a draft in named features."""
    cue, contact = draft.cue, draft.contact
    group = contact.group
    yield from opening_features(cue, wide=draft.wide)
    yield from (f"status={contact.status}", f"status={contact.status} {group}")
    yield from _of_clause(cue)
    yield from _of_sides(draft, scene)
    yield from _of_setting(contact, scene)
    yield from _of_text(draft, scene)


def opening_features(cue: Cue, *, wide: bool) -> Iterator[str]:
    """Describe the word that may tell a contact, in named features."""
    yield from ("always", f"kind={cue.kind}", f"wide={wide}")
    yield from _of_word(cue, group_of(cue.kind), wide=wide)


def _of_word(cue: Cue, group: str, *, wide: bool) -> Iterator[str]:
    """The word that tells it, its form, what stands around it."""
    head = cue.head
    yield from (f"head={head.pos}:{head.lemma}", f"form={head.tag} {head.dep}", f"form={head.tag} {group}")
    yield f"under={head.head.lemma} {head.dep}"
    if cue.anchor is not None:
        yield from (f"carried={cue.anchor.lemma}", f"carried={cue.anchor.tag} {head.dep}")
    if head.pos == "VERB":
        yield from (f"with={c.dep}" for c in head.children if c.dep in {"dobj", "agent", "nsubjpass", "xcomp", "ccomp"})
        yield from (f"with={c.lower} {head.lemma}" for c in head.children if c.dep in {"prep", "prt"})
        yield from (f"after={c.lower} {group}" for c in head.children if c.dep == "prep")
        return
    if head.dep == "pobj":
        yield from (f"in={head.head.lower}", f"in={head.head.lower} {group}")
    yield f"named={named_event(head)}"
    yield from _of_phrase(head, group, wide=wide)


def _of_phrase(noun: Token, group: str, *, wide: bool) -> Iterator[str]:
    """What stands before and behind a noun, and before the word that counts it."""
    number = counted(noun)
    yield f"counted={number is not noun}"
    for child in (*noun.children, *(number.children if number is not noun else ())):
        if child.dep in {"det", "poss", "nummod"}:
            yield from (f"before={child.lower if child.dep == 'det' else child.dep} {group}", f"det={child.dep}")
        elif child.dep == "amod":
            yield from (f"before={child.lower}", f"before={child.ent or 'plain'}")
            if child.lower in word_set("another"):
                yield f"another {wide}"
        elif child.dep == "compound":
            yield f"before=compound {child.ent}"
        elif child.dep in {"prep", "acl", "relcl", "appos"}:
            yield f"after={child.lower if child.dep == 'prep' else child.dep} {group}"
    if not any(c.dep in {"det", "poss"} for c in noun.children):
        yield f"before=nothing {noun.tag} {group}"


def _of_clause(cue: Cue) -> Iterator[str]:
    """Tense and mood of the verb of its clause."""
    verb = cue.verb or next((t for t in cue.head.ancestors() if t.pos in {"VERB", "AUX"}), None)
    own = cue.verb is not None
    if verb is None:
        yield "clause=none"
        return
    yield from (f"clause={verb.tag} {own}", f"done={happened(verb)} {own}", f"clause={verb.lemma}")
    for name, there in (("modal", modal(verb)), ("not", negated(verb)), ("if", conditional(verb))):
        if there:
            yield f"{name} {own}"
    yield f"subject={_kind(subject_of(verb))} {own}"


def _kind(noun: Token | None) -> str:
    return "none" if noun is None else f"{noun.pos} {noun.ent}"


def _of_sides(draft: Draft, scene: Scene) -> Iterator[str]:
    """Who stands in its own words, and how many states and people its sentence names."""
    cue, contact, actors = draft.cue, draft.contact, scene.actors
    group = contact.group
    kinds = [p.kind for p in contact.sides.parties]
    for kind in ("person", "unnamed", "body"):
        yield f"{kind}={min(2, kinds.count(kind))} {group}"
    yield f"own={min(_MANY, len(draft.own))} {group}"
    yield f"own pair={len(set(draft.own) & set(actors.pair))}"
    yield f"pair={len(actors.pair)}"
    yield f"mine={_kind(cue.mine[0] if cue.mine else None)} {group}"
    if cue.mine:
        yield f"mine={cue.mine[0].lemma}"
        yield f"mine official={cue.mine[0].lemma in word_set('officials')} {group}"
    yield f"theirs={_kind(cue.theirs[0] if cue.theirs else None)} {group}"
    if cue.theirs:
        yield f"theirs official={cue.theirs[0].lemma in word_set('officials')} {group}"
    yield f"goal={_kind(cue.destination[0] if cue.destination else None)} {group}"
    sentence = cue.head.sentence
    yield f"around={min(_MANY, len(actors.named(sentence.start, sentence.end)))}"
    people = {m.party.name for m in actors.within(sentence.start, sentence.end) if m.party.kind == "person"}
    yield f"people around={min(_MANY, len(people))} {group}"


def _of_setting(contact: Contact, scene: Scene) -> Iterator[str]:
    """Its day as seen from the document's, its place and length."""
    setting, group = contact.setting, contact.group
    yield f"place={setting.place is not None} {group}"
    yield f"length={setting.minutes is not None or setting.start is not None} {group}"
    if setting.when is None:
        yield from (f"date=none {group}", f"date=none {contact.status}")
        return
    published = scene.reading.document.published
    side = "unknown" if not published else "ahead" if setting.when.day[:10] > published else "past"
    yield from (f"date={setting.when.precision} {group}", f"date={side} {contact.status}", "date=told")


def _of_text(draft: Draft, scene: Scene) -> Iterator[str]:
    """Where it stands, and what contacts are told there already."""
    head, contact = draft.cue.head, draft.contact
    paragraph = head.sentence.paragraph
    yield f"paragraph={paragraph.kind}"
    yield f"quoted={scene.reading.quotation_at(head.start) is not None}"
    official = bool(scene.reading.document.account_of)
    yield f"official={official} {contact.group}"
    yield f"official={official} {draft.wide}"
    alike = [k for k in scene.known if (k.group == "visit") == (contact.group == "visit")]
    before = [k for k in alike if any(t.span.start < head.start for t in k.tellings)]
    yield f"alike={min(_MANY, len(alike))}"
    yield f"before={min(_MANY, len(before))} {draft.cue.anaphoric}"
    dated = contact.setting.when is not None
    fitting = [k for k in alike if fits(k, contact.setting) and set(k.states) & set(contact.states)]
    same = [k for k in fitting if dated and k.setting.when is not None]
    yield f"fitting={min(2, len(fitting))} dated={dated}"
    yield f"same day={bool(same)} dated={dated}"
    yield f"status told={any(k.status == contact.status for k in fitting)} {contact.status}"
    here = [k for k in scene.known if any(t.span.start <= head.start < t.span.end for t in k.tellings)]
    yield f"here={bool(here)}"
    yield f"here={any(k in alike for k in here)} {contact.group}"
    same_sentence = [
        k for k in alike if any(head.sentence.start <= t.span.start < head.sentence.end for t in k.tellings)
    ]
    yield f"sentence told={bool(same_sentence)}"
