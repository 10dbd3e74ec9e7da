"""Findings and texts that hold some words, the best match first, counted by what the search can be narrowed to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    TableClause,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    union_all,
)

from detente.model.decision import in_force
from detente.model.document import Document
from detente.model.findings import Finding
from detente.model.hits import FACETS, Hit, Hits, Wanted
from detente.model.judging import judge
from detente.model.when import When
from detente.store import rows
from detente.store.decisions import load_carried, load_decisions
from detente.store.indexing import finding_row, person_asked, words_of
from detente.store.loading import among, load_documents, load_findings, proposed, stood
from detente.store.schema import document_facets, documents, finding_facets, findings, holdings, readings
from detente.store.views import instant_of
from detente.text.context import sentence_around
from detente.text.query import Term, asked_of_index, places_of, terms_of

_COLUMNS = ("id", "kind", "states", "people", "issues", "publisher", "first_day", "last_day", "public_by")
_RANK = "rank"  # by BM25: the lower, the better


@dataclass(frozen=True)
class _Edited:
    """A finding as people edited it, under the id of its proposal."""

    id: str
    finding: Finding
    document: Document


@dataclass(frozen=True)
class _Asked:
    """A search made ready: what the index is asked, as of when, and what people decided by then."""

    wanted: Wanted
    terms: tuple[Term, ...]
    moment: str | None
    hidden: frozenset[str]
    edited: Mapping[str, _Edited]

    @property
    def match(self) -> str:
        """The words as FTS5 is asked for them."""
        return asked_of_index(self.terms)


def find_hits(connection: Connection, wanted: Wanted) -> Hits:
    """The best hits with what they are counted by; nothing for words without letters or digits."""
    terms = terms_of(wanted.words)
    if not terms:
        return Hits()
    moment = instant_of(wanted.known_at) if wanted.known_at else None
    asked = _Asked(wanted, terms, moment, *_reviewed(connection, moment))
    matching = _matching(connection, asked).subquery()
    narrowed = select(matching).where(*_narrowing(matching, wanted)).subquery()
    total, facets = _counted(connection, narrowed)
    best = select(narrowed).order_by(narrowed.c.kind == "documents", narrowed.c[_RANK], narrowed.c.id)
    found = connection.execute(best.limit(wanted.limit)).mappings().all()
    return Hits(best=tuple(_hits(connection, asked, found)), total=total, facets=facets)


def _reviewed(connection: Connection, moment: str | None) -> tuple[frozenset[str], Mapping[str, _Edited]]:
    """Proposals that people rejected or edited, by their ids; and what stands in for the edited ones."""
    log = load_decisions(connection, until=moment)
    carried = load_carried(connection, log, moment)
    changed = {carried.to.get(d.subject, (d.subject,))[0] for d in in_force(log) if d.kind in {"reject", "edit"}}
    if not changed:
        return frozenset(), {}
    found = load_findings(connection, proposed(moment).where(among(findings.c.id, changed)), moment)
    judged = judge(found.findings, found.documents, log, carried)
    status = {id_: review.status for id_, review in judged.reviews.items()}
    edited = [
        _Edited(judged.reviews[f.id].proposal.id, f, found.documents[f.evidence[0].doc])
        for f in judged.findings
        if status.get(f.id) == "edited"
    ]
    # One that was edited into what another document's reading proposes by itself is found once, as edited.
    hidden = {f.id for f in found.findings if status.get(f.id) != "accepted"} | {e.finding.id for e in edited}
    return frozenset(hidden), {e.id: e for e in edited}


def _matching(connection: Connection, asked: _Asked) -> Any:
    """Query everything that holds the words and stands at the moment."""
    parts: list[Select[Any]] = []
    if asked.wanted.kind != "documents":
        parts.append(_in(finding_facets, asked).where(~among(finding_facets.c.id, asked.hidden)))
        parts += _edited(connection, asked)
    if asked.wanted.kind in {None, "documents"}:
        parts.append(_in(document_facets, asked))
    return union_all(*parts)


def _in(facets: Table, asked: _Asked) -> Select[Any]:
    words = _words_of(facets)
    chosen = [facets.c[name] for name in _COLUMNS]
    joined = select(*chosen, words.c[_RANK]).join(words, words.c.rowid == facets.c.n)
    return joined.where(_matches(words, asked), _standing(facets, asked.moment))


def _words_of(facets: Table) -> TableClause:
    name = "document_words" if facets is document_facets else "finding_words"
    return table(name, column("rowid"), column(_RANK))


def _matches(words: TableClause, asked: _Asked) -> ColumnElement[bool]:
    return literal_column(words.name).op("MATCH")(asked.match)


def _standing(facets: Table, moment: str | None) -> ColumnElement[bool]:
    if moment is None:
        return facets.c.held == 1
    if facets is document_facets:
        return facets.c.reading.in_(select(readings.c.n).where(stood(readings, moment)))
    return select(holdings.c.n).where(holdings.c.finding_id == facets.c.id, stood(holdings, moment)).exists()


def _edited(connection: Connection, asked: _Asked) -> list[Select[Any]]:
    """Query edited findings that hold the words as they stand; each ranks as its proposal, if that holds them too."""
    holding = [e for e in asked.edited.values() if all(places_of(asked.terms, words_of(e.finding)))]
    if not holding:
        return []
    words = _words_of(finding_facets)
    ranked = select(finding_facets.c.id, words.c[_RANK]).join(words, words.c.rowid == finding_facets.c.n)
    of_these = ranked.where(_matches(words, asked), among(finding_facets.c.id, asked.edited))
    ranks = {row.id: row.rank for row in connection.execute(of_these)}
    given = [finding_row(e.finding, e.document) | {"id": e.id, _RANK: ranks.get(e.id, 0.0)} for e in holding]
    each = func.json_each(rows.dumped(given)).table_valued("value")
    return [select(*(func.json_extract(each.c.value, f"$.{name}").label(name) for name in (*_COLUMNS, _RANK)))]


def _narrowing(found: FromClause, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """What an undated finding or text concerns is open, so a period does not leave it out."""
    listed = [(found.c.states, f" {state} ") for state in wanted.states]
    listed += [(found.c.issues, f" {wanted.issue} ")] if wanted.issue else []
    listed += [(found.c.people, person_asked(wanted.person))] if wanted.person else []
    yield from (func.instr(where, item) > 0 for where, item in listed)
    if wanted.kind:
        yield found.c.kind == wanted.kind
    if wanted.publisher:
        yield found.c.publisher.icontains(wanted.publisher, autoescape=True)
    if wanted.since:
        first = When.from_iso(wanted.since).interval.earliest.isoformat()
        yield or_(found.c.last_day.is_(None), found.c.last_day >= first)
    if wanted.until:
        yield or_(found.c.first_day.is_(None), found.c.first_day <= rows.last_day(wanted.until))
    if wanted.as_of:
        yield found.c.public_by <= rows.last_day(wanted.as_of)


def _counted(connection: Connection, found: FromClause) -> tuple[int, dict[str, dict[str, int]]]:
    """How many there are, and by each value of each facet, the most frequent first."""
    year = func.substr(found.c.first_day, 1, 4)
    by = (found.c.kind, found.c.states, found.c.issues, found.c.publisher, year)
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    total = 0
    for *values, n in connection.execute(select(*by, func.count()).group_by(*by)):
        total += n
        kind, states, issues, publisher, first = values
        for facet, items in zip(FACETS, ([kind], states.split(), issues.split(), [publisher], [first]), strict=True):
            counts[facet].update(dict.fromkeys((item for item in items if item), n))
    return total, {
        facet: dict(sorted(counted.items(), key=lambda item: (-item[1], item[0]))) for facet, counted in counts.items()
    }


def _hits(connection: Connection, asked: _Asked, found: Sequence[rows.Stored]) -> Iterator[Hit]:
    """Load what was found; a text is not shown beside a finding of it."""
    texts = [row["id"] for row in found if row["kind"] == "documents"]
    ids = [row["id"] for row in found if row["kind"] != "documents" and row["id"] not in asked.edited]
    loaded = load_findings(connection, proposed(asked.moment).where(among(findings.c.id, ids)), asked.moment)
    by_id = {f.id: f for f in loaded.findings} | {id_: e.finding for id_, e in asked.edited.items()}
    docs = {e.document.id: e.document for e in asked.edited.values()} | loaded.documents
    docs |= load_documents(connection, asked.moment, among(documents.c.id, texts))
    told: set[str] = set()
    for row in found:
        finding = by_id[row["id"]] if row["kind"] != "documents" else None
        document = docs[finding.evidence[0].doc if finding else row["id"]]
        if finding or document.id not in told:
            yield _hit(row["id"], document, finding, asked.terms)
        told.add(document.id)


def _hit(id_: str, document: Document, finding: Finding | None, terms: Sequence[Term]) -> Hit:
    start, end = _told_at(finding, terms) if finding else _first_at(document.text, terms)
    sentence = document.span(*sentence_around(document.text, start, end))
    places = sorted({place for found in places_of(terms, sentence.text) for place in found})
    marks = [document.span(sentence.start + a, sentence.start + b) for a, b in places]
    return Hit(id=id_, document=document, sentence=sentence, marks=tuple(marks), finding=finding)


def _told_at(finding: Finding, terms: Sequence[Term]) -> tuple[int, int]:
    """Where the evidence stands, of several the one with most of the terms."""
    best = max(finding.evidence, key=lambda span: sum(map(bool, places_of(terms, span.text))))
    return best.start, best.end


def _first_at(text: str, terms: Sequence[Term]) -> tuple[int, int]:
    """Where the rarest term stands first; the beginning where only the title has the words."""
    found = [places for places in places_of(terms, text) if places]
    if found:
        return min(found, key=len)[0]
    start = len(text) - len(text.lstrip())
    return start, start + 1
