"""What all tests share: the English reader, loaded once."""

from collections.abc import Callable

import pytest
from hypothesis import settings

from detente.model.document import Document
from detente.reading.dateline import dated
from detente.reading.english import read_english
from detente.settings import Settings
from detente.text.reading import Reading

# How long an example takes tells of the machine, not of the program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def english() -> Callable[..., Reading]:
    """Read a text as English with all layers but mentions: `english(text, published="2023-06-20")`."""

    def read(text: str, published: str | None = None, account_of: tuple[str, ...] = ()) -> Reading:
        return read_english(dated(Document(text, published=published, account_of=account_of)), Settings())

    return read
