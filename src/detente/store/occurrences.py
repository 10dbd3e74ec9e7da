"""Where a formulation stands in the record, and in whose mouth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, text

from detente.model.document import Document
from detente.model.findings import Statement
from detente.model.judging import judge
from detente.model.occurrence import Occurrence
from detente.model.span import Span
from detente.store.decisions import load_carried, load_decisions
from detente.store.loading import among, load_documents, load_findings, proposed
from detente.store.schema import documents, findings
from detente.text.wordings import forms_of, indexed_forms

_HOLDING = text("SELECT d.id FROM document_words w JOIN documents d ON d.n = w.rowid WHERE document_words MATCH :asked")


def find_occurrences(
    connection: Connection, phrase: str, *, public_by: str | None = None, moment: str | None = None
) -> list[Occurrence]:
    """Every place where a form of the phrase stands, the earliest published first, undated documents last.

    `public_by` is the last day of publication (ISO) that counts; undated documents count only without it. `moment`
    (UTC) is that of recording up to which the record is asked, for decisions too; None is now.
    """
    known = among(documents.c.id, _holding(connection, phrase))
    conditions = [known] if public_by is None else [known, documents.c.public_by <= public_by]
    docs = load_documents(connection, moment, *conditions)
    places = {doc.id: _places(doc, phrase) for doc in docs.values()}
    told = _statements(connection, [id_ for id_, spans in places.items() if spans], moment)
    ordered = sorted(docs.values(), key=lambda d: (d.published or "9999", d.id))
    return [
        Occurrence(span=span, document=doc, statement=_saying(told[doc.id], span))
        for doc in ordered
        for span in places[doc.id]
    ]


def _holding(connection: Connection, phrase: str) -> set[str]:
    """Ids of documents whose index holds the beginnings of all words of the phrase."""
    ids: set[str] = set()
    for beginnings in indexed_forms(phrase):
        if beginnings:
            asked = " ".join(f'"{word}"*' for word in beginnings)
            ids.update(connection.execute(_HOLDING, {"asked": asked}).scalars())
    return ids


def _places(doc: Document, phrase: str) -> list[Span]:
    return [doc.span(*found.span()) for found in forms_of(phrase).finditer(doc.text)]


def _statements(connection: Connection, ids: Collection[str], moment: str | None) -> Mapping[str, list[Statement]]:
    """The statements of documents as they stood at a moment, after review."""
    chosen = proposed(moment).where(findings.c.layer == Statement.layer, among(findings.c.doc_id, ids))
    found = load_findings(connection, chosen, moment)
    log = load_decisions(connection, until=moment)
    by_doc: dict[str, list[Statement]] = defaultdict(list)
    for finding in judge(found.findings, found.documents, log, load_carried(connection, log, moment)).findings:
        if isinstance(finding, Statement):
            by_doc[finding.evidence[0].doc].append(finding)
    return by_doc


def _saying(told: Sequence[Statement], span: Span) -> Statement | None:
    """The statement whose content holds the words: the innermost spoken one, else the innermost of several.

    Who asks "does she still hold that …" chooses these words, not she.
    """
    holding = [
        (statement.mode != "direct", content.end - content.start, n)
        for n, statement in enumerate(told)
        for content in statement.content
        if content.start <= span.start and span.end <= content.end
    ]
    return told[min(holding)[2]] if holding else None
