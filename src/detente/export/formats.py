"""Every format that a sheet can be written in, as text or as the bytes of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.export.html import to_html
from detente.export.markdown import to_markdown
from detente.export.page import Sheet
from detente.export.rows import to_csv
from detente.export.word import to_docx


@dataclass(frozen=True)
class Format:
    """A format by name, as people call it, with the ending of its files and its type on the web."""

    name: str
    label: str
    ending: str
    media: str
    write: Callable[[Sheet], str | bytes]

    def to_bytes(self, sheet: Sheet) -> bytes:
        """A sheet as the content of a file."""
        written = self.write(sheet)
        return written if isinstance(written, bytes) else written.encode()


FORMATS: tuple[Format, ...] = (
    Format("markdown", "Markdown", ".md", "text/markdown; charset=utf-8", to_markdown),
    Format("html", "HTML", ".html", "text/html; charset=utf-8", to_html),
    Format(
        "docx",
        "Docx",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        to_docx,
    ),
    # The byte order mark tells spreadsheets that it is UTF-8.
    Format("csv", "CSV", ".csv", "text/csv; charset=utf-8", lambda sheet: "\ufeff" + to_csv(sheet)),
)
