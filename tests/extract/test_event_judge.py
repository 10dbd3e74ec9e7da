"""The judge of events adds up weights; a draft whose sum stays low is not asked further."""

import pytest

from detente.extract.event_drafts import drafts_in
from detente.extract.event_judge import Judge, judge
from detente.extract.event_scene import Scene
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
    assert model.likelihood(draft, scene, 1.0) == pytest.approx(0.5)


def test_a_draft_that_opens_too_low_is_none(case):
    draft, _, scene = case
    assert Judge({"head=condemn": 1.0}, {}, (), opens=1.5).likelihood(draft, scene, 0.0) == 0.0


def test_the_likelihoods_of_types_add_up_to_one(case):
    draft, _, _ = case
    model = Judge({}, {"head=condemn": (1.0, 0.0), "has condemn": (0.0, 1.0)}, ("ACCUSE", "SUPPORT"))
    found = model.types(draft, ["has condemn"])
    assert sum(found.values()) == pytest.approx(1.0)
    assert found["ACCUSE"] > found["SUPPORT"]


def test_the_shipped_judge_knows_every_type():
    assert set(judge().classes) == set(TYPES)
