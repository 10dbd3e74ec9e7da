"""Where a text disagrees with itself: rows written for the project."""

import pytest

from detente.extract.discrepancies import extract_discrepancies
from detente.extract.discrepancy_figures import size_of
from detente.model.findings import Engagement
from detente.text.chain import Found


@pytest.fixture
def discrepancies(told):
    def extract(text, **options):
        return extract_discrepancies(*told(text, **options))

    return extract


@pytest.mark.parametrize(
    ("stated", "between", "approximate", "size"),
    [
        (30, 35, False, "rounding"),
        (60, 70, True, "rounding"),
        (60, 70, False, "small"),
        (30, 50, False, "small"),
        (30, 180, True, "material"),
    ],
)
def test_a_length_is_as_far_off_as_the_clock_says(stated, between, approximate, size):
    assert size_of(stated, between, approximate=approximate) == size


def test_a_stated_length_that_the_clock_times_contradict_is_found(discrepancies):
    text = "The call lasted 20 minutes, starting at 3:10 p.m. and ending at 4:25 p.m."

    (found,) = discrepancies(text)

    assert (found.kind, found.size) == ("duration", "material")
    assert "20 minutes" in found.a.text
    assert "4:25" in found.b.text


def test_clock_times_of_the_same_meeting_in_the_next_sentence_count(english):
    reading = english(
        "Penny Wong met Wang Yi in Perth on Monday. The meeting lasted 20 minutes. "
        "It began at 3:10 p.m. and ended at 4:25 p.m.",
        "2023-06-20",
    )
    times = {t.text: t for t in reading.times}
    met = Engagement(
        kind="meeting",
        status="held",
        evidence=tuple(reading.span(s.start, s.end) for s in list(reading.sentences)[1:]),
        confidence=0.9,
        extractor="t/1",
    )
    (found,) = extract_discrepancies(reading, Found([met]))
    assert found.a.text in times
    assert (found.kind, found.size) == ("duration", "material")


@pytest.mark.parametrize(
    "text",
    [
        "The call lasted 75 minutes, starting at 3:10 p.m. and ending at 4:25 p.m.",
        "The call lasted 20 minutes and began at 3:10 p.m.",
    ],
)
def test_times_that_agree_or_are_incomplete_are_no_discrepancy(discrepancies, text):
    assert discrepancies(text) == []


def test_an_answer_to_an_allegation_is_set_against_it(discrepancies):
    text = "On the allegation that Kenya moved the border stones, the ministry said floods had shifted them."

    (found,) = discrepancies(text)

    assert "moved the border stones" in found.a.text
    assert "floods had shifted them" in found.b.text


def test_a_denial_by_the_other_state_is_paired_with_the_charge(discrepancies):
    text = (
        "Foreign Minister Penny Wong of Australia said that Chinese trawlers had rammed a research vessel.\n\n"
        "However, Chinese Foreign Minister Wang Yi said the report that trawlers rammed the vessel was fabricated, "
        "and called the military patrols routine."
    )
    (found,) = discrepancies(text)

    assert found.kind == "denial"
    assert "rammed a research vessel" in found.a.text


def test_words_that_say_that_accounts_differ_set_the_next_statement_against_the_one_before(discrepancies):
    text = (
        "Foreign Minister Penny Wong of Australia said that the buoy was there to count ships.\n\n"
        "Beijing gave a different account. Chinese Foreign Minister Wang Yi said that it measured the tide."
    )

    (found,) = discrepancies(text)

    assert (found.kind, found.a.text, found.b.text) == (
        "framing",
        "the buoy was there to count ships",
        "it measured the tide",
    )


def test_accounts_of_one_state_are_not_set_against_each_other(discrepancies):
    text = (
        "Foreign Minister Penny Wong of Australia said that trawlers had rammed a research vessel.\n\n"
        "However, Prime Minister Anthony Albanese of Australia said the research vessel was never rammed."
    )

    assert discrepancies(text) == []


def test_two_lists_of_concerns_are_no_discrepancy(discrepancies):
    text = (
        "France raised concerns about subsidies for cotton and about limits on cotton exports. "
        "In response, Egypt raised concerns about French subsidies for cotton and about limits on cotton imports."
    )

    assert not discrepancies(text)
