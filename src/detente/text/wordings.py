"""A formulation and the forms in which it turns up: other case, hyphens or none, inflected words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from detente.text.canonical import search_words

_PARTS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BETWEEN = r"[,;:]?[\s\u00a0\-\u2010-\u2014/]+"
_JOINED = r"[\s\u00a0\-\u2010-\u2014/]*"
HYPHEN = re.compile(r"[\-\u2010-\u2014]")
_ENDINGS = ("ies", "ied", "ing", "ed", "es", "s", "e", "y")
_OF_Y = frozenset({"ies", "ied", "y"})
_INFLECTED = "(?:s|es|ed|d|e|ing|y|ies|ied|['’]s)?"
_SHORTEST_STEM = 3
_VOWELS = "aeiou"
_NEVER_DOUBLED_FOR_AN_ENDING = "aeiouls"  # "agreeing", "calling", "pressing" keep both letters


def forms_of(phrase: str) -> re.Pattern[str]:
    """A pattern that finds the phrase in running text in any case, spacing, hyphenation and inflection of its words.

    A comma between two words counts for nothing. "de-risking" finds "De-risk", "derisking" and "de‑risked"; a phrase
    without letters or digits finds nothing.
    """
    words = list(_PARTS.finditer(phrase))
    if not words:
        return re.compile(r"(?!)")
    pieces = [_form(words[0][0])]
    for before, word in pairwise(words):
        hyphened = HYPHEN.fullmatch(phrase[before.end() : word.start()].strip())
        pieces.append((_JOINED if hyphened else _BETWEEN) + _form(word[0]))
    left, right = (r"(?<!\w)" if phrase.isascii() else "", r"(?!\w)" if phrase.isascii() else "")
    return re.compile(f"{left}{''.join(pieces)}{right}", re.IGNORECASE)


def stem_of(word: str) -> str:
    """What the inflected forms of an English word share ("risking", "risks", "risked": "risk")."""
    lower = word.lower()
    if not lower.isascii() or not lower.isalpha():
        return lower
    for ending in _ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) >= _SHORTEST_STEM and not lower.endswith("ss"):
            stem = lower.removesuffix(ending)
            if ending in _OF_Y and stem[-1] in _VOWELS:
                continue
            return stem[:-1] if ending in {"ing", "ed"} and len(stem) > _SHORTEST_STEM and _doubled(stem) else stem
    return lower


def inflections(word: str) -> tuple[str, ...]:
    """The word and its forms, as far as endings tell them ("policy", "policies"); some of them are no words."""
    stem = stem_of(word)
    if not (stem.isascii() and stem.isalpha()) or len(stem) < _SHORTEST_STEM:
        return (word,)
    if word.endswith(tuple(_OF_Y)) and stem != word:
        endings: tuple[str, ...] = ("y", "ies", "ied", "ying")
    else:
        endings = ("", "s", "es", "ed", "ing", *(("e", "eing") if stem != word else ()))
    doubled = stem + stem[-1] if stem[-1] not in _VOWELS + "y" else stem
    return tuple(dict.fromkeys((word, *(stem + e for e in endings), doubled + "ed", doubled + "ing")))


def indexed_forms(phrase: str) -> Iterator[tuple[str, ...]]:
    """Beginnings of words that a text must all hold, one tuple per way of writing hyphened words: apart, or as one."""
    for spelling in dict.fromkeys((phrase, HYPHEN.sub("", phrase))):
        yield tuple(stem_of(word) for word in search_words(spelling))


def _form(word: str) -> str:
    stem = stem_of(word)
    if not (stem.isascii() and stem.isalpha()):
        return re.escape(word)
    doubled = f"{re.escape(stem[-1])}?" if len(stem) >= _SHORTEST_STEM else ""
    return f"{re.escape(stem)}(?:{doubled}{_INFLECTED})"


def _doubled(stem: str) -> bool:
    return stem[-1] == stem[-2] and stem[-1] not in _NEVER_DOUBLED_FOR_AN_ENDING
