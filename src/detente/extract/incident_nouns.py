"""Acts told as a thing: "Russia's buildup on the border", "the killing of two guards", "the collapse of their summit"."""

from __future__ import annotations

from detente.extract.incident_parties import Parties
from detente.model.findings import IncidentKind
from detente.ontology.lexicon import lexicon
from detente.text.clauses import Actors, conditional
from detente.text.reading import Token

_AFTER = frozenset({"on", "of", "against", "in", "at", "near", "into", "over", "upon"})
_INDEFINITE = frozenset({"any", "no", "a", "an", "every", "another", "such", "further", "some"})


def kind_of(noun: Token) -> IncidentKind | None:
    """The kind of act that the noun names, when it is told as one that took place."""
    kind: IncidentKind | None = lexicon("incidents")["nouns"].get(noun.lemma)
    if kind is None or noun.dep == "compound" or conditional(noun) or _open(noun):
        return None
    told = _dated(noun) or (bool(_after(noun)) and noun.lemma not in lexicon("incidents")["lasting"])
    return kind if told and _definite(noun) else None


def parties_named(actors: Actors, noun: Token) -> Parties | None:
    """Whose act it is and whom it hit; None where neither is one of the states."""
    after = [t for child in _after(noun) for t in child.subtree()]
    hit = next((states for p in _after(noun) if (states := actors.of(p.child("pobj")))), ())
    by = _doer(actors, noun)
    if by:
        return by, tuple(s for s in hit if s not in by) or actors.others(by)
    if _joint(noun, after):
        return (actors.pair, actors.pair) if len(actors.pair) > 1 else None
    return _by_other(actors, hit)


def _by_other(actors: Actors, hit: tuple[str, ...]) -> Parties | None:
    """Where only the victim is told: the other of the document's two states, if it is one of the two."""
    if len(hit) != 1 or hit[0] not in actors.pair or len(actors.pair) < 2:
        return None
    return actors.others(hit), hit


def _doer(actors: Actors, noun: Token) -> tuple[str, ...]:
    """The possessor, the noun after "by", or the adjective of a state before the noun."""
    told = next((p.child("pobj") for p in noun.children if p.dep == "prep" and p.lower == "by"), None)
    before = noun.subtree()[0].start
    return actors.of(noun.child("poss")) or actors.of(told) or actors.named(before, noun.start)[:1]


def _joint(noun: Token, after: list[Token]) -> bool:
    """The end of something that both sides did ("the breakdown of the talks")."""
    cues = lexicon("incidents")
    return noun.lemma in cues["endings"] and bool({t.lemma for t in after} & set(cues["jointly"]))


def _after(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep in {"acl", "relcl"} or (c.dep == "prep" and c.lower in _AFTER)]


def _dated(noun: Token) -> bool:
    return any(t.ent == "DATE" for t in noun.subtree())


def _definite(noun: Token) -> bool:
    """Told as known to have happened: "the", a possessor or a state's adjective before it."""
    first = noun.head if noun.dep == "conj" and noun.head.pos == "NOUN" else noun
    own = [c for c in (*first.children, *noun.children) if c.i < noun.i]
    if noun.dep == "pobj" and noun.head.lower in lexicon("incidents")["since"]:
        return True
    if {c.lower for c in own} & _INDEFINITE:
        return False
    return any(c.lower in {"the", "this", "these", "that"} or c.dep == "poss" or c.ent in {"GPE", "NORP"} for c in own)


def _open(noun: Token) -> bool:
    """Feared, averted or planned by the noun or verb above it."""
    above = noun.head.head if noun.dep == "pobj" else noun.head
    return above is not noun and above.lemma in lexicon("incidents")["unproven"].get(above.pos, ())
