"""Registered steps form a chain that can run."""

import pytest

from detente.errors import ChoiceError
from detente.extract.table import EXTRACTORS
from detente.model.findings import LAYERS
from detente.text.chain import Extractor, check_chain


def test_the_chain_of_extractors_can_run():
    check_chain(EXTRACTORS)


def test_every_layer_has_one_extractor():
    assert sorted(e.gives for e in EXTRACTORS) == sorted(LAYERS)


def test_a_step_before_what_it_needs_is_refused():
    late = Extractor("late", 1, gives="statements", extract=lambda *_: [])
    early = Extractor("early", 1, gives="positions", extract=lambda *_: [], needs=("statements",))
    with pytest.raises(ChoiceError, match="needs statements"):
        check_chain([early, late])


def test_an_unknown_layer_is_refused_with_the_names_there_are():
    with pytest.raises(ChoiceError, match="statements"):
        check_chain([Extractor("x", 1, gives="gossip", extract=lambda *_: [])])
