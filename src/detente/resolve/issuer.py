"""Whose official account a document is, by who published it."""

from __future__ import annotations

from dataclasses import replace

from detente.model.document import Document
from detente.ontology.bodies import body_named


def with_issuer(document: Document) -> Document:
    """Fill `account_of` where the publisher is a government's body; the press speaks for no state."""
    if document.account_of or not document.publisher:
        return document
    body = body_named(document.publisher)
    if body is None or body.is_press or body.state is None:
        return document
    return replace(document, account_of=(body.state,))
