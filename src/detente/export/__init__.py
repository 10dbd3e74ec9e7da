"""Writers of formats: a view as a page to hand on, as JSON, as a table."""

from detente.export.brief import write_brief_html, write_brief_markdown
from detente.export.frames import to_frame
from detente.export.table import EXPORTERS, Exporter, exporter_for
from detente.export.views import entry_to_json, to_json, view_to_json, write_view_json

__all__ = [
    "EXPORTERS",
    "Exporter",
    "entry_to_json",
    "exporter_for",
    "to_frame",
    "to_json",
    "view_to_json",
    "write_brief_html",
    "write_brief_markdown",
    "write_view_json",
]
