"""The log of decisions: appended to, never changed, and checked link by link."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select

from detente.errors import ChoiceError, ConflictError, DecisionError, InputError
from detente.model.carrying import Carried, carry
from detente.model.codec import Json, as_edited, edited, proposal_to_json
from detente.model.decision import ABOUT_TWO, RATINGS, STEP_STATES, Decision, Verdict, in_force, joined
from detente.model.document import Document
from detente.model.findings import Finding
from detente.store.loading import among, load_documents, load_findings, proposed, stood
from detente.store.rows import dumped
from detente.store.schema import decisions, documents, findings, holdings

_GIVEN = ("kind", "subject", "other", "changes", "reason", "undoes")
_FIELDS = (*_GIVEN, "about", "number", "by", "at", "previous")


def append(connection: Connection, verdict: Verdict, *, by: str, at: str, seen: int | None) -> Decision:
    """Add a verdict to the log.

    `seen` is the number of the last decision that the person had before them; ConflictError where others decided on
    the same findings since. DecisionError for a verdict that makes no sense, ChoiceError for a finding that the
    record does not propose.
    """
    if not by.strip():
        raise DecisionError("a decision by nobody; say who decides")
    log = load_decisions(connection)
    later = [d for d in log if seen is not None and d.number > seen and d.by != by and _concerns(d, verdict)]
    if later:
        raise ConflictError(f"{later[-1].by} decided on this meanwhile ({later[-1].kind}); look again, then decide")
    made = Decision(
        **{name: getattr(verdict, name) for name in _GIVEN},
        about=_undone(verdict, log).about if verdict.kind == "undo" else _about(connection, verdict, log),
        number=len(log) + 1,
        by=by,
        at=at,
        previous=log[-1].hash if log else "",
    )
    connection.execute(insert(decisions).values(_row(made)))
    return made


def replay(connection: Connection, given: Sequence[Decision]) -> int:
    """Append decisions verbatim and return how many were new.

    DecisionError where their chain is broken or a document is not held; ConflictError where the log already holds
    others than the first of these.
    """
    log = load_decisions(connection)
    if log != list(given[: len(log)]):
        raise ConflictError("the record holds other decisions; replay into one that holds none, or the first of these")
    before = ""
    for place, decision in enumerate(given, start=1):
        if decision.number != place or decision.previous != before:
            raise DecisionError(f"decision {decision.number} does not follow on the one before it; the log was changed")
        before = decision.hash
    held = set(connection.execute(select(documents.c.id)).scalars())
    for decision in given:
        if missing := {raw["doc"] for raw in decision.about} - held:
            raise DecisionError(f"decision {decision.number} is about document {missing.pop()}; add that first")
    fresh = given[len(log) :]
    if fresh:
        connection.execute(insert(decisions), [_row(decision) for decision in fresh])
    return len(fresh)


def load_decisions(connection: Connection, *, until: str | None = None) -> list[Decision]:
    """Load the log in its order, up to a moment (UTC)."""
    query = select(decisions).order_by(decisions.c.number)
    if until is not None:
        query = query.where(decisions.c.at <= until)
    return [_from_row(row) for row in connection.execute(query).mappings()]


def load_carried(connection: Connection, log: Sequence[Decision], moment: str | None) -> Carried:
    """Find again, at a moment, what decisions are about that is proposed no more."""
    standing = in_force(log)
    about = {raw["id"] for d in standing for raw in d.about}
    held = select(holdings.c.finding_id).where(stood(holdings, moment), among(holdings.c.finding_id, about))
    gone = about - set(connection.execute(held).scalars())
    concerned = [d for d in standing if gone & {raw["id"] for raw in d.about}]
    if not concerned:
        return Carried()
    of_documents = among(findings.c.doc_id, {raw["doc"] for d in concerned for raw in d.about})
    loaded = load_findings(connection, proposed(moment).where(of_documents), moment)
    return carry(concerned, loaded.findings, loaded.documents)


def proposal_id(connection: Connection, given: str) -> str:
    """The whole id of a proposal, from its beginning or from the id that an edit gave it.

    ChoiceError where there is none, or more than one.
    """
    begins = select(findings.c.id).where(findings.c.id.startswith(given, autoescape=True)).order_by(findings.c.id)
    found: set[str] = set(connection.execute(begins.limit(2)).scalars()) if given else set()
    if given and not found:
        edits = [d for d in load_decisions(connection) if d.kind == "edit"]
        docs = load_documents(connection, None, among(documents.c.id, {d.about[0]["doc"] for d in edits}))
        found = {d.subject for d in edits if as_edited(d, docs[d.about[0]["doc"]]).id.startswith(given)}
    if len(found) != 1:
        said = "several findings begin with" if found else "the record holds no finding"
        raise ChoiceError(f"{said} '{given}'; 'detente review' and 'detente show' print their ids")
    return found.pop()


def broken_links(connection: Connection) -> Iterator[str]:
    """Say where the chain of hashes does not hold, one line each."""
    before = ""
    for place, row in enumerate(connection.execute(select(decisions).order_by(decisions.c.number)).mappings(), start=1):
        if row["number"] != place:
            yield f"decision {place} is missing from the log"
            return
        try:
            same = _row(_from_row(row)) == dict(row)
        except (ValueError, TypeError):
            same = False
        if not same or row["previous"] != before:
            yield f"decision {place}: was changed after it was made, or the one before it was"
        before = row["hash"]


def _row(decision: Decision) -> Json:
    row = {name: getattr(decision, name) for name in _FIELDS}
    return row | {"changes": dumped(decision.changes), "about": dumped(decision.about), "hash": decision.hash}


def _from_row(row: RowMapping) -> Decision:
    given: dict[str, Any] = {name: row[name] for name in _FIELDS}
    return Decision(**given | {"changes": json.loads(row["changes"]), "about": tuple(json.loads(row["about"]))})


def _about(connection: Connection, verdict: Verdict, log: Sequence[Decision]) -> tuple[Json, ...]:
    """Check a verdict on what is proposed now, and return it as JSON."""
    ids = [id_ for id_ in (verdict.subject, verdict.other) if id_]
    loaded = load_findings(connection, proposed(None).where(findings.c.id.in_(ids)), None)
    named = {f.id: f for f in loaded.findings}
    if missing := [id_ for id_ in ids if id_ not in named]:
        raise ChoiceError(f"the record proposes no finding {missing[0]} (any more); decide on one that it shows")
    subject = named[verdict.subject]
    if verdict.kind == "reject" and not (verdict.reason or "").strip():
        raise DecisionError("a rejection without a reason; say what is wrong with it")
    if verdict.kind == "edit":
        _check_edit(subject, verdict, loaded.documents[subject.evidence[0].doc])
    elif verdict.kind == "step":
        _check_step(subject, verdict)
    elif verdict.changes:
        raise DecisionError(f"'{verdict.kind}' changes no fields; edit does")
    if (verdict.kind in ABOUT_TWO) != (verdict.other is not None):
        raise DecisionError("'same' and 'different' are about two findings, all else is about one")
    if verdict.other:
        _check_pair(subject, named[verdict.other], verdict, log)
    return tuple(proposal_to_json(named[id_]) for id_ in ids)


def _check_edit(subject: Finding, verdict: Verdict, document: Document) -> None:
    try:
        changed = edited(subject, verdict.changes, document)
    except (InputError, KeyError, TypeError) as reason:
        raise DecisionError(f"an edit that does not fit: {reason}") from reason
    if changed.id == subject.id:
        raise DecisionError("an edit that changes nothing; accept the finding, or say what to change")


def _check_step(subject: Finding, verdict: Verdict) -> None:
    if subject.layer != "commitments":
        raise DecisionError(f"a step is of a commitment, not of {subject.layer}; 'detente life' prints commitments")
    if verdict.changes.get("state") not in STEP_STATES:
        raise DecisionError(f"no step '{verdict.changes.get('state')}'; there are {', '.join(STEP_STATES)}")
    if not verdict.changes.keys() <= {"state", "rating"} or verdict.changes.get("rating", 0) not in RATINGS:
        raise DecisionError("a step has a state and, where it is rated, a rating of 1, 0 or -1")


def _check_pair(subject: Finding, other: Finding, verdict: Verdict, log: Sequence[Decision]) -> None:
    if other.layer != subject.layer or other.id == subject.id:
        raise DecisionError(f"'{verdict.kind}' is about two findings of one layer; name another one")
    latest = {frozenset((v.subject, v.other or "")): v for v in (*in_force(log), verdict) if v.kind in ABOUT_TWO}
    groups = joined(pair for pair, v in latest.items() if v.kind == "same")
    for pair, found in latest.items():
        group = next((g for g in groups if pair <= g), None)
        if found.kind == "different" and group is not None:
            same = [v for p, v in latest.items() if v.kind == "same" and p <= group]
            against = [v.number for v in (found, *same) if isinstance(v, Decision) and v.kind != verdict.kind]
            numbers = ", ".join(map(str, sorted(against)))
            raise DecisionError(f"this contradicts decisions on others ({numbers}); undo one of them first")


def _undone(verdict: Verdict, log: Sequence[Decision]) -> Decision:
    """The decision that an undo takes back."""
    number = verdict.undoes
    if number is None or not 1 <= number <= len(log) or log[number - 1].kind == "undo":
        raise DecisionError(f"there is no decision {number} to take back; 'detente log' lists them")
    if any(d.undoes == number for d in log):
        raise DecisionError(f"decision {number} was taken back already")
    if (log[number - 1].subject, log[number - 1].other) != (verdict.subject, verdict.other):
        raise DecisionError(f"decision {number} is about another finding")
    return log[number - 1]


def _concerns(decision: Decision, verdict: Verdict) -> bool:
    return bool({decision.subject, decision.other} & ({verdict.subject, verdict.other} - {None}))
