"""How English tells by a verb that a state undertakes something: what is to be done, by whom and how firmly.

Not read yet: promises spread over two sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.extract.scene import Scene, Undertaking, cues, is_idle, is_real, is_sum, is_tangible, strength_of
from detente.model.findings import Strength
from detente.text.clauses import auxiliaries, conditional, joined, modal, negated, subject_of
from detente.text.reading import Reading, Token

ANNOUNCING = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
GOING = frozenset({"going", "gon"})


def cue_verbs(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "agreed to explore X", "pledged that it would not X", "committed to X-ing", "tasked their teams to X"."""
    tasked = verb.lemma in cues()["tasking"]
    if not (tasked or verb.lemma in cues()["verbs"]) or not _is_told(verb):
        return
    by = _undertaking_with(scene, verb)
    if not by or (len(by) < 2 and (tasked or not _binds_one(scene, verb))):
        return
    deed = _complement(verb)
    if (
        deed is None
        or (deed.dep == "ccomp" and verb.lemma not in cues()["assuring"] and not _may_act(scene, deed))
        or (tasked and verb.child("nsubjpass"))
        or any(t.lower == "following" and t.dep in {"amod", "prep", "det"} for t in deed.subtree())
        or (is_idle(deed, "threat", "journey") and len(by) < 2)
        or is_idle(deed, "meeting")
    ):
        return
    apart = tuple(other for other in _chained(verb, deed) if _distinct(other))
    yield Undertaking(verb, deed, by, _firmness(verb, deed, by), 0.8, apart)
    for n, other in enumerate(apart):
        yield Undertaking(other, _explored(other), by, _firmness(verb, _explored(other), by), 0.7, apart[n + 1 :])


def _binds_one(scene: Scene, verb: Token) -> bool:
    """Whether a verb undertakes something even where one state does it; a decision does in that state's own account."""
    own = verb.lemma in cues()["resolving"] and bool(scene.reading.document.account_of)
    return own or verb.lemma not in cues()["joint_only"]


def _chained(verb: Token, deed: Token) -> list[Token]:
    """Further deeds joined to a deed, to the "continue" that it hangs on, or by mistake to a participle within it."""
    opened = deed.head if deed.dep == "xcomp" and deed.head.lemma in {"continue", "seek"} else deed
    series = _series(verb, deed)
    astray = [t for t in deed.subtree() if t.dep == "conj" and t.tag == "VB" and t.head.tag == "VBN"]
    straight = [t for t in (*joined(opened)[1:], *joined(deed)[1:]) if t is not deed]
    return list(dict.fromkeys([*straight, *series, *(t for t in astray if auxiliaries(t)[:1] == ["to"])]))


def _series(verb: Token, deed: Token) -> list[Token]:
    """Infinitives parted by commas and a last "and" ("to X, to Y, and to Z"), however the parser hung them."""
    if auxiliaries(deed)[:1] != ["to"]:
        return []
    words = verb.subtree()
    before = {word.i: words[n - 1].lower for n, word in enumerate(words) if n}
    openers = [w for w in words if w.tag == "VB" and auxiliaries(w)[:1] == ["to"] and w.i > deed.i]
    parted = {w: before.get(next(c.i for c in w.children if c.dep == "aux"), "") for w in openers}
    last = [w for w, mark in parted.items() if mark == "and"]
    return [w for w, mark in parted.items() if mark in {",", ";", "and"} and last and w.i <= last[-1].i]


def _is_told(verb: Token) -> bool:
    """Whether a verb tells what is so; "the two plan to X" may be parsed as a noun with a subject."""
    mistaken = verb.pos == "NOUN" and verb.child("nsubj") is not None and verb.child("xcomp") is not None
    return is_real(verb) if verb.pos == "VERB" else mistaken and verb.child("aux", "cop") is None


def _distinct(deed: Token) -> bool:
    """Whether a joined deed is an act of its own ("to reopen the port and to train pilots")."""
    shared = deed.dep == "conj" and not any(
        c.i > deed.head.i and c.i < deed.i and c.dep != "cc" for c in deed.head.children
    )
    told_apart = "to" in auxiliaries(deed) or (deed.child("dobj") is not None and not shared)
    return deed.pos == "VERB" and told_apart


def _may_act(scene: Scene, deed: Token) -> bool:
    """Whether somebody does what was agreed ("that Oslo would pay"; not "that delay would hurt")."""
    subject = deed.child("nsubj")
    return subject is None or scene.acts(subject)


def _undertaking_with(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Who stands behind a verb of undertaking; an unresolved "they" that agrees is the sides of the document."""
    subject = subject_of(verb)
    by = scene.by(subject) or (scene.by(verb.sentence.root.child("nsubj")) if verb.dep == "conj" else ())
    if by or subject is None or verb.lemma not in cues()["mutual"]:
        return by
    mention = scene.actors.mention(subject)
    unknown = mention is None or mention.party.kind == "unnamed"
    return scene.actors.sides if subject.lower in {"they", "both"} and unknown else ()


def _firmness(verb: Token, deed: Token, by: tuple[str, ...]) -> Strength:
    planned = verb.lemma in cues()["intending"] or (len(by) < 2 and verb.lemma in cues()["resolving"])
    return "intend" if planned else strength_of(deed, by)


def committed(scene: Scene, word: Token) -> Iterator[Undertaking]:
    """As in "we are committed to working together", "both remain dedicated to talks"."""
    told = word.head if word.dep == "acomp" else word
    bound = word.dep == "acomp" or word.child("auxpass")
    if word.lower not in cues()["committed"] or not bound or negated(told) or conditional(told) or modal(told):
        return
    by, prep = scene.by(subject_of(told)), next((c for c in word.children if c.dep == "prep" and c.lower == "to"), None)
    deed = (prep.child("pcomp") or prep.child("pobj")) if prep else word.child("xcomp")
    if by and deed and deed.lemma not in cues()["views"] and is_tangible(scene, deed, by):
        yield Undertaking(told, deed, by, strength_of(deed, by), 0.6)


def offered(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "pledged a further loan", "promised aid to X"."""
    if (
        verb.lemma not in cues()["takes_object"] | cues()["takes_sum"]
        or verb.pos != "VERB"
        or not is_real(verb)
        or verb.child("xcomp", "ccomp")
    ):
        return
    thing, by = verb.child("dobj"), scene.by(subject_of(verb))
    if by and thing is not None and _is_given(verb, thing):
        yield Undertaking(verb, thing, by, strength_of(thing, by), 0.6)


def _is_given(verb: Token, thing: Token) -> bool:
    """Whether the object is what is promised: a thing, or a sum ("committed $3 million to X")."""
    a_sum = is_sum(thing) and (thing.pos == "NUM" or thing.lemma in cues()["funds"])
    return a_sum or (
        verb.lemma in cues()["takes_object"] and thing.pos == "NOUN" and thing.lemma not in cues()["views"]
    )


def _complement(verb: Token) -> Token | None:
    """The verb (or noun after "on", "to") of what is undertaken; None where the complement tells a view or a fact."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep in {"xcomp", "ccomp", "advcl"} and child.tag in {"VB", "VBP"} and auxiliaries(child)[:1] == ["to"]:
            return _explored(child)
        if child.dep == "ccomp" and modal(child) in ANNOUNCING | {"should"}:
            return _explored(child)
        if child.dep == "prep" and child.lower in {"to", "on"}:
            inner = child.child("pcomp") or child.child("pobj")
            if (
                inner
                and inner.ent not in {"DATE", "TIME"}
                and inner.pos != "PRON"
                and inner.lemma not in cues()["views"]
                and verb.lemma in cues()["takes_noun"]
            ):
                return inner
    return None


def _explored(deed: Token) -> Token:
    """As in "continue to consult" is the consulting."""
    inner = deed.child("xcomp") if deed.lemma in {"continue", "seek"} else None
    return inner or deed


def announced(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "China will suspend X" in a provision; "we will not X" and "it would X" in a speaker's own words."""
    told = verb.head if _is_going_to(verb) else verb
    if verb.pos != "VERB" or conditional(verb) or (told is verb and modal(verb) not in ANNOUNCING):
        return
    if told.dep in {"ccomp", "acl"} and (negated(told.head) or told.head.lemma in cues()["guessing"]):
        return
    subject = subject_of(verb)
    by = scene.by(subject)
    deed = _explored(verb)
    statement = scene.statement(verb)
    staying = _stay_together(deed, by)
    provision = statement is None and verb.sentence.paragraph.kind == "bullet"
    if (
        subject is None
        or not by
        or not scene.acts(subject)
        or (not staying and deed.lemma in cues()["states_of_being"])
        or (not (provision or staying) and _promises_nothing(verb, deed, by))
        or (statement is None and is_idle(deed, "agenda"))
        or _is_stage_talk(scene, subject, deed)
    ):
        return
    hearsay = modal(verb) == "would" or told.dep == "ccomp"
    if statement is None and (hearsay or not scene.narrated_by_state(subject)):
        return
    others = statement is not None and statement.state and statement.state not in by
    if others and not scene.announcer(subject):
        return
    agreed: Strength = "agreed" if provision and scene.agreed_list(verb.sentence.paragraph) else "promised"
    strength, confidence = strength_of(deed, by, agreed), 0.85 if provision else 0.5
    numbered = [v for v in joined(deed) if v is not deed and _numbered(scene.reading, v)]
    yield Undertaking(told, deed, by, strength, confidence, tuple(numbered))
    for other in numbered:
        yield Undertaking(other, other, by, strength, confidence)


def _stay_together(deed: Token, by: tuple[str, ...]) -> bool:
    """As in "we will remain united", "the two will stay in touch"."""
    words = {t.lemma for t in deed.subtree()} | {t.lower for t in deed.subtree()}
    return (
        len(by) > 1
        and deed.lemma in cues()["staying"] - {"be"}
        and bool(words & (cues()["touch"] | cues()["together"]))
    )


def _is_stage_talk(scene: Scene, subject: Token, deed: Token) -> bool:
    """As in "we'll get started", "I'll put it this way": about the talking itself, not about another state."""
    if subject.lower not in {"i", "we"} or not is_idle(deed, "stage"):
        return False
    words = deed.subtree()
    return not scene.actors.named(deed.start, words[-1].end)


def _is_going_to(verb: Token) -> bool:
    """As in "we are going to X"."""
    going = verb.head
    return verb.dep == "xcomp" and going.lower in GOING and bool(auxiliaries(going)) and not modal(going)


def _promises_nothing(verb: Token, deed: Token, by: tuple[str, ...]) -> bool:
    """Whether "will" tells a threat, a contest or a guess; "will not strike back" and "will take steps" do promise."""
    if is_idle(deed, "threat") and negated(verb):
        return False
    thing = deed.child("dobj")
    steps = deed is verb and thing is not None and thing.lemma in cues()["steps"]
    groups = ("threat", "own", "journey") if steps or len(by) > 1 else ("threat", "own", "journey", "prediction")
    return is_idle(deed, *groups) and not _for_partners(deed)


def _numbered(reading: Reading, verb: Token) -> bool:
    """As in "(2) adopt …" within a sentence is a provision of its own."""
    before = reading.document.text[max(verb.sentence.start, verb.start - 6) : verb.start]
    return re.search(r"\(\w{1,3}\)\s*$", before) is not None


def _for_partners(deed: Token) -> bool:
    """Whether a deed of defence is for others: "defend our allies" is, "defend its interests" is not."""
    whom = deed.child("dobj")
    return whom is not None and any(t.lemma in cues()["partners"] for t in joined(whom))


def willing(scene: Scene, word: Token) -> Iterator[Undertaking]:
    """As in "we are willing to X", "China does not seek X"."""
    if word.lemma not in cues()["willing"] and word.lemma not in cues()["not_seeking"]:
        return
    statement = scene.statement(word)
    if (statement is None and not scene.actors.joint) or conditional(word):
        return
    by = scene.by(subject_of(word.head if word.dep in {"acomp", "attr", "oprd"} else word))
    if not by or (statement and statement.state and statement.state not in by):
        return
    deed = word.child("xcomp", "acl")
    strength = cues()["willing"].get(word.lemma)
    if strength and _is_so(word) and deed and not is_idle(deed, "threat"):
        yield Undertaking(word.head, deed, by, strength_of(deed, by, strength), 0.45)
    elif word.lemma in cues()["not_seeking"] and word.pos == "VERB" and negated(word):
        yield Undertaking(word, word, by, "promised", 0.5)


def _is_so(adjective: Token) -> bool:
    """As in "we are ready"; one who "remains ready" is asked for the next step."""
    verb = adjective.head
    return adjective.dep in {"acomp", "oprd"} and verb.lemma in {"be", "stand"} and not negated(verb)


def to_be_done(scene: Scene, verb: Token) -> Iterator[Undertaking]:
    """As in "the crew would be freed", said on behalf of the state that is to do it."""
    if (
        verb.lemma not in cues()["in_its_hands"]
        or verb.child("nsubjpass") is None
        or verb.child("agent")
        or modal(verb) not in {"will", "would", "shall"}
        or conditional(verb)
    ):
        return
    statement = scene.statement(verb)
    if statement is None or statement.state is None:
        return
    yield Undertaking(verb, verb, (statement.state,), "promised", 0.45)
