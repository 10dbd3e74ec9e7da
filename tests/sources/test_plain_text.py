"""Plain text stays exactly as it stands."""

import pytest

from detente.settings import Settings
from detente.sources.table import read_path


def test_the_text_is_that_of_the_file_to_the_character(file, documents):
    text = "Talks resume.\r\n\r\n“We met,” Holm said.\n\n\n  The end \u00a0\n"
    (document,) = documents(file("bergen.txt", text))
    assert document.text == text
    assert document.name == "bergen"


def test_a_byte_order_mark_is_no_part_of_the_text(file, documents):
    (document,) = documents(file("bom.txt", b"\xef\xbb\xbfTalks resume."))
    assert document.text == "Talks resume."


def test_what_is_known_from_outside_is_kept_with_the_document(file, documents):
    (document,) = documents(
        file("a.md", "Talks resume."), published="2024-05", publisher="Harbour Press", title="Talks", account_of=("NO",)
    )
    assert (document.published, document.publisher, document.title) == ("2024-05", "Harbour Press", "Talks")
    assert document.account_of == ("NO",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"abc\0def", "binary file"),
        ("Talks resume.".encode("utf-16"), "binary file"),
        (bytes(range(1, 32)) * 20, "binary file"),
        (b"One line\nand a caf\xe9", "is not UTF-8 (byte 0xE9 in line 2); convert it first, for example: iconv"),
        (b"x" * 1_000_001, "has a line of 1,000,001 characters, more than 1,000,000"),
        (b"x\n" * 10_000_001, "has 20,000,002 bytes, more than 20,000,000"),
    ],
)
def test_what_is_no_text_is_refused(file, refusal, content, words):
    assert words in refusal(file("bad.txt", content))


def test_the_limits_are_settings(file):
    settings = Settings.model_construct(max_line_chars=5)
    assert [d.name for d in read_path(file("short.txt", "Hello\nagain"), settings=settings)] == ["short"]
