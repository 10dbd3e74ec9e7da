"""What to look at first, and how often proposals were right."""

from dataclasses import replace
from math import isclose

import pytest

from detente.analysis.accuracy import accuracy, measured, wilson
from detente.analysis.entries import all_entries
from detente.analysis.queue import queue
from detente.model.codec import proposal_to_json
from detente.model.decision import Decision, Review
from invented_view import invented_view

VIEW = invented_view()
MET, SAID = VIEW.engagements[0].findings[0], VIEW.statements[0].findings[0]


def decision(number, kind, finding, undoes=None, **fields):
    about = (proposal_to_json(finding) | fields,)
    return Decision(
        kind=kind, subject=finding.id, undoes=undoes, about=about, number=number, by="Ada", at="2026", previous=""
    )


def test_every_undecided_finding_waits_and_decided_ones_do_not():
    waiting = {item.finding.id for item in queue(VIEW)}
    assert waiting == {f.id for e in all_entries(VIEW) for f in e.findings}
    reviewed = replace(VIEW, reviews={MET.id: Review(status="accepted", proposal=MET)})
    assert waiting - {item.finding.id for item in queue(reviewed)} == {MET.id}


def test_of_two_contacts_the_doubtful_one_comes_first_and_a_sure_one_weighs_nothing():
    def surer(entry, confidence):
        return replace(entry, findings=tuple(replace(f, confidence=confidence) for f in entry.findings))

    sure, doubtful = surer(VIEW.engagements[0], 1.0), surer(VIEW.engagements[1], 0.2)
    view = replace(invented_view(), engagements=(sure, doubtful), statements=(), commitments=(), incidents=())
    found = [item for item in queue(view) if item.finding.layer == "engagements"]
    assert found[0].entry == doubtful
    assert found[-1].weight == 0


def test_a_contact_outweighs_a_remark_of_the_same_doubt():
    def as_sure(entries):
        return tuple(replace(e, findings=tuple(replace(f, confidence=0.5) for f in e.findings)) for e in entries)

    view = replace(VIEW, engagements=as_sure(VIEW.engagements), statements=as_sure(VIEW.statements))
    layers = [item.finding.layer for item in queue(view) if item.finding.layer in {"engagements", "statements"}]
    assert layers.index("engagements") < layers.index("statements")


def test_accuracy_counts_the_latest_decision_in_force_by_layer_and_version():
    log = [
        decision(1, "reject", MET),
        decision(2, "accept", MET),
        decision(3, "edit", SAID),
        decision(4, "accept", VIEW.engagements[1].findings[0], extractor="engagements/9"),
        decision(5, "reject", VIEW.statements[-1].findings[0]),
        decision(6, "undo", VIEW.statements[-1].findings[0], undoes=5),
    ]
    rows = {(r.layer, r.extractor): (r.accepted, r.edited, r.rejected, r.right) for r in measured(log)}
    assert rows == {
        ("statements", SAID.extractor): (0, 1, 0, 0.0),
        ("engagements", MET.extractor): (1, 0, 0, 1.0),
        ("engagements", "engagements/9"): (1, 0, 0, 1.0),
    }
    view = replace(VIEW, reviews={MET.id: Review(status="accepted", proposal=MET, decisions=tuple(log[:2]))})
    assert [(r.layer, r.right) for r in accuracy(view)] == [("engagements", 1.0)]


@pytest.mark.parametrize(
    ("right", "total", "low", "high"),
    [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1.0), (1, 1, 0.207, 1.0)],
)
def test_bounds_of_a_share_are_those_of_wilson(right, total, low, high):
    found = wilson(right, total)
    assert isclose(found[0], low, abs_tol=0.001)
    assert isclose(found[1], high, abs_tol=0.001)
