"""Contacts told by what was done in them: "signed a treaty in Oslo", "shook hands", "told her by telephone"."""

from __future__ import annotations

from detente.extract.engagement_cues import Cue, word_set
from detente.text.clauses import joined, subject_of
from detente.text.reading import Token


def act_cue(verb: Token, kind: str, mine: tuple[Token, ...], objects: list[Token]) -> Cue | None:
    """Read an act of both sides together: of several subjects, or of one "with" another."""
    several = (len(joined(t)) > 1 or t.child("appos") or _officials(t) or (kind == "beside" and _many(t)) for t in mine)
    if not objects and not any(several):
        return None
    if verb.tag in {"VB", "VBG"} and not any(c.dep == "aux" for c in verb.children):
        return None
    if kind == "beside":
        return Cue(verb, "meeting", mine=mine, theirs=tuple(objects), wary=True) if _beside(verb) else None
    return Cue(verb, "meeting", mine=mine, theirs=tuple(objects), wary=True, act=True)


def _officials(noun: Token) -> bool:
    """Whether it is several who speak for states: "the top diplomats of A and B"."""
    states = [p for c in noun.children if c.lower == "of" and (p := c.child("pobj")) is not None]
    return noun.tag == "NNS" and noun.lemma in word_set("officials") and any(len(joined(s)) > 1 for s in states)


def _many(noun: Token) -> bool:
    """Whether it may be both sides by one word: "they", "the ministers"; who they are tells whether it is."""
    return noun.lower == "they" or noun.tag == "NNS"


def _beside(verb: Token) -> bool:
    """Whether it tells of two in one room: "shook hands", "posed for photographs", "were photographed together"."""
    if verb.lemma in {"embrace", "hug"}:
        return True
    inner = [p for c in verb.children if c.dep == "prep" and (p := c.child("pobj")) is not None]
    return any(t.lemma in word_set("side_by_side") for t in (*verb.children, *inner))


def face_to_face(verb: Token, mine: tuple[Token, ...]) -> Cue | None:
    """Read "came face to face (with Ms Doe)"."""
    face = next((c for c in verb.children if c.lower == "face"), None)
    if face is None or not any(c.lower == "to" for c in face.children):
        return None
    near = [c for t in (verb, face, *face.subtree()) for c in t.children if c.lower == "with"]
    theirs = tuple(dict.fromkeys(p for c in near if (p := c.child("pobj")) is not None))
    return Cue(verb, "meeting", mine=mine, theirs=theirs, wary=True)


def emerging(verb: Token, mine: tuple[Token, ...]) -> Cue | None:
    """Read "Ms Doe and Mr Roe left the palace after two hours": they had been in one room."""
    together = any(len(joined(t)) > 1 or _officials(t) or _of_two_states(t) for t in mine)
    after = [p for c in verb.children if c.lower == "after" and (p := c.child("pobj")) is not None]
    if not together or verb.lemma not in word_set("emerging") or not any(p.lemma in word_set("lengths") for p in after):
        return None
    return Cue(verb, "meeting", mine=mine, wary=True)


def _of_two_states(noun: Token) -> bool:
    """Whether it is "the Greek and Turkish ministers"."""
    states = [j for c in noun.children if c.dep == "amod" for j in joined(c) if j.ent == "NORP"]
    return noun.tag == "NNS" and noun.lemma in word_set("officials") and len(states) > 1


def going_over(verb: Token, mine: tuple[Token, ...]) -> Cue | None:
    """Read "went through the list with Ms Doe"."""
    matter = [p for c in verb.children if c.lower in {"through", "over"} and (p := c.child("pobj")) is not None]
    inner = [t for m in matter for t in m.subtree() if t.lower == "with"]
    partners = [p for c in (*verb.children, *inner) if c.lower == "with" and (p := c.child("pobj")) is not None]
    theirs = tuple(p for p in partners if p.head in verb.children or p.ent == "PERSON")
    if verb.lemma != "go" or not theirs or not matter or any(p.ent in {"GPE", "LOC", "FAC"} for p in matter):
        return None
    return Cue(verb, "talks", mine=mine, theirs=theirs, wary=True)


def phone_cue(word: Token) -> Cue | None:
    """Read "told Ms Doe by telephone (or video link) that …" and "on the phone Ms Doe promised Mr Roe to"."""
    preposition, verb = word.head, word.head.head
    if word.dep != "pobj" or preposition.lower not in {"by", "on", "over"} or verb.lemma not in word_set("telling"):
        return None
    if word.lemma == "link" and not any(c.lower == "video" for c in word.children):
        return None
    told, subject = verb.child("dative", "dobj"), subject_of(verb)
    if told is None or subject is None or verb.child("nsubjpass"):
        return None
    return Cue(verb, "call", mine=(subject,), theirs=(told,), wary=True)
