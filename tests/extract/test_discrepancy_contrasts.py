"""Accounts that differ without a verb of denying: rows written for the project."""

import pytest

from detente.extract.discrepancies import extract_discrepancies


@pytest.fixture
def discrepancies(told):
    def extract(text):
        return extract_discrepancies(*told(text))

    return extract


WONG = "Foreign Minister Penny Wong of Australia"
WANG = "Chinese Foreign Minister Wang Yi"

DIFFERING = [
    (
        f"{WONG} said that the buoy counted ships. {WANG} read it otherwise. Wang said that it measured the tide.",
        "the buoy counted ships",
        "it measured the tide",
    ),
    (
        f"Who won is in dispute. {WONG} said that the farmers gained. {WANG} said that the mills gained.",
        "the farmers gained",
        "the mills gained",
    ),
    (
        f"{WONG} said that the text spoke of coal alone. {WANG} countered that the text covered all fuels.",
        "the text spoke of coal alone",
        "the text covered all fuels",
    ),
    (
        f"{WONG} said that the work was done. {WANG} replied with a list. Wang said that the work was not done.",
        "the work was done",
        "the work was not done",
    ),
    (
        f"{WONG} said that Beijing had promised a corridor. {WANG} said that there was no such promise.",
        "had promised a corridor",
        "there was no such promise",
    ),
    (
        f"{WONG} said that she had written on Monday. {WANG} said that his office knew of no letter.",
        "she had written on Monday",
        "knew of no letter",
    ),
    (
        f"{WONG} called the drill a provocative act. It was a warm day. {WANG} said that the manoeuvres were routine.",
        "provocative act",
        "the manoeuvres were routine",
    ),
    (
        f"{WONG} said that she opposed the release of poisoned water. It was a warm day. Beijing calls it clean water.",
        "poisoned water",
        "Beijing calls it clean water",
    ),
    (
        f"Beijing has yet to comment on the list. It was a warm day. {WANG} said that the list was an outrage.",
        "Beijing has yet to comment",
        "the list was an outrage",
    ),
    (
        f"{WONG} denied that the fee was a penalty. Many in Beijing believe otherwise.",
        "the fee was a penalty",
        "believe otherwise",
    ),
    (
        "Canberra thought it had paid in full. Beijing thought it had been robbed.",
        "paid in full",
        "been robbed",
    ),
    (
        f"{WANG} said that the crew had cut the nets. {WONG} said that it was China that cut them.",
        "the crew had cut the nets",
        "it was China that cut them",
    ),
]


@pytest.mark.parametrize(("text", "first", "second"), DIFFERING)
def test_two_accounts_of_one_thing_are_set_side_by_side(discrepancies, text, first, second):
    (found,) = discrepancies(text)

    assert first in found.a.text
    assert second in found.b.text


@pytest.mark.parametrize(
    "text",
    [
        f"{WONG} said that trade had grown. {WANG} said that the harbour was full.",
        f"{WONG} said that trade had grown. {WANG} said that there are no winners in a trade war.",
        f"{WONG} called for calm. {WANG} demanded that no ship be sent.",
        f"{WONG} said that the drill was routine. {WANG} said that the manoeuvres were peaceful.",
        f"{WONG} spoke of clean water. Australia calls it clear water.",
    ],
)
def test_accounts_of_different_things_are_not(discrepancies, text):
    assert discrepancies(text) == []


def test_words_that_hold_otherwise_are_their_own_account(discrepancies):
    text = f"{WONG} denied that the fee was a penalty. Many in Beijing believe otherwise. {WANG} said that it rained."

    assert [d.b.text for d in discrepancies(text)] == ["Many in Beijing believe otherwise."]
