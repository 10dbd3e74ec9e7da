"""The brief as one HTML file that needs nothing else: no script, no network."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from detente.export.compose import compose
from detente.export.questions import Questions
from detente.model.view import View


def write_brief_html(
    view: View, analysis: Questions, *, names: Mapping[str, str] | None = None, unseen: tuple[str, ...] = ()
) -> str:
    """Write the brief; `names` are display names by state code and issue, `unseen` what is not looked for."""
    brief = compose(view, analysis, names=names or {}, unseen=unseen)
    return _template().render(brief=brief)


@cache
def _template() -> Template:
    loader = PackageLoader("detente.export")
    options = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    options.tests["block"] = lambda block, name: type(block).__name__ == name
    return options.get_template("brief.html.j2")
