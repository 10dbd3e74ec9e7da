"""The judge of positions learns from drafts what tells a view and which issue is meant."""

import importlib.util
import sys
from pathlib import Path

import pytest

PLACE = Path(__file__).parents[2] / "training" / "positions" / "train_positions.py"


@pytest.fixture(scope="module")
def training():
    spec = importlib.util.spec_from_file_location("train_positions", PLACE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def examples(training):
    """Views by one cue, none by another; the first issue is right where its words name it."""
    rows = []
    for n in range(20):
        held = n % 2 == 0
        told = ("always", f"cue={'condemn' if held else 'meet'}")
        about = (("by=words",), ("by=document",))
        rows.append(training.Example(f"d{n}", told, about, (held, False), held, 1.0, 2))
    return rows


def test_the_cue_of_views_makes_a_view_likelier(training, examples):
    model = training.fit(examples)

    assert model.likely(examples[0]) > 0.5 > model.likely(examples[1])


def test_the_issue_that_is_right_in_the_examples_is_foremost(training, examples):
    assert training.fit(examples).foremost(examples[0]) == 0


def test_what_stands_in_too_few_documents_gets_no_weight(training, examples):
    rare = training.Example(
        "d0", ("always", "rare"), examples[0].about, (True, False), held=True, weight=1.0, opening=2
    )

    assert "rare" not in training.fit([*examples, rare]).told
