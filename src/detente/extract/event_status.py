"""What tells whether an act was done, is to come, was turned down, is denied or only thought of."""

from __future__ import annotations

from collections.abc import Iterator

from detente.extract.event_features import players
from detente.extract.event_pair import Pair
from detente.extract.event_words import types_of
from detente.text.clauses import auxiliaries, conditional, happened, modal, negated
from detente.text.reading import Token

_VERBS = frozenset({"VERB", "AUX"})
_UNREAL = frozenset({"mark", "advmod", "neg", "det"})


def status_features(pair: Pair, type_: str) -> dict[str, float]:
    """Everything named that is seen of how real an act of this type is, each with its size."""
    found = {"always": 1.0, f"type={type_}": 1.0}
    roles = players(pair)
    for role in ("source verb", "top", "target verb"):
        for token in roles[role]:
            found.update((name, 1.0) for name in _of(role, token, type_))
    found.update((f"has {t.lower}", 0.5) for t in pair.reading.tokens if t.pos in {"AUX", "PART", "SCONJ", "ADV"})
    found.update((f"way has {t.lemma}", 0.5) for t in (*pair.rise, *pair.fall) if t.i not in pair.own)
    return found


def _of(role: str, token: Token, type_: str) -> Iterator[str]:
    """Negation, modals, conditions and what governs it."""
    tells = type_ in types_of(token)
    yield from (f"{role}={token.lemma}", f"{role} tag={token.tag}", f"{role} tag={token.tag} {tells}")
    yield from (f"{role} helped={word} {tells}" for word in auxiliaries(token))
    yield from (f"{role} with={c.lower}" for c in token.children if c.dep in _UNREAL)
    if token.pos in _VERBS:
        marks = (
            ("would", modal(token)),
            ("not", negated(token)),
            ("if", conditional(token)),
            ("done", happened(token)),
        )
        mood = " ".join(name for name, there in marks if there)
        yield from (f"mood={mood} {tells}", f"{role} mood={mood}")
    for above in token.ancestors():
        if above.pos in _VERBS:
            yield from (
                f"under={above.lemma}",
                f"under={above.lemma} {token.dep}",
                f"{role} under not={negated(above)}",
            )
            break
