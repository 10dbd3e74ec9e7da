"""What the tests of extractors share: a text read with its people and its statements."""

from collections.abc import Callable

import pytest

from detente.extract import engagements
from detente.extract.engagement_judge import Judge
from detente.extract.statements import extract_statements
from detente.resolve.people import resolve_mentions
from detente.text.chain import Found
from detente.text.reading import Reading


@pytest.fixture(scope="session")
def told(english) -> Callable[..., tuple[Reading, Found]]:
    """Read a text with mentions, and the statements found in it: `told(text, published="2023-06-20")`."""

    def read(text: str, published: str = "2023-06-20") -> tuple[Reading, Found]:
        reading = english(text, published)
        reading.mentions = resolve_mentions(reading)
        found = Found()
        found.findings.extend(extract_statements(reading, found))
        return reading, found

    return read


@pytest.fixture
def rules_alone(monkeypatch) -> None:
    """Contacts without those that only the judge of engagements finds."""
    monkeypatch.setattr(engagements, "judge", lambda: Judge({"always": -100.0}))
