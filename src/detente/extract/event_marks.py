"""What the judge of events sees of a sentence, and around a draft: named features, cheap ones first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from detente.extract.event_drafts import Draft
from detente.extract.event_scene import Scene
from detente.extract.event_words import event_words
from detente.text.clauses import auxiliaries, conditional, modal, negated
from detente.text.reading import Sentence, Token

_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
_NAMES = frozenset({"GPE", "NORP", "PERSON", "DATE"})
_SUBORDINATE = frozenset({"advcl", "relcl", "acl", "ccomp", "pcomp", "csubj"})


def terms_in(sentence: Sentence) -> frozenset[str]:
    """The words of a sentence in small letters, stops among them, and each two that are neighbours."""
    words = [t.lower for t in sentence.tokens if t.pos != "SPACE"]
    return frozenset(words).union(map(" ".join, pairwise(words)))


def words_in(sentence: Sentence) -> Iterator[str]:
    """The words of content of a sentence, and those that name bodies."""
    told = (t for t in sentence.tokens if (t.pos in _CONTENT and t.ent not in _NAMES) or t.ent == "ORG")
    yield from {f"has {t.lemma}" for t in told}


def scene_marks(draft: Draft, scene: Scene) -> Iterator[str]:
    """Name what the sentence and the document show about a draft: its mood, its sides, the layers that hold it."""
    helper = modal(draft.governor)
    yield from _mood(draft, helper)
    for layer in scene.layers_at(draft.head):
        yield from (f"layer={layer}", f"layer={layer} {draft.head.pos}")
        yield from (f"layer={layer} tells {type_}" for type_ in draft.tells)
    towards = scene.towards(draft)
    actor, recipient = _party(scene, draft.actor), _party(scene, towards)
    yield from (f"actor={actor}", f"recipient={recipient}", f"sides={actor}, {recipient}")
    yield f"apart={_apart(scene, draft.actor, towards)}"
    for name, side in (("actor", draft.actor), ("recipient", towards)):
        if side is not None:
            yield f"{name} word={side.lemma if side.ent not in _NAMES else side.ent}"
            yield from (f"{name} kind={kind}" for kind in event_words().actors.get(side.lemma, ()))
    tells = bool(draft.tells)
    yield from (f"sides={actor}, {recipient} {tells}", f"actor={actor} {draft.head.tag}")
    yield from (f"actor={actor} {helper}", f"recipient={recipient} {draft.head.tag}")


def _mood(draft: Draft, helper: str | None) -> Iterator[str]:
    verb = draft.governor
    helped = auxiliaries(verb)
    marks = (("would", helper), ("not", negated(verb)), ("if", conditional(verb)), ("to", "to" in helped))
    mood = " ".join(name for name, there in marks if there)
    yield from (f"helped={word}" for word in helped)
    yield from (f"mood={verb.tag} {mood}", f"mood={mood} {bool(draft.tells)}")
    depth = sum(1 for t in (verb, *verb.ancestors()) if t.dep in _SUBORDINATE)
    yield f"depth={min(3, depth)}"


def _party(scene: Scene, noun: Token | None) -> str:
    """What kind of party a noun names, and whose it is."""
    if noun is None:
        return "none"
    states, mention = scene.states_of(noun), scene.actors.mention(noun)
    whose = "nobody" if not states else "issuer" if states == scene.own else "state"
    kind = noun.lower if noun.pos == "PRON" else mention.via if mention is not None else noun.ent or "word"
    return f"{kind} {whose}"


def _apart(scene: Scene, actor: Token | None, towards: Token | None) -> str:
    """Whether both sides are of known states, and of two."""
    one, two = set(scene.states_of(actor)), set(scene.named_by(towards))
    return "unknown" if not one or not two else "same" if one == two else "two"
