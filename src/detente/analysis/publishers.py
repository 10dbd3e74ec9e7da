"""Whose accounts a view rests on."""

from __future__ import annotations

from typing import NamedTuple

from detente.model.document import Document
from detente.model.view import View


class Account(NamedTuple):
    """One publisher's documents, earliest first; `official` names the states whose account they are."""

    publisher: str | None
    official: tuple[str, ...]
    documents: tuple[Document, ...]


def accounts(view: View) -> tuple[Account, ...]:
    """One account per publisher and official standing, those with most documents first."""
    groups: dict[tuple[str | None, tuple[str, ...]], list[Document]] = {}
    for document in sorted(view.documents.values(), key=lambda d: (d.published or "9999", d.id)):
        groups.setdefault((document.publisher, document.account_of), []).append(document)
    found = [Account(publisher, official, tuple(docs)) for (publisher, official), docs in groups.items()]
    return tuple(sorted(found, key=lambda a: (-len(a.documents), a.publisher or "￿", a.official)))
