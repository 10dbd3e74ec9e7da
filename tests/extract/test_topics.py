"""What a document is about: titles and openings count more, and what is named once is not its topic."""

import pytest

from detente.extract.topics import Topics
from detente.model.document import Document
from detente.text.clauses import Actors
from detente.text.reading import Paragraph, Reading


def _reading(text, title=None):
    reading = Reading(Document(text, title=title), [], [])
    reading.paragraphs = [Paragraph(0, 0, len(text))]
    return reading


@pytest.mark.parametrize(
    ("title", "text", "topic"),
    [
        ("Wheat row goes on", "Two ministers spoke of ports.", "agriculture"),
        (None, "Visa rules, visa fees: envoys quarrel.", "consular_visas"),
        (None, "Envoys spoke of ports and left.", None),
        ("Bilateral relations", "Bilateral relations were reviewed.", None),
    ],
)
def test_the_topic_is_the_issue_named_most(title, text, topic):
    reading = _reading(text, title)

    assert Topics(reading, Actors(reading)).main == topic
