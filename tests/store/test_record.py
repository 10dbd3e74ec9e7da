"""A record keeps what it was given, once, and forgets nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.errors import ChoiceError
from detente.model.dossier import Dossier
from detente.model.hits import Wanted
from detente.store.export import canonical_export
from detente.store.record import open_record
from drawn_findings import dossiers


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """An empty record's file, to be copied: making one anew is slower than all else."""
    path = tmp_path_factory.mktemp("empty") / "record.db"
    open_record(path).close()
    return path.read_bytes()


@pytest.fixture(scope="module")
def fresh(empty, tmp_path_factory):
    folder = tmp_path_factory.mktemp("fresh")

    def make():
        path = folder / f"{len(list(folder.iterdir()))}.db"
        path.write_bytes(empty)
        return open_record(path)

    return make


relaxed = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(dossier=dossiers())
def test_a_dossier_comes_back_as_it_was_given(fresh, dossier):
    with fresh() as record:
        assert record.add(dossier)
        assert record.dossier(dossier.document.id) == dossier
        assert record.check() == []


@relaxed
@given(given_dossiers=st.lists(dossiers(), min_size=1, max_size=3, unique_by=lambda d: d.document.id), data=st.data())
def test_any_order_and_any_number_of_times_gives_the_same_bytes(fresh, given_dossiers, data):
    with fresh() as one, fresh() as other:
        for dossier in given_dossiers:
            one.add(dossier)
        for dossier in data.draw(st.permutations(given_dossiers * 2)):
            other.add(dossier)
        assert canonical_export(one) == canonical_export(other)


def test_adding_again_changes_nothing(record, dossier, clock):
    assert record.add(dossier())
    before = canonical_export(record)
    clock.now += timedelta(days=1)
    assert not record.add(dossier())
    assert canonical_export(record) == before


def test_the_time_of_recording_stays_that_of_the_first_adding(record, dossier, clock, viewed):
    record.add(dossier())
    clock.now += timedelta(days=3)
    record.add(dossier())
    assert viewed(record, known_at="2026-01-02").engagements


def test_a_finding_no_longer_proposed_is_withdrawn_but_still_known_before(record, dossier, meeting, clock, viewed):
    first = dossier()
    record.add(first)
    clock.now += timedelta(days=2)
    moved = meeting(first.document, date="2024-05-13")
    assert record.add(replace(first, findings=(moved,)))
    assert [e.best.date for e in viewed(record).engagements] == ["2024-05-13"]
    assert viewed(record).statements == ()
    assert [e.best.date for e in viewed(record, known_at="2026-01-02").engagements] == ["2024-05-14"]
    assert record.dossier(first.document.id).findings == (moved,)


def test_a_finding_proposed_again_after_its_withdrawal_is_held_again(record, dossier, clock, viewed):
    full = dossier()
    for findings in (full.findings, (), full.findings):
        record.add(replace(full, findings=findings))
        clock.now += timedelta(days=1)
    held = {day: len(viewed(record, known_at=day).engagements) for day in ("2026-01-01", "2026-01-02", "2026-01-03")}
    assert held == {"2026-01-01": 1, "2026-01-02": 0, "2026-01-03": 1}


def test_a_new_confidence_is_taken_over_without_a_new_finding(record, dossier, meeting):
    first = dossier()
    record.add(first)
    surer = meeting(first.document, confidence=0.95, extractor="engagements/2")
    assert record.add(replace(first, findings=(surer,)))
    assert record.dossier(first.document.id).engagements == (surer,)
    assert surer.id == first.engagements[0].id


def test_the_same_text_under_two_file_names_is_one_document_in_any_order(fresh, dossier):
    with fresh() as one, fresh() as other:
        for record, names in ((one, ("b", "a")), (other, ("a", "b"))):
            for name in names:
                record.add(dossier(name=name))
        assert canonical_export(one) == canonical_export(other)
        assert [d.name for d in one.documents()] == ["a"]


def test_a_later_reading_may_correct_whose_account_it_is(record, dossier):
    record.add(dossier())
    assert record.add(dossier(account_of=("NO",)))
    assert record.documents()[0].account_of == ("NO",)


def test_an_addition_that_fails_leaves_nothing_behind(record, dossier, monkeypatch):
    def fail(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("detente.store.writer._write_findings", fail)
    with pytest.raises(KeyboardInterrupt):
        record.add(dossier())
    assert record.documents() == ()
    assert record.search(Wanted(words="Bergen")).total == 0


def test_what_was_added_is_there_after_closing(tmp_path, dossier):
    path = tmp_path / "kept.db"
    with open_record(path) as record:
        record.add(dossier())
    with open_record(path, create=False) as record:
        assert record.dossier(dossier().document.id) == Dossier(
            document=dossier().document,
            states=("NO", "IS"),
            people=dossier().people,
            findings=tuple(
                sorted(dossier().findings, key=lambda f: ["statements", "engagements", "positions"].index(f.layer))
            ),
            problems=dossier().problems,
        )


def test_documents_stand_by_day_of_publication_with_undated_ones_last(record, dossier):
    for name, published in (("undated", None), ("late", "2024-06"), ("early", "2024-05-15")):
        record.add(dossier(name=name, published=published))
    assert [d.name for d in record.documents()] == ["early", "late", "undated"]


def test_counts_tell_documents_findings_and_problems(record, dossier):
    record.add(dossier())
    counts = record.counts()
    assert (counts["documents"], counts["statements"], counts["engagements"], counts["problems"]) == (1, 1, 1, 1)
    assert counts["incidents"] == 0


def test_problems_cite_their_place(record, dossier):
    record.add(dossier())
    assert [(p.message, p.where.text) for p in record.problems()] == [("no year", "14 May")]


def test_a_document_that_is_not_there_is_named(record):
    with pytest.raises(ChoiceError, match="holds no document ffff"):
        record.dossier("ffff")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (
            "UPDATE documents SET text = replace(text, 'Bergen', 'Bodø  ')",
            "its text, or where it appeared, was changed",
        ),
        ("UPDATE documents SET published = '2020'", "its text, or where it appeared, was changed"),
        ("UPDATE documents SET public_by = '2020-01-01'", "its text, or where it appeared, was changed"),
        ("UPDATE readings SET language = 'zh'", "what it lists was changed"),
        ("UPDATE people SET office = 'Minister'", "what it lists was changed"),
        ("DELETE FROM problems", "what it lists was changed"),
        ("UPDATE holdings SET confidence = 0.99", "its confidence, links or times were changed"),
        ("UPDATE holdings SET withdrawn_at = '2030'", "its confidence, links or times were changed"),
        ("UPDATE finding_states SET state = 'SE' WHERE state = 'NO'", "what it claims"),
        ("UPDATE findings SET layer = 'gossip'", "cannot be read"),
        (
            "UPDATE findings SET body = replace(body, '[35, 83]', '[36, 83]')",
            "what it claims, or its words, was changed",
        ),
        ("UPDATE findings SET body = replace(body, '[35, 83]', '[35, 9999]')", "no words at"),
        ("UPDATE findings SET body = replace(body, '2024-05-14', '2024-05-13')", "what it claims"),
        ("UPDATE findings SET body = replace(body, '[[35, 83]]', '[]')", "without evidence"),
        ("DELETE FROM documents", "that is not there"),
    ],
)
def test_a_record_changed_by_another_hand_is_found_unsound(record, dossier, change, complaint):
    record.add(dossier())
    assert record.check() == []
    with record._engine.connect() as connection:
        raw = connection.connection.cursor()
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute(change)
    assert any(complaint in line for line in record.check())
