"""What a person types becomes the value of a field."""

from dataclasses import replace

import pytest

from detente.errors import FindingError
from detente.model.codec import finding_to_json
from detente.model.document import Document
from detente.model.entered import as_typed, entered
from detente.model.findings import Engagement

DOCUMENT = Document("Holm left early. Holm met Falk in Bergen, since Falk was ill.", name="bergen")
MET = Engagement(
    kind="meeting", status="held", evidence=(DOCUMENT.span(17, 40),), confidence=0.5, extractor="x/1", duration_min=60
)


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("place", " Bergen ", "Bergen"),
        ("place", "", None),
        ("date", "2024-05", "2024-05"),
        ("duration_min", "90", 90),
        ("duration_min", "an hour", "an hour"),
        ("duration_min", "", None),
        ("participants", "Astrid Holm, Jon Falk,", ["Astrid Holm", "Jon Falk"]),
        ("participants", "", []),
        ("reason", "Falk was ill", {"start": 48, "end": 60, "text": "Falk was ill"}),
        ("reason", "", None),
        (
            "evidence",
            "Holm … Bergen",
            [{"start": 17, "end": 21, "text": "Holm"}, {"start": 34, "end": 40, "text": "Bergen"}],
        ),
    ],
)
def test_typed_words_become_values(name, typed, value):
    assert entered(MET, name, typed, DOCUMENT) == value


@pytest.mark.parametrize(("name", "typed"), [("reason", "he was ill"), ("colour", "red")])
def test_what_is_not_there_is_refused(name, typed):
    with pytest.raises(FindingError, match=r"does not stand in the text|no colour"):
        entered(MET, name, typed, DOCUMENT)


@pytest.mark.parametrize(
    "name", ["evidence", "participants", "place", "date", "duration_min", "reason", "states", "status"]
)
def test_a_value_typed_as_it_is_shown_is_the_same_value(name):
    met = replace(MET, participants=("Astrid Holm", "Jon Falk"), place="Bergen", reason=DOCUMENT.span(48, 60))
    assert entered(met, name, as_typed(getattr(met, name)), DOCUMENT) == finding_to_json(met)[name]
