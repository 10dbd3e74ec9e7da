"""Decisions are appended, checked, chained, and rebuild what they made of the proposals."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from detente.errors import ChoiceError, ConflictError, DecisionError
from detente.model.decision import Verdict
from detente.store.export import canonical_export
from detente.store.record import open_record


@pytest.fixture
def held(record, dossier, meeting):
    """The record with two reports of the meeting: its engagements a and b, the statement and the position."""
    record.add(dossier())
    second = dossier(name="second", publisher="Another")
    record.add(second)
    first = dossier()
    return {
        "a": first.engagements[0].id,
        "b": second.engagements[0].id,
        "said": first.statements[0].id,
        "position": first.positions[0].id,
    }


@pytest.fixture
def decide(record):
    """Decide as Ada: `decide("accept", id)`."""

    def decide(kind, subject, other=None, *, by="Ada", seen=None, **fields):
        return record.decide(Verdict(kind=kind, subject=subject, other=other, **fields), by=by, seen=seen)

    return decide


def test_a_decision_keeps_who_when_what_and_the_proposal_it_is_about(record, held, decide, clock):
    made = decide("reject", held["a"], reason="it was a call")
    assert (made.number, made.by, made.at, made.previous) == (1, "Ada", "2026-01-01T00:00:00.000000Z", "")
    assert made.about[0]["date"] == "2024-05-14"
    assert record.decisions() == (made,)
    assert decide("accept", held["b"]).previous == made.hash


@pytest.mark.parametrize(
    ("verdict", "refusal"),
    [
        ({"kind": "accept", "subject": "f" * 24}, "proposes no finding"),
        ({"kind": "reject", "subject": "a"}, "without a reason"),
        ({"kind": "reject", "subject": "a", "reason": "  "}, "without a reason"),
        ({"kind": "edit", "subject": "a"}, "changes nothing"),
        ({"kind": "edit", "subject": "a", "changes": {"date": "2024-05-14"}}, "changes nothing"),
        (
            {"kind": "edit", "subject": "a", "changes": {"colour": "red"}},
            "have no colour to change; there are evidence",
        ),
        ({"kind": "edit", "subject": "a", "changes": {"confidence": 1}}, "have no confidence to change"),
        ({"kind": "edit", "subject": "a", "changes": {"date": "in May"}}, "no date; write YYYY"),
        (
            {"kind": "edit", "subject": "a", "changes": {"status": "perhaps"}},
            "no status of engagements; there are held",
        ),
        ({"kind": "edit", "subject": "a", "changes": {"duration_min": "ten"}}, "is no duration_min"),
        ({"kind": "edit", "subject": "a", "changes": {"states": "NO"}}, "is no states"),
        ({"kind": "edit", "subject": "a", "changes": {"evidence": []}}, "without evidence"),
        (
            {"kind": "edit", "subject": "a", "changes": {"evidence": [{"start": 0, "end": 4, "text": "Falk"}]}},
            "the text has 'Holm'",
        ),
        ({"kind": "accept", "subject": "a", "changes": {"date": "2024"}}, "changes no fields"),
        ({"kind": "accept", "subject": "a", "other": "b"}, "all else is about one"),
        ({"kind": "same", "subject": "a"}, "about two findings"),
        ({"kind": "same", "subject": "a", "other": "a"}, "two findings of one layer"),
        ({"kind": "same", "subject": "a", "other": "said"}, "two findings of one layer"),
        ({"kind": "step", "subject": "a", "changes": {"state": "kept"}}, "a step is of a commitment"),
        ({"kind": "undo", "subject": "a"}, "no decision None"),
        ({"kind": "undo", "subject": "a", "undoes": 1}, "no decision 1"),
    ],
    ids=lambda given: str(given)[:60],
)
def test_a_verdict_that_makes_no_sense_is_refused_and_nothing_is_kept(record, held, verdict, refusal):
    named = {key: held.get(value, value) for key, value in verdict.items() if key in {"subject", "other"}}
    with pytest.raises((ChoiceError, DecisionError), match=refusal):
        record.decide(Verdict(**(verdict | named)), by="Ada")
    assert record.decisions() == ()


def test_a_decision_by_nobody_is_refused(held, decide):
    with pytest.raises(DecisionError, match="say who decides"):
        decide("accept", held["a"], by=" ")


def test_an_undo_takes_back_one_decision_once(record, held, decide, viewed):
    decide("reject", held["a"], reason="x")
    with pytest.raises(DecisionError, match="about another finding"):
        decide("undo", held["b"], undoes=1)
    decide("undo", held["a"], undoes=1)
    assert held["a"] in {e.id for e in viewed(record).engagements}
    with pytest.raises(DecisionError, match="taken back already"):
        decide("undo", held["a"], undoes=1)
    with pytest.raises(DecisionError, match="no decision 2"):
        decide("undo", held["a"], undoes=2)


def test_two_people_do_not_decide_past_each_other(held, decide):
    decide("accept", held["a"], by="Ada")
    with pytest.raises(ConflictError, match="Ada decided on this meanwhile"):
        decide("reject", held["a"], by="Bo", reason="x", seen=0)
    assert decide("accept", held["b"], by="Bo", seen=0).number == 2
    assert decide("reject", held["a"], by="Bo", reason="x", seen=1).number == 3


def test_decisions_on_pairs_that_contradict_each_other_are_refused(record, dossier, held, decide):
    third = dossier(name="third", publisher="A third")
    record.add(third)
    c = third.engagements[0].id
    decide("same", held["a"], held["b"])
    decide("different", held["a"], c)
    with pytest.raises(DecisionError, match=r"contradicts decisions on others \(2\); undo one"):
        decide("same", held["b"], c)
    decide("same", held["a"], c)
    with pytest.raises(DecisionError, match=r"contradicts decisions on others \(1, 3\)"):
        decide("different", held["b"], c)


def test_what_is_proposed_no_more_is_not_decided_on_but_its_decisions_can_be_taken_back(record, dossier, held, decide):
    decide("accept", held["a"])
    record.add(replace(dossier(), findings=()))
    with pytest.raises(ChoiceError, match="any more"):
        decide("reject", held["a"], reason="x")
    assert decide("undo", held["a"], undoes=1).about[0]["id"] == held["a"]


def test_a_rejected_finding_vanishes_and_its_review_stays(record, held, decide, viewed):
    decide("reject", held["a"], reason="a call")
    view = viewed(record)
    assert held["a"] not in {e.id for e in view.engagements}
    assert view.reviews[held["a"]].status == "rejected"


def test_an_edited_finding_stands_in_for_its_proposal_under_the_same_entry(record, held, decide, viewed):
    decide("edit", held["a"], changes={"date": "2024-05-13", "place": "Bergen"})
    (entry,) = [e for e in viewed(record).engagements if e.id == held["a"]]
    assert (entry.best.date, entry.best.place, entry.reviewed) == ("2024-05-13", "Bergen", 1)
    review = viewed(record).reviews[entry.best.id]
    assert (review.status, review.proposal.id, review.proposal.date) == ("edited", held["a"], "2024-05-14")


def test_the_latest_decision_on_a_finding_stands(record, held, decide, viewed):
    decide("reject", held["a"], reason="x")
    decide("accept", held["a"])
    review = viewed(record).reviews[held["a"]]
    assert (review.status, [d.kind for d in review.decisions]) == ("accepted", ["reject", "accept"])


def test_a_finding_belongs_to_the_states_that_an_edit_gives_it(record, held, decide, viewed):
    decide("edit", held["a"], changes={"states": ["SE", "FI"]})
    assert held["a"] not in {e.id for e in viewed(record).engagements}
    assert [e.id for e in viewed(record, "SE", "FI").engagements] == [held["a"]]
    assert viewed(record, "DK", "FI").reviews == {}


def test_a_decision_counts_from_the_day_it_was_made(record, held, decide, clock, viewed):
    clock.now += timedelta(days=2)
    decide("reject", held["a"], reason="x")
    assert held["a"] in {e.id for e in viewed(record, known_at="2026-01-02").engagements}
    assert held["a"] not in {e.id for e in viewed(record, known_at="2026-01-03").engagements}
    assert record.decisions(until="2026-01-02") == ()


def test_an_id_is_found_by_its_beginning_and_by_what_an_edit_made_of_it(record, held, decide, viewed):
    decide("edit", held["a"], changes={"date": "2024-05-13"})
    (entry,) = [e for e in viewed(record).engagements if e.id == held["a"]]
    assert record.proposal_id(held["a"][:10]) == held["a"]
    assert record.proposal_id(entry.best.id) == held["a"]
    for unknown in ("", "%", "zz"):
        with pytest.raises(ChoiceError, match=r"begin|no finding"):
            record.proposal_id(unknown)


def test_the_log_refuses_to_be_changed(record, held, decide):
    decide("accept", held["a"])
    for change in ("UPDATE decisions SET by = 'Bo'", "DELETE FROM decisions"):
        with record._engine.connect() as connection, pytest.raises(DBAPIError, match="never changed"):
            connection.exec_driver_sql(change)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decisions SET by = 'Bo' WHERE number = 1",
        "UPDATE decisions SET reason = 'none' WHERE number = 1",
        "UPDATE decisions SET changes = '{ }' WHERE number = 2",
        "UPDATE decisions SET about = replace(about, 'Falk', 'Fork') WHERE number = 2",
        "UPDATE decisions SET about = '[' WHERE number = 2",
        "UPDATE decisions SET hash = previous WHERE number = 2",
        "UPDATE decisions SET previous = '' WHERE number = 2",
        "UPDATE decisions SET number = 9 WHERE number = 2",
        "DELETE FROM decisions WHERE number = 1",
    ],
)
def test_a_decision_changed_by_another_hand_is_found(record, held, decide, change):
    decide("reject", held["a"], reason="x")
    decide("accept", held["b"])
    decide("accept", held["said"])
    assert record.check() == []
    with record._engine.connect() as connection:
        raw = connection.connection.cursor()
        for name in ("update", "delete"):
            raw.execute(f"DROP TRIGGER decisions_stay_{name}")
        raw.execute(change)
    assert any(line.startswith("decision ") for line in record.check())


@pytest.fixture
def fresh(tmp_path, dossier):
    """A record of the same documents without decisions."""
    with open_record(tmp_path / "fresh.db") as opened:
        opened.add(dossier())
        opened.add(dossier(name="second", publisher="Another"))
        yield opened


@pytest.fixture
def log(record, held, decide, clock):
    decide("edit", held["a"], changes={"date": "2024-05-13"})
    clock.now += timedelta(days=1)
    decide("same", held["a"], held["b"])
    decide("reject", held["said"], reason="x")
    decide("undo", held["said"], undoes=3)
    return record.decisions()


def test_replaying_the_log_from_nothing_rebuilds_the_record(record, fresh, log):
    assert fresh.replay(log) == 4
    assert canonical_export(fresh) == canonical_export(record)
    assert fresh.check() == []
    assert fresh.replay(log) == 0


def test_a_log_that_goes_on_from_the_one_held_is_taken_over(fresh, log):
    assert fresh.replay(log[:2]) == 2
    assert fresh.replay(log) == 2
    assert fresh.decisions() == log


def test_a_log_that_is_not_how_it_was_made_is_not_replayed(fresh, log):
    for given in (log[1:], (log[0], replace(log[1], by="Bo"), *log[2:]), (log[0], log[2])):
        with pytest.raises(DecisionError, match="does not follow"):
            fresh.replay(given)
    assert fresh.decisions() == ()


def test_a_log_is_not_mixed_with_other_decisions(fresh, log, held):
    fresh.decide(Verdict(kind="accept", subject=held["b"]), by="Bo")
    with pytest.raises(ConflictError, match="holds other decisions"):
        fresh.replay(log)


def test_a_log_about_documents_that_are_not_held_is_refused(tmp_path, log):
    with open_record(tmp_path / "none.db") as nothing, pytest.raises(DecisionError, match="add that first"):
        nothing.replay(log)


def test_a_decision_follows_its_finding_to_where_a_later_reading_puts_it(
    record, dossier, held, meeting, decide, viewed
):
    first = dossier()
    decide("edit", held["a"], changes={"place": "Bergen"})
    decide("same", held["a"], held["b"])
    moved = meeting(first.document, evidence=(first.document.span(0, 30),), extractor="engagements/2")
    record.add(replace(first, findings=(moved,)))
    view = viewed(record)
    (entry,) = [e for e in view.engagements if e.id == moved.id]
    assert (entry.best.place, entry.reviewed) == ("Bergen", 1)
    assert view.reviews[entry.best.id].carried == pytest.approx(30 / 33)
    assert record.strays() == ()
    assert record.review(moved.id[:8])[0].status == "edited"


def test_decisions_whose_finding_is_gone_are_strays_until_it_is_proposed_again(record, dossier, held, decide, clock):
    made = decide("accept", held["a"])
    clock.now += timedelta(days=1)
    record.add(replace(dossier(), findings=()))
    assert record.strays() == (made,)
    record.add(dossier())
    assert record.strays() == ()
    with pytest.raises(ChoiceError, match="no finding"):
        record.review("f" * 24)


def test_a_log_replays_into_a_record_that_only_the_later_version_read(record, tmp_path, dossier, held, meeting, decide):
    first, second = dossier(), dossier(name="second", publisher="Another")
    decide("reject", held["a"], reason="x")
    moved = replace(first, findings=(meeting(first.document, evidence=(first.document.span(0, 30),)),))
    record.add(moved)
    with open_record(tmp_path / "anew.db") as anew:
        anew.add(moved)
        anew.add(second)
        anew.replay(record.decisions())
        assert canonical_export(anew) == canonical_export(record)
        assert anew.review(moved.findings[0].id)[0].status == "rejected"
