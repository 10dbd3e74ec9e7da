"""Which words of time and place belong to a contact: what hangs on its words, or follows them with nothing between."""

from __future__ import annotations

from detente.extract.engagement_cues import Cue, cue_words, named_contacts, word_set
from detente.text.clauses import SUBJECTS, joined, modal
from detente.text.reading import Reading, Token

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Labels of names of places."""
_LEADING = frozenset({"nsubj", "npadvmod"})
"""What the parser takes "the last time" for in "the last time they met was in November"."""
_HUNG = frozenset({"xcomp", "acl", "advcl", "pcomp", "ccomp"})
_REACH = 8


def about(token: Token, cue: Cue) -> bool:
    """Whether a word of time or place hangs on the contact, with no other verb or thing in between."""
    members = {cue.head.i}
    if cue.anchor is not None:
        members.add(cue.anchor.i)
        members |= {t.i for c in (cue.anchor, *cue.anchor.children) for t in c.children if t.dep == "xcomp"}
    members |= {
        c.i for c in cue.head.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in word_set("arranging")
    }
    members |= _time_told_of(cue.head) | _what_for(cue.head) | lending(cue.verb)
    members |= {n.i for t in cue.mine for n in joined(t)} if cue.act and _set_off(token) else set()
    members |= {v.i for v in _told_together(cue.verb, members) if token.i < v.i}
    node = token
    for _ in range(_REACH):
        if node.i in members:
            return True
        if node is not token and node.pos in {"VERB", "AUX", "NOUN"} and not _transparent(node):
            return False
        if node.head is node:
            return False
        node = node.head
    return False


def _set_off(token: Token) -> bool:
    """Whether it stands in words between commas, as in "the ministers, in Oslo on Friday, did not agree"."""
    words = token.sentence.tokens
    first = words[0].i
    before = next((t for t in reversed(words[: token.i - first]) if t.text == "," or t.pos in {"VERB", "AUX"}), None)
    after = next((t for t in words[token.i - first :] if t.text == "," or t.pos in {"VERB", "AUX"}), None)
    return before is not None and after is not None and before.text == after.text == ","


def _what_for(verb: Token) -> set[int]:
    """The contact that somebody is hosted for, with its verb: the visit of "will host Ms Doe for a visit on 3 May"."""
    if verb.pos != "VERB":
        return set()
    things = (c.child("pobj") for c in verb.children if c.lower == "for")
    contacts = named_contacts() | set(cue_words()["nouns"]["visit"])
    told = [thing for thing in things if thing is not None and thing.lemma in contacts]
    return {t.i for thing in told for t in (thing, *_parts_of_visit(thing))}


def _parts_of_visit(visit: Token) -> list[Token]:
    """What a clause on it says that it includes, with its verb: "a visit, which will include a dinner on 3 May"."""
    places = [p for c in visit.children if c.lower == "to" and (p := c.child("pobj")) is not None]
    holders = [c for noun in (visit, *places) for c in noun.children]
    clauses = [c for c in holders if c.dep == "relcl" and c.lemma in word_set("including")]
    given = [(c, d) for c in clauses for d in c.children if d.dep == "dobj" and d.lemma in word_set("courtesies")]
    return [t for pair in given for t in pair]


def _time_told_of(verb: Token) -> set[int]:
    """The "was" of "the last time that they met was in November"."""
    if any(c.lemma == "time" and c.dep == "npadvmod" for c in verb.children):
        return {c.i for c in verb.children if c.lemma == "be" and c.dep == "conj" and c.child("nsubj") is None}
    noun = verb.head
    told = verb.dep in {"relcl", "acl"} and noun.lemma == "time" and noun.dep in _LEADING and noun.head.lemma == "be"
    return {noun.head.i} if told else set()


def lending(verb: Token | None) -> set[int]:
    """The words over an infinitive or a gerund whose time is its own: "had the chance on Monday to meet Ms Doe".

    Who "looked forward on Monday to meeting" her did so then.
    """
    found: set[int] = set()
    node = verb
    while node is not None and node.tag in {"VB", "VBG"} and node.dep in _HUNG:
        node = node.head.head if node.head.pos == "ADP" else node.head
        chance = next((c for c in node.children if c.dep == "dobj" and c.lemma in word_set("lending")), None)
        lends = node.lemma in word_set("lending") and not (node.lemma == "look" and node.tag == "VBD")
        if not lends and chance is None:
            break
        found.add(node.i)
        if node.head.lemma in {"be", "have", "get", "take"} and node.pos in {"ADJ", "NOUN"}:
            node = node.head
            found.add(node.i)
    return found


def _told_together(verb: Token | None, members: set[int]) -> list[Token]:
    """The verbs before it that one opening serves: "On Monday she met Ms Doe and then called Mr Roe".

    "… and later called Mr Roe", "… and called Mr Roe in May" tell of another day.
    """
    if verb is None or any(t.ent == "DATE" or t.lower in word_set("over_time") for t in verb.subtree()):
        return []
    carriers = [verb, *(t for t in verb.ancestors() if t.i in members)]
    return [first for carrier in carriers for first in _joined_before(carrier)]


def _joined_before(verb: Token) -> list[Token]:
    """The verbs of the same subject and tense that it is joined to."""
    head = verb.head
    alike = modal(verb) == modal(head) and (verb.tag == "VBD") == (head.tag == "VBD")
    if verb.dep != "conj" or head.pos not in {"VERB", "AUX"} or verb.child(*SUBJECTS) is not None or not alike:
        return []
    return [head, *_joined_before(head)]


def _transparent(node: Token) -> bool:
    opening = node.tag == "VBG" and node.dep in {"advcl", "prep"} and node.lemma in {"start", "begin"}
    return opening or node.lemma in word_set("transparent") or node.ent in {"DATE", "TIME", "EVENT"} | PLACES


def follows(start: int, cue: Cue, reading: Reading) -> bool:
    """Behind the cue with nothing but names and prepositions between them."""
    if start < cue.head.end:
        return False
    between = reading.tokens_in(cue.head.end, start)
    light = {"ADP", "PROPN", "DET", "ADJ", "CCONJ", "PART", "NUM", "ADV"}
    named = [(m.start, m.end) for m in reading.mentions_in(cue.head.end, start)]
    return all(
        t.pos in light or t.text in {",", "-"} or _transparent(t) or any(a <= t.start < b for a, b in named)
        for t in between
    )
