"""How English tells by a noun that a state undertakes something: pledges, plans, deals, and what lists announce."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.scene import Scene, Undertaking, cues, is_real, is_tangible, strength_of
from detente.model.findings import Statement
from detente.text.clauses import auxiliaries, bounds, happened, joined, modal, negated, phrase_of, subject_of
from detente.text.reading import Token

_LATER = frozenset({"following", "after", "since", "amid"})
"""What such a word opens tells when or why something was undertaken, not what."""


def nouns(scene: Scene, noun: Token) -> Iterator[Undertaking]:
    """As in "its commitment to defending X", "their agreement to ban X", "the commitments that A and B made"."""
    planned = noun.lemma in cues()["plans"]
    if (noun.lemma not in cues()["nouns"] and not planned) or noun.pos != "NOUN":
        return
    deed = _noun_complement(noun)
    if (
        deed is None
        or _is_recital(scene, noun)
        or (planned and not _is_plan(scene, noun, deed))
        or _is_ideal(deed)
        or not (by := _owners(scene, noun, deed))
        or not is_tangible(scene, deed, by)
    ):
        return
    told = noun.head if noun.dep == "dobj" and noun.head.lemma in cues()["giving"] else noun
    words = (*noun.children, *deed.subtree())
    later = tuple(c for c in words if c.dep == "prep" and c.lower in _LATER)
    yield Undertaking(told, deed, by, "intend" if planned else strength_of(deed, by), 0.55, later)


def _is_recital(scene: Scene, noun: Token) -> bool:
    """As in "guided by our shared commitment to X" in a joint text: recalled, not undertaken there."""
    voiced = noun.head.lemma in cues()["voicing"] or scene.statement(noun) is not None
    return scene.actors.joint and not voiced


def _is_plan(scene: Scene, noun: Token, deed: Token) -> bool:
    """Whether somebody's plan to do something is told, not one that is denied or nobody's."""
    statement = scene.statement(noun)
    owned = (
        _is_announced(noun)
        or noun.child("poss") is not None
        or (statement is not None and len(_speakers(scene, statement)) > 1)
    )
    return deed.tag == "VB" and owned and not negated(noun.head)


def _speakers(scene: Scene, statement: Statement) -> tuple[str, ...]:
    """On whose behalf a statement is made: one state, or those of joint speakers."""
    return (statement.state,) if statement.state else scene.actors.acting_for(statement.speaker or "")


def _is_ideal(deed: Token) -> bool:
    """Whether what is undertaken is to hold up an ideal ("their commitment to defending democracy")."""
    thing = deed.child("dobj")
    return deed.lemma in cues()["upholding"] and thing is not None and thing.lemma in cues()["ideals"]


def _owners(scene: Scene, noun: Token, deed: Token) -> tuple[str, ...]:
    """Whose undertaking it is: the possessor, whoever makes or gives it, or whoever speaks of it."""
    if deed.dep == "relcl":
        return scene.by(subject_of(deed))
    owner = noun.child("poss")
    if owner is not None:
        return scene.by(owner)
    named = scene.actors.named(phrase_of(noun)[0].start, noun.start)[:1]
    if named or noun.lemma in cues()["owned"]:
        return named
    return _giver(scene, noun) or _voice(scene, noun)


def _giver(scene: Scene, noun: Token) -> tuple[str, ...]:
    """As in "assurances from Oslo that X", "Oslo gave assurances that X"."""
    source = next((c.child("pobj") for c in (*noun.children, *noun.head.children) if c.lower == "from"), None)
    if noun.lemma in cues()["assurances"] and source is not None:
        return scene.by(source)
    given = noun.dep == "dobj" and noun.head.lemma in cues()["giving"] and is_real(noun.head)
    return scene.by(subject_of(noun.head)) if given else ()


def _voice(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Whoever speaks of it, or announces or has it."""
    statement = scene.statement(noun)
    if statement and (speaking := _speakers(scene, statement)):
        return speaking
    return scene.by(subject_of(noun.head)) if _is_announced(noun) else ()


def _is_announced(noun: Token) -> bool:
    telling = noun.head.lemma in cues()["voicing"] | cues()["announcing"] | {"have"}
    return noun.dep == "dobj" and telling and is_real(noun.head)


def _made_by(verb: Token) -> bool:
    """As in "the commitments that A and B made"; one merely "made in May" is nobody's."""
    return verb.lemma in {"make", "undertake", "give"} and (verb.dep == "relcl" or verb.child("agent") is not None)


def backed(scene: Scene, noun: Token) -> Iterator[Undertaking]:
    """As in "reaffirmed its unwavering support for X's defence": a standing guarantee told anew."""
    if noun.lemma not in cues()["backing"] or noun.dep != "dobj" or noun.head.lemma not in cues()["voicing"]:
        return
    firm = any(c.dep in {"amod", "compound"} and c.lower in cues()["firm"] for c in noun.children)
    to = next((c.child("pobj") for c in noun.children if c.dep == "prep" and c.lower in {"for", "to"}), None)
    if not firm or to is None:
        return
    by = _owners(scene, noun, to)
    words = to.subtree()
    others = set(scene.actors.named(words[0].start, words[-1].end)) - set(by)
    if by and others:
        yield Undertaking(noun, noun, by, "promised", 0.5)


def _noun_complement(noun: Token) -> Token | None:
    beside = [c for c in noun.head.children if c.dep == "ccomp" and c.i > noun.i] if noun.dep == "dobj" else []
    for child in (*noun.children, *beside):
        if child.dep in {"acl", "relcl"} and (child.tag == "VB" or _made_by(child)):
            return child
        if noun.lemma in cues()["assurances"] and child.dep in {"acl", "ccomp"} and modal(child) in {"will", "would"}:
            return child
        if child.dep == "prep" and child.lower == "to":
            deed = child.child("pcomp") or child.child("pobj")
            if deed and deed.lemma not in cues()["ideals"]:
                return deed
    return None


def _in_progress(verb: Token) -> bool:
    """As in "they are signing a pact"."""
    return verb.tag == "VBG" and bool({"is", "are"} & set(auxiliaries(verb))) and is_real(verb)


def signed(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "signed an agreement with X": binding on whoever signs and whoever it is with."""
    if verb.lemma not in cues()["signing"] or verb.pos != "VERB" or not (happened(verb) or _in_progress(verb)):
        return
    thing = verb.child("dobj", "nsubjpass")
    if thing is None:
        return
    intended = any(t.lower == "intent" for t in thing.subtree())
    if not intended and not any(t.lemma in cues()["signed"] for t in joined(thing)):
        return
    start, end = bounds(verb)
    subject = subject_of(verb)
    signing = scene.by(subject if subject is not thing else None)
    by = dict.fromkeys((*signing, *scene.actors.named(start, end)))
    if signing and len(by) > 1:
        yield Undertaking(verb, thing, tuple(by), "intend" if intended else "binding", 0.7)
