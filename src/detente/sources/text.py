"""Plain text: the document's text is the file exactly as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from detente.errors import DocumentError
from detente.model.document import Document
from detente.settings import Settings
from detente.sources.source import Source, SourceOptions, check_lines, made, read_bytes


def parse_text(path: Path, options: SourceOptions, settings: Settings) -> Iterator[Document]:
    """One document, its line ends untouched; a byte order mark at the start is no part of its text."""
    text = decoded(read_bytes(path, settings), path)
    check_lines(text, str(path), settings)
    yield made(text, path.stem, options)


def decoded(data: bytes, path: Path) -> str:
    """Decode UTF-8; DocumentError with the place of the first byte that is none."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        line = data.count(b"\n", 0, reason.start) + 1
        raise DocumentError(
            f"{path}: is not UTF-8 (byte 0x{data[reason.start]:02X} in line {line}); convert it first, "
            f"for example: iconv -f WINDOWS-1252 -t UTF-8 {path.name}"
        ) from None


TEXT = Source("text", (".txt", ".md"), parse_text)
