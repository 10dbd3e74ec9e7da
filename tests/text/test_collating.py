"""A quotation is found in a longer text, and the words that differ are told from what is only trimmed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.text.collating import Told, passage_of, quoted_words

SPEECH = (
    "Good morning. The harbour of Bergen stays open. (Applause.) Our fishing fleet will not leave the northern shelf "
    "before the — before the ice comes in November, and we have told our neighbours so. The talks with Iceland on "
    "pre-season quotas go on, quietly, as they should. Nobody is threatened by a lighthouse."
)


def collated(quotation, speech=SPEECH):
    return passage_of(quoted_words(quotation, 0, len(quotation)), Told(speech))


def differing(quotation, speech=SPEECH):
    """The words that differ, of the quotation and of the speech."""
    passage = collated(quotation, speech)
    return [(quotation[slice(*s.quoted)], speech[slice(*s.told)]) for s in passage.differing]


@pytest.mark.parametrize(
    "quotation",
    [
        "Our fishing fleet will not leave the northern shelf",
        "OUR FISHING FLEET — will not leave the ‘northern’ shelf",
        "fishing fleet will not leave … before the ice comes in November",
        "Our fishing fleet will not leave the northern shelf ... and we have told our neighbours so.",
        "The talks with [the neighbour] on preseason quotas go on",
        "[Norway’s] fishing fleet will not leave the northern shelf before the ice comes",
        "The harbour of Bergen stays open. Our fishing fleet will not leave",
        "talks with Iceland on pre-season quotas go on … Nobody is threatened by a lighthouse",
    ],
)
def test_what_is_only_trimmed_or_written_with_other_marks_is_the_same(quotation):
    assert collated(quotation).differing == ()


@pytest.mark.parametrize(
    ("quotation", "words"),
    [
        ("Our fishing fleet will leave the northern shelf", [("", "not")]),
        ("Our fishing boats will not leave the northern shelf", [("boats", "fleet")]),
        ("The old harbour of Bergen stays open", [("old", "")]),
        ("The fishing fleet will not leave the northern shelf", [("The", "Our")]),
        ("The talks with Iceland on pre-season quotas go on as they should", [("", "quietly")]),
        ("Nobody is threatened by a lighthouse again", [("again", "")]),
        ("on pre-season quotas go on quietly, as they did", [("did", "should")]),
    ],
)
def test_words_put_in_left_out_or_changed_without_a_mark_differ(quotation, words):
    assert differing(quotation) == words


@pytest.mark.parametrize(
    "quotation",
    [
        "stays open, said the",
        "Our trawlers turn round in the fjord tomorrow at noon",
        "We have told them so before the talks go on",
        "The harbour of Tromsø was closed to all foreign trawlers yesterday",
    ],
)
def test_few_words_or_words_of_another_passage_are_found_nowhere(quotation):
    assert collated(quotation) is None


def test_a_word_of_another_sentence_far_off_is_no_part_of_the_passage():
    speech = "And so to work. It was a long winter for all of us here. The lighthouse keepers kept their lamps burning."
    assert differing("And the lighthouse keepers kept their lamps burning", speech) == [("And", "")]


@given(st.integers(0, 40), st.integers(6, 20))
def test_any_run_of_the_speech_is_found_in_it_without_a_difference(first, length):
    words = SPEECH.replace("(Applause.) ", "").split()[first : first + length]
    quotation = " ".join(words)
    passage = collated(quotation)
    if passage is not None:
        assert passage.differing == ()
        assert passage.share == pytest.approx(1)
