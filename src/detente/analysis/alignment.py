"""Items of two accounts put together: which tell the same, which contradict each other, which stand alone."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from detente.analysis.telling import Item
from detente.ontology.lexicon import lexicon
from detente.ontology.phrases import Phrases
from detente.ontology.states import states_in
from detente.text.canonical import folded, is_content_word, search_words
from detente.text.commonness import rarity_of, root_of
from detente.text.cuewords import cues_in

Label = Literal["both", "contradicted", "attributed", "only"]

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_NAME = re.compile(r"(?<=[\w,] )[A-Z]\w{3,}")
_ALIKE = 0.65
"""Items this much alike tell the same; set on four pairs of accounts read by hand (docs/accounts.md)."""
_NEAR = 0.35
"""Items this much alike of which one denies the other contradict each other."""
_SAME_ISSUE = 0.1
_SAME_HOLDERS = 0.05
_SAME_NAME = 0.1
_SOLE = 0.15
"""A word that one item alone has in either account makes the two more alike; so does a second one."""
_ROUNDING = 1.25
"""Lengths of which the longer is no more than so many times the other may be one, rounded."""
_LEAST = 4.0
"""Shared words must tell so much together."""
_ONLY = re.compile(r"\s+only\b")


class Row(NamedTuple):
    """Items of the two accounts that belong together, or one of them alone.

    `both`: both accounts tell it. `contradicted`: both tell of it, and not the same. `attributed`: one account has
    the other side say it, and the other's own account does not. `only`: one account alone tells it.
    """

    label: Label
    issue: str
    first: Item | None
    second: Item | None
    alike: float


class _Gist(NamedTuple):
    """What an item is about, for comparing: telling words with how much each tells, names, figures.

    `sole` are the words that no other item of the account has.
    """

    words: Mapping[str, float]
    names: frozenset[str]
    figures: frozenset[str]
    sole: frozenset[str] = frozenset()

    def weight(self, words: Collection[str]) -> float:
        """How much these of its words tell together."""
        return math.fsum(self.words[word] for word in words)


def side_by_side(first: Sequence[Item], second: Sequence[Item]) -> tuple[Row, ...]:
    """Pair items, the most alike first, each once; then those left alone, all in the order of the first account."""
    others = list(zip(second, _gists(second), strict=True))
    scored = [
        (pair, n, m)
        for n, (a, ours) in enumerate(zip(first, _gists(first), strict=True))
        for m, (b, theirs) in enumerate(others)
        if (pair := _pair(a, b, ours, theirs))
    ]
    mine: dict[int, Row] = {}
    taken: set[int] = set()
    for row, n, m in sorted(scored, key=lambda s: (-s[0].alike, s[1], s[2])):
        if n not in mine and m not in taken:
            mine[n] = row
            taken.add(m)
    rows = [mine.get(n) or _alone(first[n], None) for n in range(len(first))]
    return (*rows, *(_alone(None, item) for m, item in enumerate(second) if m not in taken))


def issue_of(item: Item) -> str:
    """The first issue of an item, else "other"."""
    return item.issues[0] if item.issues else "other"


def _pair(a: Item, b: Item, ours: _Gist, theirs: _Gist) -> Row | None:
    """Both as one row where they belong together."""
    if a.circumstance or b.circumstance:
        return _of_the_contact(a, b)
    if _foreign(a) and _foreign(b):
        return None
    alike = _alike(a, b, ours, theirs)
    if alike < _NEAR:
        return None
    contradicted = _contradict(a, b, ours, theirs)
    if not contradicted and alike < _ALIKE:
        return None
    issue = next((i for i in a.issues if i in b.issues), issue_of(a))
    return Row("contradicted" if contradicted else "both", issue, a, b, alike)


def _of_the_contact(a: Item, b: Item) -> Row | None:
    """Two circumstances of one kind always belong together: they tell of the same contact."""
    ours, theirs = a.circumstance, b.circumstance
    if not ours or not theirs or ours.kind != theirs.kind:
        return None
    if isinstance(ours.value, int) and isinstance(theirs.value, int):
        low, high = sorted((ours.value, theirs.value))
        differ = high > low * _ROUNDING
    else:
        differ = None not in {ours.value, theirs.value} and ours.value != theirs.value
    return Row("contradicted" if differ else "both", issue_of(a), a, b, 1.0)


def _alone(a: Item | None, b: Item | None) -> Row:
    item = a or b
    assert item is not None
    return Row("attributed" if _foreign(item) else "only", issue_of(item), a, b, 0.0)


def _foreign(item: Item) -> bool:
    """Whether the account has others say it."""
    return bool(item.holders) and item.teller not in item.holders and not item.common


def _gists(items: Sequence[Item]) -> list[_Gist]:
    gists = [_gist(item) for item in items]
    holding = Counter(word for gist in gists for word in gist.words)
    return [g._replace(sole=frozenset(word for word in g.words if holding[word] == 1)) for g in gists]


def _gist(item: Item) -> _Gist:
    """The telling words of a clause; the names of states are in every item, and words of saying tell who, not what."""
    text = item.clause.text
    rest = _without(text, [(start, end) for start, end, _ in states_in(text)])
    phrases = [(start, end, _groups()[phrase]) for start, end, phrase in _phrases().find(rest)]
    words = {group: _weight_of(group) for _, _, group in phrases}
    for word in search_words(_without(rest, [phrase[:2] for phrase in phrases])):
        root = root_of(word)
        if group := _group_of_root().get(root):
            words[group] = _weight_of(group)
        elif _is_telling(word) and root not in _saying():
            words[root] = rarity_of(root)
    names = frozenset(n for n in _NAME.findall(rest) if _is_telling(folded(n)))
    return _Gist(words, names, frozenset(n.replace(",", "") for n in _NUMBER.findall(item.text)))


def _is_telling(word: str) -> bool:
    return (is_content_word(word) or word.isdigit()) and word not in lexicon("tellings")["plain"]


def _without(text: str, places: Iterable[tuple[int, int]]) -> str:
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _alike(a: Item, b: Item, ours: _Gist, theirs: _Gist) -> float:
    """From 0 to about 1: the share of telling words that both have, and whether issue, holders and names agree."""
    shared = ours.words.keys() & theirs.words.keys()
    common = ours.weight(shared)
    if common < _LEAST:
        return 0.0
    mine, other = ours.weight(ours.words), theirs.weight(theirs.words)
    words = (common / min(mine, other) + common / (mine + other - common)) / 2
    issue = _SAME_ISSUE if set(a.issues) & set(b.issues) else 0.0
    names = _SAME_NAME if ours.names & theirs.names else 0.0
    holders = _SAME_HOLDERS if set(a.holders) & set(b.holders) else 0.0
    return words + issue + names + holders + _SOLE * min(2, len(ours.sole & theirs.sole))


def _contradict(a: Item, b: Item, ours: _Gist, theirs: _Gist) -> bool:
    """Whether one of two items says no, or both give other figures, or one denies what the other tells."""
    if bool(_denials(a)) != bool(_denials(b)):
        return True
    if ours.figures and theirs.figures and not ours.figures & theirs.figures:
        return True
    return any(
        (_says(a, n, 0) and _says(b, n, 1)) or (_says(a, n, 1) and _says(b, n, 0))
        for n in range(len(lexicon("tellings")["opposed"]))
    )


def _denials(item: Item) -> list[tuple[int, int]]:
    """Words that say no; "not only" says yes."""
    cues = cues_in(item.text, 0, len(item.text), "discrepancies", "nots")
    return [(start, end) for start, end in cues if not _ONLY.match(item.text, end)]


def _says(item: Item, n: int, side: int) -> bool:
    return any(True for _ in _opposed(n, side).find(item.clause.text))


@cache
def _opposed(n: int, side: int) -> Phrases:
    return Phrases(lexicon("tellings")["opposed"][n][side], ignore_case=True)


@cache
def _phrases() -> Phrases:
    return Phrases((words for words in _groups() if " " in words), ignore_case=True)


@cache
def _groups() -> Mapping[str, str]:
    """The name of its group for every word that tells the same as others."""
    return {words: f"={group[0]}" for group in lexicon("tellings")["same"] for words in group}


@cache
def _group_of_root() -> Mapping[str, str]:
    return {root_of(words): group for words, group in _groups().items() if " " not in words}


@cache
def _weight_of(group: str) -> float:
    """As much as the commonest of its words tells."""
    return min(rarity_of(root) for root, name in _group_of_root().items() if name == group)


@cache
def _saying() -> frozenset[str]:
    return frozenset(root_of(verb) for verb in lexicon("speech")["verbs"])
