"""Cooperation and conflict as geometry."""

from calendar import monthrange
from datetime import date

import pytest

from detente.model.series import Estimate, Period
from detente.web.chart import Scale, chart


def month(n, cooperation=0.0, conflict=0.0, events=0, reviewed=0, documents=1, *, whole=True):
    first = date(2030 + n // 12, n % 12 + 1, 1)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    sums = [Estimate(v, v * 0.5, v * 1.5) for v in (cooperation, conflict, cooperation + conflict)]
    return Period(first, last, whole, documents, events, reviewed, 0, 1, (events, 0, 0, 0), *sums, ())


def drawn(*months):
    return chart("Norway towards Iceland", months, Scale(months), lambda column: f"/to/{column}")


def test_cooperation_stands_on_the_zero_line_and_conflict_hangs_from_it():
    made = drawn(month(0, cooperation=4, conflict=-2))
    (column,) = made.columns
    assert column.cooperation.y + column.cooperation.height == pytest.approx(made.zero)
    assert column.conflict.y == pytest.approx(made.zero)
    assert column.cooperation.height == pytest.approx(2 * column.conflict.height, abs=0.2)


def test_bounds_lie_around_the_end_of_a_bar():
    (column,) = drawn(month(0, cooperation=4)).columns
    assert column.cooperation.high < column.cooperation.y < column.cooperation.low


def test_two_directions_on_one_scale_draw_the_same_sum_as_high():
    few, many = month(0, cooperation=2), month(0, cooperation=20)
    scale = Scale([few, many])
    one, other = (chart("", [m], scale, str).columns[0].cooperation.height for m in (few, many))
    assert other == pytest.approx(10 * one, abs=1)


def test_the_reviewed_share_fills_that_part_of_the_events_counted():
    made = drawn(month(0, events=8, reviewed=2), month(1, events=4, reviewed=4))
    assert [round(c.reviewed / c.counted, 2) for c in made.columns] == [0.25, 1]
    assert made.columns[0].counted == pytest.approx(2 * made.columns[1].counted)
    assert made.most_events == 8
    assert "8 events, 2 reviewed (25%)" in made.columns[0].says


def test_the_net_is_broken_where_no_document_appeared():
    made = drawn(month(0, 1), month(1, 1), month(2, documents=0), month(3, 1))
    assert [len(points.split()) for points in made.net] == [2, 1]
    assert [c.quiet for c in made.columns] == [False, False, True, False]


def test_a_month_leads_to_itself():
    assert [c.path for c in drawn(month(11), month(12)).columns] == ["/to/2030-12", "/to/2031-01"]


def test_labels_tell_the_year_where_it_begins_and_never_crowd():
    labels = [c.label for c in drawn(*(month(n) for n in range(6))).columns]
    assert labels == ["Jan 2030", "Feb", "Mar", "Apr", "May", "Jun"]
    assert sum(bool(c.label) for c in drawn(*(month(n) for n in range(60))).columns) <= 8


def test_months_of_nothing_are_drawn_as_a_zero_line():
    made = drawn(month(0), month(1))
    assert all(c.cooperation is None and c.conflict is None and c.counted == 0 for c in made.columns)


def test_a_month_in_which_the_record_ends_is_told_as_a_part():
    assert drawn(month(0, whole=False)).columns[0].says.startswith("January 2030, in part: ")
