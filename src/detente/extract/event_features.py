"""What the coder of events sees of a pair of actors: named features of the words on the way between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.extract.event_pair import Actor, Pair
from detente.extract.event_words import event_words, types_of
from detente.text.clauses import agent_of, auxiliaries, conditional, modal, negated
from detente.text.reading import Token

ROLES = ("source verb", "top", "target verb", "object", "near target", "between", "all", "after")
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV"})
_PREDICATES = frozenset({"VERB", "NOUN", "ADJ", "AUX"})
_NAMES = frozenset({"GPE", "NORP", "PERSON", "DATE", "CARDINAL", "LOC", "FAC", "TIME", "ORDINAL"})
_ARGUMENTS = ("dobj", "attr", "acomp", "oprd", "nsubjpass", "pobj", "xcomp", "dative")
_COMPLETING = frozenset({"xcomp", "ccomp", "pcomp"})
_LOOSE = frozenset({"advcl", "relcl", "acl", "parataxis", "csubj"})
_WINDOW = 6


def players(pair: Pair) -> dict[str, list[Token]]:
    """The words that play each of ROLES, the actors' own left out."""
    risen, fallen = (_predicates(pair, arm) for arm in (pair.rise, pair.fall))
    verb, other = _verb(risen), _verb(fallen)
    thing = [t for v in (verb, other) if v is not None for t in _arguments(v) if t.i not in pair.own]
    content = [t for t in pair.reading.tokens if t.pos in _CONTENT and t.i not in pair.own and t.ent not in _NAMES]
    inside = {t.i for t in pair.between()}
    last = max((a.end for a in (pair.source, pair.target) if a), default=0)
    return {
        "source verb": [verb] if verb else [],
        "top": [pair.top] if pair.top is not None and pair.top.i not in pair.own else [],
        "target verb": [other] if other else [],
        "object": thing,
        "near target": fallen[:1],
        "between": [t for t in content if t.i in inside],
        "all": content,
        "after": [t for t in content if last <= t.i < last + _WINDOW],
    }


def _predicates(pair: Pair, arm: Sequence[Token]) -> list[Token]:
    return [t for t in arm if t.pos in _PREDICATES and t.i not in pair.own]


def _verb(predicates: Sequence[Token]) -> Token | None:
    return next((t for t in predicates if t.pos in {"VERB", "AUX"}), None)


def _arguments(verb: Token) -> list[Token]:
    """The nouns and clauses that complete a verb, also after a preposition."""
    found = []
    for child in verb.children:
        if child.dep in _ARGUMENTS:
            found.append(child)
        elif child.dep in {"prep", "prt", "agent"}:
            found += [c for c in child.children if c.dep in {"pobj", "pcomp"}]
    return found


def features(pair: Pair) -> dict[str, float]:
    """Everything named that is seen of a pair, each with its size."""
    roles = players(pair)
    found: dict[str, float] = {"always": 1.0}
    for name in _words(roles):
        found[name] = 1.0
    for name in (*_acts(pair, roles), *_shape(pair), *_mood(roles), *_actors(pair, roles)):
        found[name] = 1.0
    for name in (*_bags(pair, roles), *_around(pair, roles)):
        found[name] = 0.5
    return found


def _words(roles: dict[str, list[Token]]) -> Iterator[str]:
    words = event_words()
    for role in ROLES[:5]:
        for token in roles[role]:
            yield f"{role}={token.lemma}"
            yield from (f"{role}:{kind}" for kind in words.kinds.get(token.lemma, ()))
    for role in ("source verb", "target verb"):
        for verb in roles[role]:
            yield from _frame(role, verb)


def _frame(role: str, verb: Token) -> Iterator[str]:
    """A verb with its particle, its prepositions and what completes it."""
    kinds = event_words().kinds
    yield from (f"{role} {c.dep}={verb.lemma} {c.lower}" for c in verb.children if c.dep in {"prt", "prep", "neg"})
    yield from (f"{role} {c.dep}={c.lower}" for c in verb.children if c.dep in {"prt", "prep"})
    for token in _arguments(verb):
        yield f"{role} with={verb.lemma} {token.lemma}"
        yield f"{role} {token.dep}={token.lemma}"
        for kind in kinds.get(token.lemma, ()):
            yield f"{role} with={verb.lemma} :{kind}"
            yield from (f"{role} with=:{own} :{kind}" for own in kinds.get(verb.lemma, ()))
        if token.dep in {"xcomp", "ccomp", "pcomp"}:
            yield from (f"{role} to={verb.lemma} {type_}" for type_ in types_of(token))


def _acts(pair: Pair, roles: dict[str, list[Token]]) -> Iterator[str]:
    """The types of act that the lexicon sees at each role, and by where a word stands to the verb of the source."""
    told = {t.i: found for t in pair.reading.tokens if t.i not in pair.own and (found := types_of(t))}
    for role in ROLES[:5]:
        for token in roles[role]:
            yield from (f"{role} tells {type_} {sure}" for type_, sure in told.get(token.i, {}).items())
    verb = next(iter(roles["source verb"]), None)
    inside = {t.i for t in pair.between()}
    for i, found in told.items():
        token = pair.reading.tokens[i]
        where = standing(token, verb)
        between = "between" if i in inside else "beside"
        for type_, sure in found.items():
            yield from (f"{where} tells {type_} {sure}", f"tells {type_}", f"{where} tells {type_} {token.pos}")
            yield f"{between} tells {type_} {sure}"


def _around(pair: Pair, roles: dict[str, list[Token]]) -> Iterator[str]:
    """The words by where they stand to the verb of the source, and how the target hangs under it."""
    verb = next(iter(roles["source verb"]), None)
    kinds = event_words().kinds
    for token in roles["all"]:
        where = standing(token, verb)
        yield f"{where} has {token.lemma}"
        yield from (f"{where} has :{kind}" for kind in kinds.get(token.lemma, ()))
    if verb is not None and pair.target is not None:
        where = standing(pair.target.head, verb)
        yield from (f"target {where}", f"target {where} {verb.lemma}")
        yield from (f"target {where} tells {type_}" for type_ in types_of(verb))


def standing(token: Token, verb: Token | None) -> str:
    """Where a word stands to a verb: part of its clause, under one that completes it, in a loose one, over it."""
    if token is verb:
        return "self"
    labels, above = [token.dep], token.head
    while above is not verb and above.head is not above:
        labels.append(above.dep)
        above = above.head
    if above is verb:
        if _LOOSE.intersection(labels):
            return "loose"
        return "under" if _COMPLETING.intersection(labels) else "joined" if "conj" in labels else "part"
    return "over" if verb is not None and any(token is t for t in verb.ancestors()) else "else"


def _shape(pair: Pair) -> Iterator[str]:
    """How the actors hang in the sentence, and which comes first."""
    source, target = pair.source, pair.target
    if source is None or target is None:
        yield f"missing={'source' if source is None else ''}{'target' if target is None else ''}"
        return
    up = " ".join(t.dep for t in (source.head, *pair.rise[:-1]))
    down = " ".join(t.dep for t in (target.head, *pair.fall[:-1]))
    yield from (f"rise={up}", f"fall={down}", f"way={up}|{down}", f"first={source.start < target.start}")
    yield from (f"source is {source.head.dep}", f"target is {target.head.dep}")
    yield from (f"on way={t.lower} {t.dep}" for t in (*pair.rise, *pair.fall) if t.pos in {"ADP", "SCONJ", "PART"})
    if target.head.dep == "pobj":
        above = target.head.head
        yield from (f"target after={above.lower}", f"target after={above.head.lemma} {above.lower}")
    if source.head.dep == "pobj":
        yield f"source after={source.head.head.lower}"
    between = len(pair.between())
    yield f"apart={min(6, between // 3)}"


def _mood(roles: dict[str, list[Token]]) -> Iterator[str]:
    """Voice, tense, modals, negation and conditions of the verbs above each actor."""
    for role in ("source verb", "target verb"):
        for verb in roles[role]:
            helped = auxiliaries(verb)
            passive = "by" if agent_of(verb) else verb.child("auxpass") is not None
            yield from (f"{role} tag={verb.tag}", f"{role} passive={passive}", f"{role} dep={verb.dep}")
            yield from (f"{role} helped={word}" for word in helped)
            marks = (("would", modal(verb)), ("not", negated(verb)), ("if", conditional(verb)), ("to", "to" in helped))
            mood = " ".join(name for name, there in marks if there)
            yield f"{role} mood={mood}"
            yield from (f"{role} mood={mood} {type_}" for type_ in types_of(verb))
            if verb.head is not verb:
                yield from (f"{role} under={verb.head.lemma} {verb.dep}", f"{role} under={verb.head.lemma}")
                yield from (f"{role} under tells {type_} {verb.dep}" for type_ in types_of(verb.head))


def _actors(pair: Pair, roles: dict[str, list[Token]]) -> Iterator[str]:
    """What kind of actor each is, alone and with the kind of verb."""
    kinds = event_words().kinds
    for name, actor in (("source", pair.source), ("target", pair.target)):
        for kind in _kinds_of(actor):
            yield f"{name} kind={kind}"
            for verb in roles["source verb"]:
                yield from (f"{name} kind={kind} {manner}" for manner in kinds.get(verb.lemma, ()))
                yield f"{name} kind={kind} {verb.lemma}"
        if actor is not None:
            yield from (f"{name} ent={actor.head.ent}", f"{name} word={actor.head.lemma}")


def _kinds_of(actor: Actor | None) -> set[str]:
    listed = event_words().actors
    return {kind for t in actor.tokens for kind in listed.get(t.lemma, ())} if actor is not None else set()


def _bags(pair: Pair, roles: dict[str, list[Token]]) -> Iterator[str]:
    """Words anywhere, between the actors and after them, and neighbours on the way."""
    for role in ("between", "all", "after"):
        yield from (f"{role} has {t.lemma}" for t in roles[role])
    kinds = event_words().kinds
    yield from (f"all has :{kind}" for t in roles["all"] for kind in kinds.get(t.lemma, ()))
    inside = [t for t in pair.between() if t.pos not in {"PUNCT", "DET"}]
    yield from (f"next {a.lemma} {b.lemma}" for a, b in pairwise(inside))
    if inside:
        yield from (f"first between={inside[0].lower}", f"last between={inside[-1].lower}")
