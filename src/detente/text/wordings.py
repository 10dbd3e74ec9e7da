"""A formulation and the forms in which it turns up: other case, hyphens or none, inflected words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.text.canonical import is_content_word, search_words

_PARTS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_UNMARKED = r"[\s\u00a0\-\u2010-\u2014/]+"
_MARKED = rf"[,;:]?{_UNMARKED}"
_BY_ANOTHER = r"(?:\s+(?:and|or)\s+[\w'’\-]+)?"
_COMMA = re.compile("[,;:]")
_CONJUNCTIONS = frozenset({"and", "or", "nor", "not", "but", "yet"})
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

    "de-risking" finds "De-risk", "derisking" and "de‑risked". A comma between two words counts for nothing, but not
    before a preposition ("federal action, for action"); before a comma of the phrase a word may be joined by another
    ("de-risking and diversifying, not decoupling"). Words with capitals are a name: "Golden Dome" finds no "golden
    domes". A phrase without letters or digits finds nothing.
    """
    words = list(_PARTS.finditer(phrase))
    if not words:
        return re.compile(r"(?!)")
    named = _is_name([word[0] for word in words])
    pieces = [_form(words[0][0], named=named)]
    for before, word in pairwise(words):
        between = _between(phrase[before.end() : word.start()], word[0], named=named)
        pieces.append(between + _form(word[0], named=named))
    left, right = (r"(?<!\w)" if phrase.isascii() else "", r"(?!\w)" if phrase.isascii() else "")
    return re.compile(f"{left}{''.join(pieces)}{right}", re.IGNORECASE)


def _is_name(words: Sequence[str]) -> bool:
    """Whether all words that tell something have capitals, and two or more have."""
    telling = [word for word in words if is_content_word(word.lower())]
    return sum(w[0].isupper() for w in words) > 1 and all(w[0].isupper() for w in telling)


def _between(mark: str, following: str, *, named: bool) -> str:
    """What may stand between two words of a phrase, which has this mark there."""
    if HYPHEN.fullmatch(mark.strip()):
        return _JOINED
    if _COMMA.search(mark):
        return _BY_ANOTHER + _MARKED
    may_part = is_content_word(following.lower()) or following.lower() in _CONJUNCTIONS
    return _MARKED if may_part and not named else _UNMARKED


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


def _form(word: str, *, named: bool) -> str:
    capital = f"(?-i:(?={re.escape(word[0])}))" if named and is_content_word(word.lower()) else ""
    stem = stem_of(word)
    if not (stem.isascii() and stem.isalpha()):
        return capital + re.escape(word)
    doubled = f"{re.escape(stem[-1])}?" if len(stem) >= _SHORTEST_STEM else ""
    return f"{capital}{re.escape(stem)}(?:{doubled}{_INFLECTED})"


def _doubled(stem: str) -> bool:
    return stem[-1] == stem[-2] and stem[-1] not in _NEVER_DOUBLED_FOR_AN_ENDING
