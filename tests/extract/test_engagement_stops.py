"""Several contacts told by one word, each with its place and day, as of 20 June 2023."""

import pytest

from detente.extract.engagements import extract_engagements
from detente.model.document import Document
from detente.pipeline import prepared
from detente.settings import Settings
from detente.text.chain import Found

pytestmark = pytest.mark.usefixtures("rules_alone")


def told(text):
    found = extract_engagements(prepared(Document(text, name="x", published="2023-06-20"), Settings()), Found())
    return [(e.date, e.place, [s.text for s in e.evidence]) for e in found]


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        (
            "Jake Sullivan met with Wang Yi in Vienna in May and in Malta in September 2022.",
            [("2023-05", "Vienna"), ("2022-09", "Malta")],
        ),
        (
            "This follows meetings between Jake Sullivan and Wang Yi in Malta in March 2022, Oslo in May 2022 and Bangkok in January 2023.",
            [("2022-03", "Malta"), ("2022-05", "Oslo"), ("2023-01", "Bangkok")],
        ),
        (
            "Jake Sullivan met with Wang Yi in Vienna in May to prepare a summit in Oslo in July.",
            [("2023-05", "Vienna")],
        ),
        ("Jake Sullivan met with Wang Yi in Vienna, Austria, in May.", [("2023-05", "Vienna, Austria")]),
    ],
)
def test_each_place_with_its_day_is_a_contact(text, stops):
    assert [(day, place) for day, place, _ in told(text)] == stops


def test_each_cites_the_words_for_all_and_its_own():
    first, second = told("Jake Sullivan met with Wang Yi in Vienna in May and in Malta in September 2022.")
    assert first[2] == ["Jake Sullivan met with Wang Yi", "Vienna in May"]
    assert second[2] == ["Jake Sullivan met with Wang Yi", "Malta in September 2022"]
