"""Findings and texts that hold some words, the best match first, counted by what the search can be narrowed to."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    TableClause,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.sql.base import ReadOnlyColumnCollection

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
from detente.store.schema import (
    document_facets,
    documents,
    finding_facets,
    findings,
    holdings,
    profiles,
    publishers,
    readings,
)
from detente.store.views import instant_of
from detente.text.context import sentence_around
from detente.text.query import Term, asked_of_index, places_of, terms_of

_RANK = "rank"  # by BM25: the lower, the better
_COUNTED = (
    ("kind", "kind", False),
    ("state", "states", True),
    ("issue", "issues", True),
    ("publisher", "publisher", False),
    ("year", "year", False),
)
"""Facets with the column that tells of each, and whether it lists several items."""
_EDITED_COLUMNS = ("id", "kind", "states", "people", "issues", "publisher", "first_day", "last_day", "public_by", _RANK)


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
    edited = _edited(connection, asked)
    queries = {facets: _in(facets, asked) for facets in (finding_facets, document_facets) if _holds(facets, wanted)}
    best = [(row[_RANK], row["id"]) for row in edited]
    if finding_facets in queries:
        best += _ranked(connection, finding_facets, queries[finding_facets], wanted.limit)
    ids = [id_ for _, id_ in sorted(best)[: wanted.limit]]
    # Texts stand after findings: they are ranked only where there is room for one.
    texts: list[str] = []
    if document_facets in queries and len(ids) < wanted.limit:
        ranked = _ranked(connection, document_facets, queries[document_facets], wanted.limit - len(ids))
        texts = [id_ for _, id_ in ranked]
    total, facets = _counted(connection, queries, edited)
    return Hits(best=tuple(_hits(connection, asked, ids, texts)), total=total, facets=facets)


def _holds(facets: Table, wanted: Wanted) -> bool:
    return wanted.kind is None or (wanted.kind == "documents") == (facets is document_facets)


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


def _in(facets: Table, asked: _Asked) -> Select[Any]:
    """Query the index for everything that holds the words, stands at the moment and fits."""
    words = _words_of(facets)
    wanted = asked.wanted
    query = select().select_from(facets.join(words, words.c.rowid == facets.c.n))
    query = query.where(_matches(words, asked), _standing(facets, asked.moment), *_narrowed(facets.c, wanted))
    if of_profile := list(_of_profile(profiles.c, wanted)):
        query = query.where(facets.c.profile.in_(select(profiles.c.n).where(*of_profile)))
    if by_publisher := list(_by_publisher(publishers.c.name, wanted)):
        query = query.where(facets.c.publisher.in_(select(publishers.c.n).where(*by_publisher)))
    if asked.hidden and facets is finding_facets:
        query = query.where(~among(facets.c.id, asked.hidden))
    return query


def _ranked(connection: Connection, facets: Table, query: Select[Any], limit: int) -> list[tuple[float, str]]:
    """The best, each with its rank."""
    rank: ColumnElement[float] = literal_column(_RANK)
    best = query.add_columns(rank, facets.c.id).order_by(rank, facets.c.id).limit(limit)
    return [(row.rank, row.id) for row in connection.execute(best)]


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


def _edited(connection: Connection, asked: _Asked) -> Sequence[rows.Stored]:
    """Edited findings that fit and hold the words as they stand; each ranks as its proposal, if that holds them too."""
    holding = [e for e in asked.edited.values() if all(places_of(asked.terms, words_of(e.finding)))]
    if not holding or asked.wanted.kind == "documents":
        return []
    words = _words_of(finding_facets)
    ranked = select(finding_facets.c.id, words.c[_RANK]).join(words, words.c.rowid == finding_facets.c.n)
    of_these = ranked.where(_matches(words, asked), among(finding_facets.c.id, asked.edited))
    ranks = {row.id: row.rank for row in connection.execute(of_these)}
    given = [finding_row(e.finding, e.document) | {"id": e.id, _RANK: ranks.get(e.id, 0.0)} for e in holding]
    value = func.json_each(rows.dumped(given)).table_valued("value").c.value
    each = select(*(func.json_extract(value, f"$.{name}").label(name) for name in _EDITED_COLUMNS)).subquery().c
    wanted = asked.wanted
    narrowed = (*_of_profile(each, wanted), *_by_publisher(each.publisher, wanted), *_narrowed(each, wanted))
    return connection.execute(select(*each).where(*narrowed)).mappings().all()


def _of_profile(found: ReadOnlyColumnCollection[str, Any], wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    yield from (func.instr(found.states, f" {state} ") > 0 for state in wanted.states)
    if wanted.issue:
        yield func.instr(found.issues, f" {wanted.issue} ") > 0
    if wanted.kind:
        yield found.kind == wanted.kind


def _by_publisher(name: ColumnElement[str], wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.publisher:
        yield name.icontains(wanted.publisher, autoescape=True)


def _narrowed(found: ReadOnlyColumnCollection[str, Any], wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """What an undated finding or text concerns is open, so a period does not leave it out."""
    if wanted.person:
        yield func.instr(found.people, person_asked(wanted.person)) > 0
    if wanted.since:
        first = When.from_iso(wanted.since).interval.earliest.isoformat()
        yield or_(found.last_day.is_(None), found.last_day >= first)
    if wanted.until:
        yield or_(found.first_day.is_(None), found.first_day <= rows.last_day(wanted.until))
    if wanted.as_of:
        yield found.public_by <= rows.last_day(wanted.as_of)


def _counted(
    connection: Connection, queries: Mapping[Table, Select[Any]], edited: Sequence[rows.Stored]
) -> tuple[int, dict[str, dict[str, int]]]:
    """How many there are, and by each value of each facet, the most frequent first."""
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    tallies = list(_tallies(connection, queries))
    for row in edited:
        year = int(row["first_day"][: len("YYYY")]) if row["first_day"] else None
        told = {"kind": row["kind"], "states": row["states"], "issues": row["issues"]}
        tallies += [{**told, "n": 1}, {"publisher": row["publisher"], "n": 1}, {"year": year, "n": 1}]
    for tally in tallies:
        for facet, column_, many in _COUNTED:
            value = tally.get(column_)
            if value is not None:
                for item in set(value.split()) if many else (str(value),):
                    counts[facet][item] += tally["n"]
    return sum(counts["kind"].values()), {
        facet: dict(sorted(counted.items(), key=lambda item: (-item[1], item[0]))) for facet, counted in counts.items()
    }


def _tallies(connection: Connection, queries: Mapping[Table, Select[Any]]) -> Iterator[rows.Stored]:
    """How many have the same profile, publisher and year: what is told in words is looked up once for each number."""
    counted = {name: Counter[int | None]() for name in _NUMBERED}
    for facets, query in queries.items():
        # The engine would sort the hits by each column to count them: to hand them over whole takes half the time.
        listed = (func.json_group_array(facets.c[name]) for name in _NUMBERED)
        for name, values in zip(_NUMBERED, connection.execute(query.add_columns(*listed)).one(), strict=True):
            counted[name].update(json.loads(values))
    of_profile = select(profiles).where(among(profiles.c.n, counted["profile"]))
    yield from ({**row, "n": counted["profile"][row["n"]]} for row in connection.execute(of_profile).mappings())
    of_publisher = select(publishers).where(among(publishers.c.n, counted["publisher"]))
    for row in connection.execute(of_publisher):
        yield {"publisher": row.name, "n": counted["publisher"][row.n]}
    yield from ({"year": year, "n": times} for year, times in counted["year"].items() if year is not None)


_NUMBERED = ("profile", "publisher", "year")
"""The columns of an index of facets that hits are counted by."""


def _hits(connection: Connection, asked: _Asked, ids: Sequence[str], texts: Sequence[str]) -> Iterator[Hit]:
    """Load the findings and texts that were found; a text is not shown beside a finding of it."""
    proposals = set(ids) - set(asked.edited)
    loaded = load_findings(connection, proposed(asked.moment).where(among(findings.c.id, proposals)), asked.moment)
    by_id = {f.id: f for f in loaded.findings} | {id_: e.finding for id_, e in asked.edited.items()}
    docs = {e.document.id: e.document for e in asked.edited.values()} | loaded.documents
    docs |= load_documents(connection, asked.moment, among(documents.c.id, texts))
    for id_ in ids:
        yield _hit(id_, docs[by_id[id_].evidence[0].doc], by_id[id_], asked.terms)
    told = {by_id[id_].evidence[0].doc for id_ in ids}
    yield from (_hit(id_, docs[id_], None, asked.terms) for id_ in texts if id_ not in told)


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
