"""Events that other layers tell: each kind its own sentence."""

from typing import get_args

import pytest

from detente.model.document import Document
from detente.model.findings import EventStatus, EventType
from detente.ontology.plover import STATUSES, TYPES
from detente.pipeline import read_document
from detente.settings import Settings


@pytest.fixture(scope="module")
def events():
    def extract(text):
        return read_document(Document(text, published="2023-06-20"), Settings()).events

    return extract


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        (
            "Peru’s foreign minister Ana Roca met Chile’s foreign minister Luis Prat in Lima on 12 June 2023.",
            ("CONSULT", "actual", ("PE",), ("CL",)),
        ),
        ("Peru expelled Chile’s ambassador on 12 June 2023.", ("SANCTION", "actual", ("PE",), ("CL",))),
    ],
)
def test_an_event_has_type_status_and_the_states_of_both_sides(events, text, coded):
    assert coded in {(e.type, e.status, e.by, e.to) for e in events(text)}


def test_the_model_and_the_scheme_have_the_same_types_and_statuses():
    assert (get_args(EventType), get_args(EventStatus)) == (TYPES, STATUSES)
