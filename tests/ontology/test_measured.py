"""What a page tells of how well the program reads is what the README tells."""

import re
from pathlib import Path

import pytest

from detente.model.findings import LAYERS
from detente.ontology.measured import MEASURED

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("layer", MEASURED)
def test_a_figure_is_that_of_the_readme(layer):
    row = re.search(rf"^\| {layer}\b[^|]*\|[^|]*\|\s*([0-9.]+)", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert row is not None, f"the README tells no figure of {layer}"
    assert float(row[1]) == MEASURED[layer].f1


def test_every_measured_layer_is_one():
    assert set(MEASURED) <= set(LAYERS)
