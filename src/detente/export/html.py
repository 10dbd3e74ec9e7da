"""A sheet as one HTML file that needs nothing else: no script, no network."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from detente.export.page import Sheet


def to_html(sheet: Sheet) -> str:
    """Write the sheet; a note opens its words in their paragraph."""
    return _template().render(sheet=sheet)


@cache
def _template() -> Template:
    loader = PackageLoader("detente.export")
    options = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    options.tests["block"] = lambda block, name: type(block).__name__ == name
    return options.get_template("sheet.html.j2")
