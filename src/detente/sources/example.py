"""The example dossier that comes with the program."""

from __future__ import annotations

from pathlib import Path

from detente.errors import DocumentError

_NAME = "us-china-2023"
_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "examples" / _NAME, _PACKAGE.parents[1] / "examples" / _NAME)
"""Within the installed package, and beside the source of it."""


def example_folder() -> Path:
    """The folder of its texts; DocumentError where the installation lacks it."""
    for place in _PLACES:
        if (place / "index.json").is_file():
            return place
    raise DocumentError("the example dossier is missing from this installation; install the program again")
