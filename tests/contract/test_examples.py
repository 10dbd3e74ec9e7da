"""The example dossiers are complete, dated, two-sided and written for the project."""

import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from detente.settings import Settings
from detente.sources.table import read_path

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = sorted(p.parent for p in EXAMPLES.glob("*/index.json"))
TEXTS = sorted(EXAMPLES.glob("*/*.txt"))
REAL_PUBLISHERS = re.compile(
    r"reuters|associated press|\bap\b|\bafp\b|france-presse|bloomberg|xinhua|cctv|global times|people.s daily|china daily"
    r"|cnn|bbc|new york times|washington post|wall street journal|financial times|guardian|white house|department|ministry",
    re.IGNORECASE,
)


def index_of(folder: Path) -> dict[str, dict[str, Any]]:
    index: dict[str, dict[str, Any]] = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    return index


def entry_of(text: Path) -> dict[str, Any]:
    return index_of(text.parent)[text.stem]


def paragraphs_with_long_quotations(text: Path) -> list[str]:
    """Each with the one before it, whose quotation it may go on with."""
    blocks = text.read_text(encoding="utf-8").split("\n\n")
    return [
        f"{before}\n\n{block}"
        for before, block in pairwise(blocks)
        if any(len(quoted.split()) > 4 for quoted in re.findall(r"“([^”]+)", block))
    ]


def test_there_is_at_least_one_example_dossier_of_eight_texts() -> None:
    assert any(len(list(folder.glob("*.txt"))) >= 8 for folder in FOLDERS)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_the_index_names_every_text_and_no_other(folder: Path) -> None:
    assert set(index_of(folder)) == {p.stem for p in folder.glob("*.txt")}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_adding_the_folder_reads_the_texts_and_nothing_else(folder: Path) -> None:
    read = {d.name: (d.title, d.publisher, d.published) for d in read_path(folder, settings=Settings())}
    assert read == {s: (e["title"], e["publisher"], e["published"]) for s, e in index_of(folder).items()}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_both_sides_accounts_are_present(folder: Path) -> None:
    accounts = {state for entry in index_of(folder).values() for state in entry["account_of"]}
    assert {"US", "CN"} <= accounts


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_the_folder_says_that_the_wording_is_no_evidence(folder: Path) -> None:
    words = " ".join((folder / "README.md").read_text(encoding="utf-8").split())
    assert "written for this project" in words
    assert "no evidence of what anybody said" in words


@pytest.mark.parametrize("text", TEXTS, ids=lambda p: p.stem)
def test_an_entry_has_title_publisher_day_and_account(text: Path) -> None:
    assert set(entry_of(text)) == {"title", "publisher", "published", "account_of"}


@pytest.mark.parametrize("text", TEXTS, ids=lambda p: p.stem)
def test_a_text_opens_with_its_title_and_a_blank_line(text: Path) -> None:
    first, second, body = text.read_text(encoding="utf-8").split("\n", 2)
    assert (first, second) == (entry_of(text)["title"], "")
    assert body.endswith("\n")


@pytest.mark.parametrize("text", TEXTS, ids=lambda p: p.stem)
def test_a_text_carries_its_day_of_publication_in_its_name(text: Path) -> None:
    published = entry_of(text)["published"]
    assert date.fromisoformat(published).isoformat() == published
    assert text.stem.startswith(f"{published}_")


@pytest.mark.parametrize("text", TEXTS, ids=lambda p: p.stem)
def test_a_text_is_short_enough_to_check_by_eye(text: Path) -> None:
    assert 120 <= len(text.read_text(encoding="utf-8").split()) <= 500


@pytest.mark.parametrize("text", TEXTS, ids=lambda p: p.stem)
def test_no_text_is_attributed_to_a_real_publisher(text: Path) -> None:
    assert not REAL_PUBLISHERS.search(entry_of(text)["publisher"])


@pytest.mark.parametrize("text", TEXTS, ids=lambda p: p.stem)
def test_a_dateline_names_the_publisher_of_the_index(text: Path) -> None:
    named = re.search(r"^[A-Z ]+, \S+ \d+, 2023 \(([^)]+)\) – ", text.read_text(encoding="utf-8"), re.MULTILINE)
    official = bool(entry_of(text)["account_of"])
    assert (named[1] if named else None) == (None if official else entry_of(text)["publisher"])


@pytest.mark.parametrize("text", TEXTS, ids=lambda p: p.stem)
def test_a_long_quotation_belongs_to_an_unnamed_official(text: Path) -> None:
    unattributed = [
        p
        for p in paragraphs_with_long_quotations(text)
        if not re.search(r"\b(?:a|an) (?:\w+ ){1,4}official\b", p, re.IGNORECASE)
    ]
    assert unattributed == []


def test_some_quotations_are_long_enough_for_that_rule() -> None:
    assert any(paragraphs_with_long_quotations(text) for text in TEXTS)


@pytest.mark.parametrize(
    "publisher", ["Reuters", "AP", "Xinhua News Agency", "The White House", "Chinese Foreign Ministry", "BBC News"]
)
def test_the_list_of_real_publishers_catches_them(publisher: str) -> None:
    assert REAL_PUBLISHERS.search(publisher)
