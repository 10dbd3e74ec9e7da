"""What may tell a political act: verbs, and nouns and adjectives of the data, with who acts towards whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from detente.extract.event_words import event_words, types_of
from detente.text.clauses import agent_of, joined, subject_of
from detente.text.reading import Sentence, Token

_HELPING = frozenset({"aux", "auxpass", "compound", "prep", "agent", "mark"})
_GOVERNING = frozenset({"dobj", "attr", "nsubjpass", "oprd"})
_UNTOLD = frozenset({"byline"})
_OF_DOER = frozenset({"by", "from", "between", "among"})
_BLAMED = frozenset({"for", "of", "from"})
_TO_WHOM = frozenset(
    {"with", "to", "on", "against", "at", "from", "for", "of", "toward", "towards", "upon", "into", "in", "between"}
)
_FIRST = ("dative", "dobj", "nsubjpass", "attr")
_LAST = frozenset({"at", "in", "for", "of", "from"})
_PREPOSITIONS = frozenset({"prep", "dative"})
_TAGGED = frozenset({"ADP", "SCONJ"})
"""What prepositions are taken for: in "call upon" for the second."""
_FOLLOWED = frozenset({"xcomp", "ccomp", "poss", "amod", "acl", "compound", "advcl"})
_FRAME = frozenset({"prt", "prep", "neg"})
_ARGUMENTS = frozenset({"dobj", "attr", "acomp", "oprd", "nsubjpass", "xcomp", "ccomp", "dative"})
"""What completes a head and tells of its act too."""
_TAKING = frozenset({*_FIRST, "prep", "nsubj"})
_NAMING = frozenset({*_FIRST, "nsubj", "pobj", "poss", "amod", "compound"})
_PLACES = frozenset({"GPE", "NORP"})
_NAMED = frozenset({"GPE", "NORP", "ORG"})
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
_DEEP = 4
"""How many steps below the act the one towards whom it is done may hang."""


@dataclass(eq=False)
class Draft:
    """A word that may tell an act; of most drafts no more is asked than the words about it."""

    head: Token

    @cached_property
    def marks(self) -> frozenset[str]:
        """What the head shows, in named features for the judge."""
        return frozenset(_marks(self))

    @cached_property
    def actor(self) -> Token | None:
        """The word that heads who does it, None where nobody is told."""
        return doer_of(self.head)

    @cached_property
    def tells(self) -> Mapping[str, int]:
        """The types that the data list for the word, by how surely it tells them."""
        return types_of(self.head)

    @cached_property
    def others(self) -> tuple[Token, ...]:
        """What heads what it may be done to or with, the nearest first."""
        return tuple(noun for noun in objects_of(self.head) if noun is not self.actor)

    @property
    def governor(self) -> Token:
        """The verb that a noun completes ("_reaffirmed_ its commitment"), else the head itself."""
        head = self.head
        return head.head if head.pos != "VERB" and head.dep in _GOVERNING and head.head.pos in {"VERB", "AUX"} else head


def drafts_in(sentence: Sentence) -> Iterator[Draft]:
    """Every full verb of a sentence, and every noun or adjective that the data lists."""
    if sentence.paragraph.kind in _UNTOLD:
        return
    listed = event_words().acts
    for token in sentence.tokens:
        if token.dep not in _HELPING and (
            token.pos == "VERB" or (token.pos in {"NOUN", "ADJ", "AUX"} and token.lemma in listed)
        ):
            yield Draft(token)


def _marks(draft: Draft) -> Iterator[str]:
    """Name what the head shows, with the words that hang on it and the one above it."""
    head, governor = draft.head, draft.governor
    yield from ("always", f"head={head.lemma}", f"head={head.pos}:{head.lemma}", f"tag={head.tag}", f"dep={head.dep}")
    kinds = event_words().kinds
    own = kinds.get(head.lemma, ())
    yield from (f"head:{kind}" for kind in own)
    for type_, sure in draft.tells.items():
        yield from (f"tells {type_} {sure}", f"tells {type_} {head.pos}", f"tells {sure}")
    for child in head.children:
        if child.dep in _FRAME:
            yield f"{child.dep}={head.lemma} {child.lower}"
        elif child.dep in _ARGUMENTS:
            yield from (f"with={head.lemma} {child.lemma}", f"{child.dep}={child.lemma}")
            yield from (f"with=:{a} :{b}" for a in own for b in kinds.get(child.lemma, ()))
            yield from (f"{child.dep} tells {type_}" for type_ in types_of(child))
    above = head.head
    if above is not head:
        yield from (f"under={above.lemma} {head.dep}", f"under={above.pos} {head.dep}")
        yield from (f"under tells {type_} {head.dep}" for type_ in types_of(above))
    if governor is not head:
        yield from (f"governed={governor.lemma}", f"governed={governor.lemma} {head.lemma}")


def doer_of(head: Token) -> Token | None:
    """Who seems to do it."""
    if head.pos in {"VERB", "AUX"}:
        passive = head.child("auxpass", "agent") is not None or (head.tag == "VBN" and head.dep in {"acl", "amod"})
        return agent_of(head) if passive else _controller(head) or subject_of(head)
    if head.dep == "amod":
        return doer_of(head.head)
    own = head.child("poss") or next((c.child("pobj") for c in head.children if c.lower in _OF_DOER), None)
    described = next((c for c in head.children if c.dep in {"amod", "compound"} and c.ent in _NAMED), None)
    above = head.head.head if head.dep == "pobj" else head
    fuller = doer_of(above) if above is not head and above.pos == "NOUN" else None
    return next((t for t in (own, described, fuller) if t is not None), None) or _doer_of_clause(head)


def _controller(verb: Token) -> Token | None:
    """Whose deed is thanked or blamed for ("thanked _Oslo_ for sending aid")."""
    while verb.child("nsubj", "nsubjpass") is None and verb.dep in {"conj", "xcomp", "pcomp"}:
        if verb.dep == "pcomp":
            thing = verb.head.head.child("dobj") if verb.head.lower in _BLAMED else None
            return thing if thing is not None and thing.i < verb.i else None
        verb = verb.head
    return None


def _doer_of_clause(noun: Token) -> Token | None:
    """Who does what the clause of a noun or adjective tells ("_Peru_ stands by its word", "is ready")."""
    verb = next((t for t in noun.ancestors() if t.pos in {"VERB", "AUX"}), None)
    if verb is None:
        return None
    return agent_of(verb) if verb.child("auxpass") is not None else subject_of(verb)


def _object(preposition: Token) -> Token | None:
    return preposition.child("pobj")


def objects_of(head: Token) -> list[Token]:
    """What it is done to or with, the nearest first: its own objects, those of what completes it, what follows them."""
    level = [head, head.head] if (head.dep in _GOVERNING and head.pos == "NOUN") or head.dep == "amod" else [head]
    found: list[Token] = []
    for _ in range(_DEEP):
        deeper = head not in level
        below = [
            (child, noun) for token in level for child in _ordered(token) for noun in _reached(child, deeper=deeper)
        ]
        nouns = [
            noun for child, noun in below if child.dep in _TAKING or child.ent in _PLACES if noun.ent not in _TIMES
        ]
        found += [part for noun in nouns if noun.dep in _NAMING for part in joined(noun) if part not in found]
        level = [noun for _, noun in below if noun is not head]
    return [noun for noun in found if noun is not head]


def _ordered(token: Token) -> list[Token]:
    """What hangs on a word: its objects before its other phrases."""
    return sorted(token.children, key=lambda c: (c.dep not in _FIRST, c.lower in _LAST, c.i))


def _reached(child: Token, *, deeper: bool) -> list[Token]:
    """The noun or clause that a word adds to the one that it hangs on; in clauses under the act their subject too."""
    if child.dep in _PREPOSITIONS and child.pos in _TAGGED:
        noun = child.child("pobj", "pcomp") if child.lower in _TO_WHOM else None
        return [noun] if noun is not None else []
    return [child] if child.dep in _FIRST or child.dep in _FOLLOWED or (deeper and child.dep == "nsubj") else []
