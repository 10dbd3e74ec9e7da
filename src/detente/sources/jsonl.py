"""JSON Lines, plain or gzipped: one document a line, as many as there are."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from detente.errors import DateError, DocumentError, InputError
from detente.model.document import Document
from detente.settings import Settings
from detente.sources.source import Source, SourceOptions, check_lines, described, made


def parse_jsonl(path: Path, options: SourceOptions, settings: Settings) -> Iterator[Document | InputError]:
    """Yield one document for each line that is not blank.

    Keys: text (required), title, url, publisher, published or date, language, account_of, and name or id, whose
    last part after a slash becomes the document's name. A line that is no document gives a DocumentError, a date
    that is none a DateError before the document, which then has no date.
    """
    found = False
    for number, line in _lines(path, settings):
        found = True
        fallback = f"{path.name.partition('.')[0]}-{number}"
        try:
            yield from _parsed(line, fallback, f"{path}: line {number}", options, settings)
        except InputError as reason:
            yield reason
    if not found:
        raise DocumentError(f"{path}: is empty; give a file with one JSON object a line")


def _parsed(
    line: bytes, fallback: str, where: str, options: SourceOptions, settings: Settings
) -> Iterator[Document | InputError]:
    raw = _object(line, where)
    text = raw.get("text")
    if not isinstance(text, str) or not text.strip():
        raise DocumentError(f'{where} has no "text"; each line must be a JSON object with the key text')
    check_lines(text, where, settings)
    try:
        told = described(raw, where)
    except DateError as reason:
        yield reason
        told = described({**raw, "published": None, "date": None}, where)
    name = str(raw.get("name") or raw.get("id") or "").rstrip("/").rpartition("/")[2]
    yield made(text, name or fallback, options.over(told))


def _object(line: bytes, where: str) -> dict[str, Any]:
    try:
        raw = json.loads(line)
    except (ValueError, RecursionError) as reason:
        raise DocumentError(f"{where} is no JSON ({_in_one_line(reason)}); mend or remove that line") from None
    if not isinstance(raw, dict):
        raise DocumentError(f"{where} is no JSON object; each line must be one, with the key text")
    return raw


def _in_one_line(reason: Exception) -> str:
    return " ".join(str(reason).split())


def _lines(path: Path, settings: Settings) -> Iterator[tuple[int, bytes]]:
    """Lines with their number from 1; never more than one document's worth of bytes at a time."""
    number = 0
    try:
        with _opened(path) as file:
            while line := file.readline(settings.max_file_bytes + 1):
                number += 1
                if len(line) > settings.max_file_bytes:
                    raise DocumentError(
                        f"{path}: line {number} has more than {settings.max_file_bytes:,} bytes; "
                        "split that document, or raise DETENTE_MAX_FILE_BYTES"
                    )
                if line.strip():
                    yield number, line.removeprefix(b"\xef\xbb\xbf")
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise DocumentError(f"{path}: is no whole gzip file after line {number}; fetch or make it again") from None
    except OSError as reason:
        raise DocumentError(f"{path}: cannot be read ({reason.strerror}); check the name and your rights") from reason


def _opened(path: Path) -> IO[bytes] | gzip.GzipFile:
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")


JSONL = Source("jsonl", (".jsonl", ".jsonl.gz"), parse_jsonl)
