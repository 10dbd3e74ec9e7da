"""How likely two places of a document tell one thing differently: a small trained model over what they say.

The weights and how they were made: `training/discrepancies/` in the repository. A pair is described by words such as
`b denying` or `voices other`; each adds its weight to the score.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from heapq import nlargest
from typing import Any

from detente.extract.accounts import Accounts, words_of
from detente.extract.clash import Clash
from detente.extract.discrepancy_pairs import Pair, Place, pairs
from detente.extract.logistic import added, likelihood_of
from detente.model.findings import DiscrepancyKind
from detente.ontology.lexicon import weights
from detente.text.clauses import Actors

LEAST = 0.13
"""How likely a pair must be to be told; chosen by cross-validation."""
SUREST = 4
"""So many of a document's surest pairs tell whether its accounts differ at all."""
_CONTESTED = 0.2
"""How likely the surest pairs of a document must be on average: accounts that differ seldom come alone."""
_MOST = 3
"""Shared words are counted up to so many."""


def judged(accounts: Accounts, actors: Actors) -> Iterator[Clash]:
    """The pairs that are likely enough not to agree, the likeliest first; none in the account of one side alone."""
    if accounts.reading.document.account_of:
        return
    opened = [(opening_sum(pair), pair) for pair in pairs(accounts, actors)]
    if sum(nlargest(SUREST, (opening for opening, _ in opened))) < _limit("hopeful"):
        return
    likely = [(share, pair) for opening, pair in opened if (share := likelihood(pair, opening)) >= LEAST]
    likely.sort(key=lambda found: -found[0])
    if sum(share for share, _ in likely[:SUREST]) < SUREST * _CONTESTED:
        return
    for share, pair in likely:
        yield Clash(_kind(pair), pair.a.span, pair.b.span, "other", share)


def _kind(pair: Pair) -> DiscrepancyKind:
    figures = set(_figures(pair))
    if "duration differs" in figures:
        return "duration"
    if figures & {"figures differ", "figure bare"}:
        return "number"
    if pair.b.stances and {"denying", "untrue", "no"} & set(pair.b.stances):
        return "denial"
    return "date" if figures & {"clock differs", "date differs"} else "framing"


def likelihood(pair: Pair, opening: float) -> float:
    """The probability that the two places do not agree; none where the places by themselves speak against it."""
    return likelihood_of(opening + added(_weights(), _between(pair))) if opening >= _limit("opens") else 0.0


def opening_sum(pair: Pair) -> float:
    """What the two places add by themselves, which is cheap to ask."""
    near = _near(pair)
    return _of_place(pair.a, "a", near) + _of_place(pair.b, "b", near)


def _of_place(place: Place, name: str, near: str) -> float:
    """What the traits of one place add, summed once however many pairs it is in."""
    if (name, near) not in place.sums:
        place.sums[name, near] = added(_of_traits(name, near), place.traits)
    return place.sums[name, near]


@cache
def _of_traits(name: str, near: str) -> Mapping[str, float]:
    """What each trait adds that has a weight."""
    openings = _own("", name, near)
    traits = {f.removeprefix(o) for f in _weights() for o in openings if f.startswith(o)}
    return {trait: added(_weights(), _own(trait, name, near)) for trait in traits}


@lru_cache(maxsize=1)
def _model() -> Mapping[str, Any]:
    """Read the shipped weights once."""
    return weights("discrepancies")


def _weights() -> Mapping[str, float]:
    known: Mapping[str, float] = _model()["weights"]
    return known


def _limit(name: str) -> float:
    """What must be added up to: `opens` by the places of a pair, `hopeful` by those of a document's surest pairs."""
    limit: float = _model()[name]
    return limit


def features(pair: Pair) -> set[str]:
    """Describe a pair in named features, each once."""
    return _between(pair) | openings(pair)


def openings(pair: Pair) -> set[str]:
    """Name what its two places are like by themselves."""
    near = _near(pair)
    return {f for name, place in (("a", pair.a), ("b", pair.b)) for t in place.traits for f in _own(t, name, near)}


def _near(pair: Pair) -> str:
    return "within" if pair.apart == 0 else "across"


def _own(trait: str, name: str, near: str) -> tuple[str, str]:
    """What one place is like by itself."""
    return f"{name} {trait}", f"{near}+{name} {trait}"


def _between(pair: Pair) -> set[str]:
    """How the two places stand to each other."""
    where, near, paragraphs = f"apart {pair.apart} {pair.mark}".strip(), _near(pair), _paragraphs(pair)
    sides, plain = f"voices {_voices(pair)}", [*_told(pair), *_shared(pair), *_figures(pair)]
    found = {"always", where, sides, f"{where}+{paragraphs}", f"{sides}+{paragraphs}", *plain}
    found.update(f"{near}+{f}" for f in (sides, *plain))
    for stance in pair.b.stances or ["plain"]:
        crossed = (sides, f"{sides}+{near}", where, f"a {pair.a.heard}", *plain)
        found.update(f"stance {stance}+{f}" for f in crossed)
    return found


def _paragraphs(pair: Pair) -> str:
    sentences = pair.a.accounts.sentences
    return "one paragraph" if sentences[pair.a.at].paragraph is sentences[pair.b.at].paragraph else "two paragraphs"


def _voices(pair: Pair) -> str:
    """Whether two states speak, as far as it is known who does."""
    if pair.a.side and pair.b.side:
        same = set(pair.a.voices) == set(pair.b.voices)
        return "other" if pair.a.side != pair.b.side else "same" if same else "mixed"
    return f"{pair.a.heard} {pair.b.heard}"


def _told(pair: Pair) -> Iterator[str]:
    """Whose accounts they are, and whether another state is named first in the second."""
    one, two = (next(iter(p.told), None) for p in (pair.a, pair.b))
    if one is None or two is None:
        yield f"told {one is not None} {two is not None}"
    elif one.speaker == two.speaker:
        yield "sides same speaker"
    else:
        states = "speaker" if not (one.state and two.state) else "state"
        yield f"sides {'same' if states == 'state' and one.state == two.state else 'other'} {states}"
    first, second = pair.a.states[:1], pair.b.states[:1]
    yield f"opens {'none' if not second else 'first' if not first else 'same' if first == second else 'other'}"
    yield f"joins {bool(set(pair.a.states) & set(pair.b.states))}"


def _shared(pair: Pair) -> Iterator[str]:
    """What words both hold."""
    yield f"shares {min(_MOST, len(pair.a.stems & pair.b.stems))}"
    one, two = pair.a.verbs, pair.b.verbs
    yield f"verb {bool(one & two - words_of('saying'))}"
    if not pair.a.classes.isdisjoint(pair.b.classes):
        yield "same class"
    yield f"not {pair.a.has('nots')} {pair.b.has('nots')}"


def _figures(pair: Pair) -> Iterator[str]:
    """How the figures and times of the two compare."""
    one, two = ({c.unit: c.value for c in p.counts} for p in (pair.a, pair.b))
    if both := one.keys() & two.keys():
        yield "figures differ" if any(one[u] != two[u] for u in both) else "figures agree"
    first, second = pair.a.numbers, pair.b.numbers
    if first and second:
        yield "figures both"
    if first and any(t.dep != "nummod" for t in second):
        yield "figure bare"
    for kind in ("duration", "clock", "date") if pair.a.times and pair.b.times else ():
        early, late = ({v for k, v in p.times if k == kind} for p in (pair.a, pair.b))
        if early and late:
            yield f"{kind} {'agrees' if early & late else 'differs'}"
