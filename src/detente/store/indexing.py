"""The index of a record: the words of its findings, and what a search of findings and texts can be narrowed to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, func, insert, select, text, update

from detente.model.days import valid_days
from detente.model.document import Document
from detente.model.dossier import spans_of
from detente.model.findings import Event, Finding, Position, Statement
from detente.model.span import Span
from detente.model.when import Interval, When
from detente.ontology.issues import issues_in
from detente.store import rows
from detente.store.loading import load_claims, stood
from detente.store.schema import (
    document_facets,
    document_states,
    documents,
    finding_facets,
    findings,
    holdings,
    people,
    profiles,
    publishers,
    readings,
)
from detente.text.canonical import index_words, search_words

_WHO = ("speaker", "addressee", "reported_by", "by", "actor", "recipient")
"""Fields that may name a person; where states stand in one of them it is a tuple."""
_TOLD = ("place", "office", "about", "what", "summary", "condition", "type")
"""Fields in which a finding tells something in words of its own."""
_TOLD_ONCE = ("kind", "states", "issues", "publisher")
"""Of these many facets have the same."""
_ADD_WORDS = text("INSERT INTO finding_words (rowid, words) VALUES (:n, :words)")


def index_findings(connection: Connection, document: Document, fresh: Sequence[Finding]) -> None:
    """Index proposals of one document; `mark_held` tells which of them stand."""
    if not fresh:
        return
    first = (connection.execute(select(func.max(finding_facets.c.n))).scalar() or 0) + 1
    facets = [
        _numbered(connection, finding_row(finding, document)) | {"n": n, "held": 0}
        for n, finding in enumerate(fresh, start=first)
    ]
    words = [{"n": n, "words": " ".join(index_words(words_of(f)))} for n, f in enumerate(fresh, start=first)]
    connection.execute(insert(finding_facets), facets)
    connection.execute(_ADD_WORDS, words)


def mark_held(connection: Connection, ids: Iterable[str], *, held: bool) -> None:
    """Keep in the index which findings stand now."""
    for id_ in ids:
        connection.execute(update(finding_facets).where(finding_facets.c.id == id_).values(held=int(held)))


def index_reading(connection: Connection, reading: int) -> None:
    """Index a document by a reading of it, whose findings are indexed already, in place of earlier readings."""
    both = select(documents, readings.c.recorded_at, readings.c.withdrawn_at).join(
        readings, readings.c.doc_id == documents.c.id
    )
    row = connection.execute(both.where(readings.c.n == reading)).mappings().one()
    states = select(document_states.c.state).where(document_states.c.reading == reading)
    names = select(people.c.name).where(people.c.reading == reading).order_by(people.c.ord)
    facets = {
        "reading": reading,
        "n": row["n"],
        "id": row["id"],
        "kind": "documents",
        "states": _listed(sorted(connection.execute(states).scalars())),
        "people": _named(connection.execute(names).scalars()),
        "issues": _listed(_issues_at(connection, row["id"], row["recorded_at"])),
        "publisher": row["publisher"],
        **_days(When.from_iso(row["published"]).interval if row["published"] else None),
        "public_by": row["public_by"],
        "held": int(row["withdrawn_at"] is None),
    }
    connection.execute(update(document_facets).where(document_facets.c.n == row["n"]).values(held=0))
    connection.execute(insert(document_facets).values(_numbered(connection, facets)))


def index_missing(connection: Connection) -> None:
    """Index all findings and readings that are not, one document after another."""
    unknown = ~select(finding_facets.c.n).where(finding_facets.c.id == findings.c.id).exists()
    missing = select(findings.c.doc_id).where(unknown).distinct()
    for doc_id in connection.execute(missing).scalars().all():
        chosen = select(findings).where(findings.c.doc_id == doc_id, unknown)
        claims = load_claims(connection, chosen)
        index_findings(connection, claims.documents[doc_id], claims.findings)
    standing = select(holdings.c.finding_id).where(stood(holdings, None))
    connection.execute(update(finding_facets).values(held=finding_facets.c.id.in_(standing)))
    unread = select(readings.c.n).where(readings.c.n.not_in(select(document_facets.c.reading))).order_by(readings.c.n)
    for reading in connection.execute(unread).scalars().all():
        index_reading(connection, reading)


def finding_row(finding: Finding, document: Document) -> rows.Row:
    """Spell out one row of `finding_facets`, without its number and whether it is held."""
    published = When.from_iso(document.published).interval if document.published else None
    return {
        "id": finding.id,
        "kind": finding.layer,
        "states": _listed(sorted(rows.states_of(finding))),
        "people": _named(_people(finding)),
        "issues": _listed(_issues(finding)),
        "publisher": document.publisher,
        **_days(valid_days(finding) or published),
        "public_by": rows.last_day(document.published) if document.published else None,
    }


def words_of(finding: Finding) -> str:
    """What a finding is found by: the words that it cites, who takes part, and what it tells in its own words.

    A coded event cites the sentence that other findings have too: it is found by the words that tell the act.
    """
    if isinstance(finding, Event):
        cited = [finding.trigger]
    else:
        within = finding.evidence
        cited = [s for s in spans_of(finding) if s in within or not any(_within(s, e) for e in within)]
    told = (getattr(finding, name, None) for name in _TOLD)
    parts = [*(span.text for span in cited), *_people(finding), *(words for words in told if words)]
    return "\n".join(dict.fromkeys(parts))


def person_asked(name: str) -> str:
    """How part of a name, or a name, stands in the column `people`."""
    return _named([name])


def _people(finding: Finding) -> tuple[str, ...]:
    named = [*getattr(finding, "participants", ()), *(getattr(finding, name, None) for name in _WHO)]
    return tuple(name for name in named if isinstance(name, str))


def _issues(finding: Finding) -> tuple[str, ...]:
    """Its own where its layer has issues, else those that its words name."""
    match finding:
        case Statement():
            return finding.issues
        case Position():
            return (finding.issue,)
        case _:
            return issues_in("\n".join(span.text for span in finding.evidence))


def _numbered(connection: Connection, facets: rows.Row) -> rows.Row:
    """The facets with numbers in place of what is told once for all."""
    kept = {name: value for name, value in facets.items() if name not in _TOLD_ONCE}
    year = facets["first_day"] and int(facets["first_day"][: len("YYYY")])
    profile = _number(connection, profiles, {name: facets[name] for name in _TOLD_ONCE if name != "publisher"})
    named = facets["publisher"]
    publisher = None if named is None else _number(connection, publishers, {"name": named})
    return kept | {"profile": profile, "publisher": publisher, "year": year}


def _number(connection: Connection, once: Table, told: rows.Row) -> int:
    """The number of what is told once, given now where it has none."""
    known = select(once.c.n).where(*(once.c[name] == value for name, value in told.items()))
    found: int | None = connection.execute(known).scalar()
    return found or connection.execute(insert(once).values(told).returning(once.c.n)).scalar_one()


def _issues_at(connection: Connection, doc_id: str, moment: str) -> list[str]:
    """The issues of all that a document said at a moment."""
    both = profiles.join(finding_facets, finding_facets.c.profile == profiles.c.n)
    own = select(profiles.c.issues).select_from(both).join(findings, findings.c.id == finding_facets.c.id).distinct()
    held = own.join(holdings, holdings.c.finding_id == findings.c.id).where(stood(holdings, moment))
    found = connection.execute(held.where(findings.c.doc_id == doc_id)).scalars()
    return sorted({issue for listed in found for issue in listed.split()})


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _listed(items: Iterable[str]) -> str:
    return "".join(f" {item}" for item in items) + " "


def _named(names: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(f" {' '.join(search_words(name))} " for name in names))


def _days(days: Interval | None) -> rows.Row:
    return {
        "first_day": days.earliest.isoformat() if days else None,
        "last_day": days.latest.isoformat() if days else None,
    }
