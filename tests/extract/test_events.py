"""Events in a text: found, coded, cited, and none where nothing is done."""

from typing import get_args

import pytest

from detente.model.document import Document
from detente.model.findings import EventStatus, EventType
from detente.ontology.plover import QUADS, SCALE, SCHEME, STATUSES, TYPES, intensity
from detente.pipeline import read_document
from detente.settings import Settings


@pytest.fixture(scope="module")
def events():
    def extract(text, **facts):
        return read_document(Document(text, published="2023-06-20", **facts), Settings()).events

    return extract


@pytest.mark.parametrize(
    ("text", "type_", "status", "by", "to"),
    [
        ("Peru condemned Chile for shelling the village.", "ACCUSE", "actual", "PE", "CL"),
        ("Peru’s foreign minister Ana Roca met Chile’s foreign minister in Lima.", "CONSULT", "actual", "PE", "CL"),
        ("Peru called on Chile to withdraw its troops.", "REQUEST", "actual", "PE", "CL"),
        ("Peru agreed to work with Chile on the border.", "AGREE", "actual", "PE", "CL"),
        ("The President of Peru thanked Chile for its help.", "SUPPORT", "actual", "PE", "CL"),
        ("Peru imposed new sanctions on Chile.", "SANCTION", "actual", "PE", "CL"),
        ("Peru’s invasion of Chile has killed hundreds.", "ASSAULT", "actual", "PE", "CL"),
        (
            "President Ana Roca of Peru will host President Luis Prat of Chile on Monday.",
            "AGREE",
            "planned",
            "PE",
            "CL",
        ),
    ],
)
def test_an_event_has_type_status_and_the_states_of_both_sides(events, text, type_, status, by, to):
    assert (type_, status, (by,), (to,)) in {(e.type, e.status, e.by, e.to) for e in events(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Peru borders Chile.",
        "The mountains are high and the rivers are cold.",
        "The museum opens at ten and has a fine collection of pots.",
        "Prices rose by two per cent in May.",
    ],
)
def test_most_sentences_tell_no_event(events, text):
    assert events(text) == ()


def test_an_event_cites_its_sentence_and_the_words_that_tell_the_act(events):
    (event,) = events("The weather was fine. Peru condemned Chile for shelling the village. It rained later.")
    assert event.evidence[0].text == "Peru condemned Chile for shelling the village."
    assert event.trigger.text == "condemned"


def test_an_event_has_its_day_and_place_where_its_sentence_tells_them(events):
    (event,) = events("The president of Peru met the president of Chile in Lima on Monday.")
    assert (event.date, event.date_basis, event.place) == ("2023-06-19", "relative", "Lima")


def test_quad_intensity_scale_and_scheme_follow_the_type(events):
    (event,) = events("Peru condemned Chile for shelling the village.")
    codes = (event.quad, event.intensity, event.scale, event.scheme)
    assert codes == (QUADS["ACCUSE"], intensity("ACCUSE"), SCALE, SCHEME)


def test_who_issues_a_text_acts_in_its_own_voice(events):
    found = events("We condemn Russia’s invasion of Ukraine.", account_of=("PE",))
    assert {(e.type, e.by, e.to) for e in found} == {("ACCUSE", ("PE",), ("RU",)), ("ASSAULT", ("RU",), ("UA",))}


def test_the_model_and_the_scheme_have_the_same_types_and_statuses():
    assert (get_args(EventType), get_args(EventStatus)) == (TYPES, STATUSES)
