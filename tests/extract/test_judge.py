"""The judge of drafts: its classes, its features, and its weights as they ship."""

import math

import pytest

from detente.extract.judge import ACTS, CLASSES, Judge, features, judge
from detente.extract.statements import all_drafts
from detente.resolve.people import resolve_mentions


@pytest.fixture
def draft(english):
    reading = english("The ministry supports a truce.", "2023-06-20")
    reading.mentions = resolve_mentions(reading)
    return next(d for d in all_drafts(reading, None) if d.cue.head.text == "supports"), reading


def test_without_weights_all_classes_are_equally_likely(draft):
    verdict = Judge({}, {}).verdict(*draft)

    assert verdict.acts == pytest.approx([1 / len(CLASSES)] * len(ACTS))


def test_a_weight_moves_its_class_by_the_logistic_rule(draft):
    weights = {"word=verb:support": [0.0, 0.0, math.log(6), 0.0, 0.0]}

    verdict = Judge(weights, {}).verdict(*draft)

    assert verdict.act == "attitude"
    assert verdict.acts[ACTS.index("attitude")] == pytest.approx(0.6)
    assert verdict.right == pytest.approx(0.9)


def test_features_tell_the_word_the_pattern_and_the_source(draft):
    names = {name for name, _ in features(*draft, {"verb:support": [0.2, 0.1, 0.7, 0.0, 0.0]})}

    assert {"word=verb:support", "word=verb:support+object", "class=verb of attitude", "affinity=attitude"} <= names


def test_the_shipped_weights_have_a_number_for_each_class():
    shipped = judge()

    assert {len(row) for row in shipped.weights.values()} == {len(CLASSES)}
    assert {len(row) for row in shipped.words.values()} == {len(CLASSES)}
