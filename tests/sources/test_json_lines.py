"""JSON Lines give one document a line, and say which line is wrong."""

import gzip
import json

import pytest

from detente.errors import DateError, InputError
from detente.sources.table import read_path

FULL = {
    "id": "press/2024/bergen-talks",
    "text": "Holm met Falk in Bergen.",
    "title": "Talks",
    "url": "https://example.org/1",
    "publisher": "Harbour Press",
    "date": "2024-05-15",
    "language": "en-GB",
    "account_of": "NO, IS",
    "licence": "unused",
}


def lines(*objects: object) -> str:
    return "".join(f"{json.dumps(o)}\n" for o in objects)


def test_each_line_is_a_document_with_its_metadata(file, documents):
    (document,) = documents(file("corpus.jsonl", lines(FULL)))
    assert (document.name, document.title, document.url) == ("bergen-talks", "Talks", "https://example.org/1")
    assert (document.publisher, document.published, document.language) == ("Harbour Press", "2024-05-15", "en")
    assert document.account_of == ("NO", "IS")


def test_a_gzipped_corpus_reads_like_a_plain_one(file, documents):
    content = lines(FULL, FULL | {"text": "Another text."})
    plain, zipped = file("corpus.jsonl", content), file("corpus.jsonl.gz", gzip.compress(content.encode()))
    assert documents(plain) == documents(zipped)
    assert len(documents(plain)) == 2


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "corpus-1"),
        ({"id": 7}, "7"),
        ({"name": "a", "id": "b"}, "a"),
        ({"id": "x/y/"}, "y"),
        ({"id": "/"}, "corpus-1"),
    ],
)
def test_a_document_is_named_after_its_name_or_id_or_line(file, documents, fields, name):
    (document,) = documents(file("corpus.jsonl.gz", gzip.compress(lines({"text": "Talks resume."} | fields).encode())))
    assert document.name == name


def test_blank_lines_are_passed_over_and_line_numbers_still_count_them(file, refusal):
    assert "line 3 is no JSON" in refusal(file("corpus.jsonl", "\n" + lines(FULL) + "{\n"))


def test_what_the_user_says_stands_above_the_line(file, documents):
    (document,) = documents(file("corpus.jsonl", lines(FULL)), publisher="The Ledger", account_of=("SE",))
    assert (document.publisher, document.title, document.account_of) == ("The Ledger", "Talks", ("SE",))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("[1]\n", "line 1 is no JSON object"),
        ('{"title": "a"}\n', 'line 1 has no "text"'),
        ('{"text": 3}\n', 'line 1 has no "text"'),
        ('{"text": " "}\n', 'line 1 has no "text"'),
        ('{"text": "a", "title": 3}\n', "line 1: title must be text"),
        ('{"text": "a", "account_of": [1]}\n', "line 1: account_of must be text"),
        ('{"text": "a", "date": "03-02-2009"}\n', "line 1: '03-02-2009' is no date"),
        ("[" * 100_000, "line 1 is no JSON"),
        (b'{"text": "\xff"}\n', "line 1 is no JSON"),
        (lines({"text": "x" * 1_000_001}), "line 1: has a line of 1,000,001 characters"),
        ("x" * 20_000_001, "line 1 has more than 20,000,000 bytes"),
    ],
)
def test_a_line_that_is_no_document_is_named(file, refusal, content, words):
    assert words in refusal(file("corpus.jsonl", content))


@pytest.mark.parametrize(
    "content", [b"no gzip at all", gzip.compress(lines(FULL).encode() * 50, mtime=0)[:60]], ids=["text", "cut short"]
)
def test_a_broken_archive_is_refused(file, refusal, content):
    assert "no whole gzip file" in refusal(file("corpus.jsonl.gz", content))


def test_half_a_surrogate_pair_is_refused(file, settings):
    complaints: list[InputError] = []
    path = file("corpus.jsonl", '{"text": "a \\ud83d b"}\n')
    assert list(read_path(path, settings=settings, complain=complaints.append)) == []
    assert "surrogate" in str(complaints[0])


def test_bad_lines_are_told_and_the_others_are_read(file, settings):
    complaints: list[InputError] = []
    content = lines(FULL) + "{\n" + lines({"text": "Dated wrongly.", "date": "May"}, {"text": "Last."})
    read = list(read_path(file("corpus.jsonl", content), settings=settings, complain=complaints.append))
    assert [d.text for d in read] == [FULL["text"], "Dated wrongly.", "Last."]
    assert read[1].published is None
    assert [str(c).partition("corpus.jsonl: ")[2][:6] for c in complaints] == ["line 2", "line 3"]
    assert isinstance(complaints[1], DateError)
