"""Times are as precise as they are known."""

from datetime import date

import pytest
from hypothesis import given

from detente.errors import DateError
from detente.model.when import Interval, When, same_moment
from drawn_findings import iso_dates


@pytest.mark.parametrize(
    ("iso", "precision", "earliest", "latest"),
    [
        ("2023", "year", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-06", "month", date(2023, 6, 1), date(2023, 6, 30)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", "month", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023-06-19", "day", date(2023, 6, 19), date(2023, 6, 19)),
        ("2023-06-19T16:34", "minute", date(2023, 6, 19), date(2023, 6, 19)),
    ],
)
def test_an_iso_date_says_how_precise_it_is_and_which_days_it_may_mean(iso, precision, earliest, latest):
    when = When.from_iso(iso)
    assert (when.iso, when.precision) == (iso, precision)
    assert when.interval == Interval(earliest, latest)


@pytest.mark.parametrize(
    "iso",
    [
        "",
        "June",
        "19/06/2023",
        "2023-6",
        "2023-13",
        "2023-00",
        "2023-02-29",
        "2023-06-31",
        "0000",
        "2023-06-19T25:00",
        "2023-06-19T16:34:00",
        " 2023",
        "2023-06-19 ",
        "20230619",
        "03-02-2009",
    ],
)
def test_what_is_no_date_is_refused_by_name(iso):
    with pytest.raises(DateError, match="is no date"):
        When.from_iso(iso)


@given(iso_dates)
def test_a_date_may_mean_only_days_that_begin_like_it(iso):
    days = When.from_iso(iso).interval
    assert days.earliest.isoformat().startswith(iso)
    assert days.latest.isoformat().startswith(iso)
    assert days.earliest <= days.latest


@given(iso_dates, iso_dates)
def test_two_dates_may_mean_the_same_exactly_when_their_days_overlap(a, b):
    assert same_moment(a, b) == When.from_iso(a).interval.overlaps(When.from_iso(b).interval)


def test_an_unknown_date_may_mean_any_moment():
    assert same_moment(None, "2023-06-19")
    assert same_moment(None, None)


def test_an_interval_cannot_end_before_it_begins():
    with pytest.raises(DateError):
        Interval(date(2023, 6, 2), date(2023, 6, 1))
