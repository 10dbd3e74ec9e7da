"""How much of their wording two texts share, told from short signatures (MinHash) instead of the texts.

Source: A. Broder, "On the resemblance and containment of documents", 1997.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from rensa import RMinHash

from detente.text.canonical import search_words

_NUMBERS = 128
_BYTES = 4
_SEED = 1997
_SHINGLE = 3
"""So many words in a row make a shingle."""
_BAND = 4
"""Signatures that share a band of so many numbers are compared: from a likeness of about 0.4 on nearly all pairs do."""
COPIED = 0.5
"""Texts this much alike are copies or versions of one."""


def signature_of(text: str) -> bytes:
    """128 numbers of four bytes each that stand for the text's wording; the same on every machine."""
    words = search_words(text)
    shingles = {" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}
    hashed = RMinHash(num_perm=_NUMBERS, seed=_SEED)
    hashed.update(sorted(shingles))
    return b"".join(number.to_bytes(_BYTES, "big") for number in hashed.digest())


def likeness(a: bytes, b: bytes) -> float:
    """The estimated share of shingles that both texts have (Jaccard), from 0 to 1."""
    return sum(x == y for x, y in zip(_numbers(a), _numbers(b), strict=True)) / _NUMBERS


def families(signatures: Mapping[str, bytes]) -> dict[str, frozenset[str]]:
    """The family of each text by its id: itself, and all that are copies of it or of a copy; in any order the same."""
    same: dict[bytes, set[str]] = defaultdict(set)
    for id_, signature in signatures.items():
        same[signature].add(id_)
    family = {signature: frozenset(ids) for signature, ids in same.items()}
    for a, b in _likely(family):
        if family[a] is not family[b] and likeness(a, b) >= COPIED:
            united = family[a] | family[b]
            family |= dict.fromkeys((signature for signature, ids in family.items() if ids <= united), united)
    return {id_: family[signature] for id_, signature in signatures.items()}


def _likely(signatures: Iterable[bytes]) -> set[tuple[bytes, bytes]]:
    """Pairs of signatures that share a band."""
    buckets: dict[tuple[int, bytes], list[bytes]] = defaultdict(list)
    width = _BYTES * _BAND
    for signature in signatures:
        for at in range(0, len(signature), width):
            buckets[at, signature[at : at + width]].append(signature)
    return {(min(pair), max(pair)) for held in buckets.values() for pair in combinations(held, 2)}


def _numbers(signature: bytes) -> list[bytes]:
    return [signature[at : at + _BYTES] for at in range(0, len(signature), _BYTES)]
