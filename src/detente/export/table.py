"""Every format that a view can be written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from detente.errors import ChoiceError
from detente.export.brief import write_brief_csv, write_brief_docx, write_brief_html, write_brief_markdown
from detente.export.questions import Questions
from detente.export.views import write_view_json
from detente.model.findings import LAYERS, Event
from detente.model.view import View


class Writer(Protocol):
    """Puts a view into a format: text, or the bytes of a file that is none."""

    def __call__(
        self, view: View, analysis: Questions, *, names: Mapping[str, str] | None = None, unseen: tuple[str, ...] = ()
    ) -> str | bytes:
        """Write it; `names` are display names by state code and issue, `unseen` what is not looked for."""


@dataclass(frozen=True)
class Exporter:
    """A format by name, with the endings of its files and the layers that it shows."""

    name: str
    endings: tuple[str, ...]
    write: Writer
    layers: tuple[str, ...] = tuple(LAYERS)


OF_A_BRIEF = tuple(layer for layer in LAYERS if layer != Event.layer)
"""Coded events are for series and tables: a brief has the same acts as contacts, incidents and promises."""

EXPORTERS: tuple[Exporter, ...] = (
    Exporter("markdown", (".md", ".markdown"), write_brief_markdown, OF_A_BRIEF),
    Exporter("html", (".html", ".htm"), write_brief_html, OF_A_BRIEF),
    Exporter("docx", (".docx",), write_brief_docx, OF_A_BRIEF),
    Exporter("csv", (".csv",), write_brief_csv, OF_A_BRIEF),
    Exporter("json", (".json",), write_view_json),
)


def exporter_for(name: str) -> Exporter:
    """The exporter of that name or file ending; ChoiceError lists what there is."""
    for exporter in EXPORTERS:
        if name == exporter.name or name.lower().endswith(exporter.endings):
            return exporter
    known = ", ".join(f"{e.name} ({e.endings[0]})" for e in EXPORTERS)
    raise ChoiceError(f"no format for '{name}'; there are {known}")
