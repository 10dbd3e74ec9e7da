"""Giving something to the record: a text, files, the example."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Annotated

from fastapi import File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from detente.api import state_code
from detente.errors import DocumentError, InputError
from detente.export.wording import counted
from detente.sources.example import example_folder
from detente.sources.source import SourceOptions, made
from detente.sources.table import source_for
from detente.web.frame import frame_of
from detente.web.ingest import Given, IngestOf, folder_for_files
from detente.web.pages.add import Pasted, add_page
from detente.web.shelf import ShelfOf
from detente.web.show import page_html
from detente.web.visits import VisitorOf
from detente.web.ways import to_job

_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:]")
_LONGEST_NAME = 200
"""In bytes: file systems take 255."""
_INDEX = "index.json"
Field = Annotated[str, Form()]


def add_text(
    request: Request,
    shelf: ShelfOf,
    ingest: IngestOf,
    visitor: VisitorOf,
    text: Field = "",
    title: Field = "",
    publisher: Field = "",
    published: Field = "",
    url: Field = "",
    account_of: Field = "",
) -> Response:
    """Read a pasted text; what is wrong with it is told on the page, with what was typed still there."""
    pasted = Pasted(text=text, title=title, publisher=publisher, published=published, url=url, account_of=account_of)
    try:
        given = _given(pasted, shelf.settings.max_file_bytes)
    except InputError as reason:
        model = add_page(shelf, ingest.jobs(), str(reason), pasted)
        return HTMLResponse(page_html("add.html.j2", page=model, frame=frame_of(request, None)), 400)
    return _leading_to(ingest.start(given, visitor.name))


def add_files(
    ingest: IngestOf,
    visitor: VisitorOf,
    files: Annotated[list[UploadFile], File()],
    publisher: Field = "",
    published: Field = "",
    account_of: Field = "",
) -> Response:
    """Read files, each told of by its name; what cannot be read of them is told by their job."""
    options = _options(Pasted(publisher=publisher, published=published, account_of=account_of))
    chosen = [file for file in files if file.filename]
    if not chosen:
        raise DocumentError("no file was chosen; go back and choose some")
    folder = folder_for_files()
    try:
        paths = _kept_in(folder, chosen)
    except OSError as reason:
        shutil.rmtree(folder, ignore_errors=True)
        raise DocumentError(
            f"the files cannot be kept ({reason.strerror}); make room on the disk of the server"
        ) from None
    given = Given(counted(len(chosen), "file"), files=paths, options=options, folder=folder)
    return _leading_to(ingest.start(given, visitor.name))


def add_example(ingest: IngestOf, visitor: VisitorOf) -> Response:
    """Read the example dossier."""
    folder = example_folder()
    return _leading_to(ingest.start(Given("the example dossier", files=(folder,)), visitor.name))


def _given(pasted: Pasted, largest: int) -> Given:
    text = pasted.text.replace("\r\n", "\n")
    if not text.strip():
        raise DocumentError("there is no text; paste one with words")
    if len(text.encode("utf-8", "surrogatepass")) > largest:
        raise DocumentError(f"the text has more than {largest:,} bytes; split it")
    document = made(text, pasted.title.strip() or "pasted text", _options(pasted))
    return Given(f"“{pasted.title.strip()}”" if pasted.title.strip() else "a pasted text", documents=(document,))


def _options(pasted: Pasted) -> SourceOptions:
    url = pasted.url.strip()
    if url and not url.startswith(("http://", "https://")):
        raise DocumentError(f"'{url}' is no address of a web page; give one that begins with https://, or none")
    return SourceOptions(
        title=pasted.title.strip() or None,
        publisher=pasted.publisher.strip() or None,
        published=pasted.published.strip() or None,
        url=url or None,
        account_of=tuple(state_code(part.strip()) for part in re.split(r"[,;]", pasted.account_of) if part.strip()),
    )


def _kept_in(folder: Path, files: list[UploadFile]) -> tuple[Path, ...]:
    """Files to read; with an index all in one folder, else each in its own, so that two of one name do not meet."""
    if not any(_name_of(file) == _INDEX for file in files):
        return tuple(_kept(file, folder / str(number)) for number, file in enumerate(files))
    kept = [_kept(file, folder / "0") for file in files]
    unread = (path for path in kept if source_for(path) is None and path.name != _INDEX)
    return (folder / "0", *unread)


def _kept(file: UploadFile, place: Path) -> Path:
    place.mkdir(exist_ok=True)
    path = place / _name_of(file)
    with path.open("wb") as out:
        shutil.copyfileobj(file.file, out)
    return path


def _name_of(file: UploadFile) -> str:
    """A name that is nothing but a name: what browsers send may hold a path."""
    last = (file.filename or "").replace("\\", "/").rpartition("/")[2]
    name = _UNSAFE.sub("_", last).strip(". ").encode("utf-8", "replace")
    return name[-_LONGEST_NAME:].decode("utf-8", "ignore") or "file"


def _leading_to(job: str) -> Response:
    return RedirectResponse(to_job(job), 303)
