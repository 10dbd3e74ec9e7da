"""From a path to documents: one file, or a folder with what its index says."""

import json

import pytest

from detente.errors import DateError, InputError
from detente.sources.source import SourceOptions
from detente.sources.table import SOURCES, read_path


def test_a_folder_gives_its_known_files_by_name(file, documents, tmp_path):
    for name in ("b.txt", "a.MD", "c.jsonl", "d.pdf", "e"):
        file(name, '{"text": "Talks resume.", "name": "line"}' if name == "c.jsonl" else "Talks resume.")
    assert [d.name for d in documents(tmp_path)] == ["a", "b", "line"]


def test_an_index_tells_of_the_files_beside_it(file, documents, tmp_path):
    file("a.txt", "Talks resume.")
    file("b.txt", "Talks end.")
    file("index.json", json.dumps({"a": {"title": "T", "publisher": "P", "date": "2024-05-15", "account_of": ["NO"]}}))
    first, second = documents(tmp_path, publisher="Q")
    assert (first.title, first.publisher, first.published, first.account_of) == ("T", "Q", "2024-05-15", ("NO",))
    assert (second.title, second.publisher, second.published) == (None, "Q", None)


@pytest.mark.parametrize(
    ("index", "words"),
    [
        ("{", "index.json: is no JSON"),
        ("[]", "must be an object of file stem"),
        ('{"a": 1}', "must be an object of file stem"),
        ('{"a": {"published": "May"}}', "index.json: a: 'May' is no date"),
        ('{"a": {"title": 1}}', "index.json: a: title must be text"),
    ],
)
def test_an_index_that_cannot_be_read_is_refused(file, refusal, tmp_path, index, words):
    file("a.txt", "Talks resume.")
    file("index.json", index)
    assert words in refusal(tmp_path)


def test_a_path_that_is_not_there(refusal, tmp_path):
    assert "no such file" in refusal(tmp_path / "none.txt")


def test_a_file_of_no_known_kind_is_refused_with_the_known_ones(file, refusal):
    message = refusal(file("a.docx", "x"))
    assert all(suffix in message for source in SOURCES for suffix in source.suffixes)


def test_a_readme_in_a_folder_is_no_document(file, documents, tmp_path):
    file("README.md", "These are the texts.")
    file("a.txt", "The envoys met.")
    assert [d.name for d in documents(tmp_path)] == ["a"]


def test_a_folder_with_nothing_to_read_is_refused(refusal, tmp_path):
    assert "no file in it that can be read" in refusal(tmp_path)


def test_one_bad_file_does_not_keep_the_others_from_being_read(file, settings, tmp_path):
    for name, content in (("a.txt", "Talks resume."), ("b.txt", ""), ("c.txt", "Talks end.")):
        file(name, content)
    complaints: list[InputError] = []
    read = list(read_path(tmp_path, settings=settings, complain=complaints.append))
    assert [d.name for d in read] == ["a", "c"]
    assert [str(c).endswith("b.txt: is empty; give a file with text") for c in complaints] == [True]


def test_a_date_that_is_none_is_refused_before_any_file_is_read():
    with pytest.raises(DateError, match="'yesterday' is no date"):
        SourceOptions(published="yesterday")


def test_options_fill_only_what_is_left_open():
    flags, told = SourceOptions(title="T"), SourceOptions(title="U", publisher="P", account_of=("NO",))
    assert flags.over(told) == SourceOptions(title="T", publisher="P", account_of=("NO",))


def test_every_suffix_belongs_to_one_source():
    suffixes = [suffix for source in SOURCES for suffix in source.suffixes]
    assert len(suffixes) == len(set(suffixes))
