"""The fewer sentences on dealings between states have a word, the more it tells."""

import pytest

from detente.text.commonness import rarity_of, root_of


@pytest.mark.parametrize(
    ("one", "other"), [("negotiate", "negotiation"), ("cooperate", "cooperation"), ("patrol", "patrols")]
)
def test_derived_forms_share_a_root(one, other):
    assert root_of(one) == root_of(other)


def test_common_words_tell_less_than_rare_ones_and_unknown_ones_most():
    weights = [rarity_of(root_of(word)) for word in ("the", "minister", "hotline", "qwzx")]
    assert weights == sorted(weights)
    assert weights[0] < weights[1] < weights[3]
