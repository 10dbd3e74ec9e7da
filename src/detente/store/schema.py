"""The tables of a record as the newest migration leaves them.

documents ─┬─ document_states, people, problems      as last read
           └─ findings ─┬─ spans, finding_states     what is claimed; its words are cut from the document
                        └─ holdings                  from when to when the record held it
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text

REVISION = "0001"
"""The newest migration: a record at another revision is upgraded or refused."""

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("publisher", Text),
    Column("published", Text),
    Column("public_by", Text, index=True),  # the day by whose end it was certainly published
    Column("language", Text, nullable=False),
    Column("account_of", Text, nullable=False),  # JSON list
    Column("predecessor", Text),
    Column("recorded_at", Text, nullable=False),
)

document_states = Table(
    "document_states",
    metadata,
    Column("doc_id", Text, ForeignKey("documents.id"), primary_key=True),
    Column("ord", Integer, primary_key=True),
    Column("state", Text, nullable=False, index=True),
)

people = Table(
    "people",
    metadata,
    Column("doc_id", Text, ForeignKey("documents.id"), primary_key=True),
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
    Column("doc_id", Text, ForeignKey("documents.id"), primary_key=True),
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
    Column("doc_id", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("layer", Text, nullable=False),
    Column("body", Text, nullable=False),  # JSON object: every field that is neither a span nor a column here
    Column("confidence", Float, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("status", Text, nullable=False, server_default="proposed"),
)

spans = Table(
    "spans",
    metadata,
    Column("finding_id", Text, ForeignKey("findings.id"), primary_key=True),
    Column("field", Text, primary_key=True),
    Column("ord", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
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
    Column("recorded_at", Text, nullable=False),
    Column("withdrawn_at", Text),
)

Index("finding_states_by_state", finding_states.c.state)
