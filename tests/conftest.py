"""What all tests share: the English reader, loaded once."""

from collections.abc import Callable

import pytest

from detente.model.document import Document
from detente.reading.dateline import dated
from detente.reading.english import read_english
from detente.settings import Settings
from detente.text.reading import Reading


@pytest.fixture(scope="session")
def english() -> Callable[..., Reading]:
    """Read a text as English with all layers but mentions: `english(text, published="2023-06-20")`."""

    def read(text: str, published: str | None = None) -> Reading:
        return read_english(dated(Document(text, published=published)), Settings())

    return read
