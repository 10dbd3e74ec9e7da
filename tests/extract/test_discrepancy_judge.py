"""The judge of pairs: which places are set side by side, how they are described, and when it speaks at all."""

from dataclasses import replace

import pytest

from detente.extract.accounts import Accounts
from detente.extract.discrepancy_judge import features, judged, likelihood, opening_sum
from detente.extract.discrepancy_pairs import pairs
from detente.model.findings import Statement
from detente.text.clauses import Actors


@pytest.fixture
def laid(told):
    def lay(text):
        reading, found = told(text)
        return Accounts(reading, found.of(Statement)), Actors(reading)

    return lay


@pytest.fixture
def paired(laid):
    return lambda text: list(pairs(*laid(text)))


QUARREL = (
    "Norway said that 11 sailors were aboard the ferry. Peru's navy put the crew at nine. "
    "Norway said that the ferry had answered every call. Peru said that no call was received and no answer was given. "
    "Norwegian officials spoke of a kidnapping. Peru's ministry denied it and described it as a routine inspection. "
    "Norway says that Peru had asked for the meeting; Peruvian officials said that it was Norway that asked for it."
)


def test_places_are_paired_up_to_two_sentences_apart(paired):
    found = paired("Norway said it slept. Peru said it woke. Norway said it sang. Peru said it danced.")

    assert {(p.a.at, p.b.at) for p in found if p.apart} == {(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)}


def test_places_where_nobody_speaks_are_not_paired(paired):
    assert not paired("Norway slept. Peru woke.")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("The ferry sank at dawn, Norway said; Peru said it was still afloat.", "stop"),
        ("The ferry sank at dawn, Norway said, but Peru said it was still afloat.", "turn"),
        ("The ferry had forty people on board (Peru says fifty in all).", "aside"),
        ("Norway complained of a raid by two Peruvian boats, which Peru said never left port.", "which"),
    ],
)
def test_a_sentence_is_parted_at_its_marks(paired, text, mark):
    assert mark in {p.mark for p in paired(text)}


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Norway said that it rained. Peru said that it was dry.", "voices other"),
        ("Norway said that it rained. Norway said that it was wet.", "voices same"),
        ("Norway counted 40 boats. Peru counted 60 boats.", "figures differ"),
        ("Norway counted 40 boats. Peru counted 40 boats.", "figures agree"),
        ("They met for 70 minutes. Peru spoke of a meeting of three hours.", "duration differs"),
        ("Norway had asked for it. Peru said that it was Norway that called.", "stance it was+apart 1"),
        ("Norway fired flares. Peru denied that flares were fired.", "b denying"),
        ("According to Norway, all went well. Peru was silent.", "voices told narrated"),
    ],
)
def test_a_pair_is_described_by_what_it_says(paired, text, feature):
    assert feature in set(features(paired(text)[0]))


def test_a_denial_by_the_other_side_is_likelier_a_discrepancy_than_a_further_word_of_the_same(paired):
    (denied,) = paired("Norway said that two boats had crossed the line. Peru denied that any boat had crossed it.")
    (went_on,) = paired("Norway said that two boats had crossed the line. Norway thanked the crews of the boats.")

    assert likelihood(denied, opening_sum(denied)) > 2 * likelihood(went_on, opening_sum(went_on))


def test_places_that_by_themselves_speak_against_it_are_no_discrepancy_however_they_stand_to_each_other(paired):
    (calm,) = paired("The king of Norway slept well. Peru said that it rained.")

    assert opening_sum(calm) < 0.5
    assert likelihood(calm, opening_sum(calm)) == 0.0


def test_accounts_that_differ_again_and_again_are_told(laid):
    found = list(judged(*laid(QUARREL)))

    assert {"number", "denial"} <= {clash.kind for clash in found}
    assert [c.confidence for c in found] == sorted((c.confidence for c in found), reverse=True)


def test_the_official_account_of_one_side_is_left_to_the_rules(laid):
    accounts, actors = laid(QUARREL)
    accounts.reading.document = replace(accounts.reading.document, account_of=("NO",))

    assert not list(judged(accounts, actors))


def test_a_document_that_is_hardly_contested_is_left_to_the_rules(laid):
    text = "Norway said that two boats had come. Peru sent flowers. The king of Norway slept well. It rained."

    assert not list(judged(*laid(text)))
