"""A series of events as one SVG: no script, nothing loaded, each mark with a title that says it in words.

Cooperation stands above the line and conflict hangs below it, each bar the expected sum of intensities with the bounds
between which it lies nine times in ten; the curve is the net. Dashed lines are changes of rate, the rows below hold how
each side called the relationship. Where no document appeared the ground is grey: nobody looked; a period with + is not
over, or the question ends within it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby
from math import ceil, floor, log10
from typing import get_args

from detente.model.series import Called, Change, Estimate, Period, Series, Side

_WIDTH, _LEFT, _RIGHT, _TOP, _PLOT, _ROW, _AXIS = 960, 56, 16, 56, 260, 20, 26
_LABEL_WIDTH = 64
_LINE, _LINES = 13, 5
"""The rates of so many changes stand below each other before the first row is used again."""
_BAR = 0.8
_MARKS = {"better": "▲", "worse": "▼", "stable": "●", "high": "△", "low": "▽"}
_STYLE = """
.ground{fill:#fff}.quiet{fill:#eee}.text{fill:#222;font:12px sans-serif}.small{font-size:11px;fill:#555}
.title{font-size:14px;font-weight:bold}.line{stroke:#888;stroke-width:1}.grid{stroke:#ddd;stroke-width:1}
.cooperation{fill:#0072b2}.conflict{fill:#d55e00}.bounds{stroke:#222;stroke-width:1}
.net{fill:none;stroke:#222;stroke-width:1.5}.change{stroke:#222;stroke-width:1;stroke-dasharray:4 3}
@media(prefers-color-scheme:dark){.ground{fill:#16181c}.quiet{fill:#24272d}.text{fill:#eee}.small{fill:#aaa}
.line{stroke:#888}.grid{stroke:#333}.cooperation{fill:#56b4e9}.conflict{fill:#e69f00}
.bounds,.net,.change{stroke:#eee}}
""".replace("\n", "")


def write_series_svg(series: Series, names: Mapping[str, str] | None = None) -> str:
    """Draw the series; `names` are display names by state code."""
    return "\n".join(_Chart(series, names or {}).lines()) + "\n"


class _Chart:
    """One drawing: places across by period, down by sum of intensities."""

    def __init__(self, series: Series, names: Mapping[str, str]) -> None:
        self.series = series
        self.names = names
        self.step = (_WIDTH - _LEFT - _RIGHT) / max(len(series.periods), 1)
        bounds = [abs(b) for p in series.periods for e in (p.cooperation, p.conflict) for b in (e.low, e.high)]
        self.unit = _round_step(max(bounds, default=1.0) or 1.0)
        self.most = self.unit * ceil((max(bounds, default=1.0) or 1.0) / self.unit)
        self.voices = tuple(
            dict.fromkeys((series.actor, series.recipient, *sorted(c.state for c in series.assessments)))
        )
        self.height = _TOP + _PLOT + _AXIS + _ROW * len(self.voices) + 8

    def lines(self) -> Iterator[str]:
        """The elements, each a line."""
        says = f"{self.name(self.series.actor)} towards {self.name(self.series.recipient)}, by {self.series.by}"
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {self.height}" width="{_WIDTH}" '
            f'height="{self.height}" role="img" aria-label="{escape(says)}">'
        )
        yield f"<style>{_STYLE}</style>"
        yield f'<rect class="ground" width="{_WIDTH}" height="{self.height}"/>'
        yield _text(_LEFT, 20, says, "title")
        yield _text(
            _LEFT, 38, f"sums of intensity ({self.series.scale}), each event weighed by its confidence", "small"
        )
        yield from self.quiet()
        yield from self.scale()
        for n, period in enumerate(self.series.periods):
            yield from self.bars(n, period)
        yield from self.net()
        for side in get_args(Side):
            for n, change in enumerate(c for c in self.series.changes if c.side == side):
                yield from self.change(change, n % _LINES)
        yield from self.rows()
        yield "</svg>"

    def name(self, state: str) -> str:
        """A state as the reader calls it."""
        return self.names.get(state, state) or "others"

    def across(self, n: float) -> float:
        """Where a period begins."""
        return _LEFT + n * self.step

    def down(self, value: float) -> float:
        """Where a sum of intensities stands."""
        return _TOP + _PLOT / 2 * (1 - value / self.most)

    def quiet(self) -> Iterator[str]:
        """Grey ground where no document appeared."""
        for n, period in enumerate(self.series.periods):
            if not period.documents:
                yield (
                    f'<rect class="quiet" x="{self.across(n):.1f}" y="{_TOP}" width="{self.step:.1f}" height="{_PLOT}">'
                    f"<title>{period.first}: no document</title></rect>"
                )

    def scale(self) -> Iterator[str]:
        """Lines and numbers of the sums, and the days at which some periods begin."""
        steps = round(self.most / self.unit)
        for n in range(-steps, steps + 1):
            y = self.down(n * self.unit)
            rule = "line" if n == 0 else "grid"
            yield f'<line class="{rule}" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
            yield _text(_LEFT - 6, y + 4, f"{n * self.unit:g}", "small", anchor="end")
        every = max(1, ceil(_LABEL_WIDTH / self.step))
        for n, period in enumerate(self.series.periods):
            if n % every == 0:
                yield _text(self.across(n), _TOP + _PLOT + 18, self.spelled(period), "small")

    def spelled(self, period: Period) -> str:
        """A period by the part of its first day that tells it apart."""
        day = period.first.isoformat()[: len("2023-06" if self.series.by == "month" else "2023-06-19")]
        return day if period.whole else f"{day}+"

    def bars(self, n: int, period: Period) -> Iterator[str]:
        """What was done in a period, with its bounds."""
        x, width = self.across(n + (1 - _BAR) / 2), self.step * _BAR
        for side, value in (("cooperation", period.cooperation), ("conflict", period.conflict)):
            if not value.expected:
                continue
            top, bottom = sorted((self.down(0), self.down(value.expected)))
            middle = x + width / 2
            says = f"{self.spelled(period)}: {side} {_spelled(value)}, {_events(period, side)}"
            yield (
                f'<rect class="{side}" x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" height="{bottom - top:.1f}">'
                f"<title>{escape(says)}</title></rect>"
            )
            yield (
                f'<line class="bounds" x1="{middle:.1f}" x2="{middle:.1f}" '
                f'y1="{self.down(value.low):.1f}" y2="{self.down(value.high):.1f}"/>'
            )

    def net(self) -> Iterator[str]:
        """The curve of the expected net, broken where no document appeared."""
        numbered = enumerate(self.series.periods)
        for seen, run in groupby(numbered, key=lambda numbered: numbered[1].documents > 0):
            if seen:
                places = " ".join(f"{self.across(n + 0.5):.1f},{self.down(p.net.expected):.1f}" for n, p in run)
                yield f'<polyline class="net" points="{places}"/>'

    def change(self, change: Change, row: int) -> Iterator[str]:
        """A dashed line where events began to come at another rate, with both rates in a row of their own."""
        n = next(n for n, period in enumerate(self.series.periods) if period.first == change.first)
        x = self.across(n)
        says = f"{change.side} {change.before:.2g} → {change.after:.2g} a {self.series.by}"
        y = _TOP + 12 + row * _LINE if change.side == "cooperation" else _TOP + _PLOT - 6 - row * _LINE
        yield f'<line class="change" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{_TOP + _PLOT}"/>'
        yield _text(x + 4, y, says, "small") if x < _WIDTH * 0.8 else _text(x - 4, y, says, "small", anchor="end")

    def rows(self) -> Iterator[str]:
        """How each side called the relationship: a row for each, a mark for each time."""
        if self.series.assessments:
            legend = "  ".join(f"{mark} {direction}" for direction, mark in _MARKS.items())
            yield _text(_WIDTH - _RIGHT, 20, f"called: {legend}", "small", anchor="end")
        for n, state in enumerate(self.voices):
            y = _TOP + _PLOT + _AXIS + _ROW * (n + 1) - 6
            yield _text(_LEFT - 6, y, state or "others", "small", anchor="end")
            for called in self.series.assessments:
                if called.state == state:
                    yield from self.mark(called, y)

    def mark(self, called: Called, y: float) -> Iterator[str]:
        """One assessment at its day, with its words; one outside the periods is left out."""
        for n, period in enumerate(self.series.periods):
            if period.first <= called.day <= period.last:
                direction = called.entry.best.direction
                says = f"{called.day} {self.name(called.state)}: {direction}: “{called.entry.best.evidence[0].line}”"
                glyph = _text(self.across(n + 0.5), y, _MARKS[direction], "", anchor="middle")
                yield f"<g><title>{escape(says)}</title>{glyph}</g>"


def _round_step(most: float) -> float:
    """A step of 1, 2 or 5 times a power of ten, of which two to five reach the highest value."""
    power = 10.0 ** floor(log10(most / 2))
    return next(step * power for step in (5, 2, 1) if most / (step * power) >= 2)


def _spelled(value: Estimate) -> str:
    return f"{value.expected:.1f} ({value.low:.1f} to {value.high:.1f})"


def _events(period: Period, side: str) -> str:
    count = sum(period.quads[:2]) if side == "cooperation" else sum(period.quads[2:])
    return f"{count} event{'s' if count != 1 else ''}"


def _text(x: float, y: float, words: str, kind: str, *, anchor: str = "start") -> str:
    kinds = f"text {kind}".strip()
    return f'<text class="{kinds}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
