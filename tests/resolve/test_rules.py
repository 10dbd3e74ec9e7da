"""Rules of linking have another version as soon as anything that they rest on is changed."""

import ast
from pathlib import Path

import pytest

import detente
from detente.resolve.rules import ROOMS, version_of

HOME = Path(detente.__file__).parent


@pytest.fixture
def home(tmp_path):
    for room in ROOMS:
        (tmp_path / room / "data").mkdir(parents=True)
    (tmp_path / "resolve" / "events.py").write_text("SAME = 0.6\n")
    (tmp_path / "ontology" / "data" / "cities.yaml").write_text("Bergen: NO\n")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("resolve/events.py", "SAME = 0.7\n"),
        ("ontology/data/cities.yaml", "Bergen: DE\n"),
        ("text/words.py", "SAME = 0.6\n"),
    ],
)
def test_a_changed_or_further_file_of_code_or_data_makes_another_version(home, path, text):
    before = version_of(home)
    (home / path).write_text(text)
    assert version_of(home) != before


@pytest.mark.parametrize("path", ["store/views.py", "resolve/events.pyc", "resolve/notes.txt"])
def test_what_linking_does_not_rest_on_makes_none(home, path):
    before = version_of(home)
    (home / path).parent.mkdir(exist_ok=True)
    (home / path).write_text("x")
    assert version_of(home) == before


def test_linking_imports_nothing_from_other_rooms():
    rooms = {module.split(".")[1] for module in reached("detente.resolve.events")}
    assert {"resolve", "model"} <= rooms <= {*ROOMS, "errors"}


def reached(module: str, seen: frozenset[str] = frozenset()) -> frozenset[str]:
    """A module and all of the program that it imports, over however many steps."""
    seen |= {module}
    for node in ast.walk(ast.parse(path_of(module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("detente.") and node.module not in seen:
            seen |= reached(node.module, seen)
    return seen


def path_of(module: str) -> Path:
    path = HOME.joinpath(*module.split(".")[1:])
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
