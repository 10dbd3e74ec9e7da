"""Undertakings that nobody is told to promise: what was agreed, what is to be done, what deals lay down."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.scene import Scene, Undertaking, cues, is_idle, is_real, strength_of
from detente.text.clauses import auxiliaries, bounds, conditional, happened, joined, modal, negated, subject_of
from detente.text.reading import Token

_ABOUT = frozenset({"on", "to", "for", "under", "about"})
"""With one of these a deal says what it is about ("with X" and "in May" do not)."""
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_NEAR = 6
"""So many words after "under" the deal is named ("under the terms of the new accord")."""


def arranged(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "an understanding under which Lima would reopen its ports and lets pilots land"."""
    if verb.dep != "relcl" or verb.head.lemma not in cues()["deals"] or negated(verb.head.head):
        return
    under = any(c.dep == "prep" and c.child("pobj") and c.lower == "under" for c in verb.children)
    if modal(verb) not in _WILL | {"must"} and not under:
        return
    by = scene.by(verb.child("nsubj"))
    if not by or is_idle(verb, "journey", "prediction"):
        return
    others = [v for v in joined(verb)[1:] if v.pos == "VERB" and v.child("dobj", "xcomp") and not v.child("nsubj")]
    for deed in (verb, *others):
        yield Undertaking(
            deed, deed, by, strength_of(deed, by, "agreed"), 0.6, tuple(v for v in others if v is not deed)
        )


def was_agreed(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "a hotline was agreed", "it was agreed that X would Y"."""
    if verb.lemma not in cues()["mutual"] or verb.tag != "VBN" or not verb.child("auxpass") or not is_real(verb):
        return
    thing = verb.child("xcomp", "ccomp") or verb.child("nsubjpass", "nsubj")
    by = _sharing(scene, verb)
    if thing is not None and by and thing.pos != "PRON":
        yield Undertaking(verb, thing, by, strength_of(thing, by), 0.6)


def concluded(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "reached an understanding on X", "secured a $2 million deal for Y's purchase of Z"."""
    if verb.lemma not in cues()["concluding"] or verb.pos != "VERB" or not happened(verb):
        return
    thing = verb.child("dobj", "nsubjpass")
    if thing is None or thing.lemma not in cues()["deals"] or thing.child("neg"):
        return
    after = (*thing.children, *verb.children)
    told = (
        thing.child("acl", "ccomp") or verb.child("xcomp") or any(c.dep == "prep" and c.lower in _ABOUT for c in after)
    )
    if told and (by := _sharing(scene, verb)):
        yield Undertaking(verb, thing, by, strength_of(thing, by), 0.55)


def _sharing(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Who agreed: the states around the verb, else the sides of the document."""
    _, end = bounds(verb)
    around = dict.fromkeys((*scene.by(subject_of(verb)), *scene.members_named(_opening(verb), end)))
    return tuple(around) if len(around) > 1 else scene.actors.sides if scene.of_several() else ()


def _opening(verb: Token) -> int:
    """Where the clause begins without what stands before its subject ("According to Oslo, …")."""
    subject = subject_of(verb)
    return subject.subtree()[0].start if subject is not None and subject.i < verb.i else verb.start


def to_happen(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "Oslo is to hand over the ships", "a commission is to be set up"."""
    deed = verb.child("xcomp")
    settled = (
        verb.lemma == "be" or verb.lower in cues()["settled"] or (verb.lower in cues()["bound"] and _under_deal(verb))
    )
    if not settled or deed is None or negated(verb) or conditional(verb) or deed.i < verb.i:
        return
    subject = None if verb.child("acomp", "attr", "expl") else subject_of(verb)
    cancelled = "have" in auxiliaries(deed) or {"been", "had"} & {
        *auxiliaries(verb),
        *auxiliaries(verb.head),
        verb.head.lower,
    }
    if (
        cancelled
        or auxiliaries(deed)[:1] != ["to"]
        or subject is None
        or is_idle(deed, "threat", "journey", "prediction")
    ):
        return
    acting = scene.by(subject) if scene.acts(subject) else ()
    passive = bool(deed.child("auxpass"))
    by = scene.actors.sides if passive and not acting and scene.of_several() else () if passive else acting
    if by:
        yield Undertaking(verb, deed, by, strength_of(deed, by, "intend"), 0.5)


def _under_deal(verb: Token) -> bool:
    """As in "under the deal, Oslo will X", "Oslo is expected to X as part of the accord"."""
    preps = (t for top in (verb, verb.head) for t in top.subtree() if t.dep == "prep" and t.lower in {"under", "as"})
    nouns = (t for prep in preps for t in prep.subtree() if t.i <= prep.i + _NEAR)
    return any(t.lemma in cues()["deals"] | {"term"} for t in nouns)


def under_deal(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "under the deal, Oslo will ship ore"."""
    if verb.pos != "VERB" or modal(verb) not in _WILL | {"must"} or conditional(verb) or not _under_deal(verb):
        return
    subject = subject_of(verb)
    by = scene.by(subject) if subject is not None and scene.acts(subject) else ()
    if by and verb.lemma not in cues()["states_of_being"]:
        yield Undertaking(verb, verb, by, strength_of(verb, by, "agreed"), 0.6)


def obliged(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "the treaty commits Oslo to shipping ore"."""
    if verb.lemma not in cues()["binding"] or negated(verb) or conditional(verb):
        return
    subject = subject_of(verb)
    prep = next((c for c in verb.children if c.dep == "prep" and c.lower == "to"), None)
    deed = verb.child("xcomp", "ccomp") or (prep.child("pcomp", "pobj") if prep else None)
    if subject is None or subject.lemma not in cues()["deals"] or deed is None:
        return
    if by := scene.by(deed.child("nsubj") or verb.child("dobj")):
        yield Undertaking(verb, deed, by, strength_of(deed, by, "agreed"), 0.6)


def ruled_out(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "Oslo ruled out sending ships"."""
    if verb.lemma != "rule" or not any(c.dep == "prt" and c.lower == "out" for c in verb.children) or not is_real(verb):
        return
    thing, by = verb.child("dobj", "xcomp", "ccomp", "pcomp", "advcl"), scene.by(subject_of(verb))
    if by and thing is not None and thing.i > verb.i:
        yield Undertaking(verb, verb, by, "promised", 0.5)


def considering(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "Oslo is considering sending ships", "is preparing to lift the ban"."""
    if verb.tag != "VBG" or verb.lemma not in cues()["considering"] or negated(verb) or conditional(verb):
        return
    by, deed = scene.by(subject_of(verb)), verb.child("xcomp", "ccomp", "pcomp") or _weighed(verb)
    helped = {"is", "are", "was", "were", "'s", "’s", "be", "been"} & set(auxiliaries(verb))
    if by and deed is not None and helped and not is_idle(deed, "threat", "journey", "meeting"):
        yield Undertaking(verb, deed, by, "intend", 0.5)


def _weighed(verb: Token) -> Token | None:
    """The object that names a deed ("considering a loan", "weighing sending ships")."""
    thing = next((c for c in verb.children if c.dep == "dobj" and c.i > verb.i), None)
    named = thing is not None and (thing.lower.endswith("ing") or thing.lemma in cues()["given"] | cues()["funds"])
    return thing if named else None


def next_steps(scene: Scene, noun: Token) -> Iterator[Undertaking]:
    """As in "they discussed next steps towards X-ing": looked into together."""
    verb = noun.head
    if noun.lemma != "step" or noun.dep != "dobj" or not any(c.lower == "next" for c in noun.children):
        return
    by = scene.by(subject_of(verb)) if happened(verb) else ()
    prep = next((c for c in noun.children if c.dep == "prep" and c.lower in {"to", "towards", "toward"}), None)
    deed = noun.child("acl", "relcl") or (prep.child("pcomp", "pobj") if prep else None)
    if len(by) > 1 and deed is not None:
        yield Undertaking(verb, deed, by, "explore", 0.5)
