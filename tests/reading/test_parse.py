"""spaCy's analysis as the tokens of a Reading."""

import pytest

from detente.errors import ModelError
from detente.model.document import Document
from detente.reading.english import read_english
from detente.reading.parse import load_model
from detente.settings import Settings


def test_tokens_stand_where_they_say(english):
    text = "“Two  ships\nmet,” said\tthe   captain’s mate.\n\n- They had [no cargo](https://example.org/a)."
    reading = english(text)
    assert all(text[t.start : t.end] == t.text for t in reading.tokens)
    assert [t.text for t in reading.tokens if t.text.isspace()] == []


def test_every_token_hangs_in_its_own_sentence(english):
    reading = english("The ship sank. Its crew swam home, and the captain wept.")
    for sentence in reading.sentences:
        assert all(t.sentence is sentence and t.head.sentence is sentence for t in sentence.tokens)


def test_a_very_long_paragraph_is_parsed_in_pieces_at_sentence_ends():
    text = "The envoys met at noon. " * 40
    reading = read_english(Document(text), Settings(max_paragraph_chars=200))
    assert len(list(reading.sentences)) == 40
    assert "".join(t.text for t in reading.tokens) == text.replace(" ", "")


def test_a_web_address_is_no_word(english):
    reading = english("They read the [plan](https://example.org/plan) aloud.")
    assert "plan" in [t.text for t in reading.tokens]
    assert not any("example" in t.text for t in reading.tokens)


def test_a_missing_model_is_named_with_what_to_do():
    with pytest.raises(ModelError, match="make setup"):
        load_model("no_such_pipeline")
