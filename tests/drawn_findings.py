"""Hypothesis strategies for documents, spans and every kind of finding, made from the types themselves."""

from dataclasses import fields
from datetime import date
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from detente.model.document import Document
from detente.model.dossier import Dossier, Party, Problem
from detente.model.findings import LAYERS, Finding
from detente.model.span import Span

DATE_FIELDS = {"date", "end_date", "said_on", "when"}

characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
words = st.text(characters, max_size=12)
states = st.sampled_from(["US", "CN", "JP", "RU", "EU"])
iso_dates = st.dates(max_value=date(2200, 1, 1)).flatmap(
    lambda d: st.sampled_from([d.isoformat()[:4], d.isoformat()[:7], d.isoformat()])
)
prose = st.text(st.one_of(characters, st.sampled_from("aé 王毅\n\r“”😀")), min_size=1, max_size=60).filter(str.strip)
documents = st.builds(
    Document,
    text=prose,
    name=words,
    title=st.none() | words,
    url=st.none() | words,
    publisher=st.none() | words,
    published=st.none() | iso_dates,
    language=st.sampled_from(["en", "zh"]),
    account_of=st.lists(states, max_size=2).map(tuple),
)


@st.composite
def spans(draw: st.DrawFn, document: Document) -> Span:
    start = draw(st.integers(0, len(document.text) - 1))
    return document.span(start, draw(st.integers(start + 1, len(document.text))))


def values(hint: Any, name: str, document: Document) -> st.SearchStrategy[Any]:
    """What a field of this type may hold."""
    if name in DATE_FIELDS:
        return st.none() | iso_dates
    if get_origin(hint) in (Union, UnionType):
        return st.one_of(*(values(part, name, document) for part in get_args(hint)))
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        part = states if name in {"states", "by", "to", "against"} else values(get_args(hint)[0], name, document)
        return st.lists(part, min_size=int(name == "evidence"), max_size=3).map(tuple)
    if hint is Span:
        return spans(document)
    by_type = {str: words, int: st.integers(0, 600), float: st.floats(0, 1), type(None): st.none()}
    return by_type[hint]


def findings_of(kind: type[Finding], document: Document) -> st.SearchStrategy[Finding]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{f.name: values(hints[f.name], f.name, document) for f in fields(kind)})


def any_findings(document: Document) -> st.SearchStrategy[Finding]:
    return st.sampled_from(list(LAYERS.values())).flatmap(lambda kind: findings_of(kind, document))


@st.composite
def dossiers(draw: st.DrawFn, document: Document | None = None) -> Dossier:
    """Findings stand layer by layer in the order of the text, as readers of dossiers may expect."""
    document = document or draw(documents)
    drawn = {f.id: f for f in draw(st.lists(any_findings(document), max_size=4))}.values()
    layers = list(LAYERS)
    hints = get_type_hints(Party)
    party = st.builds(Party, **{f.name: values(hints[f.name], f.name, document) for f in fields(Party)})
    problem = st.builds(
        Problem,
        kind=st.sampled_from(["date", "language"]),
        message=words,
        doc=st.just(document.id),
        where=st.none() | spans(document),
        alternatives=st.lists(words, max_size=2).map(tuple),
    )
    return Dossier(
        document=document,
        states=tuple(draw(st.lists(states, max_size=3, unique=True))),
        people=tuple(draw(st.lists(party, max_size=2, unique=True))),
        findings=tuple(sorted(drawn, key=lambda f: (layers.index(f.layer), min(f.evidence).start, f.id))),
        problems=tuple(draw(st.lists(problem, max_size=2))),
    )
