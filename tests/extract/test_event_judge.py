"""The judge of events adds up weights; a draft whose sum stays low is not asked further."""

import math
from dataclasses import replace

import pytest

from detente.extract import events
from detente.extract.event_drafts import drafts_in
from detente.extract.event_judge import ROOM, Judge, judge
from detente.extract.event_marks import terms_in
from detente.extract.event_scene import Scene
from detente.extract.events import extract_events
from detente.ontology.plover import TYPES
from detente.text.chain import Found
from detente.text.clauses import Actors


@pytest.fixture
def case(english):
    reading = english("Peru condemned Chile.")
    sentence = next(iter(reading.sentences))
    (draft,) = drafts_in(sentence)
    return draft, sentence, Scene(reading, Actors(reading), Found())


def test_the_weights_of_sentence_head_and_surroundings_are_added(case):
    draft, sentence, scene = case
    model = Judge({"has condemn": 2.0, "head=condemn": 1.0, "actor word=gpe": 0.0, "depth=0": -2.0}, {}, ())
    assert model.of_sentence(sentence, scene) == 1.0
    assert model.likelihood(draft, scene, 1.0, -math.inf) == pytest.approx(0.5)


def test_a_draft_that_opens_too_low_is_none(case):
    draft, _, scene = case
    assert Judge({"head=condemn": 1.0}, {}, ()).likelihood(draft, scene, 0.0, 1.5) == 0.0


def test_the_less_the_terms_tell_the_more_a_draft_must():
    model = Judge({}, {}, (), opens=-5.0, together=(0.0, 1.0, 0.5))
    assert model.opening(0.5, -2.0) == pytest.approx(1.0 - ROOM)
    assert model.opening(0.5, -4.0) == pytest.approx(2.0 - ROOM)
    assert model.opening(0.5, 40.0) == -5.0


def test_the_first_look_is_at_words_and_neighbours_and_counts_each_less_in_a_longer_sentence(english):
    short, long = english("Peru condemned Chile. Peru condemned Chile, and nobody there was surprised.").sentences
    model = Judge({}, {}, (), of_terms={"condemned": 10.0, "peru condemned": 10.0, "always": -1.0})
    assert terms_in(short) == {"peru", "condemned", "chile", ".", "peru condemned", "condemned chile", "chile ."}
    assert model.first_look(short) == pytest.approx(20 / math.sqrt(27) - 1)
    assert -1 < model.first_look(long) < model.first_look(short)


def test_drafts_and_terms_tell_together_whether_a_sentence_has_an_act():
    model = Judge({}, {}, (), together=(1.0, 2.0, 0.5))
    assert model.of_all(0.5, 0.0) == pytest.approx(1 / (1 + math.exp(-1)))
    assert model.of_all(0.5, -4.0) == pytest.approx(1 / (1 + math.exp(1)))
    assert model.of_all(0.0, 0.0) < 0.001


def test_a_sentence_whose_terms_tell_no_act_has_none(english, monkeypatch):
    reading = english("Peru condemned Chile.")
    assert extract_events(reading, Found())
    monkeypatch.setattr(events, "judge", lambda: replace(judge(), looks=math.inf))
    assert not extract_events(reading, Found())


def test_the_likelihoods_of_types_add_up_to_one(case):
    draft, _, _ = case
    model = Judge({}, {"head=condemn": (1.0, 0.0), "has condemn": (0.0, 1.0)}, ("ACCUSE", "SUPPORT"))
    found = model.types(draft, model.types_of_words(["has condemn"]))
    assert sum(found.values()) == pytest.approx(1.0)
    assert found["ACCUSE"] > found["SUPPORT"]


def test_the_shipped_judge_knows_every_type():
    assert set(judge().classes) == set(TYPES)
