"""Figures that disagree: rows written for the project."""

import pytest

from detente.extract.discrepancies import extract_discrepancies


@pytest.fixture
def discrepancies(told):
    def extract(text):
        return extract_discrepancies(*told(text))

    return extract


@pytest.mark.parametrize(
    ("text", "a", "b", "size"),
    [
        (
            "A ferry left Accra with 310 people, an official of Ghana said. The port of Lome counted 180 passengers.",
            "310",
            "180",
            "material",
        ),
        (
            "Ghana claims that only 4 per cent of the fish went to Togo. According to Togolese figures 60 per cent went there.",
            "4 per cent",
            "60 per cent",
            "material",
        ),
        (
            "The army of Ghana said that nine soldiers fell. By the count of Togo, ten soldiers fell.",
            "nine",
            "ten",
            "small",
        ),
    ],
)
def test_two_counts_of_one_thing_by_two_sources_disagree(discrepancies, text, a, b, size):
    (found,) = discrepancies(text)

    assert (found.kind, found.size) == ("number", size)
    assert a in found.a.text
    assert b in found.b.text


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were hurt, according to Ghana: nine policemen and three guards, it said.",
        "Ghana counted 300 passengers. Togo counted 300 passengers.",
        "Ghana sent 300 tents. Togo counted 40 boats.",
        "The ferry carried 300 people in May. It carried 400 people in June.",
    ],
)
def test_parts_like_counts_and_counts_of_other_things_do_not(discrepancies, text):
    assert not [d for d in discrepancies(text) if d.kind == "number"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Arrears of rent were asked for 2014 to 2019. The schools paid arrears of rent from 2016 to 2019.", 1),
        ("The mission sold grain from 3 May to 5 May. Grain was sold by the mission from 3 May to 9 May.", 1),
        ("Arrears of rent were asked for 2014 to 2019. The schools paid arrears of rent from 2001 to 2003.", 0),
        ("Arrears of rent were asked for 2014 to 2019. The king fell ill and was away from 2016 to 2019.", 0),
    ],
)
def test_two_stretches_of_time_for_one_thing_disagree(discrepancies, text, count):
    assert len([d for d in discrepancies(text) if d.kind == "date"]) == count
