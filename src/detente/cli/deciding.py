"""Commands on decisions: make one, list them, tell how often proposals were right."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.text import Text

from detente import api
from detente.cli.options import AsJson, By, KnownAt, Reason, RecordPath, out, reviewer
from detente.cli.show import SHORT
from detente.errors import ChoiceError, DecisionError
from detente.model.codec import decision_to_json
from detente.model.decision import Decision

_FORMS = {
    "accept": "accept ID",
    "reject": "reject ID --reason WHY",
    "edit": "edit ID FIELD=VALUE…",
    "same": "same ID ID",
    "different": "different ID ID",
    "step": "step ID STATE [--rating 1|0|-1]",
    "undo": "undo NUMBER",
}


def decide(
    kind: Annotated[str, typer.Argument(help=", ".join(_FORMS))],
    what: Annotated[list[str], typer.Argument(help="ids, or their beginnings; FIELD=VALUE for edit; NUMBER for undo")],
    record: RecordPath = None,
    reason: Reason = None,
    by: By = None,
    rating: Annotated[int | None, typer.Option(help="of a step: 1 kept, 0 partly, -1 not kept")] = None,
) -> None:
    """Decide on a finding, on whether two are one thing, on what became of a promise, or take a decision back."""
    if kind not in _FORMS:
        raise ChoiceError(f"no decision '{kind}'; there are {', '.join(_FORMS)}")
    if rating is not None and kind != "step":
        raise DecisionError("only a step has a rating; leave out --rating")
    with api.open(record, create=False) as opened:
        made = _decided(opened, kind, what, reason, reviewer(by), rating)
    out.print(Text(_line(made)))


def _decided(
    opened: api.Record, kind: str, what: Sequence[str], reason: str | None, by: str, rating: int | None
) -> Decision:
    match kind, what:
        case "accept", [id_]:
            return opened.accept(id_, by=by, reason=reason)
        case "reject", [id_]:
            return opened.reject(id_, reason or "", by=by)
        case "edit", [id_, *changes] if changes and all("=" in change for change in changes):
            given = dict(change.split("=", 1) for change in changes)
            return opened.edit(id_, given, by=by, reason=reason)
        case "same" | "different", [one, two]:
            pairs = opened.same if kind == "same" else opened.different
            return pairs(one, two, by=by, reason=reason)
        case "step", [id_, state]:
            said = {"state": state} | ({} if rating is None else {"rating": rating})
            return opened.step(id_, said, by=by, reason=reason)
        case "undo", [number] if number.isdecimal():
            return opened.undo(int(number), by=by, reason=reason)
    raise DecisionError(f"'{kind}' takes other words; write: detente decide {_FORMS[kind]}")


def log(record: RecordPath = None, known_at: KnownAt = None, as_json: AsJson = False) -> None:
    """Print the log of decisions, and which of them lost their finding by a later reading."""
    with api.open(record, create=False) as opened:
        made, strays = opened.store.decisions(until=known_at), opened.store.strays()
    if as_json:
        for decision in made:
            typer.echo(json.dumps(decision_to_json(decision), ensure_ascii=False, sort_keys=True))
        return
    for decision in made:
        out.print(Text(_line(decision)))
    if not made:
        out.print("no decisions yet; 'detente review STATES' makes them", markup=False)
    if strays:
        out.print(Text("\ndecisions without a finding (proposed no more; decide anew)", style="bold"))
    for decision in strays:
        out.print(Text(_line(decision)))


def accuracy(record: RecordPath = None, as_json: AsJson = False) -> None:
    """Tell how often proposals were right, by layer and version of the extractor, by what was decided."""
    with api.open(record, create=False) as opened:
        found = opened.accuracy()
    if as_json:
        typer.echo(json.dumps([row._asdict() for row in found], ensure_ascii=False, indent=1))
        return
    if not found:
        out.print("nothing was accepted, edited or rejected yet; 'detente review STATES' does it", markup=False)
        return
    out.print(f"{'layer':14} {'extractor':20} {'right':>6} {'95 % between':>13} {'acc.':>5} {'edit.':>5} {'rej.':>5}")
    for row in found:
        share, bounds = f"{row.right:.0%}", f"{row.low:.0%} and {row.high:.0%}"
        counts = f"{row.accepted:5} {row.edited:5} {row.rejected:5}"
        out.print(f"{row.layer:14} {row.extractor:20} {share:>6} {bounds:>13} {counts}", markup=False)
    out.print("Of what was decided on. The queue shows doubtful findings first: the whole is likely better.")


def _line(decision: Decision) -> str:
    """Number, day, who, what, on which proposal: as much as an undo needs to know."""
    about = decision.about[0]
    words = " ".join(about["evidence"][0]["text"].split())
    ids = " ".join(f"#{raw['id'][:SHORT]}" for raw in decision.about)
    undone = f" {decision.undoes}" if decision.undoes else ""
    changes = ", ".join(f"{name} = {_value(value)}" for name, value in decision.changes.items())
    parts = [f"{decision.number}", decision.at[:16].replace("T", " "), decision.by, f"{decision.kind}{undone}"]
    said = [f"{about['layer']} {ids}", *([changes] if changes else []), *([decision.reason] if decision.reason else [])]
    return f"{'  '.join(parts)}  {'; '.join(said)}\n    “{words[:70]}{'…' if len(words) > 70 else ''}”"


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_value(item) for item in value)
    return str(value["text"]) if isinstance(value, dict) else "unknown" if value is None else str(value)
