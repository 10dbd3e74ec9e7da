"""How a sentence is given to the encoder, and what comes of it."""

import builtins

import pytest

from detente.errors import ModelError
from detente.extract import event_encoder
from detente.extract.event_encoder import Heard, encoder, marked
from detente.extract.event_pair import pair_in
from detente.model.document import Document
from detente.ontology.plover import STATUSES, TYPES, modes
from detente.reading.english import read_english
from detente.settings import Settings


def pair(sentence, source, target):
    return pair_in(read_english(Document(sentence), Settings()), source, target)


@pytest.mark.parametrize(
    ("sentence", "source", "target", "text"),
    [
        (
            "Togo  thanked\nBenin's farmers.",
            "Togo",
            "benin's FARMERS",
            "[unused1] Togo [unused2] thanked [unused3] Benin's farmers [unused4].",
        ),
        (
            "Benin was thanked by Togo.",
            "Togo",
            "Benin",
            "[unused3] Benin [unused4] was thanked by [unused1] Togo [unused2].",
        ),
        ("Togo thanked nobody.", "Togo", "Benin", "[unused1] Togo [unused2] thanked nobody."),
        ("Nobody came.", "Togo", "Benin", "Nobody came."),
        ("Togo's army cheered.", "Togo's army", "army", "[unused1] Togo's army [unused2] cheered."),
    ],
)
def test_marks_stand_around_the_source_and_the_target_on_one_line(sentence, source, target, text):
    assert marked(pair(sentence, source, target)) == text


def test_each_mark_is_one_piece_of_the_vocabulary():
    pieces = event_encoder.tokenizer().encode("[unused1] Togo [unused2]").tokens
    assert (pieces[0], pieces[1], pieces[-2], pieces[-1]) == ("[CLS]", "[unused1]", "[unused2]", "[SEP]")


def test_likelihoods_of_types_statuses_and_modes_add_up_to_one():
    heard = encoder().hear(pair("Togo thanked Benin for its help.", "Togo", "Benin"))
    assert set(heard.types) == set(TYPES)
    assert set(heard.statuses) == set(STATUSES)
    assert {type_ for type_, _ in heard.modes} == set(modes())
    for shares in (heard.types, heard.statuses, heard.modes):
        assert sum(shares.values()) == pytest.approx(1)


def test_the_mode_is_the_likeliest_of_the_type():
    heard = Heard({}, {}, {("COERCE", "ban"): 0.1, ("COERCE", "arrest"): 0.2, ("PROTEST", "riot"): 0.7})
    assert (heard.mode("COERCE"), heard.mode("PROTEST"), heard.mode("AID")) == ("arrest", "riot", None)


def test_a_very_long_sentence_is_cut():
    heard = encoder().hear(pair("Togo thanked Benin " + "and thanked it again " * 400 + ".", "Togo", "Benin"))
    assert max(heard.types, key=heard.types.get) == "SUPPORT"


def test_what_is_missing_is_told_where_the_model_cannot_run(monkeypatch):
    real = builtins.__import__

    def without(name, *rest, **more):
        if name == "onnxruntime":
            raise ImportError(name)
        return real(name, *rest, **more)

    event_encoder.encoder.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ModelError, match=r"install detente\[events\]"):
        encoder()
    event_encoder.encoder.cache_clear()
