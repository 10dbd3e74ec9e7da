"""A view narrowed by what a page's filters say."""

import pytest

from detente.analysis.entries import all_entries
from detente.analysis.narrowing import Narrowing, narrowed
from detente.errors import DateError
from invented_view import invented_view

VIEW = invented_view()


def left(**by):
    return {entry.best.layer: entry for entry in all_entries(narrowed(VIEW, Narrowing(**by)))}


def test_nothing_asked_leaves_the_view_as_it_is():
    assert narrowed(VIEW, Narrowing()) is VIEW


@pytest.mark.parametrize(
    "by", [{"since": "2031-05"}, {"until": "2031-04"}, {"issue": "border_territory"}, {"person": "holm"}]
)
def test_a_narrower_view_holds_fewer_entries_of_the_same(by):
    before, after = set(all_entries(VIEW)), set(all_entries(narrowed(VIEW, Narrowing(**by))))
    assert after < before
    assert after


def test_two_periods_that_meet_leave_everything_in_one_or_both():
    first = set(all_entries(narrowed(VIEW, Narrowing(until="2031-05-13"))))
    second = set(all_entries(narrowed(VIEW, Narrowing(since="2031-05-14"))))
    assert first | second == set(all_entries(VIEW))


def test_a_publisher_leaves_entries_that_one_of_its_documents_tells():
    entries = list(all_entries(narrowed(VIEW, Narrowing(publisher="Harbour Press"))))
    assert entries
    for entry in entries:
        assert any(VIEW.documents[f.evidence[0].doc].publisher == "Harbour Press" for f in entry.findings)


def test_entries_are_reviewed_or_not():
    reviewed = set(all_entries(narrowed(VIEW, Narrowing(reviewed=True))))
    others = set(all_entries(narrowed(VIEW, Narrowing(reviewed=False))))
    assert reviewed | others == set(all_entries(VIEW))
    assert not reviewed & others


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(DateError, match="earlier"):
        narrowed(VIEW, Narrowing(since="2031-05", until="2031-04"))
