"""Spellings of people's names made comparable."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_PLAIN = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ß": "ss", "æ": "ae"})
_APOSTROPHES = re.compile(r"['’‘ʼ`.]")
_POSSESSIVE = re.compile(r"['’]s?$")
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}
_ARTICLES = {"al", "el", "as", "ash", "an", "ad", "ar"}


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without accents, case, full stops and apostrophes; hyphens part words."""
    plain = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return tuple(re.findall(r"[^\W_]+", _APOSTROPHES.sub("", bare)))


def name_key(name: str) -> str:
    """All words of a name run together: "Kim Jong-un" and "Kim Jong Un" have the same key."""
    return "".join(name_words(name))


def name_keys(name: str) -> Iterator[str]:
    """Keys under which a name may be met, the fullest first.

    Left out, in this order: nothing, suffixes ("Jr."), initials inside ("Donald J. Trump"), articles
    ("Adel al-Jubeir").
    """
    words = name_words(_POSSESSIVE.sub("", name.strip()))
    yield "".join(words)
    for dropped in (_SUFFIXES, _ARTICLES):
        kept = words[:1] + tuple(w for w in words[1:] if w not in dropped)
        yield "".join(kept)
        yield "".join(w for i, w in enumerate(kept) if len(w) > 1 or i in {0, len(kept) - 1})
