"""Files made for a test."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from detente.errors import InputError
from detente.model.document import Document
from detente.settings import Settings
from detente.sources.source import SourceOptions
from detente.sources.table import read_path


@pytest.fixture
def settings() -> Settings:
    """The defaults, whatever the environment says."""
    return Settings.model_construct()


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    def make(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


@pytest.fixture
def documents(settings: Settings) -> Callable[..., list[Document]]:
    def read(path: Path, **options: Any) -> list[Document]:
        return list(read_path(path, settings=settings, options=SourceOptions(**options)))

    return read


@pytest.fixture
def refusal(settings: Settings) -> Callable[[Path], str]:
    """What is said of a path that is refused, in one line that names it."""

    def refuse(path: Path) -> str:
        with pytest.raises(InputError) as refused:
            list(read_path(path, settings=settings))
        message = str(refused.value)
        assert "\n" not in message
        assert message.startswith(str(path))
        return message

    return refuse
