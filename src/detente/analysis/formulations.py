"""Words that a side uses again and again on an issue: since when, in which variants, and what was dropped or is new."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from detente.model.document import Document
from detente.model.span import Span
from detente.model.view import View
from detente.text.canonical import CONTENT_WORD_LETTERS, folded, is_content_word

Standing = Literal["standing", "new", "dropped"]

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_LONGEST = 10
_FEWEST_CONTENT_WORDS = 2
_FEWEST_DOCUMENTS = 3
"""Said in fewer documents, words are no formulation yet."""
_RECENT = 3
"""Absent from so many of the latest documents on its issue, a formulation was dropped; only in these, it is new."""
_SAME = 0.6
"""Share of content words (Jaccard) from which two formulations are variants of one."""


class Form(NamedTuple):
    """One wording: its words as first written, the documents that have it, and where it stands first and last."""

    words: str
    documents: int
    first: Span
    last: Span


class Formulation(NamedTuple):
    """What a state keeps saying on an issue; `form` is its most frequent wording, `variants` are the others.

    `standing` compares the latest official documents on the issue with those before.
    """

    state: str
    issue: str
    form: Form
    variants: tuple[Form, ...]
    standing: Standing


class _Unit(NamedTuple):
    span: Span
    issues: tuple[str, ...]


def formulations(view: View) -> Mapping[str, tuple[Formulation, ...]]:
    """By state of the view, its formulations in official documents, those in most documents first."""
    return {state: tuple(_of_state(view, state)) for state in view.states}


def _of_state(view: View, state: str) -> list[Formulation]:
    by_issue: dict[str, list[_Unit]] = defaultdict(list)
    for unit in _units(view, state):
        for issue in unit.issues:
            by_issue[issue].append(unit)
    made = [f for issue, units in by_issue.items() for f in _of_issue(view, state, issue, units)]
    # The same words under two issues belong to the one under which they stand most often.
    best: dict[str, Formulation] = {}
    for found in sorted(made, key=lambda f: (-f.form.documents, f.issue)):
        best.setdefault(folded(found.form.words), found)
    return sorted(best.values(), key=lambda f: (-f.form.documents, f.issue, f.form.words))


def _units(view: View, state: str) -> Iterator[_Unit]:
    """What the state's own accounts have it say and hold, with the issues."""
    official = {id_ for id_, doc in view.documents.items() if state in doc.account_of and doc.published}
    for entry in view.statements:
        for finding in entry.findings:
            if finding.state == state and finding.issues and finding.evidence[0].doc in official:
                yield from (_Unit(span, finding.issues) for span in finding.content)
    for held in view.positions:
        for position in held.findings:
            if position.state == state and position.evidence[0].doc in official:
                yield from (_Unit(span, (position.issue,)) for span in position.evidence)


def _of_issue(view: View, state: str, issue: str, units: Sequence[_Unit]) -> Iterator[Formulation]:
    places: dict[tuple[str, ...], dict[str, Span]] = defaultdict(dict)
    for unit in units:
        for words, span in _runs(view.documents[unit.span.doc], unit.span):
            places[words].setdefault(span.doc, span)
    order = _in_time(view, {unit.span.doc for unit in units})
    frequent = {words: spots for words, spots in places.items() if len(spots) >= _FEWEST_DOCUMENTS}
    forms = [(words, _form(spots, order)) for words, spots in _longest(frequent).items()]
    for family in _families(forms):
        lead = family[0]
        having = {doc for words, _ in family for doc in places[words]}
        yield Formulation(state, issue, lead[1], tuple(form for _, form in family[1:]), _standing(having, order))


def _runs(document: Document, within: Span) -> Iterator[tuple[tuple[str, ...], Span]]:
    """Runs of words that begin and end in a content word."""
    words = [(folded(m[0]), m.start() + within.start, m.end() + within.start) for m in _WORD.finditer(within.text)]
    telling = [is_content_word(word) for word, _, _ in words]
    for i, starts in enumerate(telling):
        for j in range(i + 1, min(i + _LONGEST, len(words))) if starts else ():
            if telling[j] and sum(telling[i : j + 1]) >= _FEWEST_CONTENT_WORDS:
                yield tuple(w for w, _, _ in words[i : j + 1]), document.span(words[i][1], words[j][2])


def _longest(frequent: Mapping[tuple[str, ...], Mapping[str, Span]]) -> dict[tuple[str, ...], Mapping[str, Span]]:
    """Drop what nearly always stands inside a longer run that is as frequent."""
    inside = {
        run[i:j]
        for run, spots in frequent.items()
        for i in range(len(run))
        for j in range(i + 1, len(run) + 1)
        if j - i < len(run) and len(frequent.get(run[i:j], ())) <= len(spots) + len(spots) // _FEWEST_DOCUMENTS
    }
    return {run: spots for run, spots in frequent.items() if run not in inside}


def _form(spots: Mapping[str, Span], order: Mapping[str, int]) -> Form:
    spans = sorted(spots.values(), key=lambda span: order[span.doc])
    written = Counter(span.line for span in spans)
    return Form(written.most_common(1)[0][0], len(spots), spans[0], spans[-1])


def _families(forms: Sequence[tuple[tuple[str, ...], Form]]) -> list[list[tuple[tuple[str, ...], Form]]]:
    """Put variants together, the most frequent wording of each family first."""
    families: list[list[tuple[tuple[str, ...], Form]]] = []
    for words, form in sorted(forms, key=lambda f: (-f[1].documents, f[0])):
        home = next((fam for fam in families if _alike(fam[0][0], words)), None)
        if home is None:
            families.append([(words, form)])
        else:
            home.append((words, form))
    return families


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    ours, theirs = ({w for w in run if len(w) >= CONTENT_WORD_LETTERS} for run in (a, b))
    return len(ours & theirs) >= _SAME * len(ours | theirs)


def _in_time(view: View, ids: Collection[str]) -> dict[str, int]:
    """The place of each document in the order of publication."""
    ordered = sorted(ids, key=lambda id_: (view.documents[id_].published or "9999", id_))
    return {id_: n for n, id_ in enumerate(ordered)}


def _standing(having: Collection[str], order: Mapping[str, int]) -> Standing:
    latest = len(order) - _RECENT
    if latest < _FEWEST_DOCUMENTS:
        return "standing"
    if all(order[doc] < latest for doc in having):
        return "dropped"
    return "new" if all(order[doc] >= latest for doc in having) else "standing"
