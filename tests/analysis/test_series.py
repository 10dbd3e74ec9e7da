"""What one state did to another, by day, week and month."""

from datetime import date

import pytest

from detente.analysis.series import series
from detente.errors import ChoiceError
from detente.model.decision import Review
from invented_acts import act, called, paper, reported, view_of

MARCH, APRIL, JUNE = paper("2024-03-10"), paper("2024-04-02", "Coast Radio"), paper("2024-06-30")


def row(told, month):
    return next(p for p in told.periods if p.first == date.fromisoformat(month))


def test_an_event_counts_once_however_many_documents_tell_it_and_its_sources_stand_beside():
    twice = reported(act(MARCH, "ACCUSE", "2024-03-08"), act(APRIL, "ACCUSE", "2024-03-08"))
    march = row(series(view_of([MARCH, APRIL], twice), "NO", "IS"), "2024-03-01")
    assert (march.events, march.sources, march.quads, march.entries) == (1, 2, (0, 0, 1, 0), (twice.id,))


@pytest.mark.parametrize("status", ["planned", "refused", "denied", "hypothetical"])
def test_what_was_not_done_counts_for_nothing(status):
    assert (
        series(view_of([MARCH], reported(act(MARCH, "ASSAULT", "2024-03-08", status=status))), "NO", "IS").periods == ()
    )


@pytest.mark.parametrize(
    ("type_", "told", "counts"),
    [
        ("ACCUSE", {}, (1, 0)),
        ("ACCUSE", {"by": ("IS",), "to": ("NO",)}, (0, 1)),
        ("ACCUSE", {"by": ("NO", "SE"), "to": ("IS", "DK")}, (1, 0)),
        ("ACCUSE", {"to": ("SE",)}, (0, 0)),
        ("CONSULT", {}, (1, 1)),
        ("COOPERATE", {"by": ("IS",), "to": ("NO",)}, (1, 1)),
        ("CONSULT", {"mode": "visit"}, (1, 0)),
    ],
)
def test_acts_have_a_direction_but_what_both_do_is_of_each(type_, told, counts):
    view = view_of([MARCH], reported(act(MARCH, type_, "2024-03-08", **told)))
    there, back = series(view, "NO", "IS"), series(view, "IS", "NO")
    assert tuple(sum(p.events for p in told.periods) for told in (there, back)) == counts


def test_periods_run_without_a_gap_from_the_first_document_to_the_last_and_tell_where_nobody_looked():
    told = series(view_of([MARCH, JUNE], reported(act(JUNE, "AID", "2024-06-01"))), "NO", "IS")
    assert [(p.first.isoformat(), p.last.isoformat(), p.documents, p.events) for p in told.periods] == [
        ("2024-03-01", "2024-03-31", 1, 0),
        ("2024-04-01", "2024-04-30", 0, 0),
        ("2024-05-01", "2024-05-31", 0, 0),
        ("2024-06-01", "2024-06-30", 1, 1),
    ]


@pytest.mark.parametrize(
    ("by", "first", "last"),
    [("day", "2024-02-29", "2024-02-29"), ("week", "2024-02-26", "2024-03-03"), ("month", "2024-02-01", "2024-02-29")],
)
def test_a_period_begins_on_its_day_on_monday_or_on_the_first(by, first, last):
    leap = paper("2024-02-29")
    only = series(view_of([leap], reported(act(leap, "AID", "2024-02-29"))), "NO", "IS", by).periods[0]
    assert (only.first.isoformat(), only.last.isoformat(), only.events) == (first, last, 1)


def test_an_event_without_a_day_stands_on_that_of_its_first_report_and_is_counted_as_such():
    told = series(
        view_of([MARCH, APRIL], reported(act(MARCH, "AID", None), act(APRIL, "AID", None))), "NO", "IS", "day"
    )
    assert [(p.first.isoformat(), p.events, p.reported) for p in told.periods if p.events] == [("2024-03-10", 1, 1)]


@pytest.mark.parametrize(
    ("day", "by", "placed"),
    [
        ("2024-03", "month", True),
        ("2024-03", "week", False),
        ("2024", "month", False),
        ("1999-03-01", "month", False),
        ("2031-01-01", "month", False),
    ],
)
def test_what_lies_outside_the_record_or_has_no_date_precise_enough_is_counted_apart(day, by, placed):
    told = series(view_of([MARCH, APRIL], reported(act(MARCH, "AID", day))), "NO", "IS", by)
    assert (sum(p.events for p in told.periods), told.unplaced) == (int(placed), int(not placed))


def test_bounds_of_time_bound_the_periods():
    view = view_of([MARCH, JUNE], reported(act(MARCH, "AID", "2024-03-01")), since="2024-02", until="2024-04")
    assert [p.first.month for p in series(view, "NO", "IS").periods] == [2, 3, 4]


def test_sums_weigh_each_event_by_its_confidence_and_a_look_by_a_person_ends_the_doubt():
    doubtful, seen = act(MARCH, "AID", "2024-03-02", confidence=0.5), act(MARCH, "ACCUSE", "2024-03-03", confidence=0.4)
    reviews = {seen.id: Review(status="accepted", proposal=seen), doubtful.id: Review(status="proposed", proposal=seen)}
    march = series(view_of([MARCH], reported(doubtful), reported(seen), reviews=reviews), "NO", "IS").periods[0]
    assert (march.events, march.reviewed, march.reviewed_share) == (2, 1, 0.5)
    assert tuple(march.cooperation) == (pytest.approx(3.7), 0.0, 7.4)
    assert tuple(march.conflict) == (-2.0, -2.0, -2.0)
    assert march.documents == 1
    assert tuple(march.net) == (pytest.approx(1.7), -2.0, 5.4)


def test_a_lasting_rise_of_conflict_is_a_change_and_assessments_lie_beside():
    papers = [
        paper(f"{2020 + n // 12}-{n % 12 + 1:02}-15", text=f"Norway acted on Iceland, part {n}.") for n in range(36)
    ]
    entries = [
        reported(act(document, "ACCUSE", f"{document.published[:7]}-{day + 1:02}"))
        for n, document in enumerate(papers)
        for day in range(1 if n < 18 else 9)
    ]
    low, high = called(papers[20], "low", "IS"), called(papers[2], "better", None, "2020-01")
    told = series(view_of(papers, *entries, assessments=(low, high)), "NO", "IS")
    assert told.changes == ((date(2021, 7, 1), "conflict", 1.0, 9.0),)
    assert [(c.day.isoformat(), c.state) for c in told.assessments] == [("2020-01-01", ""), ("2021-09-15", "IS")]


def test_a_period_is_whole_unless_the_record_or_the_question_ends_within_it():
    entry = reported(act(APRIL, "AID", "2024-04-01"))
    whole = lambda **asked: [p.whole for p in series(view_of([MARCH, APRIL, JUNE], entry, **asked), "NO", "IS").periods]  # noqa: E731
    assert whole() == [True, True, True, True]
    assert whole(until="2024-05-20") == [True, True, False]
    assert whole(since="2024-03-12") == [False, True, True, True]
    assert whole(since="2024-03", until="2024-04") == [True, True]
    ends_early = view_of([MARCH, APRIL], entry)
    assert [p.whole for p in series(ends_early, "NO", "IS").periods] == [True, False]


def test_months_in_which_nobody_looked_or_that_are_not_over_are_no_fall_of_the_rate():
    papers = [paper(f"{2020 + n // 12}-{n % 12 + 1:02}-15", text=f"Norway acted, part {n}.") for n in range(40)]
    seen = [p for n, p in enumerate(papers) if n < 12 or n >= 24]
    entries = [
        reported(act(document, "ACCUSE", f"{document.published[:7]}-{day + 1:02}"))
        for document in seen[:-1]
        for day in range(6)
    ]
    assert series(view_of(seen, *entries), "NO", "IS").changes == ()


def test_no_event_gives_no_periods_and_an_unknown_or_too_fine_period_is_refused():
    assert series(view_of([MARCH]), "NO", "IS").periods == ()
    with pytest.raises(ChoiceError, match="no period 'year'; there are day, week, month"):
        series(view_of([MARCH]), "NO", "IS", "year")
    old = reported(act(MARCH, "AID", "2024-03-01"))
    with pytest.raises(ChoiceError, match="give --since"):
        series(view_of([paper("1961-01-01"), MARCH], old), "NO", "IS", "day")
