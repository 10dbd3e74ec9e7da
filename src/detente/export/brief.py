"""The brief of a view in each format of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from detente.export.compose import compose
from detente.export.html import to_html
from detente.export.markdown import to_markdown
from detente.export.page import Sheet
from detente.export.questions import Questions
from detente.export.rows import to_csv
from detente.export.word import to_docx
from detente.model.view import View

T = TypeVar("T", bound=str | bytes)


class BriefWriter(Generic[T]):
    """Writes the brief of a view as a sheet of one format."""

    def __init__(self, write: Callable[[Sheet], T]) -> None:
        self._write = write

    def __call__(
        self, view: View, analysis: Questions, *, names: Mapping[str, str] | None = None, unseen: tuple[str, ...] = ()
    ) -> T:
        """Write it; `names` are display names by state code and issue, `unseen` what is not looked for."""
        return self._write(compose(view, analysis, names=names or {}, unseen=unseen))


write_brief_markdown = BriefWriter(to_markdown)
write_brief_html = BriefWriter(to_html)
write_brief_docx = BriefWriter(to_docx)
write_brief_csv = BriefWriter(to_csv)
