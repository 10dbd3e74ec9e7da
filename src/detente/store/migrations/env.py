"""What Alembic runs to reach the record: the connection comes from `detente.store.migrate`."""

from __future__ import annotations

from alembic import context

from detente.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
