"""Copies of a text are known by their wording, whatever their order, and different texts are kept apart."""

from itertools import permutations

import pytest

from detente.text.likeness import families, likeness, signature_of

STORY = (
    "The two coast guards met in Bergen on Tuesday to talk about the wreck that has lain on the outer bank since "
    "March. Norway wants it towed before autumn, Iceland wants a survey first. Both sides said that the line between "
    "their duty officers would stay open, and that a further round would be held in June if weather allowed."
)
EDITED = "BERGEN (Harbour Press) - " + STORY.replace("in June", "at the end of June")
OTHER = (
    "Fishermen of the north have asked for a ban on night trawling. Their union counted forty torn nets in a week and "
    "blames boats that come without lights. The ministry has promised to look into it before the season begins."
)


def test_a_signature_depends_on_the_wording_alone():
    assert signature_of(STORY) == signature_of(STORY.upper().replace(" ", "\n"))
    assert len(signature_of(STORY)) == len(signature_of("")) == 512


@pytest.mark.parametrize(("text", "least", "most"), [(STORY, 1.0, 1.0), (EDITED, 0.6, 0.99), (OTHER, 0.0, 0.1)])
def test_likeness_tells_copies_from_other_texts(text, least, most):
    assert least <= likeness(signature_of(STORY), signature_of(text)) <= most


def test_copies_and_copies_of_copies_are_one_family_in_any_order():
    signed = {name: signature_of(text) for name, text in {"a": STORY, "b": EDITED, "c": OTHER, "d": STORY}.items()}
    for order in permutations(signed):
        found = families({name: signed[name] for name in order})
        assert found["a"] == found["b"] == found["d"] == {"a", "b", "d"}
        assert found["c"] == {"c"}


def test_the_estimate_is_near_the_true_share_of_shingles():
    words = [f"word{n}" for n in range(400)]
    half = words[:200] + [f"other{n}" for n in range(200)]
    true = 198 / (398 + 398 - 198)
    assert abs(likeness(signature_of(" ".join(words)), signature_of(" ".join(half))) - true) < 0.12
