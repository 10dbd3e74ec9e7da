"""What people decided, laid over what the machine proposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from detente.model.carrying import Carried
from detente.model.codec import edited
from detente.model.decision import ABOUT_ONE, ABOUT_TWO, Decision, Pairs, Review, Status, in_force
from detente.model.document import Document
from detente.model.dossier import Dossier
from detente.model.findings import Finding


@dataclass(frozen=True)
class Judged:
    """Findings as they stand after review: rejected ones are gone, edited ones changed.

    `reviews` tells of every finding that anything was decided on, rejected ones too, by its id as it stands; `pairs`
    is what was decided on whether two are one.
    """

    findings: tuple[Finding, ...]
    reviews: Mapping[str, Review] = field(default_factory=dict)
    pairs: Pairs = field(default_factory=Pairs)


@dataclass(frozen=True)
class Reviewed:
    """A document as last read and what people decided on its findings, in one look at the record.

    `seen` is the number of the last decision on anything: who decides by this look says it.
    """

    dossier: Dossier
    judged: Judged
    seen: int


def judge(
    proposals: Sequence[Finding],
    documents: Mapping[str, Document],
    log: Sequence[Decision],
    carried: Carried | None = None,
) -> Judged:
    """Lay the log over proposals; the latest decision on a finding, or on a pair, stands."""
    if not log:
        return Judged(tuple(proposals))
    to = carried.to if carried else {}
    by_proposal = _by_proposal(log, to)
    standing = in_force(log)
    latest = {to.get(d.subject, (d.subject,))[0]: d for d in standing if d.kind in ABOUT_ONE}
    reviews: dict[str, Review] = {}
    stands_as: dict[str, str] = {}
    findings: dict[str, Finding] = {}
    for proposal in proposals:
        decision = latest.get(proposal.id)
        finding = _as_decided(proposal, decision, documents)
        stands_as[proposal.id] = finding.id
        findings.setdefault(finding.id, finding)
        if proposal.id in by_proposal:
            score = to[decision.subject][1] if decision and decision.subject in to else None
            review = Review(
                status=_status(proposal, finding, decision),
                proposal=proposal,
                decisions=tuple(by_proposal[proposal.id]),
                carried=score,
            )
            reviews[finding.id] = _together(reviews[finding.id], review) if finding.id in reviews else review
    kept = [f for id_, f in findings.items() if id_ not in reviews or reviews[id_].status != "rejected"]
    if edited_into := {proposal: id_ for proposal, id_ in stands_as.items() if proposal != id_}:
        kept = [_relinked(f, edited_into) for f in kept]
    return Judged(tuple(kept), reviews, _pairs(standing, to, stands_as))


def _by_proposal(log: Iterable[Decision], to: Mapping[str, tuple[str, float]]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in log:
        for raw in decision.about:
            found[to.get(raw["id"], (raw["id"],))[0]].append(decision)
    return found


def _as_decided(proposal: Finding, decision: Decision | None, documents: Mapping[str, Document]) -> Finding:
    if decision is None or decision.kind != "edit":
        return proposal
    return edited(proposal, decision.changes, documents[proposal.evidence[0].doc])


def _status(proposal: Finding, finding: Finding, decision: Decision | None) -> Status:
    """An edit that a later reading proposes by itself has nothing left to change: the proposal is right."""
    if decision is None:
        return "proposed"
    return "accepted" if decision.kind == "edit" and finding.id == proposal.id else ABOUT_ONE[decision.kind]


def _together(a: Review, b: Review) -> Review:
    """Two proposals that stand as one finding, since one was edited into the other: the later decision tells how."""
    lead = max(a, b, key=lambda r: (r.status != "proposed", r.decisions[-1].number))
    decisions = {d.number: d for d in (*a.decisions, *b.decisions)}
    return replace(lead, decisions=tuple(decisions[n] for n in sorted(decisions)))


def _relinked(finding: Finding, stands_as: Mapping[str, str]) -> Finding:
    """Let links lead to findings as they stand."""
    changes: dict[str, Any] = {"because_of": tuple(stands_as.get(id_, id_) for id_ in finding.because_of)}
    part_of = getattr(finding, "part_of", None)
    if part_of:
        changes["part_of"] = stands_as.get(part_of, part_of)
    same = all(getattr(finding, name) == value for name, value in changes.items())
    return finding if same else replace(finding, **changes)


def _pairs(standing: Iterable[Decision], to: Mapping[str, tuple[str, float]], stands_as: Mapping[str, str]) -> Pairs:
    verdicts: dict[frozenset[str], str] = {}
    for decision in standing:
        if decision.kind in ABOUT_TWO:
            ids = [to.get(raw["id"], (raw["id"],))[0] for raw in decision.about]
            pair = frozenset(stands_as[id_] for id_ in ids if id_ in stands_as)
            if len(pair) == 2:
                verdicts[pair] = decision.kind
    chosen = {kind: frozenset(p for p, verdict in verdicts.items() if verdict == kind) for kind in ABOUT_TWO}
    return Pairs(same=chosen["same"], different=chosen["different"])
