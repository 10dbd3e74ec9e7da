"""Two accounts of one contact side by side: what both tell, what only one tells, where they contradict each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import inf, log
from typing import Literal, NamedTuple

from detente.analysis.telling import Item, items_told
from detente.errors import ChoiceError
from detente.model.document import Document
from detente.model.findings import Engagement
from detente.model.span import Span
from detente.model.view import Entry, View
from detente.ontology.lexicon import lexicon
from detente.ontology.phrases import Phrases
from detente.text.canonical import folded, is_content_word
from detente.text.cuewords import cues_in
from detente.text.wordings import stem_of

Label = Literal["both", "contradicted", "attributed", "only"]

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_NUMBER = re.compile(r"\d[\d,.]*")
_ALIKE = 0.3
"""Items this much alike tell the same; set on accounts of the example dossier."""
_SAME_ISSUE = 0.15
_SAME_HOLDERS = 0.05
_CLOSE = 0.5
"""Items this much alike of which one says no contradict each other."""


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


class Weight(NamedTuple):
    """How much an account makes of an issue: its place in the order of the account (from 1), and its words."""

    place: int
    words: int


class Tone(NamedTuple):
    """A word for the manner of the contact, and what it tells of it (warm, good, plain, cold)."""

    kind: str
    words: Span


class Comparison(NamedTuple):
    """Accounts of one contact by the two sides, in the order of `sides`.

    `weights` are by side and issue; `names` by thing and side what the accounts call it, where they differ; `agreed`
    what each says was agreed.
    """

    contact: Entry[Engagement]
    sides: tuple[str, str]
    documents: Mapping[str, tuple[Document, ...]]
    rows: tuple[Row, ...]
    weights: Mapping[str, Mapping[str, Weight]]
    tone: Mapping[str, tuple[Tone, ...]]
    names: Mapping[str, Mapping[str, tuple[str, ...]]]
    agreed: Mapping[str, tuple[Item, ...]]


def compare(view: View, contact: Entry[Engagement]) -> Comparison:
    """Lay the accounts of the view's two states side by side; ChoiceError where the view is not of two."""
    if len(view.states) != 2:
        raise ChoiceError(f"accounts of {len(view.states)} states cannot be laid side by side; name two")
    first, second = view.states
    told = {side: items_told(view, contact, side) for side in (first, second)}
    documents = {side: _documents(view, items) for side, items in told.items()}
    tone = {
        side: tuple(t for doc in docs if side in doc.account_of for t in _tone(doc)) for side, docs in documents.items()
    }
    return Comparison(
        contact=contact,
        sides=(first, second),
        documents=documents,
        rows=_rows(told[first], told[second]),
        weights={side: _weights(items) for side, items in told.items()},
        tone=tone,
        names=_names(told),
        agreed={side: tuple(i for i in items if i.agreed) for side, items in told.items()},
    )


def accounts_of(view: View, contact: Entry[Engagement]) -> tuple[str, ...]:
    """The states of the view whose own accounts tell of the contact."""
    official = {state for f in contact.findings for state in view.documents[f.evidence[0].doc].account_of}
    return tuple(state for state in view.states if state in official)


def _documents(view: View, items: Iterable[Item]) -> tuple[Document, ...]:
    ids = dict.fromkeys(span.doc for item in items for span in item.words)
    return tuple(view.documents[id_] for id_ in ids)


def _rows(first: Sequence[Item], second: Sequence[Item]) -> tuple[Row, ...]:
    """Pair items, the most alike first, each once; then those left alone, all in the order of the first account."""
    stems = {id(item): _stems(item) for item in (*first, *second)}
    rarity = _rarity(stems.values())
    scored = [
        (_alike(a, b, stems[id(a)], stems[id(b)], rarity), n, m)
        for n, a in enumerate(first)
        for m, b in enumerate(second)
    ]
    mine: dict[int, tuple[int, float]] = {}
    for alike, n, m in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if alike >= _ALIKE and n not in mine and m not in {taken for taken, _ in mine.values()}:
            mine[n] = m, alike
    rows = [
        _paired(first[n], second[mine[n][0]], mine[n][1]) if n in mine else _alone(first[n], None)
        for n in range(len(first))
    ]
    taken = {m for m, _ in mine.values()}
    return (*rows, *(_alone(None, item) for m, item in enumerate(second) if m not in taken))


def _paired(a: Item, b: Item, alike: float) -> Row:
    issue = next((i for i in a.issues if i in b.issues), _issue(a))
    return Row("contradicted" if _contradict(a, b, alike) else "both", issue, a, b, alike)


def _alone(a: Item | None, b: Item | None) -> Row:
    item = a or b
    assert item is not None
    others = item.holders and item.teller not in item.holders
    return Row("attributed" if others else "only", _issue(item), a, b, 0.0)


def _issue(item: Item) -> str:
    return item.issues[0] if item.issues else "other"


def _stems(item: Item) -> frozenset[str]:
    words = _WORD.findall(folded(item.text))
    return frozenset(stem_of(w) for w in words if is_content_word(w) or w.isdigit())


def _rarity(items: Collection[frozenset[str]]) -> Mapping[str, float]:
    """How much a word tells: the fewer items have it, the more."""
    spread = Counter(stem for stems in items for stem in stems)
    return {stem: log(1 + len(items) / n) for stem, n in spread.items()}


def _alike(a: Item, b: Item, ours: frozenset[str], theirs: frozenset[str], rarity: Mapping[str, float]) -> float:
    """From 0 to about 1: the share of telling words that both have, and whether issue and holders are the same."""
    shared = ours & theirs
    if not shared:
        return 0.0
    common, smaller = sum(rarity[s] for s in shared), min(sum(rarity[s] for s in words) for words in (ours, theirs))
    every = sum(rarity[s] for s in ours | theirs)
    words = (common / smaller + common / every) / 2
    issue = _SAME_ISSUE if set(a.issues) & set(b.issues) else 0.0
    return words + issue + (_SAME_HOLDERS if set(a.holders) & set(b.holders) else 0.0)


def _contradict(a: Item, b: Item, alike: float) -> bool:
    """Whether one of two items that are close says no, or both give other figures."""
    if alike < _CLOSE:
        return False
    denied = [any(cues_in(s.text, 0, len(s.text), "discrepancies", "nots") for s in i.words) for i in (a, b)]
    figures = [set(_NUMBER.findall(i.text)) for i in (a, b)]
    return denied[0] != denied[1] or (all(figures) and not figures[0] & figures[1])


def _weights(items: Iterable[Item]) -> dict[str, Weight]:
    order: dict[str, int] = {}
    words: Counter[str] = Counter()
    for item in items:
        issue = _issue(item)
        order.setdefault(issue, len(order) + 1)
        words[issue] += sum(len(span.text.split()) for span in item.words)
    return {issue: Weight(place, words[issue]) for issue, place in order.items()}


def _tone(doc: Document) -> list[Tone]:
    """Words of tone that stand beside a word for a contact."""
    words = lexicon("tellings")
    contacts = cues_in(doc.text, 0, len(doc.text), "tellings", "contacts")
    found = []
    for kind in words["tone"]:
        for start, end in cues_in(doc.text, 0, len(doc.text), "tellings", "tone", kind):
            if any(_words_between(doc.text, (start, end), contact) <= words["reach"] for contact in contacts):
                found.append(Tone(kind, doc.span(start, end)))
    return sorted(found, key=lambda tone: tone.words.start)


def _words_between(text: str, a: tuple[int, int], b: tuple[int, int]) -> float:
    """How many words lie between two places; no number of words joins two sentences."""
    between = text[a[1] : b[0]] if a[1] <= b[0] else text[b[1] : a[0]]
    return inf if "." in between else len(between.split())


def _names(told: Mapping[str, Sequence[Item]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """What the accounts call the same thing, where a name of one side is none of the other."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for thing, names in lexicon("tellings")["names"].items():
        listed = Phrases(names, ignore_case=True)
        by_side = {
            side: tuple(dict.fromkeys(name for item in items for _, _, name in listed.find(item.text)))
            for side, items in told.items()
        }
        if all(by_side.values()) and len({frozenset(chosen) for chosen in by_side.values()}) > 1:
            found[thing] = by_side
    return found
