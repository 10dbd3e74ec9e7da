"""Items of two accounts are put together where they tell of one thing, and contradict each other where both cannot be."""

import pytest

from detente.analysis.alignment import side_by_side
from detente.analysis.circumstances import Circumstance
from detente.analysis.telling import Item
from detente.model.document import Document


def item(text, teller="NO", **fields):
    document = Document(text, name=teller)
    span = document.span(0, len(text))
    return Item(teller, fields.pop("holders", ()), (span,), span, **fields)


def label(first, second):
    return [row.label for row in side_by_side([first], [second])]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The hotline will be tested once a month.", "The direct line is checked at monthly intervals."),
        ("They signed a memorandum on wildfires.", "A memorandum on forest fires was signed."),
        ("Liaison officers go to Bergen in May.", "Liaison officers start in Bergen."),
    ],
)
def test_the_same_in_other_words_is_told_by_both(ours, theirs):
    assert label(item(ours), item(theirs, "IS")) == ["both"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("They agreed on survey talks in Bergen.", "No decision was taken on survey talks in Bergen."),
        ("They will invite 2,000 cadets a year.", "They will invite 3,000 cadets a year."),
        ("Oslo demanded that coast guard ships stop.", "Coast guard ships are lawful and go on."),
    ],
)
def test_what_cannot_both_be_contradicts(ours, theirs):
    assert label(item(ours), item(theirs, "IS")) == ["contradicted"]


def test_a_shared_common_word_does_not_put_items_together():
    ours, theirs = item("Relations are good this year."), item("This year brought floods.", "IS")
    assert label(ours, theirs) == ["only", "only"]


def test_not_only_says_yes():
    ours = item("Trawlers harm cod stocks.")
    assert label(ours, item("Trawlers harm not only cod stocks.", "IS")) == ["both"]


@pytest.mark.parametrize(("theirs", "told"), [(75, "both"), (150, "contradicted")])
def test_lengths_are_set_side_by_side_and_may_be_rounded(theirs, told):
    ours = item("for 70 minutes", circumstance=Circumstance("length", 0, 14, 70))
    other = item("it lasted some time", "IS", circumstance=Circumstance("length", 0, 19, theirs))
    assert label(ours, other) == [told]


@pytest.mark.parametrize(("theirs", "told"), [("NO", "both"), ("IS", "contradicted"), (None, "both")])
def test_who_asked_is_set_side_by_side_and_an_unknown_one_contradicts_nobody(theirs, told):
    ours = item("at the request of Norway", circumstance=Circumstance("asked", 0, 24, "NO"))
    other = item("at the latter's request", "IS", circumstance=Circumstance("asked", 0, 23, theirs))
    assert label(ours, other) == [told]


def test_what_each_has_the_other_say_is_never_one_thing():
    ours = item("Cod quotas will be kept in the bay.", holders=("IS",))
    theirs = item("Cod quotas will be kept in the bay.", "IS", holders=("NO",))
    assert label(ours, theirs) == ["attributed", "attributed"]


def test_a_text_of_both_sides_attributes_nothing():
    assert (
        label(item("Iceland will cut quotas.", holders=("IS",), common=True), item("Fog lay there.", "IS"))[0] == "only"
    )
