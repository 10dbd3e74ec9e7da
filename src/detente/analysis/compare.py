"""Two accounts of one contact side by side: what both tell, what only one tells, where they contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import NamedTuple

from detente.analysis.alignment import Row, issue_of, side_by_side
from detente.analysis.disputes import Dispute, disputes_on
from detente.analysis.quotations import Collation, quotations
from detente.analysis.telling import Item, items_told
from detente.errors import ChoiceError
from detente.model.document import Document
from detente.model.findings import Engagement
from detente.model.span import Span
from detente.model.view import Entry, View
from detente.ontology.lexicon import lexicon
from detente.ontology.phrases import Phrases
from detente.text.cuewords import cues_in


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
    what each says was agreed; `disputes` are between all documents that report it, `quotations` lay what one of them
    quotes beside the official text in another, `reporting` are these by their ids.
    """

    contact: Entry[Engagement]
    sides: tuple[str, str]
    documents: Mapping[str, tuple[Document, ...]]
    rows: tuple[Row, ...]
    weights: Mapping[str, Mapping[str, Weight]]
    tone: Mapping[str, tuple[Tone, ...]]
    names: Mapping[str, Mapping[str, tuple[str, ...]]]
    agreed: Mapping[str, tuple[Item, ...]]
    disputes: tuple[Dispute, ...]
    quotations: tuple[Collation, ...]
    reporting: Mapping[str, Document]


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
        rows=side_by_side(told[first], told[second]),
        weights={side: _weights(items) for side, items in told.items()},
        tone=tone,
        names=_names(told),
        agreed={side: tuple(i for i in items if i.agreed) for side, items in told.items()},
        disputes=disputes_on(view, contact),
        quotations=quotations(view),
        reporting={id_: view.documents[id_] for id_ in dict.fromkeys(f.evidence[0].doc for f in contact.findings)},
    )


def accounts_of(view: View, contact: Entry[Engagement]) -> tuple[str, ...]:
    """The states of the view whose own accounts tell of the contact."""
    official = {state for f in contact.findings for state in view.documents[f.evidence[0].doc].account_of}
    return tuple(state for state in view.states if state in official)


def _documents(view: View, items: Iterable[Item]) -> tuple[Document, ...]:
    ids = dict.fromkeys(span.doc for item in items for span in item.words)
    return tuple(view.documents[id_] for id_ in ids)


def _weights(items: Iterable[Item]) -> dict[str, Weight]:
    order: dict[str, int] = {}
    words: Counter[str] = Counter()
    for item in items:
        issue = issue_of(item)
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
    """What the accounts call the same thing, as they write it, where a name of one side is none of the other."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for thing, names in lexicon("tellings")["names"].items():
        listed = Phrases(names, ignore_case=True)
        by_side: dict[str, dict[str, str]] = {side: {} for side in told}
        for side, text in ((side, item.text) for side, items in told.items() for item in items):
            for start, end, name in listed.find(text):
                by_side[side].setdefault(name, text[start:end])
        if all(by_side.values()) and len({frozenset(chosen) for chosen in by_side.values()}) > 1:
            found[thing] = {side: tuple(chosen.values()) for side, chosen in by_side.items()}
    return found
