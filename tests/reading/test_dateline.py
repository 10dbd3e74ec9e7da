"""Publisher and date from a text's own first lines."""

import pytest

from detente.model.document import Document
from detente.reading.dateline import dated


@pytest.mark.parametrize(
    ("text", "publisher", "published"),
    [
        ("OSLO, March 3, 2021 (Example Wire) – The envoys met.", "Example Wire", "2021-03-03"),
        ("OSLO (Example Wire) - The envoys met.", "Example Wire", None),
        ("date 2021-03-03 (EXAMPLE NEWS) – The envoys met.", "EXAMPLE NEWS", "2021-03-03"),
        ("Envoys meet\n\nWednesday, March 3, 2021\n\nThe envoys met.", None, "2021-03-03"),
        ("OSLO, Mar. 3 (Example Wire) -- The envoys met.", "Example Wire", None),
        ("The envoys met on March 3, 2021 (a Wednesday).", None, None),
        ("The World Trade Organization (WTO) met.", None, None),
        ("North Atlantic Treaty Organization (NATO) Secretary General Rask left.", None, None),
        ("San Juan (NNA)The envoys met.", "NNA", None),
        ("San Juan (NNA) — The envoys met.", "NNA", None),
        ("OSLO, Feb. 30, 2021 (Example Wire) -- The envoys met.", "Example Wire", None),
    ],
)
def test_a_dateline_gives_what_it_says_and_no_more(text, publisher, published):
    document = dated(Document(text))
    assert (document.publisher, document.published) == (publisher, published)


def test_what_the_user_says_stands_above_the_dateline():
    document = Document("OSLO, March 3, 2021 (Example Wire) – They met.", publisher="Desk", published="2021-03-04")
    assert (dated(document).publisher, dated(document).published) == ("Desk", "2021-03-04")


def test_a_dateline_is_no_part_of_the_first_sentence(english):
    reading = english("OSLO (Example Wire) - The envoys met at noon.")
    assert [p.kind for p in reading.paragraphs] == ["byline", "body"]
    assert next(s for s in reading.sentences if s.paragraph.kind == "body").tokens[0].text == "The"
