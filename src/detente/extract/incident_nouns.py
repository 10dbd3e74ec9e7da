"""Acts told as a thing: "Russia's buildup on the border", "the killing of two guards", "the collapse of talks"."""

from __future__ import annotations

from detente.extract.incident_parties import Parties
from detente.model.findings import IncidentKind
from detente.ontology.lexicon import lexicon
from detente.text.clauses import Actors, conditional, modal, negated
from detente.text.reading import Token

_AFTER = frozenset({"on", "of", "against", "in", "at", "near", "into", "over", "upon"})
_INDEFINITE = frozenset({"any", "no", "a", "an", "every", "another", "such", "further", "some"})

_VAGUE = frozenset({"any", "no", "every", "another", "further", "their"})
_HELD = frozenset({"dobj", "pobj", "prep", "conj", "appos", "nsubjpass", "pcomp"})


def kind_of(noun: Token) -> IncidentKind | None:
    """The kind of act that the noun names, when it is told as one that took place."""
    kind: IncidentKind | None = lexicon("incidents")["nouns"].get(noun.lemma)
    if kind is None or noun.dep == "compound" or conditional(noun) or _open(noun):
        return None
    told = _dated(noun) or (bool(_after(noun)) and noun.lemma not in lexicon("incidents")["lasting"])
    return kind if told and _definite(noun) else None


def parties_named(actors: Actors, noun: Token) -> Parties | None:
    """Whose act it is and whom it hit; None where neither is one of the states. Whoever is not told stays unknown."""
    if noun.lemma in lexicon("incidents")["endings"]:
        return (actors.pair, actors.pair) if _joint(noun) and len(actors.pair) > 1 else None
    hit = next((states for p in _after(noun) if (states := actors.of(p.child("pobj")))), ())
    by = _doer(actors, noun)
    if len(by) == 1:
        return by, tuple(s for s in hit if s not in by) or _beside(actors, noun, by)
    if by or len(hit) != 1 or hit[0] not in actors.pair:
        return None
    return (), hit


def _beside(actors: Actors, noun: Token, by: tuple[str, ...]) -> tuple[str, ...]:
    """The other of the document's two states, where its sentence names it."""
    named = actors.named(noun.sentence.start, noun.sentence.end)
    return tuple(s for s in actors.others(by) if s in named)


def _doer(actors: Actors, noun: Token) -> tuple[str, ...]:
    """The possessor, the noun after "by", or the adjective of a state before the noun."""
    told = next((p.child("pobj") for p in _phrases(noun) if p.lower == "by"), None)
    before = noun.subtree()[0].start
    return actors.of(noun.child("poss")) or actors.of(told) or actors.named(before, noun.start)[:1]


def _phrases(noun: Token) -> list[Token]:
    """Prepositions after the noun, and after what it is an act on ("the sinking of a ferry by Togo")."""
    own = [c for c in noun.children if c.dep in {"prep", "agent"}]
    return own + [c for p in own for o in p.children for c in o.children if c.dep in {"prep", "agent"}]


def _joint(noun: Token) -> bool:
    """The end of something that both sides did ("the breakdown of the talks")."""
    after = {t.lemma for child in _after(noun) for t in child.subtree()}
    return bool(after & set(lexicon("incidents")["jointly"]))


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


def only_talked_of(noun: Token) -> bool:
    """Feared, planned or only a topic; none, unsure whose ("no attack", "their attacks"), or one that may come."""
    return _open(noun) or _vague(noun) or _topic(noun)


def _vague(noun: Token) -> bool:
    if any(c.lower in _VAGUE for c in noun.children if c.i < noun.i):
        return True
    above = noun.head
    return noun.dep in {"nsubj", "nsubjpass", "dobj"} and (bool(modal(above)) or negated(above) or conditional(above))


def _topic(noun: Token) -> bool:
    """Held by a verb of talk or a noun for topics ("discussed the war in X", "the issue of the raid on X")."""
    cues, token = lexicon("incidents"), noun
    while token.dep in _HELD and token.head is not token:
        token = token.head
        if token.lemma in cues["talking" if token.pos == "VERB" else "topics"]:
            return True
    return False
