"""A text cut into the things that it tells, by its marks and the words that join clauses; no parser is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from detente.ontology.lexicon import lexicon
from detente.text.context import sentences_in
from detente.text.paragraphs import split_paragraphs
from detente.text.wordings import stem_of

_TITLES = frozenset({"headline", "heading", "byline"})
_JOINT = re.compile(
    r";\s+(?:(?:and|but)\s+)?|(?P<comma>,?)\s+(?:and|but|while|whereas)\s+(?P<that>that\s+)?", re.IGNORECASE
)
_OPENERS = frozenset({"there", "for"})
_INFINITIVE = re.compile(r"\bto\s")
_WORD = re.compile(r"[\w’'-]+")
_SUBORDINATE = re.compile(r"\b(?:that|which|who|because|if|when)\b", re.IGNORECASE)
_REACH = 12
"""A clause shows its verb among so many words after a comma, and half as many without one."""
_SHORTEST_PAST = 5
_FRAGMENT = 5
"""A joined verb without a subject tells a thing of its own with so many words."""


def pieces_of(text: str) -> list[tuple[int, int]]:
    """Where each piece begins and ends (code points), in order: sentences, and clauses joined in one; no headings."""
    return [piece for start, end in sentences_of(text) for piece in _clauses(text, start, end)]


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, in order; no headings."""
    for paragraph in split_paragraphs(text):
        if paragraph.kind not in _TITLES:
            yield from sentences_in(text, paragraph.start, paragraph.end)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for joint in _JOINT.finditer(text, start, end):
        if joint.start() > start and _parts(text[start : joint.start()], joint, text[joint.end() : end]):
            yield start, joint.start()
            start = joint.end()
    yield start, end


def _parts(left: str, joint: re.Match[str], right: str) -> bool:
    """Whether the words on both sides of a joint tell two things."""
    words = [word.lower() for word in _WORD.findall(_before_joint(right))]
    if joint[0].startswith(";"):
        return bool(words)
    loose = "but" in joint[0].lower() and not joint["comma"]
    return bool(words) and _tells(left) and not loose and _begins_clause(left, joint, words)


def _begins_clause(left: str, joint: re.Match[str], words: list[str]) -> bool:
    """Whether the words after a joint begin a clause of their own; they may share the subject of the one before."""
    told = [word for word in words if not (word.endswith("ly") or word in lexicon("tellings")["adverbs"])]
    first, opening = words[0], told[0] if told else ""
    if _is_finite(first):
        return len(words) >= _FRAGMENT
    if joint["that"] or first in _OPENERS or _is_act(opening):
        return True
    if first == "to" or opening in lexicon("tellings")["prepositions"]:
        return first == "to" and bool(_INFINITIVE.search(left))
    return _has_subject_and_verb(left, joint, words)


def _has_subject_and_verb(left: str, joint: re.Match[str], words: list[str]) -> bool:
    """A verb soon after the joint is one of a new clause where the clause before has its own."""
    near = words[: _REACH // 2]
    if joint["comma"] and any(_is_act(word) and stem_of(word) in _speech() for word in near):
        return True
    if not _tells(_SUBORDINATE.split(left)[-1]):
        return False
    return any(_is_finite(w) or _is_act(w) for w in words[:_REACH]) if joint["comma"] else any(map(_is_finite, near))


def _before_joint(words: str) -> str:
    joint = _JOINT.search(words)
    return words[: joint.start()] if joint else words


def _tells(words: str) -> bool:
    """Whether some words have a verb; capitalised ones are names ("the United States")."""
    return any(_is_finite(word) or _is_act(word) for word in _WORD.findall(words) if word.islower())


def _is_finite(word: str) -> bool:
    return word in lexicon("tellings")["finite"]


def _is_act(word: str) -> bool:
    """Whether a word is the verb of an act in the past or of speech in the present, as its ending tells."""
    if word in lexicon("tellings")["acts"]:
        return True
    if word.endswith("ed"):
        return len(word) >= _SHORTEST_PAST
    return word.endswith("s") and stem_of(word) in _speech()


@cache
def _speech() -> frozenset[str]:
    return frozenset(stem_of(verb) for verb in lexicon("speech")["verbs"])
