"""Content that is no clause: an object, an infinitive, a preposition's object, a characterisation."""

from __future__ import annotations

from detente.extract.cues import Cue, clause_of_noun
from detente.extract.ranges import SUBJECTS, Content, is_infinitive, made, stretch
from detente.extract.speech import PREPOSITIONS, speech_words
from detente.text.reading import Reading, Token

_COMPLEMENTS = ("ccomp", "xcomp", "advcl")
_ADVERB = 8
"""An infinitive that starts further (code points) from its verb tells a purpose, not a content."""


def content_of_frame(cue: Cue, reading: Reading) -> Content | None:
    """Content that is no clause: an object, an infinitive, a preposition's object, a characterisation."""
    head = cue.head
    framed = {"pair": _paired, "call": _characterised, "inf": _infinitive_after, "objinf": _infinitive_after}
    for way, find in framed.items():
        if way in cue.frames and (found := find(cue, reading)):
            return found
    for child in _prepositions(head):
        inner = child.child("pcomp") if f"{child.lower}.clause" in cue.frames.limits else child.child("pobj", "pcomp")
        if child.lower == "for" and head.lemma == "call" and head.child("dobj") is not None:
            continue
        if child.lower in cue.frames and inner:
            start, end = stretch(inner, after=child.end)
            span = (start, _with_topic(head, end))
            return made(cue, reading, [span], "prep", weak=cue.frames.weak(child.lower))
    if "ing" in cue.frames and (gerund := _gerund_after(cue)):
        return made(cue, reading, [stretch(gerund)], "gerund")
    if "object" in cue.frames:
        return _object(cue, reading)
    return None


def _gerund_after(cue: Cue) -> Token | None:
    """Find "denied having asked", "ruled out talking"."""
    after = (c for c in cue.head.children if c.i > cue.head.i and c.dep in ("xcomp", "ccomp", "dobj", "pcomp"))
    return next((c for c in after if "VBG" in (c.tag, *(a.tag for a in c.children if a.dep == "aux"))), None)


def _paired(cue: Cue, reading: Reading) -> Content | None:
    """Find "accused X of Y": what is said of X, with X unless a pronoun."""
    dobj = cue.head.child("dobj")
    after = [p for p in _prepositions(cue.head) if dobj is not None and p.i > dobj.i]
    if dobj is None or not after:
        return None
    start = dobj.start if dobj.pos == "PRON" else stretch(dobj)[0]
    begin = after[0].end if dobj.pos == "PRON" else start
    return made(cue, reading, [(begin, stretch(after[0])[1])], "prep")


def _characterised(cue: Cue, reading: Reading) -> Content | None:
    """Find "called X Y", "described X as Y", "declared X illegal"."""
    head = cue.head
    parts = [c for c in head.children if c.i > head.i and c.dep in ("dobj", "oprd", "ccomp", "xcomp", "acomp", "attr")]
    parts += [c for c in head.children if c.i > head.i and c.dep == "prep" and c.lower == "as"]
    dobj = head.child("dobj")
    if dobj is not None:
        parts += [c for c in dobj.children if c.dep == "prep" and c.lower == "as"]
    complement = any(c.dep != "dobj" for c in parts)
    quoted = any(q.start > cue.end and q.start < cue.head.sentence.end for q in reading.quotations)
    if not parts or not (complement or quoted):
        return None
    stretches = [stretch(p, after=cue.end) for p in parts]
    span = (min(s[0] for s in stretches), _with_topic(head, max(s[1] for s in stretches)))
    return made(cue, reading, [span], "call")


def _infinitive_after(cue: Cue, reading: Reading) -> Content | None:
    for child in cue.head.children:
        if child.dep in _COMPLEMENTS and child.i > cue.head.i and is_infinitive(child):
            addressee = next((c for c in child.children if c.dep in SUBJECTS), None)
            if addressee is not None and "objinf" not in cue.frames:
                return None
            if child.dep == "advcl" and child.start - cue.end > _ADVERB:
                continue
            if addressee is None and "inf" not in cue.frames and cue.head.child("dobj", "prep") is None:
                return None
            to = next(c for c in child.children if c.dep == "aux" and c.lower == "to")
            start = next((c.start for c in child.children if c.dep == "neg" and c.start < to.start), to.end)
            return made(cue, reading, [(start, stretch(child)[1])], "inf", weak=cue.frames.weak("inf"))
    return None


def _prepositions(head: Token) -> list[Token]:
    """Prepositions on the verb, then those on its object ("accused the army of X")."""
    own = [c for c in head.children if c.dep in ("prep", "dative") and c.i > head.i and c.lower in PREPOSITIONS]
    dobj = head.child("dobj")
    return own + ([c for c in dobj.children if c.dep == "prep" and c.lower in PREPOSITIONS] if dobj else [])


def _object(cue: Cue, reading: Reading) -> Content | None:
    words = speech_words()
    dobj = cue.head.child("dobj") or (cue.head.child("nsubjpass") if cue.head.child("agent") else None)
    if dobj is None or dobj.pos == "PRON" or any(c.dep == "det" and c.lower == "no" for c in dobj.children):
        return None
    start, end = stretch(dobj)
    quoted = any(q.start < end and start < q.end for q in reading.quotations)
    if "object.things" in cue.frames.limits and dobj.lemma not in words.topics and not quoted:
        return None
    if "object.abstract" in cue.frames.limits and (dobj.lemma in words.concrete or dobj.ent == "MONEY"):
        return None
    mention = reading.mention_of(dobj)
    if mention and mention.party.kind == "person" and "object.nopeople" in cue.frames.limits:
        return None
    inner = clause_of_noun(dobj)
    span = stretch(inner) if inner else (start, _object_end(dobj, end))
    return made(cue, reading, [span], "object")


def _object_end(dobj: Token, end: int) -> int:
    """Stop before a "who" clause or the writer's aside after a comma; go on over a topic that hangs on the verb."""
    who = next((c for c in dobj.subtree() if c.lower == "who" or _opens_aside(c)), None)
    occasion = next((c for c in dobj.subtree() if c.dep == "prep" and c.i > dobj.i and _is_occasion(c)), None)
    if who is not None or occasion is not None:
        return min(t.start for t in (who, occasion) if t is not None)
    return _with_topic(dobj.head, end)


def _opens_aside(word: Token) -> bool:
    """A relative after a comma that tells what happened: the writer's words ("the ban, which Rome imposed in May")."""
    clause = next((t for t in (word, *word.ancestors()) if t.dep == "relcl"), None)
    if clause is None or clause.tag != "VBD":
        return False
    before = (
        word.sentence.tokens[word.i - word.sentence.tokens[0].i - 1] if word is not word.sentence.tokens[0] else None
    )
    return word.lower in ("which", "whose") and word.tag in ("WDT", "WP$") and before is not None and before.text == ","


def _is_occasion(preposition: Token) -> bool:
    """Whether it tells where something was said: "at a news conference", "in an interview"."""
    inner = preposition.child("pobj")
    if inner is None or preposition.lower not in ("at", "in", "during", "on"):
        return False
    indefinite = any(c.dep == "det" and c.lower in ("a", "an") for c in inner.children)
    return indefinite and inner.lemma in speech_words().occasions


def _with_topic(verb: Token, end: int) -> int:
    """Take in what follows at once and belongs to the object, though the parser hung it on the verb."""
    for child in verb.children:
        start, reach = stretch(child)
        at_once = end <= start <= end + 1
        later = child.i > verb.i and start >= end
        if (at_once and (_is_topic(child) or _is_aim(child))) or (later and _goes_on_with(child, end)):
            end = reach
    return end


def _is_topic(child: Token) -> bool:
    """What stands under a preposition, unless it tells when or on what occasion it was said."""
    inner = child.child("pobj", "pcomp") if child.dep in ("prep", "dative") else None
    if inner is None or inner.lemma in speech_words().occasions:
        return False
    return inner.ent not in ("DATE", "TIME") or any(c.lower == "of" for c in inner.children)


def _is_aim(child: Token) -> bool:
    """What the object is for or like: "the choice of a yard | to build it", "the deal | as it was signed"."""
    marked = any(c.dep == "mark" and c.lower == "as" for c in child.children)
    return child.dep in ("xcomp", "advcl") and (is_infinitive(child) or marked)


def _goes_on_with(child: Token, end: int) -> bool:
    """A second infinitive on the object ("a pledge to stay | and to pay"), or what it is told to include."""
    if not is_infinitive(child):
        return False
    between = [t for t in child.sentence.tokens if end <= t.start < stretch(child)[0]]
    joined = child.dep == "conj" and [t.dep for t in between] == ["cc"]
    return joined or (child.lemma == "include" and [t.text for t in between] == [","])
