"""How a relationship is called: one row per way, each written for the project."""

from typing import get_args

import pytest

from detente.extract.assessments import extract_assessments
from detente.model.findings import Direction
from detente.ontology.lexicon import lexicon


@pytest.fixture
def assessments(told):
    def extract(text, **options):
        return extract_assessments(*told(text, **options))

    return extract


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Relations between Peru and Chile sank to a new low.", "low"),
        ("Ties between Peru and Chile have soured over water.", "worse"),
        ("Peru and Chile brought their relationship back on track.", "better"),
        ("Peru and Chile want to stabilise their relationship.", "stable"),
        ("Peru called its relationship with Chile rock-solid.", "high"),
        ("Peru and Chile held a constructive meeting.", "better"),
    ],
)
def test_words_for_a_relationship_tell_where_it_stands(assessments, text, direction):
    (found,) = assessments(text)

    assert (found.direction, found.states) == (direction, ("CL", "PE"))


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile made no progress in their relationship.",
        "Peru and Chile want to prevent their ties from fraying.",
        "Weather in Peru and Chile deteriorated.",
        "The relationship between the two clubs soured.",
    ],
)
def test_denied_averted_and_unrelated_words_are_no_assessment(assessments, text):
    assert assessments(text) == []


def test_a_quoted_assessment_is_the_speakers_and_a_plain_one_the_writers(assessments):
    text = (
        "“Our relationship with Chile is back on track,” Dina Boluarte, the president of Peru, said.\n\n"
        "Relations between Peru and Chile hit a low point last year."
    )

    said, written = assessments(text)

    assert (said.by, written.by) == ("Dina Boluarte", None)


def test_an_assessment_is_dated_by_its_sentence_or_by_the_document(assessments):
    dated, undated = assessments(
        "Ties between Peru and Chile soured in May 2021.\n\nPeru hopes that ties with Chile stabilise.",
        published="2023-06-20",
    )

    assert (dated.when, undated.when) == ("2021-05", "2023-06-20")


def test_every_direction_in_the_data_is_one_of_the_closed_list():
    cues = lexicon("assessments")

    assert set(cues["directions"]) | set(cues["tone"]) <= set(get_args(Direction))
