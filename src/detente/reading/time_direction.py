"""Whether a clause looks back or ahead, from its verbs and from words such as "planned"."""

from __future__ import annotations

from functools import cache

from detente.ontology.lexicon import lexicon
from detente.reading.time_calendar import Direction
from detente.text.reading import Reading, Token


def direction_at(reading: Reading, offset: int) -> Direction:
    """What the clause around `offset` looks at; "open" where neither verb nor modifier tells."""
    token = reading.token_at(offset)
    if token is None:
        return "open"
    default: Direction = "open"
    for node in (token, *token.ancestors()):
        if _goes_back(node):
            return "past"
        if node.lower in _ahead("bounds"):
            default = "future"
        if _prepared_for(node):
            return "future"
        found = _of_verb(node) if node.pos in ("VERB", "AUX") else _of_modifiers(node)
        if found != "open" and not (default == "future" and node.tag == "VBN"):
            return found
        if node.pos in ("VERB", "AUX") and not _leans(node):
            return default
    return default


def _goes_back(node: Token) -> bool:
    """Whether what hangs on it is over whatever the verb: "since", "a follow-up to", "will build on"."""
    if node.pos in ("ADP", "SCONJ") and node.lower in _back("prepositions"):
        return True
    built = node.lower in ("on", "upon") and node.head.lemma in lexicon("engagements")["built_on"]
    hyphened = any(f"{c.lower}-{node.lower}" in _back("nouns") for c in node.children)
    return built or hyphened or node.lower in _back("nouns")


@cache
def _ahead(kind: str) -> frozenset[str]:
    return frozenset(lexicon("times")["looks_ahead"][kind])


@cache
def _back(kind: str) -> frozenset[str]:
    return frozenset(lexicon("times")["looks_back"][kind])


def _of_modifiers(node: Token) -> Direction:
    words = {c.lower for c in node.children if c.dep in ("amod", "advmod", "compound")}
    if words & _back("modifiers"):
        return "past"
    if words & _ahead("modifiers") or node.lower in _ahead("prepositions"):
        return "future"
    return "future" if node.lower in _ahead("modifiers") and node.pos == "ADJ" else "open"


def _of_verb(verb: Token) -> Direction:
    helpers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    arranged = verb.lemma in _ahead("arranged") and (verb.tag == "VBN" or any(c.lower == "for" for c in verb.children))
    if arranged and not helpers & {"had", "was", "were"}:
        return "future"
    if helpers & {"have", "has", "had", "having", "was", "were"}:
        return "past"
    if helpers & _ahead("modals"):
        return "future"
    if verb.tag == "VBD":
        return "past"
    if verb.tag == "VB" or {"to", "be"} <= helpers:
        return _of_infinitive(verb, helpers)
    return _of_present(verb, helpers)


def _looks_forward(verb: Token) -> bool:
    """Whether it tells today of what lies ahead: "looks forward to"."""
    told_now = verb.tag in ("VBZ", "VBP") or (verb.tag == "VBG" and verb.child("aux") is not None)
    return verb.lemma == "look" and told_now and any(c.lower == "forward" for c in verb.children)


def _prepared_for(node: Token) -> bool:
    """Whether it is the "for" of "arrangements were under way for a summit on Friday"."""
    verb = next((t for t in node.ancestors() if t.pos in ("VERB", "AUX")), node)
    subject = verb.child("nsubj", "nsubjpass")
    being = node.lower == "for" and verb.lemma == "be" and subject is not None
    return being and subject is not None and subject.lemma in _ahead("preparations")


def _of_present(verb: Token, helpers: set[str]) -> Direction:
    if verb.tag in ("VBN", "VBG"):
        return _of_participle(verb, helpers)
    due = any(c.dep == "acomp" and c.lower in _ahead("modifiers") for c in verb.children)
    proposes = verb.lemma in _ahead("proposing") and verb.child("dobj") is not None
    ahead = due or proposes or _looks_forward(verb) or verb.lemma in _ahead("timetable")
    return "future" if ahead else "open"


def _of_participle(verb: Token, helpers: set[str]) -> Direction:
    present = bool(helpers & {"is", "are", "am", "'s", "’s", "'re", "’re"})
    if verb.tag == "VBG":
        return "future" if present else "open"
    return "past"


def _of_infinitive(verb: Token, helpers: set[str]) -> Direction:
    head = verb.head
    if head is verb:
        return "future" if "to" in helpers else "open"
    # "was to meet on Friday" tells a day ahead too, "was to have met on Friday" (with a helper more) none.
    is_to = head.lemma == "be" and head.tag in ("VBZ", "VBP", "VBD") and "to" in helpers
    if is_to or head.lemma in _ahead("verbs") | _ahead("nouns") or head.lower in _ahead("modifiers"):
        return "future"
    # "Lee to visit China on Sunday" in a headline: the infinitive hangs on the subject.
    return (
        "future"
        if "to" in helpers and verb.dep in ("relcl", "acl") and (head.pos == "PROPN" or "be" in helpers)
        else "open"
    )


def _leans(verb: Token) -> bool:
    """Whether a verb without tense of its own takes that of the verb it hangs on."""
    return verb.dep in ("conj", "xcomp", "advcl", "acl", "pcomp", "relcl", "ccomp") or verb.tag in ("VBG", "VB")
