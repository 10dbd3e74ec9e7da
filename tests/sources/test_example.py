"""The example dossier is found where the program is installed, and beside its source."""

import tomllib
from pathlib import Path

import pytest

from detente.errors import DocumentError
from detente.sources import example

ROOT = Path(__file__).parents[2]


def test_the_folder_has_an_index_and_its_texts():
    folder = example.example_folder()
    assert (folder / "index.json").is_file()
    assert len(list(folder.glob("*.txt"))) == 12


def test_an_installed_package_has_it_where_it_is_looked_for_first():
    built = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    (place,) = built["targets"]["wheel"]["force-include"].values()
    assert example._PLACES[0].parts[-3:] == Path(place).parts


def test_an_installation_without_it_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(example, "_PLACES", (tmp_path,))
    with pytest.raises(DocumentError, match="install the program again"):
        example.example_folder()
