"""Works through the queue of doubtful findings with single keys."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from typing import Annotated

import click
import typer
from rich.text import Text

from detente import api
from detente.analysis.queue import Doubtful
from detente.cli.options import By, RecordPath, Since, States, Until, out, reviewer
from detente.cli.show import SHORT, facts, words_of
from detente.errors import ChoiceError, ConflictError, DetenteError
from detente.model.decision import Decision
from detente.model.findings import LAYERS, NOT_CLAIMED, Finding
from detente.model.span import Span
from detente.relationship import Relationship
from detente.text.context import sentence_around

_WIDTH = 78
_KEYS = "a accept  r reject  e edit  m same as…  s skip  u undo  q quit"
_OTHERS = 9
"""So many other entries, the nearest in time, are offered to be the same."""


def review(
    states: States,
    record: RecordPath = None,
    layer: Annotated[str | None, typer.Option(help=f"only one of {', '.join(LAYERS)}")] = None,
    by: By = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Go through findings that nobody decided on yet, the doubtful and important first, key by key."""
    if layer is not None and layer not in LAYERS:
        raise ChoiceError(f"no layer '{layer}'; there are {', '.join(LAYERS)}")
    with api.open(record, create=False) as opened:
        found = opened.relationship(*states, since=since, until=until)
        waiting = [item for item in found.queue if layer is None or item.finding.layer == layer]
        seen = len(opened.store.decisions())
        _Session(opened, found, waiting, reviewer(by), seen).run()


@dataclass
class _Session:
    """One person at the queue; `made` holds their decisions with the place in the queue that each was made at."""

    record: api.Record
    found: Relationship
    waiting: Sequence[Doubtful]
    by: str
    seen: int
    at: int = 0
    made: list[tuple[int, Decision]] = field(default_factory=list)

    def run(self) -> None:
        """Until the queue or the person is done."""
        keys: dict[str, Callable[[], None]] = {
            "a": self._accept,
            "r": self._reject,
            "e": self._edit,
            "m": self._same,
            "s": self._skip,
            "u": self._undo,
        }
        while self.at < len(self.waiting):
            self._show()
            key = _key()
            if key == "q":
                break
            try:
                keys.get(key, _explain)()
            except ConflictError as reason:
                _say(str(reason))
                self.at += 1
            except DetenteError as reason:
                _say(str(reason))
        standing = len(self.made)
        _say(f"{standing} decided by {self.by}, {len(self.waiting) - self.at} waiting")

    @property
    def _finding(self) -> Finding:
        return self.waiting[self.at].finding

    def _show(self) -> None:
        entry, finding, _ = self.waiting[self.at]
        doc = self.found.view.documents[finding.evidence[0].doc]
        source = f"{doc.publisher or 'publisher not stated'}, {doc.published or 'date not stated'}"
        place = f"{self.at + 1}/{len(self.waiting)}"
        _say("")
        _say(
            f"[{place}] {finding.layer} #{finding.id[:SHORT]} · {finding.confidence:.0%} sure · {source}", style="bold"
        )
        _say(facts(finding))
        for span in words_of(finding):
            start, end = sentence_around(doc.text, span.start, span.end)
            _quote(doc.text, start, span, end)
        if entry.reports > 1:
            _say(f"one of {entry.reports} reports of #{entry.id[:SHORT]}")
        _say(_KEYS, style="dim")

    def _accept(self) -> None:
        self._keep(self.record.accept(self._finding.id, by=self.by, seen=self.seen))

    def _reject(self) -> None:
        reason = _typed("reason: ")
        self._keep(self.record.reject(self._finding.id, reason, by=self.by, seen=self.seen))

    def _edit(self) -> None:
        """One field after another, until none is named."""
        changes: dict[str, str] = {}
        names = [f.name for f in fields(self._finding) if f.name not in NOT_CLAIMED]
        _say("  ".join(f"{name}={_shown(getattr(self._finding, name))}" for name in names))
        while name := _typed("field (nothing when done): "):
            if name not in names:
                _say(f"no field {name}; there are {', '.join(names)}")
                continue
            changes[name] = _typed(f"{name}: ")
        if changes:
            self._keep(self.record.edit(self._finding.id, changes, by=self.by, seen=self.seen))

    def _same(self) -> None:
        """Stays at the finding: that it is the same as another does not say that it is right."""
        entry, finding, _ = self.waiting[self.at]
        entries = list(self.found.layer(finding.layer))
        here = [e.id for e in entries].index(entry.id)
        near = sorted(range(len(entries)), key=lambda place: abs(place - here))
        others = [entries[place] for place in near[1 : _OTHERS + 1]]
        for n, other in enumerate(others, start=1):
            _say(f"{n} {facts(other.best)} #{other.id[:SHORT]}")
        typed = _typed("same as (number, or the beginning of an id): ")
        if typed:
            chosen = others[int(typed) - 1].id if typed.isdecimal() and 0 < int(typed) <= len(others) else typed
            made = self.record.same(finding.id, chosen, by=self.by, seen=self.seen)
            self.made.append((self.at, made))
            _say(f"decision {made.number}: the same")

    def _skip(self) -> None:
        self.at += 1

    def _undo(self) -> None:
        if not self.made:
            _say("nothing decided in this session to take back; 'detente decide undo NUMBER' takes back any other")
            return
        self.at, decision = self.made[-1]
        self.record.undo(decision.number, by=self.by, seen=self.seen)
        self.made.pop()
        _say(f"decision {decision.number} taken back")

    def _keep(self, decision: Decision) -> None:
        self.made.append((self.at, decision))
        self.at += 1


def _key() -> str:
    """One key; where keys are not typed at a terminal, one line, and quit at the end."""
    if sys.stdin.isatty():
        return click.getchar()
    line = sys.stdin.readline()
    return line.strip()[:1] if line else "q"


def _typed(prompt: str) -> str:
    out.print(prompt, end="", markup=False)
    return sys.stdin.readline().strip()


def _explain() -> None:
    _say(f"that key means nothing here; {_KEYS}")


def _say(words: str, style: str = "") -> None:
    for line in textwrap.wrap(words, _WIDTH, subsequent_indent="  ", break_on_hyphens=False) or [""]:
        out.print(Text(line, style=style))


def _quote(text: str, start: int, span: Span, end: int) -> None:
    """A sentence with the finding's own words between brackets."""
    marked = f"{text[start : span.start]}[{span.text}]{text[span.end : end]}"
    for line in textwrap.wrap(f"“{' '.join(marked.split())}”", _WIDTH, initial_indent="    ", subsequent_indent="    "):
        out.print(Text(line))


def _shown(value: object) -> str:
    if isinstance(value, Span):
        return value.line
    if isinstance(value, tuple):
        return ", ".join(_shown(item) for item in value) or "–"
    return "–" if value is None else str(value)
