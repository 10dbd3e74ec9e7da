"""The timeline as geometry."""

from datetime import date

import pytest

from detente.web.svg import Happened, draw, whole_days

NAMES = ("Norway", "Between them", "Iceland")


def happened(day, lane="between", shape="held"):
    return Happened(day, lane, shape, f"on {day}", f"/e/{day}")


def drawn(*all_of_it, period=("2031-01", "2031-12")):
    return draw(all_of_it, NAMES, period, lambda column: f"/to/{column}")


@pytest.mark.parametrize(
    ("period", "unit", "columns"),
    [
        (("2031-05", "2031-05"), "day", 31),
        (("2031-05-14", "2031-05-14"), "day", 1),
        (("2031", "2031"), "month", 12),
        (("2028-07", "2031-06"), "month", 36),
        (("2020", "2031"), "year", 12),
    ],
)
def test_a_period_is_drawn_in_days_months_or_years_as_it_has_room(period, unit, columns):
    timeline = drawn(period=period)
    assert (timeline.unit, len(timeline.ticks)) == (unit, columns)


def test_a_mark_stands_in_its_column_and_leads_to_what_it_is():
    (mark,) = drawn(happened("2031-03-09")).marks
    assert 2 / 12 * 100 < mark.x < 3 / 12 * 100
    assert (mark.says, mark.path) == ("on 2031-03-09", "/e/2031-03-09")


def test_marks_of_one_column_never_cover_each_other():
    marks = drawn(*(happened("2031-03-09") for _ in range(20))).marks
    assert len({(m.x, m.y) for m in marks}) == 20


def test_marks_of_the_second_side_hang_from_their_rule_and_all_others_stand_on_theirs():
    timeline = drawn(happened("2031-03-09", "first"), happened("2031-03-09"), happened("2031-03-09", "second"))
    below = [mark.y > band.rule for mark, band in zip(timeline.marks, timeline.bands, strict=True)]
    assert below == [False, False, True]


def test_what_does_not_fit_as_marks_is_counted_in_bars_that_lead_into_the_column():
    timeline = drawn(*(happened("2031-03-09") for _ in range(90)), happened("2031-05"))
    assert timeline.marks == ()
    assert [(bar.count, bar.path) for bar in timeline.bars] == [(90, "/to/2031-03"), (1, "/to/2031-05")]
    assert timeline.bars[0].height > timeline.bars[1].height > 0


def test_a_date_too_rough_for_the_columns_is_counted_and_not_placed():
    timeline = drawn(happened("2031"), happened("2030"), happened("2031-06"), period=("2031-01", "2031-08"))
    assert (len(timeline.marks), timeline.vague, timeline.outside) == (1, 1, 1)


def test_a_label_tells_its_year_where_the_year_begins():
    labels = [tick.label for tick in drawn(period=("2030-11", "2031-02")).ticks]
    assert labels == ["Nov 2030", "Dec", "Jan 2031", "Feb"]


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        (date(2031, 5, 3), date(2031, 5, 20), ("2031-05-03", "2031-05-20")),
        (date(2031, 1, 3), date(2031, 5, 20), ("2031-01", "2031-05")),
    ],
)
def test_a_long_period_is_widened_to_whole_months(first, last, period):
    assert whole_days(first, last) == period
