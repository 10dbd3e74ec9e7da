"""The log laid over proposals: what is rejected goes, what is edited changes, the rest stays as proposed."""

from typing import Any

import pytest

from detente.model.carrying import Carried, carry
from detente.model.codec import proposal_to_json
from detente.model.decision import Decision, in_force, joined
from detente.model.document import Document
from detente.model.findings import Engagement, Finding, Incident, Position
from detente.model.judging import judge

DOCUMENT = Document("Holm met Falk in Bergen on 14 May. A trawler was boarded. Norway holds the line.", name="bergen")
DOCUMENTS = {DOCUMENT.id: DOCUMENT}


def cited(words: str, extractor: str = "x/1") -> dict[str, Any]:
    at = DOCUMENT.text.index(words)
    return {"evidence": (DOCUMENT.span(at, at + len(words)),), "confidence": 0.5, "extractor": extractor}


def meeting(words: str = "Holm met Falk in Bergen on 14 May", **fields: Any) -> Engagement:
    given: dict[str, Any] = {"kind": "meeting", "states": ("NO", "IS"), "date": "2024-05-14", "status": "held"}
    return Engagement(**cited(words), **(given | fields))


BOARDED = Incident(kind="maritime", by=("NO",), effect="strain", **cited("A trawler was boarded"))
LINE = Position(state="NO", issue="shipping", summary="holds the line", **cited("holds the line"))
MET = meeting(because_of=(BOARDED.id,))


def log(*given: tuple[Any, ...]) -> list[Decision]:
    """`log(("reject", MET), ("edit", MET, {"date": "2024"}), ("same", A, B), ("undo", MET, 1))`."""
    made: list[Decision] = []
    for number, (kind, finding, *rest) in enumerate(given, start=1):
        about = (finding, *(f for f in rest if isinstance(f, Finding)))
        made.append(
            Decision(
                kind=kind,
                subject=finding.id,
                other=about[1].id if len(about) > 1 else None,
                changes=next((r for r in rest if isinstance(r, dict)), {}),
                undoes=next((r for r in rest if isinstance(r, int)), None),
                about=tuple(proposal_to_json(f) for f in about),
                number=number,
                by="Ada",
                at=f"2026-01-{number:02}",
                previous=made[-1].hash if made else "",
            )
        )
    return made


def test_without_decisions_everything_stands_as_proposed():
    judged = judge([MET, LINE], DOCUMENTS, [])
    assert (judged.findings, judged.reviews) == ((MET, LINE), {})


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ([("accept", MET)], "accepted"),
        ([("reject", MET)], "rejected"),
        ([("edit", MET, {"date": "2024-05-13"})], "edited"),
        ([("reject", MET), ("accept", MET)], "accepted"),
        ([("reject", MET), ("undo", MET, 1)], "proposed"),
        ([("accept", MET), ("reject", MET), ("undo", MET, 2)], "accepted"),
        ([("same", MET, BOARDED)], "proposed"),
    ],
)
def test_the_latest_decision_in_force_tells_how_a_finding_stands(given, status):
    decisions = log(*given)
    (review,) = [r for r in judge([MET], DOCUMENTS, decisions).reviews.values() if r.proposal == MET]
    assert review.status == status
    assert review.decisions == tuple(decisions)


def test_links_lead_to_findings_as_they_stand():
    judged = judge([MET, BOARDED], DOCUMENTS, log(("edit", BOARDED, {"by": ["IS"]})))
    met, boarded = judged.findings
    assert boarded.by == ("IS",)
    assert met.because_of == (boarded.id,)
    within = meeting("met Falk", part_of=MET.id)
    visit, held = judge([MET, within], DOCUMENTS, log(("edit", MET, {"kind": "visit"}))).findings
    assert held.part_of == visit.id


def test_a_finding_edited_into_another_stands_once():
    other = meeting(date="2024-05-13")
    judged = judge([MET, other], DOCUMENTS, log(("reject", other), ("edit", MET, {"date": "2024-05-13"})))
    (found,) = judged.findings
    assert found.id == other.id
    assert [d.number for d in judged.reviews[found.id].decisions] == [1, 2]
    assert judge([MET, other], DOCUMENTS, log(("edit", MET, {"date": "2024-05-13"}), ("reject", other))).findings == ()


def test_pairs_are_told_by_ids_as_they_stand():
    other = meeting("Holm met Falk")
    judged = judge([MET, other], DOCUMENTS, log(("same", MET, other), ("edit", MET, {"date": "2024-05-13"})))
    assert judged.pairs.same == {frozenset(f.id for f in judged.findings)}
    again = judge([MET, other], DOCUMENTS, log(("same", MET, other), ("different", other, MET)))
    assert (again.pairs.same, len(again.pairs.different)) == (frozenset(), 1)


def test_what_hangs_together_through_pairs_is_one_group():
    pairs = [frozenset(p) for p in ("ab", "cd", "bc", "xy")]
    assert sorted(map(sorted, joined(pairs))) == [list("abcd"), list("xy")]


def carried(decisions: list[Decision], *proposals: Finding) -> Carried:
    return carry(in_force(decisions), proposals, DOCUMENTS)


@pytest.mark.parametrize(
    ("again", "score"),
    [
        (meeting("Holm met Falk in Bergen"), 23 / 33),
        (meeting("met Falk in Bergen on 14 May"), 28 / 33),
        (meeting(place="Bergen"), 8 / 9),
        (meeting("Falk"), None),
        (meeting(date="2024-05-13"), None),
        (meeting(status="planned"), None),
        (meeting("A trawler was boarded"), None),
        (BOARDED, None),
    ],
    ids=str,
)
def test_a_decision_is_carried_to_what_surely_is_the_same_claim(again, score):
    decisions = log(("accept", MET))
    found = carried(decisions, again)
    if score is None:
        assert (found.to, found.strays) == ({}, tuple(decisions))
        return
    assert found.to[MET.id] == (again.id, pytest.approx(score, abs=0.05))
    review = judge([again], DOCUMENTS, decisions, found).reviews[again.id]
    assert (review.status, review.carried) == ("accepted", pytest.approx(score, abs=0.05))


def test_a_decision_between_two_proposals_alike_is_a_stray():
    decisions = log(("accept", MET))
    alike = meeting(place="Bergen"), meeting(place="the town hall")
    assert carried(decisions, *alike).strays == tuple(decisions)


def test_two_proposals_are_never_carried_to_one():
    decisions = log(("accept", MET), ("reject", meeting("Holm met Falk in Bergen on 14")))
    assert carried(decisions, meeting("Holm met Falk in Bergen on 14 May.")).to == {}


def test_an_edit_is_carried_and_one_that_is_proposed_by_now_is_an_acceptance():
    decisions = log(("edit", MET, {"date": "2024-05-13"}))
    moved = meeting("Holm met Falk in Bergen")
    judged = judge([moved], DOCUMENTS, decisions, carried(decisions, moved))
    assert judged.findings[0].date == "2024-05-13"
    corrected = meeting(date="2024-05-13")
    review = judge([corrected], DOCUMENTS, decisions, carried(decisions, corrected)).reviews[corrected.id]
    assert review.status == "accepted"


def test_a_decision_taken_back_or_on_what_is_still_proposed_is_no_stray():
    assert carried(log(("accept", MET), ("undo", MET, 1))).strays == ()
    assert carried(log(("accept", MET)), MET).strays == ()


def test_a_decision_on_a_pair_needs_both():
    moved = meeting("Holm met Falk in Bergen")
    decisions = log(("same", MET, LINE))
    assert carried(decisions, moved).strays == tuple(decisions)
    found = carried(decisions, moved, LINE)
    assert judge([moved, LINE], DOCUMENTS, decisions, found).pairs.same == {frozenset((moved.id, LINE.id))}
