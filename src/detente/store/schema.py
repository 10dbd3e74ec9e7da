"""The tables of a record as the newest migration leaves them.

documents ─┬─ signatures                                       what tells copies of a text
           ├─ readings ── document_states, people, problems    what else a reading gave, and from when to when
           └─ findings ─┬─ finding_states                      what is claimed; its words are cut from the document
                        └─ holdings                            how surely, by whom, linked to what, from when to when
decisions                                                      what people decided on findings, chained by hash
document_words, finding_words (FTS5), document_facets, finding_facets ── profiles, publishers: the index, made from
                                                                      all of these
groupings                                                      what is about the same thing, as views found it

Rows are added and never changed, except that a reading or a holding is ended once, and groupings are replaced. There is
a row of `readings` for each time that reading a document brought anything new.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

REVISION = "0008"
"""The newest migration: a record at another revision is upgraded or refused."""

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("publisher", Text),
    Column("published", Text),
    Column("public_by", Text, index=True),  # the day by whose end it was certainly published
)

signatures = Table(
    "signatures",
    metadata,
    Column("doc_id", Text, ForeignKey("documents.id"), primary_key=True),
    Column("signature", LargeBinary, nullable=False),  # see detente.text.likeness
)

readings = Table(
    "readings",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("doc_id", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("account_of", Text, nullable=False),  # JSON list
    Column("predecessor", Text),
    Column("recorded_at", Text, nullable=False, index=True),
    Column("withdrawn_at", Text),
    Column("digest", Text, nullable=False),  # over the row and the lists of the reading
)

document_states = Table(
    "document_states",
    metadata,
    Column("reading", Integer, ForeignKey("readings.n"), primary_key=True),
    Column("ord", Integer, primary_key=True),
    Column("state", Text, nullable=False, index=True),
)

people = Table(
    "people",
    metadata,
    Column("reading", Integer, ForeignKey("readings.n"), primary_key=True),
    Column("ord", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text),
    Column("person_id", Text, index=True),
    Column("office", Text),
    Column("office_id", Text),
    Column("role", Text),
)

problems = Table(
    "problems",
    metadata,
    Column("reading", Integer, ForeignKey("readings.n"), primary_key=True),
    Column("ord", Integer, primary_key=True),
    Column("kind", Text, nullable=False, index=True),
    Column("message", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("alternatives", Text, nullable=False),  # JSON list
)

findings = Table(
    "findings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("doc_id", Text, ForeignKey("documents.id"), nullable=False),
    Column("layer", Text, nullable=False),
    Column("body", Text, nullable=False),  # JSON object: every claimed field; a span is [start, end]
)

finding_states = Table(
    "finding_states",
    metadata,
    Column("finding_id", Text, ForeignKey("findings.id"), primary_key=True),
    Column("state", Text, primary_key=True),
)

holdings = Table(
    "holdings",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("finding_id", Text, ForeignKey("findings.id"), nullable=False, index=True),
    Column("confidence", Float, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("links", Text, nullable=False),  # JSON object: the ids of other findings that it names
    Column("recorded_at", Text, nullable=False),
    Column("withdrawn_at", Text),
    Column("digest", Text, nullable=False),  # over the row
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    # No foreign keys: the log also replays into a record whose newer reading never proposed these findings.
    Column("subject", Text, nullable=False),
    Column("other", Text),
    Column("changes", Text, nullable=False),  # JSON object
    Column("reason", Text),
    Column("undoes", Integer),
    Column("about", Text, nullable=False),  # JSON list: the proposals as they were
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
)


profiles = Table(
    "profiles",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("states", Text, nullable=False),
    Column("issues", Text, nullable=False),
    UniqueConstraint("kind", "states", "issues"),
)

publishers = Table(
    "publishers",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)


def _facets() -> tuple[Column[Any], ...]:
    """What a search can be narrowed to, told in numbers where many are counted by it.

    Of lists, each item stands between spaces, names of people between bars too.
    """
    return (
        Column("profile", Integer, ForeignKey("profiles.n"), nullable=False),
        Column("publisher", Integer, ForeignKey("publishers.n")),
        Column("year", Integer),
        Column("people", Text, nullable=False),
        Column("first_day", Text),  # the days that it concerns, else those of publication
        Column("last_day", Text),
        Column("public_by", Text),
        Column("held", Integer, nullable=False),  # whether it stands now
    )


finding_facets = Table(
    "finding_facets",
    metadata,
    Column("n", Integer, primary_key=True),  # the row of finding_words
    Column("id", Text, ForeignKey("findings.id"), nullable=False, unique=True),
    *_facets(),
)

document_facets = Table(
    "document_facets",
    metadata,
    Column("reading", Integer, ForeignKey("readings.n"), primary_key=True),
    Column("n", Integer, nullable=False, index=True),  # the row of document_words
    Column("id", Text, ForeignKey("documents.id"), nullable=False),
    *_facets(),
)

groupings = Table(
    "groupings",
    metadata,
    Column("states", Text, primary_key=True),  # codes between spaces, sorted
    Column("layer", Text, primary_key=True),
    Column("basis", Text, nullable=False),  # digest over all that it rests on
    Column("groups", Text, nullable=False),  # JSON list of lists: places in the sorted ids of the findings
    Column("seal", Text, nullable=False),  # digest over the row
)

Index("findings_by_document", findings.c.doc_id, findings.c.layer)
Index("finding_states_by_state", finding_states.c.state, finding_states.c.finding_id)
