"""One story told fifty times is one meeting of the record, and two meetings of the same people are two."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import detente
from detente.model.document import Document
from detente.model.findings import Engagement
from detente.model.view import Entry

HERE = Path(__file__).parent / "copies"
FIRST, SECOND = "2024-10-15", "2024-10-18"


def told(folder: Path) -> Iterator[Document]:
    """The texts of a folder, all invented for this test, with what its index tells of each."""
    for name, row in json.loads((folder / "index.json").read_text(encoding="utf-8")).items():
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        yield Document(text, name=name, title=row["title"], publisher=row["publisher"], published=row["date"])


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Entry[Engagement], set[str]]]:
    """The contacts of a record of all the texts, each with the names of those that tell of it."""
    documents = [*told(HERE), *told(HERE / "two_meetings")]
    name_of = {document.id: document.name for document in documents}
    with detente.open(tmp_path_factory.mktemp("record") / "record.db") as record:
        record.add(*documents)
        engagements = record.relationship("GR", "TR").view.engagements
    return [(entry, {name_of[f.evidence[0].doc] for f in entry.findings}) for entry in engagements]


def meetings_on(entries, day):
    return [names for entry, names in entries if entry.best.kind != "visit" and entry.best.date == day]


def test_all_copies_that_are_read_to_tell_of_the_meeting_tell_of_one(entries):
    """Not read is 50, a note without a verb."""
    (names,) = meetings_on(entries, FIRST)
    assert len(names - {"m1", "m4", "m5"}) >= 50


def test_two_meetings_of_the_same_people_in_one_week_are_two(entries):
    (first,), (second,) = meetings_on(entries, FIRST), meetings_on(entries, SECOND)
    assert {"m1", "m4", "m5"} <= first
    # m4 tells of the first and says that the two may see each other again, where they did.
    assert second == {"m2", "m3", "m4", "m6"}


def test_syndicated_copies_are_counted_as_copies(entries):
    (copies,) = [e.copies for e, _ in entries if e.best.kind != "visit" and e.best.date == FIRST]
    assert copies >= 20
