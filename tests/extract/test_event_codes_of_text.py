"""Modes, contexts and sectors by words: each rule its own sentence."""

from typing import get_args

import pytest

from detente.extract.event_codes import contexts_of, mode_of, sector_of
from detente.model.findings import Sector
from detente.ontology.lexicon import lexicon, rows
from detente.ontology.plover import modes


@pytest.mark.parametrize(
    ("text", "head", "type_", "mode"),
    [
        ("Peru spoke with Chile by phone.", "spoke", "CONSULT", "phone"),
        ("Peru travelled to Chile to visit a school.", "visit", "CONSULT", "visit"),
        ("Peru released three prisoners.", "released", "RETREAT", "release"),
        ("Peru imposed sanctions on Chile.", "imposed", "SANCTION", "discontinue"),
        ("Peru fired missiles at a port.", "fired", "ASSAULT", "heavy-weapons"),
        ("Peru praised Chile.", "praised", "SUPPORT", None),
    ],
)
def test_the_words_of_an_act_tell_its_mode(english, text, head, type_, mode):
    tokens = english(text).tokens
    (token,) = [t for t in tokens if t.text == head]
    assert mode_of(type_, token, tokens) == mode


def test_the_words_of_a_sentence_tell_what_it_is_about(english):
    assert contexts_of(english("Peru sent troops and vaccines to Chile.").tokens) == ("military", "disease")


@pytest.mark.parametrize("text", ["They met on the island of Chiloe.", "Peru and Chile spoke as equals, in equality."])
def test_words_of_many_uses_tell_no_context(english, text):
    assert contexts_of(english(text).tokens) == ()


@pytest.mark.parametrize(
    ("text", "word", "sector"),
    [
        ("The army left.", "army", "MIL"),
        ("Rebels left.", "Rebels", "REB"),
        ("The Senate voted.", "Senate", "LEG"),
        ("The table stood.", "table", None),
        ("A fighter of Peru took off.", "fighter", None),
    ],
)
def test_the_word_for_a_side_tells_its_sector(english, text, word, sector):
    (token,) = [t for t in english(text).tokens if t.text == word]
    assert sector_of(token, None) == sector


def test_the_data_has_the_modes_and_contexts_of_the_codebook_and_the_sectors_of_the_model():
    data = lexicon("event_codes")
    assert all(set(listed) <= set(modes()[type_]) for type_, listed in data["modes"].items())
    assert set(data["contexts"]) <= {row["context"] for row in rows("plover/contexts")}
    assert {sector for by in data["sectors"].values() for sector in by} <= set(get_args(Sector))
