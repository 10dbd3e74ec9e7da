"""Every page as a file: Markdown, HTML, Docx, CSV."""

import re
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import Response

from detente.export.formats import Format
from detente.export.notes import Notes
from detente.export.page import Sheet
from detente.web.sheets.making import Making, quotes_in
from detente.web.shelf import Shelf, ShelfOf
from detente.web.table import Page

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_NAME = 120


def as_file(page: Page, form: Format) -> Callable[..., Response]:
    """What answers for a page in a format; the browser saves it."""

    def answer(request: Request, shelf: ShelfOf, model: Annotated[Any, Depends(page.of)]) -> Response:
        path = request.url.path.removesuffix(form.ending)
        here = str(request.url.replace(path="/" if path == "/index" else path))
        content = form.to_bytes(_sheet(page, model, shelf, here, str(request.base_url).rstrip("/")))
        told = f'attachment; filename="{_file_name(path)}{form.ending}"'
        return Response(content, media_type=form.media, headers={"Content-Disposition": told})

    return answer


def _sheet(page: Page, model: Any, shelf: Shelf, here: str, origin: str) -> Sheet:
    assert page.sheet is not None
    cited = {quote.doc for quote in quotes_in(model)}
    documents = {document.id: document for document in shelf.record.store.documents(ids=cited)}
    making = Making(documents, Notes(documents, shelf.wording()))
    sections = tuple(page.sheet(model, making))
    return Sheet(model.title, _facts(shelf, here), sections, making.cited(origin))


def _facts(shelf: Shelf, here: str) -> tuple[tuple[str, str], ...]:
    return (
        ("Record", shelf.record.store.path.name),
        ("Address", here),
        ("Standing", "entries are proposals until a person decides; quotation marks enclose the words of a document"),
    )


def _file_name(path: str) -> str:
    """Letters, digits, dots and hyphens alone, so that no header and no file system takes it for anything else."""
    return "detente-" + _UNSAFE.sub("-", path).strip("-.")[:_LONGEST_NAME]
