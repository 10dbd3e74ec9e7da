"""A series of events as data: JSON, CSV and a Vega-Lite specification; and every format of it by its ending."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from detente.errors import ChoiceError
from detente.export.series_chart import write_series_svg
from detente.model.series import Estimate, Period, Series

VEGA_LITE = "https://vega.github.io/schema/vega-lite/v5.json"
_COLOURS = {"cooperation": "#0072b2", "conflict": "#d55e00"}


def series_to_json(series: Series) -> dict[str, Any]:
    """The series with ISO dates, quads by number and each sum with its bounds; assessments with their words."""
    return {
        "actor": series.actor,
        "recipient": series.recipient,
        "by": series.by,
        "scale": series.scale,
        "interval": "90 %",
        "unplaced": series.unplaced,
        "periods": [_row(period) | {"entries": list(period.entries)} for period in series.periods],
        "changes": [change._asdict() | {"first": change.first.isoformat()} for change in series.changes],
        "assessments": [
            {
                "day": called.day.isoformat(),
                "state": called.state or None,
                "direction": called.entry.best.direction,
                "words": called.entry.best.evidence[0].line,
                "entry": called.entry.id,
            }
            for called in series.assessments
        ],
    }


def write_series_json(series: Series) -> str:
    """The series as JSON."""
    return json.dumps(series_to_json(series), ensure_ascii=False, indent=1) + "\n"


def write_series_csv(series: Series) -> str:
    """One row for each period; changes and assessments are left to the other formats."""
    out = io.StringIO()
    head = {"actor": series.actor, "recipient": series.recipient}
    rows = [head | _row(period) for period in series.periods]
    writer = csv.DictWriter(out, rows[0] if rows else head, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def write_series_vega(series: Series) -> str:
    """A Vega-Lite specification with the numbers in it: bars with bounds, the net, changes, assessments."""
    day = {"field": "first", "type": "temporal", "title": None}
    bars = [layer for side, colour in _COLOURS.items() for layer in _bars(side, colour, day)]
    net = {"mark": {"type": "line", "color": "#222"}, "encoding": {"x": day, "y": _quantity("net")}}
    changes = {
        "data": {"values": [change._asdict() | {"first": change.first.isoformat()} for change in series.changes]},
        "mark": {"type": "rule", "strokeDash": [4, 3]},
        "encoding": {"x": day, "tooltip": [{"field": name} for name in ("side", "before", "after")]},
    }
    content = series_to_json(series)
    calls = {
        "data": {"values": [called | {"state": called["state"] or "others"} for called in content["assessments"]]},
        "height": 60,
        "mark": {"type": "point", "filled": True, "size": 60},
        "encoding": {
            "x": {"field": "day", "type": "temporal", "title": None},
            "y": {"field": "state", "type": "nominal", "title": None},
            "shape": {"field": "direction", "type": "nominal"},
            "tooltip": [{"field": name} for name in ("direction", "words")],
        },
    }
    main = {"width": 800, "height": 260, "layer": [*bars, net, changes]}
    title = f"{series.actor} towards {series.recipient}, by {series.by}: sums of intensity ({series.scale})"
    values = [_row(period) for period in series.periods]
    spec = {
        "$schema": VEGA_LITE,
        "title": title,
        "data": {"values": values},
        "vconcat": [main, calls | {"width": 800}],
        "resolve": {"scale": {"x": "shared"}},
    }
    return json.dumps(spec, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class SeriesFormat:
    """A format by the ending of its files."""

    ending: str
    write: Callable[[Series], str]


SERIES_FORMATS: tuple[SeriesFormat, ...] = (
    SeriesFormat(".vl.json", write_series_vega),
    SeriesFormat(".json", write_series_json),
    SeriesFormat(".csv", write_series_csv),
    SeriesFormat(".svg", write_series_svg),
)
"""The longer ending stands before the one that it ends with."""


def series_format(name: str) -> SeriesFormat:
    """The format of a file by its name; ChoiceError lists the endings."""
    for form in SERIES_FORMATS:
        if name.lower().endswith(form.ending):
            return form
    known = ", ".join(form.ending for form in SERIES_FORMATS)
    raise ChoiceError(f"no format of a series for '{name}'; its name must end with one of {known}")


def _row(period: Period) -> dict[str, Any]:
    share = period.reviewed_share
    return {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "whole": period.whole,
        "documents": period.documents,
        "events": period.events,
        "reviewed_share": round(share, 3) if share is not None else None,
        "dated_by_report": period.reported,
        "sources": period.sources,
        **{f"quad_{n}": count for n, count in enumerate(period.quads, 1)},
        **_sum("cooperation", period.cooperation),
        **_sum("conflict", period.conflict),
        **_sum("net", period.net),
    }


def _sum(name: str, value: Estimate) -> dict[str, float]:
    numbers = {name: value.expected, f"{name}_low": value.low, f"{name}_high": value.high}
    return {key: round(number, 2) for key, number in numbers.items()}


def _bars(side: str, colour: str, day: dict[str, Any]) -> list[dict[str, Any]]:
    shown = ("first", "documents", "events", side, f"{side}_low", f"{side}_high")
    tips = [{"field": name} for name in shown]
    bounds = {"x": day, "y": _quantity(f"{side}_low"), "y2": {"field": f"{side}_high"}}
    bar = {"x": day, "y": _quantity(side), "tooltip": tips}
    return [
        {"mark": {"type": "bar", "color": colour}, "encoding": bar},
        {"mark": {"type": "rule"}, "encoding": bounds},
    ]


def _quantity(field: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "title": "cooperation (above 0), conflict, net"}
