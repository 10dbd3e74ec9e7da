"""Page models to HTML and to JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from detente.export.wording import counted, counted_in, kind_name, spelled
from detente.ontology.kinds import KINDS
from detente.web import ways
from detente.web.shipped import static_path


def page_html(template: str, **told: Any) -> str:
    """A page; whatever it shows is escaped."""
    return _templates().get_template(template).render(**told)


def page_json(model: Any) -> str:
    """A page model as JSON, field by field."""
    return json.dumps(asdict(model), ensure_ascii=False, indent=1) + "\n"


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("detente.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"static": static_path, "ways": ways, "KINDS": KINDS}
    made.filters |= {"counted": counted, "counted_in": counted_in, "spelled": spelled, "kind_name": kind_name}
    return made
