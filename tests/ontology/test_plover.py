"""The code scheme of political events."""

import pytest

from detente.errors import ChoiceError
from detente.ontology.lexicon import lexicon, rows
from detente.ontology.plover import QUADS, SCALE, TYPES, intensity, modes


def test_there_are_sixteen_types_in_four_quads():
    assert (len(TYPES), sorted(set(QUADS.values()))) == (16, [1, 2, 3, 4])


def test_modes_and_words_are_of_types_that_there_are():
    assert set(modes()) <= set(TYPES)
    assert set(lexicon("events")["acts"]) == set(TYPES)


@pytest.mark.parametrize("scale", sorted({row["scale"] for row in rows("plover/intensity")}))
def test_every_scale_has_cooperation_above_conflict(scale):
    lowest = min(intensity(type_, scale=scale) for type_ in TYPES if QUADS[type_] <= 2)
    assert lowest > 0 > max(intensity(type_, scale=scale) for type_ in TYPES if QUADS[type_] > 2)


def test_a_mode_has_its_own_intensity_where_the_scale_has_one():
    assert intensity("ASSAULT", "torture", "goldstein-cameo-gdelt/plover16-2021@1") == -9.0
    assert intensity("ASSAULT", "torture", SCALE) == intensity("ASSAULT") == -9.3


def test_an_unknown_scale_is_refused():
    with pytest.raises(ChoiceError, match="there are plover-scores"):
        intensity("AID", scale="mood")


def test_no_word_is_listed_twice_under_one_type():
    for type_, words in lexicon("events")["acts"].items():
        assert len(words) == len(set(words)), (type_, sorted({w for w in words if words.count(w) > 1}))


def test_codes_of_the_mapping_are_strings_with_their_zeros():
    codes = [row["cameo"] for row in rows("plover/mapping_cameo_plover")]
    assert len(codes) == len(set(codes)) == 313
    assert {f"{n:02}" for n in range(1, 21)} <= set(codes)
