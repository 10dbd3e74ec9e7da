"""The formats there are, and the way from a path to documents.

A new source is one module with a `Source`, and one line here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from detente.errors import DocumentError, InputError
from detente.model.document import Document
from detente.settings import Settings
from detente.sources.html import HTML
from detente.sources.jsonl import JSONL
from detente.sources.source import Source, SourceOptions, described
from detente.sources.text import TEXT

SOURCES: tuple[Source, ...] = (TEXT, HTML, JSONL)

_INDEX = "index.json"


def read_path(
    path: Path,
    *,
    settings: Settings,
    options: SourceOptions | None = None,
    complain: Callable[[InputError], None] | None = None,
) -> Iterator[Document]:
    """Documents of a file, or of all files of a folder in the order of their names, one after another.

    A folder may hold `index.json`: an object of stem to title, url, publisher, published (or date), language,
    account_of. What `options` give stands above that, and that above what a file says of itself. What cannot be
    used is an InputError of one line with what to do: given to `complain`, and reading goes on; else raised.
    """
    for found in _found(path, options or SourceOptions(), settings):
        if isinstance(found, Document):
            yield found
        elif complain is None:
            raise found
        else:
            complain(found)


def _found(path: Path, options: SourceOptions, settings: Settings) -> Iterator[Document | InputError]:
    """Documents, and what is wrong with others."""
    try:
        index = _index_of(path) if path.is_dir() else {}
        files = files_in(path) if path.is_dir() else [path]
    except InputError as reason:
        yield reason
        return
    for file in files:
        told = index.get(file.stem, SourceOptions())
        try:
            yield from _source_of(file).parse(file, options.over(told), settings)
        except InputError as reason:
            yield reason


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder that some source reads, by name; DocumentError where there are none."""
    try:
        found = sorted(
            file for file in folder.iterdir() if file.is_file() and source_for(file) and not _is_notice(file)
        )
    except OSError as reason:
        raise DocumentError(f"{folder}: cannot be read ({reason.strerror}); check your rights") from reason
    if not found:
        raise DocumentError(f"{folder}: no file in it that can be read; known are {_known_suffixes()}")
    return found


def _is_notice(file: Path) -> bool:
    """A folder's README tells about the documents and is none of them."""
    return file.stem.upper() == "README"


def _source_of(path: Path) -> Source:
    if not path.exists():
        raise DocumentError(f"{path}: there is no such file; check the name")
    source = source_for(path)
    if source is None:
        raise DocumentError(f"{path}: no known kind of file; known are {_known_suffixes()}")
    return source


def source_for(path: Path) -> Source | None:
    """The source that reads a file of this name, None where there is none."""
    name = path.name.lower()
    return next((s for s in SOURCES if name.endswith(s.suffixes)), None)


def _known_suffixes() -> str:
    return ", ".join(suffix for source in SOURCES for suffix in source.suffixes)


def _index_of(folder: Path) -> Mapping[str, SourceOptions]:
    path = folder / _INDEX
    if not path.exists():
        return {}
    try:
        raw = json.loads(path.read_bytes())
    except (OSError, ValueError) as reason:
        raise DocumentError(f"{path}: is no JSON ({' '.join(str(reason).split())}); mend or remove it") from None
    if not isinstance(raw, dict) or not all(isinstance(entry, dict) for entry in raw.values()):
        raise DocumentError(f"{path}: must be an object of file stem to its title, publisher, published; mend it")
    return {stem: described(entry, f"{path}: {stem}") for stem, entry in raw.items()}
