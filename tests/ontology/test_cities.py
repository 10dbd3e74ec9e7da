"""Cities that are no capitals."""

import pytest

from detente.ontology.cities import state_of_city
from detente.ontology.lexicon import table
from detente.ontology.states import STATES, state_named


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Geneva", "CH"),
        ("Rio de\nJaneiro", "BR"),
        ("Busan", "KR"),
        ("Vienna", None),
        ("Atlantis", None),
        ("geneva", None),
    ],
)
def test_a_city_tells_its_state(words: str, code: str | None) -> None:
    assert state_of_city(words) == code


def test_each_city_stands_once_under_a_known_state_and_names_no_state() -> None:
    cities = [(city, code) for code, names in table("cities")["cities"].items() for city in names]
    assert len({city for city, _ in cities}) == len(cities)
    assert {code for _, code in cities} <= set(STATES)
    assert not [city for city, _ in cities if state_named(city) is not None]
